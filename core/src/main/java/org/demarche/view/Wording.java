package org.demarche.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.Dossier;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Event;
import org.demarche.model.Factuality;
import org.demarche.model.Mention.OfQuantity;
import org.demarche.model.Subject;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/** Events, parties and dates in words that can be read aloud: "6 Oct 2021, NATO to Russia: cut ceiling, from 20 to 10". */
final class Wording {
    private static final int LONGEST_ACRONYM = 8;

    private final Map<String, String> names = new LinkedHashMap<>();

    /** @param dossier the names of its states and organisations are used for those who act for them */
    Wording(Dossier dossier) {
        for (Claim claim : dossier.claims()) {
            claim.actors().forEach(this::meet);
            claim.recipients().forEach(this::meet);
        }
    }

    private void meet(Claim.Party party) {
        Actor actor = party.actor();
        if (actor.id().equals(actor.principal())) {
            boolean acronym = actor.kind() == Actor.Kind.ORGANISATION
                    && actor.id().length() <= LONGEST_ACRONYM
                    && actor.id().equals(actor.id().toUpperCase(Locale.ROOT));
            names.putIfAbsent(actor.id(), acronym ? actor.id() : actor.name());
        }
    }

    /** The name of a state or organisation; its id where the reports name only those who act for it. */
    String name(String principal) {
        return names.getOrDefault(principal, principal);
    }

    /** "Russia", "Sergei Lavrov (Russia)", "Bahrain and Egypt"; "an actor not named". Who speaks for a side that is named itself is left out. */
    String parties(List<Claim.Party> parties) {
        Set<String> themselves = new TreeSet<>();
        parties.stream().map(Claim.Party::actor).filter(a -> !isNamed(a)).forEach(a -> themselves.add(a.principal()));
        Set<String> sides = new LinkedHashSet<>();
        for (Claim.Party party : parties) {
            Actor actor = party.actor();
            boolean person = isNamed(actor);
            if (person && themselves.contains(actor.principal())) {
                continue;
            }
            boolean known = names.containsKey(actor.principal());
            if (person) {
                sides.add(known ? actor.name() + " (" + name(actor.principal()) + ")" : actor.name());
            } else {
                sides.add(known || actor.id().indexOf('/') >= 0 ? name(actor.principal()) : actor.name());
            }
        }
        return sides.isEmpty() ? "an actor not named" : and(new ArrayList<>(sides));
    }

    private static boolean isNamed(Actor actor) {
        return actor.kind() == Actor.Kind.PERSON
                && Character.isUpperCase(actor.name().codePointAt(0));
    }

    /** "NATO to Russia: cut ceiling, from 20 to 10". */
    String act(Event event) {
        Set<String> acting = new TreeSet<>();
        event.actors().forEach(p -> acting.add(p.actor().principal()));
        List<Claim.Party> others = event.recipients().stream()
                .filter(p -> !acting.contains(p.actor().principal()))
                .toList();
        String recipients = others.isEmpty() ? "" : " to " + parties(others);
        return parties(event.actors()) + recipients + ": " + what(event) + about(event) + howSure(event);
    }

    /** "NATO: cut ceiling, from 20 to 10": who did what, where the page says to whom already. */
    String shortAct(Event event) {
        return parties(event.actors()) + ": " + what(event) + howSure(event);
    }

    private static String what(Event event) {
        return event.act().code().replace('-', ' ') + amounts(event);
    }

    /** " [planned]"; nothing where it was done. */
    private static String howSure(Event event) {
        return event.factuality() == Factuality.ASSERTED
                ? ""
                : " [" + event.factuality().name().toLowerCase(Locale.ROOT) + "]";
    }

    private static String about(Event event) {
        List<String> subjects =
                event.subjects().stream().map(Subject::name).distinct().sorted().toList();
        return subjects.isEmpty() ? "" : " (" + and(subjects) + ")";
    }

    private static String amounts(Event event) {
        StringBuilder out = new StringBuilder();
        for (OfQuantity.Role role : List.of(OfQuantity.Role.FROM, OfQuantity.Role.TO, OfQuantity.Role.COUNT)) {
            event.quantities().stream()
                    .filter(q -> q.role() == role)
                    .findFirst()
                    .ifPresent(q -> out.append(role != OfQuantity.Role.COUNT && out.indexOf(",") >= 0 ? " " : ", ")
                            .append(
                                    role == OfQuantity.Role.COUNT
                                            ? ""
                                            : role.name().toLowerCase(Locale.ROOT) + " ")
                            .append(q.citation().quote()));
        }
        return out.toString();
    }

    static String and(List<String> all) {
        int last = all.size() - 1;
        return last <= 0 ? String.join("", all) : String.join(", ", all.subList(0, last)) + " and " + all.get(last);
    }

    /** "6 Oct 2021", "Apr 2014", "between 18 and 21 Oct 2021", "by 31 Oct 2021", "on a day not known". */
    static String when(@Nullable When when) {
        return DateWords.span(when, DateWords.Style.SENTENCE);
    }

    /** " since 6 Oct 2021", " since some day between 6 and 18 Oct 2021". */
    static String since(When when) {
        return " since " + some(when) + when(when);
    }

    /** " from 1 Nov 2021", " by 31 Oct 2021". */
    static String from(When when) {
        return when.start() == null ? " " + when(when) : " from " + some(when) + when(when);
    }

    private static String some(When when) {
        String text = when(when);
        return text.startsWith("by ") || text.startsWith("after ") || text.startsWith("between ") ? "some day " : "";
    }
}
