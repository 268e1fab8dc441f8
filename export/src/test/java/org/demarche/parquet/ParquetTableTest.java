package org.demarche.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.demarche.export.Row;
import org.demarche.export.Table;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Parquet files as DuckDB, a reader of another maker, sees them; its driver is large and comes only with the profile. */
class ParquetTableTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void everyColumnOfATableHasAType(Table table) {
        List<Field> fields = Schema.of(table);

        for (String column : table.columns()) {
            assertThat(has(fields, column)).as(table + " " + column).isTrue();
        }
    }

    @Tag("services")
    @ParameterizedTest
    @EnumSource
    void aTableWithoutRowsIsAFileWithItsColumns(Table table) throws Exception {
        Path file = folder.resolve("empty.parquet");
        ParquetTable.write(table, List.of(), file);

        assertThat(query("SELECT count(*) FROM '" + file + "'")).isEqualTo("0");
        assertThat(query("SELECT count(*) FROM (DESCRIBE SELECT * FROM '" + file + "')"))
                .isEqualTo(String.valueOf(Schema.of(table).size()));
    }

    @Tag("services")
    @Test
    void nestedListsNumbersAndNullsComeBackAsTheyWere() throws Exception {
        Row actor = new Row()
                .with("id", "NATO")
                .with("name", "Alliance \ud83d\udd4a")
                .with("start", 3)
                .with("country", null);
        Row row = new Row()
                .with("id", "evt:1")
                .with("cameo", "057")
                .with("goldstein", 8L)
                .with("actors", List.of(actor, new Row().with("id", "RUS")))
                .with("recipients", List.of())
                .with("date", new Row().with("start", "2021-10").with("end", "2021-10"))
                .with("claims", List.of("clm:1", "clm:2"))
                .with("sources", 2)
                .with("readings", new Row().with("date", List.of(new Row().with("value", "2021-10"))));
        Path file = folder.resolve("events.parquet");
        ParquetTable.write(Table.EVENTS, List.of(row, new Row().with("id", "evt:2")), file);

        String from = " FROM '" + file + "' WHERE id = 'evt:1'";
        assertThat(query("SELECT cameo" + from)).isEqualTo("057");
        assertThat(query("SELECT goldstein" + from)).isEqualTo("8.0");
        assertThat(query("SELECT actors[1].name" + from)).isEqualTo("Alliance \ud83d\udd4a");
        assertThat(query("SELECT len(actors)" + from)).isEqualTo("2");
        assertThat(query("SELECT len(recipients)" + from)).isEqualTo("0");
        assertThat(query("SELECT date.start" + from)).isEqualTo("2021-10");
        assertThat(query("SELECT list_aggregate(claims, 'string_agg', ' ')" + from))
                .isEqualTo("clm:1 clm:2");
        assertThat(query("SELECT readings" + from)).isEqualTo("{\"date\":[{\"value\":\"2021-10\"}]}");
        assertThat(query("SELECT count(*) FROM '" + file + "' WHERE id = 'evt:2' AND actors IS NULL"))
                .isEqualTo("1");
    }

    @Test
    void theSameRowsGiveTheSameBytes() throws Exception {
        Row row = new Row().with("code", "DEM-102").with("file", "a.txt");
        ParquetTable.write(Table.NOTICES, List.of(row), folder.resolve("1"));
        ParquetTable.write(Table.NOTICES, List.of(row), folder.resolve("2"));

        assertThat(Files.readAllBytes(folder.resolve("1"))).isEqualTo(Files.readAllBytes(folder.resolve("2")));
    }

    private static boolean has(List<Field> fields, String path) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        for (Field field : fields) {
            if (field.name().equals(name)) {
                boolean open = field.kind() == Field.Kind.JSON;
                return dot < 0 || open || has(field.fields(), path.substring(dot + 1));
            }
        }
        return false;
    }

    private static String query(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
