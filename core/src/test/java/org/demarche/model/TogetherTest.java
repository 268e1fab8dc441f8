package org.demarche.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TogetherTest {
    private static final Claim.Party PERU = state("PER", "Peru");
    private static final Claim.Party CHILE = state("CHL", "Chile");
    private static final Claim.Party FIJI = state("FJI", "Fiji");
    private static final Subject RELATIONS =
            Subjects.relations(Subjects.Party.of(PERU.actor()), Subjects.Party.of(CHILE.actor()));

    @Test
    void whoMeetAreOnBothSides() {
        assertThat(Together.recipients(act("CONSULT", "visit"), List.of(PERU, CHILE), List.of(), List.of()))
                .containsExactly(PERU, CHILE);
    }

    @Test
    void whoEndWhatTheyShareAreOnBothSides() {
        Act end = act("SANCTION", "discontinue");
        assertThat(Together.recipients(end, List.of(PERU, CHILE), List.of(), List.of(RELATIONS)))
                .containsExactly(PERU, CHILE);
        assertThat(Together.recipients(end, List.of(PERU, FIJI), List.of(), List.of(RELATIONS)))
                .as("not what one of them has with another")
                .isEmpty();
    }

    @Test
    void whoActTogetherOnSomebodyAreOnOneSideOnly() {
        Act blame = act("ACCUSE", "disapprove");
        assertThat(Together.recipients(blame, List.of(PERU, CHILE), List.of(), List.of()))
                .isEmpty();
        assertThat(Together.recipients(blame, List.of(PERU, CHILE), List.of(FIJI), List.of()))
                .containsExactly(FIJI);
        assertThat(Together.recipients(act("CONSULT", null), List.of(PERU), List.of(), List.of()))
                .as("alone")
                .isEmpty();
    }

    private static Act act(String type, String mode) {
        return new Act("x", type, mode, List.of(), null, null, null);
    }

    private static Claim.Party state(String id, String name) {
        return new Claim.Party(new Actor(id, Actor.Kind.STATE, name, id, "GOV"), null);
    }
}
