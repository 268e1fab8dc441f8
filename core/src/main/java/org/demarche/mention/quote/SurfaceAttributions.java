package org.demarche.mention.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.demarche.model.Sentence;
import org.demarche.model.Span;

/**
 * Attributions of a sentence without a tree, by the form of its words: "X said (that) …", "… , X said", "according to X, …". What it cannot see it leaves out.
 */
final class SurfaceAttributions {
    private static final Set<String> PRONOUNS = Set.of("he", "she", "they", "it", "who");
    private static final int LONGEST_HOLDER = 14;

    private record Word(int start, int end, String lower) {}

    private final Cues cues;
    private final String text;
    private final Sentence sentence;
    private final List<Marks.Quoted> quotations;
    private final List<Word> words = new ArrayList<>();

    SurfaceAttributions(Cues cues, String text, Sentence sentence, List<Marks.Quoted> quotations) {
        this.cues = cues;
        this.text = text;
        this.sentence = sentence;
        this.quotations = quotations;
        read();
    }

    List<Attribution> list() {
        List<Attribution> out = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (is(i, "according") && is(i + 1, "to")) {
                adverbial(i, out);
            } else {
                String lemma = lemma(words.get(i).lower());
                Cues.Frame frame = lemma.isEmpty() ? null : cues.frame(lemma, "clause");
                if (frame != null && frame.kind().equals("statement") && cues.frame(lemma, "quote") != null) {
                    verb(i, lemma, out);
                }
            }
        }
        return out;
    }

    private void adverbial(int at, List<Attribution> out) {
        int last = at + 2;
        while (last < words.size() && last - at <= LONGEST_HOLDER && !endsPhrase(last)) {
            last++;
        }
        if (last >= words.size()) {
            last = words.size() - 1;
        }
        if (last < at + 2) {
            return;
        }
        Span source = new Span(words.get(at + 2).start(), words.get(last).end());
        Span cue = new Span(words.get(at).start(), words.get(at + 1).end());
        List<Span> contents = new ArrayList<>();
        add(contents, at > 0 ? words.get(0).start() : cue.start(), cue.start());
        add(contents, source.end(), sentence.span().end());
        out.add(new Attribution(
                sentence.index(), source, null, cue, "according to", "statement", contents, null, true, true));
    }

    private void verb(int at, String lemma, List<Attribution> out) {
        Word verb = words.get(at);
        Span cue = new Span(verb.start(), verb.end());
        int first = at;
        while (first > 0 && at - first < LONGEST_HOLDER && !endsPhrase(first - 1)) {
            first--;
        }
        boolean clauseStart = first < at && isHolder(first, at);
        if (clauseStart) {
            Span source = new Span(words.get(first).start(), words.get(at - 1).end());
            List<Span> contents = new ArrayList<>();
            int next = at + 1 < words.size()
                    ? words.get(at + 1).start()
                    : sentence.span().end();
            boolean clause =
                    at + 2 < words.size() && text.substring(verb.end(), next).isBlank() && isIndirect(at + 1);
            if (clause) {
                add(contents, next, sentence.span().end());
            }
            out.add(new Attribution(
                    sentence.index(), source, null, cue, lemma, "statement", contents, null, true, true));
            return;
        }
        int last = at + 1;
        while (last < words.size() && last - at <= LONGEST_HOLDER && !endsPhrase(last)) {
            last++;
        }
        last = Math.min(last, words.size() - 1);
        if (last > at && isQuoteEnd(verb.start()) && isHolder(at + 1, last + 1)) {
            Span source = new Span(words.get(at + 1).start(), words.get(last).end());
            out.add(new Attribution(
                    sentence.index(), source, null, cue, lemma, "statement", List.of(), null, true, true));
        }
    }

    /** "that", a pronoun, an article or a name: the beginning of a clause, and not of "a word" or "in Vienna". */
    private boolean isIndirect(int at) {
        String word = words.get(at).lower();
        return word.equals("that")
                || PRONOUNS.contains(word)
                || Set.of("the", "there", "we", "his", "her", "its", "their").contains(word)
                || (Character.isUpperCase(text.charAt(words.get(at).start()))
                        && !word.matches("(?:mon|tues|wednes|thurs|fri|satur|sun)day"));
    }

    private boolean isHolder(int first, int after) {
        for (int i = first; i < after; i++) {
            if (PRONOUNS.contains(words.get(i).lower())) {
                return after - first == 1;
            }
            if (Character.isUpperCase(text.charAt(words.get(i).start()))
                    || words.get(i)
                            .lower()
                            .matches(
                                    "official|officials|ministry|minister|spokesman|spokeswoman|spokesperson|government|statement")) {
                return true;
            }
        }
        return false;
    }

    private boolean isQuoteEnd(int start) {
        for (Marks.Quoted q : quotations) {
            if (q.outer().end() <= start && start - q.outer().end() <= 3) {
                return true;
            }
            if (q.outer().start() > start) {
                return false;
            }
        }
        return false;
    }

    /** Whether a phrase ends with this word: a sign behind it, or the next word opens another. */
    private boolean endsPhrase(int at) {
        int end = words.get(at).end();
        return end >= sentence.span().end()
                || ",;:.?!\"”“()—–".indexOf(text.charAt(end)) >= 0
                || (at + 1 < words.size()
                        && Set.of("that", "but", "while", "because", "who", "which")
                                .contains(words.get(at + 1).lower()))
                || Set.of("that", "but", "while", "because")
                        .contains(words.get(at).lower());
    }

    private void add(List<Span> out, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && (Character.isWhitespace(text.charAt(start)) || ",;".indexOf(text.charAt(start)) >= 0)) {
            start++;
        }
        while (end > start
                && (Character.isWhitespace(text.charAt(end - 1)) || ",;.".indexOf(text.charAt(end - 1)) >= 0)) {
            end--;
        }
        if (end > start) {
            out.add(new Span(start, end));
        }
    }

    /** The lemma of a past or third-person form of a verb of the lexicon, or "". */
    private String lemma(String form) {
        return form.endsWith("ing") ? "" : cues.lemma(form);
    }

    private boolean is(int at, String form) {
        return at < words.size() && words.get(at).lower().equals(form);
    }

    /** The words outside quotations. */
    private void read() {
        int next = 0;
        int at = sentence.span().start();
        int end = sentence.span().end();
        while (next < quotations.size() && quotations.get(next).outer().end() <= at) {
            next++;
        }
        while (at < end) {
            if (next < quotations.size() && quotations.get(next).outer().start() <= at) {
                at = Math.max(at, quotations.get(next).outer().end());
                next++;
                continue;
            }
            if (!Character.isLetterOrDigit(text.charAt(at))) {
                at++;
                continue;
            }
            int stop = at;
            while (stop < end
                    && (Character.isLetterOrDigit(text.charAt(stop)) || "'’-".indexOf(text.charAt(stop)) >= 0)) {
                stop++;
            }
            words.add(new Word(at, stop, text.substring(at, stop).toLowerCase(Locale.ROOT)));
            at = stop;
        }
    }
}
