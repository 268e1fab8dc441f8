package org.demarche.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.Coded;
import org.demarche.Dossier;
import org.demarche.model.Actor;
import org.demarche.model.Attribute;
import org.demarche.model.Change;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Event;
import org.demarche.model.Mention;
import org.demarche.model.Sentence;
import org.demarche.model.Subject;
import org.jspecify.annotations.Nullable;

/** Short names for readers: "Russia (Sergei Lavrov) to NATO" where the tables list every party. */
final class Names {
    private static final int MOST_MEMBERS = 2;
    private static final int LONGEST_ACRONYM = 6;
    private static final int LONGEST_TITLE = 60;

    private final Map<String, String> principals = new HashMap<>();
    private final Map<String, String> titles = new HashMap<>();
    private final Map<String, Claim> states = new HashMap<>();

    Names(Dossier dossier) {
        for (Coded coded : dossier.coded()) {
            for (Mention.OfActor mention : coded.mentions().actors()) {
                note(mention.actor());
            }
            titles.put(coded.document().id(), title(coded));
        }
        for (Claim claim : dossier.claims()) {
            claim.actors().forEach(p -> note(p.actor()));
            claim.recipients().forEach(p -> note(p.actor()));
            if (claim.act().isState()) {
                states.put(claim.id(), claim);
            }
        }
    }

    private void note(Actor actor) {
        if (actor.id().equals(actor.principal())) {
            boolean isAcronym = actor.kind() == Actor.Kind.ORGANISATION
                    && actor.id().length() <= LONGEST_ACRONYM
                    && actor.id().chars().allMatch(Character::isUpperCase);
            principals.putIfAbsent(actor.id(), isAcronym ? actor.id() : actor.name());
        }
    }

    /** The short name of a state or organisation. */
    String of(String principal) {
        return principals.getOrDefault(principal, principal);
    }

    /** "Russia ↔ NATO" for {@code RUS--NATO}. */
    String dyad(List<String> parties) {
        return String.join(" \u2194 ", parties.stream().map(this::of).toList());
    }

    /** "NATO (Jens Stoltenberg) → Russia"; one side alone where the other is not told; for a state, what it is the state of. */
    String sides(Event event) {
        if (event.act().isState() && !event.subjects().isEmpty()) {
            return names(event.subjects());
        }
        return sides(event.actors(), event.recipients());
    }

    String sides(Claim claim) {
        if (claim.act().isState() && !claim.subjects().isEmpty()) {
            return names(claim.subjects());
        }
        return sides(claim.actors(), claim.recipients());
    }

    private static String names(List<Subject> subjects) {
        return subjects.stream().map(Subject::name).distinct().collect(Collectors.joining(", "));
    }

    private String sides(List<Claim.Party> by, List<Claim.Party> to) {
        String actors = side(by);
        String recipients = side(to);
        if (recipients.isEmpty()) {
            return actors.isEmpty() ? "somebody" : actors;
        }
        return (actors.isEmpty() ? "somebody" : actors) + " \u2192 " + recipients;
    }

    /** "suspend mission"; for a state, how things are said to stand: "reported suspended". */
    String act(Event event) {
        if (!event.act().isState()) {
            return Say.act(event.act().code());
        }
        List<Claim> claims = event.claims().stream()
                .map(states::get)
                .filter(Objects::nonNull)
                .toList();
        return standing(claims);
    }

    String act(Claim claim) {
        return claim.act().isState()
                ? standing(List.of(claim))
                : Say.act(claim.act().code());
    }

    private static String standing(List<Claim> claims) {
        Set<String> out = new LinkedHashSet<>();
        for (Claim claim : claims) {
            for (Change change : claim.changes()) {
                String value = Say.value(change.value(), change.low(), change.high());
                out.add(
                        change.attribute() == Attribute.STATUS
                                ? "reported " + (value.equals("none") ? "absent" : value)
                                : Say.lower(change.attribute()) + " reported as " + value);
            }
        }
        return out.isEmpty() ? "how things stand" : String.join(", ", out);
    }

    private String side(List<Claim.Party> parties) {
        Map<String, Set<String>> members = new LinkedHashMap<>();
        for (Claim.Party party : parties) {
            Actor actor = party.actor();
            Set<String> named = members.computeIfAbsent(actor.principal(), k -> new LinkedHashSet<>());
            if (!actor.id().equals(actor.principal())) {
                named.add(actor.name());
            }
        }
        List<String> out = new ArrayList<>();
        members.forEach((principal, named) -> {
            String short_ = principals.get(principal);
            String whole = String.join(", ", named.stream().limit(MOST_MEMBERS).toList())
                    + (named.size() > MOST_MEMBERS ? " \u2026" : "");
            if (short_ == null) {
                out.add(named.isEmpty() ? principal : whole);
            } else {
                out.add(named.isEmpty() ? short_ : short_ + " (" + whole + ")");
            }
        });
        return String.join(", ", out);
    }

    /** "18 Oct 2021: Russia → NATO, suspend mission". */
    String line(Event event) {
        return Say.when(event.date()) + ": " + sides(event) + ", " + act(event);
    }

    /** The title of a report: its own, the line that heads it, or the name of its file. */
    String title(Document document) {
        return titles.getOrDefault(document.id(), document.file());
    }

    private static String title(Coded coded) {
        @Nullable String own = coded.document().title();
        if (own != null && !own.isBlank()) {
            return own;
        }
        for (Sentence sentence : coded.sentences()) {
            if (sentence.kind() == Sentence.Kind.TITLE) {
                return sentence.span().in(coded.document().text()).replaceAll("\\s+", " ");
            }
        }
        return coded.document().file();
    }

    /** Who published a report and when; its title where no outlet is named. */
    String source(Document document) {
        @Nullable String outlet = document.outlet();
        String name = outlet == null || outlet.isBlank() ? shortened(title(document)) : outlet;
        boolean isDated =
                document.published().start() != null || document.published().end() != null;
        return name + ", " + (isDated ? Say.published(document.published()) : "undated");
    }

    /** The outlet alone, or what stands for it. */
    String outlet(Document document) {
        @Nullable String outlet = document.outlet();
        return outlet == null || outlet.isBlank() ? shortened(title(document)) : outlet;
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_TITLE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_TITLE)).strip() + "\u2026";
    }
}
