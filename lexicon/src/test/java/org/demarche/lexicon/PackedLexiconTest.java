package org.demarche.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class PackedLexiconTest {
    private static final String YAML = """
            # a file as people write it
            plain: two words
            quoted: "17"
            whole: 17
            far: 123456789012
            part: 0.5
            holds: true
            nothing:
            wide: café — Élysée, 東京
            list: [a, {b: [c, 'd''s']}]
            long: >
              folded
              lines
            same: &shared [x, y]
            again: *shared
            """;

    @TempDir
    Path folder;

    @Test
    void everyFileOfTheLexiconIsPackedAsItIsWritten() throws Exception {
        Path root = Path.of(Lexicon.class.getResource("acts/words.yaml").toURI())
                .getParent()
                .getParent();
        try (Stream<Path> files = Files.walk(root)) {
            assertThat(files.filter(f -> f.toString().endsWith(".yaml")))
                    .isNotEmpty()
                    .allSatisfy(f -> assertThat(Lexicon.parse(f.toString(), Files.readString(f))
                                    .value())
                            .isEqualTo(loaded(Files.readString(f))));
        }
    }

    @Test
    void everyKindOfValueComesBack() {
        assertThat(Lexicon.parse("words.yaml", YAML).value()).isEqualTo(loaded(YAML));
    }

    @Test
    void aNodeKnowsItsLine() {
        LexiconNode list = Lexicon.parse("words.yaml", YAML).nodes().get(17);

        assertThat(list.isList()).isTrue();
        assertThat(list.line()).isEqualTo(10);
        assertThat(list.nodes()).extracting(LexiconNode::line).containsExactly(10, 10);
    }

    @Test
    void aFileThatChangedSinceItWasPackedIsNotTakenFromThePackedForm() throws IOException {
        Files.createDirectory(folder.resolve("acts"));
        Files.writeString(folder.resolve("acts/a.yaml"), YAML);
        LexiconCompiler.compile(folder);

        PackedLexicon packed = PackedLexicon.read(Files.readAllBytes(folder.resolve(PackedLexicon.NAME)));

        assertThat(packed.find("acts/a.yaml", bytes(YAML))).isEqualTo(YamlPacker.pack("acts/a.yaml", YAML));
        assertThat(packed.find("acts/a.yaml", bytes(YAML.replace("two", "too"))))
                .isNull();
        assertThat(packed.find("acts/b.yaml", bytes(YAML))).isNull();
    }

    @Test
    void theSameFilesArePackedAsTheSameBytes() throws IOException {
        assertThat(PackedLexicon.write(Map.of("a.yaml", bytes(YAML))))
                .isEqualTo(PackedLexicon.write(Map.of("a.yaml", bytes(YAML))));
    }

    @Test
    void bytesOfAnotherFormatAreLikeNone() throws IOException {
        assertThat(PackedLexicon.read(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}).find("a.yaml", bytes(YAML)))
                .isNull();
    }

    @Test
    void whatIsNoYamlIsRefusedWithItsFileAndLine() {
        assertThatThrownBy(() -> Lexicon.parse("mine.yaml", "- act: A\n- act: [B\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mine.yaml")
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> Lexicon.parse("mine.yaml", "# nothing\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mine.yaml is empty");
    }

    @Test
    void textThatGrowsWhenItIsReadIsRefused() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            laughs.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(9) + "*a" + (i - 1) + "]\n");
        }

        assertThatThrownBy(() -> Lexicon.parse("mine.yaml", laughs.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mine.yaml");
        assertThatThrownBy(() -> Lexicon.parse("mine.yaml", "[".repeat(5000) + "]".repeat(5000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mine.yaml");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Object loaded(String yaml) {
        return new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }
}
