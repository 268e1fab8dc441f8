package org.demarche.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DaysTest {
    private static final Days MAY = new Days(LocalDate.of(2023, 5, 1), LocalDate.of(2023, 5, 31));
    private static final LocalDate JUNE = LocalDate.of(2023, 6, 1);

    @Test
    void whatIsOverWhenTheOtherBeginsIsBeforeIt() {
        assertThat(MAY.isBefore(new Days(JUNE, null))).isTrue();
        assertThat(new Days(JUNE, null).isBefore(MAY)).isFalse();
    }

    @Test
    void whatMeetsInADayIsNotBefore() {
        assertThat(MAY.isBefore(new Days(LocalDate.of(2023, 5, 31), JUNE))).isFalse();
    }

    @Test
    void nothingIsBeforeAnotherAcrossAnOpenEnd() {
        assertThat(new Days(LocalDate.of(2023, 5, 1), null).isBefore(new Days(JUNE, JUNE)))
                .isFalse();
        assertThat(MAY.isBefore(new Days(null, JUNE))).isFalse();
        assertThat(Days.ANY.isBefore(Days.ANY)).isFalse();
    }
}
