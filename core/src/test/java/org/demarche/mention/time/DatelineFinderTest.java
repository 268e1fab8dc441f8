package org.demarche.mention.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.demarche.model.Dateline;
import org.demarche.model.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatelineFinderTest {

    private static Dateline find(String text) {
        return new DatelineFinder().find(Reports.report(text, null), Reports.sentences(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "' date 2021-10-20 Tensions between the two have grown since spring.' | 2021-10-20",
                "PARIS, 15 March 2018\\nThe envoy was told to go. | 2018-03-15",
                "MINSK, March 3, 2020 (Agency) - The envoy was told to go. | 2020-03-03",
                "Envoy told to go\\nPublished: 6 October 2021\\nThe envoy was told to go. | 2021-10-06",
                "Envoy told to go\\nBy Ann Other, October 6, 2021\\nThe envoy was told to go. | 2021-10-06",
                "Envoy told to go\\n6 Oct 2021\\nThe envoy was told to go. | 2021-10-06",
                "Envoy told to go\\nThe Herald, Friday night, 8 October 2021\\n\\nThe envoy was told to go. | 2021-10-08",
                "Note on the envoy\\n14 Muharram 1440, corresponding to 24 September 2018\\n\\nHe was told to go. | 2018-09-24",
                "Dalton, 3 March 2020 (Coastal Agency): The envoy was told to go. | 2020-03-03",
                "PORT HOPE (3 March 2020) - The envoy was told to go. | 2020-03-03",
                "Dalton, March 3, 2020, CNA - The envoy was told to go. | 2020-03-03",
                "For immediate release: March 3, 2020\\nThe envoy was told to go. | 2020-03-03",
                "Envoy told to go\\n28/09/2022 Diario de la Frontera\\n\\nThe envoy was told to go. | 2022-09-28"
            })
    void aDatePrintedAtTheHeadIsTheDateOfTheReport(String text, String date) {
        Dateline dateline = find(text.replace("\\n", "\n"));

        assertThat(dateline.basis()).isEqualTo(Dateline.Basis.PRINTED);
        assertThat(String.valueOf(dateline.start())).isEqualTo(date);
        assertThat(dateline.citation()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On 3 March 2020, the envoy was told to go.",
                "In Dalton, 3 March 2020: the envoy was told to go.",
                "Ann Other, 3 March 2020, is remembered for that day."
            })
    void aSentenceThatBeginsWithADateIsNoHead(String text) {
        assertThat(find(text).basis()).isNotEqualTo(Dateline.Basis.PRINTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dalton, Monday (Coastal Agency). The envoy was told to go on Friday.",
                "DALTON, Monday - The envoy was told to go on Friday.",
                "Envoy told to go\nLast updated: Monday, 21:14\nThe envoy was told to go on Friday.",
                "Envoy told to go\nThe Herald, Monday evening\nThe envoy was told to go on Friday.",
                "Envoy told to go\nLast updated: Monday, 21:14\nThe envoy is to go next Friday."
            })
    void aDayOfTheWeekAtTheHeadIsCitedAndDatesNothingByItself(String text) {
        Dateline dateline = find(text);

        assertThat(dateline.citation()).isNotNull();
        assertThat(dateline.citation().quote()).isEqualTo("Monday");
        assertThat(dateline.basis()).isEqualTo(Dateline.Basis.UNKNOWN);
        assertThat(dateline.start()).isNull();
    }

    @Test
    void itStandsBesideTheBoundsThatTheTextGives() {
        Dateline dateline = find(
                "Dalton, Monday (Coastal Agency). The envoy was told to go on Friday, after the note of 3 March 2020.");

        assertThat(dateline.citation()).isNotNull();
        assertThat(dateline.citation().quote()).isEqualTo("Monday");
        assertThat(String.valueOf(dateline.start())).isEqualTo("2020-03-03");
        assertThat(dateline.end()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Monday was quiet. The envoy was told to go on Friday.",
                "Dalton, Monday (Coastal Agency). The envoy is to go next Friday.",
                "The Monday Club meets\nThe envoy was told to go on Friday."
            })
    void itCountsOnlyWhereTheTextGoesByDaysOfTheWeek(String text) {
        Dateline dateline = find(text);

        assertThat(dateline.citation() == null || !dateline.citation().quote().equals("Monday"))
                .isTrue();
    }

    @Test
    void aDateThatIsKnownAlreadyStays() {
        String text = "PARIS, 15 March 2018\nThe envoy was told to go.";

        Dateline dateline = new DatelineFinder().find(Reports.report(text, "2018-03-16"), Reports.sentences(text));

        assertThat(dateline.basis()).isEqualTo(Dateline.Basis.SUPPLIED);
        assertThat(String.valueOf(dateline.start())).isEqualTo("2018-03-16");
    }

    @Test
    void aReportIsNotOlderThanWhatItQuotesNorYoungerThanWhatItForetells() {
        Dateline dateline = find("On May 3, 2019, the mission was cut. The cut was called rash (Herald, May 14). "
                + "Ministers will discuss it on May 16 and 17 in Bonn.");

        assertThat(dateline.basis()).isEqualTo(Dateline.Basis.INFERRED);
        assertThat(dateline.start() + ".." + dateline.end()).isEqualTo("2019-05-14..2019-05-17");
    }

    @Test
    void boundsHaveNoYearWhereTheTextGivesNone() {
        Dateline dateline =
                find("On 14 March they were told to go. The reply came three days later. All will have left by May.");

        assertThat(dateline.start() + ".." + dateline.end()).isEqualTo("--03-17..--04-30");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Saturday the envoy was called in and told that 23 must leave within seven days.",
                "Review of Diplomacy, Volume 18 Issue 160\nThe envoy was told to go.",
                "The envoy was told to go."
            })
    void weekdaysVolumesAndNothingDateNothing(String text) {
        assertThat(find(text)).isEqualTo(Dateline.UNKNOWN);
    }

    @Test
    void aTeaserOfAnotherStoryDatesNothing() {
        String text = "The envoy was told to go.\nIn late November 2022, a summit was held.";
        List<Sentence> sentences = Reports.sentences(text);
        List<Sentence> marked = List.of(sentences.get(0), sentences.get(1).withKind(Sentence.Kind.FURNITURE));

        assertThat(new DatelineFinder().find(Reports.report(text, null), marked))
                .isEqualTo(Dateline.UNKNOWN);
    }
}
