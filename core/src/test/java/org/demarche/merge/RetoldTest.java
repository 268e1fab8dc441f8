package org.demarche.merge;

import static org.assertj.core.api.Assertions.assertThat;

import org.demarche.model.Claim;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;

/** What a report tells twice and dates once. */
class RetoldTest {
    private static Telling twice() {
        return new Telling()
                .report("a", "2019-10-14", "Chile expels six of Peru. Chile expelled six of Peru on 13 October 2019.")
                .told("a", "expels six", "expel-diplomats", "CHL", "PER")
                .so()
                .told("a", "expelled", "expel-diplomats", "CHL", "PER")
                .on("13 October 2019", "2019-10-13")
                .so();
    }

    @Test
    void theHeadlineIsOfTheDayThatTheBodyNames() {
        Merged merged = twice().merged();

        assertThat(merged.events()).hasSize(1);
        assertThat(merged.claims())
                .extracting(Claim::date)
                .allSatisfy(d -> assertThat(String.valueOf(d.start())).isEqualTo("2019-10-13"));
        assertThat(merged.claims())
                .filteredOn(c -> c.trigger().quote().equals("expels six"))
                .extracting(c -> c.date().basis())
                .containsExactly(When.Basis.INFERRED);
    }

    @Test
    void soIsAHeadlineThatIsOnlyKnownToBeBeforeTheReport() {
        Merged merged = new Telling()
                .report("a", "2019-10-14", "Chile expels six of Peru. Chile expelled six of Peru on 13 October 2019.")
                .told("a", "expels six", "expel-diplomats", "CHL", "PER")
                .byReport("2019-10-14")
                .so()
                .told("a", "expelled", "expel-diplomats", "CHL", "PER")
                .on("13 October 2019", "2019-10-13")
                .so()
                .merged();

        assertThat(merged.claims())
                .extracting(c -> String.valueOf(c.date().start()))
                .containsOnly("2019-10-13");
    }

    @Test
    void whatOnlyAnotherReportDatesIsLeftOpen() {
        Merged merged = new Telling()
                .report("a", "2019-10-14", "Chile expelled six of Peru.")
                .report("b", "2019-10-15", "Chile expelled six of Peru on 13 October 2019.")
                .told("a", "expelled", "expel-diplomats", "CHL", "PER")
                .so()
                .told("b", "expelled", "expel-diplomats", "CHL", "PER")
                .on("13 October 2019", "2019-10-13")
                .so()
                .merged();

        assertThat(merged.claims())
                .filteredOn(c -> c.document().equals("a"))
                .allSatisfy(c -> assertThat(c.date().isKnown()).isFalse());
    }
}
