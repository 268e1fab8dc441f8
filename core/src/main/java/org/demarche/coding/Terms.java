package org.demarche.coding;

import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/** The terms within which an order is to be carried out or an answer came. */
final class Terms {
    private final Document document;
    private final Tree tree;
    private final SentenceTimes times;

    Terms(Document document, Tree tree, SentenceTimes times) {
        this.document = document;
        this.tree = tree;
        this.times = times;
    }

    /** "Within seven days", "48 hours to leave", "a month to comply": so long after the act, or after the report where the act has no day. */
    @Nullable
    When term(int head, When done) {
        for (Timed time : times.all()) {
            if (!time.isDuration()
                    || !times.hangs(time.head(), head)
                    || !isTerm(time)
                    || isOfEarlier(time.head(), head)) {
                continue;
            }
            boolean coarse = done.precision() == When.Precision.MONTH || done.precision() == When.Precision.YEAR;
            if (done.citation() != null && (!done.isKnown() || coarse)) {
                return null;
            }
            When counted = Term.after(time.mention().value(), done, document.published());
            When cited = times.cited(time);
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
        for (Timed time : times.all()) {
            if (!time.isDuration()
                    || !time.preposition().equals("within")
                    || !times.hangs(time.head(), head)
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
                        times.cited(time).citation());
            }
        }
        return null;
    }

    /** "Left after being given 72 hours": the term of what had come before. */
    private boolean isOfEarlier(int word, int head) {
        int at = word;
        for (int steps = 0; at >= 0 && at != head && steps < tree.size(); steps++) {
            if (times.isEarlier(at)) {
                return true;
            }
            at = tree.head(at);
        }
        return false;
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

    /** The day up to which something is to hold ("only until spring"), or null. */
    @Nullable
    When limit(int head) {
        for (Timed time : times.all()) {
            if (times.isLimit(time)
                    && !time.isDuration()
                    && time.mention().when().isKnown()
                    && times.hangs(time.head(), head)) {
                return times.cited(time);
            }
        }
        return null;
    }
}
