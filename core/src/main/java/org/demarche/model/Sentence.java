package org.demarche.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A sentence of a document, or a line that is none (a title, a caption).
 *
 * @param index its place in the document, from 0
 * @param kind what it is for the reader of the page
 * @param tokens its words with their tree, in order; empty while it is not parsed
 */
public record Sentence(int index, Span span, Kind kind, List<Token> tokens) {

    /** What a stretch of text is on the page. */
    public enum Kind {
        TITLE,
        HEADING,
        /** Byline, date line, section label: about the report, not of it. */
        META,
        BODY,
        CAPTION,
        /** What the page has around every article: share buttons, comment forms, teasers of other stories. */
        FURNITURE;

        /** Whether acts are coded from it. */
        public boolean carriesActs() {
            return this == BODY || this == TITLE || this == HEADING || this == CAPTION;
        }
    }

    public Sentence {
        tokens = List.copyOf(tokens);
    }

    public boolean isParsed() {
        return !tokens.isEmpty();
    }

    public Token token(int i) {
        return tokens.get(i);
    }

    /** The index of the root, or -1 where the sentence is not parsed. */
    public int root() {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).isRoot()) {
                return i;
            }
        }
        return -1;
    }

    /** The words that depend on one, in text order. */
    public List<Integer> children(int head) {
        List<Integer> out = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).head() == head) {
                out.add(i);
            }
        }
        return out;
    }

    public Sentence withTokens(List<Token> parsed) {
        return new Sentence(index, span, kind, parsed);
    }

    public Sentence withKind(Kind other) {
        return new Sentence(index, span, other, tokens);
    }
}
