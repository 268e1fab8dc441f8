package org.demarche.reciprocity;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.demarche.model.Answer;
import org.demarche.model.Answer.Symmetry;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Event;
import org.demarche.model.Factuality;
import org.demarche.model.Ids;
import org.demarche.model.Mention.OfQuantity.Role;
import org.demarche.model.PartialDate;
import org.demarche.model.Subject;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/**
 * Finds which act answered which. Stated where a sentence says so; it is cited. Inferred where a rule says so; it is named:
 *
 * <ul>
 *   <li>{@code tit-for-tat}: the other side does the same kind of thing to the first within 30 days, both days known;
 *   <li>{@code same-package}: done by the same side on the same day as an act that is stated to answer;
 *   <li>{@code refusal}: a request, an offer or an accusation and its rejection by the one addressed, told in the same or the next sentence;
 *   <li>{@code denial}: an accusation and its denial by the accused, told in one report;
 *   <li>{@code told-after}: one sentence tells the act as coming soon after an act of the other side against the first, of the same
 *       temper; where it says that it was because of it, it is stated;
 *   <li>{@code reaction}: an act against a thing, and what the one it was done to says of it, naming that thing, or taking up that act by
 *       a noun ("the expulsion", "the move") after the report told it.
 * </ul>
 *
 * Never across dyads, never before what it answers.
 */
public final class AnswerFinder {
    /** Acts further apart than this answer each other only where a report says so. Diplomatic expulsions are answered in days to weeks. */
    static final int TIT_FOR_TAT_DAYS = 30;

    /** How many sentences back the act lies that a cue answers without naming it. */
    private static final int NEAR_SENTENCES = 3;

    /** How many sentences back the act lies that a reaction takes up by a noun. */
    private static final int FAR_SENTENCES = 6;

    private static final List<String> THINGS = List.of(
            "ceiling",
            "posts",
            "office",
            "consulate",
            "mission",
            "embassy",
            "staff",
            "ambassador",
            "relations",
            "body",
            "cooperation",
            "contacts");

    /** What is said of an act by the side that it was done to. */
    private static final Set<String> REACTIONS =
            Set.of("criticise", "protest", "condemn", "deplore", "regret", "reject", "threaten", "demand");

    private static final List<String> UNDO = List.of(
            "reconsider", "reverse", "rescind", "revoke", "take back", "withdraw", "lift", "cancel", "undo", "revisit");

    private static final Set<Subject.Kind> THINGS_WITH_NAMES = Set.of(
            Subject.Kind.MISSION,
            Subject.Kind.OFFICE,
            Subject.Kind.BODY,
            Subject.Kind.AGREEMENT,
            Subject.Kind.PROGRAMME);

    /** How far back a cue without a named act reaches. */
    private static final int CUE_DAYS = 75;

    /** The answers among events; {@code claims} are those of the events. */
    public List<Answer> find(List<Claim> claims, List<Event> events) {
        return new Search(claims, events).all();
    }

    /** One run over one set of events. */
    private static final class Search {
        private final Map<String, Claim> claims = new LinkedHashMap<>();
        private final Map<String, Event> eventOf = new HashMap<>();
        private final Map<String, List<Claim>> told = new HashMap<>();
        private final Map<String, Event> byId = new HashMap<>();
        private final Map<String, NavigableMap<LocalDate, List<Event>>> deedsOf = new HashMap<>();
        private final List<Event> events;
        private final Map<String, Set<String>> doers = new HashMap<>();
        private final Map<String, Set<String>> victims = new HashMap<>();
        private final Map<String, Answer> answers = new LinkedHashMap<>();
        private final Map<String, Map<String, String>> names = new HashMap<>();

        Search(List<Claim> claims, List<Event> events) {
            claims.stream().sorted(Comparator.comparing(Claim::id)).forEach(c -> this.claims.put(c.id(), c));
            this.claims
                    .values()
                    .forEach(c -> told.computeIfAbsent(c.document(), d -> new ArrayList<>())
                            .add(c));
            this.events = events.stream().filter(e -> !e.claims().isEmpty()).toList();
            events.forEach(e -> e.claims().forEach(c -> eventOf.put(c, e)));
            claims.forEach(c -> {
                Map<String, String> mine = names.computeIfAbsent(c.document(), d -> new TreeMap<>());
                name(c.actors(), mine);
                name(c.recipients(), mine);
            });
            events.forEach(e -> {
                doers.put(e.id(), mostly(e, Claim::actors));
                victims.put(e.id(), mostly(e, Claim::recipients));
                byId.put(e.id(), e);
            });
            this.events.stream()
                    .filter(Search::isMaterial)
                    .forEach(e -> doers.getOrDefault(e.id(), Set.of()).forEach(d -> {
                        LocalDate day = day(e);
                        if (day != null) {
                            deedsOf.computeIfAbsent(d, k -> new TreeMap<>())
                                    .computeIfAbsent(day, k -> new ArrayList<>())
                                    .add(e);
                        }
                    }));
        }

        /** What a report calls a party, where it begins with a capital. */
        private static void name(List<Claim.Party> parties, Map<String, String> names) {
            for (Claim.Party p : parties) {
                Citation words = p.citation();
                boolean itself = p.actor().id().equals(p.actor().principal());
                if (itself && words != null && words.quote().length() > 1) {
                    String quote =
                            words.quote().startsWith("the ") ? words.quote().substring(4) : words.quote();
                    if (Character.isUpperCase(quote.codePointAt(0))) {
                        names.putIfAbsent(quote, p.actor().principal());
                    }
                }
            }
        }

        List<Answer> all() {
            stated();
            packages();
            refusals();
            denials();
            reactions();
            sequences();
            titForTat();
            return answers.values().stream()
                    .sorted(Comparator.comparing(Answer::id))
                    .toList();
        }

        private void stated() {
            Map<String, List<Citation>> words = new TreeMap<>();
            Map<String, Event[]> pairs = new TreeMap<>();
            Map<String, String> symmetry = new TreeMap<>();
            for (Claim claim : claims.values()) {
                for (Claim.ResponseCue cue : claim.cues()) {
                    Event own = eventOf.get(claim.id());
                    Event other = own == null ? null : other(claim, own, cue);
                    if (own == null || other == null || other == own || !isResponder(claim, cue)) {
                        continue;
                    }
                    Event stimulus = cue.answers() ? other : own;
                    Event response = cue.answers() ? own : other;
                    if (before(response, stimulus) || response.factuality() == Factuality.DENIED) {
                        continue;
                    }
                    String key = stimulus.id() + ">" + response.id();
                    pairs.put(key, new Event[] {stimulus, response});
                    words.computeIfAbsent(key, k -> new ArrayList<>()).add(cue.citation());
                    if (cue.symmetry() != null && !cue.symmetry().equals("unclear")) {
                        symmetry.merge(key, cue.symmetry(), (a, b) -> a.equals(b) ? a : "unclear");
                    }
                }
            }
            pairs.forEach((key, pair) -> put(
                    pair[0],
                    pair[1],
                    "stated",
                    words.getOrDefault(key, List.of()).stream()
                            .distinct()
                            .sorted()
                            .toList(),
                    symmetry.get(key)));
        }

        /** The act on the other end of a cue: the one it names, or the last one of the other side that the report tells of before. */
        private @Nullable Event other(Claim claim, Event own, Claim.ResponseCue cue) {
            if (cue.other() != null) {
                Citation at = cue.other();
                return told(claim).stream()
                        .filter(c -> c.trigger().overlaps(at))
                        .map(c -> eventOf.get(c.id()))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
            }
            if (!cue.answers() || isNamed(claim, cue)) {
                return null;
            }
            Set<String> named = named(claim, cue);
            Event best = null;
            long nearest = Long.MAX_VALUE;
            for (Claim c : told(claim)) {
                Event e = eventOf.get(c.id());
                int back = claim.sentenceIndex() - c.sentenceIndex();
                boolean there =
                        c.document().equals(claim.document()) && back >= 0 && back <= NEAR_SENTENCES && c != claim;
                if (!there
                        || e == null
                        || e == own
                        || before(own, e)
                        || !near(e, own, CUE_DAYS)
                        || isMaterial(claim) && !isMaterial(c)) {
                    continue;
                }
                boolean theirs = named.isEmpty()
                        ? back <= 1 ? provoked(c, claim) : reversed(e, own)
                        : isOf(named, c) && side(c.actors()).stream().noneMatch(side(claim.actors())::contains);
                if (theirs) {
                    long far = back * 100_000L
                            + Math.abs(
                                    (long) c.trigger().start() - claim.trigger().start());
                    if (far < nearest) {
                        nearest = far;
                        best = e;
                    }
                }
            }
            return best == null ? answered(claim, own, cue) : best;
        }

        /**
         * "In response to the expulsion of its envoy", "in retaliation for Ruritania's calls": the latest act of that kind and of the other side against this one in
         * the month before, wherever it is told.
         */
        private @Nullable Event answered(Claim claim, Event own, Claim.ResponseCue cue) {
            List<Reference> references = Reference.in(phrase(claim, cue));
            LocalDate at = day(own);
            if (references.isEmpty() || at == null) {
                return null;
            }
            Set<String> hit = victims.getOrDefault(own.id(), Set.of());
            List<Event> before = new ArrayList<>(deedsOf(hit, at, -TIT_FOR_TAT_DAYS, 0));
            told(claim).stream()
                    .map(c -> eventOf.get(c.id()))
                    .filter(e -> e != null && day(e) != null && !isMaterial(e))
                    .forEach(e -> before.add(Objects.requireNonNull(e)));
            return before.stream()
                    .filter(e -> e != own
                            && isReal(e)
                            && !Objects.requireNonNull(day(e)).isAfter(at)
                            && near(e, own, TIT_FOR_TAT_DAYS)
                            && reversed(e, own)
                            && references.stream().anyMatch(r -> r.canBe(e.act())))
                    .max(Comparator.comparing((Event e) -> Objects.requireNonNull(day(e)))
                            .thenComparing(Event::id))
                    .orElse(null);
        }

        /** What a cue is followed by, up to the next mark of punctuation: " to the expulsion of its envoy"; empty where nothing is named. */
        private static String phrase(Claim claim, Claim.ResponseCue cue) {
            Citation sentence = claim.sentence();
            String text = sentence.quote();
            int from = cue.citation().end() - sentence.start();
            if (from < 0 || from > text.codePointCount(0, text.length())) {
                return "";
            }
            String rest = text.substring(text.offsetByCodePoints(0, from));
            if (!rest.startsWith(" to ") && !rest.startsWith(" for ")) {
                return "";
            }
            int end = 0;
            while (end < rest.length() && ",;:.–—".indexOf(rest.charAt(end)) < 0) {
                end++;
            }
            return rest.substring(0, end);
        }

        /** "In response to the actions of Ruritania": whose act was answered; empty where the words name nobody. */
        private Set<String> named(Claim claim, Claim.ResponseCue cue) {
            String phrase = phrase(claim, cue);
            if (phrase.isEmpty()) {
                return Set.of();
            }
            Set<String> out = new TreeSet<>();
            names.getOrDefault(claim.document(), Map.of()).forEach((name, principal) -> {
                if (phrase.contains(name) && !side(claim.actors()).contains(principal)) {
                    out.add(principal);
                }
            });
            return out;
        }

        /** Whether one of them did it; of a fight either side did it. */
        private static boolean isOf(Set<String> parties, Claim c) {
            boolean fight = "ASSAULT".equals(c.act().type());
            return side(c.actors()).stream().anyMatch(parties::contains)
                    || fight && side(c.recipients()).stream().anyMatch(parties::contains);
        }

        /** "In response to the seizure": what follows the cue without a pause is what was answered, not the answer. */
        private static boolean isNamed(Claim claim, Claim.ResponseCue cue) {
            Citation sentence = claim.sentence();
            int from = cue.citation().end() - sentence.start();
            int to = claim.trigger().start() - sentence.start();
            String text = sentence.quote();
            int n = text.codePointCount(0, text.length());
            if (from < 0 || to <= from || to > n) {
                return false;
            }
            String between = text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
            boolean leads = between.startsWith(" to ")
                    || cue.citation().quote().toLowerCase(Locale.ROOT).endsWith(" to");
            return leads && between.chars().noneMatch(c -> c == ',' || c == ';' || c == '–' || c == '—' || c == ':');
        }

        /** Whether the second is done to whom the first was done by, by somebody else. */
        private static boolean provoked(Claim first, Claim second) {
            Set<String> doers = side(first.actors());
            Set<String> answerers = side(second.actors());
            boolean back = side(second.recipients()).stream().anyMatch(doers::contains)
                    || side(first.recipients()).stream().anyMatch(answerers::contains);
            return !doers.isEmpty() && back && answerers.stream().noneMatch(doers::contains);
        }

        /** The side that most claims name; all of those that are named equally often. */
        private Set<String> mostly(Event e, java.util.function.Function<Claim, List<Claim.Party>> parties) {
            Map<String, Integer> votes = new TreeMap<>();
            for (String id : e.claims()) {
                Claim c = claims.get(id);
                if (c != null) {
                    side(parties.apply(c)).forEach(p -> votes.merge(p, 1, Integer::sum));
                }
            }
            int most = votes.values().stream().max(Comparator.naturalOrder()).orElse(0);
            Set<String> out = new TreeSet<>();
            votes.forEach((p, n) -> {
                if (n * 4 > most * 3) {
                    out.add(p);
                }
            });
            return out;
        }

        /** Where the cue itself is an act ("matched the figure"), whoever does that answers, and nobody else. */
        private boolean isResponder(Claim claim, Claim.ResponseCue cue) {
            for (Claim c : told(claim)) {
                boolean isCue =
                        c.document().equals(claim.document()) && c.trigger().overlaps(cue.citation()) && c != claim;
                if (isCue
                        && !side(c.actors()).isEmpty()
                        && side(c.actors()).stream().noneMatch(side(claim.actors())::contains)) {
                    return !cue.answers();
                }
            }
            return true;
        }

        /** What the responder did on the same day as a stated answer answers the same. */
        private void packages() {
            Map<String, Answer> first = new LinkedHashMap<>();
            for (Answer a : answers.values()) {
                String key = doers.get(a.response()) + "@" + day(event(a.response()));
                Answer other = first.get(key);
                if (other == null || weight(a) > weight(other)) {
                    first.put(key, a);
                }
            }
            for (Answer a : first.values()) {
                Event stimulus = event(a.stimulus());
                Event response = event(a.response());
                Set<String> responders = doers.getOrDefault(response.id(), Set.of());
                for (Event e : deedsOf(responders, day(response), -1, 1)) {
                    if (e != response
                            && e != stimulus
                            && isMaterial(e)
                            && isMaterial(response)
                            && isMaterial(stimulus)
                            && sameDoer(e, response)
                            && reversed(stimulus, e)
                            && sameDay(e, response)
                            && !before(e, stimulus)) {
                        put(stimulus, e, "inferred: same-package", a.citations(), null);
                    }
                }
            }
        }

        /** How much is told of what was answered: a package is tied to the act that most claims tell. */
        private int weight(Answer a) {
            return event(a.stimulus()).claims().size();
        }

        private void refusals() {
            for (Claim claim : claims.values()) {
                if (!"REJECT".equals(claim.act().type())) {
                    continue;
                }
                Event response = eventOf.get(claim.id());
                told(claim).stream()
                        .filter(c -> c.trigger().start() < claim.trigger().start()
                                && claim.sentenceIndex() - c.sentenceIndex() <= 1
                                && Set.of("REQUEST", "AGREE", "ACCUSE")
                                        .contains(String.valueOf(c.act().type())))
                        .max(Comparator.comparing(Claim::trigger))
                        .map(c -> eventOf.get(c.id()))
                        .filter(s -> response != null && s != response && reversed(s, response) && !before(response, s))
                        .ifPresent(s -> put(
                                s,
                                Objects.requireNonNull(response),
                                "inferred: refusal",
                                List.of(claim.trigger()),
                                null));
            }
        }

        /** A denial answers the accusation before it in the same report. */
        private void denials() {
            Set<String> answering = new TreeSet<>();
            answers.values().forEach(a -> answering.add(a.response()));
            for (Claim claim : claims.values()) {
                Event response = eventOf.get(claim.id());
                if (response == null || !"deny".equals(claim.act().code()) || answering.contains(response.id())) {
                    continue;
                }
                told(claim).stream()
                        .filter(c -> c.trigger().start() < claim.trigger().start()
                                && "ACCUSE".equals(c.act().type()))
                        .sorted(Comparator.comparing(Claim::trigger).reversed())
                        .map(c -> eventOf.get(c.id()))
                        .filter(s -> s != null && s != response && reversed(s, response) && !before(response, s))
                        .findFirst()
                        .ifPresent(s -> put(s, response, "inferred: denial", List.of(claim.trigger()), null));
            }
        }

        /** What a side says of an act against it, in a sentence that names the thing that the act was done to. */
        private void reactions() {
            for (Claim claim : claims.values()) {
                Event response = eventOf.get(claim.id());
                if (response == null || !isReaction(claim)) {
                    continue;
                }
                String sentence = claim.sentence().quote().toLowerCase(Locale.ROOT);
                Event stimulus = null;
                Set<String> hit = victims.getOrDefault(response.id(), Set.of());
                for (Event e : deedsOf(hit, first(response.date()), -CUE_DAYS, CUE_DAYS)) {
                    boolean known = day(e) != null
                            && (stimulus == null
                                    || Objects.requireNonNull(day(e)).isAfter(Objects.requireNonNull(day(stimulus))));
                    if (known
                            && isMaterial(e)
                            && reversed(e, response)
                            && !before(response, e)
                            && near(e, response, CUE_DAYS)
                            && e.subjects().stream().anyMatch(s -> isNamedIn(sentence, s))) {
                        stimulus = e;
                    }
                }
                if (stimulus == null) {
                    stimulus = takenUp(claim, response);
                }
                if (stimulus != null) {
                    put(stimulus, response, "inferred: reaction", List.of(claim.trigger()), null);
                }
            }
        }

        /** Something is said of an act; what is only asked for is so where it is asked to be undone. */
        private static boolean isReaction(Claim claim) {
            String code = claim.act().code();
            String sentence = claim.sentence().quote().toLowerCase(Locale.ROOT);
            return REACTIONS.contains(code)
                    && (!code.equals("demand") || UNDO.stream().anyMatch(sentence::contains));
        }

        /** "Called the expulsion a provocation": the deed of the other side that the report tells of just before. */
        private @Nullable Event takenUp(Claim claim, Event response) {
            List<Reference> references = Reference.in(claim);
            Event best = null;
            Claim nearest = null;
            for (Claim c : references.isEmpty() ? List.<Claim>of() : told(claim)) {
                Event e = eventOf.get(c.id());
                int back = claim.sentenceIndex() - c.sentenceIndex();
                if (e != null
                        && e != response
                        && back >= 0
                        && back <= FAR_SENTENCES
                        && c.trigger().start() < claim.trigger().start()
                        && isMaterial(e)
                        && isMaterial(c)
                        && reversed(e, response)
                        && !before(response, e)
                        && near(e, response, CUE_DAYS)
                        && references.stream().anyMatch(r -> r.canBe(e.act()))
                        && (nearest == null || c.trigger().compareTo(nearest.trigger()) > 0)) {
                    best = e;
                    nearest = c;
                }
            }
            return best;
        }

        /** Whether a sentence has one of the names of a house, a body, a programme: two words at least. */
        private static boolean isNamedIn(String sentence, Subject subject) {
            if (!THINGS_WITH_NAMES.contains(subject.kind())) {
                return false;
            }
            List<String> all = new ArrayList<>(subject.aliases());
            all.add(subject.name());
            return all.stream()
                    .map(n -> n.toLowerCase(Locale.ROOT))
                    .map(n -> n.startsWith("the ") ? n.substring(4) : n.startsWith("its ") ? "" : n)
                    .anyMatch(n -> n.indexOf(' ') > 0 && sentence.contains(n));
        }

        /** "Expelled two, hours after the other side had": what one sentence tells as coming after an act of the other side. */
        private void sequences() {
            for (Claim response : claims.values()) {
                for (Claim stimulus : told(response)) {
                    if (stimulus.sentenceIndex() == response.sentenceIndex()) {
                        sequence(stimulus, response);
                    }
                }
            }
        }

        private void sequence(Claim stimulus, Claim response) {
            Event cause = eventOf.get(stimulus.id());
            Event answer = eventOf.get(response.id());
            if (cause != null
                    && answer != null
                    && cause != answer
                    && sameTemper(cause, answer)
                    && reversed(cause, answer)
                    && !before(answer, cause)
                    && near(cause, answer, CUE_DAYS)) {
                Sequence.of(stimulus, response)
                        .ifPresent(s -> put(
                                cause,
                                answer,
                                s.isCause() ? "stated" : "inferred: told-after",
                                List.of(s.words()),
                                null));
            }
        }

        /** Both friendly or both hostile, and both done or said indeed. */
        private static boolean sameTemper(Event a, Event b) {
            Integer first = a.act().quad();
            Integer second = b.act().quad();
            return first != null && second != null && first > 2 == second > 2 && isReal(a) && isReal(b);
        }

        private static boolean isReal(Event e) {
            return e.factuality() != Factuality.DENIED && e.factuality() != Factuality.RETRACTED;
        }

        private void titForTat() {
            for (Event response : events) {
                if (!isMaterial(response) || day(response) == null) {
                    continue;
                }
                String kind = kind(response);
                Event stimulus = null;
                Set<String> hit = victims.getOrDefault(response.id(), Set.of());
                for (Event e : deedsOf(hit, day(response), -TIT_FOR_TAT_DAYS, -1)) {
                    if (e != response
                            && day(e) != null
                            && kind(e).equals(kind)
                            && reversed(e, response)
                            && strictly(e, response)
                            && near(e, response, TIT_FOR_TAT_DAYS)
                            && (stimulus == null
                                    || Objects.requireNonNull(day(e)).isAfter(Objects.requireNonNull(day(stimulus))))) {
                        stimulus = e;
                    }
                }
                if (stimulus != null) {
                    put(
                            stimulus,
                            response,
                            "inferred: tit-for-tat within " + TIT_FOR_TAT_DAYS + " days",
                            List.of(),
                            null);
                }
            }
        }

        /** What the report of a claim tells. */
        private List<Claim> told(Claim claim) {
            return told.getOrDefault(claim.document(), List.of());
        }

        /** The deeds of some parties that are known to the day, by party and day; only those so many days from one where that is known. */
        private List<Event> deedsOf(Set<String> parties, @Nullable LocalDate day, int from, int to) {
            Set<Event> seen = Collections.newSetFromMap(new IdentityHashMap<>());
            List<Event> ordered = new ArrayList<>();
            for (String party : parties) {
                NavigableMap<LocalDate, List<Event>> all = deedsOf.getOrDefault(party, Collections.emptyNavigableMap());
                NavigableMap<LocalDate, List<Event>> near =
                        day == null ? all : all.subMap(day.plusDays(from), true, day.plusDays(to), true);
                near.values().forEach(deeds -> deeds.stream().filter(seen::add).forEach(ordered::add));
            }
            return ordered;
        }

        private Event event(String id) {
            return Objects.requireNonNull(byId.get(id));
        }

        private void put(
                Event stimulus, Event response, String basis, List<Citation> words, @Nullable String symmetry) {
            String id = Ids.of("ans", stimulus.id(), response.id());
            if (answers.containsKey(id)) {
                return;
            }
            Integer low = null;
            Integer high = null;
            LocalDate s1 = first(stimulus.date());
            LocalDate s2 = last(stimulus.date());
            LocalDate r1 = first(response.date());
            LocalDate r2 = last(response.date());
            if (s1 != null
                    && s2 != null
                    && r1 != null
                    && r2 != null
                    && ChronoUnit.DAYS.between(s1, s2) <= 366
                    && ChronoUnit.DAYS.between(r1, r2) <= 366) {
                low = (int) Math.max(0, ChronoUnit.DAYS.between(s2, r1));
                high = (int) Math.max(0, ChronoUnit.DAYS.between(s1, r2));
            }
            String responder = response.actors().isEmpty()
                    ? "unknown"
                    : response.actors().get(0).actor().principal();
            answers.put(
                    id,
                    new Answer(
                            id,
                            stimulus.id(),
                            response.id(),
                            responder,
                            low,
                            high,
                            symmetry(stimulus, response, symmetry),
                            basis,
                            words));
        }

        private static Symmetry symmetry(Event stimulus, Event response, @Nullable String said) {
            if (said != null && !said.equals("unclear")) {
                return Symmetry.valueOf(said.toUpperCase(Locale.ROOT));
            }
            if (!isMaterial(stimulus) || !isMaterial(response)) {
                return Symmetry.UNCLEAR;
            }
            if (!kind(stimulus).equals(kind(response))) {
                return Symmetry.ASYMMETRIC;
            }
            Double a = count(stimulus);
            Double b = count(response);
            return a == null || b == null
                    ? (kind(stimulus).endsWith(":expel") ? Symmetry.UNCLEAR : Symmetry.SYMMETRIC)
                    : a.equals(b) ? Symmetry.SYMMETRIC : Symmetry.ASYMMETRIC;
        }

        private static @Nullable Double count(Event e) {
            return e.quantities().stream()
                    .filter(q -> q.role() == Role.COUNT)
                    .map(Claim.Quantity::value)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }

        /** What is done, so that like can be told from unlike: persons made to go, numbers cut, houses shut, relations cut. */
        private static String kind(Event e) {
            String code = e.act().code();
            for (String thing : THINGS) {
                if (code.contains(thing)) {
                    return thing.equals("consulate") || thing.equals("mission") || thing.equals("embassy")
                            ? "office"
                            : thing;
                }
            }
            return e.act().type() + ":" + e.act().mode();
        }

        private static boolean isMaterial(Event e) {
            return e.act().quad() != null
                    && e.act().quad() == 4
                    && e.factuality() != Factuality.DENIED
                    && e.factuality() != Factuality.RETRACTED;
        }

        private static boolean isMaterial(Claim c) {
            return c.act().quad() != null && c.act().quad() == 4;
        }

        private static Set<String> side(List<Claim.Party> parties) {
            Set<String> out = new TreeSet<>();
            parties.forEach(p -> out.add(p.actor().principal()));
            return out;
        }

        private boolean sameDoer(Event a, Event b) {
            return Objects.equals(doers.get(a.id()), doers.get(b.id()));
        }

        /** Whether the second is done by whom the first was done to, and to whom it was done by. */
        private boolean reversed(Event first, Event second) {
            Set<String> hit = victims.getOrDefault(first.id(), Set.of());
            Set<String> answerers = doers.getOrDefault(second.id(), Set.of());
            Set<String> answered = victims.getOrDefault(second.id(), Set.of());
            Set<String> began = doers.getOrDefault(first.id(), Set.of());
            return answerers.stream().anyMatch(hit::contains)
                    && answerers.stream().noneMatch(began::contains)
                    && (answered.isEmpty() || answered.stream().anyMatch(began::contains));
        }

        private static @Nullable LocalDate first(When when) {
            PartialDate p = when.start();
            return p == null ? null : p.first().orElse(null);
        }

        private static @Nullable LocalDate last(When when) {
            PartialDate p = when.end();
            return p == null ? null : p.last().orElse(null);
        }

        /** The day of an event that is known to a week or better. */
        private static @Nullable LocalDate day(Event e) {
            LocalDate a = first(e.date());
            LocalDate b = last(e.date());
            return a != null && b != null && ChronoUnit.DAYS.between(a, b) <= 7 ? a : null;
        }

        /** Whether the first was certainly over before the second can have begun: then it cannot answer it. */
        private static boolean before(Event first, Event second) {
            LocalDate end = last(first.date());
            LocalDate start = first(second.date());
            return end != null && start != null && end.isBefore(start);
        }

        private static boolean strictly(Event first, Event second) {
            return Objects.requireNonNull(day(first)).isBefore(Objects.requireNonNull(day(second)));
        }

        private static boolean near(Event a, Event b, int days) {
            LocalDate x = first(a.date());
            LocalDate y = first(b.date());
            return x == null || y == null || Math.abs(ChronoUnit.DAYS.between(x, y)) <= days;
        }

        private static boolean sameDay(Event a, Event b) {
            LocalDate x = day(a);
            LocalDate y = day(b);
            return x != null && y != null && Math.abs(ChronoUnit.DAYS.between(x, y)) <= 1;
        }
    }
}
