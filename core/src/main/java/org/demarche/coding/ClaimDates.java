package org.demarche.coding;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.demarche.model.Citation;
import org.demarche.model.Document;
import org.demarche.model.Mention;
import org.demarche.model.PartialDate;
import org.demarche.model.Upos;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/** Gives each happening of one sentence its time expressions, and tells when it was done from when it bites. */
final class ClaimDates {
    private static final Set<String> SOME_TIME = Set.of(
            "recently",
            "twice",
            "once",
            "repeatedly",
            "previously",
            "earlier",
            "already",
            "before",
            "lately",
            "often",
            "formerly",
            "long",
            "frequently",
            "ever",
            "never",
            "always",
            "sometimes");

    private static final Set<String> POINT = Set.of("from", "since", "as of", "effective", "starting", "beginning");

    /** What stands before a noun for a happening that had come before. */
    private static final Set<String> REASONS = Set.of(
            "over",
            "after",
            "following",
            "because of",
            "due to",
            "owing to",
            "on account of",
            "in view of",
            "in the wake of");

    /** How far back a day of the week without more can lie. */
    private static final int DAYS_OF_WEEK = 7;

    private final Tree tree;
    private final Document document;
    private final SentenceTimes times;
    private final @Nullable PartialDate published;
    private final Terms terms;
    private final SceneDates scenes;

    /**
     * @param date null where the sentence gives none; {@code effective} likewise
     * @param goesOn whether it is told as lasting since then
     * @param second whether {@code effective} is a second day beside the first, which counts for what is to come only
     */
    record Dates(@Nullable When date, @Nullable When effective, boolean goesOn, boolean second) {
        Dates(@Nullable When date, @Nullable When effective, boolean goesOn) {
            this(date, effective, goesOn, false);
        }
    }

    ClaimDates(Document document, Tree tree, List<Mention.OfTime> mentions) {
        this.document = document;
        this.tree = tree;
        this.times = new SentenceTimes(document, tree, mentions);
        this.published = document.published().end();
        this.terms = new Terms(document, tree, times);
        this.scenes = new SceneDates(tree, times);
    }

    Terms terms() {
        return terms;
    }

    SceneDates scenes() {
        return scenes;
    }

    boolean isEarlier(int clause) {
        return times.isEarlier(clause);
    }

    /** The date that the words of the clause give on which another hangs; null where they give none. */
    @Nullable
    When ofGovernor(int clause) {
        int up = tree.head(clause) < 0 ? -1 : tree.clause(tree.head(clause));
        return up < 0 ? null : of(up, List.of(up), List.of()).date();
    }

    /** "Set Friday as the day on which their immunity would end", "Monday is the day when they must leave": the clause says what that day is. */
    private boolean isDay(int noun) {
        return tree.is(noun, "day", "date", "deadline")
                && (tree.preposition(noun).equals("as") || tree.child(noun, "cop") >= 0);
    }

    /** "Has agreed": what is told so goes with no day that the words give another verb. */
    private boolean isPerfect(int verb) {
        return tree.children(verb, "aux").stream()
                .anyMatch(a -> tree.is(a, "has", "have", "'ve", "’ve")
                        && !tree.form(a).equals("had")
                        && !tree.form(a).equals("having"));
    }

    /** "Its embassy, open since 1961": how long the thing had been so, not since when what is done to it is in force. */
    private boolean isOfThing(Timed time, int at) {
        int up = tree.head(time.head());
        return time.preposition().startsWith("since") && up >= 0 && up != at && !tree.isVerbal(up);
    }

    private boolean isCounted(int head) {
        return tree.children(head, "obj", "nsubj:pass").stream()
                .anyMatch(o -> !tree.children(o, "nummod").isEmpty());
    }

    /** Some time up to that day; in that year, where no more is said than the year. */
    private static @Nullable When by(@Nullable When day) {
        boolean coarse = day != null
                && day.precision() != When.Precision.DAY
                && day.precision() != When.Precision.WEEK
                && day.precision() != When.Precision.VAGUE;
        return day == null || day.end() == null || coarse
                ? day
                : new When(null, day.end(), When.Precision.VAGUE, When.Basis.INFERRED, day.citation());
    }

    /** "Closed its embassy on Monday over the arrest of …", "in retaliation for the expulsion": a noun that tells why had happened by then, on what day is not said. */
    private boolean isReason(int head) {
        boolean noun = tree.isNominal(head) && !tree.isVerbal(head);
        return noun
                && (Grammar.isAnswered(tree, head)
                        || tree.relation(head).equals("obl")
                                && REASONS.contains(tree.preposition(head).toLowerCase(Locale.ROOT))
                                && tree.isVerbal(tree.head(head)));
    }

    /** "As early as Monday", "as soon as May". */
    boolean isAtTheEarliest(When date) {
        Citation words = date.citation();
        for (int i = 3; words != null && i < tree.size(); i++) {
            if (document.cite(tree.token(i).span()).overlaps(words)) {
                return tree.is(i - 1, "as") && tree.is(i - 2, "early", "soon") && tree.is(i - 3, "as");
            }
        }
        return false;
    }

    /** From that day on; from the next such day of the week where the last one is over. */
    When atTheEarliest(When date) {
        PartialDate start = date.start();
        Optional<LocalDate> day = start == null || !start.isDay() ? Optional.empty() : start.first();
        Optional<LocalDate> report = published == null ? Optional.empty() : published.last();
        if (day.isPresent()
                && report.isPresent()
                && date.basis() == When.Basis.RELATIVE_REPORT
                && !day.get().isAfter(report.get())
                && day.get().isAfter(report.get().minusDays(DAYS_OF_WEEK))) {
            start = PartialDate.of(day.get().plusDays(DAYS_OF_WEEK));
        }
        return new When(start, null, When.Precision.VAGUE, date.basis(), date.citation());
    }

    /** "Recently", "twice", "earlier this month": of no day in particular. */
    private boolean isOfSomeTime(int head) {
        return tree.children(tree.clause(head), "advmod").stream().anyMatch(a -> SOME_TIME.contains(tree.lemma(a)));
    }

    /** "After Lagos closed its consulate in 2004, Accra broke off relations": some time from then on. */
    private @Nullable When sinceBefore(int head) {
        for (int clause : tree.children(tree.clause(head), "advcl")) {
            boolean after = tree.children(clause, "mark").stream().anyMatch(m -> tree.is(m, "after"));
            if (!after || Apart.of(tree, clause, times.lengths()) != null) {
                continue;
            }
            for (Timed time : times.all()) {
                if (!times.isHeader(time)
                        && time.isDate()
                        && !times.isDeadline(time)
                        && times.belongs(time, clause, List.of(clause), clause)) {
                    When when = times.cited(time);
                    return when.start() == null || when.start().hasYear() != hasYear(published)
                            ? null
                            : new When(
                                    when.start(),
                                    published,
                                    When.Precision.VAGUE,
                                    When.Basis.INFERRED,
                                    when.citation());
                }
            }
        }
        return null;
    }

    private static boolean hasYear(@Nullable PartialDate date) {
        return date == null || date.hasYear();
    }

    /** "Had left by Sunday", "by Sunday all were gone": the day up to which it was done, not one on which it is to be. */
    private boolean isDoneBy(Timed time, int head) {
        if (!time.preposition().equalsIgnoreCase("by") || time.isDuration()) {
            return false;
        }
        boolean had =
                tree.children(head, "aux").stream().anyMatch(a -> tree.form(a).equals("had"));
        boolean past = tree.token(head).xpos().equals("VBD")
                || tree.children(head, "aux:pass", "cop").stream().anyMatch(a -> tree.is(a, "was", "were"));
        return had || past && time.head() < head;
    }

    /**
     * @param heads every word of the sentence that carries an act, so that one does not take the date of another
     * @param words the fixed words of the act, some of which may be verbs themselves ("told to go on 14 March")
     */
    Dates of(int head, List<Integer> heads, List<Integer> words) {
        times.wanted(words);
        Apart apart = Apart.of(tree, head, times.lengths());
        if (apart != null
                && apart.governor() != head
                && times.all().stream().noneMatch(t -> !t.isDuration() && times.hangs(t.head(), head))) {
            return new Dates(apart.from(of(apart.governor(), heads, List.of()).date()), null, false);
        }
        if (isReason(head) && times.all().stream().noneMatch(t -> times.hangs(t.head(), head))) {
            return new Dates(by(of(tree.clause(head), heads, List.of()).date()), null, false);
        }
        Timed date = null;
        Timed effective = null;
        Timed doneBy = null;
        Timed other = null;
        boolean perfect = isPerfect(head);
        boolean anyDay = perfect || isOfSomeTime(head);
        int at = head;
        boolean inherited = false;
        boolean named = false;
        for (int steps = 0; at >= 0 && steps < 10; steps++) {
            for (Timed time : times.all()) {
                if (!times.belongs(time, at, heads, head)) {
                    continue;
                }
                if (times.isLimit(time) || anyDay && times.isHeader(time)) {
                    continue;
                }
                boolean deadline = named || times.isDeadline(time);
                if (deadline && at == head && date == null && isDoneBy(time, head)) {
                    doneBy = time;
                } else if (deadline && effective == null && !inherited && !isOfThing(time, at)) {
                    effective = time;
                } else if (!deadline && (date == null || (date.isRelative() || date.isCoarse()) && time.isAbsolute())) {
                    date = time;
                } else if (!deadline && at == head && time.isDay() && date != time) {
                    other = time;
                }
            }
            if (date != null || doneBy != null) {
                break;
            }
            int up = tree.head(at);
            String relation = tree.relation(at);
            boolean told = relation.equals("acl") && tree.deprel(at).equals("acl:relcl");
            named |= told && isDay(up);
            if (up < 0 || told && !named || times.isEarlier(at)) {
                break;
            }
            if (relation.equals("conj") && (perfect && at == head || ownTime(at, heads, head))) {
                break;
            }
            at = up;
            inherited = tree.isVerbal(up) && heads.contains(up) && !relation.equals("conj");
        }
        if (date == null && doneBy != null) {
            When by = times.cited(doneBy);
            return new Dates(
                    new When(null, by.end(), When.Precision.VAGUE, by.basis(), by.citation()),
                    effective == null || effective.isDuration() ? null : point(effective),
                    false);
        }
        if (date == null) {
            date = thatWhen(head);
        }
        if (date == null && !perfect) {
            date = together(head, heads);
        }
        if (date == null) {
            date = leading(head, anyDay);
        }
        if (date == null && !perfect) {
            date = simultaneous(head, heads);
        }
        if (date == null) {
            date = source();
        }
        if (date == null && effective == null && !anyDay) {
            date = only(head, heads);
        }
        if (date == null || times.isHeader(date)) {
            When since = sinceBefore(head);
            if (since != null) {
                return new Dates(since, effective == null || effective.isDuration() ? null : point(effective), false);
            }
        }
        if (effective == null && date == null) {
            for (Timed time : times.all()) {
                if (times.isDeadline(time)
                        && time.head() > head
                        && times.nearest(time, heads) == head
                        && !times.inRelative(time.head(), head)
                        && !times.isOfThing(time, head)) {
                    effective = time;
                }
            }
        }
        When done = date == null ? null : times.cited(date);
        if (effective == null && date == null) {
            effective = shared(head, heads);
        }
        boolean length = effective != null && effective.isDuration();
        When bites = effective == null || length ? null : point(effective);
        boolean goesOn = effective != null && effective.preposition().startsWith("since");
        if (goesOn && perfect && done == null && bites != null && bites.start() != null && isCounted(head)) {
            // "Has expelled six since Monday": one after the other, from that day to the report.
            return new Dates(
                    new When(bites.start(), published, When.Precision.VAGUE, When.Basis.INFERRED, bites.citation()),
                    null,
                    false);
        }
        When second = other == null || done == null || bites != null ? null : times.cited(other);
        return new Dates(done, second != null ? second : bites, goesOn, second != null);
    }

    /** "The break came a day after Oslo closed …": so long before the act of which the text has just told; null where nothing says so. */
    @Nullable
    When beforeTold(int head, When told) {
        Apart apart = Apart.of(tree, head, times.lengths());
        return apart != null && apart.governor() != head && tree.is(apart.governor(), "come", "follow")
                ? apart.from(told)
                : null;
    }

    /** "From 1 November", "since May": in force on that day, and after it. */
    private When point(Timed time) {
        When when = times.cited(time);
        PartialDate start = when.start();
        boolean begins =
                POINT.contains(time.preposition()) || time.preposition().startsWith("as of");
        if (start == null || !begins || when.precision() == When.Precision.VAGUE) {
            return when;
        }
        String words = time.mention().when().citation() == null
                ? ""
                : time.mention().when().citation().quote().toLowerCase(Locale.ROOT);
        boolean first =
                words.startsWith("the beginning of") || words.startsWith("the start of") || words.startsWith("early ");
        if (first && start.month() > 0 && start.day() == 0) {
            start = new PartialDate(start.year(), start.month(), 1);
            return new When(start, start, When.Precision.DAY, when.basis(), when.citation());
        }
        return new When(start, start, when.precision(), when.basis(), when.citation());
    }

    /** "Twenty years ago, when both sides signed …": the clause with "when" is of the time that it hangs on. */
    private @Nullable Timed thatWhen(int head) {
        int at = tree.clause(head);
        for (int steps = 0; at >= 0 && steps < 4; steps++) {
            int up = tree.head(at);
            if (up < 0) {
                return null;
            }
            if (tree.hasChild(at, "when")) {
                for (Timed time : times.all()) {
                    boolean on = time.head() == up
                            || time.mention().span().overlaps(tree.token(up).span());
                    boolean beside = time.head() < at
                            && at - time.head() <= 8
                            && tree.head(time.head()) == up
                            && tree.is(tree.first(at), "when")
                            && time.head() == tree.first(at) - 2;
                    if ((on || beside) && time.isUsable() && time.isDate()) {
                        return time;
                    }
                }
            }
            at = tree.clause(up);
            if (at == up && tree.head(up) < 0) {
                return null;
            }
        }
        return null;
    }

    /** "Closed the border and barred aircraft on Monday": a time at the end is of the verbs before it too, if they have one subject. */
    private @Nullable Timed together(int head, List<Integer> heads) {
        Timed found = null;
        for (int other : tree.children(head, "conj")) {
            if (!tree.isVerbal(other)
                    || tree.child(other, "nsubj", "nsubj:pass") >= 0
                    || !tree.token(other).xpos().equals(tree.token(head).xpos())) {
                continue;
            }
            for (Timed time : times.all()) {
                if (time.head() > other
                        && !times.isDeadline(time)
                        && !times.isLimit(time)
                        && times.belongs(time, other, heads, other)) {
                    found = time;
                }
            }
        }
        return found;
    }

    /** "Is going to suspend its work, and its licence will be revoked from 1 November": what is foretold together begins together. */
    private @Nullable Timed shared(int head, List<Integer> heads) {
        for (int other : tree.children(tree.clause(head), "conj")) {
            if (!foretold(other)) {
                continue;
            }
            for (Timed time : times.all()) {
                if (time.head() > other
                        && times.isDeadline(time)
                        && !time.isDuration()
                        && times.belongs(time, other, heads, other)) {
                    return foretold(tree.clause(head)) || ahead(head) ? time : null;
                }
            }
        }
        int up = tree.head(head);
        return up >= 0 && tree.relation(head).equals("xcomp") && ahead(head) ? shared(up, heads) : null;
    }

    private boolean foretold(int verb) {
        return tree.children(verb, "aux").stream().anyMatch(a -> tree.is(a, "will", "would", "shall", "'ll"))
                || ahead(verb);
    }

    /** "Is going to", "is to". */
    private boolean ahead(int verb) {
        int up = tree.head(verb);
        return tree.is(verb, "go") && tree.children(verb, "xcomp").stream().anyMatch(x -> tree.hasChild(x, "to"))
                || up >= 0
                        && tree.relation(verb).equals("xcomp")
                        && tree.form(up).equals("going");
    }

    private boolean ownTime(int at, List<Integer> heads, int head) {
        for (Timed time : times.all()) {
            if (times.belongs(time, at, heads, head) && !times.isDeadline(time)) {
                return true;
            }
        }
        return false;
    }

    /** The date of a clause with "when" is that of the clause it belongs to. */
    private @Nullable Timed simultaneous(int head, List<Integer> heads) {
        for (int clause : tree.children(head, "advcl")) {
            if (!tree.hasChild(clause, "when")) {
                continue;
            }
            for (Timed time : times.all()) {
                if (!times.isDeadline(time) && times.belongs(time, clause, heads, clause)) {
                    return time;
                }
            }
        }
        return null;
    }

    /** The one date of a sentence is that of its main act. */
    private @Nullable Timed only(int head, List<Integer> heads) {
        Timed found = null;
        for (Timed time : times.all()) {
            if (time.isUsable()
                    && !times.isDeadline(time)
                    && !times.isLimit(time)
                    && time.mention().type() != Mention.OfTime.Type.SET) {
                if (found != null) {
                    return null;
                }
                found = time;
            }
        }
        boolean main = tree.head(head) < 0 && heads.stream().allMatch(h -> h == head || tree.dominates(head, h));
        if (found != null && (times.inRelative(found.head(), head) || times.isOther(found, head, head))) {
            return null;
        }
        return main && found != null && found.head() > head && times.nearest(found, heads) == head ? found : null;
    }

    /** The day of the paper that a statement is quoted from: "… (Kommersant, 19 October)". */
    private @Nullable Timed source() {
        for (Timed time : times.all()) {
            int head = time.head();
            if (!time.isUsable() || time.mention().type() != Mention.OfTime.Type.DATE) {
                continue;
            }
            boolean named = false;
            for (int i = head - 1; i >= Math.max(0, head - 8); i--) {
                if (tree.form(i).equals("(")) {
                    if (named) {
                        return time;
                    }
                    break;
                }
                named |= tree.upos(i) == Upos.PROPN
                        && !time.mention().span().overlaps(tree.token(i).span());
            }
        }
        return null;
    }

    /** A date at the front of the sentence dates what follows. */
    private @Nullable Timed leading(int head, boolean anyDay) {
        int firstVerb = tree.size();
        for (int i = 0; i < tree.size(); i++) {
            if (tree.upos(i) == Upos.VERB) {
                firstVerb = i;
                break;
            }
        }
        for (Timed time : times.all()) {
            if (time.isUsable()
                    && !(anyDay && times.isHeader(time))
                    && time.head() < firstVerb
                    && time.head() < head
                    && time.mention().type() != Mention.OfTime.Type.SET
                    && !times.isDeadline(time)
                    && tree.headOf(time.mention().span()) < 8
                    && !times.isLimit(time)
                    && tree.deprel(tree.clause(head)).indexOf("relcl") < 0) {
                return time;
            }
        }
        return null;
    }
}
