package org.demarche.model;

import org.jspecify.annotations.Nullable;

/**
 * Who acts or is acted upon, resolved as of the date of the act.
 *
 * @param id stable key: ISO 3166 alpha-3 for a state ({@code RUS}), an acronym or slug for an organisation ({@code NATO}), the
 *     principal and a slug for persons and organs ({@code RUS/lavrov-sergei}, {@code RUS/foreign-ministry})
 * @param name full name for readers
 * @param country ISO 3166 alpha-3, or PLOVER's {@code IGO}, {@code UNO}, {@code EUR}, {@code NGO}, {@code ISM}, {@code IMG},
 *     {@code MNC}; null where unknown
 * @param sector PLOVER sector ({@code GOV}, {@code MIL}, {@code SPY}, {@code LEG} …), or null
 */
public record Actor(
        String id,
        Kind kind,
        String name,
        @Nullable String country,
        @Nullable String sector) {

    /** What kind of thing it is. */
    public enum Kind {
        PERSON,
        ORGANISATION,
        STATE,
        PLACE,
        PEOPLE
    }

    public Actor {
        if (id.isEmpty() || name.isEmpty()) {
            throw new IllegalArgumentException("an actor needs an id and a name: " + id + ", " + name);
        }
    }

    /** The state or organisation for which it acts: the id up to the first slash. */
    public String principal() {
        int slash = id.indexOf('/');
        return slash < 0 ? id : id.substring(0, slash);
    }
}
