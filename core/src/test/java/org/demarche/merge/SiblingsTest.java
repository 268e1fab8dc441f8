package org.demarche.merge;

import static org.assertj.core.api.Assertions.assertThat;

import org.demarche.model.Dateline;
import org.junit.jupiter.api.Test;

/** Reports that print a day without its year: what their siblings and their own words leave of the years. */
class SiblingsTest {
    /** A report of 14 October (a Monday in 2019, a Sunday in 2018), one of another quarrel in October 2018, one that looks back on 2019. */
    private static Telling quarrels(String said) {
        return new Telling()
                .report("a", "--10-14", said)
                .report("b", "2018-10-20", "Chile recalled its envoy to Peru on 3 September 2018.")
                .report("c", "2020-06-18", "In October 2019 Chile expelled six of Peru.")
                .told("a", "expelled", "expel-diplomats", "CHL", "PER")
                .on("on Monday")
                .so()
                .told("b", "recalled", "recall-ambassador", "CHL", "PER")
                .on("3 September 2018", "2018-09-03")
                .so()
                .told("c", "expelled", "expel-diplomats", "CHL", "PER")
                .on("In October 2019", "2019-10")
                .so();
    }

    private static Dateline published(Telling telling) {
        return telling.merged().documents().stream()
                .filter(d -> d.id().equals("a"))
                .findFirst()
                .orElseThrow()
                .published();
    }

    @Test
    void theYearIsTheOneInWhichTheDayOfTheWeekFitsAndAnotherReportDatesTheDeed() {
        Dateline published = published(quarrels("Chile expelled six of Peru on Monday."));

        assertThat(String.valueOf(published.start())).isEqualTo("2019-10-14");
        assertThat(published.basis()).isEqualTo(Dateline.Basis.INFERRED);
    }

    @Test
    void aReportIsNotOfAYearBeforeThoseThatItTellsOf() {
        Dateline published =
                published(quarrels("Chile expelled six of Peru on Monday. In May 2023 the rest had been recalled.")
                        .told("a", "recalled", "recall-ambassador", "CHL", "PER")
                        .on("In May 2023", "2023-05")
                        .so());

        assertThat(published.end()).as("some time after the act").isNull();
    }

    @Test
    void whereTheDayOfTheWeekFitsNoYearOfTheSiblingsNoneIsInferred() {
        Dateline published = published(new Telling()
                .report("a", "--10-14", "Chile expelled six of Peru on Thursday.")
                .report("b", "2019-10-20", "Chile expelled Peruvians.")
                .told("a", "expelled", "expel-diplomats", "CHL", "PER")
                .on("on Thursday")
                .so()
                .told("b", "expelled", "expel-diplomats", "CHL", "PER")
                .so());

        assertThat(String.valueOf(published.start())).isEqualTo("--10-14");
    }
}
