package org.demarche.reciprocity;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.demarche.model.Answer;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Event;
import org.demarche.model.Factuality;
import org.jspecify.annotations.Nullable;

/**
 * Finds which act answered which. Stated where a sentence says so; it is cited. Inferred where a rule says so; it is named:
 *
 * <ul>
 *   <li>{@code tit-for-tat}: the other side does the same kind of thing to the first within 30 days, both days known;
 *   <li>{@code same-package}: done by the same side on the same day as an act that is stated to answer;
 *   <li>{@code refusal}, {@code acceptance}: what is asked, offered, threatened or laid on somebody, or brought up with him, and his answer in
 *       the same or the next sentence;
 *   <li>{@code denial}: an accusation and its denial by the accused, or a deed and its denial by who is said to have done it, told in one
 *       report close together, or where the words say that it is an accusation that is denied;
 *   <li>{@code counter-suit}, {@code ruling}: a suit, and the other side's suit or the court's word;
 *   <li>{@code told in turn}: like for like, the one told right after the other; a measure and the promise to answer it;
 *   <li>{@code told-after}: one sentence tells the act as coming soon after an act of the other side against the first, or against a third,
 *       of the same temper; where it says that it was because of it, or that the one brought about the other, it is stated;
 *   <li>{@code reaction}: an act against a thing, and what the one it was done to says of it, naming that thing, or taking up that act by
 *       a noun ("the expulsion", "the move") after the report told it; a friendly act, and who welcomes it;
 *   <li>{@code third party's reaction}, {@code third party's measure}: a deed, and what somebody says of it or does about it to whom it was
 *       not done; stated where it is "in solidarity".
 * </ul>
 *
 * Never before what it answers.
 */
public final class AnswerFinder {
    /** Acts further apart than this answer each other only where a report says so. Diplomatic expulsions are answered in days to weeks. */
    static final int TIT_FOR_TAT_DAYS = 30;

    /** Before an act: it was done before what was told. */
    private static final Pattern TOLD_BACK =
            Pattern.compile("\\b(had|earlier|previously|before|after|following)\\b[^,;]*$");

    private static final Pattern VOW = Pattern.compile(
            "(?i)\\b(retaliat\\w+|reciproc\\w+|respond|response|counter-?measures?|answer|mirror|in kind|hit back)\\b");

    /** How far back a cue without a named act reaches. */
    static final int CUE_DAYS = 75;

    /** The answers among events; {@code claims} are those of the events. */
    public List<Answer> find(List<Claim> claims, List<Event> events) {
        return new Search(claims, events).all();
    }

    /** One run over one set of events. */
    private static final class Search {
        private final Told all;

        /** Without what only a model proposes: words may say that it answers, but nothing is inferred from it. */
        private final Told told;

        private final Found found = new Found();

        Search(List<Claim> claims, List<Event> events) {
            this.all = new Told(claims, events);
            Set<String> proposed = claims.stream()
                    .filter(Claim::isProposed)
                    .map(Claim::id)
                    .collect(Collectors.toCollection(TreeSet::new));
            this.told = proposed.isEmpty()
                    ? all
                    : new Told(
                            claims.stream().filter(c -> !c.isProposed()).toList(),
                            events.stream()
                                    .filter(e -> e.claims().isEmpty() || !proposed.containsAll(e.claims()))
                                    .toList());
        }

        List<Answer> all() {
            new Cues(all, found).stated();
            packages();
            Replies replies = new Replies(told, found);
            replies.refusals();
            replies.acceptances();
            replies.denials();
            new Reactions(told, found).find();
            new Bystanders(told, found).find();
            sequences();
            new Reasons(told, found).find();
            titForTat();
            inTurn();
            replies.suits();
            return found.all();
        }

        /** What the responder did on the same day as a stated answer answers the same. */
        private void packages() {
            Map<String, Answer> first = new LinkedHashMap<>();
            for (Answer a : found.soFar()) {
                String key = told.doers(all.event(a.response())) + "@" + Told.day(all.event(a.response()));
                Answer other = first.get(key);
                if (other == null || weight(a) > weight(other)) {
                    first.put(key, a);
                }
            }
            for (Answer a : first.values()) {
                Event stimulus = all.event(a.stimulus());
                Event response = all.event(a.response());
                Set<String> responders = told.doers(response);
                for (Event e : told.deedsOf(responders, Told.day(response), -1, 1)) {
                    if (e != response
                            && e != stimulus
                            && Told.isMaterial(e)
                            && Told.isMaterial(response)
                            && Told.isMaterial(stimulus)
                            && told.sameDoer(e, response)
                            && told.reversed(stimulus, e)
                            && Told.sameDay(e, response)
                            && !Told.before(e, stimulus)) {
                        found.put(stimulus, e, "inferred: same-package", a.citations(), null);
                    }
                }
            }
        }

        /** How much is told of what was answered: a package is tied to the act that most claims tell. */
        private int weight(Answer a) {
            return all.event(a.stimulus()).claims().size();
        }

        /** "Expelled two, hours after the other side had": what one sentence tells as coming after an act of the other side, the first behind the words that say so. */
        private void sequences() {
            for (Claim response : told.claims.values()) {
                Map<Citation, Claim> firsts = new LinkedHashMap<>();
                for (Claim stimulus : told.in(response)) {
                    if (stimulus.sentenceIndex() == response.sentenceIndex() && isSequel(stimulus, response)) {
                        Sequence.of(stimulus, response)
                                .ifPresent(s -> firsts.merge(
                                        s.words(),
                                        stimulus,
                                        (a, b) -> a.trigger().compareTo(b.trigger()) <= 0 ? a : b));
                    }
                }
                firsts.values()
                        .forEach(stimulus -> Sequence.of(stimulus, response)
                                .ifPresent(s -> found.put(
                                        Objects.requireNonNull(told.eventOf(stimulus)),
                                        Objects.requireNonNull(told.eventOf(response)),
                                        s.isCause() ? "stated" : "inferred: told-after",
                                        List.of(s.words()),
                                        null)));
            }
        }

        /** "Peru expelled two Chileans. Chile expelled two Peruvians ten days later": like for like, told one right after the other. */
        private void inTurn() {
            for (Claim response : told.claims.values()) {
                Event answer = told.eventOf(response);
                boolean vow = isVow(response);
                Claim stimulus = answer == null || !Told.isMaterial(response) && !vow ? null : before(response);
                Event cause = stimulus == null ? null : told.eventOf(stimulus);
                if (answer != null
                        && cause != null
                        && cause != answer
                        && Told.isMaterial(cause)
                        && (vow || Told.isMaterial(answer) && Found.kind(cause).equals(Found.kind(answer)))
                        && told.reversed(cause, answer)
                        && (vow || !told.victims(answer).isEmpty())
                        && !Told.before(answer, cause)
                        && Told.near(cause, answer, CUE_DAYS)) {
                    found.put(cause, answer, "inferred: told in turn", List.of(response.trigger()), null);
                }
            }
        }

        /** "Promised to retaliate", "will take countermeasures": that an answer comes is an answer. */
        private static boolean isVow(Claim claim) {
            return "THREATEN".equals(claim.act().type())
                    && VOW.matcher(claim.sentence()
                                    .quote()
                                    .substring(claim.sentence()
                                            .quoteTo(claim.trigger().start())
                                            .length()))
                            .find();
        }

        /** The measure that the same or the last sentence tells last before another; null where that other is told as done before. */
        private @Nullable Claim before(Claim response) {
            String head =
                    response.sentence().quoteTo(response.trigger().start()).toLowerCase(Locale.ROOT);
            if (TOLD_BACK.matcher(head).find()) {
                return null;
            }
            return told.in(response).stream()
                    .filter(c -> c != response
                            && Told.isMaterial(c)
                            && c.trigger().start() < response.trigger().start()
                            && response.sentenceIndex() - c.sentenceIndex() <= 1)
                    .max(Comparator.comparing(Claim::trigger))
                    .orElse(null);
        }

        private boolean isSequel(Claim stimulus, Claim response) {
            Event cause = told.eventOf(stimulus);
            Event answer = told.eventOf(response);
            return cause != null
                    && answer != null
                    && cause != answer
                    && !isCharged(stimulus, response)
                    && sameTemper(cause, answer)
                    && (told.reversed(cause, answer) || told.sidesAgainst(cause, answer))
                    && !Told.before(answer, cause)
                    && Told.near(cause, answer, CUE_DAYS);
        }

        /** "Accused it of breaking the truce within hours": what somebody is accused of does not answer that he is. */
        private static boolean isCharged(Claim stimulus, Claim response) {
            return "ACCUSE".equals(stimulus.act().type()) && response.factuality() == Factuality.ALLEGED;
        }

        /** Both friendly or both hostile, and both done or said indeed. */
        private static boolean sameTemper(Event a, Event b) {
            Integer first = a.act().quad();
            Integer second = b.act().quad();
            return first != null && second != null && first > 2 == second > 2 && Told.isReal(a) && Told.isReal(b);
        }

        private void titForTat() {
            for (Event response : told.events) {
                if (!Told.isMaterial(response) || Told.day(response) == null) {
                    continue;
                }
                String kind = Found.kind(response);
                Event stimulus = null;
                Set<String> hit = told.victims(response);
                for (Event e : told.deedsOf(hit, Told.day(response), -TIT_FOR_TAT_DAYS, -1)) {
                    if (e != response
                            && Told.day(e) != null
                            && Found.kind(e).equals(kind)
                            && told.reversed(e, response)
                            && Told.strictly(e, response)
                            && Told.near(e, response, TIT_FOR_TAT_DAYS)
                            && (stimulus == null
                                    || Objects.requireNonNull(Told.day(e))
                                            .isAfter(Objects.requireNonNull(Told.day(stimulus))))) {
                        stimulus = e;
                    }
                }
                if (stimulus != null) {
                    found.put(
                            stimulus,
                            response,
                            "inferred: tit-for-tat within " + TIT_FOR_TAT_DAYS + " days",
                            List.of(),
                            null);
                }
            }
        }
    }
}
