package org.demarche.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.demarche.Dossier;
import org.demarche.export.Difference;
import org.demarche.export.Row;
import org.demarche.export.Table;
import org.demarche.export.Tables;
import org.demarche.model.State;
import org.demarche.model.Subject;
import org.demarche.store.LedgerBook;
import org.demarche.view.Selection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        description = "What was open, suspended or closed on a day; ceilings, head counts, who was in charge.",
        footer = {
            "",
            "Examples:",
            "  demarche status --as-of 2021-11-02",
            "  demarche status --as-of 2021-11-02 --known-as-of 2021-10-07",
            "  demarche status --as-of 2021-11 --subject mission --format csv"
        })
final class StatusVerb extends Verb {
    @Mixin
    LedgerOption ledger = new LedgerOption();

    @Mixin
    AsOf asOf = new AsOf();

    @Mixin
    Select select = new Select();

    @Mixin
    Output output = new Output();

    @Option(
            names = "--subject",
            paramLabel = "WORDS",
            description = "Only subjects whose name, kind or id has these words.")
    @Nullable
    String subject;

    private boolean isWanted(State state) {
        Subject about = state.subject();
        String all = (about.id() + " " + about.kind() + " " + about.name() + " " + String.join(" ", about.aliases()))
                .toLowerCase(Locale.ROOT);
        return subject == null
                || Arrays.stream(subject.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(all::contains);
    }

    @Option(
            names = "--diff",
            paramLabel = "DATE",
            description = "Only what differs from this day, each row with the value it had then (`was`).")
    @Nullable
    String diff;

    @Override
    public Integer call() throws Exception {
        try (LedgerBook book = ledger.read()) {
            Selection selection = select.selection();
            Dossier dossier = asOf.needsAll() ? book.dossier() : book.dossier(selection.parties());
            List<State> states = asOf.states(dossier).stream()
                    .filter(selection::has)
                    .filter(this::isWanted)
                    .toList();
            Tables tables = new Tables(dossier);
            if (diff != null) {
                List<State> earlier = Engine.pipeline().states(dossier, Dates.last("--diff", diff), asOf.knownDay());
                List<Row> changed = Difference.of(tables.states(earlier), tables.states(states));
                output.write(output.viewForm(), changed.iterator(), Difference.COLUMNS, Views.changes());
                return Exit.DONE;
            }
            List<Row> rows = tables.states(states);
            output.write(output.viewForm(), rows.iterator(), Table.STATES.columns(), Views.states());
        }
        return Exit.DONE;
    }
}
