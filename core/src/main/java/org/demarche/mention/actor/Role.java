package org.demarche.mention.actor;

import org.jspecify.annotations.Nullable;

/**
 * What somebody does for a state or an organisation, whichever that is.
 *
 * @param slug the second half of an actor's id: {@code foreign-minister}
 * @param sector PLOVER sector, or null
 */
record Role(String slug, Type type, @Nullable String sector) {

    enum Type {
        /** Held by one person at a time. */
        OFFICE,
        PERSON,
        ORGAN
    }
}
