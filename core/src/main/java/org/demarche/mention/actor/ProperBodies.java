package org.demarche.mention.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Names of councils, treaties and the like that hold the names of their parties: "NATO-Russia Council" is neither NATO nor Russia. What they hold
 * is no mention of its own; what the whole is called is found by those who look for subjects.
 */
final class ProperBodies {
    private static final Set<String> HEADS = Set.of(
            "council", "committee", "commission", "act", "treaty", "charter", "convention", "pact", "accord", "accords", "agreement", "agreements",
            "declaration", "protocol", "framework", "memorandum", "dialogue", "summit", "forum", "initiative", "protocols", "compact", "chamber",
            "commissions", "conference", "fund", "partnership");

    private final Passage passage;

    ProperBodies(Passage passage) {
        this.passage = passage;
    }

    void clear() {
        Words words = passage.words;
        List<Term> hidden = new ArrayList<>();
        for (int i = 0; i < passage.terms.size(); i++) {
            Term term = passage.terms.get(i);
            if (term.isRole() || !term.canOwn()) {
                continue;
            }
            int at = term.to();
            boolean head = false;
            while (at < words.size() && at - term.to() < 6 && words.isTight(at - 1, true) && words.isCapital(at) && !words.isPossessive(at)) {
                head |= HEADS.contains(words.folded(at));
                at++;
            }
            if (head && !isOrganOfOwner(term, at)) {
                hidden.add(term);
            }
        }
        hidden.forEach(passage::drop);
    }

    /** Whether the body is a role that the owner fills: "Russian Security Council" is Russia's own. */
    private boolean isOrganOfOwner(Term term, int end) {
        Term next = passage.term(term.to());
        boolean pair = term.to() < passage.words.size() && !passage.words.isTight(term.to() - 1, false);
        return !pair && next != null && next.isRole() && next.to() >= end;
    }
}
