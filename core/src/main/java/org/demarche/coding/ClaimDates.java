package org.demarche.coding;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.demarche.model.Citation;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.model.Mention;
import org.demarche.model.PartialDate;
import org.demarche.model.Span;
import org.demarche.model.Upos;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/** Gives each happening of one sentence its time expressions, and tells when it was done from when it bites. */
final class ClaimDates {
    private static final Set<String> DEADLINE =
            Set.of("by", "from", "within", "as of", "effective", "starting", "beginning", "before", "no later than");

    /** What holds up to a day, which says nothing of when it began: a deadline only for those who are given it. */
    private static final Set<String> LIMIT = Set.of("until", "till", "through", "up to");

    private static final Set<String> POINT = Set.of("from", "since", "as of", "effective", "starting", "beginning");

    /** So many words before "since" a superlative or "first" makes it a comparison. */
    private static final int COMPARING = 8;

    private final Document document;
    private final Tree tree;
    private final List<Timed> times = new ArrayList<>();
    private final List<Mention.OfTime> lengths;
    private final Map<Integer, Integer> seconds = new HashMap<>();
    private List<Integer> own = List.of();

    /** A dated expression and the word that heads it. */
    private record Timed(Mention.OfTime mention, int head, String preposition) {
        boolean isDuration() {
            return mention.type() == Mention.OfTime.Type.DURATION;
        }
    }

    /**
     * @param date null where the sentence gives none; {@code effective} likewise
     * @param goesOn whether it is told as lasting since then
     */
    record Dates(@Nullable When date, @Nullable When effective, boolean goesOn) {}

    ClaimDates(Document document, Tree tree, List<Mention.OfTime> mentions) {
        this.document = document;
        this.tree = tree;
        this.lengths = mentions.stream()
                .filter(m -> m.type() == Mention.OfTime.Type.DURATION)
                .toList();
        Citation header = document.published().citation();
        List<Timed> ofHeader = new ArrayList<>();
        for (Mention.OfTime mention : mentions) {
            int head = tree.headOf(mention.span());
            if (head >= 0) {
                Timed time = new Timed(mention, head, preposition(mention.span(), head));
                if (time.preposition().startsWith("since") && compares(mention.span())) {
                    continue;
                }
                boolean dateline = header != null && header.overlaps(document.cite(mention.span()));
                (dateline ? ofHeader : times).add(time);
            }
        }
        // The line with place and day at the head of a report dates its first sentence only where that gives no day
        // itself.
        if (times.stream().noneMatch(t -> isDay(t.mention()))) {
            times.addAll(0, ofHeader);
        }
    }

    /** "The first such break since 1976", "the worst losses since the war": how long nothing like it was done, not when this was. */
    private boolean compares(Span span) {
        int first = tree.words(span).get(0);
        for (int i = first - 1; i >= Math.max(0, first - COMPARING); i--) {
            boolean clause = tree.upos(i) == Upos.VERB || tree.upos(i) == Upos.AUX;
            if (clause || tree.form(i).equals(";") || tree.form(i).equals(":")) {
                return false;
            }
            String tag = tree.token(i).xpos();
            boolean most = (tag.equals("JJS") || tag.equals("RBS")) && !tree.is(i, "least", "latest");
            if (most || tree.is(i, "first", "only")) {
                return true;
            }
        }
        return false;
    }

    /** A day of the calendar or of the week, whether or not it can be told which. */
    private static boolean isDay(Mention.OfTime mention) {
        return mention.type() == Mention.OfTime.Type.DATE
                && (mention.when().precision() == When.Precision.DAY || isWeekday(mention));
    }

    private static boolean isWeekday(Mention.OfTime mention) {
        Citation words = mention.when().citation();
        if (words == null || mention.when().isKnown()) {
            return false;
        }
        String text = words.quote().toLowerCase(Locale.ROOT);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (text.endsWith(day.name().toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private String preposition(Span span, int head) {
        String own = tree.preposition(head);
        if (!own.isEmpty()) {
            return own;
        }
        // The mention may hold its preposition, or the tree may hang it elsewhere: look at the words themselves.
        int first = -1;
        for (int i = 0; i < tree.size(); i++) {
            if (tree.token(i).span().overlaps(span)) {
                first = i;
                break;
            }
        }
        if (first < 0) {
            return "";
        }
        if (DEADLINE.contains(tree.form(first)) || tree.is(first, "since", "on", "in", "after")) {
            return tree.form(first);
        }
        return first > 0
                        && (tree.upos(first - 1) == Upos.ADP
                                || tree.upos(first - 1) == Upos.SCONJ
                                || tree.upos(first - 1) == Upos.VERB
                                || tree.upos(first - 1) == Upos.ADJ)
                ? tree.form(first - 1)
                : "";
    }

    boolean isEmpty() {
        return times.isEmpty();
    }

    /**
     * @param heads every word of the sentence that carries an act, so that one does not take the date of another
     * @param words the fixed words of the act, some of which may be verbs themselves ("told to go on 14 March")
     */
    Dates of(int head, List<Integer> heads, List<Integer> words) {
        own = words;
        Apart apart = Apart.of(tree, head, lengths);
        if (apart != null
                && apart.governor() != head
                && times.stream().noneMatch(t -> !t.isDuration() && hangs(t.head(), head))) {
            return new Dates(apart.from(of(apart.governor(), heads, List.of()).date()), null, false);
        }
        Timed date = null;
        Timed effective = null;
        int at = head;
        boolean inherited = false;
        for (int steps = 0; at >= 0 && steps < 10; steps++) {
            for (Timed time : times) {
                if (!belongs(time, at, heads, head)) {
                    continue;
                }
                if (isLimit(time)) {
                    continue;
                }
                boolean deadline = isDeadline(time);
                if (deadline && effective == null && !inherited) {
                    effective = time;
                } else if (!deadline && date == null) {
                    date = time;
                }
            }
            if (date != null) {
                break;
            }
            int up = tree.head(at);
            String relation = tree.relation(at);
            if (up < 0 || relation.equals("acl") && tree.deprel(at).equals("acl:relcl") || isEarlier(at)) {
                break;
            }
            if (relation.equals("conj") && ownTime(at, heads, head)) {
                break;
            }
            at = up;
            inherited = tree.isVerbal(up) && heads.contains(up) && !relation.equals("conj");
        }
        if (date == null) {
            date = thatWhen(head);
        }
        if (date == null) {
            date = together(head, heads);
        }
        if (date == null) {
            date = leading(head);
        }
        if (date == null) {
            date = simultaneous(head, heads);
        }
        if (date == null) {
            date = source();
        }
        if (date == null && effective == null) {
            date = only(head, heads);
        }
        if (effective == null && date == null) {
            for (Timed time : times) {
                if (isDeadline(time)
                        && time.head() > head
                        && nearest(time, heads) == head
                        && !inRelative(time.head(), head)) {
                    effective = time;
                }
            }
        }
        When done = date == null ? null : cited(date);
        if (effective == null && date == null) {
            effective = shared(head, heads);
        }
        boolean length = effective != null && effective.isDuration();
        When bites = effective == null || length ? null : point(effective);
        boolean goesOn = effective != null && effective.preposition().startsWith("since");
        return new Dates(done, bites, goesOn);
    }

    /** "From 1 November", "since May": in force on that day, and after it. */
    private When point(Timed time) {
        When when = cited(time);
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

    /** "Within seven days", "48 hours to leave", "a month to comply": so long after the act, or after the report where the act has no day. */
    @Nullable
    When term(int head, When done) {
        for (Timed time : times) {
            if (!time.isDuration() || !hangs(time.head(), head) || !isTerm(time)) {
                continue;
            }
            if (done.citation() != null && !done.isKnown()) {
                return null;
            }
            When counted = Term.after(time.mention().value(), done, document.published());
            When cited = cited(time);
            boolean ofReport = counted == null || counted.basis() == When.Basis.RELATIVE_REPORT;
            if (ofReport && cited.isKnown()) {
                return cited;
            }
            return counted == null
                    ? null
                    : new When(counted.start(), counted.end(), counted.precision(), counted.basis(), cited.citation());
        }
        return null;
    }

    /** "Matched the figure within days": the time after a day in which something was done; null where no such length is said. */
    @Nullable
    When after(int head, When day) {
        for (Timed time : times) {
            if (!time.isDuration()
                    || !time.preposition().equals("within")
                    || !hangs(time.head(), head)
                    || isGiven(time)) {
                continue;
            }
            When counted = Term.after(time.mention().value(), day, Dateline.UNKNOWN);
            if (counted != null) {
                return new When(
                        counted.start(),
                        counted.end(),
                        When.Precision.VAGUE,
                        counted.basis(),
                        cited(time).citation());
            }
        }
        return null;
    }

    private boolean isTerm(Timed time) {
        if (time.preposition().equals("within")) {
            return true;
        }
        int clause = tree.clause(time.head());
        if (time.preposition().equals("in")) {
            return tree.children(clause, "aux").stream().anyMatch(a -> tree.is(a, "will", "would", "must", "to"))
                    || tree.hasChild(clause, "to");
        }
        return isGiven(time);
    }

    private boolean isGiven(Timed time) {
        int up = tree.head(time.head());
        boolean given = up >= 0
                && (tree.relation(time.head()).matches("obj|iobj|nsubj|xcomp|ccomp")
                        || tree.deprel(time.head()).equals("obl:unmarked"))
                && tree.is(up, "give", "have", "get", "grant", "allow");
        boolean infinitive = tree.children(time.head(), "acl").stream().anyMatch(a -> tree.hasChild(a, "to"))
                || up >= 0
                        && tree.children(up, "xcomp", "advcl", "ccomp").stream().anyMatch(a -> tree.hasChild(a, "to"));
        return given && infinitive || tree.preposition(time.head()).isEmpty() && given;
    }

    /** Whether a word hangs on another with no other clause between that is not part of the act. */
    private boolean hangs(int at, int head) {
        int up = at;
        for (int steps = 0; up >= 0 && steps < 8; steps++) {
            if (up == head) {
                return true;
            }
            boolean other =
                    tree.deprel(up).equals("acl:relcl") || tree.relation(up).matches("parataxis|conj");
            if (other && tree.isVerbal(up)) {
                return false;
            }
            up = tree.head(up);
        }
        return false;
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
                for (Timed time : times) {
                    boolean on = time.head() == up
                            || time.mention().span().overlaps(tree.token(up).span());
                    boolean beside = time.head() < at
                            && at - time.head() <= 8
                            && tree.head(time.head()) == up
                            && tree.is(tree.first(at), "when")
                            && time.head() == tree.first(at) - 2;
                    if ((on || beside) && usable(time) && time.mention().type() == Mention.OfTime.Type.DATE) {
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
            for (Timed time : times) {
                if (time.head() > other && !isDeadline(time) && !isLimit(time) && belongs(time, other, heads, other)) {
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
            for (Timed time : times) {
                if (time.head() > other
                        && isDeadline(time)
                        && !time.isDuration()
                        && belongs(time, other, heads, other)) {
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

    /** The time of the main clause of the sentence that tells what was done then; null where there is none. */
    @Nullable
    When scene(Realis realis) {
        When out = null;
        for (Timed time : times) {
            boolean dated = time.mention().type() == Mention.OfTime.Type.DATE
                    && (isDay(time.mention()) || time.mention().when().isKnown());
            if (!dated || isDeadline(time) || isLimit(time)) {
                continue;
            }
            int verb = tree.clause(time.head());
            if (verb < 0 || !main(verb) || !realis.isPast(verb)) {
                continue;
            }
            out = cited(time);
        }
        return out;
    }

    boolean namesDay() {
        return times.stream()
                .anyMatch(t -> t.mention().type() == Mention.OfTime.Type.DATE
                        && !isDeadline(t)
                        && tree.clause(t.head()) >= 0
                        && main(tree.clause(t.head())));
    }

    /** Whether a clause is a main one, or one that says what came when. */
    private boolean main(int verb) {
        int at = verb;
        for (int steps = 0; steps < 6; steps++) {
            if (tree.head(at) < 0) {
                return true;
            }
            boolean when = tree.relation(at).equals("advcl") && tree.hasChild(at, "when");
            if (!tree.relation(at).matches("conj|parataxis|ccomp|xcomp|root") && !when) {
                return false;
            }
            at = tree.clause(tree.head(at));
        }
        return false;
    }

    /** Whether the clauses above a word, or its own, tell when by themselves; how long something takes does not. */
    boolean tells(int head) {
        for (Timed time : times) {
            boolean dates =
                    !time.isDuration() && !isDeadline(time) && time.mention().type() != Mention.OfTime.Type.SET;
            int clause = tree.clause(time.head());
            if (dates && clause >= 0 && (tree.dominates(clause, head) || completes(clause, tree.clause(head)))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a clause is another or a complement of it ("agreed to return the envoys in July"). */
    private boolean completes(int clause, int head) {
        int at = clause;
        for (int steps = 0; at >= 0 && steps < 5; steps++) {
            if (at == head) {
                return true;
            }
            if (tree.head(at) < 0
                    || !tree.relation(at).matches("xcomp|ccomp|advcl|conj")
                    || tree.relation(at).equals("advcl") && !tree.hasChild(at, "to")) {
                return false;
            }
            at = tree.clause(tree.head(at));
        }
        return false;
    }

    /** The day up to which something is to hold ("only until spring"), or null. */
    @Nullable
    When limit(int head) {
        for (Timed time : times) {
            if (isLimit(time) && !time.isDuration() && time.mention().when().isKnown() && hangs(time.head(), head)) {
                return cited(time);
            }
        }
        return null;
    }

    private boolean isLimit(Timed time) {
        if (!LIMIT.contains(time.preposition().toLowerCase(Locale.ROOT))) {
            return false;
        }
        int up = tree.head(time.head());
        return up < 0 || !tree.is(up, "give", "have", "get", "grant", "allow");
    }

    /** Whether a clause tells what had come before that on which it hangs. */
    boolean isEarlier(int clause) {
        return tree.relation(clause).equals("advcl")
                && tree.children(clause, "mark").stream().anyMatch(m -> tree.is(m, "after"));
    }

    private boolean ownTime(int at, List<Integer> heads, int head) {
        for (Timed time : times) {
            if (belongs(time, at, heads, head) && !isDeadline(time)) {
                return true;
            }
        }
        return false;
    }

    private When cited(Timed time) {
        When when = time.mention().when();
        return new When(
                when.start(),
                when.end(),
                when.precision(),
                when.basis(),
                document.cite(time.mention().span()));
    }

    /** Whether a time hangs on a word, not on another happening below it. */
    private boolean belongs(Timed time, int at, List<Integer> heads, int head) {
        if (time.mention().type() == Mention.OfTime.Type.SET || !usable(time)) {
            return false;
        }
        int owner = secondClause(time.head());
        if (owner >= 0 && owner != at) {
            return false;
        }
        if (owner == at) {
            return true;
        }
        int up = tree.head(time.head());
        for (int steps = 0; up >= 0 && steps < 5; steps++) {
            if (up == at) {
                return true;
            }
            boolean part = at == head && own.contains(up);
            if (!part && (tree.isVerbal(up) || heads.contains(up) && up != head)) {
                return false;
            }
            up = tree.head(up);
        }
        return false;
    }

    /** The verb of a co-ordinated clause before whose verb a time stands ("…, and in May it closed"), or -1. */
    private int secondClause(int time) {
        return seconds.computeIfAbsent(time, this::findSecondClause);
    }

    private int findSecondClause(int time) {
        for (int i = time + 1; i < tree.size(); i++) {
            if (tree.relation(i).equals("conj") && tree.isVerbal(i) && tree.upos(i) != Upos.NOUN) {
                int and = tree.child(i, "cc");
                if (and >= 0 && and < time) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** The date of a clause with "when" is that of the clause it belongs to. */
    private @Nullable Timed simultaneous(int head, List<Integer> heads) {
        for (int clause : tree.children(head, "advcl")) {
            if (!tree.hasChild(clause, "when")) {
                continue;
            }
            for (Timed time : times) {
                if (!isDeadline(time) && belongs(time, clause, heads, clause)) {
                    return time;
                }
            }
        }
        return null;
    }

    /** The one date of a sentence is that of its main act. */
    private @Nullable Timed only(int head, List<Integer> heads) {
        Timed found = null;
        for (Timed time : times) {
            if (usable(time)
                    && !isDeadline(time)
                    && !isLimit(time)
                    && time.mention().type() != Mention.OfTime.Type.SET) {
                if (found != null) {
                    return null;
                }
                found = time;
            }
        }
        boolean main = tree.head(head) < 0 && heads.stream().allMatch(h -> h == head || tree.dominates(head, h));
        if (found != null && inRelative(found.head(), head)) {
            return null;
        }
        return main && found != null && found.head() > head && nearest(found, heads) == head ? found : null;
    }

    private boolean inRelative(int at, int head) {
        for (int up = at, steps = 0; up >= 0 && up != head && steps < 12; up = tree.head(up), steps++) {
            if (tree.deprel(up).equals("acl:relcl")) {
                return true;
            }
        }
        return false;
    }

    /** The day of the paper that a statement is quoted from: "… (Kommersant, 19 October)". */
    private @Nullable Timed source() {
        for (Timed time : times) {
            int head = time.head();
            if (!usable(time) || time.mention().type() != Mention.OfTime.Type.DATE) {
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

    private static boolean usable(Timed time) {
        return time.mention().when().isKnown() || isWeekday(time.mention());
    }

    private boolean isDeadline(Timed time) {
        String preposition = time.preposition().toLowerCase(Locale.ROOT);
        return DEADLINE.contains(preposition)
                || preposition.startsWith("as of")
                || preposition.startsWith("since")
                || LIMIT.contains(preposition) && !isLimit(time)
                || preposition.equals("in") && time.mention().type() == Mention.OfTime.Type.DURATION;
    }

    /** A date at the front of the sentence dates what follows. */
    private @Nullable Timed leading(int head) {
        int firstVerb = tree.size();
        for (int i = 0; i < tree.size(); i++) {
            if (tree.upos(i) == Upos.VERB) {
                firstVerb = i;
                break;
            }
        }
        for (Timed time : times) {
            if (usable(time)
                    && time.head() < firstVerb
                    && time.head() < head
                    && time.mention().type() != Mention.OfTime.Type.SET
                    && !isDeadline(time)
                    && tree.headOf(time.mention().span()) < 8
                    && !isLimit(time)
                    && tree.deprel(tree.clause(head)).indexOf("relcl") < 0) {
                return time;
            }
        }
        return null;
    }

    private int nearest(Timed time, List<Integer> heads) {
        int best = -1;
        for (int head : heads) {
            if (head < time.head() && head > best) {
                best = head;
            }
        }
        return best;
    }
}
