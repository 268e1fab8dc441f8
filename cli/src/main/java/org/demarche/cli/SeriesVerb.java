package org.demarche.cli;

import java.util.List;
import org.demarche.Dossier;
import org.demarche.export.Row;
import org.demarche.export.SeriesRows;
import org.demarche.reciprocity.Series;
import org.demarche.store.LedgerBook;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "series",
        description = "How two sides dealt with each other: one row a period and direction, rows of zeros included.",
        footer = {
            "",
            "Examples:",
            "  demarche series NATO RUS --per month",
            "  demarche series NATO RUS --per week --since 2021-09 --format csv > dyad_week.csv",
            "  demarche series GBR RUS --per day --since 2018-03-01 --until 2018-04-15"
        })
final class SeriesVerb extends Verb {
    @Parameters(index = "0", paramLabel = "A", description = "One side: RUS, NATO ...")
    String first = "";

    @Parameters(index = "1", paramLabel = "B", description = "The other side.")
    String second = "";

    @Option(names = "--per", paramLabel = "PERIOD", description = "day, week or month (default).")
    Series.Per per = Series.Per.MONTH;

    @Option(names = "--since", paramLabel = "DATE", description = "First day; default: of the first event.")
    @Nullable
    String since;

    @Option(names = "--until", paramLabel = "DATE", description = "Last day; default: of the last event.")
    @Nullable
    String until;

    @Mixin
    LedgerOption ledger = new LedgerOption();

    @Mixin
    Output output = new Output();

    @Override
    public Integer call() throws Exception {
        try (LedgerBook book = ledger.read()) {
            Dossier dossier = book.dossier();
            Series series = Series.of(
                    dossier.events(),
                    first,
                    second,
                    per,
                    since == null ? null : Dates.first("--since", since),
                    until == null ? null : Dates.last("--until", until));
            List<Row> rows = series.rows().stream().map(SeriesRows::row).toList();
            output.write(output.viewForm(), rows.iterator(), SeriesRows.COLUMNS, Views.series());
            if (series.undated() > 0) {
                messages()
                        .println("DEM-220 " + Summary.plural(series.undated(), "event")
                                + " of the two sides are left out: no single period can claim them.");
            }
        }
        return Exit.DONE;
    }
}
