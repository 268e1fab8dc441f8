package org.demarche.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        return new ReadOptions(date, outlet, metadata(), ReadOptions.Limits.DEFAULT);
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
