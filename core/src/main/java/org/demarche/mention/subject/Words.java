package org.demarche.mention.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.demarche.model.Token;
import org.demarche.model.Upos;

/**
 * A sentence cut for this stage: hyphens and possessive marks stand alone, initials stay whole, and each word knows its token where
 * the sentence is parsed. The same cut is used for parsed and unparsed text, so that names come out alike.
 */
final class Words {
    private static final Pattern WORD = Pattern.compile(
            "(?:\\p{Lu}\\.){2,6}|\\p{L}['’](?=\\p{L}{3})[\\p{L}\\p{M}]{3,40}|[\\p{L}\\p{M}\\p{N}]{1,80}|['’]s?(?![\\p{L}\\p{N}])|\\S");

    private final String text;
    private final Sentence sentence;
    private final List<Span> spans = new ArrayList<>();
    private final List<String> forms = new ArrayList<>();
    private final List<String> lowers = new ArrayList<>();
    private final int[] tokens;
    private final boolean titleCase;

    Words(String text, Sentence sentence) {
        this.text = text;
        this.sentence = sentence;
        Matcher m = WORD.matcher(text)
                .region(sentence.span().start(), sentence.span().end());
        while (m.find()) {
            spans.add(new Span(m.start(), m.end()));
            forms.add(m.group());
            lowers.add(m.group().toLowerCase(Locale.ROOT).replace('’', '\''));
        }
        long words = forms.stream()
                .filter(f -> f.length() > 3 && Character.isLetter(f.charAt(0)))
                .count();
        long capitals = forms.stream()
                .filter(f -> f.length() > 3 && Character.isUpperCase(f.charAt(0)))
                .count();
        titleCase = words >= 4 && capitals == words;
        tokens = new int[spans.size()];
        int t = 0;
        for (int i = 0; i < tokens.length; i++) {
            while (t < sentence.tokens().size()
                    && sentence.token(t).span().end() <= spans.get(i).start()) {
                t++;
            }
            tokens[i] = t < sentence.tokens().size() && sentence.token(t).span().overlaps(spans.get(i)) ? t : -1;
        }
    }

    Sentence sentence() {
        return sentence;
    }

    int size() {
        return spans.size();
    }

    Span span(int i) {
        return spans.get(i);
    }

    /** The span of words {@code from} to {@code to}, the last one included. */
    Span span(int from, int to) {
        return new Span(spans.get(from).start(), spans.get(to).end());
    }

    String form(int i) {
        return i < 0 || i >= forms.size() ? "" : forms.get(i);
    }

    /** In lower case, with straight apostrophes; empty outside the sentence. */
    String lower(int i) {
        return i < 0 || i >= lowers.size() ? "" : lowers.get(i);
    }

    /** The text of words, as written. */
    String text(int from, int to) {
        return span(from, to).in(text);
    }

    /** The words of a stretch of the document, of this sentence or another. */
    String textOf(Span stretch) {
        return stretch.in(text);
    }

    /** Words in lower case, joined by spaces. */
    String lower(int from, int to) {
        return String.join(" ", lowers.subList(from, to + 1));
    }

    boolean isWord(int i) {
        return i >= 0 && i < size() && Character.isLetterOrDigit(forms.get(i).codePointAt(0));
    }

    boolean isCapital(int i) {
        return i >= 0 && i < size() && Character.isUpperCase(forms.get(i).codePointAt(0));
    }

    /** Whether a word has a capital and is no verb, preposition or the like by its tree. */
    boolean isName(int i) {
        if (!isCapital(i)) {
            return false;
        }
        int token = token(i);
        return token < 0
                || !isParsed()
                || switch (sentence.token(token).upos()) {
                    case PROPN, NOUN, ADJ, X -> true;
                    default -> false;
                };
    }

    /** Whether nearly every word is written as a name, so that capitals say nothing. */
    boolean isTitleCase() {
        return titleCase;
    }

    boolean isNumber(int i) {
        return i >= 0 && i < size() && Character.isDigit(forms.get(i).charAt(0));
    }

    boolean isHyphen(int i) {
        String form = form(i);
        return form.equals("-") || form.equals("–") || form.equals("‑") || form.equals("—") || form.equals("/");
    }

    /** The word that ends at an offset, or -1. */
    int wordEndingAt(int offset) {
        for (int i = 0; i < spans.size(); i++) {
            if (spans.get(i).end() == offset) {
                return i;
            }
        }
        return -1;
    }

    /** Whether no space stands between a word and the next. */
    boolean touches(int i) {
        return i >= 0
                && i + 1 < size()
                && spans.get(i).end() == spans.get(i + 1).start();
    }

    /** Index of the token that a word is of, or -1 where the sentence is not parsed. */
    int token(int i) {
        return i < 0 || i >= tokens.length ? -1 : tokens[i];
    }

    boolean isParsed() {
        return sentence.isParsed();
    }

    /** The first token of a stretch whose head lies outside of it, or -1 where the sentence is not parsed. */
    int governor(Span stretch) {
        for (int t = 0; t < sentence.tokens().size(); t++) {
            Token token = sentence.token(t);
            boolean inside = token.span().overlaps(stretch);
            if (inside
                    && (token.isRoot() || !sentence.token(token.head()).span().overlaps(stretch))) {
                return t;
            }
        }
        return -1;
    }

    /** Whether the parser takes a word for a verb. */
    boolean isVerb(int i) {
        int t = token(i);
        return t >= 0
                && (sentence.token(t).upos() == Upos.VERB || sentence.token(t).upos() == Upos.AUX);
    }

    /** Whether, by the tree, a word stands in the noun phrase of another, modifiers and numbers only. */
    boolean modifies(int i, int head) {
        int t = token(i);
        int h = token(head);
        for (int steps = 0; t >= 0 && h >= 0 && steps < 12; steps++) {
            if (t == h) {
                return true;
            }
            Token token = sentence.token(t);
            switch (token.relation()) {
                case "amod",
                        "compound",
                        "nummod",
                        "advmod",
                        "flat",
                        "det",
                        "nmod",
                        "conj",
                        "cc",
                        "goeswith",
                        "punct",
                        "dep",
                        "obl" -> {
                    if (token.head() < t
                            && token.head() != h
                            && !token.relation().matches("conj|cc|flat|punct|goeswith")) {
                        return false;
                    }
                    t = token.head();
                }
                default -> {
                    return false;
                }
            }
        }
        return false;
    }
}
