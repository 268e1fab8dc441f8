package org.demarche.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.demarche.model.Document;
import org.demarche.model.Mention;
import org.demarche.model.Span;
import org.demarche.model.Upos;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/** Gives each happening of one sentence its time expressions, and tells when it was done from when it bites. */
final class ClaimDates {
    private static final Set<String> DEADLINE = Set.of(
            "by",
            "from",
            "until",
            "till",
            "within",
            "as of",
            "effective",
            "starting",
            "beginning",
            "before",
            "no later than",
            "through");

    private final Document document;
    private final Tree tree;
    private final List<Timed> times = new ArrayList<>();

    /** A dated expression and the word that heads it. */
    private record Timed(Mention.OfTime mention, int head, String preposition) {}

    /** @param date null where the sentence gives none; {@code effective} likewise */
    record Dates(@Nullable When date, @Nullable When effective, boolean vague) {}

    ClaimDates(Document document, Tree tree, List<Mention.OfTime> mentions) {
        this.document = document;
        this.tree = tree;
        for (Mention.OfTime mention : mentions) {
            int head = tree.headOf(mention.span());
            if (head >= 0) {
                times.add(new Timed(mention, head, preposition(mention.span(), head)));
            }
        }
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

    /** @param heads every word of the sentence that carries an act, so that one does not take the date of another */
    Dates of(int head, List<Integer> heads) {
        Timed date = null;
        Timed effective = null;
        int at = head;
        boolean inherited = false;
        for (int steps = 0; at >= 0 && steps < 10; steps++) {
            for (Timed time : times) {
                if (!belongs(time, at, heads, head)) {
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
            if (up < 0 || relation.equals("acl") && tree.deprel(at).equals("acl:relcl")) {
                break;
            }
            if (relation.equals("conj") && ownTime(at, heads, head)) {
                break;
            }
            at = up;
            inherited = tree.isVerbal(up) && heads.contains(up) && !relation.equals("conj");
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
                if (isDeadline(time) && time.head() > head && nearest(time, heads) == head) {
                    effective = time;
                }
            }
        }
        return new Dates(
                date == null ? null : cited(date),
                effective == null ? null : cited(effective),
                date != null && !date.mention().when().isKnown());
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
            if (tree.isVerbal(up) || heads.contains(up) && up != head) {
                return false;
            }
            up = tree.head(up);
        }
        return false;
    }

    /** The verb of a co-ordinated clause before whose verb a time stands ("…, and in May it closed"), or -1. */
    private int secondClause(int time) {
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
            if (usable(time) && !isDeadline(time) && time.mention().type() != Mention.OfTime.Type.SET) {
                if (found != null) {
                    return null;
                }
                found = time;
            }
        }
        boolean main = tree.head(head) < 0 && heads.stream().allMatch(h -> h == head || tree.dominates(head, h));
        return main && found != null && found.head() > head && nearest(found, heads) == head ? found : null;
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
        return time.mention().when().isKnown();
    }

    private boolean isDeadline(Timed time) {
        String preposition = time.preposition().toLowerCase(Locale.ROOT);
        return DEADLINE.contains(preposition)
                || preposition.startsWith("as of")
                || preposition.startsWith("since")
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
                    && !time.preposition().equals("until")
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
