package org.demarche.coding;

import java.util.List;
import org.demarche.model.Factuality;
import org.jspecify.annotations.Nullable;

/** "What Oslo did was to close its embassy", "all it wants is to talk": the deed stands behind "was", how sure it is before it. */
final class Clefts {
    private Clefts() {}

    /** The verb before "was" in such a sentence ("did"), the word itself where the parser hangs "did" on it as an auxiliary, or -1. */
    static int verb(Tree tree, int head) {
        int is = tree.child(head, "cop", "aux");
        if (!tree.isVerbal(head) || is < 0) {
            return -1;
        }
        for (int outer : tree.children(head, "nsubj:outer", "nsubj", "csubj", "csubj:outer")) {
            if (outer > head) {
                continue;
            }
            boolean what = tree.is(outer, "what", "all", "thing");
            for (int clause : what ? tree.children(outer, "acl:relcl", "acl") : List.<Integer>of()) {
                if (clause < head && tree.isVerbal(clause)) {
                    return clause;
                }
            }
            if (tree.deprel(outer).startsWith("csubj")
                    && tree.isVerbal(outer)
                    && tree.is(tree.first(outer), "what", "all")) {
                return outer;
            }
        }
        boolean did = tree.children(head, "aux").stream().anyMatch(a -> tree.is(a, "did", "done", "do", "does"))
                && tree.children(head, "cop", "aux").stream().anyMatch(c -> tree.is(c, "was", "is", "be"));
        return did && tree.is(tree.first(head), "what", "all") ? head : -1;
    }

    /** How sure the deed is that such a sentence tells, or null where it is none. */
    static @Nullable Factuality factuality(Tree tree, int head) {
        int verb = verb(tree, head);
        if (verb < 0) {
            return null;
        }
        if (verb == head) {
            return Factuality.ASSERTED;
        }
        if (tree.is(verb, "follow", "happen", "ensue", "come", "result")) {
            return Factuality.ASSERTED;
        }
        if (tree.is(verb, "do")) {
            boolean must = tree.children(verb, "aux").stream().anyMatch(a -> tree.is(a, "must", "should", "ought"));
            boolean may = tree.children(verb, "aux").stream()
                    .anyMatch(a -> tree.is(a, "can", "could", "may", "might", "would"));
            boolean will = tree.children(verb, "aux").stream().anyMatch(a -> tree.is(a, "will", "shall", "'ll"));
            return must
                    ? Factuality.DEMANDED
                    : may ? Factuality.HYPOTHETICAL : will ? Factuality.PLANNED : Factuality.ASSERTED;
        }
        return tree.is(verb, "demand", "ask", "urge", "request", "insist", "require", "order")
                ? Factuality.DEMANDED
                : tree.is(verb, "plan", "intend", "promise", "pledge", "agree")
                        ? Factuality.PLANNED
                        : Factuality.HYPOTHETICAL;
    }
}
