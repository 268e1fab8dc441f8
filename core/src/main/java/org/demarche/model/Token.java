package org.demarche.model;

/**
 * A word of a parsed sentence.
 *
 * @param span where it stands in the document
 * @param form as written
 * @param lemma dictionary form, as Universal Dependencies English has it
 * @param upos universal tag
 * @param xpos Penn Treebank tag
 * @param head index in the sentence of the word it depends on, or -1 for the root
 * @param deprel relation to the head, subtype included ({@code nsubj:pass})
 * @param name BIO tag of a named entity ({@code B-PERSON}, {@code I-ORG}), or {@code O}
 */
public record Token(
        Span span, String form, String lemma, Upos upos, String xpos, int head, String deprel, String name) {

    /** The relation without its subtype: {@code nsubj} for {@code nsubj:pass}. */
    public String relation() {
        int colon = deprel.indexOf(':');
        return colon < 0 ? deprel : deprel.substring(0, colon);
    }

    public boolean isRoot() {
        return head < 0;
    }
}
