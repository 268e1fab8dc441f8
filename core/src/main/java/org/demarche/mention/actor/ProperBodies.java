package org.demarche.mention.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.demarche.model.Sentence;

/**
 * Names of councils, treaties and the like that hold the names of their parties: "NATO-Russia Council" is neither NATO nor Russia. What they hold
 * is no mention of its own; what the whole is called is found by those who look for subjects.
 */
final class ProperBodies {
    private static final Set<String> HEADS = WordSet.of("""
            council committee commission act treaty charter convention pact accord accords agreement
            agreements declaration protocol framework memorandum dialogue summit forum initiative protocols
            compact chamber commissions conference fund partnership""");

    /** Those that act, so that an adjective before them tells whose they are. */
    private static final Set<String> BODIES = WordSet.of("council committee commission chamber fund forum conference");

    private final Passage passage;

    ProperBodies(Passage passage) {
        this.passage = passage;
    }

    void clear() {
        if (passage.isTitleCase() && passage.sentence.kind() != Sentence.Kind.BODY) {
            return;
        }
        List<Term> hidden = new ArrayList<>();
        List<Passage.Name> bodies = new ArrayList<>();
        for (Term term : passage.terms) {
            int end =
                    term.isRole() || !term.canOwn() || passage.name(term.from()) != null ? term.to() : endOfBody(term);
            if (end > term.to() && !isOrganOfOwner(term, end)) {
                hidden.add(term);
                boolean own = term.type() == Entry.Type.ADJECTIVE && passage.words.isTight(term.to() - 1, false);
                if (own && BODIES.contains(passage.words.folded(end - 1))) {
                    bodies.add(new Passage.Name(term.from(), end, "ORG"));
                }
            }
        }
        passage.drop(hidden);
        bodies.forEach(passage::put);
    }

    /** One past the last word of the council or treaty in whose name a phrase stands, or the end of the phrase. */
    private int endOfBody(Term term) {
        Words words = passage.words;
        int at = term.to();
        int end = at;
        while (at < words.size()
                && at - term.to() < 6
                && words.isTight(at - 1, true)
                && words.isCapital(at)
                && !words.isPossessive(at)) {
            at++;
            end = HEADS.contains(words.folded(at - 1)) ? at : end;
        }
        return end;
    }

    /** Whether the body is a role that the owner fills: "Russian Security Council" is Russia's own. */
    private boolean isOrganOfOwner(Term term, int end) {
        Term next = passage.term(term.to());
        boolean pair = term.to() < passage.words.size() && !passage.words.isTight(term.to() - 1, false);
        return !pair && next != null && next.isRole() && next.to() >= end;
    }
}
