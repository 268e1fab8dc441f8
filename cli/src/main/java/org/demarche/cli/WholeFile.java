package org.demarche.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is written whole or not at all: beside its place first, then moved there. What stood there before stays until then. */
final class WholeFile {
    /** Writes the bytes of a file. */
    interface Content {
        void write(Path file) throws IOException;
    }

    /** Writes the text of a file, as UTF-8. */
    interface Text {
        void write(Writer out) throws IOException;
    }

    private WholeFile() {}

    /** Makes the folders above it as well. */
    static void write(Path file, Content content) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            content.write(file); // a device or a pipe takes what comes
            return;
        }
        Path place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Files.createDirectories(place.resolveSibling(""));
        Path partial = place.resolveSibling(place.getFileName() + ".part");
        try {
            content.write(partial);
            Files.move(partial, place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    static void writeText(Path file, Text text) throws IOException {
        write(file, place -> {
            try (Writer out = Files.newBufferedWriter(place)) {
                text.write(out);
            }
        });
    }
}
