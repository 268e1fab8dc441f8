package org.demarche.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.demarche.model.Token;
import org.demarche.model.Upos;

/**
 * Reads CoNLL-U, one {@link ConlluText} per {@code # newdoc}. Multiword lines give spans, empty nodes are left out, morphological features and enhanced dependencies are not kept.
 *
 * <p>A line that is not CoNLL-U is an {@link IllegalArgumentException} that gives its number. Not thread-safe.
 */
public final class ConlluReader {

    private final List<ConlluText> texts = new ArrayList<>();
    private final List<Sentence> sentences = new ArrayList<>();
    private final List<String[]> rows = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String id = "";
    private String line = "";

    private ConlluReader() {}

    /** The texts of a file's content. */
    public static List<ConlluText> read(String content) {
        ConlluReader reader = new ConlluReader();
        int number = 0;
        for (String row : content.split("\r\n|\n|\r", -1)) {
            number++;
            try {
                reader.take(row);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("line " + number + " is not CoNLL-U: " + e.getMessage(), e);
            }
        }
        reader.endSentence();
        reader.endText();
        return reader.texts;
    }

    private void take(String row) {
        if (row.isBlank()) {
            endSentence();
        } else if (row.startsWith("#")) {
            comment(row);
        } else {
            String[] columns = row.split("\t", -1);
            if (columns.length != 10) {
                throw new IllegalArgumentException(columns.length + " columns");
            }
            rows.add(columns);
        }
    }

    private void comment(String row) {
        String value = row.substring(row.indexOf('=') + 1).strip();
        if (row.startsWith("# newdoc")) {
            endSentence();
            endText();
            id = row.indexOf('=') < 0 ? "" : value;
        } else if (row.startsWith("# text =") || row.startsWith("# text=")) {
            line = value;
        }
    }

    private void endText() {
        if (!sentences.isEmpty()) {
            texts.add(new ConlluText(id, text.toString(), sentences));
        }
        sentences.clear();
        text.setLength(0);
    }

    private void endSentence() {
        if (rows.isEmpty()) {
            return;
        }
        if (text.length() > 0) {
            text.append('\n');
        }
        int start = text.length();
        text.append(line.isEmpty() ? spelledOut() : line);
        sentences.add(
                new Sentence(sentences.size(), new Span(start, text.length()), Sentence.Kind.BODY, tokens(start)));
        rows.clear();
        line = "";
    }

    private String spelledOut() {
        StringBuilder out = new StringBuilder();
        int covered = 0;
        for (String[] row : rows) {
            boolean range = row[0].indexOf('-') > 0;
            if (row[0].indexOf('.') > 0 || !range && number(row[0]) <= covered) {
                continue;
            }
            covered = range ? number(row[0].substring(row[0].indexOf('-') + 1)) : covered;
            out.append(row[1]);
            if (!row[9].contains("SpaceAfter=No")) {
                out.append(' ');
            }
        }
        return out.toString().strip();
    }

    private List<Token> tokens(int start) {
        List<Token> tokens = new ArrayList<>();
        int at = start, covered = 0, inside = start;
        Span whole = new Span(start, text.length());
        for (String[] row : rows) {
            if (row[0].indexOf('.') > 0) {
                continue;
            }
            if (row[0].indexOf('-') > 0) {
                whole = find(row[1], at);
                covered = number(row[0].substring(row[0].indexOf('-') + 1));
                inside = whole.start();
                at = whole.end();
                continue;
            }
            Span span;
            if (number(row[0]) <= covered) {
                boolean spelled = startsWith(row[1], inside)
                        && inside + row[1].length() <= whole.end()
                        && isSpelledOut(whole, row);
                span = spelled ? new Span(inside, inside + row[1].length()) : whole;
                inside += spelled ? row[1].length() : 0;
            } else {
                span = find(row[1], at);
                at = span.end();
            }
            tokens.add(token(span, row));
        }
        return tokens;
    }

    /** Whether the words of the contraction that the row belongs to, joined, are the contraction. */
    private boolean isSpelledOut(Span whole, String[] row) {
        int wanted = number(row[0]);
        StringBuilder joined = new StringBuilder();
        int from = 0, to = 0;
        for (String[] other : rows) {
            int dash = other[0].indexOf('-');
            if (dash > 0) {
                from = number(other[0].substring(0, dash));
                to = number(other[0].substring(dash + 1));
                joined.setLength(0);
            } else if (other[0].indexOf('.') < 0 && number(other[0]) >= from && number(other[0]) <= to) {
                joined.append(other[1]);
                if (number(other[0]) == to && wanted >= from && wanted <= to) {
                    return joined.toString().equals(text.substring(whole.start(), whole.end()));
                }
            }
        }
        return false;
    }

    private boolean startsWith(String form, int from) {
        return from + form.length() <= text.length()
                && text.substring(from, from + form.length()).equals(form);
    }

    private Span find(String form, int from) {
        int at = from;
        while (at < text.length() && Characters.isSpace(text.charAt(at))) {
            at++;
        }
        int found = at, k = 0;
        while (k < form.length() && found < text.length()) {
            if (Characters.isSpace(form.charAt(k))) {
                k++;
            } else if (Characters.isSpace(text.charAt(found))) {
                found++;
            } else if (text.charAt(found) == form.charAt(k)) {
                found++;
                k++;
            } else {
                break;
            }
        }
        if (k < form.length()) {
            throw new IllegalArgumentException("the word \"" + form + "\" does not stand in \"# text\"");
        }
        return new Span(at, found);
    }

    private static Token token(Span span, String[] row) {
        String name = "O";
        for (String part : row[9].split("\\|", -1)) {
            if (part.startsWith("NER=") || part.startsWith("Name=")) {
                name = part.substring(part.indexOf('=') + 1);
            }
        }
        int head = row[6].equals("_") ? -1 : number(row[6]) - 1;
        return new Token(span, row[1], row[2], upos(row[3]), row[4], head, row[7], name);
    }

    private static Upos upos(String tag) {
        return tag.equals("_") ? Upos.X : Upos.valueOf(tag.toUpperCase(Locale.ROOT));
    }

    private static int number(String id) {
        try {
            return Integer.parseInt(id);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a number: " + id, e);
        }
    }
}
