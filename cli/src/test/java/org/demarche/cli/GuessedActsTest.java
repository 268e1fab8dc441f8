package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.demarche.Parsing;
import org.demarche.Pipeline;
import org.demarche.language.OnnxSentenceParser;
import org.demarche.model.Claim;
import org.junit.jupiter.api.Test;

/** Acts that no rule has the words for, read by the real engine. */
class GuessedActsTest {
    private static final OnnxSentenceParser ENGINE = OnnxSentenceParser.load();
    private static final Pipeline PIPELINE = new Pipeline(ENGINE);
    private static final Pipeline RULES_ONLY = new Pipeline(ENGINE::parse);

    private static final String REPORT =
            "Peru recalled its ambassador from Chile on Monday after a quarrel over an embassy.\n\n"
                    + "Chile spirited the Peruvian consul out of the country in a fishing boat.";

    @Test
    void anActThatNoRuleFindsIsProposedWithItsScore() {
        List<Claim> guessed = guessed(PIPELINE, REPORT);

        assertThat(guessed).isNotEmpty().allSatisfy(c -> {
            assertThat(c.rule()).isEqualTo("model/" + c.act().type().toLowerCase(java.util.Locale.ROOT));
            assertThat(c.score()).isBetween(0.5, 1.0);
            assertThat(c.trigger().quote()).isNotBlank();
            assertThat(REPORT).contains(c.trigger().quote());
        });
    }

    @Test
    void rulesAloneProposeNothing() {
        assertThat(guessed(RULES_ONLY, REPORT)).isEmpty();
    }

    @Test
    void whatARuleFindsIsNotProposedAsWell() {
        List<Claim> claims = claims(PIPELINE, "Norway expelled two Serbian diplomats from the embassy in Oslo.");

        assertThat(claims).hasSize(1).allSatisfy(c -> assertThat(c.score()).isNull());
    }

    @Test
    void noRuleIsLostByGuessing() {
        List<Claim> rules = claims(RULES_ONLY, REPORT);
        List<Claim> all = claims(PIPELINE, REPORT);

        assertThat(all)
                .filteredOn(c -> c.score() == null)
                .extracting(Claim::id)
                .containsAll(rules.stream().map(Claim::id).toList());
    }

    @Test
    void aReportThatIsNotOfDiplomacyIsNotGuessedAtHoweverMuchOfItIsRead() {
        String report = "Chile spirited the miners out of the tunnel in a basket. Peru shrugged it off.";

        assertThat(guessed(new Pipeline(ENGINE, List.of(), Parsing.ALL), report))
                .isEmpty();
    }

    private static List<Claim> guessed(Pipeline pipeline, String text) {
        return claims(pipeline, text).stream().filter(c -> c.score() != null).toList();
    }

    private static List<Claim> claims(Pipeline pipeline, String text) {
        return pipeline.code(Reports.of(text)).claims();
    }
}
