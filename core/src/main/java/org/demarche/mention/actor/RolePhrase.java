package org.demarche.mention.actor;

import java.util.List;
import org.demarche.model.Actor;
import org.jspecify.annotations.Nullable;

/**
 * "the former Russian foreign minister Igor Ivanov": what one does, for whom, and one's name where it is given.
 *
 * @param from first word, whose it is included, article left out
 * @param to one past the last word of the role
 * @param owners for whom, as far as the phrase says
 * @param organ the named or composed organ for which one acts ("Foreign Ministry"), or null
 * @param host the state or organisation to which an envoy is sent, or null
 * @param determiner the word before the phrase and its modifiers, folded: "the", "its"; {@link #SOMEBODYS} where a possessor stands there that the phrase
 *     itself cannot tell ("the alliance's")
 * @param name first and last word of the name, or null
 */
record RolePhrase(
        int from,
        int to,
        Role role,
        boolean many,
        List<Actor> owners,
        @Nullable Actor organ,
        @Nullable Actor host,
        boolean former,
        boolean definite,
        String determiner,
        int @Nullable [] name) {

    static final String SOMEBODYS = "'s";

    RolePhrase withOwner(Actor owner) {
        return new RolePhrase(from, to, role, many, List.of(owner), organ, host, former, definite, determiner, name);
    }

    RolePhrase withName(int first, int end) {
        return new RolePhrase(
                from, to, role, many, owners, organ, host, former, definite, determiner, new int[] {first, end});
    }
}
