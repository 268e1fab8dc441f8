package org.demarche.reciprocity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.demarche.merge.Merged;
import org.demarche.merge.Telling;
import org.demarche.model.Answer;
import org.junit.jupiter.api.Test;

class RepliesTest {
    private static List<Answer> answers(Merged merged) {
        return new AnswerFinder().find(merged.claims(), merged.events());
    }

    @Test
    void whoAcceptsAnOfferAnswersIt() {
        Merged merged = new Telling()
                .report("a", null, "Norway offered to host the talks. Peru accepted the next day.")
                .told("a", "offered", "offer-talks", "NOR", "PER CHL")
                .so()
                .told("a", "accepted", "agree", "PER", "NOR")
                .so()
                .merged();

        assertThat(answers(merged))
                .singleElement()
                .satisfies(a -> assertThat(a.basis()).isEqualTo("inferred: acceptance"));
    }

    @Test
    void whatWasBroughtUpAtAMeetingAndBrushedAsideIsRefused() {
        Merged merged = new Telling()
                .report("a", null, "Peru raised the border with Chile at a summit. Chile brushed it aside.")
                .told("a", "raised", "meet", "PER", "CHL")
                .so()
                .told("a", "brushed it aside", "reject", "CHL", "PER")
                .so()
                .merged();

        assertThat(answers(merged))
                .singleElement()
                .satisfies(a -> assertThat(a.basis()).isEqualTo("inferred: refusal"));
    }

    @Test
    void whoIsSaidToHaveDoneItAndDeniesItAnswersTheDeed() {
        Merged merged = new Telling()
                .report("a", null, "A Peruvian diplomat was beaten at the port. Chile disputes that he was hurt.")
                .told("a", "beaten", "beat-torture", "CHL", "PER")
                .so()
                .told("a", "disputes", "deny", "CHL", "")
                .so()
                .merged();

        assertThat(answers(merged))
                .singleElement()
                .satisfies(a -> assertThat(a.basis()).isEqualTo("inferred: denial"));
    }

    @Test
    void aDenialFarFromTheAccusationIsOfItOnlyWhereItSaysSo() {
        String between = "The port was busy. It rained. Ships came. The crews slept. ";
        Merged silent = new Telling()
                .report("a", null, "Peru blamed Chile for the fire. " + between + "Chile denies having closed a road.")
                .told("a", "blamed", "accuse", "PER", "CHL")
                .so()
                .told("a", "denies", "deny", "CHL", "")
                .so()
                .merged();
        Merged named = new Telling()
                .report("a", null, "Peru blamed Chile for the fire. " + between + "Chile denies any involvement.")
                .told("a", "blamed", "accuse", "PER", "CHL")
                .so()
                .told("a", "denies", "deny", "CHL", "")
                .so()
                .merged();

        assertThat(answers(silent)).isEmpty();
        assertThat(answers(named))
                .singleElement()
                .satisfies(a -> assertThat(a.basis()).isEqualTo("inferred: denial"));
    }

    @Test
    void aSuitIsAnsweredByACounterSuit() {
        Merged merged = new Telling()
                .report(
                        "a",
                        "2011-06-30",
                        "Peru sued Chile on 2 May 2011. On 9 June 2011 Chile filed a suit of its own.")
                .told("a", "sued", "investigate", "PER", "CHL")
                .on("on 2 May 2011", "2011-05-02")
                .so()
                .told("a", "filed", "investigate", "CHL", "PER")
                .on("On 9 June 2011", "2011-06-09")
                .so()
                .merged();

        assertThat(answers(merged))
                .singleElement()
                .satisfies(a -> assertThat(a.basis()).isEqualTo("inferred: counter-suit"));
    }

    @Test
    void whoWelcomesAGestureAnswersIt() {
        Merged merged = new Telling()
                .report("a", null, "Peru reopened the border post. Chile welcomed the gesture.")
                .told("a", "reopened", "resume-cooperation", "PER", "CHL")
                .so()
                .told("a", "welcomed the gesture", "support", "CHL", "PER")
                .so()
                .merged();

        assertThat(answers(merged))
                .singleElement()
                .satisfies(a -> assertThat(a.basis()).isEqualTo("inferred: reaction"));
    }
}
