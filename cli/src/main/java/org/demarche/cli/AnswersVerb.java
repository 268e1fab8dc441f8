package org.demarche.cli;

import org.demarche.export.Table;
import picocli.CommandLine.Command;

@Command(
        name = "answers",
        description = "Which act answered which: said by a source, or inferred by a named rule.",
        footer = {
            "",
            "Examples:",
            "  demarche answers",
            "  demarche answers --party RUS --party NATO --since 2021-10",
            "  demarche answers --ledger ./nato --format csv -o answers.csv"
        })
final class AnswersVerb extends ViewVerb {
    @Override
    Table table() {
        return Table.ANSWERS;
    }
}
