package org.demarche.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.demarche.Reread;
import org.demarche.model.Attribute;
import org.demarche.model.Claim;
import org.demarche.model.Dateline;
import org.demarche.model.Disagreement;
import org.demarche.model.Document;
import org.demarche.model.Event;
import org.demarche.model.Factuality;
import org.demarche.model.Mention.OfQuantity.Role;
import org.demarche.model.Ruling;
import org.demarche.model.Subject;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;

class EventMergerTest {
    private static final Subject HARBOUR = Telling.mission("Consulate General of Peru in Arica", "PER", "CHL", "Arica");
    private static final Subject CAPITAL = Telling.mission("Embassy of Peru in Santiago", "PER", "CHL", "Santiago");

    private static List<Event> told(Merged merged) {
        return merged.events().stream().filter(e -> !e.claims().isEmpty()).toList();
    }

    @Test
    void twoReportsOfOneExpulsionAreOneEventWithBothWordings() {
        Merged merged = new Telling()
                .report("a", "2011-03-05", "Chile expelled four Peruvian diplomats on 3 March 2011.")
                .report("b", "2011-03-06", "On 3 March Santiago revoked the accreditation of four Peruvian envoys.")
                .told("a", "expelled", "expel-diplomats", "CHL", "PER")
                .on("3 March 2011", "2011-03-03")
                .number("four", 4, Role.COUNT)
                .so()
                .told("b", "revoked", "revoke-accreditation", "CHL", "PER")
                .on("On 3 March", "2011-03-03")
                .number("four", 4, Role.COUNT)
                .so()
                .merged();

        assertThat(merged.events()).singleElement().satisfies(e -> {
            assertThat(e.claims()).hasSize(2);
            assertThat(e.sources()).isEqualTo(2);
            assertThat(e.readings().get("act").readings())
                    .extracting(r -> r.value())
                    .containsExactlyInAnyOrder("expel-diplomats", "revoke-accreditation");
            assertThat(e.why()).isNotEmpty();
        });
    }

    @Test
    void thatOneSideDidNotBreakRelationsDoesNotDenyThatTheOtherLoweredThem() {
        Subject relations = Telling.relations("CHL", "PER");
        Merged merged = new Telling()
                .report("a", "2011-03-05", "Chile has not severed relations with Peru.")
                .report("b", "2011-03-06", "Peru downgraded relations with Chile on 4 March.")
                .told("a", "severed", "sever-relations", "CHL", "PER")
                .as(Factuality.DENIED)
                .about(relations)
                .so()
                .told("b", "downgraded", "downgrade-relations", "PER", "CHL")
                .on("4 March", "2011-03-04")
                .makes(relations, Attribute.STATUS, "downgraded")
                .so()
                .merged();

        assertThat(told(merged)).hasSize(2);
    }

    @Test
    void theAnswerOfTheOtherSideIsAnotherEvent() {
        Merged merged = new Telling()
                .report(
                        "a",
                        "2011-03-09",
                        "Chile expelled four diplomats on 8 March. Peru expelled four diplomats on 8 March.")
                .told("a", "Chile expelled", "expel-diplomats", "CHL", "PER")
                .on("8 March", "2011-03-08")
                .so()
                .told("a", "Peru expelled", "expel-diplomats", "PER", "CHL")
                .on("8 March", "2011-03-08")
                .so()
                .merged();

        assertThat(merged.events()).hasSize(2);
    }

    @Test
    void actsOfDifferentYearsStayApartEvenWhereTheWordsAreTheSame() {
        Merged merged = new Telling()
                .report("a", "2014-05-02", "The ceiling was cut to 20 on 1 May 2014.")
                .report("b", "2018-05-02", "The ceiling was cut to 10 on 1 May 2018.")
                .told("a", "cut", "cut-ceiling", "CHL", "PER")
                .on("1 May 2014", "2014-05-01")
                .number("20", 20, Role.TO)
                .so()
                .told("b", "cut", "cut-ceiling", "CHL", "PER")
                .on("1 May 2018", "2018-05-01")
                .number("10", 10, Role.TO)
                .so()
                .merged();

        assertThat(merged.events()).hasSize(2);
    }

    @Test
    void twoThingsClosedInOneSentenceAreTwoEventsOfOnePackage() {
        Merged merged = new Telling()
                .report("a", "2011-03-05", "On 4 March Chile closed the consulate and shut the embassy.")
                .told("a", "closed", "close-mission", "CHL", "PER")
                .on("4 March", "2011-03-04")
                .makes(HARBOUR, Attribute.STATUS, "closed")
                .so()
                .told("a", "shut", "close-mission", "CHL", "PER")
                .on("4 March", "2011-03-04")
                .makes(CAPITAL, Attribute.STATUS, "closed")
                .so()
                .merged();

        assertThat(told(merged)).hasSize(2);
        assertThat(told(merged)).extracting(Event::parent).doesNotContainNull();
        assertThat(merged.events())
                .filteredOn(e -> e.claims().isEmpty())
                .singleElement()
                .satisfies(parent ->
                        assertThat(told(merged)).extracting(Event::parent).containsOnly(parent.id()));
    }

    @Test
    void sourcesThatDisagreeOnTheNumberAreBothKept() {
        Merged merged = new Telling()
                .report("a", "2011-03-05", "Chile expelled four Peruvian diplomats on 3 March 2011.")
                .report("b", "2011-03-06", "Chile expelled six Peruvian diplomats on 3 March 2011.")
                .told("a", "expelled", "expel-diplomats", "CHL", "PER")
                .on("3 March 2011", "2011-03-03")
                .number("four", 4, Role.COUNT)
                .so()
                .told("b", "expelled", "expel-diplomats", "CHL", "PER")
                .on("3 March 2011", "2011-03-03")
                .number("six", 6, Role.COUNT)
                .so()
                .merged();

        assertThat(merged.events())
                .singleElement()
                .satisfies(e ->
                        assertThat(e.readings().get("quantities").readings()).hasSize(2));
        assertThat(new DisagreementFinder().find(merged))
                .singleElement()
                .satisfies(d -> assertThat(d.field()).isEqualTo("count"));
    }

    @Test
    void aDayWithoutAYearGetsTheYearOfAnotherReportAndSaysThatItIsInferred() {
        Merged merged = new Telling()
                .report("a", null, "Chile expelled four Peruvian diplomats on 3 March.")
                .report("b", "2011-03-06", "Chile expelled four Peruvian diplomats on 3 March 2011.")
                .told("a", "expelled", "expel-diplomats", "CHL", "PER")
                .on("3 March", "--03-03")
                .number("four", 4, Role.COUNT)
                .so()
                .told("b", "expelled", "expel-diplomats", "CHL", "PER")
                .on("3 March 2011", "2011-03-03")
                .number("four", 4, Role.COUNT)
                .so()
                .merged();

        Claim filled = merged.claims().stream()
                .filter(c -> c.document().equals("a"))
                .findFirst()
                .orElseThrow();
        assertThat(String.valueOf(filled.date().start())).isEqualTo("2011-03-03");
        assertThat(filled.date().basis()).isEqualTo(When.Basis.INFERRED);
        Document dated = merged.documents().get(0);
        assertThat(dated.published().basis()).isEqualTo(Dateline.Basis.INFERRED);
        assertThat(String.valueOf(dated.published().start())).isEqualTo("2011-03-03");
    }

    @Test
    void aDayWithoutAYearIsNoOtherDayOfTheYear() {
        Merged merged = new Telling()
                .report("a", null, "Chile imposed sanctions on two firms of Peru on 20 June.")
                .report("b", "2011-12-30", "Chile imposed sanctions on Peru on 29 December 2011.")
                .told("a", "imposed sanctions", "impose-sanctions", "CHL", "PER")
                .on("20 June", "--06-20")
                .so()
                .told("b", "imposed sanctions", "impose-sanctions", "CHL", "PER")
                .on("29 December 2011", "2011-12-29")
                .so()
                .merged();

        assertThat(merged.events()).hasSize(2);
    }

    @Test
    void aReportThatNamesOnlyTheWeekdayIsOfThatDayOrTheNext() {
        Merged merged = new Telling()
                .report("a", null, "On Thursday Chile expelled four Peruvian diplomats.")
                .report("b", "2011-03-06", "Chile expelled four Peruvian diplomats on 3 March 2011.")
                .told("a", "expelled", "expel-diplomats", "CHL", "PER")
                .on("On Thursday")
                .number("four", 4, Role.COUNT)
                .so()
                .told("b", "expelled", "expel-diplomats", "CHL", "PER")
                .on("3 March 2011", "2011-03-03")
                .number("four", 4, Role.COUNT)
                .so()
                .merged();

        Dateline published = merged.documents().get(0).published();
        assertThat(published.start() + "/" + published.end()).isEqualTo("2011-03-03/2011-03-04");
    }

    @Test
    void aCopiedSentenceIsNoSecondSource() {
        String text =
                "Chile expelled four Peruvian diplomats from its capital on 3 March 2011 after a quarrel over fishing"
                        + " grounds near the border.";
        Merged merged = new Telling()
                .report("a", "2011-03-05", text)
                .report("b", "2011-03-06", text)
                .told("a", "expelled", "expel-diplomats", "CHL", "PER")
                .on("3 March 2011", "2011-03-03")
                .so()
                .told("b", "expelled", "expel-diplomats", "CHL", "PER")
                .on("3 March 2011", "2011-03-03")
                .so()
                .merged();

        assertThat(merged.events())
                .singleElement()
                .satisfies(e -> assertThat(e.sources()).isEqualTo(1));
    }

    @Test
    void whyTwoClaimsAreTwoEventsIsSaid() {
        Telling telling = new Telling()
                .report("a", "2014-05-02", "The ceiling was cut to 20 on 1 May 2014.")
                .report("b", "2018-05-02", "The ceiling was cut to 10 on 1 May 2018.")
                .told("a", "cut", "cut-ceiling", "CHL", "PER")
                .on("1 May 2014", "2014-05-01")
                .so()
                .told("b", "cut", "cut-ceiling", "CHL", "PER")
                .on("1 May 2018", "2018-05-01")
                .so();

        List<String> why = new EventMerger(Reread::of)
                .explain(
                        telling.documents(),
                        telling.claims(),
                        telling.claims().get(0).id(),
                        telling.claims().get(1).id());

        assertThat(why).singleElement().asString().contains("1461 days apart");
    }

    @Test
    void theStaffOfEachSideAtTheOtherAreTwoThingsHoweverMuchTheirNamesAreAlike() {
        Merged merged = new Telling()
                .report("a", "2009-04-20", "Nepal expelled two resident diplomats on 4 April 2009.")
                .told("a", "expelled", "expel-diplomats", "NPL", "BTN")
                .on("4 April 2009", "2009-04-04")
                .number("two", 2, Role.COUNT)
                .about(Telling.staff("BTN", "NPL"))
                .so()
                .report("b", "2009-04-20", "The resident diplomats of Nepal will be expelled by May.")
                .told("b", "expelled", "expel-diplomats", "NPL", "BTN")
                .about(Telling.staff("NPL", "BTN"))
                .so()
                .merged();

        assertThat(merged.events()).hasSize(2);
        assertThat(merged.claims().stream().flatMap(c -> c.subjects().stream()).distinct())
                .hasSize(2);
    }

    @Test
    void anAnswerThatMatchedTheFigureIsTheOneOfWhichAnotherReportGivesTheFigure() {
        Telling telling = new Telling()
                .report("a", null, "Nepal threw out nine envoys, and Bhutan matched the figure.")
                .told("a", "threw out", "expel-diplomats", "NPL", "BTN")
                .number("nine", 9, Role.COUNT)
                .so()
                .told("a", "matched the figure", "expel-diplomats", "BTN", "NPL")
                .matching("threw out", "matched the figure")
                .so()
                .report("b", null, "Bhutan told nine Nepalese envoys to go.")
                .told("b", "told nine Nepalese envoys to go", "expel-diplomats", "BTN", "NPL")
                .number("nine", 9, Role.COUNT)
                .so();

        assertThat(telling.merged().events())
                .extracting(e -> e.documents().size())
                .containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void aNumberThatItsReportTakesBackIsACorrectionOfTheOtherReport() {
        Merged merged = new Telling()
                .report("a", "2009-04-05", "On 4 April 2009 Nepal expelled seven envoys of Bhutan.")
                .told("a", "expelled", "expel-diplomats", "NPL", "BTN")
                .on("On 4 April 2009", "2009-04-04")
                .number("seven", 7, Role.COUNT)
                .so()
                .report("b", null, "We wrote that Nepal expelled ten envoys of Bhutan; that was wrong.")
                .told("b", "expelled", "expel-diplomats", "NPL", "BTN")
                .number("ten", 10, Role.COUNT)
                .as(org.demarche.model.Factuality.RETRACTED)
                .so()
                .merged();

        assertThat(merged.events())
                .singleElement()
                .satisfies(e -> assertThat(e.factuality()).isEqualTo(org.demarche.model.Factuality.ASSERTED));
        assertThat(new DisagreementFinder().find(merged))
                .anySatisfy(d -> assertThat(d.kind()).isEqualTo(Disagreement.Kind.CORRECTION));
    }

    @Test
    void claimsThatAPersonRulesOneAreOneEventAndItsOppositeLeavesNoTrace() {
        for (int seed = 0; seed < 10; seed++) {
            Telling telling = Telling.quarrels(new Random(seed));
            Merged before = telling.merged();
            List<org.demarche.model.Event> told =
                    before.events().stream().filter(e -> !e.claims().isEmpty()).toList();
            List<String> some = told.get(0).claims();
            List<String> others = told.get(told.size() - 1).claims();
            List<String> all = new ArrayList<>(some);
            all.addAll(others);
            Ruling one = new Ruling("dec:1", Ruling.Kind.ONE, all, List.of(), "ana");
            Ruling apart = new Ruling("dec:2", Ruling.Kind.APART, others, some, "ana");

            Merged joined = new EventMerger(Reread::of).merge(telling.documents(), telling.claims(), List.of(one));
            Merged again =
                    new EventMerger(Reread::of).merge(telling.documents(), telling.claims(), List.of(one, apart));

            assertThat(joined.events()).anySatisfy(e -> {
                assertThat(e.claims()).containsAll(all);
                assertThat(e.why()).anySatisfy(w -> assertThat(w).contains("dec:1 of ana"));
            });
            assertThat(again).isEqualTo(before);
        }
    }

    /** Seeded reports of made-up quarrels: whatever the order in which they come, every table is the same. */
    @Test
    void theOrderOfReportsAndClaimsChangesNothing() {
        for (int seed = 0; seed < 20; seed++) {
            Telling telling = Telling.quarrels(new Random(seed));
            Merged first = telling.merged();
            List<Document> documents = new ArrayList<>(telling.documents());
            List<Claim> claims = new ArrayList<>(telling.claims());
            Collections.shuffle(documents, new Random(seed + 100));
            Collections.shuffle(claims, new Random(seed + 200));

            Merged second = new EventMerger(Reread::of).merge(documents, claims);

            assertThat(second).isEqualTo(first);
            assertThat(new DisagreementFinder().find(second)).isEqualTo(new DisagreementFinder().find(first));
            assertThat(first.events().stream().mapToInt(e -> e.claims().size()).sum())
                    .isEqualTo(claims.size());
        }
    }

    @Test
    void anActWithoutADayIsTheOnlyOneOfItsKindThatIsKnown() {
        Telling two = measuresLikeIt()
                .report("c", "2011-03-15", "Chile expelled two Peruvian attachés on 14 March 2011.")
                .told("c", "expelled", "expel-diplomats", "CHL", "PER")
                .on("14 March 2011", "2011-03-14")
                .number("two", 2, Role.COUNT)
                .so();

        assertThat(told(two.merged())).hasSize(3);
        assertThat(told(measuresLikeIt().merged())).hasSize(1);
    }

    private static Telling measuresLikeIt() {
        return new Telling()
                .report(
                        "a",
                        "2011-03-05",
                        "Chile revoked the accreditation of four Peruvian diplomats on 3 March 2011.")
                .told("a", "revoked the accreditation", "revoke-accreditation", "CHL", "PER")
                .on("3 March 2011", "2011-03-03")
                .number("four", 4, Role.COUNT)
                .so()
                .report("b", "2011-03-20", "Analysts say that measures like sending envoys home bring nothing.")
                .told("b", "sending envoys home", "expel-diplomats", "CHL", "PER")
                .so();
    }

    @Test
    void theHeadlineThatDoesNotSayWhatIsOfTheActThatTheReportTells() {
        Merged merged = new Telling()
                .report(
                        "a",
                        "2011-03-03",
                        "Chile recalls envoy. Chile recalled its ambassador in Lima on 3 March 2011.")
                .told("a", "recalls", "recall-ambassador", "CHL", "PER")
                .so()
                .told("a", "recalled", "recall-ambassador", "CHL", "PER")
                .on("3 March 2011", "2011-03-03")
                .about(Telling.mission("Embassy of Chile in Lima", "CHL", "PER", "Lima"))
                .so()
                .merged();

        assertThat(merged.events())
                .singleElement()
                .satisfies(e -> assertThat(e.claims()).hasSize(2));
    }

    @Test
    void whatIsCountedInMonthsFromAnotherActMayBeAMonthOff() {
        Telling telling = new Telling()
                .report("a", "2012-06-18", "Nine months after the raid Chile expelled six Peruvian envoys.")
                .report("b", "2011-10-20", "Chile expelled six Peruvian envoys on 3 October 2011.")
                .told("b", "expelled", "expel-diplomats", "CHL", "PER")
                .on("3 October 2011", "2011-10-03")
                .number("six", 6, Role.COUNT)
                .so()
                .told("a", "expelled", "expel-diplomats", "CHL", "PER")
                .after("Nine months after", "2011-09")
                .number("six", 6, Role.COUNT)
                .so();
        Merged merged = telling.merged();

        assertThat(merged.events())
                .singleElement()
                .satisfies(e -> assertThat(String.valueOf(e.date().start())).isEqualTo("2011-10-03"));
        assertThat(new DisagreementFinder().find(merged)).isEmpty();
    }

    @Test
    void thatOneSideHasNotBrokenOffDeniesNothingOfWhatTheOtherDid() {
        Merged merged = new Telling()
                .report("a", "2011-03-02", "Peru has not severed relations with Chile.")
                .report("b", "2011-03-03", "Chile broke off relations with Peru on 3 March 2011.")
                .told("a", "severed", "sever-relations", "PER", "CHL")
                .as(Factuality.DENIED)
                .about(Telling.relations("CHL", "PER"))
                .so()
                .told("b", "broke off", "sever-relations", "CHL", "PER")
                .on("3 March 2011", "2011-03-03")
                .about(Telling.relations("CHL", "PER"))
                .so()
                .merged();

        assertThat(merged.events()).hasSize(2);
        assertThat(new DisagreementFinder().find(merged)).isEmpty();
    }

    @Test
    void whatTwoReportsDateAlikeInWordsIsOneSayingWhateverItsWords() {
        assertThat(sayings("on 2 May 2011", "2011-05-02").events()).hasSize(1);
    }

    @Test
    void onAnotherDayItIsAnother() {
        assertThat(sayings("on 9 May 2011", "2011-05-09").events()).hasSize(2);
    }

    private static Merged sayings(String words, String day) {
        return new Telling()
                .report("a", "2011-05-12", "Peru rebuked Chile on 2 May 2011 by 29 votes to one.")
                .report("b", "2011-05-14", "Thirty members were with Peru as it censured Chile " + words + ".")
                .told("a", "rebuked", "criticise", "PER", "CHL")
                .on("on 2 May 2011", "2011-05-02")
                .so()
                .told("b", "censured", "criticise", "PER", "CHL")
                .on(words, day)
                .so()
                .merged();
    }
}
