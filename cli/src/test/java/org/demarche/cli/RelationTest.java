package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.demarche.Pipeline;
import org.demarche.Relation;
import org.demarche.language.OnnxSentenceParser;
import org.junit.jupiter.api.Test;

class RelationTest {
    private static final Pipeline PIPELINE = new Pipeline(OnnxSentenceParser.load());

    @Test
    void aRuleThatFitsBothSidesIsTheAnswer() {
        Relation relation = relate("Peru expelled two Chilean diplomats.", "Peru", "Chilean")
                .orElseThrow();

        assertThat(relation.type()).isEqualTo("SANCTION");
        assertThat(relation.rule()).startsWith("expel-diplomats/");
        assertThat(relation.claim()).isNotNull();
    }

    @Test
    void whereNoRuleFindsAnythingTheModelAnswers() {
        Relation relation = relate("The harbour master waved the ferry off.", "harbour master", "ferry")
                .orElseThrow();

        assertThat(relation.rule()).isEqualTo(Relation.MODEL);
        assertThat(relation.claim()).isNull();
        assertThat(relation.quad()).isBetween(1, 4);
    }

    @Test
    void theModelNeverScoresAboveARuleWhoseSidesFit() {
        Relation rule = relate("Peru expelled two Chilean diplomats.", "Peru", "Chilean")
                .orElseThrow();
        Relation model = relate("Gunmen slaughtered the villagers.", "Gunmen", "villagers")
                .orElseThrow();

        assertThat(model.score()).isLessThanOrEqualTo(.5).isLessThan(rule.score());
    }

    @Test
    void whoActsAndWhoUndergoesMayStandEitherWayAbout() {
        assertThat(relate("The general was applauded by deputies.", "deputies", "general")
                        .orElseThrow()
                        .quad())
                .isEqualTo(1);
    }

    @Test
    void partiesThatTheTextDoesNotNameStillGetAnAnswer() {
        assertThat(relate("Warplanes bombed the market.", "Utopia", "Arcadia")).isPresent();
    }

    @Test
    void aTextWithoutASentenceGetsNone() {
        assertThat(relate("\n", "Peru", "Chile")).isEmpty();
    }

    private static Optional<Relation> relate(String text, String source, String target) {
        return PIPELINE.relate(Reports.of(text), source, target);
    }
}
