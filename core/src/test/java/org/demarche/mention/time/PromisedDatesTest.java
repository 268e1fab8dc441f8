package org.demarche.mention.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.demarche.model.Mention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates of what is promised, asked for or planned. */
class PromisedDatesTest {
    /** A Thursday. */
    private static final String DAY = "2013-03-21";

    private static String days(String text, String quote) {
        return Reports.days(Reports.time(text, DAY, quote).when());
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "The two envoys won't meet on Tuesday. | Tuesday | 2013-03-26..2013-03-26",
                "He'd like to see them on Tuesday. | Tuesday | 2013-03-26..2013-03-26",
                "Send the reply on Tuesday. | Tuesday | 2013-03-26..2013-03-26",
                "Please reply on Tuesday. | Tuesday | 2013-03-26..2013-03-26",
                "The minister wants an answer on Tuesday. | Tuesday | 2013-03-26..2013-03-26",
                "The team won the vote on Tuesday. | Tuesday | 2013-03-19..2013-03-19"
            })
    void whatIsAskedForOrRefusedIsStillToCome(String text, String quote, String days) {
        assertThat(days(text, quote)).isEqualTo(days);
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "The envoy will return the next day. | the next day | 2013-03-22..2013-03-22",
                "The envoy will return next day. | next day | 2013-03-22..2013-03-22",
                "The envoy will return in the following week. | the following week | 2013-03-25..2013-03-31",
                "The base will be shut five days later. | five days later | 2013-03-26..2013-03-26",
                "The base will be shut 1 month 3 days later. | 1 month 3 days later | 2013-04-24..2013-04-24"
            })
    void aPromiseInATextThatHasNamedNoDateIsCountedFromTheReport(String text, String quote, String days) {
        assertThat(days(text, quote)).isEqualTo(days);
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "He was held and freed the next day. | the next day | null..null",
                "If talks fail, the base will be shut five days later. | five days later | null..null",
                "Once it is signed the base will be shut the next day. | the next day | null..null",
                "He said he would return the next day. | the next day | null..null",
                "On Monday he was held. He will be freed next day. | next day | 2013-03-19..2013-03-19"
            })
    void whatMayBeCountedFromSomethingElseIsNot(String text, String quote, String days) {
        assertThat(days(text, quote)).isEqualTo(days);
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "The depot will open over the next four days. | the next four days | 2013-03-22..2013-03-25",
                "The depot will open within the next four days. | the next four days | 2013-03-21..2013-03-25",
                "The depot will open three weeks from now. | three weeks from now | 2013-04-11..2013-04-11",
                "The depot will open two months from now. | two months from now | 2013-05..2013-05"
            })
    void theNextDaysBeginTomorrowAndWeeksAreCountedToTheDay(String text, String quote, String days) {
        assertThat(days(text, quote)).isEqualTo(days);
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "The council will convene on 28. | 28 | 2013-03-28..2013-03-28",
                "The council will convene on 12. | 12 | 2013-04-12..2013-04-12",
                "The council will convene on 27.05, they said. | 27.05 | 2013-05-27..2013-05-27",
                "The council will convene on 5-27. | 5-27 | 2013-05-27..2013-05-27",
                "The council will convene 27/05. | 27/05 | 2013-05-27..2013-05-27",
                "The office will be shut 2013 - 11. | 2013 - 11 | 2013-11..2013-11",
                "The office will be shut 11 - 2013. | 11 - 2013 | 2013-11..2013-11",
                "The office will be closed 8 to 19 next month. | 8 | 2013-04-08..2013-04-19",
                "The strait will be shut on weekend. | weekend | 2013-03-23..2013-03-24"
            })
    void aBareNumberThatEndsAPromiseIsADate(String text, String quote, String days) {
        assertThat(days(text, quote)).isEqualTo(days);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The panel agreed on 28.",
                "The panel will focus on 28 of them.",
                "The panel will decide on 28, 29 and 31 cases.",
                "The side won 5-27.",
                "The bank settled on 5.27.",
                "The ratio was 27/05.",
                "Shares fell to 11 - 2013 of them."
            })
    void aNumberThatIsToldOrThatCountsSomethingIsNone(String text) {
        assertThat(Reports.times(text, DAY)).extracting(Mention.OfTime::value).noneMatch(v -> v.contains("-"));
    }

    @Test
    void numbersOfWhatWillBeMadeNextMonthAreNoDaysOfIt() {
        String text = "The yard will build 8 to 19 next month.";

        assertThat(Reports.times(text, DAY)).extracting(t -> t.span().in(text)).containsExactly("next month");
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "How does my week look? | my week | 2013-03-18..2013-03-24",
                "My weekend is free. | My weekend | 2013-03-23..2013-03-24"
            })
    void onesOwnWeekIsTheOneThatRuns(String text, String quote, String days) {
        assertThat(days(text, quote)).isEqualTo(days);
    }

    @ParameterizedTest
    @ValueSource(strings = {"It made my day.", "It is the best of my week.", "He spoiled my weekend."})
    void butNotTheOneThatIsTalkedAbout(String text) {
        assertThat(Reports.times(text, DAY)).isEmpty();
    }
}
