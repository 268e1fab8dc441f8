package org.demarche.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file, an archive's entry or standard input, before it is known what it holds.
 *
 * @param file name for the tables
 * @param path as given
 * @param bytes the content where it is in memory already, else null and it is opened from {@code disk}
 * @param depth how many archives it lies in
 * @param linesBefore how many lines of the file come before the content, where it is cut out of a file of lines; else 0
 */
record Source(
        String file,
        String path,
        byte @Nullable [] bytes,
        @Nullable Path disk,
        int depth,
        long linesBefore) {

    Source(String file, String path, byte @Nullable [] bytes, @Nullable Path disk, int depth) {
        this(file, path, bytes, disk, depth, 0);
    }

    static Source of(String file, String path, Path disk) {
        return new Source(file, path, null, disk, 0);
    }

    Source entry(String name, byte[] content) {
        return new Source(file + "/" + name, path + "/" + name, content, null, depth + 1);
    }

    InputStream open() throws IOException {
        if (bytes != null) {
            return new ByteArrayInputStream(bytes);
        }
        return Files.newInputStream(Objects.requireNonNull(disk));
    }

    long size() throws IOException {
        return bytes != null ? bytes.length : Files.size(Objects.requireNonNull(disk));
    }

    /** The first bytes, by which formats are told apart. */
    byte[] head(int n) throws IOException {
        try (InputStream in = open()) {
            return in.readNBytes(n);
        }
    }

    /** The whole content. */
    byte[] all() throws IOException {
        try (InputStream in = open()) {
            return in.readAllBytes();
        }
    }

    /** File name extension in lower case without the dot, or the empty string. */
    String extension() {
        String name = file.substring(file.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
