package org.demarche.spark;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.demarche.ContentHash;
import org.demarche.Parsing;
import org.demarche.Version;
import org.demarche.language.OnnxSentenceParser;
import org.demarche.lexicon.Lexicon;
import org.demarche.model.PartialDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The program: an archive of reports in, the tables of the ledger out, on a cluster. */
@Command(
        name = "demarche-spark",
        description = {
            "Read and code an archive on Apache Spark; what comes out is what `demarche ingest` and `demarche export` give.",
            "Input and output lie where every machine of the cluster sees them under the same path."
        },
        versionProvider = SparkIngest.Versions.class,
        footer = {
            "",
            "Examples:",
            "  demarche-spark --in news.jsonl --out ./out",
            "  demarche-spark --in /data/warcs --out /data/ledger --master spark://host:7077 --conf spark.executor.memory=3g",
            "",
            "What is finished stays finished: the same command goes on where it was broken off.",
            "Exit status: 0 done; 1 wrong use; 2 nothing could be read; 3 partly done; 4 a fault of the program."
        })
public final class SparkIngest implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int WRONG_USE = 1;
    private static final int NOTHING_READ = 2;
    private static final int PARTLY = 3;
    private static final int FAULT = 4;

    /** The forms that a user may give. */
    enum Wanted {
        auto,
        needed,
        all
    }

    @Option(
            names = "--in",
            paramLabel = "PATH",
            required = true,
            arity = "1..*",
            description =
                    "Files and folders: JSONL, Parquet (*.parquet), WARC and whatever else `demarche read` reads.")
    List<String> in = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Where checkpoints (parts/) and tables (tables/) are kept.")
    @Nullable
    Path out;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "spark://host:7077, yarn, local[4] ...; default: what spark-submit says, else local[*].")
    @Nullable
    String master;

    @Option(
            names = "--conf",
            paramLabel = "KEY=VALUE",
            description = "A setting of Spark, for example spark.executor.memory=3g. May be given again.")
    Map<String, String> conf = new LinkedHashMap<>();

    @Option(
            names = "--part",
            paramLabel = "N",
            description =
                    "About how many articles a part has (default: ${DEFAULT-VALUE}): what is lost when a machine dies.")
    int part = 500;

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
            names = "--parse",
            paramLabel = "HOW",
            description = "auto (default), needed or all, as with `demarche ingest`.")
    Wanted parse = Wanted.auto;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day whose states are asked for; default: the last day that the reports tell of.")
    @Nullable
    String asOf;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Print the version.")
    boolean version;

    @Option(names = "--verbose", description = "Say more, Spark's own words included.")
    boolean verbose;

    @Option(names = "--quiet", description = "No notices and no progress on standard error.")
    boolean quiet;

    /** The version of the program, its commit, lexicon and model, of Spark, and of the Java that runs it. */
    static final class Versions implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "demarche-spark " + Version.program(),
                "commit  " + Version.commit(),
                "lexicon " + ContentHash.of(Lexicon.class),
                "model   " + ContentHash.of(OnnxSentenceParser.class),
                "Spark " + org.apache.spark.package$.MODULE$.SPARK_VERSION(),
                "Java " + Runtime.version()
            };
        }
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs once and gives the exit status. */
    public static int run(String... arguments) {
        if (System.getProperty("log4j2.configurationFile") == null) {
            boolean loud = List.of(arguments).contains("--verbose");
            System.setProperty(
                    "log4j2.configurationFile",
                    "classpath:org/demarche/spark/" + (loud ? "loud" : "quiet") + ".properties");
        }
        PrintStream messages = standardError();
        return new CommandLine(new SparkIngest())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setErr(new PrintWriter(messages, true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler(SparkIngest::wrongUse)
                .setExecutionExceptionHandler((fault, line, result) -> fault(fault, line, messages))
                .execute(arguments);
    }

    private static int wrongUse(ParameterException fault, String[] arguments) {
        PrintWriter err = fault.getCommandLine().getErr();
        err.println("DEM-300 " + fault.getMessage());
        err.println("Try: demarche-spark --help");
        return WRONG_USE;
    }

    private static int fault(Exception fault, CommandLine line, PrintStream messages) {
        SparkIngest own = line.getCommand();
        if (own.verbose) {
            fault.printStackTrace(messages);
        }
        String message = fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
        if (fault instanceof IllegalArgumentException) {
            messages.println(message.startsWith("DEM-") ? message : "DEM-300 " + message);
            return WRONG_USE;
        }
        messages.println("DEM-900 a fault of the program: "
                + message.lines().findFirst().orElse(message)
                + (own.verbose ? "" : ". Run again with --verbose to see where; what is finished stays finished."));
        return FAULT;
    }

    @Override
    public Integer call() throws Exception {
        if (part < 1) {
            throw new IllegalArgumentException("--part must be 1 or more, not " + part);
        }
        Settings settings = new Settings(
                published == null ? null : date("--published", published).toString(),
                outlet,
                meta == null ? null : Files.readString(existing(meta)),
                Parsing.valueOf(parse.name().toUpperCase(Locale.ROOT)));
        LocalDate day = asOf == null ? null : date("--as-of", asOf).last().orElseThrow();
        for (String path : in) {
            existing(Path.of(path));
        }
        PrintStream messages = quiet
                ? new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8)
                : standardError();
        Path folder = Objects.requireNonNull(out).toAbsolutePath();
        try (Cluster cluster = Cluster.open(master, conf)) {
            Ingest ingest = new Ingest(cluster, folder, settings, part, messages);
            Ingest.Result result = ingest.run(in, day);
            if (!quiet) {
                System.out.println(result.line(folder));
            }
            return result.documents() == 0 ? NOTHING_READ : result.lost() > 0 ? PARTLY : DONE;
        }
    }

    private static PrintStream standardError() {
        return new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    }

    private static Path existing(Path path) {
        if (!Files.exists(path)) {
            throw new IllegalArgumentException("DEM-101 there is no file " + path);
        }
        return path;
    }

    private static PartialDate date(String option, String value) {
        return PartialDate.parse(value)
                .filter(PartialDate::hasYear)
                .orElseThrow(() -> new IllegalArgumentException(
                        "DEM-301 " + option + " " + value + " is not a date. Use YYYY-MM-DD, YYYY-MM or YYYY."));
    }
}
