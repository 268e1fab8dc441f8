package org.demarche.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.demarche.Dossier;
import org.demarche.Pipeline;
import org.demarche.model.Act;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Event;
import org.demarche.model.Factuality;
import org.demarche.model.Ruling;
import org.demarche.model.Span;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionsTest {
    private static final Posting ONE = Samples.posting("one.txt", "Norway expelled two envoys.");
    private static final Posting TWO = Samples.posting("two.txt", "Norway closed a consulate for good, it was said.");

    @TempDir
    Path folder;

    private final List<Entry> log = new ArrayList<>();

    private Entry decide(String by, String kind, String target, @Nullable String field, @Nullable String value) {
        String previous = log.isEmpty() ? "" : log.get(log.size() - 1).hash();
        log.add(new Entry.Draft("2026-01-02T03:04:05Z", by, kind, target, field, value, "a test")
                .after(log.size() + 1, previous));
        return log.get(log.size() - 1);
    }

    private static Claim claim(Posting posting) {
        return posting.coded().claims().get(0);
    }

    private List<Claim> left() {
        return new Decisions(log).apply(ONE.coded()).claims();
    }

    @Test
    void aRejectedClaimIsGoneUntilTheDecisionIsUndoneAndGoneAgainWhenTheUndoIsUndone() {
        Entry reject = decide("ana", "reject", claim(ONE).id(), null, null);
        assertThat(left()).isEmpty();

        Entry undo = decide("ana", "undo", reject.id(), null, null);
        assertThat(left()).containsExactly(claim(ONE));

        decide("ana", "undo", undo.id(), null, null);
        assertThat(left()).isEmpty();
    }

    @Test
    void whereReviewersDifferBothAreKeptAndTheReportStandsAsItIs() {
        decide("ana", "reject", claim(ONE).id(), null, null);
        decide("ben", "accept", claim(ONE).id(), null, null);
        decide("ana", "set", claim(ONE).id(), "date", "2021-10-18");
        decide("ben", "set", claim(ONE).id(), "date", "2021-10-19");

        assertThat(left()).containsExactly(claim(ONE));
        assertThat(new Decisions(log).differing())
                .hasSize(2)
                .allSatisfy(d -> assertThat(d).extracting(Entry::by).containsExactly("ana", "ben"));
    }

    @Test
    void theLastWordOfOneReviewerCounts() {
        decide("ana", "set", claim(ONE).id(), "date", "2021-10-18");
        decide("ana", "set", claim(ONE).id(), "date", "2021-10-19");

        assertThat(left().get(0).date().start()).hasToString("2021-10-19");
        assertThat(new Decisions(log).differing()).isEmpty();
    }

    @Test
    void aMergeThatAnotherReviewerContradictsIsNotFollowed() {
        decide("ana", "merge", "clm:1", null, Decisions.claims(List.of("clm:1", "clm:2"), List.of()));
        assertThat(new Decisions(log).rulings()).hasSize(1);

        decide("ben", "split", "clm:2", null, Decisions.claims(List.of("clm:2"), List.of("clm:1")));

        assertThat(new Decisions(log).rulings()).isEmpty();
        assertThat(new Decisions(log).differing()).hasSize(1);
    }

    private static Claim another() {
        Claim c = claim(ONE);
        Citation words = ONE.coded().document().cite(new Span(7, 26));
        return new Claim(
                Addition.id(words, "meet", "NOR|"),
                c.document(),
                0,
                c.sentence(),
                words,
                new Act("meet", "CONSULT", "meet", List.of(), "040", 1, 1.0),
                c.actors(),
                List.of(),
                When.UNKNOWN,
                null,
                null,
                List.of(),
                Factuality.ASSERTED,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "decision",
                null);
    }

    @Test
    void aClaimThatAPersonAddsIsThereAfterEveryRunUntilItIsUndoneOrTheRulesFindItThemselves() {
        Claim more = another();
        Entry add = decide("ana", "add", more.id(), null, Addition.value(more));

        assertThat(left()).extracting(Claim::id).containsExactly(claim(ONE).id(), more.id());
        assertThat(left().get(1).rule()).isEqualTo("decision " + add.id());
        assertThat(left().get(1).trigger()).isEqualTo(more.trigger());
        assertThat(new Decisions(log).apply(TWO.coded())).isSameAs(TWO.coded());
        assertThat(new Decisions(log)
                        .apply(ONE.coded().withClaims(List.of(more)))
                        .claims())
                .containsExactly(more);
        assertThat(new Decisions(log).stale(Set.of(ONE.coded().document().id())))
                .isEmpty();
        assertThat(new Decisions(log).stale(Set.of())).containsExactly(add);

        decide("ana", "undo", add.id(), null, null);
        assertThat(left()).containsExactly(claim(ONE));
    }

    @Test
    void aClaimThatOneAddsAndAnotherRejectsIsKeptInTheLogAndNotFollowed() {
        Claim more = another();
        decide("ana", "add", more.id(), null, Addition.value(more));
        decide("ben", "accept", more.id(), null, null);
        assertThat(new Decisions(log).differing()).isEmpty();
        assertThat(left()).hasSize(2);

        decide("cleo", "reject", more.id(), null, null);

        assertThat(left()).containsExactly(claim(ONE));
        assertThat(new Decisions(log).differing())
                .singleElement()
                .satisfies(d -> assertThat(d).hasSize(3));
    }

    @Test
    void ofThePreferencesOfOnePersonTheLastCountsAndThoseOfTwoThatContradictAreNotFollowed() {
        String first = Decisions.claims(List.of("clm:1"), List.of("clm:2", "clm:3"));
        String second = Decisions.claims(List.of("clm:2"), List.of("clm:1", "clm:3"));
        decide("ana", "prefer", "clm:1", "date", first);
        decide("ana", "prefer", "clm:1", "act", first);
        Entry last = decide("ana", "prefer", "clm:2", "date", second);

        assertThat(new Decisions(log).rulings())
                .hasSize(2)
                .extracting(r -> r.field() + " " + r.claims())
                .containsExactly("act [clm:1]", "date [clm:2]");

        decide("ben", "prefer", "clm:1", "date", first);

        assertThat(new Decisions(log).rulings()).extracting(Ruling::field).containsExactly("act");
        assertThat(new Decisions(log).differing())
                .singleElement()
                .satisfies(d -> assertThat(d).first().isEqualTo(last));
    }

    @Test
    void whatIsAboutNothingThatIsKnownIsListedAsStale() {
        Entry reject = decide("ana", "reject", "clm:gone", null, null);
        Entry merge = decide("ana", "merge", "clm:1", null, Decisions.claims(List.of("clm:1", "clm:gone"), List.of()));
        decide("ana", "accept", "clm:1", null, null);

        assertThat(new Decisions(log).stale(Set.of("clm:1"))).containsExactly(reject, merge);
    }

    @Test
    void rejectAndUndoSplitAndMergeLeaveTheLedgerByteForByteAsItWas() {
        try (LedgerBook book = book()) {
            book.store().post(List.of(ONE, TWO));
            String before = Packed.json(book.refresh());

            Entry reject = append(book, "reject", claim(ONE).id(), null);
            assertThat(Packed.json(book.refresh())).isNotEqualTo(before);
            append(book, "undo", reject.id(), null);
            assertThat(Packed.json(book.refresh())).isEqualTo(before);

            Event event = book.dossier().events().get(0);
            List<String> some = List.of(event.claims().get(0));
            List<String> others = List.of(event.claims().get(1));
            append(book, "split", others.get(0), Decisions.claims(others, some));
            assertThat(book.refresh().events()).hasSize(2);
            append(book, "merge", some.get(0), Decisions.claims(event.claims(), List.of()));

            Dossier after = book.refresh();
            assertThat(Packed.json(withoutRulings(after))).isEqualTo(before);
        }
    }

    @Test
    void aPreviewShowsWhatADecisionWouldDoAndWritesNothing() {
        try (LedgerBook book = book()) {
            book.store().post(List.of(ONE, TWO));
            book.refresh();

            Dossier would = book.preview(List.of(new Entry.Draft(
                    "2026-01-02T03:04:05Z", "ana", "reject", claim(ONE).id(), null, null, null)));

            assertThat(would.claims()).containsExactly(claim(TWO));
            assertThat(book.dossier().claims()).hasSize(2);
            assertThat(book.store().log()).isEmpty();
        }
    }

    @Test
    void whatIsAcceptedPutOffOrCommentedOnIsNotWorkedOutAnewUnlessSomebodyRejectsIt() {
        try (LedgerBook book = book()) {
            book.store().post(List.of(ONE, TWO));
            Dossier before = book.refresh();

            Entry accept = decided(book, "ana", "accept", claim(ONE).id(), false);
            decided(book, "ana", "comment", claim(ONE).id(), false);
            decided(book, "ben", "unsure", claim(TWO).id(), false);
            decided(book, "ana", "undo", accept.id(), false);
            assertThat(book.dossier()).isEqualTo(before);

            decided(book, "ana", "reject", claim(ONE).id(), true);
            assertThat(book.dossier().claims()).containsExactly(claim(TWO));
            Entry other = decided(book, "ben", "accept", claim(ONE).id(), true);
            assertThat(book.dossier().claims()).hasSize(2);
            decided(book, "ben", "undo", other.id(), true);
            assertThat(book.dossier().claims()).containsExactly(claim(TWO));
        }
    }

    private static Entry decided(LedgerBook book, String by, String kind, String target, boolean anew) {
        LedgerBook.Decided decided =
                book.decide(List.of(new Entry.Draft("2026-01-02T03:04:05Z", by, kind, target, null, null, "a test")));
        assertThat(decided.dossier() != null).as(kind + " of " + target).isEqualTo(anew);
        return decided.entries().get(0);
    }

    private static Dossier withoutRulings(Dossier d) {
        return new Dossier(d.coded(), d.documents(), d.claims(), d.events(), d.disagreements(), d.answers());
    }

    private static Entry append(LedgerBook book, String kind, String target, @Nullable String value) {
        return book.store().append(new Entry.Draft("2026-01-02T03:04:05Z", "ana", kind, target, null, value, "a test"));
    }

    private LedgerBook book() {
        Pipeline pipeline = new Pipeline(sentences -> {
            throw new IllegalStateException("nothing is to be parsed");
        });
        return new LedgerBook(Ledgers.open(folder.toString(), LedgerStore.Access.WRITE), pipeline);
    }
}
