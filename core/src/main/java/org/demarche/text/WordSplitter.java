package org.demarche.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.demarche.model.Span;
import org.demarche.model.Word;

/**
 * Text to words, as Universal Dependencies English has them (EWT and GUM): {@code do|n't}, {@code Russia|'s}, {@code US|-|led}, {@code $|5}, {@code U.S.}
 *
 * <p>Every character that is not white space belongs to exactly one word, and a word's form is its text unchanged. Time and memory grow with the length of the text, whatever it holds.
 * Immutable.
 */
public final class WordSplitter {

    /** Prefixes whose hyphen stays inside the word. */
    private static final Set<String> PREFIXES = Set.of(
            "non", "co", "pre", "post", "anti", "pro", "ex", "mid", "re", "multi", "e", "sub", "semi", "neo", "cross",
            "counter", "pan", "inter", "intra", "socio", "mini", "over", "psycho", "arch", "un", "extra", "ultra",
            "trans");

    private static final Set<String> CLITICS = Set.of("s", "m", "d", "ll", "re", "ve");

    /** Two words written as one; the second begins at the offset. */
    private static final Set<String> FUSED_NOT = Set.of(
            "dont",
            "didnt",
            "doesnt",
            "isnt",
            "wasnt",
            "arent",
            "werent",
            "couldnt",
            "wouldnt",
            "shouldnt",
            "havent",
            "hasnt",
            "hadnt");

    private static final Set<String> UNITS = Set.of(
            "am", "pm", "km", "kg", "cm", "mm", "mph", "kph", "kw", "mw", "gb", "mb", "tb", "ghz", "mhz", "bn", "ft",
            "lbs", "oz");

    private static final Set<String> ENDINGS = Set.of(
            "com", "org", "net", "gov", "edu", "mil", "int", "info", "io", "ru", "uk", "de", "fr", "eu", "ca", "au",
            "cn", "jp", "doc", "pdf", "xls", "txt", "html", "htm", "jpg", "png");

    private static final Set<String> FACES =
            Set.of(":)", ":(", ";)", ":D", ":P", ":-)", ":-(", ";-)", ":-D", "=)", "(:", ":/", "<3");

    /** A chunk without white space that is longer than this holds no address, date or telephone number. */
    private static final int LONGEST_ADDRESS = 2_000;

    /** The words of a text. */
    public List<Word> split(String text) {
        return text.isEmpty() ? List.of() : split(text, new Span(0, text.length()));
    }

    /** The words of a stretch of a text; their spans are offsets into the whole text. */
    public List<Word> split(String text, Span within) {
        List<Word> words = new ArrayList<>();
        int i = within.start();
        while (i < within.end()) {
            if (Characters.isSpace(text.charAt(i))) {
                i++;
                continue;
            }
            int start = i;
            while (i < within.end() && !Characters.isSpace(text.charAt(i))) {
                i++;
            }
            new Chunk(text, start, i, within, words).split();
        }
        return words;
    }

    /** A stretch without white space. */
    private static final class Chunk {
        private final String text;
        private final int start;
        private final int end;
        private final Span within;
        private final List<Word> words;

        Chunk(String text, int start, int end, Span within, List<Word> words) {
            this.text = text;
            this.start = start;
            this.end = end;
            this.within = within;
            this.words = words;
        }

        void split() {
            int i = start;
            if (end - start <= LONGEST_ADDRESS) {
                int[] address = address();
                if (address.length == 2) {
                    rest(start, address[0]);
                    add(address[0], address[1]);
                    i = address[1];
                }
            }
            rest(i, end);
        }

        private void add(int from, int to) {
            if (from < to) {
                words.add(new Word(new Span(from, to), text.substring(from, to)));
            }
        }

        /** The part of the chunk that is a web or mail address, or nothing. */
        private int[] address() {
            int from = start, to = end;
            while (from < to
                    && (Characters.isOpening(text.charAt(from))
                            || text.charAt(from) == '"'
                            || text.charAt(from) == '\'')) {
                from++;
            }
            while (to > from && ".,;:!?'\"".indexOf(text.charAt(to - 1)) >= 0
                    || to > from && Characters.isClosing(text.charAt(to - 1)) && text.charAt(to - 1) != ')') {
                to--;
            }
            if (to > from && text.charAt(to - 1) == ')' && find("(", from, to) < 0) {
                to--;
                while (to > from && ".,;:!?'\"".indexOf(text.charAt(to - 1)) >= 0) {
                    to--;
                }
            }
            if (to - from < 4) {
                return new int[0];
            }
            int scheme = find("://", from, to);
            boolean web = scheme > from && scheme < to - 3 && isLetters(from, scheme)
                    || text.regionMatches(true, from, "www.", 0, 4);
            int at = find("@", from, to);
            int dot = at > from ? find(".", at, to) : -1;
            boolean mail =
                    dot > at + 1 && at < to - 3 && dot < to - 1 && Characters.isWordPart(text.codePointAt(at + 1));
            return web || mail || isHost(from, to) ? new int[] {from, to} : new int[0];
        }

        /** Where something begins within a range, or -1: the rest of the text is not searched. */
        private int find(String what, int from, int to) {
            for (int i = from; i + what.length() <= to; i++) {
                if (text.startsWith(what, i)) {
                    return i;
                }
            }
            return -1;
        }

        private boolean isLetters(int from, int to) {
            for (int i = from; i < to; i++) {
                if (text.charAt(i) > 'z' || !Character.isLetter(text.charAt(i))) {
                    return false;
                }
            }
            return true;
        }

        /** {@code amazon.com}, {@code bbc.co.uk/news}, {@code report.pdf}: lower case around the last stop of the first part, and a known ending. */
        private boolean isHost(int from, int to) {
            int slash = find("/", from, to);
            int last = slash > from && slash < to ? slash : to;
            int dot = last - 1;
            while (dot > from && text.charAt(dot) != '.') {
                dot--;
            }
            if (dot <= from || dot >= last - 2 || !ENDINGS.contains(text.substring(dot + 1, last))) {
                return false;
            }
            for (int i = from; i < dot; i++) {
                char c = text.charAt(i);
                if (c > 'z'
                        || last - dot < 4 && Character.isUpperCase(c)
                        || !(Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_')) {
                    return false;
                }
            }
            return Character.isLetterOrDigit(text.charAt(dot - 1));
        }

        private void rest(int from, int to) {
            int i = from;
            while (i < to) {
                int c = text.codePointAt(i);
                int next = Characters.isWordPart(c)
                        ? word(i, to)
                        : isSignedNumber(i, to) ? word(i + 1, to, i) : sign(i, to);
                i = next;
            }
        }

        private boolean isSignedNumber(int i, int to) {
            return text.charAt(i) == '+' && i == start && i + 1 < to && Character.isDigit(text.charAt(i + 1));
        }

        private int at(int i, int to) {
            return Characters.at(text, i, start, to);
        }

        private int word(int from, int to) {
            return word(from, to, from);
        }

        /** Adds the word (or the words, where a clitic ends it) that begins here, and says where it ends. */
        private int word(int from, int to, int begin) {
            int i = from;
            int apostrophe = -1;
            while (i < to) {
                int c = text.codePointAt(i);
                if (Characters.isWordPart(c)) {
                    i += Character.charCount(c);
                } else if (c == '.' && keepsStop(begin, i, to)
                        || (c == ',' || c == ':') && isBetweenDigits(i, to)
                        || c == '/' && isDate(begin, i, to)
                        || c == '&'
                                && i > begin
                                && Characters.isUpper(text.codePointBefore(i))
                                && Characters.isUpper(at(i + 1, to))
                                && isShort(begin, i)
                        || Characters.isHyphen(c) && keepsHyphen(begin, i, to)) {
                    i++;
                } else if (Characters.isApostrophe(c)
                        && i > begin
                        && Character.isLetter(at(i + 1, to))
                        && Characters.isWordPart(text.codePointBefore(i))) {
                    if (isClitic(i, to) && !isNot(begin, i, to)) {
                        break;
                    }
                    apostrophe = i;
                    i++;
                } else if (c == '$' && i > begin && i - begin <= 3 && Characters.isUpper(text.codePointBefore(i))) {
                    i++;
                    break;
                } else {
                    break;
                }
            }
            if (i < to && text.charAt(i) == '.' && !text.startsWith("...", i) && ownsStop(begin, i, to)) {
                i++;
            }
            addWord(begin, i, apostrophe);
            return i;
        }

        /** A stop inside a word: {@code U.S}, {@code 3.5}. */
        private boolean keepsStop(int begin, int i, int to) {
            int next = at(i + 1, to);
            if (i == begin || next < 0) {
                return false;
            }
            int before = text.codePointBefore(i);
            if (Characters.isDigit(before)) {
                return Characters.isDigit(next);
            }
            if (Character.isLetter(next) && isShort(begin, i)) {
                String word = text.substring(begin, i);
                int after = at(i + 2, to);
                boolean single = after < 0 || !Character.isLetterOrDigit(after);
                return Abbreviations.isInitials(word.length() == 1 ? "A" : word) && Character.isLetter(before) && single
                        || text.startsWith("Ph.D", begin) && i == begin + 2;
            }
            return false;
        }

        private boolean isShort(int begin, int i) {
            return i - begin <= 15;
        }

        private boolean isBetweenDigits(int i, int to) {
            return i > start && Characters.isDigit(text.codePointBefore(i)) && Characters.isDigit(at(i + 1, to));
        }

        /** Digits on both sides, and nothing but digits and strokes around: {@code 9/11}, {@code 01/12/2001}. */
        private boolean isDate(int begin, int i, int to) {
            if (!isBetweenDigits(i, to) || i - begin > 8) {
                return false;
            }
            for (int k = begin; k < i; k++) {
                if (!Character.isDigit(text.charAt(k)) && text.charAt(k) != '/') {
                    return false;
                }
            }
            int k = i + 1;
            while (k < to && k < i + 8 && (Character.isDigit(text.charAt(k)) || text.charAt(k) == '/')) {
                k++;
            }
            return k == to || !Character.isLetter(text.charAt(k));
        }

        private boolean keepsHyphen(int begin, int i, int to) {
            int next = at(i + 1, to);
            if (i == begin || next < 0 || i - begin > 16) {
                return false;
            }
            if (Character.isLetterOrDigit(next)
                    && PREFIXES.contains(text.substring(begin, i).toLowerCase(Locale.ROOT))) {
                return true;
            }
            return isTelephone(begin, to);
        }

        /** Groups of digits that no range has: {@code 555-0136}, {@code 202-555-0136}, {@code 1-800-555-0136}, {@code 11-20-2000}. */
        private boolean isTelephone(int begin, int to) {
            int groups = 1, digits = 0, from = begin, stop = Math.min(to, begin + 24);
            int first = -1, second = -1, k = begin;
            for (; k < stop; k++) {
                char c = text.charAt(k);
                if (Character.isDigit(c)) {
                    digits++;
                } else if (c == '-' && k > from) {
                    if (first < 0) {
                        first = k - from;
                    } else if (second < 0) {
                        second = k - from;
                    }
                    groups++;
                    from = k + 1;
                } else {
                    break;
                }
            }
            if (k < to && Characters.isWordPart(text.codePointAt(k)) || from == k) {
                return false;
            }
            return groups >= 3 && groups <= 5 && digits >= 6 || groups == 2 && first == 3 && digits == 7;
        }

        /** A clitic with spaces around it, as text has that was split into words before: {@code Russia 's}. */
        private boolean isAlone(int i, int to) {
            int k = i + 1;
            while (k < to && Character.isLetter(text.charAt(k))) {
                k++;
            }
            return i == start && k == to;
        }

        /** {@code 's}, {@code 'll} and the like, at the end of a word. */
        private boolean isClitic(int i, int to) {
            int k = i + 1;
            while (k < to && k < i + 4 && Character.isLetter(text.charAt(k))) {
                k++;
            }
            boolean ends = k == to || !Characters.isWordPart(text.codePointAt(k));
            return ends && CLITICS.contains(text.substring(i + 1, k).toLowerCase(Locale.ROOT));
        }

        private boolean isNot(int begin, int i, int to) {
            return i - 1 > begin
                    && (text.charAt(i - 1) == 'n' || text.charAt(i - 1) == 'N')
                    && (at(i + 1, to) == 't' || at(i + 1, to) == 'T')
                    && (at(i + 2, to) < 0 || !Characters.isWordPart(at(i + 2, to)));
        }

        /** Whether the stop that follows is the word's own ({@code Gen.}, {@code U.S.}). */
        private boolean ownsStop(int begin, int i, int to) {
            if (i - begin > 15 || !Character.isLetter(text.codePointBefore(i))) {
                return false;
            }
            int next = i + 1;
            if (next < to
                    && Character.isLetterOrDigit(text.codePointAt(next))
                    && !Character.isDigit(text.charAt(next))) {
                return false;
            }
            while (next < within.end() && Characters.isSpace(text.charAt(next))) {
                next++;
            }
            int follows = next < within.end() ? text.codePointAt(next) : -1;
            String word = text.substring(begin, i);
            if (word.length() == 1) {
                return Abbreviations.isInitials(word) && follows >= 0 && Characters.isUpper(follows)
                        || Abbreviations.takesStop(word, Character.isDigit(follows), false) && word.equals("p");
            }
            return Abbreviations.takesStop(word, Character.isDigit(follows), begin == within.start());
        }

        private void addWord(int begin, int end, int apostrophe) {
            int length = end - begin;
            if (apostrophe > begin + 1 && apostrophe == end - 2 && isNot(begin, apostrophe, end)) {
                add(begin, apostrophe - 1);
                add(apostrophe - 1, end);
                return;
            }
            if (length <= 9) {
                String key = text.substring(begin, end).toLowerCase(Locale.ROOT);
                int cut = key.equals("cannot") || key.equals("gonna") || key.equals("gotta") || key.equals("wanna")
                        ? 3
                        : FUSED_NOT.contains(key) ? length - 2 : unit(key);
                if (cut > 0) {
                    add(begin, begin + cut);
                    add(begin + cut, end);
                    return;
                }
            }
            add(begin, end);
        }

        /** Where a unit begins that is written together with its number, or 0. */
        private static int unit(String key) {
            int i = 0;
            while (i < key.length()
                    && (Character.isDigit(key.charAt(i)) || i > 0 && ".,:".indexOf(key.charAt(i)) >= 0)) {
                i++;
            }
            return i > 0 && i < key.length() && UNITS.contains(key.substring(i)) ? i : 0;
        }

        /** Adds the sign that begins here, and says where it ends. */
        private int sign(int i, int to) {
            int c = text.codePointAt(i);
            for (int n = 2; n <= 5 && i + n <= to; n++) {
                if (FACES.contains(text.substring(i, i + n))
                        && (i + n == to || !Characters.isWordPart(text.codePointAt(i + n)))
                        && (i == start || i + n == to)) {
                    add(i, i + n);
                    return i + n;
                }
            }
            if (Characters.isApostrophe(c)) {
                int k = i + 1;
                if (isClitic(i, to)
                        && i > within.start()
                        && (!Characters.isSpace(text.charAt(i - 1)) || isAlone(i, to))) {
                    while (k < to && Character.isLetter(text.charAt(k))) {
                        k++;
                    }
                    add(i, k);
                    return k;
                }
                if (i + 2 < to
                        && Character.isDigit(text.charAt(i + 1))
                        && Character.isDigit(text.charAt(i + 2))
                        && (i + 3 == to
                                || !Character.isLetterOrDigit(text.charAt(i + 3))
                                || i + 4 == to && text.charAt(i + 3) == 's')) {
                    int stop = Math.min(to, i + 3 + (i + 3 < to && text.charAt(i + 3) == 's' ? 1 : 0));
                    add(i, stop);
                    return stop;
                }
                if (k < to && text.charAt(k) == c) {
                    add(i, k + 1);
                    return k + 1;
                }
                add(i, k);
                return k;
            }
            int k = i + Character.charCount(c);
            if (c == '#' && i == start && Character.isLetter(at(k, to))) {
                while (k < to && Characters.isWordPart(text.codePointAt(k))) {
                    k += Character.charCount(text.codePointAt(k));
                }
            } else if (c == '!' || c == '?' || c == '.') {
                while (k < to && ".!?".indexOf(text.charAt(k)) >= 0) {
                    k++;
                }
            } else if ("-*=~#+<>$".indexOf(c) >= 0) {
                while (k < to && text.charAt(k) == c) {
                    k++;
                }
            } else {
                while (k < to) {
                    int next = text.codePointAt(k);
                    boolean joined = text.codePointBefore(k) == 0x200D && !Characters.isWordPart(next);
                    if (!joined && !Characters.isJoining(next)) {
                        break;
                    }
                    k += Character.charCount(next);
                }
            }
            add(i, k);
            return k;
        }
    }
}
