package org.demarche.coding;

import org.demarche.model.Mention;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/** Which clauses of a sentence tell what was done when: the day that a text gets to, and whether a clause has a time of its own. */
final class SceneDates {
    private final Tree tree;
    private final SentenceTimes times;

    SceneDates(Tree tree, SentenceTimes times) {
        this.tree = tree;
        this.times = times;
    }

    /** The time of the main clause of the sentence that tells what was done then; null where there is none. */
    @Nullable
    When scene(Realis realis) {
        When out = null;
        for (Timed time : times.all()) {
            boolean dated =
                    time.isDate() && (time.isDay() || time.mention().when().isKnown());
            if (!dated || times.isDeadline(time) || times.isLimit(time)) {
                continue;
            }
            int verb = tree.clause(time.head());
            if (verb < 0 || !main(verb) || !realis.isPast(verb)) {
                continue;
            }
            out = times.cited(time);
        }
        return out;
    }

    boolean namesDay() {
        return times.all().stream()
                .anyMatch(t -> t.isDate()
                        && !times.isDeadline(t)
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
        for (Timed time : times.all()) {
            boolean dates = !time.isDuration()
                    && !times.isDeadline(time)
                    && time.mention().type() != Mention.OfTime.Type.SET;
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
}
