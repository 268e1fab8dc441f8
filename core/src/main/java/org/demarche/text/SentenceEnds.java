package org.demarche.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.demarche.model.Word;

/** Where, in the words of one paragraph, a sentence ends. */
final class SentenceEnds {

    /** Words that begin sentences far more often than they go on after an abbreviation. */
    private static final Set<String> STARTERS = Set.of(
            "the",
            "a",
            "an",
            "he",
            "she",
            "it",
            "they",
            "we",
            "i",
            "you",
            "this",
            "that",
            "these",
            "those",
            "there",
            "his",
            "her",
            "its",
            "their",
            "our",
            "my",
            "but",
            "and",
            "or",
            "so",
            "yet",
            "in",
            "on",
            "at",
            "as",
            "by",
            "for",
            "from",
            "with",
            "after",
            "before",
            "when",
            "while",
            "if",
            "although",
            "though",
            "since",
            "because",
            "however",
            "moreover",
            "meanwhile",
            "earlier",
            "later",
            "then",
            "now",
            "also",
            "both",
            "some",
            "many",
            "most",
            "several",
            "all",
            "each",
            "every",
            "no",
            "not",
            "what",
            "who",
            "where",
            "why",
            "how",
            "under",
            "during",
            "according",
            "asked",
            "last",
            "following",
            "once",
            "until",
            "to");

    private static final Set<String> SPEECH = Set.of(
            "said",
            "says",
            "asked",
            "asks",
            "told",
            "added",
            "adds",
            "wrote",
            "writes",
            "replied",
            "declared",
            "shouted",
            "exclaimed",
            "answered",
            "cried",
            "tweeted",
            "insisted",
            "warned",
            "noted");

    private final List<Word> words;

    SentenceEnds(List<Word> words) {
        this.words = words;
    }

    /**
     * If a sentence ends with a word or with the closing marks after it, the index after the last of these.
     *
     * @param first index of the sentence's first word
     * @return -1 where none ends
     */
    int endAfter(int i, int first) {
        String form = words.get(i).form();
        boolean abbreviation = isAbbreviation(form);
        if (!abbreviation && !isTerminator(form)) {
            return -1;
        }
        int next = i + 1;
        while (next < words.size() && isAdjacent(next) && (isCloser(next) || isFootnote(next))) {
            next += isCloser(next) ? 1 : 3;
        }
        if (next == words.size()) {
            return next;
        }
        boolean closed = next > i + 1;
        if (abbreviation && !closed) {
            return afterAbbreviation(form, next) ? next : -1;
        }
        if (form.equals(".") && i == first + 1 && isNumber(words.get(first).form())) {
            return -1;
        }
        return beginsSentence(form, i, next, closed) ? next : -1;
    }

    private static boolean isTerminator(String form) {
        for (int k = 0; k < form.length(); k++) {
            if (".!?…。！？؟۔।".indexOf(form.charAt(k)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAbbreviation(String form) {
        return form.length() > 1 && form.charAt(form.length() - 1) == '.' && Character.isLetter(form.charAt(0));
    }

    private static boolean isNumber(String form) {
        return form.length() <= 3 && form.chars().allMatch(Character::isDigit);
    }

    private boolean isAdjacent(int i) {
        return i > 0 && words.get(i - 1).span().end() == words.get(i).span().start();
    }

    /** A closing quotation mark or bracket. A straight quotation mark closes where white space follows. */
    private boolean isCloser(int i) {
        String form = words.get(i).form();
        int c = form.codePointAt(0);
        if (form.equals("''")) {
            return true;
        }
        if (form.length() != 1) {
            return false;
        }
        if (c == '"' || c == '\'') {
            return i + 1 == words.size()
                    || !isAdjacent(i + 1)
                    || !Character.isLetterOrDigit(words.get(i + 1).form().codePointAt(0));
        }
        return Characters.isClosing(c);
    }

    /** {@code [12]}, glued to what stands before it. */
    private boolean isFootnote(int i) {
        return i + 2 < words.size()
                && words.get(i).form().equals("[")
                && isNumber(words.get(i + 1).form())
                && words.get(i + 2).form().equals("]")
                && words.get(i + 2).span().end() - words.get(i).span().start() <= 5;
    }

    private boolean afterAbbreviation(String form, int next) {
        if (!Abbreviations.mayEndSentence(form)) {
            return false;
        }
        String follows = words.get(next).form();
        int c = follows.codePointAt(0);
        if (!Characters.isUpper(c)) {
            return Characters.isOpening(c)
                            && next + 1 < words.size()
                            && isStarter(words.get(next + 1).form())
                    || c == '"'
                            && next + 1 < words.size()
                            && isStarter(words.get(next + 1).form());
        }
        String key = form.toLowerCase(Locale.ROOT);
        if (key.equals("etc.") || key.equals("a.m.") || key.equals("p.m.")) {
            return !isCalendar(follows) && !follows.equals(follows.toUpperCase(Locale.ROOT));
        }
        return isStarter(follows);
    }

    private static boolean isStarter(String form) {
        return Characters.isUpper(form.codePointAt(0)) && STARTERS.contains(form.toLowerCase(Locale.ROOT));
    }

    private static boolean isCalendar(String form) {
        return Abbreviations.isMonth(form) || form.endsWith("day");
    }

    private boolean beginsSentence(String stop, int i, int next, boolean closed) {
        int k = next;
        while (k < words.size() && k < next + 3 && isOpener(k)) {
            k++;
        }
        if (k == words.size()) {
            return true;
        }
        boolean glued = isAdjacent(next);
        int c = words.get(k).form().codePointAt(0);
        if (Character.isLowerCase(c)) {
            return false;
        }
        if (",;:)]-–—".indexOf(c) >= 0 && k == next) {
            return c == '-' && !glued
                    || (c == '–' || c == '—')
                            && !glued
                            && stop.equals(".")
                            && k + 1 < words.size()
                            && Characters.isUpper(words.get(k + 1).form().codePointAt(0));
        }
        if (Characters.isUpper(c)) {
            if (glued
                    && stop.equals(".")
                    && isDayBefore(i)
                    && Abbreviations.isMonth(words.get(k).form())
                    && isYear(k + 1)) {
                return false;
            }
            return !(closed && !stop.equals(".") && isSpeechTag(k));
        }
        if (!closed && Character.isDigit(c) && (glued || isLastDayOfMonth(i, k))) {
            return false;
        }
        return Character.isLetterOrDigit(c)
                || k > next
                || !glued
                || !isTerminator(words.get(k).form());
    }

    /** "They left on October. 2": a day is no sentence. */
    private boolean isLastDayOfMonth(int stop, int number) {
        boolean last = number + 1 == words.size()
                || number + 2 == words.size()
                        && isTerminator(words.get(number + 1).form());
        return last
                && stop > 0
                && isNumber(words.get(number).form())
                && Abbreviations.isMonth(words.get(stop - 1).form());
    }

    private boolean isOpener(int i) {
        String form = words.get(i).form();
        return form.length() <= 2
                && (Characters.isOpening(form.codePointAt(0))
                        || form.charAt(0) == '"'
                        || form.charAt(0) == '\''
                        || form.equals("``"));
    }

    private boolean isDayBefore(int i) {
        return i > 0 && isNumber(words.get(i - 1).form());
    }

    private boolean isYear(int i) {
        return i < words.size()
                && words.get(i).form().length() == 4
                && words.get(i).form().chars().allMatch(Character::isDigit);
    }

    /** {@code "…?" Marshal Petrov asked}: a name of up to four words, then a verb of speech. */
    private boolean isSpeechTag(int from) {
        for (int k = from; k < words.size() && k < from + 6; k++) {
            String form = words.get(k).form();
            if (SPEECH.contains(form)) {
                return k > from;
            }
            if (!Characters.isUpper(form.codePointAt(0)) && !form.equals("the")) {
                return false;
            }
        }
        return false;
    }
}
