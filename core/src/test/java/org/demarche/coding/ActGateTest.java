package org.demarche.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.demarche.mention.actor.ActorLexicon;
import org.demarche.mention.subject.SubjectFinder;
import org.demarche.model.Span;
import org.junit.jupiter.api.Test;

class ActGateTest {
    private static final ActLexicon LEXICON = ActLexicon.load();
    private static final ActGate GATE =
            ActGate.of(LEXICON, SubjectFinder.words(), ActorLexicon.bundled().commonWords());

    private static ActGate.Look look(String text) {
        return GATE.look(text, new Span(0, text.length()));
    }

    @Test
    void everyExampleOfTheLexiconPasses() {
        LEXICON.acts()
                .values()
                .forEach(act -> LEXICON.examples(act.code())
                        .forEach(example -> assertThat(look(example.text()))
                                .as(example.where() + ": " + example.text())
                                .isNotEqualTo(ActGate.Look.NOTHING)));
    }

    @Test
    void aSentenceWithoutAWordForAnActIsTurnedDown() {
        assertThat(look("Rain fell on the northern vineyards for most of the morning."))
                .isEqualTo(ActGate.Look.NOTHING);
    }

    @Test
    void aWordForAnActIsNotEnoughWhereItsFixedWordsAreMissing() {
        assertThat(look("Profit margins will narrow, the brewer said in a note to clients."))
                .isEqualTo(ActGate.Look.NOTHING);
    }

    @Test
    void aFormAfterAnArticleIsNoVerb() {
        assertThat(look("Analysts liked the offer.")).isEqualTo(ActGate.Look.NOTHING);
    }

    @Test
    void aSentenceThatBeginsWithAPronounLeansOnTheOneBefore() {
        assertThat(look("It expelled two diplomats.")).isEqualTo(ActGate.Look.LEANING);
        assertThat(look("Norway expelled two diplomats.")).isEqualTo(ActGate.Look.ACT);
    }

    @Test
    void whoSpeaksForHimselfMayBeNamedOnEitherSide() {
        assertThat(look("“We will close our embassy in Quito on Friday.”")).isEqualTo(ActGate.Look.SPOKEN);
    }

    @Test
    void theLetterCaseOfAHeadlineDoesNotHideAVerb() {
        assertThat(look("Norway Expels Two Diplomats From Peru")).isEqualTo(ActGate.Look.ACT);
        assertThat(look("Norway expels two diplomats from Peru".toUpperCase(Locale.ROOT)))
                .isEqualTo(ActGate.Look.ACT);
    }

    @Test
    void wordsOfDiplomacyAreCounted() {
        assertThat(GATE.countDiplomacy("The envoys left the embassy by bus.")).isEqualTo(2);
        assertThat(GATE.countDiplomacy("The brewers left the hall by bus.")).isZero();
    }

    @Test
    void hostileTextIsAnsweredInOneScan() {
        String text = "expel\u0000 \uD83D \uDC00 - - - \u202E diplomats ".repeat(20_000);
        assertThat(look(text)).isNotNull();
    }
}
