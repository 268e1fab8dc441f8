package org.demarche.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.demarche.model.Attribute;
import org.demarche.model.Change;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Ruling;
import org.demarche.model.State;

/** Shows a state that reports tell differently as those tell it that a person prefers. The other readings stand beside it as before. */
public final class PreferredStates {
    private static final Set<String> OUTCOMES = Set.of("act", "status");

    private PreferredStates() {}

    /**
     * The same states, shown as preferred; of rulings on one state the last counts.
     *
     * @param claims whose words the readings of the states cite
     */
    public static List<State> follow(List<State> states, List<Claim> claims, List<Ruling> rulings) {
        List<Ruling> preferred =
                rulings.stream().filter(r -> r.kind() == Ruling.Kind.PREFERRED).toList();
        if (preferred.isEmpty()) {
            return states;
        }
        Set<String> wanted = new HashSet<>();
        preferred.forEach(r -> wanted.addAll(r.claims()));
        preferred.forEach(r -> wanted.addAll(r.others()));
        Map<String, Claim> byId = new TreeMap<>();
        claims.stream().filter(c -> wanted.contains(c.id())).forEach(c -> byId.put(c.id(), c));
        List<State> out = new ArrayList<>();
        for (State state : states) {
            State shown = state;
            if (state.readings().size() > 1) {
                for (Ruling ruling : preferred) {
                    shown = shown(shown, ruling, byId);
                }
            }
            out.add(shown);
        }
        return List.copyOf(out);
    }

    private static State shown(State state, Ruling ruling, Map<String, Claim> claims) {
        String field = String.valueOf(ruling.field());
        boolean isAbout = state.attribute() == Attribute.STATUS
                ? OUTCOMES.contains(field)
                : state.attribute().name().toLowerCase(Locale.ROOT).equals(field)
                        || Set.of("to", "count").contains(field);
        Set<Citation> words = words(state, ruling.claims(), claims);
        State.Reading chosen = state.readings().stream()
                .filter(r -> r.citations().stream().anyMatch(words::contains))
                .findFirst()
                .orElse(null);
        Set<Citation> against = words(state, ruling.others(), claims);
        boolean isDecided = chosen != null
                && state.readings().stream()
                        .anyMatch(r -> r != chosen && r.citations().stream().anyMatch(against::contains));
        if (!isAbout || chosen == null || !isDecided) {
            return state;
        }
        List<State.Reading> readings = new ArrayList<>(state.readings());
        readings.remove(chosen);
        readings.add(0, chosen);
        String ranking = "; shown: ";
        int at = state.why().indexOf(ranking);
        String why = at < 0 ? state.why() : state.why().substring(0, at);
        return new State(
                state.subject(),
                state.attribute(),
                chosen.value(),
                chosen.low(),
                chosen.high(),
                state.since(),
                state.until(),
                state.pending(),
                state.basis(),
                state.disputed(),
                readings,
                chosen.citations(),
                why + ranking + "the value that " + ruling.by() + " prefers (" + ruling.id() + ")");
    }

    /** The words by which claims tell of a state. */
    private static Set<Citation> words(State state, List<String> ids, Map<String, Claim> claims) {
        Set<Citation> out = new HashSet<>();
        for (String id : ids) {
            Claim claim = claims.get(id);
            for (Change change : claim == null ? List.<Change>of() : claim.changes()) {
                if (change.attribute() == state.attribute()
                        && change.subject().id().equals(state.subject().id())) {
                    out.add(change.citation());
                }
            }
        }
        return out;
    }
}
