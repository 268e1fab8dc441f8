package org.demarche.reciprocity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Event;
import org.jspecify.annotations.Nullable;

/** Measures of which the words behind them say why they were taken, by a noun for an act that is told elsewhere. */
final class Reasons {
    /** "Over the raid", "because of its remarks": up to the noun that a reference can be. */
    private static final Pattern REASON = Pattern.compile(
            "\\b(over|because of|in protest (at|against|over)|citing|in response to|in retaliation for) ([\\p{L}\\p{N}'’-]+ ){0,6}?("
                    + Reference.nouns() + ")\\b");

    private final Told told;
    private final Found found;

    Reasons(Told told, Found found) {
        this.told = told;
        this.found = found;
    }

    /** "Recalled its ambassador over the raid", told elsewhere: the last act of that kind of the side that it is done to. */
    void find() {
        for (Claim claim : told.claims.values()) {
            Event answer = told.eventOf(claim);
            Citation why = answer == null || !Told.isMaterial(claim) ? null : reason(claim);
            Event cause = why == null || answer == null ? null : cause(claim, answer, why);
            if (cause != null && answer != null && why != null) {
                found.put(cause, answer, "stated", List.of(why), null);
            }
        }
    }

    /** The words behind an act that say why it was done; null where none do. */
    private static @Nullable Citation reason(Claim claim) {
        String rest = claim.sentence().quoteFrom(claim.trigger().end());
        Matcher m = REASON.matcher(rest);
        if (!m.find()) {
            return null;
        }
        int start = claim.trigger().end() + rest.codePointCount(0, m.start());
        String words = m.group();
        return new Citation(claim.document(), start, start + words.codePointCount(0, words.length()), words);
    }

    private @Nullable Event cause(Claim claim, Event answer, Citation why) {
        List<Reference> references =
                Reference.in("the " + why.quote().substring(why.quote().lastIndexOf(' ') + 1));
        List<Event> before = new ArrayList<>();
        told.in(claim).stream().map(told::eventOf).filter(Objects::nonNull).forEach(before::add);
        if (Told.day(answer) != null) {
            before.addAll(told.deedsOf(told.victims(answer), Told.day(answer), -AnswerFinder.CUE_DAYS, 0));
        }
        return before.stream()
                .filter(e -> e != answer
                        && Told.isReal(e)
                        && e.act().quad() != null
                        && e.act().quad() > 2
                        && told.reversed(e, answer)
                        && !Told.before(answer, e)
                        && Told.near(e, answer, AnswerFinder.CUE_DAYS)
                        && references.stream().anyMatch(r -> r.isTelling() && r.canBe(e.act())))
                .max(Comparator.comparing((Event e) -> String.valueOf(Told.first(e.date())))
                        .thenComparing(Event::id))
                .orElse(null);
    }
}
