package org.demarche.mention.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.demarche.model.Token;
import org.jspecify.annotations.Nullable;

/**
 * Joins the names that the parser sees with the phrases of the lexicon: what the lexicon lists as it stands stays, a longer name of the parser
 * ("Columbia University", "Chad Smith") takes the shorter phrases within it.
 */
final class NamedSpans {
    private static final Set<String> TAGS = Set.of("PERSON", "ORG", "PLACE");
    private static final Set<String> SMALL = Set.of("of", "the", "and", "for", "a", "an", "in", "to");

    private final Passage passage;
    private final NameVotes votes;
    private final List<Term> dropped = new ArrayList<>();

    NamedSpans(Passage passage, NameVotes votes) {
        this.votes = votes;
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
            Passage.Name more =
                    name.isPerson() && name.to() < passage.words.size() && passage.words.isTight(name.to() - 1, true)
                            ? starting(name.to())
                            : null;
            Passage.Name whole =
                    more != null && more.isPerson() ? new Passage.Name(name.from(), more.to(), name.tag()) : name;
            join(whole);
            i = whole.to();
        }
        passage.drop(dropped);
    }

    private Passage.@Nullable Name starting(int from) {
        Token first = passage.token(from);
        if (first == null
                || !first.name().startsWith("B-")
                || passage.tokenIndex(from) == passage.tokenIndex(from - 1)) {
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
        while (end - from > 1 && PersonNames.isTime(passage.words.folded(end - 1))) {
            end--;
        }
        while (end - from > 1 && SMALL.contains(passage.words.folded(end - 1))) {
            end--;
        }
        boolean bare = end - from == 1;
        String voted = bare ? votes.tag(passage.words.form(from), tag) : tag;
        return new Passage.Name(from, end, TAGS.contains(voted) ? voted : tag);
    }

    private void join(Passage.Name seen) {
        Passage.Name name = seen.isPerson() ? withoutTitle(withoutState(seen)) : seen;
        if (name == null || (name.to() - name.from() == 1 && !isName(passage.words, name.from()))) {
            return;
        }
        List<Term> inside = new ArrayList<>();
        int covered = 0;
        for (int i = name.from(); i < name.to(); i++) {
            Term term = passage.term(i);
            if (term == null) {
                continue;
            }
            if (term.from() < name.from() || term.to() > name.to()) {
                return;
            }
            covered++;
            if (term.from() == i) {
                inside.add(term);
            }
        }
        boolean listed = covered == name.to() - name.from() && (inside.size() == 1 || !name.isPerson());
        boolean owned = !inside.isEmpty()
                && inside.get(0).from() == name.from()
                && inside.get(0).canOwn();
        boolean composed = !name.isPerson() && owned && isOrgan(inside.get(inside.size() - 1), name);
        if (listed || composed || isOrganOfState(inside, name)) {
            return;
        }
        dropped.addAll(inside);
        passage.put(name);
    }

    private static boolean isName(Words words, int word) {
        return !PersonNames.isTime(words.folded(word))
                && Character.isLetter(words.text().charAt(words.start(word)));
    }

    /** "US Embassy", "Russian Foreign Ministry": a role with its owner says more than the bare name. */
    private static boolean isOrgan(Term last, Passage.Name name) {
        return last.isRole() && last.to() == name.to();
    }

    /** "Ministry of Foreign Affairs of the Kingdom of Morocco". */
    private boolean isOrganOfState(List<Term> inside, Passage.Name name) {
        if (inside.size() != 2) {
            return false;
        }
        Term organ = inside.get(0);
        Term state = inside.get(1);
        boolean whole = organ.from() == name.from() && state.to() == name.to();
        return whole
                && organ.isRole()
                && state.type() == Entry.Type.STATE
                && passage.words.folded(organ.to()).equals("of")
                && state.from() - organ.to() <= 2;
    }

    /** "Ana Silva of Portugal": the state is no part of the name. */
    private Passage.Name withoutState(Passage.Name name) {
        for (int i = name.from() + 1; i + 1 < name.to(); i++) {
            Term term = passage.term(i + 1);
            if (passage.words.folded(i).equals("of") && term != null && term.type() == Entry.Type.STATE) {
                return new Passage.Name(name.from(), i, name.tag());
            }
        }
        return name;
    }

    private Passage.@Nullable Name withoutTitle(Passage.Name name) {
        int from = name.from();
        while (from < name.to()) {
            Term term = passage.term(from);
            boolean title = term != null && term.isRole();
            if (!title && !PersonNames.isHonorific(passage.words.folded(from))) {
                break;
            }
            from = term != null && title ? term.to() : from + 1;
        }
        // "NATO Secretary General Jens Stoltenberg": what stands before the title says whose title it is.
        for (int i = from; i < name.to(); i++) {
            Term term = passage.term(i);
            if (term != null && term.isRole() && term.to() < name.to()) {
                from = Math.max(from, term.to());
            }
        }
        return from >= name.to() ? null : new Passage.Name(from, name.to(), name.tag());
    }
}
