package org.demarche.cli;

import org.demarche.export.Table;
import picocli.CommandLine.Command;

@Command(
        name = "timeline",
        description = "Events in order of their dates: who did what to whom, and how many sources say so.",
        footer = {
            "",
            "Examples:",
            "  demarche timeline",
            "  demarche timeline --party RUS --party NATO --since 2021-10",
            "  demarche timeline --ledger ./nato --format csv -o timeline.csv"
        })
final class TimelineVerb extends ViewVerb {
    @Override
    Table table() {
        return Table.EVENTS;
    }
}
