package org.demarche.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be open, suspended, closed, counted: a mission, an office, a council, a treaty, a channel, the relations of two states.
 *
 * @param id {@code sub:} and twelve hex digits of its key: kind, parties, location and a word that tells siblings apart
 * @param name full name for readers, as the sources have it where they agree
 * @param aliases other names that the sources use, sorted
 * @param parties ids of the actors it belongs to; for a mission or office the sender first, then the host
 * @param location where it stands ({@code Brussels}), or null
 */
public record Subject(
        String id,
        Kind kind,
        String name,
        List<String> aliases,
        List<String> parties,
        @Nullable String location) {

    /** The kinds of subject. */
    public enum Kind {
        RELATIONS,
        MISSION,
        OFFICE,
        BODY,
        AGREEMENT,
        PROGRAMME,
        CHANNEL,
        POST,
        STAFF,
        MEMBERSHIP
    }

    public Subject {
        aliases = List.copyOf(aliases);
        parties = List.copyOf(parties);
    }
}
