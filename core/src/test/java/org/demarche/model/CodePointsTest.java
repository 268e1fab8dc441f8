package org.demarche.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CodePointsTest {
    @Test
    void offsetsAreThoseThatCountingFromTheBeginningGives() {
        Random random = new Random(7);
        for (int length : new int[] {0, 1, 511, 512, 513, 1_024, 3_000}) {
            isCounted(random(random, length));
        }
    }

    @Test
    void halvesOfPairsAndPairsThatAStepCutsAreCountedAlike() {
        isCounted("a".repeat(511) + "\uD83D\uDE00".repeat(400) + "\uDE00\uD83D".repeat(300) + "b");
        isCounted("\uD83D".repeat(700) + "\uDE00".repeat(700));
    }

    private static void isCounted(String text) {
        for (int i = 0; i <= text.length(); i++) {
            assertThat(CodePoints.before(text, i)).as("before %d", i).isEqualTo(text.codePointCount(0, i));
        }
        for (int i = 0; i <= text.codePointCount(0, text.length()); i++) {
            assertThat(CodePoints.offset(text, i)).as("offset of %d", i).isEqualTo(text.offsetByCodePoints(0, i));
        }
    }

    /** Of any units at all, halves of pairs among them. */
    private static String random(Random random, int length) {
        StringBuilder out = new StringBuilder();
        while (out.length() < length) {
            switch (random.nextInt(6)) {
                case 0 -> out.append("\uD83D\uDE00");
                case 1 -> out.append('\uD83D');
                case 2 -> out.append('\uDE00');
                default -> out.append((char) ('a' + random.nextInt(26)));
            }
        }
        return out.toString();
    }
}
