package org.demarche.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.demarche.ContentHash;
import org.demarche.Dossier;
import org.demarche.dialect.Conventions;
import org.demarche.dialect.Dialect;
import org.demarche.dialect.ExportFile;
import org.demarche.dialect.Exported;
import org.demarche.export.Manifest;
import org.demarche.export.Row;
import org.demarche.language.OnnxSentenceParser;
import org.jspecify.annotations.Nullable;

/** A folder that is filled with the files of an export and, at the end, with their manifest. */
final class ExportFolder {
    private static final String MANIFEST = "manifest.json";

    private final Path folder;
    private final List<Manifest.File> files = new ArrayList<>();

    ExportFolder(Path folder) throws IOException {
        this.folder = folder;
        // Files of two exports are never of one manifest.
        Files.deleteIfExists(folder.resolve(MANIFEST));
    }

    void add(String name, String table, int rows, WholeFile.Content content) throws IOException {
        Path file = folder.resolve(name);
        WholeFile.write(file, content);
        files.add(new Manifest.File(name, table, rows, sha256(file)));
    }

    void add(Dialect dialect, Exported exported) throws IOException {
        for (ExportFile each : exported.files()) {
            String table = exported.files().size() == 1 ? dialect.key() : each.name();
            add(each.name(), table, each.rows(), file -> {
                try (Writer out = Files.newBufferedWriter(file)) {
                    each.content().write(out);
                }
            });
        }
    }

    void close(Dossier dossier, Map<String, String> asked, @Nullable Dialect dialect, List<Manifest.Lost> losses)
            throws IOException {
        Row format = dialect == null ? null : conventions(dialect);
        Manifest manifest = new Manifest(asked, ContentHash.of(OnnxSentenceParser.class), format, files, losses);
        WholeFile.writeText(folder.resolve(MANIFEST), out -> out.write(manifest.of(dossier)));
    }

    private static Row conventions(Dialect dialect) {
        Conventions conventions = dialect.conventions();
        return new Row()
                .with("name", dialect.key())
                .with("cameo_version", conventions.codes().contains("CAMEO") ? "1.1b3" : null)
                .with("codes", conventions.codes())
                .with("quad", conventions.quad())
                .with("scale", conventions.scale())
                .with("missing", conventions.missing())
                .with("never_carried", conventions.never());
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
