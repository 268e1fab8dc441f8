package org.demarche;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.demarche.model.Actor;
import org.demarche.model.Answer;
import org.demarche.model.Change;
import org.demarche.model.Claim;
import org.demarche.model.Disagreement;
import org.demarche.model.Document;
import org.demarche.model.Event;
import org.demarche.model.Mentions;
import org.demarche.model.Subject;

/**
 * A dossier cut into parts, one for every two parties that have something to do with each other: each part holds all that the timeline, the
 * states, the disagreements and the answers of the two need, so that a large ledger need not be read for one dyad. An act of several
 * sides is in several parts. The reports of a part are without their texts and quotes.
 */
public final class Dyads {
    private final Dossier dossier;
    private final Map<String, Claim> claims = new HashMap<>();
    private final Map<String, Claim> raw = new HashMap<>();
    private final Map<String, List<Event>> events = new TreeMap<>();
    private final Map<String, Set<String>> pairsOf = new HashMap<>();
    private final Map<String, Set<String>> names = new TreeMap<>();

    public Dyads(Dossier dossier) {
        this.dossier = dossier;
        dossier.claims().forEach(c -> claims.put(c.id(), c));
        dossier.coded().forEach(c -> c.claims().forEach(k -> raw.put(k.id(), k)));
        for (Event event : dossier.events()) {
            Set<String> pairs = new TreeSet<>(pairs(sides(event)));
            event.subjects().forEach(s -> pairs.addAll(ofSubject(s)));
            for (String id : event.claims()) {
                Claim claim = claims.get(id);
                for (Change change : claim == null ? List.<Change>of() : claim.changes()) {
                    pairs.addAll(ofSubject(change.subject()));
                }
            }
            pairsOf.put(event.id(), pairs);
            pairs.forEach(p -> events.computeIfAbsent(p, k -> new ArrayList<>()).add(event));
        }
    }

    /** The name of the part of two parties, whoever is named first; both are ids of principals ({@code RUS}). */
    public static String key(String one, String other) {
        return one.compareTo(other) <= 0 ? one + "|" + other : other + "|" + one;
    }

    /** What each party is called, in lower case, by its principal: ids, names, country. */
    public Map<String, Set<String>> names() {
        return names;
    }

    /**
     * The principals that a user may mean by a word for a party: those called so, and those one of whose organs is.
     *
     * @param names as {@link #names} gives them
     */
    public static Set<String> called(Map<String, ? extends Collection<String>> names, String party) {
        String word = party.toLowerCase(Locale.ROOT);
        Set<String> out = new TreeSet<>();
        names.forEach((principal, all) -> {
            if (all.stream().anyMatch(n -> n.equals(word) || n.startsWith(word + "/"))) {
                out.add(principal);
            }
        });
        return out;
    }

    /** Gives every part with its key, one after the other. */
    public void each(BiConsumer<String, Dossier> taker) {
        Map<String, Document> documents = dossier.byId();
        Map<String, List<Disagreement>> disagreements = disagreements();
        Map<String, Set<Answer>> answers = new TreeMap<>();
        for (Answer answer : dossier.answers()) {
            Set<String> pairs = new TreeSet<>(pairsOf.getOrDefault(answer.stimulus(), Set.of()));
            pairs.addAll(pairsOf.getOrDefault(answer.response(), Set.of()));
            pairs.forEach(
                    p -> answers.computeIfAbsent(p, k -> new LinkedHashSet<>()).add(answer));
        }
        events.forEach((key, own) -> taker.accept(
                key,
                part(
                        own,
                        documents,
                        disagreements.getOrDefault(key, List.of()),
                        List.copyOf(answers.getOrDefault(key, Set.of())))));
    }

    private Dossier part(
            List<Event> own, Map<String, Document> documents, List<Disagreement> disagreements, List<Answer> answers) {
        Map<String, List<Claim>> byDocument = new LinkedHashMap<>();
        for (Event event : own) {
            for (String id : event.claims()) {
                Claim claim = claims.get(id);
                if (claim != null) {
                    byDocument
                            .computeIfAbsent(claim.document(), d -> new ArrayList<>())
                            .add(claim);
                }
            }
        }
        List<Document> reports = dossier.documents().size() > byDocument.size() * 8
                ? byDocument.keySet().stream()
                        .map(documents::get)
                        .filter(Objects::nonNull)
                        .sorted(Pipeline.BY_FILE)
                        .toList()
                : dossier.documents().stream()
                        .filter(d -> byDocument.containsKey(d.id()))
                        .toList();
        List<Coded> coded = new ArrayList<>();
        List<Claim> told = new ArrayList<>();
        List<Document> bare = new ArrayList<>();
        for (Document report : reports) {
            List<Claim> its = byDocument.getOrDefault(report.id(), List.of()).stream()
                    .sorted(Pipeline.IN_TEXT)
                    .toList();
            told.addAll(its);
            Document without = report.withoutText();
            bare.add(without);
            coded.add(new Coded(
                    without,
                    List.of(),
                    Mentions.NONE,
                    its.stream().map(c -> raw.getOrDefault(c.id(), c)).toList(),
                    List.of()));
        }
        return new Dossier(coded, bare, told, own, disagreements, answers, List.of());
    }

    private Map<String, List<Disagreement>> disagreements() {
        Map<String, Set<String>> ofSubject = new HashMap<>();
        dossier.claims()
                .forEach(c -> c.changes().forEach(x -> ofSubject.put(x.subject().id(), ofSubject(x.subject()))));
        dossier.events().forEach(e -> e.subjects().forEach(s -> ofSubject.put(s.id(), ofSubject(s))));
        Map<String, List<Disagreement>> out = new TreeMap<>();
        for (Disagreement d : dossier.disagreements()) {
            Set<String> pairs = pairsOf.getOrDefault(d.about(), ofSubject.getOrDefault(d.about(), Set.of()));
            pairs.forEach(p -> out.computeIfAbsent(p, k -> new ArrayList<>()).add(d));
        }
        return out;
    }

    private Set<String> sides(Event event) {
        Set<String> out = new TreeSet<>();
        for (List<Claim.Party> side : List.of(event.actors(), event.recipients())) {
            for (Claim.Party party : side) {
                Actor actor = party.actor();
                out.add(actor.principal());
                Set<String> all = names.computeIfAbsent(actor.principal(), k -> new TreeSet<>());
                all.add(actor.principal().toLowerCase(Locale.ROOT));
                all.add(actor.id().toLowerCase(Locale.ROOT));
                all.add(actor.name().toLowerCase(Locale.ROOT));
                if (actor.country() != null) {
                    all.add(actor.country().toLowerCase(Locale.ROOT));
                }
            }
        }
        return out;
    }

    private Set<String> ofSubject(Subject subject) {
        subject.parties()
                .forEach(p -> names.computeIfAbsent(p, k -> new TreeSet<>()).add(p.toLowerCase(Locale.ROOT)));
        return pairs(new TreeSet<>(subject.parties()));
    }

    private static Set<String> pairs(Collection<String> sides) {
        List<String> all = List.copyOf(sides);
        Set<String> out = new TreeSet<>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                out.add(key(all.get(i), all.get(j)));
            }
        }
        return out;
    }
}
