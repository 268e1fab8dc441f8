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
            "retaliate", "reciprocate", "respond", "answer", "reply", "counter", "mirror", "match", "react", "riposte");
    private static final Set<String> NOUNS = Set.of(
            "response",
            "retaliation",
            "reply",
            "answer",
            "reaction",
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
            } else if (NOUNS.contains(tree.lemma(i)) && !tree.isVerbal(i)) {
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
            if (words != null) {
                out.add(new Claim.ResponseCue(answers, null, symmetry(i), document.cite(words)));
            }
        }
        return out;
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
