package org.demarche.mention.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import org.demarche.model.Mention;
import org.demarche.model.Sentence;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeFinderTest {
    /** Published on Thursday, 21 March 2013. */
    private static final String DAY = "2013-03-21";

    @ParameterizedTest(name = "{1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "They signed on 6 October 2021 in Vienna. | 6 October 2021 | 2021-10-06",
                "They signed on October 6th, 2021 in Vienna. | October 6th, 2021 | 2021-10-06",
                "They signed on Wednesday, the 6th of October 2021. | Wednesday, the 6th of October 2021 | 2021-10-06",
                "The note of 2021-10-06 was returned. | 2021-10-06 | 2021-10-06",
                "The note of 06.10.2021 was returned. | 06.10.2021 | 2021-10-06",
                "The cap stood until 40.October 6 changed that. | October 6 | XXXX-10-06",
                "In early May 1998 it opened. | early May 1998 | 1998-05",
                "In the spring of 1776 they left. | the spring of 1776 | 1776-SP",
                "It grew in the late 1990s. | the late 1990s | 199",
                "It was common in the 19th century. | the 19th century | 18",
                "Exports fell in the third quarter of 2012. | the third quarter of 2012 | 2012-Q3",
                "Exports fell in the first half of 2012. | the first half of 2012 | 2012-H1",
                "Exports fell in Q3 2012. | Q3 2012 | 2012-Q3",
                "Exports fell in 2012 Q1. | 2012 Q1 | 2012-Q1",
                "Exports fell in H2 2012. | H2 2012 | 2012-H2",
                "It was signed in nineteen eighty-nine. | nineteen eighty-nine | 1989",
                "The abbey burned in the year 732. | the year 732 | 0732",
                "It fell in the year four hundred and ten. | the year four hundred and ten | 0410",
                "It was signed on 4 May two thousand and six. | 4 May two thousand and six | 2006-05-04",
                "The note of 11/2016 was lost. | 11/2016 | 2016-11",
                "The note of 2016/11 was lost. | 2016/11 | 2016-11",
                "They met in the week of 18 September 2012. | the week of 18 September 2012 | 2012-W38",
                "They met in the third week of October 2012. | the third week of October 2012 | 2012-W42",
                "They met on Black Friday 2012. | Black Friday 2012 | 2012-11-23",
                "A truce for Eid al-Fitr 2012 held. | Eid al-Fitr 2012 | 2012-08-19",
                "The league broke up in 404 BC. | 404 BC | BC0404",
                "All changed after 9/11 for both. | 9/11 | 2001-09-11",
                "The mission was opened at Christmas 1963. | Christmas 1963 | 1963-12-25",
                "He left office in 1998. | 1998 | 1998",
                "It lasted for three months. | three months | P3M",
                "It lasted for two and a half years. | two and a half years | P2.5Y",
                "It took several weeks. | several weeks | PXW",
                "After a two-day visit he left. | two-day | P2D",
                "They meet every other week. | every other week | P2W",
                "A daily call was agreed. | daily | P1D",
                "It is now quiet. | now | PRESENT_REF",
                "The envoy recently moved. | recently | PAST_REF",
                "It may matter in the future. | the future | FUTURE_REF"
            })
    void whatStandsForItselfNeedsNoReportDate(String text, String quote, String value) {
        assertThat(Reports.time(text, null, quote).value()).isEqualTo(value);
    }

    @ParameterizedTest(name = "{1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "The minister said Tuesday that talks failed. | Tuesday | 2013-03-19",
                "The ban applies from 1 April, he said. | 1 April | 2013-04-01",
                "On Monday the ministry ordered the closure of the office. | Monday | 2013-03-18",
                "The minister will speak on Tuesday in Geneva. | Tuesday | 2013-03-26",
                "Two attaches will be expelled on Friday. | Friday | 2013-03-22",
                "She told the house that they had set this Friday as the last day. | this Friday | 2013-03-22",
                "She told the house that they had left this Monday. | this Monday | 2013-03-18",
                "The ministry named Friday as the last day for visitors. | Friday | 2013-03-22",
                "The ministry said the consuls had to go by Friday. | Friday | 2013-03-22",
                "Workers had been kept from going to Malta in December. | December | 2012-12",
                "He arrived last Monday. | last Monday | 2013-03-18",
                "An official said last night it was over. | last night | 2013-03-20TNI",
                "She left eleven days ago. | eleven days ago | 2013-03-10",
                "They last met a year ago. | a year ago | 2012",
                "They met last month. | last month | 2013-02",
                "They spoke in July last year. | July last year | 2012-07",
                "They will meet next week. | next week | 2013-W13",
                "Neither will travel this summer. | this summer | 2013-SU",
                "It was closed in December. | December | 2012-12",
                "It will reopen in December. | December | 2013-12",
                "Profit rose in the third quarter. | the third quarter | 2012-Q3",
                "It beat the year-earlier period. | the year-earlier period | 2012",
                "Talks resume at 10 am Friday, aides said. | 10 am Friday | 2013-03-22T10:00",
                "Over the weekend it calmed. | the weekend | 2013-W11-WE",
                "The past three weeks were tense. | The past three weeks | P3W",
                "It was quiet in the last 24 hours. | the last 24 hours | PT24H",
                "They will meet on the first Friday of next month. | the first Friday of next month | 2013-04-05",
                "It was announced earlier this week. | earlier this week | 2013-W12",
                "They will meet the week after next. | the week after next | 2013-W14",
                "They will speak in Q2. | Q2 | 2013-Q2",
                "They will speak in calendar week 31. | calendar week 31 | 2013-W31",
                "They will speak in calendar week 3. | calendar week 3 | 2014-W03",
                "They spoke in calendar week 50. | calendar week 50 | 2012-W50",
                "Inspection: week 14 Tuesday, north gate. | week 14 | 2013-W14",
                "Inspection: week 14 9 a.m., north gate. | week 14 | 2013-W14"
            })
    void aReportCountsFromItsOwnDate(String text, String quote, String value) {
        assertThat(Reports.time(text, DAY, quote).value()).isEqualTo(value);
    }

    @ParameterizedTest(name = "{1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "On October 6 the seats were cut. Two weeks after that the office closed. | Two weeks after that | XXXX-10-20",
                "On 26 March 2018 notes were sent. Three days later came the reply. | Three days later | 2018-03-29",
                "On 26 March 2018 notes were sent. The next day envoys were called in. | The next day | 2018-03-27",
                "On 26 March 2018 notes were sent. The same day a consulate closed. | The same day | 2018-03-26",
                "In 2002 the council was set up. In December of that year it met. | December of that year | 2002-12",
                "In 1997 a text was signed. The following year offices opened. | The following year | 1998",
                "In March 2018 notes were sent. By the end of the month all had left. | the end of the month | 2018-03",
                "On 26 March 2018 notes were sent. On the 28th they were returned. | the 28th | 2018-03-28",
                "On 26 March 2018 notes were sent. Staff had until the Saturday to go. | the Saturday | 2018-03-31",
                "2008 was a hard year. Back in April a summit had failed. | April | 2008-04",
                "The war of August 2008 froze the talks until the spring of next year. | the spring of next year | 2009-SP"
            })
    void aPhraseCountsFromTheDateSpokenOfLast(String text, String quote, String value) {
        assertThat(Reports.time(text, null, quote).value()).isEqualTo(value);
    }

    @ParameterizedTest(name = "{1} means {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "The consulate was told to close by 27 January. | 27 January | null..2013-01-27",
                "All staff must leave by 2 April. | 2 April | null..2013-04-02",
                "All staff must leave by November 2013. | November 2013 | null..2013-10-31",
                "It has been closed since Monday. | Monday | 2013-03-18..2013-03-21",
                "The office is shut from 1 November 2013. | 1 November 2013 | 2013-11-01..null",
                "They meet between 3 and 5 May. | 3 | 2013-05-03..2013-05-05",
                "They met on March 12-14 in Oslo. | March 12 | 2013-03-12..2013-03-14",
                "They fought from May to July 1940. | May | 1940-05..1940-07",
                "Told on Tuesday to go, they must be gone within seven days. | seven days | 2013-03-19..2013-03-26",
                "They must be gone within a week. | a week | 2013-03-21..2013-03-28",
                "The deadline was midnight on Tuesday. | midnight on Tuesday | 2013-03-19..2013-03-19",
                "In the early 2000s they were close. | the early 2000s | 2000..2003",
                "It was shut from 2004 to 2008. | 2008 | 2004..2008",
                "They met between 4 March and 8 March. | 8 March | 2013-03-04..2013-03-08",
                "They will meet early next week. | early next week | 2013-03-25..2013-03-27",
                "They will meet later this year. | later this year | 2013-03-21..2013-12-31",
                "Two offices were shut earlier this year. | earlier this year | 2013-01-01..2013-03-21",
                "Visas are free for the rest of the month. | the rest of the month | 2013-03-21..2013-03-31"
            })
    void theDaysTakeInThePrepositionAndTheDeadline(String text, String quote, String days) {
        assertThat(Reports.days(Reports.time(text, DAY, quote).when())).isEqualTo(days);
    }

    @Test
    void aDateWithoutAYearKeepsNoneWhenNothingInTheDocumentGivesIt() {
        Mention.OfTime time = Reports.time("Until 2018 it was larger. On October 6 it was cut.", null, "October 6");

        assertThat(Reports.days(time.when())).isEqualTo("--10-06..--10-06");
        assertThat(time.when().basis()).isEqualTo(When.Basis.STATED);
    }

    @Test
    void withoutAReportDateAWeekdayStaysOpenAndSoDoesWhatIsCountedFromIt() {
        String text = "On Saturday the envoy was called in. His staff had been cut three days earlier.";

        assertThat(Reports.time(text, null, "Saturday").value()).isEqualTo("XXXX-WXX-6");
        When when = Reports.time(text, null, "three days earlier").when();
        assertThat(when.isKnown()).isFalse();
        assertThat(when.citation()).isNotNull();
    }

    @Test
    void aDeadlineIsNotTheDayThatTheNextDayFollows() {
        String text =
                "The reply came on 29 March 2018. Staff had until the Saturday to leave. The next day lists were handed out.";

        assertThat(Reports.time(text, null, "The next day").value()).isEqualTo("2018-03-30");
    }

    @Test
    void aHistoryGivesTheYearOfItsStoryToTheMonthsThatFollow() {
        String text =
                "In September 1861 the first shots fell. By March 1862 the town was taken. In June 1862 a truce was made. "
                        + "It broke in December. In January the siege began again.";

        assertThat(Reports.time(text, "2009-12-19", "December").value()).isEqualTo("1862-12");
        assertThat(Reports.time(text, "2009-12-19", "January").value()).isEqualTo("1863-01");
    }

    @Test
    void aYearInAHeadingHoldsForWhatStandsUnderIt() {
        String text = "Chronicle\n1936\nOn 20 July the leader died.\n1937\nOn 7 March an offensive began.";

        assertThat(Reports.time(text, "2009-12-19", "20 July").value()).isEqualTo("1936-07-20");
        assertThat(Reports.time(text, "2009-12-19", "7 March").value()).isEqualTo("1937-03-07");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It may march on; a second attempt is fair.",
                "The plant has 2000 workers and paid $1999 for each.",
                "He sat in the sun after the fall of the wall.",
                "They won 3 to 1 in room 12.",
                "In two thousand homes the power failed, and twenty five were lost.",
                "He drew 11/20 of the water; no more than 3/4 was left.",
                "Volume 18 Issue 160"
            })
    void wordsThatOnlyLookLikeDatesAreLeftAlone(String text) {
        assertThat(Reports.times(text, DAY)).isEmpty();
    }

    @Test
    void offsetsAreThoseOfTheTextAndMentionsDoNotOverlap() {
        String text = "\uD83D\uDE00 On 6 October 2021, and again two days later, they met.";

        List<Mention.OfTime> times = Reports.times(text, null);

        assertThat(times).extracting(t -> t.span().in(text)).containsExactly("6 October 2021", "two days later");
        assertThat(times.get(0).when().citation()).isNotNull();
        assertThat(times.get(0).when().citation().start()).isEqualTo(5);
    }

    @Test
    void captionsDoNotGiveTheirDatesToTheText() {
        String text = "A meeting in May 2015\nOn October 6 the seats were cut.";
        List<Sentence> sentences = Reports.sentences(text);
        List<Sentence> marked = List.of(sentences.get(0).withKind(Sentence.Kind.CAPTION), sentences.get(1));

        List<Mention.OfTime> times = new TimeFinder().find(Reports.report(text, null), marked);

        assertThat(times).extracting(Mention.OfTime::value).containsExactly("2015-05", "XXXX-10-06");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the ",
                "1 ",
                "may ",
                "two hundred and ",
                "12-",
                "the end of the ",
                "last last ",
                "' ",
                "on the 5th of "
            })
    void hostileTextTakesTimeInProportionToItsLength(String bit) {
        Reports.times(bit.repeat(2_000), DAY);
        long small = processorTime(bit.repeat(4_000));
        long large = processorTime(bit.repeat(32_000));

        assertThat(large).isLessThan(40 * Math.max(small, 5_000_000));
    }

    private static long processorTime(String text) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        Reports.times(text, DAY);
        return threads.getCurrentThreadCpuTime() - before;
    }
}
