package org.demarche.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Span;
import org.jspecify.annotations.Nullable;

/** Finds words by which a sentence ties one act to another: "in response to", "retaliated by", "tit for tat". */
final class ResponseCues {
    private static final Set<String> VERBS = Set.of(
            "retaliate",
            "reciprocate",
            "respond",
            "answer",
            "reply",
            "counter",
            "mirror",
            "match",
            "react",
            "riposte",
            "retort");
    private static final Set<String> NOUNS = Set.of(
            "response",
            "retaliation",
            "reply",
            "answer",
            "reaction",
            "retort",
            "rejoinder",
            "reciprocation",
            "riposte",
            "counter-measure",
            "countermeasure",
            "revenge",
            "reprisal");
    private static final Set<String> LIKE = Set.of(
            "mirror",
            "symmetric",
            "symmetrical",
            "symmetrically",
            "tit-for-tat",
            "identical",
            "same",
            "matching",
            "match",
            "reciprocal",
            "mirror-image");
    private static final Set<String> UNLIKE =
            Set.of("asymmetric", "asymmetrical", "asymmetrically", "disproportionate");

    /** "Hit back", "struck back". */
    private static final Set<String> BACK = Set.of("hit", "strike", "fire", "punch", "fight");

    /** "As a reciprocal measure", "the retaliatory expulsion". */
    private static final Set<String> IN_KIND = Set.of(
            "reciprocal", "retaliatory", "tit-for-tat", "answering", "mirror", "mirroring", "symmetrical", "matching");

    private static final Set<String> STEPS = Set.of("measure", "step", "move", "action", "gesture", "basis");

    private final Document document;
    private final Tree tree;

    ResponseCues(Document document, Tree tree) {
        this.document = document;
        this.tree = tree;
    }

    List<Claim.ResponseCue> of(int head) {
        List<Claim.ResponseCue> out = new ArrayList<>();
        for (int i = 0; i < tree.size(); i++) {
            Span words = null;
            boolean answers = true;
            if (tree.isVerbal(i) && VERBS.contains(tree.lemma(i))) {
                if (i == head) {
                    words = tree.token(i).span();
                } else if (tree.dominates(i, head) || sharesClause(i, head)) {
                    words = tree.token(i).span();
                    // "the move was answered by the closure": the head above the cue is the answer only below "by".
                } else if (tree.dominates(head, i) && tree.isPassive(i)) {
                    answers = false;
                    words = tree.token(i).span();
                }
            } else if (NOUNS.contains(tree.lemma(i)) && !tree.isVerbal(i) && !isAnswered(head, i)) {
                String preposition = tree.preposition(i);
                boolean adverbial =
                        preposition.startsWith("in") || preposition.equals("as") || preposition.startsWith("by");
                if (adverbial && tree.clause(i) == tree.clause(head)) {
                    words = tree.span(tree.first(i) < i && i - tree.first(i) < 4 ? tree.first(i) : i, i);
                } else if (tree.relation(i).matches("obj|nsubj|root|nsubj:pass|appos") && tree.dominates(i, head)) {
                    words = tree.token(i).span();
                } else if (adverbial
                        && tree.is(i, "response", "reply", "answer", "retaliation")
                        && tree.dominates(head, i)) {
                    words = tree.token(i).span();
                }
            } else if (tree.is(i, "tit-for-tat") || tree.is(i, "tit") && i + 2 < tree.size() && tree.is(i + 2, "tat")) {
                if (tree.clause(i) == tree.clause(head) || tree.dominates(i, head) || tree.dominates(head, i)) {
                    words = tree.is(i, "tit")
                            ? tree.span(i, i + 2)
                            : tree.token(i).span();
                }
            }
            if (words == null) {
                words = likeForLike(i, head);
            }
            if (words != null) {
                out.add(new Claim.ResponseCue(answers, null, symmetry(i), document.cite(words)));
            }
        }
        return out;
    }

    /** "In retaliation for the expulsion", "a response to the closure": what is answered is no answer. */
    private boolean isAnswered(int head, int noun) {
        int at = head;
        while (at >= 0 && tree.head(at) != noun) {
            at = tree.head(at);
        }
        return at >= 0
                && tree.relation(at).equals("nmod")
                && Set.of("for", "to").contains(tree.preposition(at));
    }

    /** "Hit back by closing", "in kind", "in return", "accordingly", "as a reciprocal measure", "the retaliatory closure". */
    private @Nullable Span likeForLike(int i, int head) {
        if (tree.isVerbal(i) && BACK.contains(tree.lemma(i)) && i + 1 < tree.size() && tree.is(i + 1, "back")) {
            return i == head || tree.dominates(i, head) || sharesClause(i, head) ? tree.span(i, i + 1) : null;
        }
        boolean inReturn = i > 0 && tree.is(i - 1, "in") && tree.is(i, "kind", "return");
        if (inReturn) {
            return tree.clause(i) == tree.clause(head) ? tree.span(i - 1, i) : null;
        }
        if (tree.is(i, "accordingly", "reciprocally")
                && tree.clause(i) == tree.clause(head)
                && i > tree.first(tree.clause(head))) {
            return tree.token(i).span();
        }
        if (i + 1 < tree.size()
                && IN_KIND.contains(tree.lemma(i))
                && tree.relation(i).startsWith("amod")) {
            int noun = tree.head(i);
            boolean step = noun > i
                    && STEPS.contains(tree.lemma(noun))
                    && tree.preposition(noun).startsWith("as");
            boolean act = noun == head;
            return act || (step && tree.clause(noun) == tree.clause(head))
                    ? tree.token(i).span()
                    : null;
        }
        return null;
    }

    private boolean sharesClause(int cue, int head) {
        // "Sofia, answering Ankara's step, closed …" and "closed the consulate, responding to …".
        return tree.dominates(head, cue) && tree.relation(cue).matches("advcl|acl");
    }

    private @Nullable String symmetry(int cue) {
        for (int i = Math.max(0, cue - 6); i < Math.min(tree.size(), cue + 7); i++) {
            if (UNLIKE.contains(tree.lemma(i))) {
                return "asymmetric";
            }
            if (LIKE.contains(tree.lemma(i))
                    && !(tree.is(i, "same") && !tree.is(i + 1 < tree.size() ? i + 1 : i, "number"))) {
                return "symmetric";
            }
        }
        return null;
    }

    static List<Citation> citations(List<Claim.ResponseCue> cues) {
        return cues.stream().map(Claim.ResponseCue::citation).toList();
    }
}
