package org.demarche.mention.actor;

import org.demarche.model.Actor;
import org.jspecify.annotations.Nullable;

/**
 * What a phrase of the lexicon may mean.
 *
 * @param phrase as the lexicon writes it
 * @param actor who it is, or null for a role, which needs a state or an organisation to be somebody
 * @param role what one does, for roles and office-holders, or null
 * @param from first year or day in which the entry holds, ISO, "" where it always did
 * @param until last one, "" where it still does
 */
record Entry(
        String phrase,
        Type type,
        @Nullable Actor actor,
        @Nullable Role role,
        String from,
        String until) {

    enum Type {
        STATE,
        ORGANISATION,
        GROUP,
        PERSON,
        ADJECTIVE,
        /** "a Dane". */
        NATIONAL,
        /** "Danes". */
        NATION,
        CAPITAL,
        PLACE,
        /** A place known only where the words around say that it is one. */
        TOWN,
        /** A phrase with words that elsewhere are actors: "nerve agent". */
        NOBODY,
        ROLE_ONE,
        ROLE_MANY;

        boolean isRole() {
            return this == ROLE_ONE || this == ROLE_MANY;
        }
    }

    Entry(String phrase, Type type, @Nullable Actor actor, @Nullable Role role) {
        this(phrase, type, actor, role, "", "");
    }

    /** Whether it is written in the text as it must be: acronyms letter by letter, names with their capital, common nouns as one likes. */
    boolean isWrittenIn(String text, int start, int end) {
        if ((type.isRole() || type == Type.NOBODY) && !hasCapital(phrase)) {
            return true;
        }
        if (!Character.isUpperCase(text.charAt(start)) && Character.isUpperCase(phrase.charAt(0))) {
            return false;
        }
        return !isAcronym(phrase) || !hasLower(text, start, end);
    }

    private static boolean hasCapital(String s) {
        for (int i = 0; i < s.length(); i++) {
            if (Character.isUpperCase(s.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAcronym(String s) {
        return s.length() <= 6 && !hasLower(s, 0, s.length());
    }

    private static boolean hasLower(String s, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Character.isLowerCase(s.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
