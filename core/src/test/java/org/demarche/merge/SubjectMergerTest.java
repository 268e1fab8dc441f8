package org.demarche.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.demarche.model.Claim;
import org.demarche.model.Subject;
import org.junit.jupiter.api.Test;

class SubjectMergerTest {
    private static final Subject RIVER = agreement("Chad–Libya river treaty");

    private static Subject agreement(String name) {
        return new Subject(
                "sub:" + name.hashCode(), Subject.Kind.AGREEMENT, name, List.of(), List.of("LBY", "TCD"), null);
    }

    /** How many subjects are left of two that two reports name. */
    private static long left(Subject one, Subject other) {
        Merged merged = new Telling()
                .report("a", "2011-03-05", "Chad suspended it on 3 March 2011.")
                .report("b", "2011-03-09", "It was suspended by Chad.")
                .told("a", "suspended", "suspend-treaty", "TCD", "LBY")
                .about(one)
                .so()
                .told("b", "suspended", "suspend-treaty", "TCD", "LBY")
                .about(other)
                .so()
                .merged();
        return merged.claims().stream()
                .map(Claim::subjects)
                .flatMap(List::stream)
                .map(Subject::id)
                .distinct()
                .count();
    }

    @Test
    void anAgreementOfTheSameTwoMayBeCalledByAnotherNoun() {
        assertThat(left(RIVER, agreement("Chad–Libya river accord"))).isEqualTo(1);
        assertThat(left(RIVER, agreement("Chad–Libya pact"))).isEqualTo(1);
        assertThat(left(RIVER, agreement("Great River Treaty"))).isEqualTo(1);
    }

    @Test
    void whatItIsAboutTellsAgreementsApart() {
        assertThat(left(RIVER, agreement("Chad–Libya arms treaty"))).isEqualTo(2);
        assertThat(left(RIVER, agreement("Treaty of Tripoli"))).isEqualTo(2);
    }
}
