package org.demarche.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.model.SpacedWords.words;

import java.util.List;
import org.junit.jupiter.api.Test;

class LeadsTest {
    @Test
    void onlyWhatAReportBeginsWithIsALead() {
        assertThat(Leads.length(words("LONDON — Britain expelled two"))).isEqualTo(2);
        assertThat(Leads.length(words("N'DJAMENA - Chad left"))).isEqualTo(2);
        assertThat(Leads.length(words("The Hague ( Agency ) - The Netherlands left")))
                .isEqualTo(6);
        assertThat(Leads.length(words("MALI - which has few roads - left"))).isZero();
        assertThat(Leads.length(words("Paris - Bordeaux trains stop"))).isZero();
        assertThat(Leads.length(words("The minister - a lawyer - left"))).isZero();
        assertThat(Leads.length(words("NATO said on Monday - Russia left"))).isZero();
        assertThat(Leads.length(words("-"))).isZero();
        assertThat(Leads.length(List.of())).isZero();
    }
}
