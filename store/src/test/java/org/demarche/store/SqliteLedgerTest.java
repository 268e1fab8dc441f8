package org.demarche.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteLedgerTest extends LedgerContract {
    @TempDir
    Path folder;

    @Override
    String location() {
        return folder.resolve("ledger").toString();
    }

    @Test
    void aBackupMakesTheSameLedgerAgain() {
        Posting posting = Samples.posting("one.txt", "Norway expelled two envoys.");
        Entry entry;
        try (LedgerStore store = Ledgers.open(location(), LedgerStore.Access.WRITE)) {
            store.post(List.of(posting));
            entry = store.append(new Entry.Draft("2026-01-02T03:04:05Z", "ana", "accept", "clm:1", null, null, null));
        }
        Path file = folder.resolve("backup.db");
        String other = folder.resolve("other").toString();

        assertThat(Ledgers.backup(location(), file)).isEqualTo(1);
        assertThat(Ledgers.restore(file, other)).isEqualTo(1);

        try (LedgerStore store = Ledgers.open(other, LedgerStore.Access.READ)) {
            assertThat(store.coded().toList()).containsExactly(posting.coded());
            assertThat(store.log()).containsExactly(entry);
        }
        assertThatThrownBy(() -> Ledgers.backup(location(), file)).hasMessageContaining("never overwrites");
    }

    @Test
    void whereThereIsNoLedgerTheMessageSaysHowToMakeOne() {
        assertThatThrownBy(() -> Ledgers.open(folder.resolve("nowhere").toString(), LedgerStore.Access.READ))
                .isInstanceOf(NoLedger.class)
                .hasMessageContaining("DEM-501")
                .hasMessageContaining("demarche ingest");
    }
}
