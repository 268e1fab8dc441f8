package org.demarche.cli;

import org.demarche.export.Table;
import picocli.CommandLine.Command;

@Command(
        name = "quotes",
        description = "Who said what, on whose word it is passed on.",
        footer = {
            "",
            "Examples:",
            "  demarche quotes",
            "  demarche quotes --party RUS --party NATO --since 2021-10",
            "  demarche quotes --ledger ./nato --format csv -o quotes.csv"
        })
final class QuotesVerb extends ViewVerb {
    @Override
    Table table() {
        return Table.QUOTES;
    }
}
