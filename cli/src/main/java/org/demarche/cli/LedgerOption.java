package org.demarche.cli;

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

    LedgerBook write() {
        return new LedgerBook(Ledgers.open(location, LedgerStore.Access.WRITE), Engine.pipeline());
    }
}
