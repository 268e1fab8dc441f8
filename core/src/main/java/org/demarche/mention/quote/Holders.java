package org.demarche.mention.quote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.model.Actor;
import org.demarche.model.Mention.OfActor;
import org.demarche.model.Quote.Holder;
import org.demarche.model.Span;
import org.jspecify.annotations.Nullable;

/** Resolves the words of a holder: to an actor that was found in them, to the speaker before for a pronoun, else to the words themselves. */
final class Holders {
    private static final Set<String> SINGULAR = Set.of("he", "she", "his", "her", "him");
    private static final Set<String> PRONOUNS = Set.of(
            "he", "she", "his", "her", "him", "they", "their", "them", "it", "its", "who", "which", "that", "we", "i",
            "you", "this");

    private static final Set<String> BODIES = Set.of("it", "they");

    /** What is read, and nobody's voice by itself. */
    private static final Set<String> PAPERS =
            Set.of("statement", "report", "document", "communique", "communiqué", "text", "letter", "notice", "effect");

    /** Before a common noun: somebody in particular, and not "dialogue and trade". */
    private static final Set<String> DEFINITE = Set.of(
            "the", "a", "an", "its", "his", "her", "their", "another", "two", "three", "four", "five", "six", "seven",
            "eight", "nine", "ten");

    private static final Set<String> FROM = Set.of("from", "in", "by", "of", "with", "to", "at", "on", "for", "as");

    private static final int OPENING = 8;

    /** Where what is only added to a holder's name begins. */
    private static final Pattern ASIDE =
            Pattern.compile(",| who | which | whose | quoted | on (?:[A-Z][a-z]{2,5}days?)\\b");

    private final String text;
    private final List<OfActor> actors;
    private final Cues cues;

    Holders(String text, List<OfActor> actors, Cues cues) {
        this.text = text;
        this.cues = cues;
        List<OfActor> sorted = new ArrayList<>(actors);
        sorted.sort(Comparator.comparing(OfActor::span));
        this.actors = List.copyOf(sorted);
    }

    /**
     * The holder of an attribution.
     *
     * @param before the holder of the attribution before this one, or null
     * @param apart how many sentences lie between the two
     */
    @Nullable
    Holder of(Attribution attribution, @Nullable Holder before, int apart) {
        Span source = attribution.source();
        if (source == null) {
            return null;
        }
        Span head = attribution.sourceHead() == null ? source : attribution.sourceHead();
        OfActor mention = mention(head, source);
        String words = source.in(text);
        String word = words.toLowerCase(Locale.ROOT);
        boolean goesOn = SINGULAR.contains(word)
                && mention != null
                && mention.form() == OfActor.Form.PRONOUN
                && apart == 1
                && before != null
                && before.actor() != null
                && before.actor().kind() == Actor.Kind.PERSON;
        if (goesOn && before != null) {
            return new Holder(before.holder(), before.actor(), attribution.verb(), source);
        }
        if (mention != null) {
            Actor actor = BODIES.contains(word) ? speakerOf(attribution, mention.actor(), before) : mention.actor();
            boolean same = actor.equals(mention.actor()) && mention.form() != OfActor.Form.PRONOUN;
            return new Holder(same ? called(actor, mention, words) : actor.name(), actor, attribution.verb(), source);
        }
        if (SINGULAR.contains(word) && before != null && isPerson(before)) {
            return new Holder(before.holder(), before.actor(), attribution.verb(), source);
        }
        if (PRONOUNS.contains(word)) {
            String stands = head.in(text);
            boolean resolved = !PRONOUNS.contains(stands.toLowerCase(Locale.ROOT));
            return new Holder(resolved ? stands : words, null, attribution.verb(), source);
        }
        return new Holder(words, null, attribution.verb(), source);
    }

    /**
     * Who "it" is in "Oslo had broken the pact, it complained": one who speaks of itself says "it", so whoever opens the words is not the one who says them.
     * Then the speaker before is meant, else the first side that the sentence before names.
     */
    private Actor speakerOf(Attribution attribution, Actor found, @Nullable Holder before) {
        boolean opens = attribution.contents().stream()
                .anyMatch(content -> actors.stream()
                        .anyMatch(m -> m.span().start() >= content.start()
                                && m.span().start() < content.start() + OPENING
                                && m.span().end() <= content.end()
                                && m.form() != OfActor.Form.PRONOUN
                                && m.actor().equals(found)));
        if (!opens) {
            return found;
        }
        Actor speaker = before == null ? null : before.actor();
        if (speaker != null && isBody(speaker) && !speaker.equals(found)) {
            return speaker;
        }
        for (OfActor mention : actors) {
            if (mention.sentence() == attribution.sentence() - 1 && isBody(mention.actor())) {
                return mention.actor();
            }
        }
        return found;
    }

    /** How a holder is called: a person and a state by the name that is known, somebody whom nobody names and a house as the report has it. */
    private static String called(Actor actor, OfActor mention, String words) {
        boolean known = switch (actor.kind()) {
            case PERSON -> isProper(actor.name());
            case STATE -> mention.form() != OfActor.Form.METONYM || !isProper(words);
            case PEOPLE -> false;
            default -> !isProper(words);
        };
        if (known) {
            return actor.name();
        }
        Matcher aside = ASIDE.matcher(words);
        String noun = aside.find() && aside.start() > 0 ? words.substring(0, aside.start()) : words;
        return PRONOUNS.contains(noun.toLowerCase(Locale.ROOT)) ? actor.name() : noun;
    }

    /** Whether words are a name: "Downing Street", "Ines Lund", but not "the ministry", "Indian envoy". */
    private static boolean isProper(String words) {
        String last = words.substring(words.lastIndexOf(' ') + 1);
        return !last.isEmpty() && Character.isUpperCase(last.codePointAt(0));
    }

    private static boolean isBody(Actor actor) {
        return actor.kind() == Actor.Kind.ORGANISATION || actor.kind() == Actor.Kind.STATE;
    }

    /** Whether a holder is somebody: an actor, or words that are neither a pronoun nor a crowd ("some", "critics"). */
    boolean isNamed(Holder holder) {
        if (holder.actor() != null) {
            return true;
        }
        String[] words = holder.holder().toLowerCase(Locale.ROOT).split("\\s+", 12);
        boolean crowd = words.length <= 2 && cues.isUnnamed(words[words.length - 1]);
        boolean oneOf = words.length > 2 && words[0].equals("one") && words[1].equals("of");
        boolean paper = words.length <= 3 && PAPERS.contains(words[words.length - 1]);
        boolean somebody = DEFINITE.contains(words[0])
                || holder.holder().chars().anyMatch(Character::isUpperCase)
                || Character.isDigit(holder.holder().charAt(0));
        return oneOf
                || somebody
                        && !paper
                        && !FROM.contains(words[0])
                        && !crowd
                        && !cues.isUnnamed(words[0])
                        && (words.length > 1 || !PRONOUNS.contains(words[0]));
    }

    /** The actor whose words hold these, or null. */
    @Nullable
    Actor actor(Span words) {
        OfActor mention = mention(words, words);
        return mention == null ? null : mention.actor();
    }

    private static boolean isPerson(Holder holder) {
        Actor actor = holder.actor();
        return actor == null
                ? !PRONOUNS.contains(holder.holder().toLowerCase(Locale.ROOT))
                : actor.kind() == Actor.Kind.PERSON;
    }

    /** The actor whose words hold the head of the source: a person before what he speaks for, a longer name before a shorter. */
    private @Nullable OfActor mention(Span head, Span source) {
        OfActor best = null;
        for (int i = firstAt(Math.min(head.start(), source.start()) - 200); i < actors.size(); i++) {
            OfActor actor = actors.get(i);
            if (actor.span().start() >= Math.max(head.end(), source.end())) {
                break;
            }
            if (actor.span().overlaps(head) && (best == null || isBetter(actor, best))) {
                best = actor;
            }
        }
        return best;
    }

    private static boolean isBetter(OfActor one, OfActor other) {
        boolean person = one.actor().kind() == Actor.Kind.PERSON;
        boolean otherPerson = other.actor().kind() == Actor.Kind.PERSON;
        return person != otherPerson
                ? person
                : one.span().length() > other.span().length();
    }

    private int firstAt(int offset) {
        int low = 0;
        int high = actors.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (actors.get(middle).span().start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
