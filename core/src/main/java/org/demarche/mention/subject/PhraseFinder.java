package org.demarche.mention.subject;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.demarche.mention.subject.Parties.At;
import org.demarche.mention.subject.Phrase.Site;
import org.demarche.model.Mention;
import org.demarche.model.Span;
import org.demarche.model.Subject;
import org.demarche.model.Subjects.Party;
import org.jspecify.annotations.Nullable;

/** Finds, in one sentence, the noun phrases that may name a subject. Works on words; where there is a tree, the tree confirms. */
final class PhraseFinder {
    private static final Set<String> DETERMINERS = Set.of(
            "the", "a", "an", "this", "that", "these", "those", "no", "any", "all", "each", "every", "both", "some",
            "another", "either");
    private static final Set<String> POSSESSIVES = Set.of("its", "their", "his", "her", "our", "my", "your");
    private static final Set<String> TO_HOST =
            Set.of("to", "at", "in", "with", "on", "within", "against", "towards", "toward");
    private static final Set<String> PLAIN = Set.of(
            "new",
            "old",
            "own",
            "other",
            "former",
            "first",
            "last",
            "same",
            "respective",
            "current",
            "only",
            "full",
            "entire",
            "main",
            "remaining",
            "local",
            "official",
            "bilateral",
            "mutual",
            "direct",
            "joint",
            "top",
            "senior",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "dozen",
            "several",
            "many",
            "few",
            "more",
            "broken",
            "frozen",
            "regular",
            "accredited",
            "expelled",
            "chief",
            "high",
            "deputy",
            "next",
            "acting",
            "outgoing",
            "resident",
            "formal",
            "cordial",
            "close",
            "normal",
            "long",
            "standing",
            "substantive",
            "practical",
            "concerned",
            "undeclared",
            "further",
            "most",
            "key",
            "so",
            "called",
            "tiny",
            "small",
            "large",
            "big");
    private static final String[] ADJECTIVE_ENDS = {
        "al", "ic", "ive", "ary", "ous", "ent", "ant", "ian", "ese", "ish", "ory"
    };

    /** Stands for the city named last. */
    static final String SAME_CITY = "the same city";

    private final SubjectLexicon lexicon;
    private final Parties parties;

    PhraseFinder(SubjectLexicon lexicon, Parties parties) {
        this.lexicon = lexicon;
        this.parties = parties;
    }

    List<Phrase> find(Words words) {
        List<Phrase> out = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int end = headEnd(words, i);
            if (end < 0) {
                continue;
            }
            Phrase phrase = phrase(words, i, end);
            if (phrase != null) {
                out.add(phrase);
            }
            i = end;
        }
        return out;
    }

    /** Last word of the longest head that begins here, or -1. */
    private int headEnd(Words words, int i) {
        if (!words.isWord(i)) {
            return -1;
        }
        for (int n = Math.min(lexicon.longestHead(), words.size() - i); n > 0; n--) {
            if (lexicon.singular(words.lower(i, i + n - 1)) != null) {
                return i + n - 1;
            }
        }
        return -1;
    }

    private @Nullable Phrase phrase(Words words, int start, int end) {
        String form = words.lower(start, end);
        String noun = lexicon.singular(form);
        if (noun == null || words.isVerb(end) || isModifier(words, end)) {
            return null;
        }
        boolean plural = lexicon.isPlural(form);
        Left left = left(words, start, end);
        Set<String> around = new LinkedHashSet<>(left.modifiers);
        around.addAll(List.of(form.split(" ", -1)));
        Sense sense = lexicon.senses(noun).stream()
                .filter(s -> s.fits(around, plural))
                .findFirst()
                .orElse(null);
        if (sense == null || sense.kind() == null) {
            return null;
        }
        if (isLevel(words, left.from, end) && sense.kind() == Subject.Kind.MISSION) {
            return null;
        }
        Right right = right(words, end, sense, left);
        boolean capital = words.isCapital(end) && (end > 0 || words.size() > end + 1 && words.isCapital(end + 1));
        Span span = words.span(left.from, right.to);
        return new Phrase(
                words.sentence().index(),
                left.from,
                right.to,
                end,
                noun,
                sense,
                plural,
                left.modifiers,
                left.owners,
                sites(left, right),
                left.their,
                left.determiner,
                name(words, left, start, right.nameTo),
                capital,
                right.abbreviation,
                span,
                outer(words, left.from, right.to, end));
    }

    /** "raised to the rank of embassy", "Embassy status": a level of a mission, not a mission. */
    private static boolean isLevel(Words words, int from, int end) {
        String next = words.lower(end + 1);
        if (next.equals("status") || next.equals("rank") || next.equals("level")) {
            return true;
        }
        String before = words.lower(from - 1);
        String two = words.lower(from - 2);
        boolean bare = !DETERMINERS.contains(words.lower(from)) && from == end;
        return before.equals("of") && Set.of("rank", "status", "level").contains(two)
                || bare
                        && Set.of("to", "into", "a", "an").contains(before)
                        && Set.of(
                                        "elevated",
                                        "raised",
                                        "upgraded",
                                        "downgraded",
                                        "elevation",
                                        "reduced",
                                        "promoted",
                                        "upgrading",
                                        "raising")
                                .contains(two)
                || bare && before.equals("an") && Set.of("to", "into").contains(two);
    }

    /** Whether the head is itself a modifier of the next noun ("embassy staff", "treaty talks"). */
    private boolean isModifier(Words words, int end) {
        int next = end + 1;
        if (words.isParsed() && words.token(end) >= 0 && words.token(next) > words.token(end)) {
            var token = words.sentence().token(words.token(end));
            return token.relation().equals("compound")
                    && token.head() > words.token(end)
                    && !lexicon.isTransparent(words.lower(next));
        }
        return words.isWord(next)
                && headEnd(words, next) >= 0
                && !words.isCapital(next)
                && !Set.of("contact", "contacts").contains(words.lower(next));
    }

    private static final class Left {
        int from;
        final List<String> modifiers = new ArrayList<>();
        final List<Party> owners = new ArrayList<>();
        final List<Site> sites = new ArrayList<>();
        final Set<Integer> partyWords = new HashSet<>();
        boolean their;
        String determiner = "";
    }

    private Left left(Words words, int start, int end) {
        Left out = new Left();
        out.from = start;
        Deque<String> modifiers = new ArrayDeque<>();
        Deque<At> named = new ArrayDeque<>();
        boolean possessive = false;
        int i = start - 1;
        int steps = 0;
        while (i >= 0 && steps++ < 16) {
            String word = words.lower(i);
            At at = endingAt(words, i, words.span(end));
            if (at != null) {
                int first = firstWord(words, at.span(), i);
                for (int k = first; k <= i; k++) {
                    out.partyWords.add(k);
                }
                named.addFirst(at);
                out.from = first;
                i = first - 1;
                if (i >= 0 && words.isHyphen(i) && words.touches(i - 1)) {
                    out.from = i;
                    i--;
                    continue;
                }
                if (POSSESSIVES.contains(words.lower(first))) {
                    break;
                }
                if (possessive) {
                    i = takeDeterminer(words, i, out);
                    break;
                }
                continue;
            }
            if (word.equals("'s") || word.equals("'")) {
                if (endingAt(words, i - 1, words.span(end)) == null) {
                    break;
                }
                possessive = true;
                i--;
                continue;
            }
            if (POSSESSIVES.contains(word)) {
                out.their = true;
                out.from = i;
                out.determiner = word;
                break;
            }
            if (DETERMINERS.contains(word)) {
                i = takeDeterminer(words, i, out);
                break;
            }
            if (words.isHyphen(i) && words.touches(i) && words.touches(i - 1)) {
                i--;
                continue;
            }
            boolean joined = words.isHyphen(i + 1) && words.touches(i);
            if (!words.isWord(i) || !(joined || isPremodifier(words, i, end))) {
                break;
            }
            modifiers.addFirst(word);
            out.from = i;
            i--;
        }
        out.modifiers.addAll(modifiers);
        for (At at : named) {
            boolean bare = !possessive
                    && Set.of("embassy", "consulate", "office", "bureau").contains(words.lower(start));
            if (at.place() != null && (named.size() > 1 && at != named.peekFirst() || bare)) {
                out.sites.add(new Site(at.party(), at.place()));
            } else {
                out.owners.add(at.party());
                out.their |= at.form() == Mention.OfActor.Form.PRONOUN;
            }
        }
        return out;
    }

    private static int takeDeterminer(Words words, int i, Left out) {
        if (i >= 0 && DETERMINERS.contains(words.lower(i))) {
            out.determiner = words.lower(i);
            out.from = i;
            if (i > 0 && words.lower(i).equals("the") && Set.of("all", "both").contains(words.lower(i - 1))) {
                out.from = i - 1;
            }
            return i - 1;
        }
        return i;
    }

    private boolean isPremodifier(Words words, int i, int end) {
        String word = words.lower(i);
        if (words.isParsed() && words.token(i) >= 0) {
            return words.modifies(i, end) && !words.isVerb(i) || lexicon.isModifier(word) && words.isCapital(i);
        }
        if (lexicon.isModifier(word) || PLAIN.contains(word) || words.isNumber(i)) {
            return true;
        }
        if (words.isCapital(i)) {
            return i > 0 || word.length() > 3;
        }
        for (String suffix : ADJECTIVE_ENDS) {
            if (word.endsWith(suffix) && word.length() > suffix.length() + 2) {
                return true;
            }
        }
        return false;
    }

    /** The longest party whose words end with a word; none that holds the head itself. */
    private @Nullable At endingAt(Words words, int i, Span head) {
        if (i < 0 || !words.isWord(i)) {
            return null;
        }
        int end = words.span(i).end();
        At best = null;
        for (At at : parties.in(words.sentence().index())) {
            boolean ends = at.span().end() == end
                    || at.span().end() > end
                            && at.span().end() <= end + 2
                            && at.span().end() <= head.start();
            if (ends
                    && !at.span().overlaps(head)
                    && (best == null || at.span().length() > best.span().length())) {
                best = at;
            }
        }
        if (best == null && words.isCapital(i)) {
            At known = parties.named(words.form(i));
            if (known != null) {
                best = new At(words.span(i), known.party(), known.form(), known.isPlace(), known.place());
            }
        }
        return best;
    }

    private static int firstWord(Words words, Span span, int last) {
        int first = last;
        while (first > 0 && words.span(first - 1).start() >= span.start()) {
            first--;
        }
        return first;
    }

    private static final class Right {
        int to;
        int nameTo;
        final List<Site> sites = new ArrayList<>();

        @Nullable
        String abbreviation;
    }

    private Right right(Words words, int end, Sense sense, Left left) {
        Right out = new Right();
        out.to = end;
        out.nameTo = end;
        int i = end + 1;
        i = abbreviation(words, i, out);
        At bare = startingAt(words, i);
        if (bare != null
                && bare.place() != null
                && words.isCapital(end)
                && !sense.isShared()
                && !words.lower(i).equals("'s")) {
            addHost(bare, out);
            out.to = lastWord(words, bare.span(), i);
            i = out.to + 1;
        }
        for (int steps = 0; steps < 6; steps++) {
            int next = words.lower(i).equals(",") && Set.of("in", "attached").contains(words.lower(i + 1)) ? -1 : i;
            if (next < 0) {
                break;
            }
            String word = words.lower(i);
            boolean of = word.equals("of") || word.equals("for");
            boolean among = word.equals("between") || word.equals("among");
            if (word.equals("accredited")
                    || word.equals("deployed")
                    || word.equals("stationed")
                    || word.equals("posted")
                    || word.equals("based")
                    || word.equals("working")
                    || word.equals("serving")) {
                i++;
                word = words.lower(i);
            }
            boolean host = TO_HOST.contains(word);
            if (word.equals("from") && (sense.kind() == Subject.Kind.STAFF || sense.kind() == Subject.Kind.POST)) {
                of = true;
            }
            if (!of && !among && !host) {
                break;
            }
            int after = objects(words, i + 1, of && left.owners.isEmpty() || among, left, out, sense);
            if (after < 0) {
                break;
            }
            i = abbreviation(words, after, out);
        }
        return out;
    }

    /** Reads the parties after a preposition; the word after them, or -1 where there are none. */
    private int objects(Words words, int start, boolean owner, Left left, Right out, Sense sense) {
        int i = start;
        int done = -1;
        for (int n = 0; n < 4; n++) {
            int begin = i;
            while (DETERMINERS.contains(words.lower(i))
                    || PLAIN.contains(words.lower(i)) && startingAt(words, i) == null
                    || words.lower(i).equals("government")
                    || words.lower(i).equals("western") && startingAt(words, i) == null) {
                i++;
            }
            At at = startingAt(words, i);
            if (at == null && words.lower(i).equals("city")) {
                out.sites.add(new Site(null, SAME_CITY));
                out.to = i;
                return i + 1;
            }
            if (at == null) {
                int place = placeName(words, i);
                if (place < i || owner || i != begin && !words.lower(begin).equals("the") || isTimeWord(words, i)) {
                    break;
                }
                if (sense.kind() == Subject.Kind.OFFICE || sense.kind() == Subject.Kind.MISSION || sense.byPlace()) {
                    out.sites.add(new Site(null, words.text(i, place)));
                    i = place + 1;
                    out.to = place;
                    done = i;
                }
                break;
            }
            int last = lastWord(words, at.span(), i);
            if (words.lower(last + 1).equals("'s") || words.lower(last + 1).equals("'")) {
                int seat = last + 2;
                if (!words.lower(seat).startsWith("headquarter")) {
                    break;
                }
                last = seat;
            } else if (words.lower(last + 1).startsWith("headquarter")) {
                last = last + 1;
            } else if (at.isAdjective() && !isCountryNoun(words, last + 1)) {
                break;
            } else if (words.isHyphen(last + 1) && words.touches(last)) {
                break;
            }
            if (at.isAdjective()) {
                last = last + 1;
            }
            if (owner) {
                left.owners.add(at.party());
            } else {
                addHost(at, out);
            }
            out.to = last;
            done = last + 1;
            i = last + 1;
            boolean more = words.lower(i).equals("and") || words.lower(i).equals(",");
            if (!more) {
                break;
            }
            At another = startingAt(words, words.lower(i + 1).equals("the") ? i + 2 : i + 1);
            if (another == null
                    || words.lower(i).equals(",")
                            && !words.lower(lastWord(words, another.span(), i + 1) + 1)
                                    .matches(",|and")) {
                break;
            }
            i++;
        }
        return done;
    }

    private static boolean isCountryNoun(Words words, int i) {
        return Set.of("federation", "government", "capital", "side", "state", "republic", "union")
                .contains(words.lower(i));
    }

    private static void addHost(At at, Right out) {
        out.sites.add(new Site(at.party(), at.place()));
    }

    /** Last word of a run of capitalised words that no actor claims ("St Petersburg"), or one before the start. */
    private static int placeName(Words words, int i) {
        int k = i;
        while (k < words.size() && k < i + 4 && words.isCapital(k) && words.isWord(k)) {
            k++;
            if (words.lower(k).equals(".") && words.lower(k - 1).equals("st") && words.touches(k - 1)) {
                k++;
            }
        }
        return k - 1;
    }

    private static boolean isTimeWord(Words words, int i) {
        return Set.of(
                        "january",
                        "february",
                        "march",
                        "april",
                        "may",
                        "june",
                        "july",
                        "august",
                        "september",
                        "october",
                        "november",
                        "december",
                        "monday",
                        "tuesday",
                        "wednesday",
                        "thursday",
                        "friday",
                        "saturday",
                        "sunday",
                        "world",
                        "cold")
                .contains(words.lower(i));
    }

    private @Nullable At startingAt(Words words, int i) {
        if (!words.isWord(i)) {
            return null;
        }
        int start = words.span(i).start();
        At best = null;
        for (At at : parties.in(words.sentence().index())) {
            boolean starts = at.span().start() == start
                    || DETERMINERS.contains(words.lower(i - 1))
                            && at.span().start() == words.span(i - 1).start();
            if (starts
                    && at.span().end() > start
                    && (best == null || at.span().length() > best.span().length())) {
                best = at;
            }
        }
        return best;
    }

    private static int lastWord(Words words, Span span, int first) {
        int last = first;
        while (last + 1 < words.size() && words.span(last + 1).end() <= span.end()) {
            last++;
        }
        return last;
    }

    private static int abbreviation(Words words, int i, Right out) {
        if (words.form(i).equals("(")
                && words.isCapital(i + 1)
                && words.form(i + 2).equals(")")
                && words.form(i + 1).equals(words.form(i + 1).toUpperCase(java.util.Locale.ROOT))
                && words.form(i + 1).length() > 1) {
            out.abbreviation = words.form(i + 1);
            out.to = i + 2;
            return i + 3;
        }
        return i;
    }

    private static List<Site> sites(Left left, Right right) {
        List<Site> all = new ArrayList<>(left.sites);
        all.addAll(right.sites);
        return all;
    }

    private static String name(Words words, Left left, int start, int end) {
        List<String> out = new ArrayList<>();
        for (int i = left.from; i <= end; i++) {
            boolean inHead = i >= start;
            if (inHead
                    || words.isWord(i)
                            && !left.partyWords.contains(i)
                            && !DETERMINERS.contains(words.lower(i))
                            && !words.isNumber(i)
                            && !POSSESSIVES.contains(words.lower(i))
                            && !words.lower(i).equals("s")) {
                out.add(words.form(i));
            }
        }
        return String.join(" ", out);
    }

    /** Spans of "the work of …" and "… meetings" around a phrase, innermost first. */
    private List<Span> outer(Words words, int from, int to, int end) {
        List<Span> out = new ArrayList<>();
        int first = from;
        int last = to;
        if (to == end && lexicon.isTransparent(words.lower(to + 1)) && !words.isVerb(to + 1)) {
            last = to + 1;
            out.add(words.span(first, last));
        }
        for (int steps = 0; steps < 2 && Set.of("of", "at", "on").contains(words.lower(first - 1)); steps++) {
            int noun = first - 2;
            int begin = -1;
            for (int n = 3; n > 0; n--) {
                if (noun - n + 1 >= 0 && lexicon.isTransparent(words.lower(noun - n + 1, noun))) {
                    begin = noun - n + 1;
                    break;
                }
            }
            if (begin < 0) {
                break;
            }
            while (begin > 0
                    && (DETERMINERS.contains(words.lower(begin - 1))
                            || PLAIN.contains(words.lower(begin - 1))
                            || lexicon.isModifier(words.lower(begin - 1))
                            || words.lower(begin - 1).equals("maximum"))) {
                begin--;
            }
            first = begin;
            out.add(words.span(first, last));
        }
        return out;
    }
}
