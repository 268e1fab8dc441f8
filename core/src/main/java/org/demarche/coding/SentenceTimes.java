package org.demarche.coding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.demarche.model.Citation;
import org.demarche.model.Document;
import org.demarche.model.Leads;
import org.demarche.model.Mention;
import org.demarche.model.Span;
import org.demarche.model.Upos;
import org.demarche.model.When;

/** The time expressions of one sentence and the words on which they hang. */
final class SentenceTimes {
    /** What holds up to a day, which says nothing of when it began: a deadline only for those who are given it. */
    private static final Set<String> LIMIT = Set.of("until", "till", "through", "up to");

    /** So many words before "since" a superlative or "first" makes it a comparison. */
    private static final int COMPARING = 8;

    private final Document document;
    private final Tree tree;
    private final List<Timed> times = new ArrayList<>();
    private final List<Mention.OfTime> lengths;
    private final Map<Integer, Integer> seconds = new HashMap<>();
    private final List<Timed> headers = new ArrayList<>();
    private List<Integer> own = List.of();

    SentenceTimes(Document document, Tree tree, List<Mention.OfTime> mentions) {
        this.document = document;
        this.tree = tree;
        this.lengths = mentions.stream()
                .filter(m -> m.type() == Mention.OfTime.Type.DURATION && !isComparison(m))
                .toList();
        Citation header = document.published().citation();
        List<Timed> ofHeader = new ArrayList<>();
        int lead = mentions.isEmpty() ? 0 : Leads.lengthOf(tree.sentence().tokens());
        for (Mention.OfTime mention : mentions) {
            int head = tree.headOf(mention.span());
            if (head >= 0) {
                Timed time = new Timed(mention, head, preposition(mention.span(), head));
                if ((time.preposition().startsWith("since") || mention.type() == Mention.OfTime.Type.DURATION)
                        && isComparison(mention)) {
                    continue;
                }
                boolean dateline = head < lead || header != null && header.overlaps(document.cite(mention.span()));
                if (dateline && isOnOwnLine(mention.span())) {
                    continue;
                }
                (dateline ? ofHeader : times).add(time);
            }
        }
        // The line with place and day at the head of a report dates its first sentence only where that gives no day
        // itself.
        if (times.stream().noneMatch(t -> t.isDay())) {
            times.addAll(0, ofHeader);
            headers.addAll(ofHeader);
        }
    }

    /** "Envoy told to go", and on the next line the day of the paper: not the day on which he was told. */
    private boolean isOnOwnLine(Span header) {
        int from = tree.sentence().span().start();
        return from < header.start()
                && new Span(from, header.start()).in(document.text()).indexOf('\n') >= 0;
    }

    List<Timed> all() {
        return times;
    }

    List<Mention.OfTime> lengths() {
        return lengths;
    }

    /** @param words the fixed words of the act whose times are wanted: a time may hang on one of them */
    void wanted(List<Integer> words) {
        own = words;
    }

    /** "Its first outpost in Europe in 18 years" is not to come in 18 years. */
    private boolean isComparison(Mention.OfTime mention) {
        int head = tree.headOf(mention.span());
        return head >= 0
                && Set.of("since", "in", "for")
                        .contains(preposition(mention.span(), head).toLowerCase(Locale.ROOT))
                && compares(mention.span());
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
        if (Timed.opensTerm(tree.form(first)) || tree.is(first, "since", "on", "in", "after")) {
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

    /** Whether it is the day of the report that stands before its first words. */
    boolean isHeader(Timed time) {
        return headers.contains(time);
    }

    boolean isLimit(Timed time) {
        if (!LIMIT.contains(time.preposition().toLowerCase(Locale.ROOT))) {
            return false;
        }
        int up = tree.head(time.head());
        if (up >= 0 && Realis.isNotUntil(tree, up)) {
            return false;
        }
        return up < 0 || !tree.is(up, "give", "have", "get", "grant", "allow");
    }

    boolean isDeadline(Timed time) {
        String preposition = time.preposition().toLowerCase(Locale.ROOT);
        return Timed.opensTerm(preposition)
                || preposition.startsWith("as of")
                || preposition.startsWith("since")
                || LIMIT.contains(preposition)
                        && !isLimit(time)
                        && (tree.head(time.head()) < 0 || !Realis.isNotUntil(tree, tree.head(time.head())))
                || preposition.equals("in") && time.mention().type() == Mention.OfTime.Type.DURATION;
    }

    /** Whether a time hangs on a word, not on another happening below it. */
    boolean belongs(Timed time, int at, List<Integer> heads, int head) {
        if (time.mention().type() == Mention.OfTime.Type.SET || !time.isUsable()) {
            return false;
        }
        if (isOther(time, at, head)) {
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

    /** "Broke the 2015 accord": the year tells which one, not when it was broken. */
    private boolean isLabel(Timed time, int head) {
        int up = tree.head(time.head());
        return up > time.head()
                && up != head
                && tree.upos(up) == Upos.NOUN
                && tree.relation(up).matches("obj|nsubj")
                && tree.relation(time.head()).matches("nummod|compound|amod|nmod")
                && tree.preposition(time.head()).isEmpty()
                && tree.form(time.head()).matches("1[0-9]{3}|20[0-9]{2}");
    }

    /** "Remarks about last year's elections", "after the coup of 26 July": the time of another thing. */
    boolean isOther(Timed time, int at, int head) {
        int up = tree.head(time.head());
        boolean possessor = tree.deprel(time.head()).equals("nmod:poss") && up >= 0;
        if (possessor && up != at && up != head || isLabel(time, head)) {
            return true;
        }
        boolean after = up >= 0
                && up != head
                && tree.relation(time.head()).equals("nmod")
                && tree.upos(up) == Upos.NOUN
                && tree.relation(up).matches("obl|nmod")
                && (Set.of("after", "before", "since", "following", "over", "about")
                                .contains(tree.preposition(up))
                        || Set.of("blame", "link", "charge", "tie", "connect", "reproach")
                                .contains(tree.lemma(head)));
        boolean ofThing = up >= 0
                && up != head
                && tree.relation(time.head()).equals("nmod")
                && tree.upos(up) == Upos.NOUN
                && tree.deprel(up).matches("obj|nsubj:pass")
                && tree.preposition(time.head()).equals("of");
        return (after || ofThing) && tree.head(up) == at || isDeeper(time, at, head);
    }

    /** "Pressed him, citing a report from 2021": the time stands with the noun of another clause. */
    boolean isOfThing(Timed time, int head) {
        int up = tree.head(time.head());
        return up >= 0
                && tree.upos(up) == Upos.NOUN
                && tree.relation(time.head()).equals("nmod")
                && tree.clause(up) != tree.clause(head)
                && up != head
                && !own.contains(up);
    }

    /** "Accused it of hiding the plotters of a coup in 2015": the time stands with a noun below another noun. */
    private boolean isDeeper(Timed time, int at, int head) {
        int up = tree.head(time.head());
        if (up < 0
                || tree.upos(up) != Upos.NOUN
                || !tree.relation(time.head()).equals("nmod")
                || up == head
                || own.contains(up)) {
            return false;
        }
        int above = tree.head(up);
        return above >= 0
                && above != at
                && above != head
                && tree.upos(above) == Upos.NOUN
                && !own.contains(above)
                && tree.relation(up).equals("nmod");
    }

    /** The verb of a co-ordinated clause before whose verb a time stands ("…, and in May it closed"), or -1. */
    private int secondClause(int time) {
        return seconds.computeIfAbsent(time, this::findSecondClause);
    }

    private int findSecondClause(int time) {
        for (int i = time + 1; i < tree.size(); i++) {
            boolean clause = tree.isVerbal(i) || tree.child(i, "cop") >= 0;
            if (tree.relation(i).equals("conj") && clause && tree.upos(i) != Upos.NOUN) {
                int and = tree.child(i, "cc");
                if (and >= 0 && and < time) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** Whether a word hangs on another with no other clause between that is not part of the act. */
    boolean hangs(int at, int head) {
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

    boolean inRelative(int at, int head) {
        for (int up = at, steps = 0; up >= 0 && up != head && steps < 12; up = tree.head(up), steps++) {
            boolean participle = tree.deprel(up).equals("acl")
                    && up != at
                    && tree.token(up).xpos().equals("VBN");
            // "Accused it of hiding them in 2015": of the deed, not of the charge.
            boolean charged =
                    tree.token(up).xpos().equals("VBG") && (tree.hasChild(up, "of") || tree.hasChild(up, "for"));
            if (participle || charged || tree.deprel(up).equals("acl:relcl")) {
                return true;
            }
        }
        return false;
    }

    int nearest(Timed time, List<Integer> heads) {
        int best = -1;
        for (int head : heads) {
            if (head < time.head() && head > best) {
                best = head;
            }
        }
        return best;
    }

    When cited(Timed time) {
        When when = time.mention().when();
        return new When(
                when.start(),
                when.end(),
                when.precision(),
                when.basis(),
                document.cite(time.mention().span()));
    }

    /** Whether a clause tells what had come before that on which it hangs. */
    boolean isEarlier(int clause) {
        return tree.relation(clause).equals("advcl")
                && (tree.children(clause, "mark").stream().anyMatch(m -> tree.is(m, "after"))
                        || tree.children(clause, "aux").stream()
                                .anyMatch(a -> tree.form(a).equals("having")));
    }
}
