package org.demarche.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.model.PartialDate;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;

class BriefTest {
    private static final PartialDate DAY = new PartialDate(2009, 4, 5);

    private static final Document REPORT = new Document(
            "doc:0123456789ab",
            "a_1.txt",
            "in/a_1.txt",
            "00ff",
            null,
            "Harbour & Gazette",
            "Ida Berg",
            "Envoys 100% gone",
            "en",
            new Dateline(DAY, DAY, When.Precision.DAY, Dateline.Basis.PRINTED, null),
            "Nepal expelled two envoys.");

    @Test
    void aLineThatNothingSupportsStopsTheBrief() {
        assertThatThrownBy(() -> new Brief.Line("Nepal closed its embassy.", List.of(), Brief.Mark.SAID, List.of()))
                .isInstanceOf(Brief.UncitedLine.class)
                .hasMessageContaining("DEM-411")
                .hasMessageContaining("Nepal closed its embassy.");
    }

    @Test
    void whatFollowsByARuleIsMarkedAndGradesStandWithTheSources() {
        Grades grades = Grades.parse(List.of("outlet,grade", "Harbour & Gazette,b2", "# a remark", "other,F"));
        Brief brief = new Brief(
                "Two",
                "From 1 report.",
                List.of(new Brief.Section(
                        "State",
                        List.of(),
                        List.of(
                                new Brief.Line("It is closed.", List.of(), Brief.Mark.SAID, List.of(1)),
                                new Brief.Line("It stayed so.", List.of(), Brief.Mark.INFERRED, List.of(1))),
                        2)),
                List.of(new Brief.Source(1, "a_1.txt", "Harbour & Gazette", "2009-04-05", 0, "x", grades.of(REPORT))),
                List.of(REPORT));

        assertThat(BriefPage.markdown(brief))
                .contains("- It is closed. [1]")
                .contains("- (inferred) It stayed so. [1]")
                .contains("and 2 more in the ledger")
                .contains("graded B2: usually reliable, probably true");
        assertThat(BriefPage.html(brief)).contains("<em>(inferred) It stayed so.</em>");
    }

    @Test
    void aSourceSaysWhetherItsDayIsInferredAndWhatOnlyBoundsIt() {
        Dateline after = new Dateline(DAY, null, When.Precision.VAGUE, Dateline.Basis.INFERRED, null);

        assertThat(BriefNotes.day(REPORT.published())).isEqualTo(DAY.toString());
        assertThat(BriefNotes.day(after)).isEqualTo("from " + DAY + " on (inferred)");
        assertThat(BriefNotes.day(Dateline.UNKNOWN)).isEqualTo("undated");
    }

    @Test
    void aLineOfGradesWithoutOneIsRefusedByItsNumber() {
        assertThatThrownBy(() -> Grades.parse(List.of("outlet,grade", "Harbour Gazette,good")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DEM-412 line 2");
    }

    @Test
    void referencesKeepWhatIsKnownAndMeanThemselvesInTex() {
        assertThat(References.bibtex(List.of(REPORT)))
                .contains("@misc{doc-0123456789ab,")
                .contains("title = {Envoys 100\\% gone}")
                .contains("howpublished = {Harbour \\& Gazette}")
                .contains("month = {4}")
                .contains("note = {a\\_1.txt, SHA-256 00ff}");
        assertThat(References.csl(List.of(REPORT)))
                .contains("\"container-title\":\"Harbour & Gazette\"")
                .contains("\"issued\":{\"date-parts\":[[2009,4,5]]}")
                .contains("\"author\":[{\"literal\":\"Ida Berg\"}]");
    }
}
