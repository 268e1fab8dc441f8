package org.demarche.merge;

import static org.assertj.core.api.Assertions.assertThat;

import org.demarche.model.Claim;
import org.demarche.model.Dateline;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;

/** Reports that print no more than a day of the week: the week is that in which their days are those of their siblings. */
class UndatedTest {
    /** Benin expels Togo's consul on Saturday 4 May 2019 and shuts its office on Friday 10 May; a report of a Tuesday tells of both. */
    private static Telling quarrel() {
        return new Telling()
                .reportOf(
                        "a",
                        "Tuesday",
                        "Lome, Tuesday: On Saturday Benin expelled the consul. The office closes this Friday.")
                .report("b", "2019-05-12", "Benin expelled a consul on 4 May 2019. The office was shut on 10 May 2019.")
                .report("c", "2019-06-20", "Benin expelled a cook on 15 June 2019.")
                .told("a", "expelled", "expel-diplomats", "BEN", "TGO")
                .on("Saturday")
                .so()
                .told("a", "closes", "close-mission", "BEN", "TGO")
                .effective("this Friday")
                .so()
                .told("b", "expelled", "expel-diplomats", "BEN", "TGO")
                .on("4 May 2019", "2019-05-04")
                .so()
                .told("b", "shut", "close-mission", "BEN", "TGO")
                .on("10 May 2019", "2019-05-10")
                .so()
                .told("c", "expelled", "expel-diplomats", "BEN", "GHA")
                .on("15 June 2019", "2019-06-15")
                .so();
    }

    @Test
    void theReportIsOfTheWeekInWhichItsDaysAreTheirs() {
        Dateline published = quarrel().merged().documents().get(0).published();

        assertThat(String.valueOf(published.start())).isEqualTo("2019-05-07");
        assertThat(published.end()).isEqualTo(published.start());
        assertThat(published.basis()).isEqualTo(Dateline.Basis.INFERRED);
        assertThat(published.citation()).isNotNull();
        assertThat(published.citation().quote()).isEqualTo("Tuesday");
    }

    @Test
    void itsDaysOfTheWeekAreThenCountedFromIt() {
        assertThat(quarrel().merged().claims())
                .filteredOn(c -> c.document().equals("a"))
                .extracting(UndatedTest::days)
                .containsExactlyInAnyOrder("2019-05-04 INFERRED", "2019-05-10 INFERRED");
    }

    private static String days(Claim claim) {
        When effective = claim.effective();
        When when = effective == null ? claim.date() : effective;
        return when.start() + " " + when.basis();
    }

    @Test
    void whereNothingAgreesNoDayIsInferred() {
        Dateline published = new Telling()
                .reportOf("a", "Tuesday", "Lome, Tuesday: On Saturday Benin expelled the consul.")
                .report("b", "2019-05-12", "Togo praised Benin on 8 May 2019.")
                .told("a", "expelled", "expel-diplomats", "BEN", "TGO")
                .on("Saturday")
                .so()
                .told("b", "praised", "criticise", "TGO", "BEN")
                .on("8 May 2019", "2019-05-08")
                .so()
                .merged()
                .documents()
                .get(0)
                .published();

        assertThat(published.start()).isNull();
    }

    @Test
    void whatWasSaidAgainDatesNoReport() {
        Dateline published = new Telling()
                .report("a", null, "Benin regretted the step.")
                .report("b", "2019-05-12", "Benin regretted the step on 8 May 2019.")
                .told("a", "regretted", "criticise", "BEN", "TGO")
                .so()
                .told("b", "regretted", "criticise", "BEN", "TGO")
                .on("8 May 2019", "2019-05-08")
                .so()
                .merged()
                .documents()
                .get(0)
                .published();

        assertThat(published.start()).isNull();
    }
}
