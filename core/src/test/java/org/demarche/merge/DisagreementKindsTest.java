package org.demarche.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.demarche.model.Attribute;
import org.demarche.model.Disagreement;
import org.demarche.model.Disagreement.Kind;
import org.demarche.model.Factuality;
import org.demarche.model.Subject;
import org.junit.jupiter.api.Test;

class DisagreementKindsTest {
    private static List<Disagreement> in(Telling telling) {
        return new DisagreementFinder().find(telling.merged());
    }

    private static Telling two(String first, String second) {
        return new Telling().report("a", "2011-05-10", first).report("b", "2011-05-12", second);
    }

    @Test
    void wordsThatOnlySayThatSomethingWasSaidAreNoDisagreement() {
        assertThat(in(two("Peru blasted Chile on 2 May 2011.", "On 2 May 2011 Peru lashed out at Chile.")
                        .told("a", "blasted", "criticise", "PER", "CHL")
                        .on("on 2 May 2011", "2011-05-02")
                        .so()
                        .told("b", "lashed out", "criticise", "PER", "CHL")
                        .on("On 2 May 2011", "2011-05-02")
                        .so()))
                .isEmpty();
    }

    @Test
    void namesThatJudgeAUseOfForceAre() {
        assertThat(in(two(
                                "Laos raided the Thai post on 2 May 2011.",
                                "The operation of Laos at the Thai post on 2 May 2011 ended.")
                        .told("a", "raided", "attack", "LAO", "THA")
                        .on("on 2 May 2011", "2011-05-02")
                        .so()
                        .told("b", "operation", "attack", "LAO", "THA")
                        .on("on 2 May 2011", "2011-05-02")
                        .so()))
                .singleElement()
                .satisfies(d -> assertThat(d.readings())
                        .extracting(Disagreement.Reading::value)
                        .containsExactlyInAnyOrder("raid", "operation"));
    }

    @Test
    void toBeSentHomeAndToBeToldToGoAreOne() {
        assertThat(in(two(
                                "Peru expelled a diplomat of Chile on 2 May 2011.",
                                "Peru told a diplomat of Chile to leave on 2 May 2011.")
                        .told("a", "expelled", "expel-diplomats", "PER", "CHL")
                        .on("on 2 May 2011", "2011-05-02")
                        .so()
                        .told("b", "leave", "expel-diplomats", "PER", "CHL")
                        .on("on 2 May 2011", "2011-05-02")
                        .so()))
                .isEmpty();
    }

    @Test
    void aDiplomatHereIsASpyThere() {
        assertThat(in(two(
                                "Peru expelled a diplomat of Chile on 2 May 2011.",
                                "On 2 May 2011 Peru expelled Chile's station chief.")
                        .told("a", "expelled", "expel-diplomats", "PER", "CHL")
                        .on("on 2 May 2011", "2011-05-02")
                        .so()
                        .told("b", "expelled", "expel-diplomats", "PER", "CHL")
                        .on("On 2 May 2011", "2011-05-02")
                        .so()))
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.field()).isEqualTo("rank");
                    assertThat(d.kind()).isEqualTo(Kind.WORDING);
                    assertThat(d.readings())
                            .extracting(r -> r.citation().quote())
                            .containsExactlyInAnyOrder("diplomat", "station chief");
                });
    }

    @Test
    void oneReportSaysFromTheFirstAnotherFromTheTenth() {
        Subject mission = Telling.mission("Embassy of Peru in Santiago", "PER", "CHL", "Santiago");
        assertThat(in(two(
                                "On 2 May 2011 Peru closed its embassy as of 1 June.",
                                "Peru closed its embassy on 2 May 2011 with effect from 10 June.")
                        .told("a", "closed", "close-mission", "PER", "CHL")
                        .on("On 2 May 2011", "2011-05-02")
                        .effective("1 June", "2011-06-01")
                        .makes(mission, Attribute.STATUS, "closed")
                        .so()
                        .told("b", "closed", "close-mission", "PER", "CHL")
                        .on("on 2 May 2011", "2011-05-02")
                        .effective("10 June", "2011-06-10")
                        .makes(mission, Attribute.STATUS, "closed")
                        .so()))
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.field()).isEqualTo("effective");
                    assertThat(d.kind()).isEqualTo(Kind.CONTRADICTION);
                });
    }

    @Test
    void theirFamiliesAreCountedByThemselves() {
        assertThat(in(two(
                                "On 2 May 2011 Peru expelled four diplomats of Chile with six relatives.",
                                "Peru expelled four diplomats of Chile with seven dependants on 2 May 2011.")
                        .told("a", "expelled", "expel-diplomats", "PER", "CHL")
                        .on("On 2 May 2011", "2011-05-02")
                        .number("four", 4, "diplomat")
                        .number("six", 6, "relative")
                        .so()
                        .told("b", "expelled", "expel-diplomats", "PER", "CHL")
                        .on("on 2 May 2011", "2011-05-02")
                        .number("four", 4, "diplomat")
                        .number("seven", 7, "dependant")
                        .so()))
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.field()).isEqualTo("count of relatives");
                    assertThat(d.kind()).isEqualTo(Kind.CONTRADICTION);
                });
    }

    @Test
    void whetherItBrokeTheLawIsHeldAgainstASideInOneReportAndRejectedInAnother() {
        assertThat(in(two(
                                "On 2 May 2011 Peru denounced a breach of the Geneva Convention by Chile.",
                                "On 4 May 2011 Chile denied having violated any treaty.")
                        .told("a", "denounced", "criticise", "PER", "CHL")
                        .on("On 2 May 2011", "2011-05-02")
                        .so()
                        .told("b", "denied", "deny", "CHL", "")
                        .on("On 4 May 2011", "2011-05-04")
                        .so()))
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.field()).isEqualTo("lawfulness");
                    assertThat(d.readings())
                            .extracting(r -> r.citation().quote())
                            .containsExactlyInAnyOrder("breach of the Geneva Convention", "violated any treaty");
                });
    }

    @Test
    void whatAReportTakesBackStandsAgainstWhatItSaysNext() {
        assertThat(in(new Telling()
                        .report(
                                "a",
                                "2011-05-10",
                                "Correction: we said that Peru had closed its consulates. Their work has only been suspended.")
                        .told("a", "closed", "close-office", "PER", "CHL")
                        .as(Factuality.RETRACTED)
                        .so()
                        .told("a", "suspended", "suspend-mission", "PER", "CHL")
                        .so()))
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.kind()).isEqualTo(Kind.CORRECTION);
                    assertThat(d.readings())
                            .extracting(Disagreement.Reading::value)
                            .containsExactlyInAnyOrder("close (taken back)", "suspend");
                });
    }

    @Test
    void aDeedAndTheDenialOfWhoIsSaidToHaveDoneIt() {
        assertThat(in(new Telling()
                        .report(
                                "a",
                                "2011-05-10",
                                "A Peruvian guard was beaten at the port. Chile disputes that he was hurt.")
                        .told("a", "beaten", "beat-torture", "CHL", "PER")
                        .so()
                        .told("a", "disputes", "deny", "CHL", "")
                        .so()))
                .singleElement()
                .satisfies(d -> assertThat(d.field()).isEqualTo("factuality"));
    }
}
