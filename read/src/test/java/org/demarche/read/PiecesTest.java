package org.demarche.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** To read input in pieces is to read it. */
class PiecesTest {
    private final Reader reader = new Reader(ReadOptions.DEFAULT);

    @TempDir
    Path folder;

    @Test
    void aFileOfLinesIsCutAndReadsTheSame() throws IOException {
        StringBuilder text = new StringBuilder("\uFEFF");
        for (int i = 0; i < 40; i++) {
            text.append(i % 9 == 4 ? "{broken\r\n" : "{\"text\": \"Oslo recalled its envoy. Rück " + i + ".\"}");
            text.append(i % 3 == 0 ? "\r\n" : i % 11 == 5 ? "\r\r\n\n\n" : "\n");
        }
        text.append("{\"id\": \"last\", \"text\": \"No line end after this.\"}");
        Path file = write("news.jsonl", text.toString());

        for (int lines : new int[] {1, 2, 7, 1000}) {
            Pieces pieces = reader.pieces(List.of(file.toString()), lines);
            assertThat(pieces.all()).hasSizeGreaterThanOrEqualTo(40 / lines);
            assertThat(inPieces(pieces)).isEqualTo(whole(file));
        }
    }

    @Test
    void aFolderKeepsItsOrderAndOtherFilesStayWhole() throws IOException {
        write("b/two.jsonl", "{\"text\": \"Lima protested.\"}\n{\"text\": \"Quito apologised.\"}\n");
        write("a.txt", "Vienna closed its consulate in Graz.");
        write("c.jsonl", "{\n\"text\": \"One article over lines.\"\n}");
        write("d.json", "[{\"text\": \"Rome agreed.\"}, {\"text\": \"Athens refused.\"}]");
        write("empty.txt", "");

        Pieces pieces = reader.pieces(List.of(folder.toString()), 1);

        assertThat(pieces.all().stream().map(Piece::file))
                .containsExactly("a.txt", "b/two.jsonl", "b/two.jsonl", "c.jsonl", "d.json", "empty.txt");
        assertThat(inPieces(pieces)).isEqualTo(whole(folder));
    }

    @Test
    void whatCannotBeOpenedIsSaidAndStandardInputIsRefused() {
        Pieces pieces = reader.pieces(List.of(folder.resolve("none.jsonl").toString()), 5);

        assertThat(pieces.all()).isEmpty();
        assertThat(pieces.said()).hasSize(1);
        assertThatThrownBy(() -> reader.pieces(List.of("-"), 5)).hasMessageContaining("standard input");
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Read> inPieces(Pieces pieces) {
        return pieces.all().stream().flatMap(this::read).toList();
    }

    private Stream<Read> read(Piece piece) {
        try (Stream<Read> read = reader.read(piece)) {
            return read.toList().stream();
        }
    }

    private List<Read> whole(Path path) {
        try (Stream<Read> read = reader.read(List.of(path.toString()))) {
            return read.toList();
        }
    }
}
