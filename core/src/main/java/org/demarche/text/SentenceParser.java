package org.demarche.text;

import java.util.List;
import org.demarche.model.ActGuess;
import org.demarche.model.Token;
import org.demarche.model.Word;

/**
 * Gives words their tags, their tree (Universal Dependencies) and their names.
 *
 * <p>Implementations are safe for use by several threads, and what they say of a sentence does not depend on its batch mates.
 */
public interface SentenceParser {

    /**
     * Parses sentences together.
     *
     * @param sentences the words of each sentence, in order; a sentence without words gives no tokens
     * @return as many token lists as there were sentences, each as long as its words
     */
    List<List<Token>> parse(List<List<Word>> sentences);

    /**
     * What acts the words of parsed sentences may tell, by a model trained on sentences; a parser without one guesses none.
     *
     * @return as many lists as there were sentences, each in text order
     */
    default List<List<ActGuess>> guessActs(List<List<Token>> sentences) {
        return sentences.stream().map(s -> List.<ActGuess>of()).toList();
    }
}
