package org.demarche.reciprocity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.demarche.merge.Merged;
import org.demarche.merge.Telling;
import org.demarche.model.Answer;
import org.junit.jupiter.api.Test;

class BystandersTest {
    private static List<Answer> answers(Merged merged) {
        return new AnswerFinder().find(merged.claims(), merged.events());
    }

    private static Telling seizure(String rest) {
        return new Telling()
                .report("a", "2011-05-09", "Soldiers of Laos seized the Thai post on 2 May 2011. " + rest)
                .told("a", "seized", "attack", "LAO:Laos", "THA:Thai")
                .on("on 2 May 2011", "2011-05-02")
                .so();
    }

    @Test
    void whoCondemnsARaidThatTheReportTellsOfAnswersIt() {
        Merged merged = seizure("Burma deplored the raid.")
                .told("a", "deplored the raid", "criticise", "MMR:Burma", "LAO")
                .so()
                .merged();

        assertThat(answers(merged)).singleElement().satisfies(a -> {
            assertThat(a.basis()).isEqualTo("inferred: third party's reaction");
            assertThat(a.responder()).isEqualTo("MMR");
        });
    }

    @Test
    void anotherInTheSameBreathAnswersIt() {
        Merged merged = seizure("Burma deplored the raid, while Nepal was dismayed by it.")
                .told("a", "deplored the raid", "criticise", "MMR:Burma", "LAO")
                .so()
                .told("a", "was dismayed by it", "criticise", "NPL:Nepal", "LAO")
                .so()
                .merged();

        assertThat(answers(merged)).extracting(Answer::responder).containsExactlyInAnyOrder("MMR", "NPL");
    }

    @Test
    void whatIsSaidOfAnotherKindOfActAnswersNothing() {
        assertThat(answers(seizure("Burma deplored the expulsion.")
                        .told("a", "deplored the expulsion", "criticise", "MMR:Burma", "LAO")
                        .so()
                        .merged()))
                .isEmpty();
        assertThat(answers(seizure("Burma found fault with Laos.")
                        .told("a", "found fault", "criticise", "MMR:Burma", "LAO")
                        .so()
                        .merged()))
                .isEmpty();
    }

    @Test
    void whoDidItDoesNotAnswerItselfByWordsOfRegret() {
        assertThat(answers(seizure("Laos regretted the raid.")
                        .told("a", "regretted the raid", "criticise", "LAO", "THA")
                        .so()
                        .merged()))
                .isEmpty();
    }

    @Test
    void aMeasureInSolidarityAnswersWhatWasDoneToTheFriend() {
        Merged merged = seizure(
                        "Nepal recalled its envoy on 30 May 2011 in solidarity with Thailand. Thailand was glad.")
                .told("a", "recalled", "recall-ambassador", "NPL", "LAO")
                .on("on 30 May 2011", "2011-05-30")
                .so()
                .told("a", "was glad", "support", "THA:Thailand", "NPL")
                .so()
                .merged();

        assertThat(answers(merged)).singleElement().satisfies(a -> {
            assertThat(a.basis()).isEqualTo("stated");
            assertThat(a.citations())
                    .singleElement()
                    .satisfies(c -> assertThat(c.quote()).isEqualTo("in solidarity with"));
        });
    }

    @Test
    void aThirdPartysMeasureSoonAfterAUseOfForceAnswersItAndALaterOneDoesNot() {
        assertThat(answers(seizure("Nepal recalled its envoy on 6 May 2011.")
                        .told("a", "recalled", "recall-ambassador", "NPL", "LAO")
                        .on("on 6 May 2011", "2011-05-06")
                        .so()
                        .merged()))
                .singleElement()
                .satisfies(a -> assertThat(a.basis()).isEqualTo("inferred: third party's measure"));
        assertThat(answers(seizure("Nepal recalled its envoy on 30 June 2011.")
                        .told("a", "recalled", "recall-ambassador", "NPL", "LAO")
                        .on("on 30 June 2011", "2011-06-30")
                        .so()
                        .merged()))
                .isEmpty();
    }

    @Test
    void aMeasureThatCameAfterADeedAgainstAnotherIsToldAfterIt() {
        Merged merged = new Telling()
                .report("a", null, "Nepal shut its embassy days after soldiers stormed the Thai post.")
                .told("a", "shut", "close-mission", "NPL", "LAO")
                .so()
                .told("a", "stormed", "attack", "LAO", "THA")
                .so()
                .merged();

        assertThat(answers(merged))
                .singleElement()
                .satisfies(a -> assertThat(a.basis()).isEqualTo("inferred: told-after"));
    }

    @Test
    void whatOneActPromptedIsStated() {
        Merged merged = new Telling()
                .report("a", null, "Laos jailed two Thai envoys, prompting Bangkok to close a consulate.")
                .told("a", "jailed", "arrest", "LAO", "THA")
                .so()
                .told("a", "close", "close-office", "THA", "LAO")
                .so()
                .merged();

        assertThat(answers(merged)).singleElement().satisfies(a -> {
            assertThat(a.basis()).isEqualTo("stated");
            assertThat(a.citations())
                    .singleElement()
                    .satisfies(c -> assertThat(c.quote()).isEqualTo("prompting"));
        });
    }
}
