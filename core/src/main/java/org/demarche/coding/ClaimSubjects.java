package org.demarche.coding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.model.Actor;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Mention;
import org.demarche.model.Subject;
import org.demarche.model.Subjects;

/** The subjects of an act: whose mission, which council, which agreement its words name. */
final class ClaimSubjects {
    private static final Set<String> SHUTTING =
            Set.of("close-office", "suspend-office", "restrict-mission", "force-out");

    private static final Set<Subject.Kind> HOUSES = Set.of(Subject.Kind.MISSION, Subject.Kind.OFFICE);
    private static final Set<Subject.Kind> POSTS = Set.of(Subject.Kind.POST);

    /** More sides than make so many pairs are not told of one by one. */
    private static final int MOST_PAIRS = 12;

    private final Document document;
    private final Tree tree;
    private final Parties parties;
    private final Discourse discourse;

    ClaimSubjects(Reading reading) {
        this.discourse = reading.discourse();
        this.document = reading.document();
        this.tree = reading.tree();
        this.parties = reading.parties();
    }

    List<Subject> of(List<Integer> things) {
        Map<String, Subject> out = new LinkedHashMap<>();
        for (int thing : things) {
            Subject subject = parties.subject(thing);
            if (subject != null) {
                out.putIfAbsent(subject.id(), subject);
                parties.alike(thing).forEach(s -> out.putIfAbsent(s.id(), s));
            }
        }
        if (out.isEmpty()) {
            for (Mention.OfSubject mention : parties.subjects()) {
                int at = tree.headOf(mention.span());
                for (int thing : things) {
                    if (at >= 0 && tree.dominates(thing, at) && tree.clause(at) == tree.clause(thing)) {
                        out.putIfAbsent(mention.subject().id(), mention.subject());
                    }
                }
            }
        }
        return List.copyOf(out.values());
    }

    /** Those that the things name; for an act with effects, else those that the words beside name. */
    List<Subject> of(List<Integer> things, List<Claim.Party> actors, List<Claim.Party> to, Found found) {
        List<Subject> out = abroad(of(things), actors, to, found).stream()
                .filter(s -> !isOfOthers(s, actors))
                .filter(s -> !(to.isEmpty() && found.own() && s.kind() == Subject.Kind.POST))
                .toList();
        if (out.isEmpty() && !found.act().effects().isEmpty()) {
            out = said(found);
            if (out.isEmpty()) {
                out = namedAs(to, HOUSES);
            }
            if (out.isEmpty() && touches(found.act(), "post")) {
                out = namedAs("expel".equals(found.act().act().mode()) ? to : actors, POSTS);
            }
            if (out.isEmpty()) {
                out = endedHouse(found.head());
            }
        }
        out = out.stream()
                .map(s -> onOwnSoil(s, actors, found))
                .map(s -> ofTheirs(s, actors, to, found))
                .toList();
        List<Subject> all = between(out, actors, to, found.act());
        return all.isEmpty() && touches(found.act(), "membership") ? memberships(actors, to) : all;
    }

    /** "Closed its border", "told Chad to cut its staff": the things that words of the line name, and those on which a verb of its clause acts. */
    private List<Subject> said(Found found) {
        Map<String, Subject> out = new LinkedHashMap<>();
        List<Integer> words = new ArrayList<>(found.match().words());
        words.addAll(found.match().below());
        words.add(found.head());
        for (int verb : List.copyOf(words)) {
            words.addAll(tree.children(verb, "obj"));
        }
        for (int word : words) {
            Subject subject = parties.subject(word);
            if (subject != null && isTouched(subject, found.act())) {
                out.putIfAbsent(subject.id(), subject);
            }
        }
        return List.copyOf(out.values());
    }

    /** Whether an act does something to the state of what is of that kind. */
    private static boolean isTouched(Subject subject, ActDefinition act) {
        String kind = subject.kind().name().toLowerCase(Locale.ROOT);
        return act.effects().stream().anyMatch(e -> e.kind() == null || e.kind().equals(kind));
    }

    /** "Chad said that Niger had expelled two of its diplomats": the staff of those who are expelled, whoever is named last. */
    private Subject ofTheirs(Subject subject, List<Claim.Party> actors, List<Claim.Party> to, Found found) {
        List<Subjects.Party> hosts = sides(actors, List.of());
        List<Subjects.Party> senders = sides(to, List.of());
        boolean turned = "expel".equals(found.act().act().mode())
                && subject.kind() == Subject.Kind.STAFF
                && hosts.size() == 1
                && senders.size() == 1
                && subject.parties()
                        .equals(List.of(hosts.get(0).id(), senders.get(0).id()));
        return turned ? Subjects.of(Subject.Kind.STAFF, "", List.of(senders.get(0), hosts.get(0)), null) : subject;
    }

    /** "Chad shut Qatar's embassy": another's embassy is shut where the one who shuts it is at home, if the words name no place. */
    private Subject onOwnSoil(Subject subject, List<Claim.Party> actors, Found found) {
        List<Subjects.Party> hosts = sides(actors, List.of());
        boolean shut = SHUTTING.contains(found.act().code())
                && subject.kind() == Subject.Kind.MISSION
                && subject.location() == null
                && subject.parties().size() == 2
                && hosts.size() == 1
                && !subject.parties().contains(hosts.get(0).id());
        Actor sender = shut ? discourse.actors().get(subject.parties().get(0)) : null;
        Actor meant = shut ? discourse.actors().get(subject.parties().get(1)) : null;
        boolean named = meant != null && subject.aliases().stream().anyMatch(a -> a.contains(meant.name()));
        return sender == null || named || isUnion(hosts.get(0))
                ? subject
                : Subjects.mission(Subjects.Party.of(sender), hosts.get(0));
    }

    /** "Gabon was suspended by the African Union", "Chad and Mali left the union": what states have in an organisation on the other side. */
    private List<Subject> memberships(List<Claim.Party> actors, List<Claim.Party> recipients) {
        List<Subjects.Party> first = sides(actors, List.of());
        List<Subjects.Party> second = sides(recipients, List.of());
        List<Subject> out = new ArrayList<>();
        if (first.size() * second.size() > MOST_PAIRS) {
            return out;
        }
        for (Subjects.Party one : first) {
            for (Subjects.Party other : second) {
                if (isUnion(one) != isUnion(other)) {
                    out.add(isUnion(one) ? Subjects.membership(other, one) : Subjects.membership(one, other));
                }
            }
        }
        return out;
    }

    private boolean isUnion(Subjects.Party party) {
        Actor actor = discourse.actors().get(party.id());
        return actor != null && actor.kind() == Actor.Kind.ORGANISATION;
    }

    private static boolean touches(ActDefinition act, String kind) {
        return act.effects().stream().anyMatch(e -> kind.equals(e.kind()));
    }

    /** "Chile, Peru and Bolivia broke off relations with Cuba": those of each of them, for an act that changes relations. */
    private List<Subject> between(
            List<Subject> named, List<Claim.Party> actors, List<Claim.Party> recipients, ActDefinition act) {
        List<Subjects.Party> first = sides(actors, named);
        List<Subjects.Party> second = sides(recipients, named);
        boolean apart = first.stream().noneMatch(a -> second.stream().anyMatch(b -> b.id().equals(a.id())));
        if (!touches(act, "relations") || !apart || second.isEmpty() || first.size() * second.size() > MOST_PAIRS) {
            return named;
        }
        Map<String, Subject> out = new LinkedHashMap<>();
        named.forEach(s -> out.put(s.id(), s));
        for (Subjects.Party one : first) {
            second.forEach(other -> {
                Subject relations = Subjects.relations(one, other);
                // "Cut their trade ties": not the diplomatic ones.
                boolean some = named.stream()
                        .anyMatch(s -> s.kind() == Subject.Kind.RELATIONS
                                && s.parties().containsAll(relations.parties()));
                if (!some) {
                    out.putIfAbsent(relations.id(), relations);
                }
            });
        }
        return List.copyOf(out.values());
    }

    /** The states and organisations for which the named ones of a side act. */
    private List<Subjects.Party> sides(List<Claim.Party> parties, List<Subject> named) {
        Map<String, Subjects.Party> out = new LinkedHashMap<>();
        for (Claim.Party p : parties) {
            String id = p.actor().principal();
            Actor itself =
                    p.actor().id().equals(id) ? p.actor() : discourse.actors().get(id);
            boolean told = p.citation() != null
                    || named.stream().anyMatch(s -> s.parties().contains(id));
            if (told
                    && itself != null
                    && (itself.kind() == Actor.Kind.STATE || itself.kind() == Actor.Kind.ORGANISATION)) {
                out.putIfAbsent(id, Subjects.Party.of(itself));
            }
        }
        return List.copyOf(out.values());
    }

    /** "Relations with Cuba and Iran are restored, Oslo said": not those of Cuba with Iran. */
    private static boolean isOfOthers(Subject subject, List<Claim.Party> actors) {
        return subject.kind() == Subject.Kind.RELATIONS
                && subject.parties().size() > 1
                && !actors.isEmpty()
                && !Sides.anyOf(actors, subject.parties());
    }

    /** "Peru and Chile sent their envoys back to Lagos": not those that the two keep with each other. */
    private static List<Subject> abroad(
            List<Subject> subjects, List<Claim.Party> actors, List<Claim.Party> recipients, Found found) {
        Set<String> acting = Sides.principals(actors);
        boolean elsewhere = !recipients.isEmpty() && !Sides.anyOf(recipients, acting);
        if (!found.own() || acting.size() < 2 || !elsewhere) {
            return subjects;
        }
        return subjects.stream()
                .filter(s -> s.parties().size() < 2 || !acting.containsAll(s.parties()))
                .toList();
    }

    /** The subjects without the staff of who is no side of the act: whose staff is meant is not sure then. */
    static List<Subject> touched(List<Subject> subjects, List<Claim.Party> actors, List<Claim.Party> recipients) {
        Set<String> sides = new TreeSet<>();
        actors.forEach(p -> sides.add(p.actor().principal()));
        recipients.forEach(p -> sides.add(p.actor().principal()));
        return subjects.stream()
                .filter(s -> s.kind() != Subject.Kind.STAFF
                        || s.parties().isEmpty()
                        || sides.contains(s.parties().get(0)))
                .toList();
    }

    /** What the words for a side name: "the consent to the consulate of Peru was withdrawn", "the ambassador of Peru presented his credentials". */
    private List<Subject> namedAs(List<Claim.Party> side, Set<Subject.Kind> kinds) {
        Map<String, Subject> out = new LinkedHashMap<>();
        for (Mention.OfSubject mention : parties.subjects()) {
            Subject subject = mention.subject();
            Citation words = document.cite(mention.span());
            if (kinds.contains(subject.kind())
                    && side.stream().map(Claim.Party::citation).anyMatch(c -> c != null && words.overlaps(c))) {
                out.putIfAbsent(subject.id(), subject);
            }
        }
        return List.copyOf(out.values());
    }

    /** The mission or office that hangs on the act further off than its object: "ordered the closure, by May, of the consulate". */
    private List<Subject> endedHouse(int head) {
        for (Mention.OfSubject mention : parties.subjects()) {
            Subject.Kind kind = mention.subject().kind();
            int at = tree.headOf(mention.span());
            if ((kind == Subject.Kind.MISSION || kind == Subject.Kind.OFFICE)
                    && at > head
                    && tree.dominates(head, at)
                    && tree.clause(at) == tree.clause(head)
                    && "of".equals(tree.preposition(at))) {
                return List.of(mention.subject());
            }
        }
        return List.of();
    }
}
