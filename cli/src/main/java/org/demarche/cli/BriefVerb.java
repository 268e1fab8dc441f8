package org.demarche.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.demarche.Dossier;
import org.demarche.model.State;
import org.demarche.store.LedgerBook;
import org.demarche.view.Brief;
import org.demarche.view.BriefPage;
import org.demarche.view.Grades;
import org.demarche.view.References;
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
            "  demarche brief GBR RUS --as-of 2018-04-05 --ledger ./skripal -o brief.pdf --grades grades.csv",
            "  demarche brief RUS NATO --citations bibtex -o brief.bib"
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
            description = "FILE.html, FILE.pdf or FILE.md; without it Markdown on standard output.")
    @Nullable
    Path file;

    @Option(
            names = "--grades",
            paramLabel = "FILE.csv",
            description = "How you grade sources: lines of OUTLET or FILE, comma, a letter A to F and a digit 1 to 6.")
    @Nullable
    Path grades;

    /** Forms of references. */
    enum Citations {
        bibtex,
        csl
    }

    @Option(
            names = "--citations",
            paramLabel = "FORM",
            description = "Instead of the brief, the reports that it cites: bibtex or csl (CSL-JSON).")
    @Nullable
    Citations citations;

    @Mixin
    AsOf asOf = new AsOf();

    @Mixin
    LedgerOption ledger = new LedgerOption();

    @Override
    public Integer call() throws Exception {
        String name = file == null ? "" : file.toString().toLowerCase(Locale.ROOT);
        boolean page = name.endsWith(".html") || name.endsWith(".htm");
        boolean pdf = name.endsWith(".pdf");
        if (citations == null && !page && !pdf && !name.isEmpty() && !name.endsWith(".md")) {
            throw new IllegalArgumentException("a brief is written to FILE.html, FILE.pdf or FILE.md, not to " + file);
        }
        Grades graded = grades == null ? Grades.NONE : Grades.parse(Files.readAllLines(grades));
        Brief brief;
        try (LedgerBook book = ledger.read()) {
            brief = brief(book.dossier(), graded);
        }
        if (pdf && citations == null) {
            WholeFile.write(Objects.requireNonNull(file), place -> BriefPdf.write(brief, place));
            return Exit.DONE;
        }
        Output output = new Output();
        output.file = file;
        output.write(out -> out.write(
                citations == Citations.bibtex
                        ? References.bibtex(brief.reports())
                        : citations == Citations.csl
                                ? References.csl(brief.reports())
                                : page ? BriefPage.html(brief) : BriefPage.markdown(brief)));
        return Exit.DONE;
    }

    private Brief brief(Dossier whole, Grades graded) {
        Selection pair = new Selection(List.of(one, other), null, null);
        LocalDate day = asOf.day(whole);
        LocalDate first = since == null ? day.minusDays(30) : Dates.first("--since", since);
        List<State> states = asOf.states(whole).stream().filter(pair::has).toList();
        List<State> before = Engine.pipeline().states(whole, first.minusDays(1), null).stream()
                .filter(pair::has)
                .toList();
        return Brief.of(pair.of(whole), one, other, states, before, first, day, graded);
    }
}
