package org.demarche.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which act of the lexicon stands for a PLOVER type where no finer one is known. */
class GeneralActsTest {
    private static final ActLexicon LEXICON = ActLexicon.load();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AGREE",
                "CONSULT",
                "SUPPORT",
                "COOPERATE",
                "AID",
                "CONCEDE",
                "RETREAT",
                "REQUEST",
                "ACCUSE",
                "REJECT",
                "THREATEN",
                "PROTEST",
                "SANCTION",
                "MOBILIZE",
                "COERCE",
                "ASSAULT"
            })
    void everyTypeHasOneOfItsOwnType(String type) {
        assertThat(LEXICON.general(type, null).act().type()).isEqualTo(type);
        assertThat(LEXICON.general(type, "no-such-mode").code())
                .isEqualTo(LEXICON.general(type, null).code());
    }

    @Test
    void aModeHasAnActOfItsModeAndACodeThatSaysNoMoreThanIsKnown() {
        assertThat(LEXICON.general("CONSULT", "visit").code()).isEqualTo("visit");
        assertThat(LEXICON.general("SANCTION", "withdraw").code()).isEqualTo("withdraw");
        assertThat(LEXICON.general("SANCTION", "withdraw").act().quad()).isEqualTo(4);
    }

    @Test
    void whatIsNoTypeHasNone() {
        assertThatThrownBy(() -> LEXICON.general("NONSENSE", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NONSENSE");
    }
}
