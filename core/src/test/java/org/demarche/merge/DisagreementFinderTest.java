package org.demarche.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.demarche.model.Attribute;
import org.demarche.model.Disagreement;
import org.demarche.model.Factuality;
import org.demarche.model.Mention.OfQuantity.Role;
import org.demarche.model.Subject;
import org.junit.jupiter.api.Test;

class DisagreementFinderTest {
    private static final Subject RELATIONS = Telling.relations("BTN", "NPL");

    private static Telling broken() {
        return new Telling()
                .report("a", "2009-04-05", "On 4 April 2009 Nepal severed relations with Bhutan.")
                .told("a", "severed relations", "sever-relations", "NPL", "BTN")
                .on("On 4 April 2009", "2009-04-04")
                .makes(RELATIONS, Attribute.STATUS, "closed")
                .so();
    }

    private static List<Disagreement> found(Telling telling, String field) {
        return new DisagreementFinder()
                .find(telling.merged()).stream()
                        .filter(d -> d.field().equals(field))
                        .toList();
    }

    @Test
    void whatOneReportEndsAndAnotherSeesGoOnIsAContradictionAboutTheSubject() {
        Telling telling = broken().report("b", "2009-04-08", "On 7 April 2009 relations of the two go on.")
                .told("b", "go on", "state", "", "")
                .on("On 7 April 2009", "2009-04-07")
                .sees(RELATIONS, Attribute.STATUS, "open")
                .so();

        assertThat(found(telling, "status")).singleElement().satisfies(d -> {
            assertThat(d.kind()).isEqualTo(Disagreement.Kind.CONTRADICTION);
            assertThat(d.readings()).extracting(Disagreement.Reading::value).containsExactly("closed", "open");
        });
    }

    @Test
    void whatWasSeenBeforeTheEndOrLongAfterItContradictsNothing() {
        Telling telling = broken().report(
                        "b", "2009-04-08", "On 2 April 2009 relations went on. On 7 June 2011 they go on.")
                .told("b", "went on", "state", "", "")
                .on("On 2 April 2009", "2009-04-02")
                .sees(RELATIONS, Attribute.STATUS, "open")
                .so()
                .told("b", "go on", "state", "", "")
                .on("On 7 June 2011", "2011-06-07")
                .sees(RELATIONS, Attribute.STATUS, "open")
                .so();

        assertThat(found(telling, "status")).isEmpty();
    }

    @Test
    void anAccusationAndItsDenialAreWhatTheTwoSidesHold() {
        Telling telling = new Telling()
                .report("a", "2009-04-05", "Nepal called two Bhutanese spies. Bhutan rejected that.")
                .told("a", "called", "accuse-of-espionage", "NPL", "BTN")
                .so()
                .told("a", "rejected", "deny", "BTN", "NPL")
                .so();

        assertThat(found(telling, "factuality"))
                .singleElement()
                .satisfies(d -> assertThat(d.readings())
                        .extracting(Disagreement.Reading::value)
                        .containsExactlyInAnyOrder("accused", "denied"));
    }

    @Test
    void oneReproachInBothDirectionsIsShownAsOne() {
        Telling telling = new Telling()
                .report("a", "2009-04-05", "Nepal does not want to talk, said Bhutan.")
                .told("a", "not want", "say-unwilling", "BTN", "NPL")
                .so()
                .report("b", "2009-04-05", "Bhutan, says Nepal, is unwilling.")
                .told("b", "unwilling", "say-unwilling", "NPL", "BTN")
                .so();

        assertThat(found(telling, "recipients"))
                .singleElement()
                .satisfies(d -> assertThat(d.readings())
                        .extracting(Disagreement.Reading::value)
                        .containsExactlyInAnyOrder("BTN", "NPL"));
    }

    @Test
    void wordsForOneActAreNoTwoWordings() {
        Telling telling = broken().report("b", "2009-04-08", "On 4 April 2009 Nepal cut relations with Bhutan.")
                .told("b", "cut relations", "sever-relations", "NPL", "BTN")
                .on("On 4 April 2009", "2009-04-04")
                .makes(RELATIONS, Attribute.STATUS, "closed")
                .so()
                .report("c", "2009-04-09", "Nepal expelled two on 4 April 2009.")
                .told("c", "expelled", "expel-diplomats", "NPL", "BTN")
                .on("on 4 April 2009", "2009-04-04")
                .so()
                .report("d", "2009-04-09", "Nepal followed suit on 4 April 2009.")
                .told("d", "followed suit", "expel-diplomats", "NPL", "BTN")
                .on("on 4 April 2009", "2009-04-04")
                .so();

        assertThat(telling.merged().events())
                .filteredOn(e -> e.claims().size() == 2)
                .hasSize(2);
        assertThat(found(telling, "act")).isEmpty();
    }

    @Test
    void thoseBesideOneWhoIsNamedAreNotTheirWholeNumber() {
        Telling telling = new Telling()
                .report("a", "2009-04-05", "Nepal expelled Dorji and five others on 4 April 2009.")
                .report("b", "2009-04-05", "Nepal expelled six envoys on 4 April 2009.")
                .told("a", "expelled", "expel-diplomats", "NPL", "BTN")
                .on("on 4 April 2009", "2009-04-04")
                .number("five", 5, Role.COUNT)
                .so()
                .told("b", "expelled", "expel-diplomats", "NPL", "BTN")
                .on("on 4 April 2009", "2009-04-04")
                .number("six", 6, Role.COUNT)
                .so();

        assertThat(telling.merged().events()).hasSize(1);
        assertThat(found(telling, "count")).isEmpty();
    }

    @Test
    void aDeedThatASideDeniesInTheSameBreathIsContradicted() {
        Telling telling = new Telling()
                .report("a", "2009-04-05", "Nepal suspended the ferry. It denied closing any mission of Bhutan.")
                .told("a", "suspended", "close-office", "NPL", "BTN")
                .so()
                .told("a", "closing", "close-mission", "NPL", "BTN")
                .as(Factuality.DENIED)
                .so();

        assertThat(found(telling, "factuality"))
                .singleElement()
                .satisfies(d -> assertThat(d.readings())
                        .extracting(Disagreement.Reading::value)
                        .containsExactly("asserted", "denied"));
    }
}
