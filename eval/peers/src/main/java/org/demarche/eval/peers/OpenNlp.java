package org.demarche.eval.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import opennlp.tools.lemmatizer.LemmatizerME;
import opennlp.tools.lemmatizer.LemmatizerModel;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTagFormat;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.demarche.model.Token;
import org.demarche.text.ConlluText;

/** OpenNLP with its models of the English Web Treebank: universal tags and lemmas; there is no parser and no model for names. */
final class OpenNlp implements Peer {
    private final SentenceDetectorME sentences;
    private final TokenizerME words;
    private final POSTaggerME tagger;
    private final LemmatizerME lemmatizer;

    OpenNlp() {
        SentenceModel sentenceModel = load("sentence", SentenceModel::new);
        TokenizerModel wordModel = load("tokens", TokenizerModel::new);
        POSModel tagModel = load("pos", POSModel::new);
        LemmatizerModel lemmaModel = load("lemmas", LemmatizerModel::new);
        sentences = new SentenceDetectorME(sentenceModel);
        words = new TokenizerME(wordModel);
        tagger = new POSTaggerME(tagModel, POSTagFormat.UD);
        lemmatizer = new LemmatizerME(lemmaModel);
    }

    private interface Reader<T> {
        T read(InputStream in) throws IOException;
    }

    private static <T> T load(String part, Reader<T> reader) {
        String name = "/opennlp-en-ud-ewt-" + part + "-1.3-2.5.4.bin";
        try (InputStream in = OpenNlp.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no " + name);
            }
            return reader.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Sentence> read(String text) {
        List<Sentence> out = new ArrayList<>();
        for (opennlp.tools.util.Span sentence : sentences.sentPosDetect(text)) {
            String own = text.substring(sentence.getStart(), sentence.getEnd());
            List<Span> spans = Arrays.stream(words.tokenizePos(own))
                    .map(w -> new Span(sentence.getStart() + w.getStart(), sentence.getStart() + w.getEnd()))
                    .toList();
            String[] forms = spans.stream().map(s -> s.in(text)).toArray(String[]::new);
            out.add(tagged(spans, forms, out.size()));
        }
        return out;
    }

    @Override
    public List<Sentence> readWords(ConlluText gold) {
        return gold.sentences().stream()
                .map(s -> tagged(
                        s.tokens().stream().map(Token::span).toList(),
                        s.tokens().stream().map(Token::form).toArray(String[]::new),
                        s.index()))
                .toList();
    }

    private Sentence tagged(List<Span> spans, String[] forms, int index) {
        String[] tags = tagger.tag(forms), lemmas = lemmatizer.lemmatize(forms, tags);
        Rows rows = new Rows();
        for (int i = 0; i < forms.length; i++) {
            rows.add(spans.get(i), forms[i], lemmas[i], tags[i], "_", 0, "_", "O");
        }
        return rows.sentence(index);
    }
}
