package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.demarche.Pipeline;
import org.demarche.language.OnnxSentenceParser;
import org.demarche.model.Claim;
import org.demarche.model.Factuality;
import org.junit.jupiter.api.Test;

/** What is told as done, and what only as planned, refused or rumoured, read by the real engine. */
class HowSureActsAreTest {
    private static final Pipeline PIPELINE = new Pipeline(OnnxSentenceParser.load());

    @Test
    void stoppingShortOfAnActIsNotDoingIt() {
        assertThat(sure("Peru stopped short of recalling its ambassador to Chile.", "recall-ambassador"))
                .containsOnly(Factuality.DENIED);
    }

    @Test
    void whoWasKeptFromSpeakingDidNotSpeak() {
        assertThat(sure("The Tunisian minister was prevented from meeting the president of Malta.", "meet"))
                .doesNotContain(Factuality.ASSERTED);
    }

    @Test
    void aDeedToldOfANounStaysDoneWhateverBecomesOfIt() {
        assertThat(sure("Peru said that its embassy in Tunis, closed in June, will be reopened.", "close-mission"))
                .containsOnly(Factuality.ASSERTED);
    }

    @Test
    void whatIsNotDoneAndNotIntendedIsDenied() {
        assertThat(sure("Peru has not broken relations with Chile and does not intend to do so.", "sever-relations"))
                .containsOnly(Factuality.DENIED);
    }

    @Test
    void whatWasNotDoneUntilADayWasDoneThen() {
        assertThat(sure("Peru's ban on Chilean fruit was not lifted until June 2019.", "lift-sanctions"))
                .doesNotContain(Factuality.DENIED);
    }

    @Test
    void aLongStateOfThePastIsNoAct() {
        assertThat(sure("Relations between Peru and Chile were frozen for almost three years.", "suspend-relations"))
                .isEmpty();
    }

    @Test
    void whatIsChosenInsteadIsDoneAndWhatItReplacesIsNot() {
        assertThat(sure("Peru summoned the Chilean envoy instead of closing its embassy in Chile.", "close-mission"))
                .doesNotContain(Factuality.ASSERTED);
    }

    @Test
    void anEmbassyThatReopensIsReopenedByItsOwner() {
        Claim claim = PIPELINE.code(Reports.of("Chile's embassy in Lima reopened on Monday.")).claims().stream()
                .filter(c -> c.act().code().equals("reopen-mission"))
                .findFirst()
                .orElseThrow();

        assertThat(claim.actors()).extracting(p -> p.actor().principal()).containsExactly("CHL");
        assertThat(claim.recipients()).extracting(p -> p.actor().principal()).containsExactly("PER");
    }

    @Test
    void aRumourOfAnOrderIsNoOrder() {
        assertThat(sure("A rumour that Peru had asked Chile to leave the council was not confirmed.", "demand"))
                .doesNotContain(Factuality.ASSERTED);
    }

    @Test
    void anOrderToOnesOwnMinisterIsTheActItself() {
        String text = "The Peruvian president ordered his foreign minister to break off relations with Chile.";

        assertThat(sure(text, "sever-relations")).containsOnly(Factuality.ASSERTED);
        assertThat(sure(text, "demand")).isEmpty();
    }

    @Test
    void speakingOfWhatOneWillDoIsNoAgreementWithOneself() {
        assertThat(sure("Peru said on Monday that Peru would never bow.", "agree"))
                .isEmpty();
    }

    @Test
    void whatIsRuledOutIsNotDone() {
        assertThat(sure("The Polish prime minister ruled out breaking off relations with Russia.", "sever-relations"))
                .containsOnly(Factuality.DENIED);
    }

    @Test
    void reportsThatDoNotCorrespondToRealityAreDenied() {
        assertThat(sure(
                        "Reports that Peru refused a Chilean request for legal assistance do not correspond to reality.",
                        "refuse-help"))
                .containsOnly(Factuality.DENIED);
    }

    @Test
    void whatIsOrderedDoneIsDone() {
        assertThat(sure("Kenya's president ordered the Sudanese ambassador expelled.", "expel-diplomats"))
                .containsOnly(Factuality.ASSERTED);
    }

    private static List<Factuality> sure(String text, String act) {
        return PIPELINE.code(Reports.of(text)).claims().stream()
                .filter(c -> c.act().code().equals(act))
                .map(Claim::factuality)
                .toList();
    }
}
