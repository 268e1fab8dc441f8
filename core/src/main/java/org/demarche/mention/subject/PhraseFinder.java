package org.demarche.mention.subject;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.demarche.model.Mention;
import org.demarche.model.Span;
import org.demarche.model.Subject;
import org.demarche.model.Subjects.Party;
import org.jspecify.annotations.Nullable;

/** Finds, in one sentence, the noun phrases that may name a subject. Works on words; where there is a tree, the tree confirms. */
final class PhraseFinder {
    /** Stands for the city named last. */
    static final String SAME_CITY = "the same city";

    private static final Set<String> RETURNS = Set.of("return", "returns", "returned", "returning");

    private static final Set<String> GOING = Set.of("came", "come", "comes", "go", "goes", "gone", "sent", "went");

    private static final Set<String> AUXILIARIES = Set.of(
            "was", "were", "is", "are", "be", "been", "being", "has", "have", "had", "will", "would", "must", "to");

    private static final Set<String> TOPIC =
            Set.of("on", "over", "about", "for", "towards", "toward", "of", "concerning");
    private static final Set<String> ENDS_TOPIC =
            Set.of("with", "between", "in", "by", "on", "after", "since", "until", "at");
    private static final int TOPIC_WORDS = 6;
    private static final int BEFORE = 4;

    private static final Set<String> LEVEL = Set.of("rank", "status", "level");
    private static final Set<String> PAST = Set.of("former", "retired", "ex", "veteran", "late");

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
            if (end >= 0) {
                Phrase phrase = phrase(words, i, end);
                if (phrase != null) {
                    out.add(phrase);
                }
                i = end;
            }
        }
        return out;
    }

    /** Last word of the longest head that begins here, or -1. */
    private int headEnd(Words words, int i) {
        if (!words.isWord(i)) {
            return -1;
        }
        for (int n = Math.min(lexicon.longestHead(words.lower(i)), words.size() - i); n > 0; n--) {
            if (lexicon.singular(words.lower(i, i + n - 1)) != null) {
                return i + n - 1;
            }
        }
        return -1;
    }

    private @Nullable Phrase phrase(Words words, int start, int end) {
        String form = words.lower(start, end);
        String noun = lexicon.singular(form);
        if (noun == null || words.isVerb(end) || isModifier(words, start, end) || isInsideName(words, end)) {
            return null;
        }
        boolean plural = lexicon.isPlural(form);
        LeftSide left = new LeftSide(lexicon, parties, words, start, end);
        Sense sense = sense(words, end, noun, form, plural, left);
        if (sense == null
                || sense.kind() == null
                || sense.kind() == Subject.Kind.MISSION && isLevel(words, left.from(), end)) {
            return null;
        }
        boolean people = sense.kind() == Subject.Kind.STAFF || sense.kind() == Subject.Kind.POST;
        if (people && left.modifiers().stream().anyMatch(PAST::contains)
                || sense.kind() == Subject.Kind.STAFF
                        && words.isCapital(end)
                        && end > 0
                        && !words.isTitleCase()
                        && left.owners(sense).isEmpty()) {
            return null;
        }
        List<Party> owners = new ArrayList<>(left.owners(sense));
        RightSide right = new RightSide(lexicon, parties, words, end, sense, !owners.isEmpty());
        if (right.isOfAnother() && sense.weak() || right.isOfOthers()) {
            return null;
        }
        owners.addAll(right.owners());
        List<Phrase.Site> sites = new ArrayList<>(left.sites(sense));
        sites.addAll(right.sites());
        if (sense.kind() == Subject.Kind.POST && sites.isEmpty()) {
            sites.addAll(returnedTo(words, right.to() + 1));
        }
        List<String> name = new ArrayList<>(left.nameWords(sense));
        for (int i = start; i <= end; i++) {
            name.add(words.form(i));
        }
        List<String> modifiers = new ArrayList<>(left.modifiers());
        if (sense.kind() == Subject.Kind.CHANNEL && modifiers.stream().noneMatch(sense.with()::contains)) {
            modifiers.addAll(topic(words, end));
        }
        if (sense.kind() == Subject.Kind.STAFF && Discourse.DEPARTMENTS.contains(left.ownerNoun())) {
            modifiers.add(left.ownerNoun());
        }
        return new Phrase(
                words.sentence().index(),
                left.from(),
                right.to(),
                end,
                noun,
                sense,
                plural,
                modifiers,
                owners,
                sites,
                left.isTheirs(),
                left.isOwnedByPhrase(),
                left.determiner(),
                words.lower(right.to() + 1).equals("of"),
                String.join(" ", name),
                words.isCapital(end) && !words.isTitleCase() && (end > 0 || words.isCapital(1)),
                right.abbreviation(),
                sense.kind() == Subject.Kind.POST ? holder(words, right.to() + 1) : null,
                deeds(words, left.from(), right.to()),
                words.span(left.from(), right.to()),
                outer(words, left.from(), right.to(), end));
    }

    private @Nullable Sense sense(Words words, int end, String noun, String form, boolean plural, LeftSide left) {
        Set<String> around = new LinkedHashSet<>(left.modifiers());
        around.addAll(List.of(form.split(" ", -1)));
        if (Set.of("between", "at").contains(words.lower(end + 1))) {
            for (int i = end + 2; i < Math.min(end + 5, words.size()); i++) {
                around.add(words.lower(i));
            }
        }
        around.addAll(topic(words, end));
        return lexicon.senses(noun).stream()
                .filter(s -> s.fits(around, plural))
                .findFirst()
                .orElse(null);
    }

    /** The last word of a name of two or three words that begins at a place. */
    private @Nullable String holder(Words words, int at) {
        int last = at;
        while (words.isCapital(last) && last < at + 4 && !words.isTitleCase()) {
            last++;
        }
        boolean named = last - at >= 2
                || last - at == 1
                        && parties.in(words.sentence().index()).stream()
                                .noneMatch(p -> p.span().overlaps(words.span(at)));
        return named ? words.lower(last - 1) : null;
    }

    /** "Chile's ambassador has returned to Lima", "sent its ambassador back to Lima": where he serves. */
    private List<Phrase.Site> returnedTo(Words words, int at) {
        int verb = at;
        while (AUXILIARIES.contains(words.lower(verb))) {
            verb++;
        }
        boolean sent = words.lower(at).equals("back");
        boolean went =
                GOING.contains(words.lower(verb)) && words.lower(verb + 1).equals("back");
        int to = sent ? at + 1 : went ? verb + 2 : verb + 1;
        if (!(sent || went || RETURNS.contains(words.lower(verb)))
                || !words.lower(to).equals("to")) {
            return List.of();
        }
        int start = words.span(to + 1).start();
        return parties.in(words.sentence().index()).stream()
                .filter(p -> p.span().start() == start)
                .map(p -> new Phrase.Site(p.party(), p.place()))
                .limit(1)
                .toList();
    }

    /** The words just before a phrase, and the participle behind it: "recalled" of "the envoy would be recalled". */
    private static List<String> deeds(Words words, int from, int to) {
        List<String> out = new ArrayList<>();
        for (int i = Math.max(0, from - BEFORE); i < from; i++) {
            out.add(words.lower(i));
        }
        int next = to + 1;
        while (AUXILIARIES.contains(words.lower(next))) {
            next++;
        }
        if (AUXILIARIES.contains(words.lower(next - 1)) && words.isVerb(next)) {
            out.add(words.lower(next));
        }
        return out;
    }

    /** "Negotiations on a trade pact": the words behind the head that say what it is about, up to the next verb or comma. */
    private static List<String> topic(Words words, int end) {
        List<String> out = new ArrayList<>();
        int about = end + 1;
        if (Set.of("between", "with").contains(words.lower(about))) {
            while (about < Math.min(words.size(), end + 2 + TOPIC_WORDS)
                    && !Set.of("on", "over", "about").contains(words.lower(about))
                    && !words.isVerb(about)) {
                about++;
            }
        }
        if (TOPIC.contains(words.lower(about))) {
            for (int i = about + 1; i < Math.min(about + 1 + TOPIC_WORDS, words.size()); i++) {
                boolean ends = !words.isWord(i) && !words.isHyphen(i)
                        || words.isVerb(i)
                        || VerbGroup.isAuxiliary(words.lower(i))
                        || i > about + 1 && ENDS_TOPIC.contains(words.lower(i));
                if (ends) {
                    break;
                }
                out.add(words.lower(i));
            }
        }
        return out;
    }

    /** "raised to the rank of embassy", "Embassy status", "to Legation": a level of a mission, not a mission. */
    private static boolean isLevel(Words words, int from, int end) {
        if (LEVEL.contains(words.lower(end + 1))) {
            return true;
        }
        String before = words.lower(from - 1);
        if (before.equals("of") && LEVEL.contains(words.lower(from - 2))) {
            return true;
        }
        boolean bare = from == end || end == from + 1 && Set.of("a", "an").contains(words.lower(from));
        return bare && Set.of("to", "into", "from").contains(before);
    }

    /** Whether the head is itself a modifier of the next noun ("embassy staff", "treaty talks"). */
    private boolean isModifier(Words words, int start, int end) {
        int next = end + 1;
        if (lexicon.isTransparent(words.lower(next))) {
            return false;
        }
        int token = words.token(end);
        if (words.isParsed() && token >= 0) {
            var read = words.sentence().token(token);
            return read.relation().equals("compound") && read.head() > token && read.head() <= token + 2;
        }
        boolean contact = words.lower(end).startsWith("contact");
        return words.isWord(next)
                && words.touches(end) == false
                && headEnd(words, next) >= 0
                && (!words.isCapital(next) || words.isCapital(start) && start > 0 && end == start && !contact)
                && !words.lower(next).startsWith("contact")
                && !words.lower(next).equals("post");
    }

    /** Whether a longer name of somebody goes on behind the head: "the Treaty Organization". */
    private boolean isInsideName(Words words, int end) {
        Span head = words.span(end);
        return parties.in(words.sentence().index()).stream()
                .anyMatch(at -> !at.isPlace()
                        && at.form() == Mention.OfActor.Form.NAME
                        && at.span().start() < head.start()
                        && at.span().end() > head.end() + 1);
    }

    /** Spans of "the work of …" and "… meetings" around a phrase, innermost first. */
    private List<Span> outer(Words words, int from, int to, int end) {
        List<Span> out = new ArrayList<>();
        int first = from;
        int last = to;
        boolean mark = Determiners.isMark(words.lower(to + 1));
        int noun = mark ? to + 2 : to + 1;
        if ((to == end || mark) && lexicon.isTransparent(words.lower(noun)) && !words.isVerb(noun)) {
            last = noun;
            out.add(words.span(first, last));
        }
        for (int steps = 0; steps < 2 && Set.of("of", "at", "on").contains(words.lower(first - 1)); steps++) {
            int begin = transparentBefore(words, first - 2);
            if (begin < 0) {
                break;
            }
            while (begin > 0 && isAdjective(words, begin - 1)) {
                begin--;
            }
            begin -= Determiners.isArticle(words.lower(begin - 1)) ? 1 : 0;
            first = begin;
            out.add(words.span(first, last));
        }
        return out;
    }

    /** A known modifier; a participle where the tree does not take it for the verb, or without a tree behind an article. */
    private boolean isAdjective(Words words, int i) {
        String word = words.lower(i);
        return (lexicon.isPlain(word) || lexicon.isModifier(word))
                && !words.isVerb(i)
                && (words.isParsed() || !word.endsWith("ed") || Determiners.isArticle(words.lower(i - 1)));
    }

    private int transparentBefore(Words words, int noun) {
        for (int n = 3; n > 0; n--) {
            int begin = noun - n + 1;
            if (begin >= 0 && lexicon.isTransparent(words.lower(begin, noun))) {
                return begin;
            }
        }
        return -1;
    }
}
