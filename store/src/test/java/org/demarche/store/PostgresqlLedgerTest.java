package org.demarche.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** The same contract on a real PostgreSQL; skipped where none is installed. */
@Tag("services")
class PostgresqlLedgerTest extends LedgerContract {
    private static @Nullable LocalPostgresql server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Optional<Path> installed = LocalPostgresql.installed();
        Assumptions.assumeTrue(installed.isPresent(), "no PostgreSQL server under /usr/lib/postgresql: skipped");
        server = LocalPostgresql.start(installed.orElseThrow());
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (server != null) {
            server.close();
        }
    }

    @Override
    String location() {
        if (server == null) {
            throw new IllegalStateException("not started");
        }
        return server.address();
    }

    @BeforeEach
    void emptyTheDatabase() throws SQLException {
        try (Connection connection = DriverManager.getConnection(location());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA public CASCADE");
            statement.execute("CREATE SCHEMA public");
        }
    }
}
