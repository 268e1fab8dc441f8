package org.demarche.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.demarche.model.ActGuess;
import org.demarche.model.Token;
import org.demarche.text.WordSplitter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What the shipped model of acts says of sentences of our own. */
class ActGuessesTest {
    private static final OnnxSentenceParser PARSER = OnnxSentenceParser.load();

    private static final List<String> SENTENCES = List.of(
            "Norway expelled two Serbian diplomats.",
            "The consul was told to pack his trunks and be gone by Friday.",
            "The weather in Oslo was mild for the season.",
            "Bern brushed the demand aside.");

    @AfterAll
    static void close() {
        PARSER.close();
    }

    private static List<Token> parse(String text) {
        return PARSER.parse(List.of(new WordSplitter().split(text))).get(0);
    }

    private static List<ActGuess> guesses(String text) {
        return PARSER.guessActs(List.of(parse(text))).get(0);
    }

    @Test
    void aWordThatTellsAnActHasItsTypeAndMode() {
        List<ActGuess> found = guesses("Norway expelled two Serbian diplomats.");

        assertThat(found).hasSize(1);
        assertThat(found.get(0).word()).isEqualTo(1);
        assertThat(found.get(0).type()).isEqualTo("SANCTION");
        assertThat(found.get(0).mode()).isEqualTo("expel");
        assertThat(found.get(0).score()).isBetween(0.5, 1.0);
    }

    @Test
    void aSentenceWithoutAnActHasNone() {
        assertThat(guesses("The weather in Oslo was mild for the season."))
                .filteredOn(g -> g.score() > 0.5)
                .isEmpty();
    }

    @Test
    void aSentenceIsReadTheSameInAnyCompanyAndOnAnyThread() throws Exception {
        List<List<Token>> sentences =
                SENTENCES.stream().map(ActGuessesTest::parse).toList();
        List<List<ActGuess>> together = PARSER.guessActs(sentences);
        for (int i = 0; i < sentences.size(); i++) {
            assertThat(PARSER.guessActs(List.of(sentences.get(i)))).containsExactly(together.get(i));
        }
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<List<List<ActGuess>>>> results = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                results.add(threads.submit(() -> PARSER.guessActs(sentences)));
            }
            for (Future<List<List<ActGuess>>> result : results) {
                assertThat(result.get()).isEqualTo(together);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aVeryLongSentenceIsReadInWindowsAndItsWordsKeepTheirPlaces() {
        String filler = "and the old house on the hill stood there as it had for years ".repeat(150);
        List<Token> tokens =
                parse("Norway expelled two Serbian diplomats, " + filler + "and Chile recalled its envoy.");

        List<ActGuess> found = PARSER.guessActs(List.of(tokens)).get(0);

        assertThat(tokens.size()).isGreaterThan(1900);
        assertThat(found).isSortedAccordingTo((a, b) -> Integer.compare(a.word(), b.word()));
        assertThat(found).extracting(g -> tokens.get(g.word()).form()).contains("expelled", "recalled");
    }

    @Test
    void noSentenceAndNoWordsAreFine() {
        assertThat(PARSER.guessActs(List.of())).isEmpty();
        assertThat(PARSER.guessActs(List.of(List.of()))).containsExactly(List.of());
    }

    @Test
    void aGraphWithoutTheTableOfWordsIsRefused() {
        byte[] nothing = {};

        assertThatThrownBy(() -> GraphParts.withTable(nothing, nothing))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("table of word embeddings");
    }
}
