package org.demarche.eval.peers;

import java.util.List;
import org.demarche.model.Sentence;
import org.demarche.text.ConlluText;

/** A program that gives the words of English sentences their tags, and perhaps their tree and their names. What it does not give is {@code _} or {@code O}. */
interface Peer {

    /** A text in the peer's own sentences and words. */
    List<Sentence> read(String text);

    /** The same sentences and words as in the treebank. */
    List<Sentence> readWords(ConlluText gold);

    /** The peer of a name, loaded. */
    static Peer load(String name) {
        return switch (name) {
            case "demarche" -> new Demarche();
            case "corenlp" -> new CoreNlp();
            case "nlp4j" -> new Nlp4j();
            case "opennlp" -> new OpenNlp();
            default -> throw new IllegalArgumentException("no such peer: " + name);
        };
    }
}
