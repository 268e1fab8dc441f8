package org.demarche;

import java.util.ArrayList;
import java.util.List;
import org.demarche.model.Document;
import org.demarche.model.Mentions;
import org.demarche.model.Notice;
import org.demarche.model.Sentence;
import org.demarche.model.Token;
import org.demarche.model.Word;
import org.demarche.text.SentenceKinds;
import org.demarche.text.SentenceParser;
import org.demarche.text.SentenceSplitter;

/** The stages that need one document only, in their order. Immutable; safe for use by several threads. */
final class DocumentCoder {
    private static final int MOST_SENTENCES_AT_ONCE = 64;

    private final SentenceParser parser;
    private final SentenceSplitter splitter = new SentenceSplitter();
    private final SentenceKinds kinds = new SentenceKinds();

    DocumentCoder(SentenceParser parser) {
        this.parser = parser;
    }

    Coded code(Document document) {
        return code(document, parse(document.text(), split(document.text())));
    }

    /** The stages after the parser. */
    Coded code(Document document, List<Sentence> sentences) {
        List<Notice> notices = new ArrayList<>();
        return new Coded(document, sentences, Mentions.NONE, List.of(), notices);
    }

    List<Sentence> split(String text) {
        return kinds.label(text, splitter.split(text));
    }

    /** Gives words and trees to the sentences that may carry acts. */
    private List<Sentence> parse(String text, List<Sentence> sentences) {
        List<Sentence> out = new ArrayList<>(sentences);
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            if (sentences.get(i).kind().carriesActs()) {
                chosen.add(i);
            }
        }
        for (int from = 0; from < chosen.size(); from += MOST_SENTENCES_AT_ONCE) {
            List<Integer> batch = chosen.subList(from, Math.min(chosen.size(), from + MOST_SENTENCES_AT_ONCE));
            List<List<Word>> words = new ArrayList<>();
            for (int i : batch) {
                words.add(splitter.words(text, sentences.get(i)));
            }
            List<List<Token>> tokens = parser.parse(words);
            for (int k = 0; k < batch.size(); k++) {
                out.set(batch.get(k), sentences.get(batch.get(k)).withTokens(tokens.get(k)));
            }
        }
        return out;
    }
}
