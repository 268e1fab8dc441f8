package org.demarche.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** The right to write: one process at a time. It ends with the process, however that ends. */
final class WriteLock implements AutoCloseable {
    static final WriteLock NONE = new WriteLock(null);

    /** Of PostgreSQL's advisory locks; the number is ours ("DEMA"). */
    private static final int ADVISORY = 0x44454d41;

    private final @Nullable FileChannel channel;

    private WriteLock(@Nullable FileChannel channel) {
        this.channel = channel;
    }

    static WriteLock take(String location, Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
        } catch (OverlappingFileLockException byThisProcess) {
            channel.close();
            throw new LockedLedger(location, "this process");
        }
        if (lock == null) {
            channel.close();
            throw new LockedLedger(location, Files.readString(file).strip());
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(("pid " + ProcessHandle.current().pid() + verb()).getBytes(StandardCharsets.UTF_8)));
        return new WriteLock(channel);
    }

    static void takePostgresql(String location, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("SELECT pg_try_advisory_lock(" + ADVISORY + ")")) {
                row.next();
                if (row.getBoolean(1)) {
                    return;
                }
            }
            try (ResultSet row = statement.executeQuery("SELECT a.application_name, a.client_addr FROM pg_locks l"
                    + " JOIN pg_stat_activity a ON a.pid = l.pid WHERE l.locktype = 'advisory' AND l.granted AND l.objid = "
                    + ADVISORY)) {
                String holder = row.next() ? row.getString(1) + " at " + row.getString(2) : "another process";
                throw new LockedLedger(location, holder);
            }
        }
    }

    /** The verb that runs, where the command line told ({@code demarche.verb}). */
    private static String verb() {
        String verb = System.getProperty("demarche.verb", "");
        return verb.isEmpty() ? "" : " (" + verb + ")";
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
