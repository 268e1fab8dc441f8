package org.demarche.cli;

import java.nio.file.Path;
import java.util.List;
import org.demarche.store.LedgerBook;
import org.demarche.store.LedgerStore;
import org.demarche.store.Ledgers;
import picocli.CommandLine.Option;

/** {@code --ledger}. */
final class LedgerOption {
    @Option(
            names = "--ledger",
            paramLabel = "DIR|URL",
            description = "The ledger: a folder, or jdbc:postgresql://HOST/NAME. Default: ./demarche-ledger.")
    String location = Ledgers.DEFAULT;

    LedgerBook read() {
        return new LedgerBook(Ledgers.open(location, LedgerStore.Access.READ), Engine.pipeline());
    }

    /** For writing, with actors of the user's own. */
    LedgerBook write(List<Path> actors, ReadingOptions reading) {
        return new LedgerBook(Ledgers.open(location, LedgerStore.Access.WRITE), Engine.pipeline(actors, reading));
    }

    LedgerBook write() {
        return new LedgerBook(Ledgers.open(location, LedgerStore.Access.WRITE), Engine.pipeline());
    }
}
