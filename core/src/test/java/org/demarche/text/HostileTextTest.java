package org.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.demarche.model.Word;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of any text at all. */
class HostileTextTest {

    private static final String[] BITS = {
        "envoy",
        "U.S.",
        "Mr. ",
        ".",
        "...",
        "?!",
        "\"",
        "”",
        "“",
        "'s",
        "n't",
        "\n",
        "\r\n",
        "\n\n",
        " ",
        "\t",
        "\u00a0",
        "\u200b",
        "\ufeff",
        "\u202e",
        "é",
        "e\u0301",
        "👩‍💻",
        "👍🏽",
        "\ud800",
        "\udc00",
        "סגר",
        "سفارة",
        "大使馆",
        "20.October",
        "3.5",
        "$5",
        "-",
        "–",
        "(",
        ")",
        "[12]",
        "www.a.example",
        "a@b.example",
        "http://x.example/é)",
        "\u0000",
        "\u0085",
        "\u2028",
        "'",
        "’",
        ",",
        ";",
        ":",
        "1. ",
        "• ",
        "ALL CAPS",
        "by Jo Smith",
        "555-0136"
    };

    private final SentenceSplitter sentences = new SentenceSplitter();

    static Stream<String> texts() {
        return Stream.of(
                "",
                " ",
                ".",
                "\n\n\n",
                "a".repeat(200_000),
                "a ".repeat(50_000),
                ".".repeat(100_000),
                "a.".repeat(100_000),
                "A. ".repeat(30_000),
                "’s".repeat(50_000),
                "1-".repeat(50_000),
                "a@".repeat(50_000),
                "http://".repeat(20_000),
                "((((".repeat(20_000),
                "\"".repeat(50_000),
                "\n".repeat(100_000),
                "word\n".repeat(5_000),
                "e\u0301\u200d".repeat(50_000));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void repetitionIsReadInTimeThatGrowsWithItsLength(String text) {
        Assertions.assertTimeout(Duration.ofSeconds(90), () -> check(text, "a repeated text"));
    }

    @Test
    void randomTextIsCoveredOnceInOrderAndTheSameEachTime() {
        for (long seed = 1; seed <= 300; seed++) {
            Random dice = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = dice.nextInt(200); i >= 0; i--) {
                text.append(BITS[dice.nextInt(BITS.length)]);
                if (dice.nextInt(3) == 0) {
                    text.append(' ');
                }
            }
            check(text.toString(), "seed " + seed);
        }
    }

    private void check(String text, String which) {
        List<Sentence> found = sentences.split(text);
        assertThat(sentences.split(text)).as(which).isEqualTo(found);
        boolean[] covered = new boolean[text.length()];
        int last = 0;
        for (Sentence sentence : found) {
            assertThat(sentence.span().start()).as(which).isGreaterThanOrEqualTo(last);
            last = sentence.span().end();
            int end = sentence.span().start();
            List<Word> words = sentences.words(text, sentence);
            assertThat(words.size()).as(which).isBetween(1, SentenceSplitter.MOST_WORDS + 1);
            for (Word word : words) {
                Span span = word.span();
                if (span.start() < end
                        || !sentence.span().contains(span)
                        || !span.in(text).equals(word.form())) {
                    throw new AssertionError(which + ": " + word + " in " + sentence.span());
                }
                end = span.end();
                for (int i = span.start(); i < end; i++) {
                    covered[i] = true;
                }
            }
        }
        for (int i = 0; i < covered.length; i++) {
            if (covered[i] == Characters.isSpace(text.charAt(i))) {
                throw new AssertionError(which + ": character " + i + " belongs to "
                        + (covered[i] ? "a word though white space" : "no word"));
            }
        }
        assertThat(new SentenceKinds().label(text, found)).as(which).hasSameSizeAs(found);
    }
}
