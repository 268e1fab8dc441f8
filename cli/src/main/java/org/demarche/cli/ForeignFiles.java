package org.demarche.cli;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.demarche.dialect.ForeignEvent;
import org.demarche.dialect.Importer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Files of event data sets that a verb is given: as they are, gzipped, or in a zip. Counts what was read. Not thread-safe. */
final class ForeignFiles {
    private static final long MOST = 4L << 30;
    private static final int SHOWN = 20;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "GDELT events, ICEWS, POLECAT, Phoenix or PLOVER files, also .zip and .gz; - for standard input.")
    List<String> paths = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "SET",
            description = "gdelt, icews, polecat, phoenix or plover; default: what the first line shows.")
    Importer.@Nullable Format from;

    @Option(
            names = "--cameo",
            paramLabel = "VERSION",
            description =
                    "Code book of the codes: 0.9 (default for phoenix) or 1.1b3 (default for the others, and for files of an export of ours).")
    @Nullable
    String cameo;

    private int events;
    private int odd;

    /** Reads all files; lines that are no event go to standard error, the first of them one by one. */
    void read(Consumer<ForeignEvent> to, PrintStream messages) throws IOException {
        for (String path : paths) {
            if (path.equals("-")) {
                read(new BufferedInputStream(System.in), "-", null, to, messages);
                continue;
            }
            Path file = Path.of(path);
            if (!Files.isRegularFile(file)) {
                throw new IllegalArgumentException("DEM-101 there is no file " + path);
            }
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                open(in, file, to, messages);
            }
        }
        if (odd > SHOWN) {
            messages.println("DEM-109 and " + (odd - SHOWN) + " more lines that are no event");
        }
    }

    private void open(InputStream in, Path file, Consumer<ForeignEvent> to, PrintStream messages) throws IOException {
        String name = String.valueOf(file.getFileName());
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".gz")) {
            read(bounded(new GZIPInputStream(in)), name, file, to, messages);
        } else if (lower.endsWith(".zip")) {
            ZipInputStream zip = new ZipInputStream(in);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    read(bounded(zip), name + "!" + entry.getName(), file, to, messages);
                }
            }
        } else {
            read(in, name, file, to, messages);
        }
    }

    private static InputStream bounded(InputStream in) {
        return new BufferedInputStream(new Bounded(in));
    }

    private void read(InputStream in, String name, @Nullable Path file, Consumer<ForeignEvent> to, PrintStream messages)
            throws IOException {
        Importer.Format format = from;
        if (format == null) {
            in.mark(1 << 16);
            byte[] head = in.readNBytes(1 << 14);
            in.reset();
            String text = new String(head, StandardCharsets.UTF_8);
            String first = text.startsWith("\uFEFF") ? text.substring(1) : text;
            int end = first.indexOf('\n');
            format = Importer.recognise((end < 0 ? first : first.substring(0, end)).replace("\r", ""))
                    .orElseThrow(() -> new IllegalArgumentException(
                            "DEM-104 " + name + " is of no known event data set; say which with --from"));
        }
        new Importer(format, isOld(format, file))
                .read(
                        in,
                        name,
                        e -> {
                            events++;
                            to.accept(e);
                        },
                        o -> {
                            odd++;
                            if (odd <= SHOWN) {
                                messages.println(
                                        "DEM-109 " + o.file() + ": line " + o.line() + " is left out: " + o.why());
                            }
                        });
    }

    private boolean isOld(Importer.Format format, @Nullable Path file) throws IOException {
        if (cameo != null) {
            if (!cameo.equals("0.9") && !cameo.equals("1.1b3")) {
                throw new IllegalArgumentException("--cameo is 0.9 or 1.1b3, not '" + cameo + "'");
            }
            return cameo.equals("0.9");
        }
        Path manifest = file == null ? null : file.resolveSibling("manifest.json");
        boolean ours = manifest != null
                && Files.isRegularFile(manifest)
                && Files.readString(manifest).contains("\"cameo_version\":\"1.1b3\"");
        return format == Importer.Format.PHOENIX && !ours;
    }

    int exit() {
        return events == 0 ? Exit.NOTHING_READ : odd > 0 ? Exit.PARTLY : Exit.DONE;
    }

    /** What is unpacked, up to {@link #MOST} bytes; then it ends. */
    private static final class Bounded extends FilterInputStream {
        private long left = MOST;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return left-- <= 0 ? -1 : super.read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (left <= 0) {
                throw new IOException("it unpacks to more than " + (MOST >> 20) + " MB");
            }
            int count = super.read(bytes, from, (int) Math.min(length, left));
            left -= Math.max(count, 0);
            return count;
        }
    }
}
