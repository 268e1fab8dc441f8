package org.demarche.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.demarche.Coded;
import org.demarche.Dossier;
import org.demarche.model.Actor;
import org.demarche.model.Attribute;
import org.demarche.model.Change;
import org.demarche.model.Claim;
import org.demarche.model.Mention;
import org.demarche.model.Mentions;
import org.demarche.model.PartialDate;
import org.demarche.model.Quote;
import org.demarche.model.Span;
import org.demarche.model.Subject;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;

/** What people set otherwise than the rules read it: sides, days, and on whose word. */
class CorrectionsTest {
    private static final String TEXT = "Norway shut the consulate of Denmark on 4 May, a clerk told Anna Berg.";
    private static final Actor DENMARK = new Actor("DNK", Actor.Kind.STATE, "Denmark", "DNK", "GOV");
    private static final PartialDate FOURTH = new PartialDate(2021, 5, 4);
    private static final Coded REPORT = report();
    private static final Claim CLAIM = REPORT.claims().get(0);
    private static final String QUOTE = REPORT.mentions().quotes().get(0).id(REPORT.document());

    private final List<Entry> log = new ArrayList<>();
    private final Named named = new Named(
            new Dossier(List.of(REPORT), List.of(), List.of(), List.of(), List.of(), List.of()),
            id -> id.equals("DNK") ? "the Danes" : id);

    private static Span at(String words) {
        return new Span(TEXT.indexOf(words), TEXT.indexOf(words) + words.length());
    }

    private static Coded report() {
        Coded plain = Samples.posting("shut.txt", TEXT).coded();
        Claim said = plain.claims().get(0);
        Subject consulate =
                new Subject("sub:1", Subject.Kind.OFFICE, "Consulate of Denmark", List.of(), List.of("DNK"), null);
        Claim claim = said.withChanges(List.of(new Change(
                consulate,
                Attribute.STATUS,
                "closed",
                null,
                null,
                Change.Nature.BEGINS,
                said.date(),
                null,
                said.trigger())));
        Mention.OfTime day = new Mention.OfTime(
                at("4 May"),
                0,
                "2021-05-04",
                Mention.OfTime.Type.DATE,
                new When(FOURTH, FOURTH, When.Precision.DAY, When.Basis.RELATIVE_REPORT, null));
        Mention.OfActor denmark = new Mention.OfActor(at("Denmark"), 0, DENMARK, Mention.OfActor.Form.NAME);
        Quote quote = new Quote(
                0,
                at("a clerk"),
                at("told"),
                at("Norway shut the consulate of Denmark on 4 May"),
                false,
                List.of(new Quote.Holder("a clerk", null, "tell", at("a clerk"))),
                null,
                Quote.Kind.STATEMENT,
                false);
        return plain.withClaims(List.of(claim))
                .withMentions(new Mentions(List.of(denmark), List.of(day), List.of(), List.of(), List.of(quote)));
    }

    private Entry set(String by, String target, String field, String given) {
        String previous = log.isEmpty() ? "" : log.get(log.size() - 1).hash();
        log.add(new Entry.Draft(
                        "2026-01-02T03:04:05Z", by, "set", target, field, named.value(target, field, given), "a test")
                .after(log.size() + 1, previous));
        return log.get(log.size() - 1);
    }

    private Coded now() {
        return new Decisions(log).apply(REPORT);
    }

    private Claim claim() {
        return now().claims().get(0);
    }

    @Test
    void theSidesThatAPersonSetsStandWithTheWordsOfTheSentenceThatNameThem() {
        set("ana", CLAIM.id(), "actors", "the Danes");
        set("ana", CLAIM.id(), "recipients", "DNK; denmark");

        assertThat(claim().actors()).singleElement().satisfies(p -> {
            assertThat(p.actor()).isEqualTo(DENMARK);
            assertThat(p.citation()).isEqualTo(REPORT.document().cite(at("Denmark")));
        });
        assertThat(claim().recipients()).hasSize(2);
        assertThat(claim().id()).isEqualTo(CLAIM.id());
        assertThat(Correction.shown("actors", String.valueOf(log.get(0).value())))
                .isEqualTo("Denmark");
    }

    @Test
    void aDayThatAPersonSetsIsCitedWhereTheSentenceTellsItAndWhatTheActDoesBeginsThen() {
        set("ana", CLAIM.id(), "date", "2021-05-04");

        assertThat(claim().date().citation()).isEqualTo(REPORT.document().cite(at("4 May")));
        assertThat(claim().changes())
                .singleElement()
                .satisfies(c -> assertThat(c.from()).isEqualTo(claim().date()));

        set("ana", CLAIM.id(), "effective", "2021-05-06/2021-05-08");

        When force = claim().effective();
        assertThat(force).isNotNull();
        assertThat(force.start()).hasToString("2021-05-06");
        assertThat(force.end()).hasToString("2021-05-08");
        assertThat(claim().changes())
                .singleElement()
                .satisfies(c -> assertThat(c.from()).isEqualTo(force));
    }

    @Test
    void onWhoseWordItIsToldIsSetForAClaimAndForAQuotationAndTheReportMayBeItsOwnWitness() {
        set("ana", CLAIM.id(), "attribution", "Anna Berg");
        set("ana", QUOTE, "attribution", "Anna Berg");

        assertThat(claim().attribution()).singleElement().satisfies(a -> {
            assertThat(a.holder()).isEqualTo("Anna Berg");
            assertThat(a.citation()).isEqualTo(REPORT.document().cite(at("Anna Berg")));
        });
        Quote quote = now().mentions().quotes().get(0);
        assertThat(quote.chain())
                .singleElement()
                .satisfies(h -> assertThat(h.holder()).isEqualTo("Anna Berg"));
        assertThat(quote.source()).isEqualTo(at("Anna Berg"));
        assertThat(quote.isStatement()).isTrue();
        assertThat(new Decisions(log).stale(Set.of(CLAIM.id(), QUOTE))).isEmpty();
        assertThat(new Decisions(log).stale(Set.of(CLAIM.id())))
                .extracting(Entry::target)
                .containsExactly(QUOTE);

        set("ana", CLAIM.id(), "attribution", "");
        assertThat(claim().attribution()).isEmpty();
    }

    @Test
    void whoSetsTheSameInOtherWordsAgreesAndWhoSetsAnotherDoesNot() {
        set("ana", CLAIM.id(), "actors", "DNK");
        set("ben", CLAIM.id(), "actors", "Denmark");
        assertThat(new Decisions(log).differing()).isEmpty();
        assertThat(claim().actors()).extracting(p -> p.actor().id()).containsExactly("DNK");

        set("ben", CLAIM.id(), "attribution", "Anna Berg");
        set("ana", CLAIM.id(), "attribution", "a clerk");

        assertThat(new Decisions(log).differing()).hasSize(1);
        assertThat(claim().attribution()).isEmpty();
    }

    @Test
    void nobodyIsMadeUp() {
        assertThatThrownBy(() -> set("ana", CLAIM.id(), "actors", "Atlantis"))
                .hasMessageContaining("DEM-618")
                .hasMessageContaining("Atlantis");
        assertThatThrownBy(() -> set("ana", CLAIM.id(), "actors", " ")).hasMessageContaining("DEM-618");
        assertThatThrownBy(() -> set("ana", CLAIM.id(), "attribution", "the harbour master"))
                .hasMessageContaining("DEM-618");
        assertThatThrownBy(() -> set("ana", QUOTE, "date", "2021")).hasMessageContaining("DEM-618");
        assertThatThrownBy(() -> set("ana", "quo:0123456789ab", "attribution", "Denmark"))
                .hasMessageContaining("DEM-401");
        assertThatThrownBy(() -> Correction.check("actors", "Denmark")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Correction.check("date", "2021-05-08/2021-05-06"))
                .hasMessageContaining("DEM-301");
        assertThat(log).isEmpty();
    }
}
