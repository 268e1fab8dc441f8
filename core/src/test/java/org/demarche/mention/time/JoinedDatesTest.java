package org.demarche.mention.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.demarche.model.Mention;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JoinedDatesTest {
    /** A Thursday. */
    private static final String DAY = "2013-03-21";

    @ParameterizedTest(name = "{1} means {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "The border will be shut from Friday the 29th until Tuesday the 2nd. | Friday the 29th | 2013-03-29..2013-04-02",
                "The border will be shut from Friday to Tuesday. | Tuesday | 2013-03-22..2013-03-26",
                "The border was shut from Friday to Tuesday. | Friday | 2013-03-15..2013-03-19",
                "The border was shut between July 4th through July 9th. | July 9th | 2012-07-04..2012-07-09",
                "Observers stayed Feb. 2 to February 22. | February 22 | 2013-02-02..2013-02-22",
                "Observers stayed 2 February until Friday, 22 February. | 2 February | 2013-02-02..2013-02-22",
                "The border will be shut from 20 December to 5 January. | 5 January | 2013-12-20..2014-01-05",
                "The border was shut from 20 December to 5 January. | 20 December | 2012-12-20..2013-01-05",
                "It was closed from 2013-feb-3 to yesterday. | yesterday | 2013-02-03..2013-03-20",
                "A reply is expected between now and May 15th. | May 15th | 2013-03-21..2013-05-15",
                "Four notes were sent between Jan 22 and now. | Jan 22 | 2013-01-22..2013-03-21",
                "They will meet next week between Tuesday and Thursday. | Tuesday | 2013-03-26..2013-03-28",
                "They will meet from Tuesday to Thursday of next week. | Tuesday | 2013-03-26..2013-03-28",
                "They will meet this week from Wed to Fri, he said. | Fri | 2013-03-20..2013-03-22",
                "The visit will be from the 4th to the 22nd of this month. | 4th | 2013-03-04..2013-03-22",
                "The waiver holds between 4 and 22 of next month. | 4 | 2013-04-04..2013-04-22",
                "The inspectors will be there from 4 to 22 next month. | 22 next month | 2013-04-04..2013-04-22",
                "They sat in Geneva, November between 19 and 21. | November between 19 | 2012-11-19..2012-11-21",
                "The strait was shut from 2/19 to 3/14. | 2/19 | 2013-02-19..2013-03-14",
                "The strait was shut from 1/9 to 2/6. | 1/9 | 2013-01-09..2013-02-06"
            })
    void bothEndsOfAStretchMeanTheWholeOfItWithItsLastDay(String text, String quote, String days) {
        assertThat(Reports.days(Reports.time(text, DAY, quote).when())).isEqualTo(days);
    }

    @ParameterizedTest(name = "{1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "The summit was postponed from 2 February to 22 February. | 22 February | 2013-02-22..2013-02-22",
                "They moved the handover from Monday to Wednesday. | Wednesday | 2013-03-20..2013-03-20",
                "The flotation was delayed from 2014 to 2016. | 2016 | 2016..2016"
            })
    void whatIsMovedFromOneDayToAnotherIsOnTheLatter(String text, String quote, String days) {
        assertThat(Reports.days(Reports.time(text, DAY, quote).when())).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The toll rose from 4 to 22 this month. | this month",
                "Rates will go up from 4 to 5 next month, he thinks. | next month",
                "In November between 19 and 20 people died. | November",
                "Between 2 and 5 of this month's convoys were hit. | this month",
                "In May from 4 to 6 pct of them switched sides. | May"
            })
    void numbersOfThingsAreNoDaysOfTheMonth(String text, String only) {
        assertThat(Reports.times(text, DAY)).extracting(t -> t.span().in(text)).containsExactly(only);
    }

    @Test
    void theNumberedWeekOfASeasonIsNoneOfTheCalendar() {
        assertThat(Reports.times("They lost the Week 14 9 p.m. game.", DAY))
                .noneMatch(t -> t.value().contains("W14"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Its mark went from 7/10 to 9/10.",
                "The bid was moved from 1/4 to 3/8.",
                "The odds rose from 9/2 to 11/5.",
                "The war entered week 14 of its second year.",
                "They lost again in week 14."
            })
    void marksFractionsOddsAndWeeksOfAWarAreNoDates(String text) {
        assertThat(Reports.times(text, DAY)).noneMatch(t -> t.when().isKnown());
    }

    @ParameterizedTest(name = "{1} means {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "The airport will be closed for three weeks from 2 May. | three weeks | 2013-05-02..2013-05-22",
                "The airport will be closed for a week starting Monday. | a week | 2013-03-25..2013-03-31",
                "A truce of three days beginning on 1 May is planned. | three days | 2013-05-01..2013-05-03",
                "Staff must be gone within one year, two months and three days. | one year, two months and three days | 2013-03-21..2014-05-24",
                "They will answer less than two weeks from today. | two weeks from today | 2013-03-21..2013-04-04",
                "They answered less than a week after 1 March 2013. | a week after 1 March 2013 | 2013-03-01..2013-03-08",
                "They answered more than a week after 1 March 2013. | a week after 1 March 2013 | 2013-03-08..null",
                "The note came more than three days before yesterday. | three days before yesterday | null..2013-03-17",
                "A decision is due in four working days. | four working days | 2013-03-27..2013-03-27"
            })
    void aLengthOfTimeBesideADayTellsTheDaysItCovers(String text, String quote, String days) {
        assertThat(Reports.days(Reports.time(text, DAY, quote).when())).isEqualTo(days);
    }

    @ParameterizedTest(name = "{1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "They signed it 1 month and 20 days ago. | 1 month and 20 days ago | 2013-02-01",
                "They signed it a year and two months ago. | a year and two months ago | 2012-01",
                "They will meet two Sundays from now. | two Sundays from now | 2013-03-31",
                "They met two Sundays ago. | two Sundays ago | 2013-03-10"
            })
    void severalAmountsAreCountedTogether(String text, String quote, String value) {
        assertThat(Reports.time(text, DAY, quote).value()).isEqualTo(value);
    }

    @Test
    void aLengthOfTimeThatWasTheSameAYearAgoIsNotAddedToIt() {
        String text = "The depot holds fuel for five weeks, against nine weeks a year ago.";

        assertThat(Reports.time(text, DAY, "a year ago").value()).isEqualTo("2012");
    }

    @ParameterizedTest(name = "{1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "They left on the 27th. | the 27th | 2013-02-27",
                "They left on the 12th. | the 12th | 2013-03-12",
                "They will leave by the 2nd. | the 2nd | 2013-04-02",
                "A vote is planned for the 28th. | the 28th | 2013-03-28",
                "They left on the twenty-seventh. | the twenty-seventh | 2013-02-27",
                "On Tuesday they said they would leave by the 2nd. | the 2nd | 2013-04-02",
                "The week of the 18th was tense. | The week of the 18th | 2013-W12",
                "They left on 22/02 and flew home. | 22/02 | 2013-02-22",
                "They left on 2/22. | 2/22 | 2013-02-22"
            })
    void aDayWithoutItsMonthIsTheNearestThatFitsTheTense(String text, String quote, String value) {
        Mention.OfTime time = Reports.time(text, DAY, quote);

        assertThat(time.value()).isEqualTo(value);
        assertThat(time.when().basis()).isEqualTo(When.Basis.RELATIVE_REPORT);
    }

    @Test
    void aDayThatTheMonthMeantDoesNotHaveStaysUnknown() {
        When when = Reports.time("They left on the 30th.", DAY, "the 30th").when();

        assertThat(when.isKnown()).isFalse();
        assertThat(when.basis()).isEqualTo(When.Basis.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "He works on the 15th floor for the 27th time.",
                "A deal for the 27 is near; the shop is open 24/7.",
                "Article 5-6 and section 4.22 of the code apply.",
                "Under Article 4/22 the ratio is 22/04.",
                "The MiG-29 and the START-2 text were shown.",
                "They won 3-2; the motion passed 11-4.",
                "Shares rose from 7/16 to 15/16 on heavy trade.",
                "The index closed at 2015.3 at the end."
            })
    void fractionsScoresSectionsAndNamesAreNoDates(String text) {
        assertThat(Reports.times(text, DAY)).isEmpty();
    }

    @ParameterizedTest(name = "{1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "The note was lost in 2012 / 11. | 2012 / 11 | 2012-11",
                "The note was lost in 2012- 11. | 2012- 11 | 2012-11",
                "The note was lost in 11-2012, he said. | 11-2012 | 2012-11",
                "The note was lost in 2015-3. | 2015-3 | 2015-03",
                "It was so in 1998-9. | 1998 | 1998",
                "Resolution 11-2012 was passed. | 2012 | 2012",
                "In 2012 - 11 years on - it was so. | 2012 | 2012",
                "On 2012-sep-1 it was lost. | 2012-sep-1 | 2012-09-01",
                "On 2012/aug/01 it was lost. | 2012/aug/01 | 2012-08-01",
                "It was lost on 08/12,2012. | 08/12,2012 | 2012-08-12",
                "It was lost on May twenty-one. | May twenty-one | 2012-05-21",
                "It was lost on Monday, jan twenty two, 2018. | Monday, jan twenty two, 2018 | 2018-01-22",
                "In May twenty one ships were lost. | May | 2012-05",
                "It was lost in 2012H2. | 2012H2 | 2012-H2",
                "It fell in the 2012 third quarter. | 2012 third quarter | 2012-Q3",
                "It was common in the twenty-tens. | the twenty-tens | 201",
                "They meet in week 12 of 2013. | week 12 of 2013 | 2013-W12",
                "It was signed at Christmas last year. | Christmas last year | 2012-12-25",
                "She was born on 29 February. | 29 February | 2012-02-29",
                "The same week the office closed. | The same week | 2013-W12"
            })
    void datesAreReadHoweverTheirPartsAreJoined(String text, String quote, String value) {
        assertThat(Reports.time(text, DAY, quote).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It will end less than 9999 years from today.",
                "It began more than 900,000 years before 5 March 2013.",
                "It began less than two weeks after 5 March 44 BC.",
                "It was 999999 centuries, 999999 decades and 999999 years ago.",
                "It lasts for 900,000 decades from 2 May and within 99999 years and 99999 months.",
                "It will be 999999 Sundays from now, or in 999999 working days.",
                "It is open from 1 May 2150 to Tuesday, from 31 to 99 of next month, in week 99 of 2013."
            })
    void countsBeyondTheCalendarAreNoTrouble(String text) {
        assertThat(Reports.times(text, DAY)).isNotNull();
    }

    @Test
    void aCenturyIsTheHundredYearsThatBeginWithItsNumber() {
        When when = Reports.time("It was so in the 20th century.", DAY, "the 20th century")
                .when();

        assertThat(Reports.days(when)).isEqualTo("1900..1999");
    }

    @Test
    void theRestOfAWeekBeginsWithTheReport() {
        When when = Reports.time("She is away for the rest of her week.", DAY, "the rest of her week")
                .when();

        assertThat(Reports.days(when)).isEqualTo("2013-03-21..2013-03-24");
    }
}
