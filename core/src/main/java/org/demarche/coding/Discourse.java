package org.demarche.coding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Mention;
import org.demarche.model.Mentions;
import org.demarche.model.PartialDate;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/** What a reader has in mind of the document so far: who it is about, and which acts it has told. Used by one thread. */
final class Discourse {
    private static final int RECENT = 6;

    /** What one does to those with whom one is not at odds. */
    private static final Set<String> FRIENDLY = Set.of("SUPPORT", "AID", "COOPERATE");

    private static final int NEWS_DAYS = 31;

    private final Map<String, Actor> actors = new LinkedHashMap<>();
    private final List<String> byFrequency;
    private final List<Mention.OfTime> times;
    private final List<Claim> claims = new ArrayList<>();
    private final Map<Integer, Boolean> answering = new HashMap<>();
    private final Map<LocalDate, Optional<PartialDate>> firstNews = new HashMap<>();
    private @Nullable Scene scene;
    private @Nullable Scene ahead;
    private @Nullable Scene first;
    private final Titles titles;
    private int lastOfLead;
    private @Nullable Agenda agenda;
    private @Nullable Actor subject;
    private int subjectAt;

    Discourse(Document document, Mentions mentions) {
        this.titles = new Titles(document, mentions.actors());
        this.times = mentions.times();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Mention.OfActor mention : mentions.actors()) {
            actors.putIfAbsent(mention.actor().id(), mention.actor());
            if (isSide(mention.actor())) {
                counts.merge(mention.actor().principal(), 1, Integer::sum);
            }
        }
        byFrequency = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether an actor can be a side of state: a state, an organisation, or one that acts for either. */
    static boolean isSide(Actor actor) {
        return actor.kind() == Actor.Kind.STATE
                || actor.kind() == Actor.Kind.ORGANISATION
                || actor.id().indexOf('/') > 0;
    }

    Map<String, Actor> actors() {
        return actors;
    }

    void add(Claim claim) {
        claims.add(claim);
        if (scene != null && claim.date().equals(scene.when())) {
            scene = scene.with(claim);
        }
    }

    /** The text goes on to another day. */
    void turn(Scene next) {
        scene = next;
        if (first == null && next.isDay()) {
            first = next;
        }
    }

    /** A new paragraph of a report goes back to the day of its news, if what was told last had come only shortly before. */
    void paragraph(int sentence) {
        if (first != null && scene != null && scene.isShortlyBefore(first)) {
            scene = new Scene(first.when(), sentence - 1, first.sides());
        }
    }

    /** The list that the text is in, or null. */
    @Nullable
    Agenda agenda() {
        return agenda;
    }

    /** A list begins, or is over. */
    void agenda(@Nullable Agenda next) {
        agenda = next;
    }

    /** The titles that the text gives to people. */
    Titles titles() {
        return titles;
    }

    /**
     * The first day that the text names, which a lead without a day is of where the same side acts.
     *
     * @param lead index of the last sentence of the lead
     */
    void ahead(@Nullable Scene first, int lead) {
        ahead = first;
        lastOfLead = lead;
    }

    /** The day that the text has got to; at its beginning, the first one that it is soon to name; or null. */
    @Nullable
    Scene scene(int sentence) {
        boolean lead = ahead != null && sentence < ahead.sentence() && sentence <= lastOfLead;
        return scene == null && lead ? ahead : scene;
    }

    /** The last act that a sentence tells, or null. */
    @Nullable
    Claim lastOf(int sentence) {
        Claim last = claims.isEmpty() ? null : claims.get(claims.size() - 1);
        return last != null && last.sentenceIndex() == sentence ? last : null;
    }

    /** Who has just acted against another: "Lima will not let him back. Meetings are suspended"; null where nobody has. */
    @Nullable
    Actor goingOn(int sentence) {
        Claim last = recent(sentence, 1).findFirst().orElse(null);
        if (last == null
                || last.sentenceIndex() == sentence
                || !"SANCTION".equals(last.act().type())
                || !last.factuality().counts()
                || Sides.distinct(last.actors()) != 1) {
            return null;
        }
        return principal(last.actors().get(0).actor());
    }

    /** The acts told up to here, newest first, of this sentence and of so many before it. */
    private Stream<Claim> recent(int sentence, int reach) {
        return IntStream.iterate(claims.size() - 1, i -> i >= 0, i -> i - 1)
                .mapToObj(claims::get)
                .takeWhile(c -> sentence - c.sentenceIndex() <= reach);
    }

    /** The last act of a code in so many sentences; or null. */
    @Nullable
    Claim last(String act, int sentence, int reach) {
        return recent(sentence, reach)
                .filter(c -> c.act().code().equals(act))
                .findFirst()
                .orElse(null);
    }

    /** The last act of a code, not long before, with those to whom it was done; or null. */
    @Nullable
    Claim lastLike(String act, int sentence) {
        for (int i = claims.size() - 1; i >= 0; i--) {
            Claim claim = claims.get(i);
            if (sentence - claim.sentenceIndex() > RECENT) {
                break;
            }
            if (claim.act().code().equals(act) && !claim.recipients().isEmpty() && !answers(claim, i)) {
                return claim;
            }
        }
        return null;
    }

    /** What others join in when they "follow suit": the last sanction that was no answer to one. */
    @Nullable
    Claim firstMove(int sentence) {
        Claim answer = null;
        for (int i = claims.size() - 1; i >= 0; i--) {
            Claim claim = claims.get(i);
            if (sentence - claim.sentenceIndex() > RECENT) {
                break;
            }
            if (!"SANCTION".equals(claim.act().type())
                    || claim.actors().isEmpty()
                    || claim.recipients().isEmpty()) {
                continue;
            }
            if (!answers(claim, i)) {
                boolean joined =
                        answer != null && sentence - answer.sentenceIndex() == 1 && isOfAnotherKind(answer, claim);
                return first(answer != null && joined ? answer : claim);
            }
            answer = answer == null ? claim : answer;
        }
        return answer == null ? null : first(answer);
    }

    /** Whether the sentence that tells an answer tells no act of the kind of the first move: it may be joined in itself. */
    private boolean isOfAnotherKind(Claim answer, Claim move) {
        return claims.stream()
                .filter(c -> c.sentenceIndex() == answer.sentenceIndex())
                .noneMatch(c -> c.act().code().equals(move.act().code()));
    }

    /** The first of the acts that a sentence tells of the same sides: the others say how it was done. */
    private Claim first(Claim claim) {
        return claims.stream()
                .filter(c -> c.sentenceIndex() == claim.sentenceIndex()
                        && "SANCTION".equals(c.act().type())
                        && c.factuality() == claim.factuality()
                        && principals(c.actors()).equals(principals(claim.actors()))
                        && !c.recipients().isEmpty())
                .findFirst()
                .orElse(claim);
    }

    private static List<String> principals(List<Claim.Party> parties) {
        return parties.stream().map(p -> p.actor().principal()).sorted().toList();
    }

    /** Whether an act is the answer to one told before it; worked out once for each. */
    private boolean answers(Claim claim, int at) {
        return answering.computeIfAbsent(at, k -> isAnswer(claim, k));
    }

    private boolean isAnswer(Claim claim, int at) {
        for (int i = at - 1; i >= 0; i--) {
            Claim other = claims.get(i);
            if (claim.sentenceIndex() - other.sentenceIndex() > RECENT) {
                return false;
            }
            if ("SANCTION".equals(other.act().type())
                    && among(other.actors(), claim.recipients())
                    && among(other.recipients(), claim.actors())) {
                return true;
            }
        }
        return false;
    }

    private static boolean among(List<Claim.Party> some, List<Claim.Party> others) {
        return some.stream()
                .anyMatch(p -> others.stream()
                        .anyMatch(q -> q.actor().principal().equals(p.actor().principal())));
    }

    /** Who the main clause of a sentence is about, or null. */
    void subject(@Nullable Actor actor, int sentence) {
        if (actor != null) {
            subject = actor;
            subjectAt = sentence;
        }
    }

    /** Whom a pronoun that begins a sentence stands for: the subject of the one before, or who acted last. */
    @Nullable
    Actor lastSubject(int sentence) {
        if (subject != null && sentence - subjectAt <= 1 && subject.kind() != Actor.Kind.PEOPLE) {
            return subject;
        }
        return recent(sentence, RECENT)
                .filter(c -> !c.actors().isEmpty())
                .map(c -> c.actors().get(0).actor())
                .findFirst()
                .orElse(null);
    }

    /** To whom a side did its last act, in the sentence before or in this one; empty where it did none. */
    List<Claim.Party> suffering(String principal, int sentence) {
        return recent(sentence, 3)
                .filter(c -> !c.recipients().isEmpty() && Sides.anyOf(c.actors(), Set.of(principal)))
                .findFirst()
                .map(c -> c.recipients().stream()
                        .map(p -> new Claim.Party(principal(p.actor()), null))
                        .toList())
                .orElse(List.of());
    }

    /**
     * The time of an act that is news in a report: since the first dated act of the weeks before the report, until the report; unknown
     * where the report is undated or dates no such act.
     */
    When recently(@Nullable PartialDate published) {
        if (published == null || published.last().isEmpty()) {
            return When.UNKNOWN;
        }
        LocalDate end = published.last().get();
        PartialDate first = firstNews.computeIfAbsent(end, this::firstNews).orElse(null);
        return first == null || first.equals(published)
                ? When.UNKNOWN
                : new When(first, published, When.Precision.VAGUE, When.Basis.INFERRED, null);
    }

    /** The first day that the text names of the weeks before a day. */
    private Optional<PartialDate> firstNews(LocalDate end) {
        PartialDate first = null;
        for (Mention.OfTime time : times) {
            PartialDate start = time.when().start();
            if (start != null && start.isDay() && start.first().isPresent()) {
                LocalDate day = start.first().get();
                boolean near = !day.isAfter(end) && day.isAfter(end.minusDays(NEWS_DAYS));
                if (near
                        && (first == null
                                || first.first().isEmpty()
                                || day.isBefore(first.first().get()))) {
                    first = start;
                }
            }
        }
        return Optional.ofNullable(first);
    }

    /** With whom a side has been at odds or in talks in the sentences just before: to whom an answer of it goes. */
    List<Claim.Party> opponent(String principal, int sentence) {
        return recent(sentence, RECENT)
                .filter(c -> !FRIENDLY.contains(String.valueOf(c.act().type())))
                .map(c -> others(across(c, principal), principal))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Those on the other end of an act that a side did or suffered; a court to which it went is no side of the quarrel. */
    private static List<Claim.Party> across(Claim claim, String principal) {
        List<Claim.Party> found = Sides.anyOf(claim.recipients(), Set.of(principal))
                ? claim.actors()
                : Sides.anyOf(claim.actors(), Set.of(principal)) ? claim.recipients() : List.of();
        return !claim.act().code().equals("investigate")
                ? found
                : found.stream()
                        .filter(p -> p.actor().kind() != Actor.Kind.ORGANISATION)
                        .toList();
    }

    /** The one side against which others than this have just acted, each on its own; empty where it was several, or this side itself. */
    List<Claim.Party> target(String principal, int sentence) {
        List<Claim> acts = recent(sentence, 3)
                .filter(c -> "SANCTION".equals(c.act().type())
                        && !c.recipients().isEmpty()
                        && !Sides.anyOf(c.actors(), Set.of(principal)))
                .toList();
        List<Claim.Party> out = acts.stream()
                .flatMap(c -> others(c.recipients(), "").stream())
                .distinct()
                .toList();
        return out.size() == 1 && !Sides.allOf(out, principal) ? out : List.of();
    }

    /** The one side from which others than this have just withdrawn; empty where there is none, or where this side was told of as well. */
    List<Claim.Party> shunned(String principal, int sentence) {
        Claim last = recent(sentence, 2)
                .filter(c -> "SANCTION".equals(c.act().type())
                        && "withdraw".equals(c.act().mode())
                        && !c.recipients().isEmpty())
                .findFirst()
                .orElse(null);
        if (last == null || Sides.anyOf(last.actors(), Set.of(principal))) {
            return List.of();
        }
        List<Claim.Party> out =
                others(last.recipients(), principal).stream().distinct().toList();
        return out.size() == 1 ? out : List.of();
    }

    /** The sides among some that are not this one, as those for whom they act. */
    private List<Claim.Party> others(List<Claim.Party> parties, String principal) {
        return parties.stream()
                .filter(p -> isSide(p.actor()) && !p.actor().principal().equals(principal))
                .map(p -> new Claim.Party(principal(p.actor()), null))
                .toList();
    }

    /** The last act of the kind that calls for answers, or null. */
    @Nullable
    Claim lastSanction(int sentence) {
        return recent(sentence, RECENT)
                .filter(c -> "SANCTION".equals(c.act().type())
                        && !c.actors().isEmpty()
                        && !c.recipients().isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** The first act of the last sentence before this one that told any, if it has a day. */
    @Nullable
    Claim lastDated(int sentence) {
        List<Claim> before = recent(sentence, RECENT)
                .filter(c -> c.sentenceIndex() != sentence)
                .toList();
        Claim first = before.stream()
                .filter(c -> c.sentenceIndex() == before.get(0).sentenceIndex())
                .reduce((later, earlier) -> earlier)
                .orElse(null);
        return first != null && first.date().precision() == When.Precision.DAY ? first : null;
    }

    /** The last harm that somebody else did to others, told not long before or, if it was violent, wherever in the report; or null. */
    @Nullable
    Claim lastDeed(Set<String> others, boolean violent, int sentence) {
        Set<String> harms = violent ? Set.of("ASSAULT", "COERCE") : Set.of("SANCTION", "COERCE", "ASSAULT", "MOBILIZE");
        return recent(sentence, violent ? sentence : RECENT)
                .filter(c -> c.act().type() != null && harms.contains(c.act().type()))
                .filter(c -> c.actors().stream().anyMatch(p -> isSide(p.actor())) && !Sides.anyOf(c.actors(), others))
                .findFirst()
                .orElse(null);
    }

    /** Whom the report said to be accused of what a noun names: "the cyberattack". */
    List<Claim.Party> accusedOf(String noun, int sentence) {
        return recent(sentence, RECENT)
                .filter(c -> c.act().code().equals("accuse")
                        && Arrays.asList(c.sentence()
                                        .quote()
                                        .toLowerCase(Locale.ROOT)
                                        .split("\\W+"))
                                .contains(noun))
                .map(c -> c.recipients().stream()
                        .filter(p -> isSide(p.actor()))
                        .map(p -> new Claim.Party(principal(p.actor()), null))
                        .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    List<Claim> claims() {
        return claims;
    }

    /** Who last acted against one of these, in the sentences just before. */
    @Nullable
    Actor adversary(Set<String> owners, int sentence) {
        Actor found = adversary(owners, sentence, Set.of("SANCTION"));
        return found == null ? adversary(owners, sentence, Set.of("ACCUSE")) : found;
    }

    private @Nullable Actor adversary(Set<String> owners, int sentence, Set<String> types) {
        return recent(sentence, RECENT)
                .filter(c -> Sides.anyOf(c.recipients(), owners)
                        && !Sides.anyOf(c.actors(), owners)
                        && !c.actors().isEmpty()
                        && isSide(c.actors().get(0).actor())
                        && c.act().type() != null
                        && types.contains(c.act().type()))
                .map(c -> principal(c.actors().get(0).actor()))
                .findFirst()
                .orElse(null);
    }

    /** Who did all that the last sentences tell, if it was one side and none of these: a statement goes on about what it did. */
    @Nullable
    Actor narrator(Set<String> owners, int sentence) {
        List<Claim> before = recent(sentence, 3)
                .filter(c -> !c.actors().isEmpty() && isSide(c.actors().get(0).actor()))
                .toList();
        if (before.size() < 2) {
            return null;
        }
        Actor one = principal(before.get(0).actors().get(0).actor());
        return !owners.contains(one.principal())
                        && before.stream().allMatch(c -> Sides.allOf(c.actors(), one.principal()))
                ? one
                : null;
    }

    /** Against whom one of these acted last, who may have struck back; null where that was nobody or several. */
    @Nullable
    Actor struckBy(Set<String> owners, int sentence) {
        Claim last = recent(sentence, RECENT)
                .filter(c -> Sides.anyOf(c.actors(), owners)
                        && "SANCTION".equals(c.act().type())
                        && !c.recipients().isEmpty())
                .findFirst()
                .orElse(null);
        if (last == null) {
            return null;
        }
        Actor first = principal(last.recipients().get(0).actor());
        return Sides.allOf(last.recipients(), first.principal()) ? first : null;
    }

    /** The actor for whom another acts: itself where the document does not name it. */
    Actor principal(Actor actor) {
        Actor found = actors.get(actor.principal());
        return found == null ? actor : found;
    }

    /** The other of the two sides that the document is about, or null where these are none of the two. */
    @Nullable
    Actor counterpart(Set<String> owners) {
        if (byFrequency.size() < 2) {
            return null;
        }
        String first = byFrequency.get(0);
        String second = byFrequency.get(1);
        if (owners.contains(first) && !owners.contains(second)) {
            return any(second);
        }
        if (owners.contains(second) && !owners.contains(first)) {
            return any(first);
        }
        return null;
    }

    private @Nullable Actor any(String principal) {
        Actor exact = actors.get(principal);
        if (exact != null) {
            return exact;
        }
        for (Actor actor : actors.values()) {
            if (actor.principal().equals(principal)) {
                return actor;
            }
        }
        return null;
    }
}
