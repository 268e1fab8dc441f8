package org.demarche.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TreeDecoderTest {

    @Test
    void theBestHeadsAreTakenWhereTheyMakeATree() {
        float[][] scores = {{0, 0, 0}, {5, 0, 1}, {1, 5, 0}};

        assertThat(TreeDecoder.decode(scores)).containsExactly(0, 0, 1);
    }

    @Test
    void aCycleIsOpenedWhereItCostsLeast() {
        float[][] scores = {{0, 0, 0}, {1, 0, 9}, {3, 9, 0}};

        assertThat(TreeDecoder.decode(scores)).containsExactly(0, 2, 0);
    }

    @Test
    void oneWordHangsOnTheRootEvenWhereSeveralWould() {
        float[][] scores = {{0, 0, 0}, {9, 0, 1}, {8, 2, 0}};

        assertThat(TreeDecoder.decode(scores)).containsExactly(0, 0, 1);
    }

    @Test
    void noTreeWithOneRootScoresHigher() {
        for (long seed = 1; seed <= 2_000; seed++) {
            Random dice = new Random(seed);
            int size = 2 + dice.nextInt(4);
            float[][] scores = new float[size][size];
            for (float[] row : scores) {
                for (int h = 0; h < size; h++) {
                    row[h] = dice.nextInt(20);
                }
            }
            int[] found = TreeDecoder.decode(scores);
            assertThat(TreeDecoder.isTree(found)).as("seed %d", seed).isTrue();
            assertThat(sum(scores, found)).as("seed %d", seed).isEqualTo(best(scores, new int[size], 1));
        }
    }

    private static float sum(float[][] scores, int[] heads) {
        float sum = 0;
        for (int i = 1; i < heads.length; i++) {
            sum += scores[i][heads[i]];
        }
        return sum;
    }

    private static float best(float[][] scores, int[] heads, int word) {
        if (word == heads.length) {
            return TreeDecoder.isTree(heads) ? sum(scores, heads) : Float.NEGATIVE_INFINITY;
        }
        float best = Float.NEGATIVE_INFINITY;
        for (int head = 0; head < heads.length; head++) {
            if (head != word) {
                heads[word] = head;
                best = Math.max(best, best(scores, heads, word + 1));
            }
        }
        return best;
    }
}
