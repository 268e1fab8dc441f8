package org.demarche.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The same contract on a real PostgreSQL; {@code DEMARCHE_TEST_POSTGRESQL} is the address of an empty database. */
@Tag("service")
@EnabledIfEnvironmentVariable(named = "DEMARCHE_TEST_POSTGRESQL", matches = "jdbc:postgresql:.+")
class PostgresqlLedgerTest extends LedgerContract {
    @Override
    String location() {
        return String.valueOf(System.getenv("DEMARCHE_TEST_POSTGRESQL"));
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
