package org.demarche.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The shape of the database, version by version; a ledger is brought up to date when it is opened for writing. */
final class Migrations {
    /** The newest version. */
    static final int NEWEST = 1;

    private final Dialect dialect;

    Migrations(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Version of a database; 0 where it holds no ledger. */
    static int version(Connection connection) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, null, "migrations", null)) {
            if (!tables.next()) {
                return 0;
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT MAX(version) FROM migrations")) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    /** Brings a database to the newest version within the caller's transaction. */
    void run(Connection connection) throws SQLException {
        int from = version(connection);
        if (from > NEWEST) {
            throw new SQLException("DEM-504 the ledger was written by a newer Demarche (form " + from
                    + ", this one knows " + NEWEST + "). Use that one, or restore a backup.");
        }
        for (int version = from + 1; version <= NEWEST; version++) {
            try (Statement statement = connection.createStatement()) {
                for (String sql : statements(version)) {
                    statement.execute(sql);
                }
                statement.execute("INSERT INTO migrations(version) VALUES (" + version + ")");
            }
        }
    }

    private List<String> statements(int version) {
        if (version != 1) {
            throw new IllegalArgumentException("no such version: " + version);
        }
        List<String> out = new ArrayList<>(List.of(
                "CREATE TABLE migrations(version INTEGER PRIMARY KEY)",
                "CREATE TABLE documents(id TEXT PRIMARY KEY, file TEXT NOT NULL, path TEXT NOT NULL, sha256 TEXT NOT NULL,"
                        + " url TEXT, outlet TEXT, author TEXT, title TEXT, language TEXT NOT NULL,"
                        + " published TEXT NOT NULL, text TEXT NOT NULL)",
                "CREATE INDEX documents_by_file ON documents(file)",
                "CREATE TABLE coded(document TEXT PRIMARY KEY REFERENCES documents(id), body " + dialect.bytes
                        + " NOT NULL)",
                "CREATE TABLE entries(sequence " + dialect.serial + ", id TEXT NOT NULL, at TEXT NOT NULL,"
                        + " by_whom TEXT NOT NULL, kind TEXT NOT NULL, target TEXT NOT NULL, field TEXT, value TEXT,"
                        + " why TEXT, previous TEXT NOT NULL, hash TEXT NOT NULL)",
                "CREATE TABLE changes(counter INTEGER NOT NULL)",
                "INSERT INTO changes(counter) VALUES (0)",
                "CREATE TABLE derived(name TEXT PRIMARY KEY, mark TEXT NOT NULL, body " + dialect.bytes
                        + " NOT NULL)"));
        out.addAll(dialect.guards());
        return out;
    }
}
