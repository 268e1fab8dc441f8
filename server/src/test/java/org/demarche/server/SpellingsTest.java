package org.demarche.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SpellingsTest {
    private static final Served SERVER = Served.start();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void lettersThatAreTurnedAboutMissingOrDoubledAreOneStep() {
        assertThat(Spellings.distance("missoin", "mission")).isEqualTo(1);
        assertThat(Spellings.distance("mision", "mission")).isEqualTo(1);
        assertThat(Spellings.distance("missiom", "mission")).isEqualTo(1);
        assertThat(Spellings.distance("office", "mission")).isGreaterThan(2);
    }

    @Test
    void aSearchThatFindsNothingOffersTheNearestWordsThatTheReportsHave() throws Exception {
        String page = SERVER.get("/search?q=missoin%20accreditation").body();

        assertThat(page)
                .contains("No sentence has all of")
                .contains("/search?q=mission+accreditation")
                .contains("\u201Caccreditation\u201D alone");
        assertThat(SERVER.get("/search?q=qqqqqqqq").body())
                .contains("in no sentence")
                .doesNotContain("nearest");
    }
}
