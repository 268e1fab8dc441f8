package org.demarche.mention.actor;

import org.demarche.model.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A phrase of the lexicon in a sentence, with the one meaning that fits there.
 *
 * @param from first word
 * @param to one past the last word
 */
record Term(int from, int to, Entry entry) {

    Entry.Type type() {
        return entry.type();
    }

    @Nullable
    Actor actor() {
        return entry.actor();
    }

    boolean isRole() {
        return entry.type().isRole();
    }

    /** Whether the words name whose something is: "Russian", "Russia's", "NATO", "Moscow". */
    boolean canOwn() {
        return switch (type()) {
            case STATE, ORGANISATION, GROUP, ADJECTIVE, CAPITAL, PLACE, TOWN, NATIONAL, NATION -> true;
            default -> false;
        };
    }
}
