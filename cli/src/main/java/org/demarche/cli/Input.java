package org.demarche.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.demarche.model.Document;
import org.demarche.model.Notice;
import org.demarche.model.PartialDate;
import org.demarche.read.Read;
import org.demarche.read.ReadOptions;
import org.demarche.read.Reader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The documents that a verb is given, and what the user says about them. Counts what was read. Not thread-safe. */
final class Input {
    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description =
                    "Files, folders, or - for standard input: txt, html, pdf, docx, eml, feeds, NewsML, WARC, CSV,"
                            + " JSONL, zip.")
    List<String> paths = new ArrayList<>();

    @Option(names = "--published", paramLabel = "DATE", description = "Date of reports that bring none: 2021-10-20.")
    @Nullable
    String published;

    @Option(names = "--outlet", paramLabel = "NAME", description = "Who published reports that name nobody.")
    @Nullable
    String outlet;

    @Option(
            names = "--meta",
            paramLabel = "FILE.csv",
            description = "Metadata of files: columns file,outlet,published,url,author,title.")
    @Nullable
    Path meta;

    @Option(
            names = "--max-document-size",
            paramLabel = "CHARS",
            description =
                    "Longest text of one document, for example 500K or 20M (default: 8M characters); a longer one is left out and said.")
    @Nullable
    String maxDocument;

    @Option(
            names = "--max-file-size",
            paramLabel = "BYTES",
            description =
                    "Largest file or archive entry that is opened at once (default: 64M); line formats are streamed and not bound by it.")
    @Nullable
    String maxFile;

    @Option(
            names = "--max-unpacked-size",
            paramLabel = "BYTES",
            description = "Most bytes that one archive may unpack to (default: 512M).")
    @Nullable
    String maxUnpacked;

    @Option(names = "--max-entries", paramLabel = "N", description = "Most entries of one archive (default: 100000).")
    @Nullable
    String maxEntries;

    private final List<Notice> notices = new ArrayList<>();
    private final List<Read.Retracted> retracted = new ArrayList<>();
    private int documents;
    private int lost;

    /** The documents, read as they are asked for; what is odd about them goes to standard error at once. */
    Stream<Document> documents(PrintStream messages) throws IOException {
        return new Reader(options()).read(paths).flatMap(read -> {
            if (read instanceof Read.Of of) {
                documents++;
                return Stream.of(of.document());
            }
            if (read instanceof Read.Said said) {
                notices.add(said.notice());
                lost += said.lost() ? 1 : 0;
                messages.println(Console.line(said.notice()));
            } else if (read instanceof Read.Retracted taken) {
                retracted.add(taken);
            }
            return Stream.empty();
        });
    }

    private ReadOptions options() throws IOException {
        PartialDate date = published == null ? null : Dates.parse("--published", published);
        return new ReadOptions(date, outlet, metadata(), limits());
    }

    private ReadOptions.Limits limits() {
        ReadOptions.Limits usual = ReadOptions.Limits.DEFAULT;
        return new ReadOptions.Limits(
                size("--max-file-size", maxFile, usual.fileBytes(), 1 << 30),
                (int) size("--max-document-size", maxDocument, usual.textChars(), 1 << 30),
                size("--max-unpacked-size", maxUnpacked, usual.unpackedBytes(), 1L << 40),
                (int) size("--max-entries", maxEntries, usual.entries(), 1 << 30),
                usual.depth());
    }

    /** A number of the user's, with K, M or G for powers of 1024. */
    static long size(String option, @Nullable String given, long usual, long most) {
        if (given == null) {
            return usual;
        }
        String digits = given.strip().toUpperCase(Locale.ROOT);
        int power = digits.isEmpty() ? -1 : "KMG".indexOf(digits.charAt(digits.length() - 1));
        digits = power < 0 ? digits : digits.substring(0, digits.length() - 1);
        boolean number =
                !digits.isEmpty() && digits.length() < 13 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        long value = number ? Long.parseLong(digits) : 0;
        int shift = 10 * (power + 1);
        if (value < 1 || value > most >> shift) {
            throw new IllegalArgumentException(
                    option + " is a number from 1 to " + most + ", perhaps with K, M or G, not '" + given + "'");
        }
        return value << shift;
    }

    private Map<String, ReadOptions.Metadata> metadata() throws IOException {
        if (meta == null) {
            return Map.of();
        }
        if (!Files.isRegularFile(meta)) {
            throw new IllegalArgumentException("DEM-101 there is no file " + meta);
        }
        return ReadOptions.metadata(Files.readString(meta));
    }

    /** What reading said so far. */
    List<Notice> notices() {
        return List.copyOf(notices);
    }

    /** Reports that their publishers took back. */
    List<Read.Retracted> retracted() {
        return List.copyOf(retracted);
    }

    int countDocuments() {
        return documents;
    }

    int countLost() {
        return lost;
    }

    /** The exit status that the reading deserves. */
    int exit() {
        if (documents == 0 && retracted.isEmpty()) {
            return Exit.NOTHING_READ;
        }
        return lost > 0 ? Exit.PARTLY : Exit.DONE;
    }
}
