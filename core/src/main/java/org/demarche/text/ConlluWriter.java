package org.demarche.text;

import java.util.List;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.demarche.model.Token;

/**
 * Writes sentences as CoNLL-U. Names stand in the last column ({@code NER=B-PERSON}); there are no morphological features and no enhanced dependencies. Words that share a span are written
 * under a multiword line.
 */
public final class ConlluWriter {

    private ConlluWriter() {}

    /**
     * The sentences of a text, with a {@code # newdoc} line first.
     *
     * @param id the document's id
     * @param sentences spans and tokens are offsets into the text; a sentence that is not parsed is left out
     */
    public static String write(String id, String text, List<Sentence> sentences) {
        StringBuilder out = new StringBuilder();
        out.append("# newdoc id = ").append(oneLine(id)).append('\n');
        for (Sentence sentence : sentences) {
            if (sentence.isParsed()) {
                out.append("# sent_id = ")
                        .append(oneLine(id))
                        .append('-')
                        .append(sentence.index() + 1)
                        .append('\n');
                out.append("# text = ")
                        .append(oneLine(sentence.span().in(text)))
                        .append('\n');
                rows(out, text, sentence.tokens());
                out.append('\n');
            }
        }
        return out.toString();
    }

    private static void rows(StringBuilder out, String text, List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            Span span = tokens.get(i).span();
            int last = i;
            while (last + 1 < tokens.size() && tokens.get(last + 1).span().equals(span)) {
                last++;
            }
            boolean first = i == 0 || !tokens.get(i - 1).span().equals(span);
            boolean shared = last > i || !first;
            String space = isGlued(tokens, last) ? "SpaceAfter=No" : "";
            if (first && last > i) {
                out.append(i + 1)
                        .append('-')
                        .append(last + 1)
                        .append('\t')
                        .append(oneLine(span.in(text)))
                        .append("\t_\t_\t_\t_\t_\t_\t_\t")
                        .append(space.isEmpty() ? "_" : space)
                        .append('\n');
            }
            row(out, i + 1, tokens.get(i), shared ? "" : space);
        }
    }

    private static boolean isGlued(List<Token> tokens, int i) {
        return i + 1 < tokens.size()
                && tokens.get(i).span().end() == tokens.get(i + 1).span().start();
    }

    private static void row(StringBuilder out, int number, Token token, String space) {
        String name = token.name().equals("O") ? "" : "NER=" + token.name();
        String misc = name.isEmpty() ? space : space.isEmpty() ? name : name + "|" + space;
        out.append(number).append('\t');
        out.append(column(token.form())).append('\t');
        out.append(column(token.lemma())).append('\t');
        out.append(token.upos()).append('\t');
        out.append(column(token.xpos())).append("\t_\t");
        out.append(token.head() + 1).append('\t');
        out.append(column(token.deprel())).append("\t_\t");
        out.append(misc.isEmpty() ? "_" : misc).append('\n');
    }

    private static String column(String value) {
        return value.isEmpty() ? "_" : oneLine(value);
    }

    /** White space, line ends among it, as single spaces: a line of CoNLL-U holds no other. */
    private static String oneLine(String value) {
        StringBuilder out = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean space = Characters.isSpace(c);
            if (!space) {
                out.append(c);
            } else if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        return out.toString().strip();
    }
}
