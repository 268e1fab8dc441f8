package org.demarche.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFormatTest {
    @TempDir
    Path folder;

    @Test
    void columnsWithoutANameOrWithOneNameDoNotBreakATable() throws IOException {
        Path table = Files.writeString(
                folder.resolve("rows.csv"), "id,text,,,title,title\na1,Peru recalled its envoy.,,x,First,Second\n");

        try (Stream<Read> read = new Reader(ReadOptions.DEFAULT).read(List.of(table.toString()))) {
            assertThat(read).singleElement().isInstanceOfSatisfying(Read.Of.class, r -> {
                assertThat(r.document().text()).contains("Peru recalled its envoy.");
                assertThat(r.document().title()).isEqualTo("First");
            });
        }
    }

    @Test
    void metadataMayHaveColumnsWithoutAName() {
        assertThat(ReadOptions.metadata("file,outlet,,\na.txt,Harbour Post,,\n").get("a.txt"))
                .extracting(ReadOptions.Metadata::outlet)
                .isEqualTo("Harbour Post");
    }

    @Test
    void metadataWithoutTheColumnFileIsRefusedInWords() {
        assertThatThrownBy(() -> ReadOptions.metadata("name,outlet\na.txt,Harbour Post\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no column 'file'");
    }
}
