package org.demarche.eval.peers;

import java.util.ArrayList;
import java.util.List;
import org.demarche.language.OnnxSentenceParser;
import org.demarche.model.Sentence;
import org.demarche.model.Token;
import org.demarche.model.Word;
import org.demarche.text.ConlluText;
import org.demarche.text.SentenceSplitter;

/** Our own model, without the lexicon of actors that finds more names beside it. */
final class Demarche implements Peer {
    private final OnnxSentenceParser parser = OnnxSentenceParser.load();
    private final SentenceSplitter splitter = new SentenceSplitter();

    @Override
    public List<Sentence> read(String text) {
        List<Sentence> sentences = splitter.split(text);
        return parsed(
                sentences, sentences.stream().map(s -> splitter.words(text, s)).toList());
    }

    @Override
    public List<Sentence> readWords(ConlluText gold) {
        return parsed(
                gold.sentences(),
                gold.sentences().stream()
                        .map(s -> s.tokens().stream()
                                .map(t -> new Word(t.span(), t.form()))
                                .toList())
                        .toList());
    }

    private List<Sentence> parsed(List<Sentence> sentences, List<List<Word>> words) {
        List<List<Token>> tokens = parser.parse(words);
        List<Sentence> out = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            out.add(sentences.get(i).withTokens(tokens.get(i)));
        }
        return out;
    }
}
