package org.demarche.mention.subject;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.demarche.model.Actor;
import org.demarche.model.Mention;
import org.demarche.model.Span;
import org.demarche.model.Subjects.Party;
import org.jspecify.annotations.Nullable;

/** The states and organisations of a document: where their words stand, and who is mostly mentioned with whom. */
final class Parties {
    /** A party where it is named. {@code place} is the city where the words are a city's name, else null. */
    record At(
            Span span,
            Party party,
            Mention.OfActor.Form form,
            boolean isPlace,
            @Nullable String place) {
        boolean isAdjective() {
            return form == Mention.OfActor.Form.ADJECTIVE;
        }
    }

    private final List<List<At>> bySentence = new ArrayList<>();
    private final Map<Integer, List<At>> people = new HashMap<>();
    private final Map<String, At> byForm = new HashMap<>();
    private final Map<String, Party> byId = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Map<String, Map<String, Integer>> together = new HashMap<>();
    private final Map<String, Optional<Party>> partners = new HashMap<>();

    private static final int ASIDE = 80;
    private static final Pattern AGAINST = Pattern.compile("(?:,|;|\u2014)\\s(?:while|whereas)\\s|;");
    private static final Pattern WHERE = Pattern.compile(",?\\swhere\\s[^,;]{1,60}", Pattern.DOTALL);
    private static final Pattern JOINED = Pattern.compile(",\\s|,?\\s(?:and|as well as)\\s(?:the\\s)?|,\\sthe\\s");
    private static final Set<String> NO_PARTIES = Set.of("MED", "JRN", "EDU", "NGO", "BUS", "MNC", "CVL", "HRI", "SPT");

    private final String text;

    Parties(String text, int sentences, List<Mention.OfActor> actors) {
        this.text = text;
        for (Mention.OfActor mention : actors) {
            if (mention.actor().kind() != Actor.Kind.PLACE && isParty(mention.actor())) {
                Actor actor = mention.actor();
                if (actor.id().equals(actor.principal())) {
                    byId.put(actor.id(), Party.of(actor));
                } else {
                    byId.putIfAbsent(actor.principal(), PartyNames.of(actor.principal()));
                }
            }
        }
        for (int i = 0; i < sentences; i++) {
            bySentence.add(new ArrayList<>());
        }
        List<Map<String, Integer>> inSentence = new ArrayList<>();
        for (int i = 0; i < sentences; i++) {
            inSentence.add(new TreeMap<>());
        }
        for (Mention.OfActor mention : actors) {
            people(mention);
            At at = at(text, mention);
            if (at == null || mention.sentence() >= sentences) {
                continue;
            }
            bySentence.get(mention.sentence()).add(at);
            if (mention.form() != Mention.OfActor.Form.PRONOUN) {
                byForm.putIfAbsent(mention.span().in(text).toLowerCase(Locale.ROOT), at);
            }
            inSentence.get(mention.sentence()).merge(at.party().id(), at.isPlace() ? 1 : 2, Math::max);
            if (!at.isPlace()) {
                counts.merge(at.party().id(), 1, Integer::sum);
            }
        }
        bySentence.forEach(all -> all.sort(Comparator.comparing(At::span)));
        for (Map<String, Integer> weights : inSentence) {
            weights.forEach((one, weight) -> weights.forEach((other, others) -> {
                if (!one.equals(other)) {
                    together.computeIfAbsent(one, k -> new HashMap<>()).merge(other, weight * others, Integer::sum);
                }
            }));
        }
    }

    /** Whether an actor acts for somebody who can have missions and treaties: a state, an organisation of states, a movement. */
    private static boolean isParty(Actor actor) {
        boolean known = Character.isUpperCase(actor.principal().codePointAt(0));
        boolean itself = actor.id().equals(actor.principal());
        String sector = actor.sector();
        return known
                && !(itself
                        && (sector != null && NO_PARTIES.contains(sector) && !"IGO".equals(actor.country())
                                || "NGO".equals(actor.country())
                                || "MNC".equals(actor.country())));
    }

    private @Nullable At at(String text, Mention.OfActor mention) {
        Actor actor = mention.actor();
        String words = mention.span().in(text);
        if (actor.kind() == Actor.Kind.PLACE) {
            String country = actor.country();
            if (country == null) {
                return null;
            }
            Party state = byId.getOrDefault(country, PartyNames.of(country));
            boolean isCountry = actor.name().equals(state.name());
            return new At(mention.span(), state, mention.form(), true, isCountry ? null : words);
        }
        boolean itself = actor.id().equals(actor.principal());
        boolean vague =
                !itself && mention.form() == Mention.OfActor.Form.NOMINAL && actor.kind() != Actor.Kind.ORGANISATION;
        boolean joint = !itself
                && words.matches("[^-–]{2,30}[-–]\\p{Lu}.{0,60}")
                && mention.form() == Mention.OfActor.Form.NAME;
        if (!isParty(actor) || vague || joint) {
            return null;
        }
        Party party = byId.getOrDefault(actor.principal(), Party.of(actor));
        if (!itself) {
            return new At(mention.span(), party, mention.form(), false, null);
        }
        boolean city = mention.form() == Mention.OfActor.Form.METONYM && Character.isUpperCase(words.codePointAt(0));
        return new At(mention.span(), party, mention.form(), false, city ? words : null);
    }

    private void people(Mention.OfActor mention) {
        if (mention.actor().kind() == Actor.Kind.PEOPLE && isParty(mention.actor())) {
            Party party = byId.getOrDefault(
                    mention.actor().principal(), PartyNames.of(mention.actor().principal()));
            people.computeIfAbsent(mention.sentence(), k -> new ArrayList<>())
                    .add(new At(mention.span(), party, mention.form(), false, null));
        }
    }

    /** The state whose people some words name, where they begin: "Canadians"; null where none. */
    @Nullable
    At people(int sentence, Span word) {
        return people.getOrDefault(sentence, List.of()).stream()
                .filter(at -> at.span().start() == word.start())
                .findFirst()
                .orElse(null);
    }

    /** The states whose people a sentence names. */
    List<Party> peopleOf(int sentence) {
        return people.getOrDefault(sentence, List.of()).stream().map(At::party).toList();
    }

    List<At> in(int sentence) {
        return bySentence.get(sentence);
    }

    /** The party that some words name elsewhere in the document, or everywhere; its span says nothing. */
    @Nullable
    At named(String words) {
        At at = byForm.get(words.toLowerCase(Locale.ROOT));
        if (at != null) {
            return at;
        }
        Party party = PartyNames.named(words);
        return party == null ? null : new At(new Span(0, 1), party, Mention.OfActor.Form.NAME, false, null);
    }

    @Nullable
    Party party(String id) {
        return byId.get(id);
    }

    Party partyOr(String id) {
        return byId.getOrDefault(id, PartyNames.of(id));
    }

    /** Who is most often in one sentence with a party, or null; ties go to who is mentioned more, then by id. */
    @Nullable
    Party partner(String id) {
        return partners.computeIfAbsent(id, this::findPartner).orElse(null);
    }

    /** Whether a party ever stands in one sentence with another. */
    boolean isWithAny(String id) {
        return !together.getOrDefault(id, Map.of()).isEmpty();
    }

    /** The party, other than one, that the sentence before names first: who has just acted; where several have acted on one, the one of whom the report is. */
    @Nullable
    Party firstBefore(int sentence, String other) {
        List<Party> before = sentence == 0
                ? List.of()
                : bySentence.get(sentence - 1).stream()
                        .filter(at -> !at.isPlace() && !at.party().id().equals(other))
                        .map(At::party)
                        .distinct()
                        .toList();
        return before.size() < 3
                ? before.stream().findFirst().orElse(null)
                : before.stream()
                        .max(Comparator.comparing(p -> counts.getOrDefault(p.id(), 0)))
                        .orElse(null);
    }

    /** The parties joined in a list that stands last before a place, two or more: "Chile and Peru have recalled their ambassadors". */
    List<Party> joinedBefore(int sentence, Span place, @Nullable Party besides) {
        List<At> run = new ArrayList<>();
        for (At at : bySentence.get(sentence)) {
            boolean fits = !at.isPlace()
                    && at.span().end() <= place.start()
                    && (besides == null || !at.party().id().equals(besides.id()));
            if (!fits) {
                continue;
            }
            if (!run.isEmpty()
                    && !JOINED.matcher(text.substring(
                                    run.get(run.size() - 1).span().end(),
                                    Math.max(
                                            at.span().start(),
                                            run.get(run.size() - 1).span().end())))
                            .matches()) {
                run.clear();
            }
            run.add(at);
        }
        return run.size() < 2
                ? List.of()
                : run.stream().map(At::party).distinct().toList();
    }

    /** "Israel, where Chad opened its embassy in May": the state whose clause with "where" a phrase stands in, or null. */
    @Nullable
    Party where(Phrase phrase) {
        return bySentence.get(phrase.sentence()).stream()
                .filter(at -> at.span().end() < phrase.span().start())
                .filter(at -> WHERE.matcher(
                                text.substring(at.span().end(), phrase.span().start()))
                        .matches())
                .findFirst()
                .map(At::party)
                .orElse(null);
    }

    /** Whether words between two places set one clause against another: "Lima broke off relations, while Rome …". */
    boolean setApart(Span one, Span other) {
        int from = Math.min(one.end(), other.end());
        int to = Math.max(one.start(), other.start());
        return from < to && AGAINST.matcher(text.substring(from, to)).find();
    }

    /** Whether a place stands in a relative clause between commas that a later place stands outside of: "…, which works at the embassy, …". */
    boolean isAside(Span one, Span later) {
        if (one.end() > later.start()) {
            return false;
        }
        String before = text.substring(Math.max(0, one.start() - ASIDE), one.start());
        int opens = Math.max(before.lastIndexOf(", which "), before.lastIndexOf(", where "));
        return opens >= 0
                && before.indexOf(',', opens + 1) < 0
                && text.substring(one.end(), later.start()).startsWith(",");
    }

    /** The one party besides another that a sentence or the two before it name and that the document names about as often as any; null where it is not one. */
    @Nullable
    Party central(int sentence, String besides) {
        int most = counts.values().stream().mapToInt(n -> n).max().orElse(0);
        Map<String, Party> found = new TreeMap<>();
        for (int s = Math.max(0, sentence - 2); s <= sentence; s++) {
            for (At at : bySentence.get(s)) {
                String id = at.party().id();
                if (!id.equals(besides) && 2 * counts.getOrDefault(id, 0) >= most) {
                    found.put(id, at.party());
                }
            }
        }
        return found.size() == 1 ? found.values().iterator().next() : null;
    }

    /** Whether a party is named far less often than another. */
    boolean inPassing(String id) {
        int most = counts.values().stream().mapToInt(n -> n).max().orElse(0);
        return 3 * counts.getOrDefault(id, 0) <= most;
    }

    private Optional<Party> findPartner(String id) {
        Map<String, Integer> others = together.getOrDefault(id, Map.of());
        return others.entrySet().stream()
                .max(Comparator.comparing((Map.Entry<String, Integer> e) -> e.getValue())
                        .thenComparing(e -> counts.getOrDefault(e.getKey(), 0))
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(e -> partyOr(e.getKey()))
                .or(() -> byCount().stream().filter(p -> !p.id().equals(id)).findFirst());
    }

    /** All parties of the document, most mentioned first. */
    List<Party> byCount() {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(e -> partyOr(e.getKey()))
                .toList();
    }

    /** The two that the document is about, or fewer. */
    List<Party> dyad() {
        List<Party> all = byCount();
        if (all.size() < 2) {
            return all;
        }
        Party first = all.get(0);
        Party second = partner(first.id());
        return second == null ? List.of(first) : List.of(first, second);
    }
}
