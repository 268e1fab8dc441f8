package org.demarche.reciprocity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Event;
import org.demarche.model.Factuality;
import org.jspecify.annotations.Nullable;

/** What sentences say in so many words: this act answers that one. */
final class Cues {
    /** How many sentences back the act lies that a cue answers without naming it. */
    private static final int NEAR_SENTENCES = 3;

    private final Told told;
    private final Found found;

    Cues(Told told, Found found) {
        this.told = told;
        this.found = found;
    }

    void stated() {
        Map<String, List<Citation>> words = new TreeMap<>();
        Map<String, Event[]> pairs = new TreeMap<>();
        Map<String, String> symmetry = new TreeMap<>();
        for (Claim claim : told.claims.values()) {
            for (Claim.ResponseCue cue : claim.cues()) {
                Event own = told.eventOf(claim);
                Event other = own == null ? null : other(claim, own, cue);
                if (own == null || other == null || other == own || !isResponder(claim, cue)) {
                    continue;
                }
                Event stimulus = cue.answers() ? other : own;
                Event response = cue.answers() ? own : other;
                if (Told.before(response, stimulus) || response.factuality() == Factuality.DENIED) {
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
        pairs.forEach((key, pair) -> found.put(
                pair[0],
                pair[1],
                "stated",
                words.getOrDefault(key, List.of()).stream().distinct().sorted().toList(),
                symmetry.get(key)));
    }

    /** The act on the other end of a cue: the one it names, or the last one of the other side that the report tells of before. */
    private @Nullable Event other(Claim claim, Event own, Claim.ResponseCue cue) {
        if (cue.other() != null) {
            Citation at = cue.other();
            return told.in(claim).stream()
                    .filter(c -> c.trigger().overlaps(at))
                    .map(c -> told.eventOf(c))
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
        for (Claim c : told.in(claim)) {
            Event e = told.eventOf(c);
            int back = claim.sentenceIndex() - c.sentenceIndex();
            boolean there = c.document().equals(claim.document()) && back >= 0 && back <= NEAR_SENTENCES && c != claim;
            if (!there
                    || e == null
                    || e == own
                    || Told.before(own, e)
                    || !Told.near(e, own, AnswerFinder.CUE_DAYS)
                    || Told.isMaterial(claim) && !Told.isMaterial(c) && !(Told.isHostile(c) && back <= 1)) {
                continue;
            }
            boolean theirs = named.isEmpty()
                    ? back <= 1 ? Told.provoked(c, claim) : told.reversed(e, own)
                    : isOf(named, c)
                            && Claim.Party.principals(c.actors()).stream()
                                    .noneMatch(Claim.Party.principals(claim.actors())::contains);
            if (theirs) {
                long far = (Told.isMaterial(claim) && !Told.isMaterial(c) ? NEAR_SENTENCES + 1 : back) * 100_000L
                        + Math.abs((long) c.trigger().start() - claim.trigger().start());
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
        LocalDate at = Told.day(own);
        if (references.isEmpty() || at == null) {
            return null;
        }
        Set<String> hit = told.victims(own);
        List<Event> before = new ArrayList<>(told.deedsOf(hit, at, -AnswerFinder.TIT_FOR_TAT_DAYS, 0));
        told.in(claim).stream()
                .map(c -> told.eventOf(c))
                .filter(e -> e != null && Told.day(e) != null && !Told.isMaterial(e))
                .forEach(e -> before.add(Objects.requireNonNull(e)));
        return before.stream()
                .filter(e -> e != own
                        && Told.isReal(e)
                        && !Objects.requireNonNull(Told.day(e)).isAfter(at)
                        && Told.near(e, own, AnswerFinder.TIT_FOR_TAT_DAYS)
                        && told.reversed(e, own)
                        && references.stream().anyMatch(r -> r.canBe(e.act())))
                .max(Comparator.comparing((Event e) -> Objects.requireNonNull(Told.day(e)))
                        .thenComparing(Event::id))
                .orElse(null);
    }

    /** What a cue is followed by, up to the next mark of punctuation: " to the expulsion of its envoy"; empty where nothing is named. */
    private static String phrase(Claim claim, Claim.ResponseCue cue) {
        String rest = claim.sentence().quoteFrom(cue.citation().end());
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
        told.names(claim.document()).forEach((name, principal) -> {
            if (phrase.contains(name) && !Claim.Party.principals(claim.actors()).contains(principal)) {
                out.add(principal);
            }
        });
        return out;
    }

    /** Whether one of them did it; of a fight either side did it. */
    private static boolean isOf(Set<String> parties, Claim c) {
        boolean fight = "ASSAULT".equals(c.act().type());
        return Claim.Party.principals(c.actors()).stream().anyMatch(parties::contains)
                || fight && Claim.Party.principals(c.recipients()).stream().anyMatch(parties::contains);
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

    /** Where the cue itself is an act ("matched the figure"), whoever does that answers, and nobody else. */
    private boolean isResponder(Claim claim, Claim.ResponseCue cue) {
        for (Claim c : told.in(claim)) {
            boolean isCue = c.document().equals(claim.document()) && c.trigger().overlaps(cue.citation()) && c != claim;
            if (isCue
                    && !Claim.Party.principals(c.actors()).isEmpty()
                    && Claim.Party.principals(c.actors()).stream()
                            .noneMatch(Claim.Party.principals(claim.actors())::contains)) {
                return !cue.answers();
            }
        }
        return true;
    }
}
