package org.demarche.cli;

import java.util.List;
import org.demarche.Dossier;
import org.demarche.export.Row;
import org.demarche.export.Table;
import org.demarche.export.Tables;
import org.demarche.store.LedgerBook;
import org.demarche.view.Selection;
import picocli.CommandLine.Mixin;

/** A verb that shows one table of the ledger. */
abstract class ViewVerb extends Verb {
    @Mixin
    LedgerOption ledger = new LedgerOption();

    @Mixin
    Select select = new Select();

    @Mixin
    Output output = new Output();

    abstract Table table();

    @Override
    public Integer call() throws Exception {
        try (LedgerBook book = ledger.read()) {
            Selection selection = select.selection();
            Dossier dossier =
                    selection.of(table() == Table.EVENTS ? book.dossier(selection.parties()) : book.dossier());
            List<Row> rows = new Tables(dossier).rows(table(), List.of());
            output.write(output.viewForm(), rows.iterator(), table().columns(), Views.of(table()));
        }
        return Exit.DONE;
    }
}
