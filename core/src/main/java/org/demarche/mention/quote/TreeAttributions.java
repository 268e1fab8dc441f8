package org.demarche.mention.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.demarche.model.Token;
import org.demarche.model.Upos;
import org.jspecify.annotations.Nullable;

/** Reads the attributions of one parsed sentence off its tree. */
final class TreeAttributions {
    /** "I think", "you know": the words of somebody whom only the text around can name. */
    private static final Set<String> FIRST_AND_SECOND = Set.of("i", "we", "you");

    private static final Set<String> TOLD =
            Set.of("tell", "inform", "ask", "order", "instruct", "notify", "advise", "warn", "request", "remind");
    private static final Set<String> LINKS = Set.of("remain", "become", "stay", "grow", "seem", "feel", "appear");

    private static final int LONGEST_HEADLINE = 40;

    private final Cues cues;
    private final Sentence sentence;
    private final Tree tree;
    private final Subjects subjects;
    private final Phrases phrases;
    private final List<Attribution> out = new ArrayList<>();

    TreeAttributions(Cues cues, Sentence sentence) {
        this.cues = cues;
        this.sentence = sentence;
        this.tree = new Tree(sentence, cues);
        this.subjects = new Subjects(tree, cues);
        this.phrases = new Phrases(tree, cues);
    }

    List<Attribution> list() {
        headline();
        for (int i = 0; i < tree.size(); i++) {
            Token token = tree.token(i);
            if (token.upos() == Upos.VERB) {
                verb(i);
            } else if (token.upos() == Upos.NOUN) {
                noun(i);
            } else if (token.upos() == Upos.ADJ) {
                adjective(i);
            }
            adverbial(i);
        }
        return List.copyOf(out);
    }

    /** "Kremlin: No talks are planned": a name and a colon at the head of a short sentence. A word in capitals is a place or a label. */
    private void headline() {
        int colon = 1;
        while (colon < Math.min(6, tree.size()) && !tree.lower(colon).equals(":")) {
            colon++;
        }
        if (colon >= Math.min(6, tree.size()) || tree.size() > LONGEST_HEADLINE || tree.size() < colon + 4) {
            return;
        }
        boolean named = false;
        boolean capitals = true;
        for (int i = 0; i < colon; i++) {
            String form = tree.token(i).form();
            if (!Character.isUpperCase(form.charAt(0)) || tree.token(i).upos() == Upos.NUM) {
                return;
            }
            named |= tree.token(i).upos() == Upos.PROPN;
            capitals &= form.equals(form.toUpperCase(Locale.ROOT));
        }
        boolean clause = Phrases.opens(tree.lower(colon + 1));
        for (int i = colon + 1; i < tree.size(); i++) {
            clause |= tree.token(i).upos() == Upos.VERB || tree.token(i).upos() == Upos.AUX;
        }
        if (named && clause && !(capitals && colon == 1)) {
            Span source = tree.span(0, colon - 1);
            List<Span> contents = phrases.outside(colon + 1, tree.size() - 1);
            out.add(new Attribution(
                    sentence.index(),
                    source,
                    tree.token(colon - 1).span(),
                    tree.span(colon, colon),
                    "say",
                    "statement",
                    contents,
                    null,
                    true,
                    true));
        }
    }

    private void verb(int verb) {
        String lemma = tree.lemma(verb);
        int own = subjects.own(verb);
        if (own >= 0 && FIRST_AND_SECOND.contains(tree.lower(own))) {
            return;
        }
        if (tree.relation(verb).equals("amod") || (cues.verb(lemma).isEmpty() && !cues.isSupport(lemma))) {
            return;
        }
        if (tree.exact(verb, "nsubj:pass") >= 0
                || tree.exact(verb, "csubj:pass") >= 0
                || tree.exact(verb, "aux:pass") >= 0
                || isToldAsWell(verb, lemma)) {
            passive(verb, lemma);
            return;
        }
        int subject = subjects.of(verb);
        if (subject < 0) {
            subject = subjects.beside(verb, lemma);
        }
        int object = tree.child(verb, "obj");
        if (supportVerb(verb, lemma, subject, object)) {
            return;
        }
        List<Content> found =
                subject == object && object >= 0 ? List.of() : new Contents(tree, cues, phrases).of(verb, lemma);
        boolean quotes = cues.frame(lemma, "quote") != null;
        if (found.isEmpty() && !quotes) {
            return;
        }
        Span cue = phrases.cue(verb, found.isEmpty() ? -1 : found.get(0).preposition());
        Content content = found.isEmpty() ? null : found.get(0);
        Cues.Frame frame = cues.frame(lemma, "quote");
        String kind = content != null ? content.kind() : frame == null ? "statement" : frame.kind();
        if (subject < 0 && content == null && !tree.token(verb).xpos().equals("VBG")) {
            return;
        }
        if (subject < 0 && content != null && !content.clause()) {
            return;
        }
        add(
                subject,
                cue,
                lemma,
                kind,
                content == null ? List.of() : content.spans(),
                addressee(verb, lemma),
                quotes,
                content != null && content.clause());
    }

    /** "Was called in and told that …": a second passive without an auxiliary of its own. */
    private boolean isToldAsWell(int verb, String lemma) {
        int before = tree.head(verb);
        return before >= 0
                && before < verb
                && tree.relation(verb).equals("conj")
                && tree.exact(before, "aux:pass") >= 0
                && TOLD.contains(lemma)
                && tree.child(verb, "nsubj") < 0
                && tree.child(verb, "obj") < 0
                && tree.child(verb, "iobj") < 0
                && (tree.child(verb, "ccomp") >= 0 || tree.child(verb, "xcomp") >= 0);
    }

    private void passive(int verb, String lemma) {
        int subject = tree.child(verb, "nsubj");
        int agent = subjects.agent(verb);
        Contents contents = new Contents(tree, cues, phrases);
        List<Content> found = contents.ofPassive(verb, lemma, subject);
        if (found.isEmpty()) {
            return;
        }
        Content content = found.get(0);
        if (agent < 0 && !content.clause()) {
            return;
        }
        add(agent, phrases.cue(verb, -1), lemma, content.kind(), content.spans(), null, false, content.clause());
    }

    /** "expressed regret over the departure", "made the decision to leave": the noun is what is said. */
    private boolean supportVerb(int verb, String lemma, int subject, int object) {
        if (object < 0 || !cues.isSupport(lemma) || !cues.isHeld(tree.lemma(object)) || subject < 0 || object < verb) {
            return false;
        }
        int clause = phrases.nounClause(object);
        int nominal = clause >= 0
                ? -1
                : phrases.nominalAfter(
                        object, Set.of("over", "about", "for", "on", "at", "of", "with", "in", "to", "that"));
        if (nominal < 0 && clause < 0) {
            nominal = phrases.nominalAfter(verb, Set.of("over", "about", "for", "on", "at", "of", "with", "in"));
            if (nominal < object) {
                nominal = -1;
            }
        }
        if (clause < 0 && nominal < 0) {
            return false;
        }
        String kind = cues.noun(tree.lemma(object));
        int start = clause >= 0 ? clause : nominal;
        int last = clause >= 0 ? tree.left(clause) - 1 : tree.child(nominal, "case");
        Span first = phrases.cue(verb, -1);
        Span cue = last > verb ? new Span(first.start(), tree.token(last).span().end()) : first;
        Span content = clause >= 0 ? phrases.clause(clause) : phrases.nominal(start);
        add(
                subject,
                cue,
                lemma,
                kind == null ? "evaluation" : kind,
                content == null ? List.of() : List.of(content),
                null,
                false,
                clause >= 0);
        return true;
    }

    /** "the claim that …", "Moscow's refusal to …", "a pledge by the alliance to …". */
    private void noun(int noun) {
        String kind = cues.noun(tree.lemma(noun));
        if (kind == null) {
            return;
        }
        int head = tree.head(noun);
        if (tree.relation(noun).equals("obj")
                && head >= 0
                && cues.isSupport(tree.lemma(head))
                && subjects.of(head) >= 0) {
            return;
        }
        int clause = phrases.nounClause(noun);
        Span content = clause < 0 ? null : phrases.clause(clause);
        if (content == null) {
            return;
        }
        int owner = tree.exact(noun, "nmod:poss");
        int first = noun;
        if (owner >= 0) {
            first = Math.min(noun, Math.max(owner, tree.right(owner)) + 1);
        } else {
            owner = subjects.byAgent(noun);
            if (owner < 0) {
                return;
            }
        }
        Span cue = tree.span(Math.min(first, noun), noun);
        Span source = phrases.possessor(owner);
        out.add(new Attribution(
                sentence.index(),
                source,
                tree.token(owner).span(),
                cue,
                tree.lemma(noun),
                kind,
                List.of(content),
                null,
                false,
                true));
    }

    /** "Moscow is convinced that …". */
    private void adjective(int adjective) {
        String kind = cues.adjective(tree.lemma(adjective));
        int copula = tree.child(adjective, "cop");
        int head = tree.head(adjective);
        boolean linked =
                copula < 0 && head >= 0 && tree.relation(adjective).equals("xcomp") && LINKS.contains(tree.lemma(head));
        if (kind == null || (copula < 0 && !linked)) {
            return;
        }
        int subject = subjects.of(linked ? head : adjective);
        int clause = tree.child(adjective, "ccomp");
        if (clause < 0) {
            clause = tree.child(adjective, "xcomp");
        }
        if (clause < 0) {
            int advcl = tree.child(adjective, "advcl");
            clause = advcl > adjective
                            && tree.child(advcl, "mark") >= 0
                            && Set.of("that", "to").contains(tree.lower(tree.child(advcl, "mark")))
                    ? advcl
                    : -1;
        }
        Span content = clause > adjective ? phrases.clause(clause) : null;
        if (content == null && !kind.equals("intent")) {
            int nominal =
                    phrases.nominalAfter(adjective, Set.of("of", "about", "for", "over", "with", "at", "to", "that"));
            content = nominal < 0 ? null : phrases.nominal(nominal);
            if (content != null) {
                Span group = phrases.cue(adjective, tree.child(nominal, "case"));
                add(subject, group, tree.lemma(adjective), kind, List.of(content), null, false, false);
            }
            return;
        }
        if (content != null && subject >= 0) {
            add(subject, phrases.cue(adjective, -1), tree.lemma(adjective), kind, List.of(content), null, false, true);
        }
    }

    /** "according to X", "in the words of X", "in X's view". */
    private void adverbial(int at) {
        for (List<String> phrase : cues.adverbials()) {
            if (!matches(at, phrase)) {
                continue;
            }
            int last = at + phrase.size() - 1;
            int holder = holderAfter(at, last);
            if (holder < 0) {
                beside(phrase, at, last);
            } else {
                Span source = phrases.namedAfter(last + 1, holder);
                int top = topOf(at, last, holder);
                addAround(source, tree.token(holder).span(), tree.span(at, last), String.join(" ", phrase), at, top);
            }
            return;
        }
        boolean opens = tree.lower(at).equals("in") || tree.lower(at).equals("from");
        int view = opens && tree.relation(at).equals("case") ? tree.head(at) : -1;
        if (view > at && cues.isView(tree.lemma(view))) {
            int owner = tree.exact(view, "nmod:poss");
            boolean possessor = owner > at;
            owner = possessor ? owner : tree.child(view, "amod");
            if (owner > at
                    && (possessor
                            || Character.isUpperCase(tree.token(owner).form().charAt(0)))) {
                Span source = possessor ? phrases.possessor(owner) : tree.span(owner, owner);
                String verb = tree.lower(at) + " " + tree.lemma(view);
                addAround(source, tree.token(owner).span(), tree.span(at, at), verb, at, view);
            }
        }
    }

    /** Where the tree does not lead to a holder: the words up to the next sign. */
    private void beside(List<String> phrase, int at, int last) {
        int end = last + 1;
        while (end < tree.size() && end - last < 12 && !tree.isPunctuation(end)) {
            end++;
        }
        if (end > last + 1) {
            Span source = tree.span(last + 1, end - 1);
            Span cue = tree.span(at, last);
            int from = Math.min(at, tree.size() - 1);
            List<Span> contents = from > 2 ? phrases.outside(0, at - 1) : phrases.outside(end, tree.size() - 1);
            out.add(new Attribution(
                    sentence.index(),
                    source,
                    source,
                    cue,
                    String.join(" ", phrase),
                    "statement",
                    contents,
                    null,
                    true,
                    true));
        }
    }

    private boolean matches(int at, List<String> phrase) {
        for (int i = 0; i < phrase.size(); i++) {
            if (!tree.lower(at + i).equals(phrase.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The noun that the phrase leads to: the head of its last word, or of its first. */
    private int holderAfter(int first, int last) {
        for (int i : new int[] {last, first}) {
            for (int up = i, steps = 0; up >= 0 && steps < 4; steps++) {
                if (up > last && tree.token(up).upos() != Upos.VERB) {
                    return up;
                }
                up = tree.head(up);
            }
        }
        return -1;
    }

    /** The topmost word of the whole phrase, holder included. */
    private int topOf(int first, int last, int holder) {
        int top = holder;
        for (int steps = 0; steps < 4; steps++) {
            int head = tree.head(top);
            if (head < first || head > last) {
                break;
            }
            top = head;
        }
        return top;
    }

    /** The content of an adverbial is the clause in which it stands, without it. */
    private void addAround(@Nullable Span source, Span sourceHead, Span cue, String verb, int first, int top) {
        int clause = tree.head(top);
        if (clause < 0) {
            return;
        }
        if (tree.token(clause).upos() != Upos.VERB
                && !tree.token(top).relation().equals("obl")
                && tree.child(clause, "cop") < 0) {
            int up = tree.head(clause);
            clause = up >= 0 && first < tree.left(clause) ? up : clause;
        }
        int from = Math.min(first, tree.left(top));
        int to = tree.right(top);
        List<Span> contents = phrases.around(clause, from, to);
        out.add(new Attribution(
                sentence.index(), source, sourceHead, cue, verb, "statement", contents, null, true, true));
    }

    private @Nullable Span addressee(int verb, String lemma) {
        if (cues.frame(lemma, "addressee") == null) {
            return null;
        }
        int told = tree.child(verb, "iobj");
        told = told < 0 ? tree.child(verb, "obj") : told;
        return told < 0 ? null : tree.token(told).span();
    }

    private void add(
            int subject,
            Span cue,
            String verb,
            String kind,
            List<Span> contents,
            @Nullable Span addressee,
            boolean quotes,
            boolean clause) {
        Span source = subject < 0 ? null : phrases.source(subject, cue);
        Span head = subject < 0 ? null : tree.token(subjects.standsFor(subject)).span();
        out.add(new Attribution(sentence.index(), source, head, cue, verb, kind, contents, addressee, quotes, clause));
    }
}
