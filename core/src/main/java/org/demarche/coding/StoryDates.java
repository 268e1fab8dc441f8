package org.demarche.coding;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.demarche.model.Claim;
import org.demarche.model.Days;
import org.demarche.model.Document;
import org.demarche.model.Factuality;
import org.demarche.model.PartialDate;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/** The date of an act from what the text has told before, where its own words give none. */
final class StoryDates {

    /** How many sentences the same side goes on acting on the same day. */
    private static final int SAME_SCENE = 6;

    /** How many sentences after a day what is done is still news of the days after it. */
    private static final int NEAR_SCENE = 4;

    private final Document document;
    private final Sentence sentence;
    private final Discourse discourse;
    private final Tree tree;
    private final Realis realis;
    private final ClaimDates dates;

    StoryDates(Reading reading) {
        this.document = reading.document();
        this.sentence = reading.sentence();
        this.discourse = reading.discourse();
        this.tree = reading.tree();
        this.realis = reading.realis();
        this.dates = reading.dates();
    }

    /**
     * The date of an act whose own words give none: the day that the text has got to, where the same side goes on acting or speaking, or the words say
     * that it was done together with what was told; otherwise, for news, the time between that day and the report.
     */
    When of(
            int head,
            List<Claim.Party> actors,
            List<Claim.Attribution> words,
            Factuality factuality,
            ClaimDates.Dates own,
            boolean material) {
        boolean settled = factuality == Factuality.ASSERTED || factuality == Factuality.DENIED;
        When answered = settled && own.date() == null ? answered(head) : null;
        if (answered != null) {
            return answered;
        }
        boolean counts = factuality == Factuality.ASSERTED
                || factuality == Factuality.PLANNED
                || factuality == Factuality.DEMANDED;
        Claim last = discourse.lastOf(sentence.index());
        if (counts && (dates.isEarlier(tree.clause(head)) || isOfWhatWent(head))) {
            When main = dates.ofGovernor(tree.clause(head));
            When later =
                    main != null && main.precision() == When.Precision.DAY ? main : last == null ? null : last.date();
            return later == null || later.end() == null || later.precision() != When.Precision.DAY
                    ? When.UNKNOWN
                    : new When(null, later.end(), When.Precision.VAGUE, When.Basis.INFERRED, null);
        }
        if (counts && isHoursLater(head)) {
            When day = dayBefore();
            PartialDate told = day == null || day.precision() != When.Precision.DAY ? null : day.end();
            if (told != null && told.hasYear()) {
                PartialDate next = PartialDate.of(told.first().orElseThrow().plusDays(1));
                return new When(told, next, When.Precision.VAGUE, When.Basis.RELATIVE_ACT, null);
            }
        }
        if (!counts || dates.scenes().tells(head) && !together(head)) {
            return factuality == Factuality.ASSERTED && realis.isPerfect(head)
                    ? discourse.recently(document.published().end())
                    : When.UNKNOWN;
        }
        if (own.goesOn()) {
            return When.UNKNOWN;
        }
        When beside = beside(head, actors);
        if (beside != null) {
            return beside;
        }
        Scene scene = discourse.scene(sentence.index());
        boolean perfect = realis.isPerfect(head);
        if (scene == null) {
            return factuality == Factuality.ASSERTED && perfect
                    ? discourse.recently(document.published().end())
                    : When.UNKNOWN;
        }
        if (realis.isPluperfect(head)) {
            return scene.until(document.published());
        }
        Set<String> sides = Sides.principals(actors);
        words.stream()
                .filter(w -> w.actor() != null)
                .forEach(w -> sides.add(Objects.requireNonNull(w.actor()).principal()));
        boolean past = realis.isPast(head);
        boolean said = !words.isEmpty();
        int since = sentence.index() - scene.sentence();
        boolean near = since <= 1;
        if (since < 0) {
            // A headline tells in the present what the lead tells in the past.
            boolean headline = sentence.index() == 0 && realis.isPresent(head);
            return (past || perfect || headline) && scene.hasAny(sides)
                    ? scene.same().withBasis(scene.when().isKnown() ? When.Basis.INFERRED : When.Basis.UNKNOWN)
                    : perfect ? discourse.recently(document.published().end()) : When.UNKNOWN;
        }
        if (together(head) && near
                || scene.isDay() && (past || said) && since <= SAME_SCENE && scene.hasAny(sides) && !isLater(head)) {
            return scene.same();
        }
        if (perfect) {
            // "Has ruled it out": at some time before the report, whatever day was told of last.
            return scene.isNews(document.published())
                    ? discourse.recently(document.published().end())
                    : When.UNKNOWN;
        }
        if (past && near && scene.isDay() && scene.sides().isEmpty() && !isLater(head)) {
            return scene.same();
        }
        if (material && since > NEAR_SCENE) {
            return When.UNKNOWN;
        }
        boolean news = past || said || own.effective() == null && realis.isPresent(head);
        When between = news ? scene.since(document.published()) : When.UNKNOWN;
        // What still is so on the day of the report need not have begun on it.
        return past && !material || !Days.of(between).isDay() ? between : When.UNKNOWN;
    }

    /**
     * "In 2001 … Peru expelled two in return", "Peru summoned him at the time but did not expel him": in the year or month of what was told before, where
     * that is all that is told of it.
     */
    private @Nullable When answered(int head) {
        int clause = tree.clause(head);
        for (int steps = 0; tree.relation(clause).equals("conj") && tree.head(clause) >= 0 && steps < 4; steps++) {
            clause = tree.clause(tree.head(clause));
        }
        boolean back = false;
        for (int i = Math.max(1, tree.first(clause)); i <= tree.last(clause) && i < tree.size(); i++) {
            back |= tree.is(i, "return", "response", "retaliation", "kind", "reply") && tree.is(i - 1, "in");
            back |= i > 1 && tree.is(i, "time") && tree.is(i - 1, "the", "that") && tree.is(i - 2, "at");
        }
        Claim last = back ? discourse.lastOf(sentence.index() - 1) : null;
        if (last == null || last.date().start() == null || !realis.isPast(head)) {
            return null;
        }
        When when = last.date();
        boolean coarse = when.precision() == When.Precision.MONTH || when.precision() == When.Precision.YEAR;
        return coarse ? new When(when.start(), when.end(), when.precision(), When.Basis.RELATIVE_ACT, null) : null;
    }

    /** "… within days: the bureau was shut": what follows a colon, or a verb of the same side, is of the time of what it follows. */
    private @Nullable When beside(int head, List<Claim.Party> actors) {
        Claim last = discourse.lastOf(sentence.index());
        if (last == null
                || !last.date().isKnown()
                || last.factuality() != Factuality.ASSERTED
                || isAside(last, head)
                || !realis.isPast(head)) {
            return null;
        }
        boolean same = Sides.anyOf(last.actors(), Sides.principals(actors));
        int clause = tree.clause(head);
        When when = last.date();
        return same && tree.relation(clause).matches("parataxis|conj|root")
                ? new When(when.start(), when.end(), when.precision(), When.Basis.RELATIVE_ACT, null)
                : null;
    }

    /** "Kenya, which broke with Benin in 2016, expelled …": what a relative clause tells has a time of its own. */
    private boolean isAside(Claim told, int head) {
        Span words = document.span(told.trigger());
        for (int i = 0; i < tree.size(); i++) {
            if (!tree.token(i).span().overlaps(words)) {
                continue;
            }
            for (int up = i, steps = 0; up >= 0 && up != head && steps < 12; up = tree.head(up), steps++) {
                if (tree.deprel(up).equals("acl:relcl")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The day of the act told just before in this sentence, else that which the text has got to; null where there is none. */
    @Nullable
    When dayBefore() {
        Claim last = discourse.lastOf(sentence.index());
        if (last != null && last.date().precision() == When.Precision.DAY) {
            return last.date();
        }
        Scene scene = discourse.scene(sentence.index());
        int since = scene == null ? 0 : sentence.index() - scene.sentence();
        return scene == null || since > 1 || since < 0 ? null : scene.when();
    }

    /** "The flight came after weeks of quarrels in which both expelled envoys": told of what had gone before. */
    private boolean isOfWhatWent(int head) {
        int at = tree.clause(head);
        for (int steps = 0; at >= 0 && steps < 4 && tree.relation(at).equals("conj"); steps++) {
            at = tree.head(at);
        }
        int noun = at >= 0 && tree.deprel(at).equals("acl:relcl") ? tree.head(at) : -1;
        for (int steps = 0; noun >= 0 && steps < 4 && tree.isNominal(noun); steps++) {
            if (Set.of("after", "following").contains(tree.preposition(noun))) {
                return true;
            }
            noun = tree.head(noun);
        }
        return false;
    }

    /** "Hours later", "moments afterwards". */
    private boolean isHoursLater(int head) {
        int clause = tree.clause(head);
        for (int i = tree.first(clause); i < tree.last(clause) && i + 1 < tree.size(); i++) {
            if (tree.is(i, "hour", "minute", "moment") && tree.is(i + 1, "later", "afterwards", "afterward", "after")) {
                return i + 2 >= tree.size() || tree.is(i + 1, "later", "afterwards", "afterward");
            }
        }
        return false;
    }

    private boolean isLater(int head) {
        return tree.children(tree.clause(head), "advmod").stream()
                .anyMatch(a -> tree.is(a, "later", "subsequently", "eventually", "afterwards", "ultimately"));
    }

    private boolean together(int head) {
        int clause = tree.clause(head);
        for (int i = tree.first(clause); i <= tree.last(clause) && i < tree.size(); i++) {
            if (tree.is(i, "also", "simultaneously", "moreover", "furthermore", "additionally")
                    || tree.is(i, "same") && i + 1 < tree.size() && tree.is(i + 1, "time")
                    || tree.is(i, "addition") && i > 0 && tree.is(i - 1, "in")
                    || tree.is(i, "top") && i > 0 && tree.is(i - 1, "on")) {
                return true;
            }
        }
        return false;
    }
}
