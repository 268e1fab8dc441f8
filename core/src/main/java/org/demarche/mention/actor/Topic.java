package org.demarche.mention.actor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.demarche.model.Actor;
import org.demarche.model.Sentence;
import org.jspecify.annotations.Nullable;

/** What a whole report is about, counted before it is read: the states and organisations that it names, and on whose soil it plays. */
final class Topic {
    /** A name in a title is worth this many in the text. */
    private static final int IN_TITLE = 2;

    /** A place must be named so often before all that happens without one is taken to happen there. */
    private static final int GROUND = 2;

    private static final String COMPASS =
            "(?<!\\b(?:west|western|east|eastern|north|northern|south|southern|central) )";

    private final ActorLexicon lexicon;
    private final Map<String, Integer> states = new LinkedHashMap<>();
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final Map<String, Integer> bodies = new LinkedHashMap<>();
    private @Nullable String writtenIn;

    Topic(ActorLexicon lexicon, List<Passage> passages) {
        this.lexicon = lexicon;
        for (Passage passage : passages) {
            int worth = passage.sentence.kind() == Sentence.Kind.TITLE ? IN_TITLE : 1;
            Metonymy metonymy = new Metonymy(passage);
            for (Term term : passage.terms) {
                Actor actor = term.actor();
                if (actor != null) {
                    if (writtenIn == null && actor.country() != null && metonymy.isDateline(term)) {
                        writtenIn = actor.country();
                    }
                    count(term, actor, worth, metonymy);
                }
            }
        }
    }

    private void count(Term term, Actor actor, int worth, Metonymy metonymy) {
        if (term.type() == Entry.Type.CAPITAL && metonymy.isDateline(term)) {
            return;
        }
        switch (term.type()) {
            case STATE, ADJECTIVE, NATIONAL, NATION, CAPITAL -> states.merge(actor.principal(), worth, Integer::sum);
            case ORGANISATION -> bodies.merge(actor.principal(), worth, Integer::sum);
            default -> {}
        }
        metonymy.country(term).ifPresent(country -> places.merge(country, 1, Integer::sum));
    }

    /** The state that is named most; empty where several are named as often. */
    Optional<Actor> state() {
        return most(states, 1).flatMap(lexicon::find).filter(a -> a.kind() == Actor.Kind.STATE);
    }

    /** The state in which most of it happens: that of the places that are named most, often enough or of the state named most. */
    Optional<Actor> ground() {
        return most(places, 1)
                .filter(id -> places.getOrDefault(id, 0) >= GROUND
                        || state().filter(a -> a.id().equals(id)).isPresent())
                .flatMap(lexicon::find)
                .filter(a -> a.kind() == Actor.Kind.STATE);
    }

    /** The state whose town the dateline names. */
    Optional<Actor> writtenIn() {
        return Optional.ofNullable(writtenIn).flatMap(lexicon::find).filter(a -> a.kind() == Actor.Kind.STATE);
    }

    /** The organisation named most of those whose names say that they are of a region: "West African". */
    Optional<Actor> bodyOf(String region) {
        Pattern named = Pattern.compile(COMPASS + "\\b" + Pattern.quote(region) + "\\b");
        Map<String, Integer> fitting = new LinkedHashMap<>();
        bodies.forEach((id, count) -> lexicon.find(id)
                .filter(a -> named.matcher(Fold.of(a.name())).find())
                .ifPresent(a -> fitting.put(id, count)));
        return most(fitting, 1).flatMap(lexicon::find);
    }

    private static Optional<String> most(Map<String, Integer> counts, int least) {
        int top = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<String> best = counts.entrySet().stream()
                .filter(e -> e.getValue() == top)
                .map(Map.Entry::getKey)
                .toList();
        return top >= least && best.size() == 1 ? Optional.of(best.get(0)) : Optional.empty();
    }
}
