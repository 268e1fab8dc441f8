package org.demarche.reciprocity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.demarche.merge.AnswerDates;
import org.demarche.merge.Merged;
import org.demarche.merge.Telling;
import org.demarche.model.Answer;
import org.demarche.model.Factuality;
import org.demarche.model.Mention.OfQuantity.Role;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;

class AnswerFinderTest {
    private static List<Answer> answers(Merged merged) {
        return new AnswerFinder().find(merged.claims(), merged.events());
    }

    private static Telling quarrel(String second) {
        return new Telling()
                .report(
                        "a",
                        "2009-04-20",
                        "Nepal expelled two Bhutanese envoys on 4 April 2009. Bhutan ousted two of Nepal on " + second
                                + ".")
                .told("a", "expelled", "expel-diplomats", "NPL", "BTN")
                .on("4 April 2009", "2009-04-04")
                .number("two", 2, Role.COUNT)
                .so();
    }

    @Test
    void theSameDoneBackWithinTheMonthIsInferredToAnswer() {
        Merged merged = quarrel("9 April 2009")
                .told("a", "ousted", "expel-diplomats", "BTN", "NPL")
                .on("9 April 2009", "2009-04-09")
                .number("two", 2, Role.COUNT)
                .so()
                .merged();

        assertThat(answers(merged)).singleElement().satisfies(a -> {
            assertThat(a.basis()).startsWith("inferred: tit-for-tat");
            assertThat(a.responder()).isEqualTo("BTN");
            assertThat(a.lagLow()).isEqualTo(5);
            assertThat(a.lagHigh()).isEqualTo(5);
            assertThat(a.symmetry()).isEqualTo(Answer.Symmetry.SYMMETRIC);
        });
    }

    @Test
    void yearsLaterItAnswersNothingUnlessAReportSaysSo() {
        Merged silent = quarrel("9 April 2012")
                .told("a", "ousted", "expel-diplomats", "BTN", "NPL")
                .on("9 April 2012", "2012-04-09")
                .so()
                .merged();
        Merged stated = quarrel("9 April 2012")
                .told("a", "ousted", "expel-diplomats", "BTN", "NPL")
                .on("9 April 2012", "2012-04-09")
                .answering("expelled", "ousted")
                .so()
                .merged();

        assertThat(answers(silent)).isEmpty();
        assertThat(answers(stated)).singleElement().satisfies(a -> {
            assertThat(a.basis()).isEqualTo("stated");
            assertThat(a.citations()).hasSize(1);
        });
    }

    @Test
    void nothingAnswersWhatCameAfterIt() {
        Merged merged = quarrel("1 April 2009")
                .told("a", "ousted", "expel-diplomats", "BTN", "NPL")
                .on("1 April 2009", "2009-04-01")
                .so()
                .merged();

        assertThat(answers(merged)).allSatisfy(a -> assertThat(a.responder()).isEqualTo("NPL"));
    }

    @Test
    void whoseActWasAnsweredIsToldByTheWordsAfterTheCue() {
        Merged merged = new Telling()
                .report(
                        "a",
                        null,
                        "Bhutan invaded Sikkim in May. In response to the conduct of Bhutan, Nepal suspended the forum.")
                .told("a", "invaded", "invade", "BTN:Bhutan", "IND:Sikkim")
                .so()
                .told("a", "suspended", "suspend-mission", "NPL:Nepal", "")
                .answering(null, "In response")
                .so()
                .merged();

        assertThat(answers(merged)).singleElement().satisfies(a -> {
            assertThat(a.basis()).isEqualTo("stated");
            assertThat(a.responder()).isEqualTo("NPL");
        });
    }

    @Test
    void aDenialAnswersTheAccusationThatTheReportTells() {
        Merged merged = new Telling()
                .report("a", "2009-04-05", "Nepal called two Bhutanese spies. It rained. It snowed. Bhutan denied it.")
                .told("a", "called", "accuse-of-espionage", "NPL", "BTN")
                .so()
                .told("a", "denied", "deny", "BTN", "NPL")
                .so()
                .merged();

        assertThat(answers(merged))
                .singleElement()
                .satisfies(a -> assertThat(a.basis()).isEqualTo("inferred: denial"));
    }

    @Test
    void whatAnAnswerHasNoDateForIsNotBeforeWhatItAnswersNorAfterItsReport() {
        Merged merged = quarrel("some day")
                .told("a", "ousted", "expel-diplomats", "BTN", "NPL")
                .answering("expelled", "ousted")
                .so()
                .merged();

        Merged bounded = AnswerDates.bound(merged, answers(merged));

        assertThat(bounded.events())
                .filteredOn(e -> e.date().basis() == When.Basis.INFERRED)
                .singleElement()
                .satisfies(e -> {
                    assertThat(String.valueOf(e.date().start())).isEqualTo("2009-04-04");
                    assertThat(String.valueOf(e.date().end())).isEqualTo("2009-04-20");
                    assertThat(e.why()).anySatisfy(w -> assertThat(w).contains("said to answer"));
                });
    }

    @Test
    void likeForLikeToldInTurnAnswersWithoutADay() {
        Merged merged = new Telling()
                .report("a", "2009-04-05", "Nepal expelled two Bhutanese. Bhutan ousted two Nepalese ten days later.")
                .told("a", "expelled", "expel-diplomats", "NPL", "BTN")
                .so()
                .told("a", "ousted", "expel-diplomats", "BTN", "NPL")
                .so()
                .merged();

        assertThat(answers(merged)).singleElement().satisfies(a -> {
            assertThat(a.basis()).isEqualTo("inferred: told in turn");
            assertThat(a.responder()).isEqualTo("BTN");
        });
    }

    @Test
    void whatIsToldBackInTimeAnswersNothing() {
        Merged merged = new Telling()
                .report("a", "2009-04-05", "Nepal expelled two Bhutanese. Bhutan had ousted two Nepalese.")
                .told("a", "expelled", "expel-diplomats", "NPL", "BTN")
                .so()
                .told("a", "ousted", "expel-diplomats", "BTN", "NPL")
                .so()
                .merged();

        assertThat(answers(merged)).isEmpty();
    }

    @Test
    void theReasonOfAMeasureIsTheLastActThatItsNounCanStandFor() {
        Merged merged = new Telling()
                .report(
                        "a",
                        "2009-04-05",
                        "Bhutan accused Nepal of lying. It rained. Nepal recalled its envoy over the accusations.")
                .told("a", "accused", "accuse", "BTN", "NPL")
                .so()
                .told("a", "recalled", "recall-ambassador", "NPL", "BTN")
                .so()
                .merged();

        assertThat(answers(merged))
                .singleElement()
                .satisfies(a -> assertThat(a.basis()).isEqualTo("stated"));
    }

    private static List<Answer> ousted(String text) {
        return answers(new Telling()
                .report("a", "2009-04-05", text)
                .told("a", "ousted", "expel-diplomats", "BTN", "NPL")
                .so()
                .told("a", "attacked", "attack", "NPL", "BTN")
                .so()
                .merged());
    }

    @Test
    void whatASentenceTellsAsComingSoonAfterAnActOfTheOtherSideIsInferredToAnswerIt() {
        for (String text : List.of(
                "Bhutan ousted two Nepalese envoys, hours after Nepal attacked a ferry.",
                "Two days after Nepal attacked a ferry, Bhutan ousted two envoys.")) {
            assertThat(ousted(text)).as(text).singleElement().satisfies(a -> {
                assertThat(a.basis()).isEqualTo("inferred: told-after");
                assertThat(a.responder()).isEqualTo("BTN");
                assertThat(a.citations())
                        .singleElement()
                        .satisfies(c -> assertThat(c.quote()).isEqualTo("after"));
            });
        }
    }

    @Test
    void whatASentenceSaysWasDoneBecauseOfAnActIsStatedToAnswerIt() {
        assertThat(ousted("Bhutan ousted two envoys in protest because Nepal had attacked a ferry."))
                .singleElement()
                .satisfies(a -> {
                    assertThat(a.basis()).isEqualTo("stated");
                    assertThat(a.citations().get(0).quote()).isEqualTo("because");
                });
    }

    @Test
    void whatCameYearsAfterOrInAnotherClauseOrBeforeIsNoAnswer() {
        for (String text : List.of(
                "Bhutan ousted two envoys years after Nepal attacked a ferry.",
                "Bhutan ousted two envoys after the feast; Nepal attacked a ferry.",
                "Bhutan ousted two envoys and Nepal attacked a ferry.",
                "Two weeks after that, Nepal attacked a ferry, and Bhutan ousted two envoys.",
                "Bhutan ousted two envoys before Nepal attacked a ferry.",
                "Bhutan ousted two envoys over 20 days and Nepal attacked a ferry.")) {
            assertThat(ousted(text)).as(text).isEmpty();
        }
    }

    private static List<Answer> reaction(String text) {
        return answers(new Telling()
                .report("a", "2009-04-05", text)
                .told("a", "ousted", "expel-diplomats", "BTN", "NPL")
                .so()
                .told("a", "called", "criticise", "NPL", "BTN")
                .so()
                .merged());
    }

    @Test
    void wordsThatTakeUpAnActByANounAnswerIt() {
        assertThat(reaction("Bhutan ousted two. It rained. Nepal called the expulsion a provocation."))
                .singleElement()
                .satisfies(a -> assertThat(a.basis()).isEqualTo("inferred: reaction"));
        assertThat(reaction("Bhutan ousted two. Nepal called this step a mistake."))
                .hasSize(1);
    }

    @Test
    void wordsThatTakeUpAnotherKindOfActOrNoneAnswerNothing() {
        assertThat(reaction("Bhutan ousted two. Nepal called the closure of the airport a pity."))
                .isEmpty();
        assertThat(reaction("Bhutan ousted two. Nepal called Bhutan a bad neighbour."))
                .isEmpty();
    }

    @Test
    void whatACueNamesByANounIsAnsweredWhereverItIsTold() {
        Merged merged = new Telling()
                .report("a", "2009-04-05", "On 4 April 2009 Bhutan ousted two envoys of Nepal.")
                .report("b", "2009-04-08", "In response to the expulsions, Nepal closed a consulate on 7 April 2009.")
                .told("a", "ousted", "expel-diplomats", "BTN", "NPL")
                .on("On 4 April 2009", "2009-04-04")
                .so()
                .told("b", "closed", "close-office", "NPL", "BTN")
                .on("on 7 April 2009", "2009-04-07")
                .answering(null, "In response")
                .so()
                .merged();

        assertThat(answers(merged)).singleElement().satisfies(a -> {
            assertThat(a.basis()).isEqualTo("stated");
            assertThat(a.lagLow()).isEqualTo(3);
        });
    }

    @Test
    void whatASideSaysThatItWillNotDoIsNoAnswer() {
        Merged merged = new Telling()
                .report("a", "2009-04-05", "Bhutan ousted two envoys. Nepal did not expel any in return.")
                .told("a", "ousted", "expel-diplomats", "BTN", "NPL")
                .so()
                .told("a", "expel", "expel-diplomats", "NPL", "BTN")
                .as(Factuality.DENIED)
                .answering("ousted", "in return")
                .so()
                .merged();

        assertThat(answers(merged)).isEmpty();
    }

    @Test
    void aSeriesHasARowForEveryMonthAndDirection() {
        Merged merged = quarrel("9 June 2009")
                .told("a", "ousted", "expel-diplomats", "BTN", "NPL")
                .on("9 June 2009", "2009-06-09")
                .so()
                .merged();

        Series series = Series.of(merged.events(), "NPL", "BTN", Series.Per.MONTH, null, null);

        assertThat(series.rows()).hasSize(6);
        assertThat(series.rows()).extracting(Series.Row::events).containsExactly(1, 0, 0, 0, 0, 1);
        assertThat(series.rows().get(0).goldstein()).isEqualTo(-4.0);
        assertThat(series.rows().get(0).plover()).isEqualTo(-5.5);
        assertThat(series.rows().get(1).goldsteinMean()).isNull();
    }

    @Test
    void thePromiseToRetaliateAnswersTheMeasureToldBefore() {
        Merged merged = new Telling()
                .report("a", "2009-04-20", "Nepal expelled two Bhutanese envoys. Bhutan vowed to retaliate.")
                .told("a", "expelled", "expel-diplomats", "NPL", "BTN")
                .so()
                .told("a", "vowed", "threaten", "BTN", "NPL")
                .so()
                .merged();

        assertThat(answers(merged))
                .singleElement()
                .satisfies(a -> assertThat(a.basis()).isEqualTo("inferred: told in turn"));
    }

    @Test
    void anApologyAnswersTheDemandForOne() {
        Merged merged = new Telling()
                .report("a", "2009-04-20", "Nepal demanded an apology from Bhutan. Bhutan apologised.")
                .told("a", "demanded", "demand", "NPL", "BTN")
                .so()
                .told("a", "apologised", "apologise", "BTN", "NPL")
                .so()
                .merged();

        assertThat(answers(merged)).hasSize(1);
    }
}
