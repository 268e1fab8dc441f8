package org.demarche.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.demarche.model.Act;
import org.demarche.model.Attribute;
import org.demarche.model.Change;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Factuality;
import org.demarche.model.Ruling;
import org.demarche.model.State;
import org.demarche.model.Subject;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;

class PreferredStatesTest {
    private static final Subject OFFICE =
            new Subject("sub:1", Subject.Kind.OFFICE, "Office of Norway in Lima", List.of(), List.of("NOR"), "Lima");
    private static final Citation SUSPENDED = new Citation("doc:1", 0, 9, "suspended");
    private static final Citation CLOSED = new Citation("doc:2", 0, 4, "shut");

    private static final State TOLD_DIFFERENTLY = new State(
            OFFICE,
            Attribute.STATUS,
            "suspended",
            null,
            null,
            When.UNKNOWN,
            null,
            null,
            State.Basis.EVENT,
            true,
            List.of(
                    new State.Reading("suspended", null, null, List.of(SUSPENDED)),
                    new State.Reading("closed", null, null, List.of(CLOSED))),
            List.of(SUSPENDED),
            "changed by an event; shown: the value of most outlets");

    private static Claim claim(String id, String value, Citation words) {
        Change change = new Change(
                OFFICE, Attribute.STATUS, value, null, null, Change.Nature.BEGINS, When.UNKNOWN, null, words);
        return new Claim(
                id,
                words.document(),
                0,
                words,
                words,
                new Act("close-office", null, null, List.of(), null, null, null),
                List.of(),
                List.of(),
                When.UNKNOWN,
                null,
                null,
                List.of(),
                Factuality.ASSERTED,
                List.of(),
                List.of(OFFICE),
                List.of(change),
                List.of(),
                "test",
                null);
    }

    private static State follow(String field) {
        Ruling ruling = new Ruling("dec:1", Ruling.Kind.PREFERRED, List.of("clm:2"), List.of("clm:1"), "Ana", field);
        return PreferredStates.follow(
                        List.of(TOLD_DIFFERENTLY),
                        List.of(claim("clm:1", "suspended", SUSPENDED), claim("clm:2", "closed", CLOSED)),
                        List.of(ruling))
                .get(0);
    }

    @Test
    void theReadingThatIsPreferredIsShownAndTheOtherStandsBesideIt() {
        State shown = follow("status");

        assertThat(shown.value()).isEqualTo("closed");
        assertThat(shown.citations()).containsExactly(CLOSED);
        assertThat(shown.disputed()).isTrue();
        assertThat(shown.readings()).extracting(State.Reading::value).containsExactly("closed", "suspended");
        assertThat(shown.why()).isEqualTo("changed by an event; shown: the value that Ana prefers (dec:1)");
    }

    @Test
    void aPreferenceForTheDateOfAnActSaysNothingOfTheState() {
        assertThat(follow("date")).isEqualTo(TOLD_DIFFERENTLY);
    }
}
