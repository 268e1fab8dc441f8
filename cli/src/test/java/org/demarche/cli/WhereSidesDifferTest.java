package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.demarche.Pipeline;
import org.demarche.language.OnnxSentenceParser;
import org.demarche.model.Disagreement;
import org.demarche.model.Factuality;
import org.junit.jupiter.api.Test;

/** What two sides or two reports say of one act, read by the real engine. */
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

    @Test
    void theTimeThatSomebodyIsGivenMayDiffer() {
        String two = "Peru gave two Bolivian diplomats 48 hours to leave on Tuesday.";

        assertThat(disagreements(two, "Peru expelled two Bolivian diplomats on Tuesday and gave them 72 hours to go."))
                .singleElement()
                .satisfies(d -> assertThat(d.readings())
                        .extracting(Disagreement.Reading::value)
                        .containsExactly("48 hours", "72 hours"));
        assertThat(disagreements(two, "Peru expelled two Bolivian diplomats on Tuesday, giving them two days."))
                .isEmpty();
    }

    @Test
    void whatIsStillToComeIsNotWhatWasDoneMonthsBefore() {
        assertThat(disagreements("Chad will end its membership of the African Union, its president said on Monday.\n\n"
                        + "Chad suspended its membership in the union in February 2019."))
                .isEmpty();
    }

    @Test
    void aNumberThatAReportTakesBackStandsBesideTheRightOne() {
        String said = "Peru expelled three Bolivian diplomats on Tuesday.\n\n";

        assertThat(disagreements(said
                        + "An earlier version of this article said that Peru had expelled five. It expelled three."))
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.kind()).isEqualTo(Disagreement.Kind.CORRECTION);
                    assertThat(d.readings())
                            .extracting(Disagreement.Reading::value)
                            .containsExactlyInAnyOrder("3", "5");
                });
        assertThat(disagreements(
                        said + "Correction: the first line gave a wrong number. It was three diplomats, not four."))
                .singleElement()
                .satisfies(d -> assertThat(d.readings())
                        .extracting(Disagreement.Reading::value)
                        .containsExactlyInAnyOrder("3", "4"));
    }

    @Test
    void whatAReportTakesBackStandsBesideWhatItSaysInstead() {
        assertThat(
                        disagreements(
                                "Peru and Bolivia met.\n\nCorrection: our issue of May 4 stated that Peru had closed its embassy in Bolivia. It has not."))
                .singleElement()
                .satisfies(d -> assertThat(d.readings())
                        .extracting(r -> r.citation().quote())
                        .contains("It has not"));
    }

    @Test
    void anEarlierVersionOfATreatyIsNoneOfTheReport() {
        assertThat(PIPELINE.code(
                                Reports.of(
                                        BEFORE
                                                + "An earlier version of the treaty said that Peru would close its embassy in Bolivia by May."))
                        .claims())
                .noneMatch(c -> c.factuality() == Factuality.RETRACTED);
    }

    private static List<Disagreement> disagreements(String... reports) {
        return PIPELINE.merge(Stream.of(reports)
                        .map(says -> PIPELINE.code(Reports.of(BEFORE + says)))
                        .toList())
                .disagreements();
    }
}
