package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.demarche.Pipeline;
import org.demarche.language.OnnxSentenceParser;
import org.demarche.model.Disagreement;
import org.junit.jupiter.api.Test;

/** What two sides say of one act, told in one report, read by the real engine. */
class WhereSidesDifferTest {
    private static final Pipeline PIPELINE = new Pipeline(OnnxSentenceParser.load());
    private static final String BEFORE = "GENEVA, June 9, 2021 (Lakeside Wire) - ";

    @Test
    void twoWhoSpeakContradictEachOtherInOneReport() {
        assertThat(disagreements("Peru expelled two Bolivian diplomats on Tuesday, Lima said.\n\n"
                        + "Bolivia said Peru had expelled three of its diplomats."))
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.field()).isEqualTo("count");
                    assertThat(d.kind()).isEqualTo(Disagreement.Kind.CONTRADICTION);
                });
    }

    @Test
    void twoNumbersOnOneWordAreTwoActs() {
        assertThat(disagreements("Peru expelled two Bolivian diplomats on Tuesday, Lima said.\n\n"
                        + "Lima said that it had expelled three Bolivian diplomats on Monday."))
                .isEmpty();
    }

    private static List<Disagreement> disagreements(String says) {
        return PIPELINE.merge(List.of(PIPELINE.code(Reports.of(BEFORE + says))))
                .disagreements();
    }
}
