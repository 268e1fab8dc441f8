package org.demarche.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.demarche.model.PartialDate;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void datesReadAsOneWouldSayThem() {
        assertThat(Wording.when(when(day(6), day(6)))).isEqualTo("6 Oct 2021");
        assertThat(Wording.when(when(day(1), day(31)))).isEqualTo("Oct 2021");
        assertThat(Wording.when(when(day(6), day(18)))).isEqualTo("between 6 and 18 Oct 2021");
        PartialDate october = new PartialDate(2021, 10, 0);
        assertThat(Wording.when(when(october, day(18)))).isEqualTo("between 1 and 18 Oct 2021");
        assertThat(Wording.when(when(day(18), october))).isEqualTo("between 18 and 31 Oct 2021");
        assertThat(Wording.when(when(october, day(1)))).isEqualTo("1 Oct 2021");
        assertThat(Wording.when(when(null, day(18)))).isEqualTo("by 18 Oct 2021");
        assertThat(Wording.when(when(new PartialDate(2014, 4, 0), new PartialDate(2014, 4, 0))))
                .isEqualTo("Apr 2014");
        assertThat(Wording.when(When.UNKNOWN)).isEqualTo("on a day not known");
        assertThat(Wording.since(when(day(6), day(18)))).isEqualTo(" since some day between 6 and 18 Oct 2021");
        assertThat(Wording.from(when(null, day(31)))).isEqualTo(" by 31 Oct 2021");
    }

    @Test
    void listsEndWithAnd() {
        assertThat(Wording.and(List.of("Bahrain"))).isEqualTo("Bahrain");
        assertThat(Wording.and(List.of("Bahrain", "Egypt", "Qatar"))).isEqualTo("Bahrain, Egypt and Qatar");
    }

    private static PartialDate day(int day) {
        return new PartialDate(2021, 10, day);
    }

    private static When when(PartialDate start, PartialDate end) {
        return new When(start, end, When.Precision.DAY, When.Basis.STATED, null);
    }
}
