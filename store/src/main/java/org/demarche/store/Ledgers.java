package org.demarche.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Opens ledgers: a folder is SQLite, a {@code jdbc:postgresql://} address is PostgreSQL. */
public final class Ledgers {
    /** The folder that is used where the user names none. */
    public static final String DEFAULT = "demarche-ledger";

    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final int WAIT_MILLISECONDS = 10_000;

    private Ledgers() {}

    /**
     * Opens a ledger; for writing, it is made where there is none.
     *
     * @throws NoLedger where there is none to read
     * @throws LockedLedger where another process writes
     */
    public static LedgerStore open(String location, LedgerStore.Access access) {
        try {
            return location.startsWith(POSTGRESQL)
                    ? openPostgresql(location, access)
                    : openFolder(location, Path.of(location), access);
        } catch (SQLException | IOException e) {
            throw new LedgerFault(location, e);
        }
    }

    /**
     * Copies a ledger into one file (SQLite).
     *
     * @return how many documents it holds
     * @throws IllegalArgumentException if the file is there already
     */
    public static int backup(String location, Path file) {
        if (Files.exists(file)) {
            throw new IllegalArgumentException(file + " is there already; a backup never overwrites");
        }
        Path partial = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(partial);
            int documents;
            try (LedgerStore from = open(location, LedgerStore.Access.READ);
                    SqlStore to = file(partial, true)) {
                documents = to.copy(from);
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
            return documents;
        } catch (SQLException | IOException e) {
            throw new LedgerFault(file.toString(), e);
        }
    }

    /**
     * Makes a ledger from a file that {@link #backup} wrote.
     *
     * @return how many documents it holds
     * @throws IllegalArgumentException if the ledger holds documents or decisions already
     */
    public static int restore(Path file, String location) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no backup " + file);
        }
        try (SqlStore from = file(file, false);
                LedgerStore to = open(location, LedgerStore.Access.WRITE)) {
            if (!to.ids().isEmpty() || !to.log().isEmpty()) {
                throw new IllegalArgumentException(
                        "the ledger " + location + " is not empty; restore into a new one (--ledger)");
            }
            return ((SqlStore) to).copy(from);
        } catch (SQLException e) {
            throw new LedgerFault(file.toString(), e);
        }
    }

    /** A ledger in a file by itself. */
    private static SqlStore file(Path file, boolean writes) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        if (!writes) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA query_only=ON");
            }
        }
        return ready(file.toString(), connection, Dialect.SQLITE, WriteLock.NONE, writes);
    }

    private static LedgerStore openFolder(String location, Path folder, LedgerStore.Access access)
            throws SQLException, IOException {
        boolean writes = access == LedgerStore.Access.WRITE;
        Path file = folder.resolve("ledger.db");
        if (!writes && !Files.exists(file)) {
            throw new NoLedger(location);
        }
        if (writes) {
            Files.createDirectories(folder);
        }
        WriteLock lock = writes ? WriteLock.take(location, folder.resolve("ledger.lock")) : WriteLock.NONE;
        try {
            Connection connection =
                    DriverManager.getConnection(writes ? "jdbc:sqlite:" + file : readable(folder, file));
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA busy_timeout=" + WAIT_MILLISECONDS);
                statement.execute("PRAGMA foreign_keys=ON");
                if (writes) {
                    statement.execute("PRAGMA journal_mode=WAL");
                    statement.execute("PRAGMA synchronous=FULL");
                } else {
                    statement.execute("PRAGMA query_only=ON");
                }
            }
            return ready(location, connection, Dialect.SQLITE, lock, writes);
        } catch (SQLException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** In a folder that this account may not write to, SQLite reads only what it is told that nobody writes meanwhile. */
    private static String readable(Path folder, Path file) throws IOException {
        Path journal = folder.resolve(file.getFileName() + "-wal");
        boolean still = !Files.isWritable(folder) && (!Files.exists(journal) || Files.size(journal) == 0);
        return still ? "jdbc:sqlite:file:" + file.toAbsolutePath() + "?immutable=1" : "jdbc:sqlite:" + file;
    }

    private static LedgerStore openPostgresql(String location, LedgerStore.Access access) throws SQLException {
        Properties properties = new Properties();
        boolean writes = access == LedgerStore.Access.WRITE;
        properties.setProperty(
                "ApplicationName", "demarche " + ProcessHandle.current().pid());
        Connection connection = DriverManager.getConnection(location, properties);
        try {
            if (writes) {
                WriteLock.takePostgresql(location, connection);
            }
            return ready(location, connection, Dialect.POSTGRESQL, WriteLock.NONE, writes);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static SqlStore ready(
            String location, Connection connection, Dialect dialect, WriteLock lock, boolean writes)
            throws SQLException {
        if (writes) {
            connection.setAutoCommit(false);
            new Migrations(dialect).run(connection);
            connection.commit();
        } else {
            if (Migrations.version(connection) == 0) {
                connection.close();
                throw new NoLedger(location);
            }
        }
        return new SqlStore(location, connection, lock, writes);
    }
}
