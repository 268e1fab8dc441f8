package org.demarche.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** What every verb has: help, a place for messages, an exit status. */
abstract class Verb implements Callable<Integer> {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Option(names = "--verbose", description = "Say more, and where a fault of the program happened.")
    boolean verbose;

    @Option(names = "--quiet", description = "No notices and no progress on standard error.")
    boolean quiet;

    /** Standard error, or nothing where the user wants quiet. */
    PrintStream messages() {
        return quiet
                ? new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8)
                : Console.messages();
    }
}
