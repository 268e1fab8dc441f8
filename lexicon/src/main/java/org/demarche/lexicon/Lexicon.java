package org.demarche.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The files of the lexicon. A file is named by its path below {@code org/demarche/lexicon}, for example
 * {@code acts/missions.yaml}; they are part of the program, so that one that is missing is a fault of the build and is
 * thrown as {@link IllegalStateException}.
 *
 * <p>YAML is what people edit. The build packs it ({@link LexiconCompiler}), since reading YAML takes most of a short start; a file whose packed form is missing, or is not of the text that is
 * there, is read as YAML.
 */
public final class Lexicon {
    private Lexicon() {}

    /** The text of a file, read as UTF-8. */
    public static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) {
        try (InputStream in = Lexicon.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the lexicon lacks " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the lexicon's " + name, e);
        }
    }

    /** What a YAML file holds, with the lines on which it stands. */
    public static LexiconNode node(String name) {
        byte[] yaml = bytes(name);
        byte[] packed = PackedLexicon.bundled().find(name, yaml);
        return packed != null ? LexiconNode.of(packed) : parse(name, new String(yaml, StandardCharsets.UTF_8));
    }

    /**
     * What a text in YAML holds.
     *
     * @throws IllegalArgumentException if it is no YAML, is empty, or is far larger than a file that people write
     */
    public static LexiconNode parse(String name, String yaml) {
        return LexiconNode.of(YamlPacker.pack(name, yaml));
    }

    /** The mapping that a YAML file holds: texts, numbers, truth values, lists and mappings. */
    public static Map<?, ?> mapping(String name) {
        if (node(name).value() instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalStateException("the lexicon's " + name + " is not a mapping");
    }
}
