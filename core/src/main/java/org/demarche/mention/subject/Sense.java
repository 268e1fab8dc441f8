package org.demarche.mention.subject;

import java.util.List;
import java.util.Set;
import org.demarche.model.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What a head noun means as a subject, as the lexicon has it.
 *
 * @param kind null for a look-alike that is no subject
 * @param type tells siblings apart; empty where the words may mean any of them
 * @param with words of which one must stand before the head; empty for no condition
 * @param unless words that make an exception to a look-alike
 * @param refers kinds of the things to which the short form may refer back
 * @param named whether the type is the name itself
 * @param weak whether it needs a party or an earlier mention beside it
 * @param onlyBack whether it only ever refers back
 * @param plural whether only the plural has this sense
 * @param capital whether only a capitalised name has its own type
 * @param byPlace whether the place is part of what it is
 * @param housed whether it is a subject only as part of a mission or office: "members of the mission"
 * @param alone whether it is one party's where no other is named: "its airspace"
 * @param inside whether both whom it is between must stand in its sentence: "suspended flights to Peru"
 * @param parties least number of parties that must be named with it
 * @param owner id of the owner that the name implies, or null
 */
record Sense(
        Subject.@Nullable Kind kind,
        String type,
        Set<String> with,
        Set<String> unless,
        List<Subject.Kind> refers,
        boolean named,
        boolean weak,
        boolean onlyBack,
        boolean plural,
        boolean capital,
        boolean byPlace,
        boolean housed,
        boolean alone,
        boolean inside,
        int parties,
        @Nullable String owner) {
    /** Stands in the lexicon for "the type is the word that met the condition". */
    static final String MODIFIER = "MODIFIER";

    Sense {
        with = Set.copyOf(with);
        unless = Set.copyOf(unless);
        refers = List.copyOf(refers);
    }

    /** Air links, rail and ferry links: what goes to and from. */
    boolean isLink() {
        return type.endsWith("links");
    }

    boolean fits(Set<String> modifiers, boolean inPlural) {
        if (plural && !inPlural) {
            return false;
        }
        if (!unless.isEmpty() && unless.stream().anyMatch(modifiers::contains)) {
            return false;
        }
        return with.isEmpty() || with.stream().anyMatch(modifiers::contains);
    }

    /** The type, with the modifier in its place where the lexicon asks for it. */
    String typeWith(List<String> modifiers) {
        if (!type.startsWith(MODIFIER)) {
            return type;
        }
        String word = modifiers.stream().filter(with::contains).findFirst().orElse("");
        return (word.replace("defense", "defence") + type.substring(MODIFIER.length())).strip();
    }

    /** Whether it is what one buys of the other: "imports of wheat from Chile". */
    boolean isTrade() {
        return kind == Subject.Kind.CHANNEL && type.endsWith("trade");
    }

    /** Whether two share what they own, so that order does not matter. */
    boolean isShared() {
        return kind == Subject.Kind.RELATIONS
                || kind == Subject.Kind.BODY
                || kind == Subject.Kind.AGREEMENT
                || kind == Subject.Kind.CHANNEL
                || kind == Subject.Kind.PROGRAMME;
    }
}
