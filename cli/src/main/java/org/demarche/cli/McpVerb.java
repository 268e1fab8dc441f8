package org.demarche.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.demarche.server.Books;
import org.demarche.server.Mcp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "mcp",
        description = "Answer the Model Context Protocol on standard input and output, until it ends.",
        footer = {
            "",
            "`serve` answers the same at /mcp. Every answer carries ids and the words it rests on.",
            "",
            "Examples:",
            "  demarche mcp",
            "  demarche mcp --ledger ./nato",
            "  demarche mcp --ledger ./nato --allow-proposals"
        })
final class McpVerb extends Verb {
    @Mixin
    LedgerOption ledger = new LedgerOption();

    @Option(
            names = "--allow-proposals",
            description = "Let a program put proposals in the review log; they change nothing until a person decides.")
    boolean proposals;

    @Override
    public Integer call() throws Exception {
        Books books = ServeVerb.books(ledger.location, !proposals);
        books.read().close();
        try (PrintStream out =
                new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8)) {
            Mcp.over(books, Engine.pipeline(), proposals).serve(System.in, out);
        }
        return Exit.DONE;
    }
}
