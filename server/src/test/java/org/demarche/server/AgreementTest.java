package org.demarche.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.demarche.store.Decisions;
import org.demarche.store.Entry;
import org.junit.jupiter.api.Test;

/** The measures against figures worked out by hand. */
class AgreementTest {
    private final List<Entry> log = new ArrayList<>();

    private void verdict(String by, String kind, String claim) {
        int n = log.size() + 1;
        log.add(new Entry(n, "dec:" + n, "2021-11-02T10:00:00Z", by, kind, claim, null, null, null, "", ""));
    }

    @Test
    void kappaAndAlphaOfTwoReviewersAreThoseOfTheTextbook() {
        for (int i = 0; i < 10; i++) {
            verdict("Ana", i < 6 ? "accept" : "reject", "clm:" + i);
            verdict("Bo", i < 5 || i == 9 ? "accept" : "reject", "clm:" + i);
        }
        Agreement agreement = new Agreement(new Decisions(log));

        assertThat(agreement.pairs()).hasSize(1);
        Agreement.Pair pair = agreement.pairs().get(0);
        assertThat(pair.both()).isEqualTo(10);
        assertThat(pair.same()).isEqualTo(8);
        // Chance: .6 x .6 + .4 x .4 = .52; (.8 - .52) / .48.
        assertThat(pair.kappa()).isCloseTo(0.5833, within(1e-4));
        // Disagreement seen 4 of 20, expected 2 x 12 x 8 / (20 x 19).
        assertThat(agreement.alpha()).isCloseTo(1 - 0.2 / (192.0 / 380), within(1e-9));
    }

    @Test
    void whoNeverRejectsGivesNoKappaAndOneReviewerNone() {
        verdict("Ana", "accept", "clm:1");
        verdict("Bo", "accept", "clm:1");
        Agreement agreement = new Agreement(new Decisions(log));

        assertThat(agreement.pairs().get(0).kappa()).isNull();
        assertThat(agreement.alpha()).isNull();
    }

    @Test
    void theLastVerdictOfEachCountsAndUnsureIsNone() {
        verdict("Ana", "reject", "clm:1");
        verdict("Ana", "accept", "clm:1");
        verdict("Bo", "accept", "clm:1");
        verdict("Bo", "unsure", "clm:1");

        assertThat(new Agreement(new Decisions(log)).pairs()).isEmpty();
    }
}
