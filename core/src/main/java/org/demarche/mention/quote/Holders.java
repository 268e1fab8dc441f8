package org.demarche.mention.quote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
    private static final int OPENING = 8;

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
            return new Holder(actor.name(), actor, attribution.verb(), source);
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
        return !crowd
                && !cues.isUnnamed(words[0])
                && !PRONOUNS.contains(words[0])
                && holder.holder().chars().anyMatch(Character::isUpperCase);
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
