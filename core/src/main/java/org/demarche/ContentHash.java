package org.demarche;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which data a program came with: a hash over the names and contents of files, the same whether they lie in a folder or a jar. */
public final class ContentHash {
    private ContentHash() {}

    /**
     * SHA-256 in hex of the files that come with a class, in its package and below, without what is compiled from them (classes, packed lexicons); {@code unknown} where the program cannot see
     * where the class came from.
     */
    public static String of(Class<?> owner) {
        String folder = owner.getPackageName().replace('.', '/');
        CodeSource source = owner.getProtectionDomain().getCodeSource();
        if (source == null) {
            return "unknown";
        }
        try {
            Path home = Path.of(source.getLocation().toURI());
            if (Files.isDirectory(home)) {
                return hash(home.resolve(folder));
            }
            try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + home.toUri()), Map.of())) {
                return hash(jar.getPath(folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not read what comes with " + owner.getName(), e);
        } catch (URISyntaxException e) {
            return "unknown";
        }
    }

    private static String hash(Path folder) throws IOException {
        TreeMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(f -> Files.isRegularFile(f)
                            && !f.toString().endsWith(".class")
                            && !f.toString().endsWith(".packed"))
                    .forEach(f -> files.put(folder.relativize(f).toString().replace('\\', '/'), f));
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (var file : files.entrySet()) {
                digest.update((file.getKey() + "\0").getBytes(StandardCharsets.UTF_8));
                try (InputStream in = Files.newInputStream(file.getValue())) {
                    digest.update(in.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
