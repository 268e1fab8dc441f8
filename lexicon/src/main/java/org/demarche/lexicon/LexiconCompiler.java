package org.demarche.lexicon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Packs the YAML files of the lexicon; the build calls it. The same files give the same bytes. */
public final class LexiconCompiler {
    private LexiconCompiler() {}

    /** @param arguments the folder of compiled classes, in which the lexicon lies */
    public static void main(String[] arguments) throws IOException {
        compile(Path.of(arguments[0]).resolve("org/demarche/lexicon"));
    }

    static void compile(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
        Map<String, byte[]> yaml = new TreeMap<>();
        for (Path file : files) {
            yaml.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
        Files.write(folder.resolve(PackedLexicon.NAME), PackedLexicon.write(yaml));
    }
}
