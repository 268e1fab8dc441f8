package org.demarche.text;

import java.util.List;
import org.demarche.model.Sentence;

/**
 * A text as CoNLL-U gives it: sentences one to a line, with their words.
 *
 * @param id the document's id, or empty where the file names none
 * @param text the sentences' text, joined by line feeds
 * @param sentences with tokens whose spans are offsets into the text; words that share a contracted form share its span
 */
public record ConlluText(String id, String text, List<Sentence> sentences) {
    public ConlluText {
        sentences = List.copyOf(sentences);
    }
}
