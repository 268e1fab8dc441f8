package org.demarche.cli;

import org.demarche.export.Table;
import picocli.CommandLine.Command;

@Command(
        name = "disagreements",
        description = "Where sources differ on an event or a state, every reading with its words.",
        footer = {
            "",
            "Examples:",
            "  demarche disagreements",
            "  demarche disagreements --party RUS --party NATO --since 2021-10",
            "  demarche disagreements --ledger ./nato --format csv -o disagreements.csv"
        })
final class DisagreementsVerb extends ViewVerb {
    @Override
    Table table() {
        return Table.DISAGREEMENTS;
    }
}
