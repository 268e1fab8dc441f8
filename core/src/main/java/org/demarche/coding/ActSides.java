package org.demarche.coding;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.demarche.coding.FrameMatcher.Match;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Mention;
import org.demarche.model.Sentence;
import org.demarche.model.Upos;
import org.jspecify.annotations.Nullable;

/** Who did an act and to whom, where the words alone do not say it: what was told before, who shares the thing, who announces it. */
final class ActSides {
    /** What is done to the other where two are spoken of and the words name nobody: "remained open to talks", "had lifted its tariffs on barley". */
    private static final Set<String> TO_THE_OTHER =
            Set.of("apologise", "demand", "lift-sanctions", "offer-talks", "suspend-cooperation", "threaten-status");

    private final Reading reading;
    private final Document document;
    private final Sentence sentence;
    private final Discourse discourse;
    private final Tree tree;
    private final Parties parties;
    private final Recipients recipients;
    private final SharedSides shared;

    ActSides(Reading reading, SharedSides shared) {
        this.reading = reading;
        this.document = reading.document();
        this.sentence = reading.sentence();
        this.discourse = reading.discourse();
        this.tree = reading.tree();
        this.parties = reading.parties();
        this.recipients = recipients(reading);
        this.shared = shared;
    }

    private static Recipients recipients(Reading reading) {
        WordClass violence = reading.lexicon().wordClass("violence");
        return new Recipients(
                reading.tree(), reading.parties(), reading.discourse(), violence == null ? Set.of() : violence.nouns());
    }

    /**
     * Those on either side of an act.
     *
     * @param actors as found, or both sides of what is done together
     */
    record Two(List<Claim.Party> actors, List<Claim.Party> recipients) {}

    Two of(Found found, List<Integer> things) {
        Match match = found.match();
        int head = found.head();
        List<Claim.Party> actors = found.actors();
        boolean mutual = found.act().mutual() || shared.eachOther(head);
        if (mutual && Sides.distinct(actors) < 2) {
            List<Claim.Party> between = parties.of(shared.between(match.arguments(), things));
            if (Sides.distinct(between) < 2) {
                between = shared.of(things);
            }
            if (Sides.distinct(between) > 1 && (actors.isEmpty() || found.byContext())) {
                actors = between;
            }
            List<Claim.Party> others = with(things);
            Actor self = found.byContext() && !others.isEmpty() && Sides.distinct(others) == Sides.distinct(actors)
                    ? speaker(head, others)
                    : null;
            if (self != null) {
                return new Two(List.of(new Claim.Party(self, null)), others);
            }
        }
        Claim like = !actors.isEmpty() && !things.isEmpty() && things.stream().allMatch(this::isBareNumber)
                ? discourse.lastLike(found.act().code(), sentence.index())
                : null;
        List<Claim.Party> it = meant(match, Sides.principals(actors));
        List<Claim.Party> to = like != null
                ? like.recipients().stream()
                        .map(p -> new Claim.Party(discourse.principal(p.actor()), null))
                        .toList()
                : it.isEmpty()
                        ? recipients.of(
                                match, things, actors, mutual, found.act().act().type())
                        : it;
        if (to.isEmpty() && recipients.areAtLarge(match, things)) {
            return new Two(actors, to);
        }
        if (to.isEmpty() && !things.isEmpty() && things.stream().allMatch(this::isPronoun)) {
            Claim recalled = found.act().code().equals("return-ambassador")
                    ? discourse.lastLike("recall-ambassador", sentence.index())
                    : null;
            to = recalled == null ? to : recalled.recipients();
        }
        boolean pushed =
                "expel".equals(found.act().act().mode()) && things.stream().anyMatch(this::isPronoun);
        if (pushed) {
            // "She has two days to leave", "gave them two days": all who were told to before.
            Claim told = discourse.lastLike(found.act().code(), sentence.index());
            boolean nobody = to.isEmpty() || Sides.anyOf(to, Sides.principals(actors));
            boolean some = told != null
                    && Sides.anyOf(told.actors(), Sides.principals(actors))
                    && Sides.principals(told.recipients()).containsAll(Sides.principals(to));
            to = told != null && (nobody || some) ? told.recipients() : to;
        }
        if (mutual && Sides.distinct(actors) > 1 && shared.eachOther(head)) {
            to = List.of();
        }
        Actor announces = mutual && found.byContext() && to.isEmpty() ? announcer(head, actors, found) : null;
        if (announces != null) {
            to = actors.stream()
                    .filter(p -> !p.actor().principal().equals(announces.principal()))
                    .toList();
            actors = actors.stream()
                    .filter(p -> p.actor().principal().equals(announces.principal()))
                    .toList();
        }
        if (to.isEmpty()
                && Sides.distinct(actors) == 1
                && "SANCTION".equals(found.act().act().type())
                && !found.own()) {
            String self = actors.get(0).actor().principal();
            to = discourse.suffering(self, sentence.index());
            to = to.isEmpty() ? discourse.target(self, sentence.index()) : to;
        }
        Claim beside = discourse.lastOf(sentence.index());
        if (to.isEmpty()
                && found.own()
                && Sides.distinct(actors) == 1
                && "SANCTION".equals(found.act().act().type())
                && beside != null
                && "SANCTION".equals(beside.act().type())
                && Sides.allOf(beside.actors(), actors.get(0).actor().principal())) {
            to = beside.recipients().stream()
                    .map(p -> new Claim.Party(discourse.principal(p.actor()), null))
                    .toList();
        }
        if (to.isEmpty()
                && found.own()
                && Sides.distinct(actors) == 1
                && "SANCTION".equals(found.act().act().type())) {
            String self = actors.get(0).actor().principal();
            to = discourse.shunned(self, sentence.index());
            Actor other = to.isEmpty() ? discourse.counterpart(Set.of(self)) : null;
            to = other == null ? to : List.of(new Claim.Party(other, null));
        }
        if (to.isEmpty() && "expel".equals(found.act().act().mode()) && Sides.distinct(actors) == 1) {
            // "Said it had expelled the six": those of the side with which it is at odds.
            to = discourse.opponent(actors.get(0).actor().principal(), sentence.index());
        }
        if (found.code().equals("investigate") && Sides.distinct(actors) == 1) {
            List<Claim.Party> sued = to.stream().filter(p -> !isCourt(p)).toList();
            if (sued.isEmpty()) {
                to = discourse.opponent(actors.get(0).actor().principal(), sentence.index());
            }
        }
        if ("ACCUSE".equals(found.type())
                && Sides.distinct(actors) == 1
                && isLodged(head)
                && to.stream().allMatch(p -> p.actor().kind() == Actor.Kind.ORGANISATION)) {
            List<Claim.Party> meant = discourse.opponent(actors.get(0).actor().principal(), sentence.index());
            to = meant.isEmpty() ? to : meant;
        }
        if (to.isEmpty()
                && found.score() != null
                && Sides.distinct(actors) == 1
                && !found.act().mutual()) {
            to = discourse.opponent(actors.get(0).actor().principal(), sentence.index());
        }
        if (to.isEmpty() && Sides.distinct(actors) == 1 && TO_THE_OTHER.contains(found.code())) {
            Actor other = discourse.counterpart(Sides.principals(actors));
            to = other == null ? to : List.of(new Claim.Party(other, null));
        }
        if (to.isEmpty()
                && "ACCUSE".equals(found.type())
                && things.size() == 1
                && tree.upos(things.get(0)) == Upos.NOUN) {
            Set<String> judging = Sides.principals(actors);
            to = discourse.accusedOf(tree.lemma(things.get(0)), sentence.index()).stream()
                    .filter(p -> !judging.contains(p.actor().principal()))
                    .toList();
        }
        boolean inward = Sides.distinct(actors) == 1
                && Sides.allOf(to, actors.get(0).actor().principal());
        if (inward
                && found.act().act().type() != null
                && Set.of("ACCUSE", "REJECT", "THREATEN")
                        .contains(found.act().act().type())) {
            String self = actors.get(0).actor().principal();
            List<Claim.Party> other = hosts(head, self);
            other = other.isEmpty() ? discourse.opponent(self, sentence.index()) : other;
            to = other.isEmpty() ? to : other;
        }
        return new Two(actors, to.stream().filter(p -> !isNobodyKnown(p)).toList());
    }

    /** A body of which nobody knows whose it is, and which no word here names. */
    private static boolean isNobodyKnown(Claim.Party party) {
        return party.citation() == null
                && party.actor().country() == null
                && Character.isLowerCase(party.actor().principal().codePointAt(0));
    }

    /** "Threatened to close its embassy in Lima": where one keeps what the words are of. */
    private List<Claim.Party> hosts(int head, String self) {
        for (Mention.OfSubject mention : parties.subjects()) {
            List<String> both = mention.subject().parties();
            int at = tree.headOf(mention.span());
            if (both.size() == 2 && both.get(0).equals(self) && at > head && tree.dominates(head, at)) {
                return parties.mentions().stream()
                        .filter(m -> m.span().overlaps(mention.span())
                                && both.get(1).equals(m.actor().principal()))
                        .limit(1)
                        .map(m -> new Claim.Party(m.actor(), document.cite(m.span())))
                        .toList();
            }
        }
        return List.of();
    }

    /** "Relations with Cuba and Iran have been restored, the minister said": who stands behind "with"; empty where an owner is named. */
    private List<Claim.Party> with(List<Integer> things) {
        for (int thing : things) {
            boolean owned = !tree.children(thing, "nmod:poss").isEmpty()
                    || !parties.adjectival(thing).isEmpty();
            for (int phrase : owned ? List.<Integer>of() : tree.children(thing, "nmod")) {
                if (tree.preposition(phrase).equals("with")) {
                    return parties.of(tree.conjuncts(phrase));
                }
            }
        }
        return List.of();
    }

    /** The side of who says it, if he is none of these. */
    private @Nullable Actor speaker(int head, List<Claim.Party> others) {
        for (Claim.Attribution said : reading.attribution(head)) {
            Actor holder = said.actor();
            if (holder != null
                    && Discourse.isSide(holder)
                    && others.stream().noneMatch(p -> p.actor().principal().equals(holder.principal()))) {
                return discourse.principal(holder);
            }
        }
        return null;
    }

    /** Who says of what two sides share that it is ended or suspended does it: "contacts between the two are suspended, the minister said". */
    private @Nullable Actor announcer(int head, List<Claim.Party> sides, Found found) {
        if (!"SANCTION".equals(found.act().act().type()) || Sides.distinct(sides) != 2) {
            return null;
        }
        for (Claim.Attribution said : reading.attribution(head)) {
            Actor holder = said.actor();
            if (holder != null
                    && sides.stream().anyMatch(p -> p.actor().principal().equals(holder.principal()))) {
                return holder;
            }
        }
        return null;
    }

    /** "Lodged a complaint with the Security Council": to whom it is handed, not whom it is about. */
    private boolean isLodged(int head) {
        return tree.is(head, "lodge", "file", "submit", "lay") && tree.child(head, "obj") >= 0;
    }

    /** "Took the case to the tribunal": where it is heard, not who is sued. */
    private static boolean isCourt(Claim.Party party) {
        String name = party.actor().name().toLowerCase(Locale.ROOT);
        return name.contains("court") || name.contains("tribunal");
    }

    /** "Expelled thirteen": of the people told of before. */
    private boolean isPronoun(int thing) {
        return tree.upos(thing) == Upos.PRON;
    }

    private boolean isBareNumber(int thing) {
        return tree.upos(thing) == Upos.NUM
                && tree.children(thing, "nmod", "amod").isEmpty();
    }

    private static boolean isUndergone(Frame.Slot slot) {
        return slot.isRecipient()
                || slot.place() == Frame.Place.OBJECT && slot.classes().contains("side");
    }

    /** "Cut ties with Lima, accusing it of spying": who "it" is, to whom the words say that it is done. */
    private List<Claim.Party> meant(Match match, Set<String> acting) {
        for (Map.Entry<Frame.Slot, List<Integer>> slot : match.slots().entrySet()) {
            for (int token : isUndergone(slot.getKey()) ? slot.getValue() : List.<Integer>of()) {
                Actor found = tree.is(token, "it") ? parties.lastBefore(token, acting) : null;
                if (found != null) {
                    return List.of(new Claim.Party(discourse.principal(found), null));
                }
            }
        }
        return List.of();
    }
}
