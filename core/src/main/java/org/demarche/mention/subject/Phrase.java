package org.demarche.mention.subject;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.demarche.model.Span;
import org.demarche.model.Subjects.Party;
import org.jspecify.annotations.Nullable;

/**
 * A noun phrase whose head may name a subject, as its words have it and before it is resolved.
 *
 * @param sentence index of its sentence
 * @param from first word
 * @param to last word
 * @param head last word of the head noun
 * @param noun the head noun, singular
 * @param modifiers words before the head, in lower case and in text order
 * @param owners parties named before the head or by "of"
 * @param sites parties and cities named by "to", "at", "in", "with"
 * @param their whether a possessive pronoun that resolves to nobody stands before it
 * @param ofPhrase whether another noun phrase owns it: "the embassy's staff"
 * @param determiner the determiner in lower case, or empty
 * @param followedByOf whether more is said of it that is no party ("the framework of …")
 * @param name the words of the name without determiner and parties, as written
 * @param capital whether the head is written as a name
 * @param abbreviation what stands in parentheses after it, or null
 * @param holder the last word of the name that stands behind the title, or null
 * @param before the words just before the phrase, and the participle that "be" joins to it behind, in lower case
 * @param outer the same thing with the words that stand for it ("the work of …"), innermost first
 */
record Phrase(
        int sentence,
        int from,
        int to,
        int head,
        String noun,
        Sense sense,
        boolean plural,
        List<String> modifiers,
        List<Party> owners,
        List<Site> sites,
        boolean their,
        boolean ofPhrase,
        String determiner,
        boolean followedByOf,
        String name,
        boolean capital,
        @Nullable String abbreviation,
        @Nullable String holder,
        List<String> before,
        Span span,
        List<Span> outer) {
    Phrase {
        before = List.copyOf(before);
        modifiers = List.copyOf(modifiers);
        owners = List.copyOf(owners);
        sites = List.copyOf(sites);
        outer = List.copyOf(outer);
    }

    /** Where or with whom something is: a party, a city, or a city with its country. */
    record Site(@Nullable Party party, @Nullable String city) {}

    /** Every party that is named, each once, owners first. */
    List<Party> parties() {
        List<Party> all = new ArrayList<>(owners);
        for (Site site : sites) {
            Party party = site.party();
            if (party != null) {
                all.add(party);
            }
        }
        Set<String> seen = new HashSet<>();
        all.removeIf(p -> !seen.add(p.id()));
        return all;
    }

    @Nullable
    Party owner() {
        return owners.isEmpty() ? null : owners.get(0);
    }

    /** The first party at which it is that does not own it, or null. */
    @Nullable
    Party host() {
        List<Party> all = parties();
        if (owners.isEmpty()) {
            return all.isEmpty() ? null : all.get(0);
        }
        return all.size() > 1 ? all.get(1) : null;
    }

    @Nullable
    String city() {
        return sites.stream().map(Site::city).filter(c -> c != null).findFirst().orElse(null);
    }

    /** Whether it is told how many there are. */
    boolean counted() {
        return modifiers.stream()
                .anyMatch(m -> Character.isDigit(m.charAt(0))
                        || Set.of("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several")
                                .contains(m));
    }

    boolean isIndefinite() {
        return determiner.equals("a")
                || determiner.equals("an")
                || determiner.equals("no")
                || determiner.equals("any")
                || determiner.equals("another")
                || determiner.equals("some");
    }

    boolean isDemonstrative() {
        return determiner.equals("this") || determiner.equals("that") || determiner.equals("these");
    }

    boolean isDefinite() {
        return determiner.equals("the") || isDemonstrative();
    }

    /** The same words at a place that the sentence names before them. */
    Phrase at(Site site) {
        return new Phrase(
                sentence,
                from,
                to,
                head,
                noun,
                sense,
                plural,
                modifiers,
                owners,
                List.of(site),
                their,
                ofPhrase,
                determiner,
                followedByOf,
                name,
                capital,
                abbreviation,
                holder,
                before,
                span,
                outer);
    }

    /** The same words for one of several that they name. */
    Phrase only(List<Party> itsOwners, List<Site> itsSites) {
        return new Phrase(
                sentence, from, to, head, noun, sense, false, modifiers, itsOwners, itsSites, false, false, "the",
                false, name, capital, null, holder, before, span, outer);
    }
}
