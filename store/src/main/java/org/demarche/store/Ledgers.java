package org.demarche.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
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

    private static LedgerStore ready(
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
