package org.demarche.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.demarche.ContentHash;
import org.demarche.Version;
import org.demarche.language.OnnxSentenceParser;
import org.demarche.lexicon.Lexicon;
import org.demarche.store.LedgerFault;
import org.demarche.store.LockedLedger;
import org.demarche.store.NoLedger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The program: {@code demarche VERB}. */
@Command(
        name = "demarche",
        description = "Turns news reports into a cited, dated ledger of diplomatic relations.",
        versionProvider = Demarche.Versions.class,
        footer = {
            "",
            "Exit status: 0 done; 1 wrong use; 2 nothing could be read; 3 partly done; 4 a fault of the program.",
            "`demarche VERB --help` shows examples."
        })
public final class Demarche implements Runnable {
    /** By name, in the order in which the help lists them. Finding out the options of all of them takes longer than many a command. */
    private static final Map<String, Class<?>> VERBS = new LinkedHashMap<>();

    static {
        VERBS.put("read", ReadVerb.class);
        VERBS.put("annotate", AnnotateVerb.class);
        VERBS.put("code", CodeVerb.class);
        VERBS.put("ingest", IngestVerb.class);
        VERBS.put("status", StatusVerb.class);
        VERBS.put("timeline", TimelineVerb.class);
        VERBS.put("disagreements", DisagreementsVerb.class);
        VERBS.put("answers", AnswersVerb.class);
        VERBS.put("quotes", QuotesVerb.class);
        VERBS.put("explain", ExplainVerb.class);
        VERBS.put("search", SearchVerb.class);
        VERBS.put("brief", BriefVerb.class);
        VERBS.put("export", ExportVerb.class);
        VERBS.put("import", ImportVerb.class);
        VERBS.put("compare", CompareVerb.class);
        VERBS.put("serve", ServeVerb.class);
        VERBS.put("mcp", McpVerb.class);
        VERBS.put("series", SeriesVerb.class);
        VERBS.put("classify", ClassifyVerb.class);
        VERBS.put("merge", MergeVerb.class);
        VERBS.put("recode", RecodeVerb.class);
        VERBS.put("withdraw", WithdrawVerb.class);
        VERBS.put("review", ReviewVerb.class);
        VERBS.put("decide", DecideVerb.class);
        VERBS.put("backup", BackupVerb.class);
        VERBS.put("restore", RestoreVerb.class);
        VERBS.put("doctor", DoctorVerb.class);
        VERBS.put("demo", DemoVerb.class);
        VERBS.put("generate-completion", picocli.AutoComplete.GenerateCompletion.class);
        VERBS.put("help", CommandLine.HelpCommand.class);
    }

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

    /** The version of the program, its commit, lexicon and model, and of the Java that runs it. */
    static final class Versions implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "demarche " + Version.program(),
                "commit  " + Version.commit(),
                "lexicon " + ContentHash.of(Lexicon.class),
                "model   " + ContentHash.of(OnnxSentenceParser.class),
                "Java " + Runtime.version()
            };
        }
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs one command and gives its exit status. */
    public static int run(String... arguments) {
        PrintStream messages = Console.messages();
        CommandLine line = line(arguments.length == 0 ? "" : arguments[0])
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Console.isColoured() ? Ansi.ON : Ansi.OFF))
                .setErr(new PrintWriter(messages, true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler(Demarche::wrongUse)
                .setExecutionExceptionHandler((fault, command, result) -> fault(fault, command, messages));
        System.setProperty("demarche.verb", arguments.length == 0 ? "" : arguments[0]);
        return line.execute(arguments);
    }

    /** The line with the one verb that is asked for; with all of them where the first word is none, or one that needs to know the others. */
    static CommandLine line(String verb) {
        CommandLine line = new CommandLine(new Demarche());
        if (verb.equals("--version") || verb.equals("-V")) {
            return line;
        }
        Class<?> asked = verb.equals("help") || verb.equals("generate-completion") ? null : VERBS.get(verb);
        if (asked != null) {
            return line.addSubcommand(verb, asked);
        }
        VERBS.forEach(line::addSubcommand);
        CommandLine completion = line.getSubcommands().get("generate-completion");
        if (completion != null) {
            completion.getCommandSpec().usageMessage().hidden(true);
        }
        return line;
    }

    private static int wrongUse(ParameterException fault, String[] arguments) {
        PrintWriter err = fault.getCommandLine().getErr();
        err.println("DEM-300 " + fault.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(fault, err);
        err.println("Try: " + fault.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return Exit.WRONG_USE;
    }

    private static int fault(Exception fault, CommandLine command, PrintStream messages) {
        boolean verbose = command.getCommand() instanceof Verb verb && verb.verbose;
        if (verbose) {
            fault.printStackTrace(messages);
        }
        String message = fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
        if (fault instanceof IllegalArgumentException || fault instanceof NoLedger || fault instanceof LockedLedger) {
            messages.println(message.startsWith("DEM-") ? message : "DEM-300 " + message);
            return Exit.WRONG_USE;
        }
        if (fault instanceof LedgerFault) {
            messages.println(message);
            return Exit.FAULT;
        }
        if (fault instanceof IOException || fault instanceof UncheckedIOException) {
            FileFault file = FileFault.of(fault);
            if (!file.message().isEmpty()) {
                messages.println(file.message());
            }
            return file.status();
        }
        messages.println("DEM-900 a fault of the program: " + message
                + (verbose ? "" : ". Run again with --verbose to see where."));
        return Exit.FAULT;
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
