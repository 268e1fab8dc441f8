package org.demarche.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.demarche.Coded;
import org.demarche.Dossier;
import org.demarche.Pipeline;
import org.demarche.model.Document;
import org.junit.jupiter.api.Test;

/** What every store must hold. */
abstract class LedgerContract {
    private static final Posting ONE = Samples.posting("one.txt", "Norway expelled two envoys.");
    private static final Posting TWO = Samples.posting("two.txt", "Oslo \uD83D\uDE80 sent two envoys home.");

    abstract String location();

    @Test
    void whatIsPostedIsReadAsItWas() {
        try (LedgerStore store = Ledgers.open(location(), LedgerStore.Access.WRITE)) {
            assertThat(store.post(List.of(TWO, ONE))).isEqualTo(2);
        }
        try (LedgerStore store = Ledgers.open(location(), LedgerStore.Access.READ)) {
            assertThat(store.documents().toList()).containsExactly(ONE.read(), TWO.read());
            assertThat(store.coded().toList()).containsExactly(ONE.coded(), TWO.coded());
        }
    }

    @Test
    void postingADocumentTwiceChangesNothing() {
        try (LedgerStore store = Ledgers.open(location(), LedgerStore.Access.WRITE)) {
            store.post(List.of(ONE));
            String mark = store.mark();

            assertThat(store.post(List.of(ONE))).isZero();

            assertThat(store.mark()).isEqualTo(mark);
            assertThat(store.ids()).containsExactly(ONE.read().id());
        }
    }

    @Test
    void aBatchThatFailsLeavesNothingBehind() {
        Posting broken = new Posting(withoutFile(TWO.read()), TWO.coded());
        try (LedgerStore store = Ledgers.open(location(), LedgerStore.Access.WRITE)) {
            assertThatThrownBy(() -> store.post(List.of(ONE, broken))).isInstanceOf(RuntimeException.class);

            assertThat(store.ids()).isEmpty();
        }
    }

    @Test
    void theLogIsAChainThatOnlyGrows() {
        try (LedgerStore store = Ledgers.open(location(), LedgerStore.Access.WRITE)) {
            Entry first = store.append(draft("reject", "clm:1"));
            Entry second = store.append(draft("undo", first.id()));

            assertThat(store.log()).containsExactly(first, second);
            assertThat(second.previous()).isEqualTo(first.hash());
            assertThat(first.holds() && second.holds()).isTrue();
            assertThat(new Decisions(store.log()).standing()).isEmpty();
        }
    }

    @Test
    void decisionsThatAreTakenTogetherAreWrittenTogetherOrNotAtAll() {
        try (LedgerStore store = Ledgers.open(location(), LedgerStore.Access.WRITE)) {
            Entry first = store.append(draft("accept", "clm:1"));
            List<Entry> both = store.append(List.of(draft("accept", "clm:2"), draft("accept", "clm:3")));
            Entry.Draft nobodys = new Entry.Draft("2021-11-02T10:00:00Z", null, "accept", "clm:4", null, null, null);

            assertThat(both.get(0).previous()).isEqualTo(first.hash());
            assertThat(both.get(1).previous()).isEqualTo(both.get(0).hash());
            assertThat(store.log()).hasSize(3).allMatch(Entry::holds);
            assertThatThrownBy(() -> store.append(List.of(draft("accept", "clm:5"), nobodys)))
                    .isInstanceOf(RuntimeException.class);
            assertThat(store.log()).hasSize(3);
        }
    }

    @Test
    void whatWasDerivedIsStaleAfterTheNextPosting() {
        try (LedgerStore store = Ledgers.open(location(), LedgerStore.Access.WRITE)) {
            store.post(List.of(ONE));
            store.keep(store.mark(), Dossier.NOTHING);
            assertThat(store.dossier(store.mark())).contains(Dossier.NOTHING);

            store.post(List.of(TWO));

            assertThat(store.dossier(store.mark())).isEmpty();
        }
    }

    @Test
    void anEventIsRememberedUnderEveryIdThatItHad() {
        try (LedgerStore store = Ledgers.open(location(), LedgerStore.Access.WRITE)) {
            store.keep("1", events(new Generated(40, 5).report(1), new Generated(40, 5).report(2)));
            Map<String, String> first = store.formerly();
            assertThat(first).isNotEmpty();
            assertThat(first.values()).allMatch(c -> c.startsWith("clm:"));

            store.keep("2", events(new Generated(40, 5).report(3)));

            assertThat(store.formerly()).containsAllEntriesOf(first).hasSizeGreaterThan(first.size());
        }
    }

    @Test
    void whatTwoPartiesHaveToDoWithEachOtherIsReadWithoutTheRest() {
        try (LedgerStore store = Ledgers.open(location(), LedgerStore.Access.WRITE)) {
            Dossier whole = events(new Generated(8, 5).report(1), new Generated(8, 5).report(2));
            store.keep("1", whole);
            org.demarche.model.Event first = whole.events().get(0);
            String one = first.actors().get(0).actor().id();
            String other = first.recipients().get(0).actor().id();

            Dossier part = store.dyad("1", other, one).orElseThrow();

            assertThat(part.events())
                    .contains(first)
                    .hasSizeLessThan(whole.events().size());
            assertThat(store.dyad("2", one, other)).isEmpty();
            store.keep("2", Dossier.NOTHING);
            assertThat(store.dyad("1", one, other)).isEmpty();
            assertThat(store.dyad("2", one, other)).isEmpty();
        }
    }

    private static Dossier events(Posting... postings) {
        Pipeline pipeline = new Pipeline(sentences -> {
            throw new IllegalStateException("generated reports are not parsed");
        });
        return pipeline.merge(Arrays.stream(postings).map(Posting::coded).toList());
    }

    @Test
    void aSecondWriterIsToldWhoWritesAndReadersAreNotDisturbed() {
        try (LedgerStore writer = Ledgers.open(location(), LedgerStore.Access.WRITE)) {
            writer.post(List.of(ONE));
            assertThatThrownBy(() -> Ledgers.open(location(), LedgerStore.Access.WRITE))
                    .isInstanceOf(LockedLedger.class)
                    .hasMessageContaining("DEM-503");
            try (LedgerStore reader = Ledgers.open(location(), LedgerStore.Access.READ)) {
                assertThat(reader.coded()
                                .map(Coded::document)
                                .map(Document::file)
                                .toList())
                        .containsExactly("one.txt");
            }
        }
    }

    @Test
    void aWithdrawnReportSaysNothingAnyMore() {
        Decisions decisions =
                new Decisions(List.of(draft("withdraw", ONE.read().id()).after(1, "")));

        assertThat(decisions.apply(ONE.coded()).claims()).isEmpty();
        assertThat(decisions.apply(TWO.coded())).isEqualTo(TWO.coded());
    }

    private static Entry.Draft draft(String kind, String target) {
        return new Entry.Draft("2026-01-02T03:04:05Z", "ana", kind, target, null, null, "a test");
    }

    @SuppressWarnings("NullAway") // the very point
    private static Document withoutFile(Document d) {
        return new Document(
                d.id(),
                null,
                d.path(),
                d.sha256(),
                d.url(),
                d.outlet(),
                d.author(),
                d.title(),
                d.language(),
                d.published(),
                d.text());
    }
}
