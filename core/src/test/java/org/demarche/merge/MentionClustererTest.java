package org.demarche.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.demarche.merge.MentionClusterer.Mention;
import org.junit.jupiter.api.Test;

class MentionClustererTest {
    private static final List<Mention> MENTIONS = List.of(
            new Mention("1", "a", "Police in Lima arrested a banker over forged bonds", "arrested"),
            new Mention("2", "b", "The banker was apprehended in Lima because of forged bonds", "apprehended"),
            new Mention("3", "c", "A goalkeeper was arrested in Oslo after a match against Bergen", "arrested"),
            new Mention("4", "b", "The banker had sold bonds to pensioners in Lima", "sold"),
            new Mention("5", "d", "A quiet week in the mountains", "week"));

    @Test
    void oneOccurrenceByTwoWordsIsOneGroupAndTheSameWordElsewhereAnother() {
        assertThat(new MentionClusterer().cluster(MENTIONS))
                .containsExactly(List.of("1", "2"), List.of("3"), List.of("4"), List.of("5"));
    }

    @Test
    void theOrderOfMentionsChangesNothing() {
        List<List<String>> first = new MentionClusterer().cluster(MENTIONS);
        for (int seed = 0; seed < 10; seed++) {
            List<Mention> shuffled = new ArrayList<>(MENTIONS);
            Collections.shuffle(shuffled, new Random(seed));

            assertThat(new MentionClusterer().cluster(shuffled)).isEqualTo(first);
        }
    }
}
