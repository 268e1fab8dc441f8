package org.demarche.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.demarche.Pipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger that reports come to bit by bit, each time worked out anew: byte for byte the one that read them all at once. */
class GrownLedgerTest {
    @TempDir
    Path folder;

    @Test
    void aLedgerThatGrewIsTheOneThatReadAllAtOnceInAnotherOrder() {
        Generated generated = new Generated(60, 5);
        List<Posting> all = new ArrayList<>(
                IntStream.range(0, 60).mapToObj(generated::report).toList());
        String grown = folder.resolve("grown").toString();
        take(grown, all.subList(0, 40));
        take(grown, all.subList(40, 50));
        take(grown, all.subList(45, 60));
        Collections.reverse(all);
        String whole = folder.resolve("whole").toString();
        take(whole, all);

        assertThat(Killings.tables(grown)).isEqualTo(Killings.tables(whole));
    }

    private static void take(String ledger, List<Posting> reports) {
        Pipeline pipeline = new Pipeline(sentences -> {
            throw new IllegalStateException("generated reports are not parsed");
        });
        try (LedgerBook book = new LedgerBook(Ledgers.open(ledger, LedgerStore.Access.WRITE), pipeline)) {
            book.store().post(reports);
            book.refresh();
        }
    }
}
