package org.demarche.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.util.List;
import org.demarche.model.Span;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void objectsBecomeAColumnForEachPart() {
        assertThat(Table.QUOTES.columns()).startsWith("id", "document", "file", "sentence");
        assertThat(Table.CLAIMS.columns()).contains("sentence.index", "trigger.quote", "date.start", "effective.basis");
        assertThat(Table.STATES.columns()).contains("pending.value", "pending.effective.start");
    }

    @Test
    void anUnknownTableIsNamedWithThoseThereAre() {
        assertThatThrownBy(() -> Table.parse("facts"))
                .hasMessageContaining("facts")
                .hasMessageContaining("disagreements");
    }

    @Test
    void listsOfWordsAreJoinedAndListsOfObjectsAreJson() {
        Row row = new Row()
                .with("words", List.of("a", "b"))
                .with("objects", List.of(new Row().with("n", 1)))
                .with("none", null);
        StringWriter out = new StringWriter();

        new Csv(List.of("words", "objects", "none"), false).write(List.of(row).iterator(), out);

        assertThat(out.toString()).isEqualTo("words,objects,none\r\na; b,\"[{\"\"n\"\":1}]\",\r\n");
    }

    @Test
    void offsetsCountCharactersBeyondTheBasicPlaneOnce() {
        CodePoints points = new CodePoints("a\uD83D\uDE80b");

        assertThat(points.span(new Span(3, 4)).cells())
                .containsEntry("start", 2)
                .containsEntry("end", 3);
    }
}
