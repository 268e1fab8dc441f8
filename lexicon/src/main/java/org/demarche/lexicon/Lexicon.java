package org.demarche.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The files of the lexicon. A file is named by its path below {@code org/demarche/lexicon}, for example
 * {@code acts/missions.yaml}; they are part of the program, so that one that is missing is a fault of the build and is
 * thrown as {@link IllegalStateException}.
 */
public final class Lexicon {
    private Lexicon() {}

    /** The text of a file, read as UTF-8. */
    public static String text(String name) {
        try (InputStream in = Lexicon.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the lexicon lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the lexicon's " + name, e);
        }
    }

    /** The mapping that a YAML file holds. */
    public static Map<?, ?> mapping(String name) {
        Object data = new Load(LoadSettings.builder().setLabel(name).build()).loadFromString(text(name));
        if (data instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalStateException("the lexicon's " + name + " is not a mapping");
    }
}
