package org.demarche.mention.actor;

import java.util.ArrayList;
import java.util.List;
import org.demarche.model.Token;
import org.jspecify.annotations.Nullable;

/**
 * Joins the names that the parser sees with the phrases of the lexicon: what the lexicon lists as it stands stays, a longer name of the parser
 * ("Columbia University", "Chad Smith") takes the shorter phrases within it.
 */
final class NamedSpans {
    private final Passage passage;

    NamedSpans(Passage passage) {
        this.passage = passage;
    }

    void join() {
        if (!passage.isParsed()) {
            return;
        }
        int i = 0;
        while (i < passage.words.size()) {
            Passage.Name name = starting(i);
            if (name == null) {
                i++;
                continue;
            }
            join(name);
            i = name.to();
        }
    }

    private Passage.@Nullable Name starting(int from) {
        Token first = passage.token(from);
        if (first == null || !first.name().startsWith("B-") || passage.tokenIndex(from) == passage.tokenIndex(from - 1)) {
            return null;
        }
        String tag = first.name().substring(2);
        if (!tag.equals("PERSON") && !tag.equals("ORG") && !tag.equals("PLACE")) {
            return null;
        }
        int end = from + 1;
        while (end < passage.words.size() && !passage.words.isPossessive(end)) {
            Token token = passage.token(end);
            boolean same = passage.tokenIndex(end) == passage.tokenIndex(end - 1);
            if (token == null || (!same && !token.name().equals("I-" + tag))) {
                break;
            }
            end++;
        }
        while (end - from > 1 && PersonNames.isOther(passage.words.folded(end - 1)) && passage.words.folded(end - 1).endsWith("day")) {
            end--;
        }
        return new Passage.Name(from, end, tag);
    }

    private void join(Passage.Name seen) {
        Passage.Name name = seen.isPerson() ? withoutTitle(seen) : seen;
        if (name == null) {
            return;
        }
        List<Term> inside = new ArrayList<>();
        int covered = 0;
        for (Term term : passage.terms) {
            if (term.to() <= name.from() || term.from() >= name.to()) {
                continue;
            }
            if (term.from() < name.from() || term.to() > name.to()) {
                return;
            }
            inside.add(term);
            covered += term.to() - term.from();
        }
        boolean listed = covered == name.to() - name.from() && (inside.size() == 1 || !name.isPerson());
        boolean composed = !name.isPerson() && !inside.isEmpty() && isOrgan(inside.get(inside.size() - 1), name);
        if (listed || composed) {
            return;
        }
        inside.forEach(passage::drop);
        passage.put(name);
    }

    /** "US Embassy", "Russian Foreign Ministry": a role with its owner says more than the bare name. */
    private static boolean isOrgan(Term last, Passage.Name name) {
        return last.isRole() && last.to() == name.to();
    }

    private Passage.@Nullable Name withoutTitle(Passage.Name name) {
        int from = name.from();
        while (from < name.to()) {
            Term term = passage.term(from);
            if (term == null || !term.isRole()) {
                break;
            }
            from = term.to();
        }
        return from >= name.to() ? null : new Passage.Name(from, name.to(), name.tag());
    }
}
