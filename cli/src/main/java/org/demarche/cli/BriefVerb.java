package org.demarche.cli;

import java.io.Writer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.demarche.Dossier;
import org.demarche.Pipeline;
import org.demarche.model.State;
import org.demarche.store.LedgerBook;
import org.demarche.view.Brief;
import org.demarche.view.BriefPage;
import org.demarche.view.Selection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "brief",
        description = "One page on two parties for a reader who was not there; every line is cited.",
        footer = {
            "",
            "Examples:",
            "  demarche brief RUS NATO --as-of 2021-11-02 -o brief.html",
            "  demarche brief RUS NATO --since 2021-10 > brief.md",
            "  demarche brief GBR RUS --as-of 2018-04-05 --ledger ./skripal -o brief.md"
        })
final class BriefVerb extends Verb {
    @Parameters(index = "0", paramLabel = "A", description = "One party: RUS, NATO ...")
    String one = "";

    @Parameters(index = "1", paramLabel = "B", description = "The other.")
    String other = "";

    @Option(
            names = "--since",
            paramLabel = "DATE",
            description = "Tell what changed from this day on; default: 30 days before.")
    @Nullable
    String since;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "FILE.html or FILE.md; without it Markdown on standard output.")
    @Nullable
    Path file;

    @Mixin
    AsOf asOf = new AsOf();

    @Mixin
    LedgerOption ledger = new LedgerOption();

    @Override
    public Integer call() throws Exception {
        String name = file == null ? "" : file.toString().toLowerCase(Locale.ROOT);
        boolean page = name.endsWith(".html") || name.endsWith(".htm");
        if (!page && !name.isEmpty() && !name.endsWith(".md")) {
            throw new IllegalArgumentException("a brief is written to FILE.html or FILE.md, not to " + file);
        }
        Selection pair = new Selection(List.of(one, other), null, null);
        Pipeline pipeline = Engine.pipeline();
        Output output = new Output();
        output.file = file;
        try (LedgerBook book = ledger.read();
                Writer out = output.open()) {
            Dossier whole = book.dossier();
            LocalDate day = asOf.day(whole);
            LocalDate first = since == null ? day.minusDays(30) : Dates.first("--since", since);
            List<State> states = asOf.states(whole).stream().filter(pair::has).toList();
            List<State> before = pipeline.states(whole, first.minusDays(1), null).stream()
                    .filter(pair::has)
                    .toList();
            Brief brief = Brief.of(pair.of(whole), one, other, states, before, first, day);
            out.write(page ? BriefPage.html(brief) : BriefPage.markdown(brief));
        }
        return Exit.DONE;
    }
}
