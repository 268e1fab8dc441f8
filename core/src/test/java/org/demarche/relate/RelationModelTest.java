package org.demarche.relate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.demarche.relate.PairFeatures.Block;
import org.junit.jupiter.api.Test;

class RelationModelTest {
    private final RelationModel model = RelationModel.load();

    @Test
    void probabilitiesOfAllTypesAddUpToOne() {
        Map<String, Double> types = model.probabilities(new PairFeatures(List.of("p=condemn"), Map.of()));

        assertThat(types).hasSize(16);
        assertThat(types.values().stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void aWordThatNoSentenceOfTrainingHasIsReadByItsVector() {
        PairFeatures features = new PairFeatures(
                List.of(), Map.of(Block.PATH, List.of("annihilate"), Block.HEADS, List.of("annihilate")));

        Map<String, Double> types = model.probabilities(features);

        assertThat(types.get("ASSAULT")).isGreaterThan(types.get("SUPPORT"));
    }

    @Test
    void whatIsUnknownThroughoutChangesNothing() {
        PairFeatures nothing = new PairFeatures(List.of(), Map.of());
        PairFeatures unknown = new PairFeatures(List.of("p=qzx"), Map.of(Block.PATH, List.of("qzx")));

        assertThat(model.probabilities(unknown)).isEqualTo(model.probabilities(nothing));
    }
}
