package org.demarche.mention.subject;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.demarche.mention.subject.Parties.At;
import org.demarche.mention.subject.Phrase.Site;
import org.demarche.model.Mention;
import org.demarche.model.Span;
import org.demarche.model.Subject;
import org.demarche.model.Subjects.Party;
import org.jspecify.annotations.Nullable;

/** What stands before a head noun in its phrase: determiner, modifiers, the parties that own it. */
final class LeftSide {
    private static final String[] ADJECTIVE_ENDS = {"al", "ic", "ive", "ary", "ous", "ent", "ant", "ian", "ese", "ory"};
    private static final int MOST_WORDS = 16;

    /** A party before the head, by the words it takes. */
    private record Named(At at, int first, int last, boolean possessive) {}

    private final SubjectLexicon lexicon;
    private final Parties parties;
    private final Words words;
    private final int start;
    private final int head;
    private final Deque<String> modifiers = new ArrayDeque<>();
    private final Deque<Named> named = new ArrayDeque<>();
    private int from;
    private String determiner = "";
    private boolean pronoun;
    private boolean ownedByPhrase;
    private String ownerNoun = "";

    LeftSide(SubjectLexicon lexicon, Parties parties, Words words, int start, int head) {
        this.lexicon = lexicon;
        this.parties = parties;
        this.words = words;
        this.start = start;
        this.head = head;
        this.from = start;
        read();
    }

    int from() {
        return from;
    }

    List<String> modifiers() {
        return List.copyOf(modifiers);
    }

    String determiner() {
        return determiner;
    }

    /** Whether a possessive pronoun stands before it. */
    boolean isTheirs() {
        return pronoun || named.stream().anyMatch(n -> n.at().form() == Mention.OfActor.Form.PRONOUN);
    }

    /** Whether another noun phrase owns it: "the embassy's staff". */
    boolean isOwnedByPhrase() {
        return ownedByPhrase;
    }

    /** The noun that owns it in lower case, or empty. */
    String ownerNoun() {
        return ownerNoun;
    }

    /** The owners, as a sense takes them: a city in the name of a treaty is no party, a city before an office is where it stands. */
    List<Party> owners(Sense sense) {
        List<Party> out = new ArrayList<>();
        for (Named one : named) {
            if (words.lower(one.last() + 1).equals("member")) {
                return List.of(one.at().party());
            }
            if (!isNamePart(one, sense) && !isSite(one, sense)) {
                out.add(one.at().party());
            }
        }
        if (out.isEmpty() && !sense.isShared()) {
            At cover = covering();
            cover = cover == null && sense.kind() == Subject.Kind.POST ? titled() : cover;
            if (cover != null && !pronoun) {
                out.add(cover.party());
            }
        }
        return out;
    }

    List<Site> sites(Sense sense) {
        List<Site> out = new ArrayList<>();
        for (Named one : named) {
            if (!isNamePart(one, sense) && isSite(one, sense)) {
                out.add(new Site(one.at().party(), one.at().place()));
            }
        }
        return out;
    }

    /** The words of the name: no determiner, numbers or parties. */
    List<String> nameWords(Sense sense) {
        Set<Integer> left = new HashSet<>();
        for (Named one : named) {
            for (int i = one.first(); i <= one.last() && !isNamePart(one, sense); i++) {
                left.add(i);
            }
        }
        List<String> out = new ArrayList<>();
        for (int i = from; i < start; i++) {
            String lower = words.lower(i);
            if (words.isWord(i)
                    && !left.contains(i)
                    && !Determiners.isArticle(lower)
                    && !Determiners.isPossessive(lower)
                    && !words.isNumber(i)) {
                out.add(words.form(i));
            }
        }
        return out;
    }

    private static boolean isNamePart(Named one, Sense sense) {
        return sense.named()
                && sense.kind() == Subject.Kind.AGREEMENT
                && one.at().place() != null
                && !one.possessive();
    }

    private boolean isSite(Named one, Sense sense) {
        if (one.at().place() == null || sense.isShared() || one.possessive()) {
            return false;
        }
        boolean house = sense.kind() == Subject.Kind.MISSION || sense.kind() == Subject.Kind.OFFICE;
        return named.size() > 1 && one != named.peekFirst() || house;
    }

    private void read() {
        int i = start - 1;
        boolean mark = false;
        for (int steps = 0; i >= 0 && steps < MOST_WORDS; steps++) {
            String word = words.lower(i);
            At at = endingAt(i);
            if (at != null) {
                int first = firstWord(at.span(), i);
                named.addFirst(new Named(at, first, i, mark || Determiners.isPossessive(words.lower(first))));
                from = first;
                i = first - 1;
                if (Determiners.isPossessive(words.lower(first))) {
                    determiner = words.lower(first);
                    return;
                }
                if (i >= 0 && words.isHyphen(i) && words.touches(i - 1)) {
                    from = i;
                    i--;
                } else if (mark) {
                    takeDeterminer(i);
                    return;
                }
                continue;
            }
            if (Determiners.isMark(word)) {
                if (endingAt(i - 1) == null) {
                    ownedByPhrase = words.isWord(i - 1);
                    ownerNoun = words.lower(i - 1);
                    return;
                }
                mark = true;
                i--;
            } else if (Determiners.isPossessive(word)) {
                pronoun = true;
                from = i;
                determiner = word;
                return;
            } else if (Determiners.isArticle(word)) {
                takeDeterminer(i);
                return;
            } else if (words.isHyphen(i) && words.touches(i) && words.touches(i - 1)) {
                i--;
            } else if (words.isWord(i) && (words.isHyphen(i + 1) && words.touches(i) || isPremodifier(i))) {
                if (!split(i)) {
                    modifiers.addFirst(word);
                }
                from = i;
                i--;
            } else {
                return;
            }
        }
    }

    private void takeDeterminer(int i) {
        if (i >= 0 && Determiners.isArticle(words.lower(i))) {
            determiner = words.lower(i);
            from = i > 0 && determiner.equals("the") && Set.of("all", "both").contains(words.lower(i - 1)) ? i - 1 : i;
        }
    }

    /** Takes a word that lost its hyphen ("PeruChile") for the two parties that it names. */
    private boolean split(int i) {
        String form = words.form(i);
        for (int cut = 2; cut <= form.length() - 2; cut++) {
            if (Character.isUpperCase(form.charAt(cut))) {
                At one = parties.named(form.substring(0, cut));
                At other = parties.named(form.substring(cut));
                if (one != null && other != null) {
                    named.addFirst(new Named(other, i, i, false));
                    named.addFirst(new Named(one, i, i, false));
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isPremodifier(int i) {
        String word = words.lower(i);
        if (words.isParsed() && words.token(i) >= 0) {
            boolean ofName = words.isCapital(i) && words.isCapital(i + 1) && words.isCapital(head) && i > 0;
            return !word.equals("that") && words.modifies(i, head)
                    || ofName && !words.isTitleCase() && !words.isVerb(i)
                    || lexicon.isModifier(word)
                            && !words.isVerb(i)
                            && (i == start - 1 || words.isCapital(i) && words.isCapital(head));
        }
        if (word.endsWith("ed") || word.equals("frozen") || word.equals("broken")) {
            return Determiners.isArticle(words.lower(i - 1));
        }
        if (lexicon.isModifier(word) || lexicon.isPlain(word) || words.isNumber(i)) {
            return true;
        }
        if (words.isCapital(i)) {
            return !words.isTitleCase() && words.isCapital(head) && (i > 0 || word.length() > 3);
        }
        for (String suffix : ADJECTIVE_ENDS) {
            if (word.endsWith(suffix) && word.length() > suffix.length() + 2) {
                return true;
            }
        }
        return false;
    }

    /** The party of an actor whose words hold the head itself: "the Russian ambassador" is an actor too. */
    private @Nullable At covering() {
        Span span = words.span(head);
        for (At at : parties.in(words.sentence().index())) {
            if (at.span().contains(span) && !at.isPlace()) {
                for (int i = start - 1;
                        i >= 0 && words.span(i).start() >= at.span().start();
                        i--) {
                    if (words.isCapital(i) && !Determiners.isArticle(words.lower(i))) {
                        return at;
                    }
                }
            }
        }
        return null;
    }

    /** For whom somebody acts whose title the head is: "ambassador NAME". */
    private @Nullable At titled() {
        Span span = words.span(head);
        return parties.in(words.sentence().index()).stream()
                .filter(at ->
                        at.form() == Mention.OfActor.Form.TITLE && at.span().equals(span))
                .filter(at -> words.isCapital(head + 1))
                .findFirst()
                .orElse(null);
    }

    /** The longest party whose words end with a word; none that holds the head itself. */
    private @Nullable At endingAt(int i) {
        if (!words.isWord(i)) {
            return null;
        }
        Span before = words.span(head);
        int end = words.span(i).end();
        At best = null;
        for (At at : parties.in(words.sentence().index())) {
            boolean ends =
                    at.span().end() == end || at.span().end() > end && at.span().end() <= end + 2;
            if (ends
                    && at.span().end() <= before.start()
                    && (best == null || at.span().length() > best.span().length())) {
                best = at;
            }
        }
        if (best == null && words.isCapital(i)) {
            At known = parties.named(words.form(i));
            if (known != null) {
                return new At(words.span(i), known.party(), known.form(), known.isPlace(), known.place());
            }
        }
        return best;
    }

    private int firstWord(Span span, int last) {
        int first = last;
        while (first > 0 && words.span(first - 1).start() >= span.start()) {
            first--;
        }
        return first;
    }
}
