package org.demarche.eval.peers;

import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.component.tokenizer.token.Token;
import edu.emory.mathcs.nlp.decode.NLPDecoder;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.demarche.text.ConlluText;

/** NLP4J with its English models. Its dependencies follow a convention of their own, so its trees are not to be compared with a treebank of Universal Dependencies. */
final class Nlp4j implements Peer {
    private static final String CONFIGURATION = "/edu/emory/mathcs/nlp/configuration/config-decode-en.xml";

    private final NLPDecoder decoder;

    Nlp4j() {
        InputStream configuration = NLPDecoder.class.getResourceAsStream(CONFIGURATION);
        decoder = new NLPDecoder(Objects.requireNonNull(configuration, CONFIGURATION));
    }

    @Override
    public List<Sentence> read(String text) {
        List<Sentence> out = new ArrayList<>();
        for (List<Token> tokens : decoder.getTokenizer().segmentize(text)) {
            NLPNode[] nodes = decoder.decode(decoder.toNodeArray(tokens));
            Rows rows = new Rows();
            for (int i = 1; i < nodes.length; i++) {
                Token token = tokens.get(i - 1);
                Span span = new Span(token.getStartOffset(), token.getEndOffset());
                add(rows, span, span.in(text), nodes[i]);
            }
            out.add(rows.sentence(out.size()));
        }
        return out;
    }

    @Override
    public List<Sentence> readWords(ConlluText gold) {
        List<Sentence> out = new ArrayList<>();
        for (Sentence given : gold.sentences()) {
            NLPNode[] nodes = new NLPNode[given.tokens().size() + 1];
            nodes[0] = decoder.create();
            nodes[0].toRoot();
            for (int i = 1; i < nodes.length; i++) {
                nodes[i] = new NLPNode(i, given.token(i - 1).form());
            }
            decoder.decode(nodes);
            Rows rows = new Rows();
            for (int i = 1; i < nodes.length; i++) {
                add(rows, given.token(i - 1).span(), given.token(i - 1).form(), nodes[i]);
            }
            out.add(rows.sentence(given.index()));
        }
        return out;
    }

    private static void add(Rows rows, Span span, String form, NLPNode node) {
        NLPNode head = node.getDependencyHead();
        rows.add(
                span,
                form,
                node.getLemma(),
                "X",
                node.getPartOfSpeechTag(),
                head == null ? 0 : head.getID(),
                node.getDependencyLabel(),
                bio(node.getNamedEntityTag()));
    }

    /** A tag that also tells a name's last word (L) and a name of one word (U). */
    private static String bio(String tag) {
        return switch (tag.charAt(0)) {
            case 'U' -> "B" + tag.substring(1);
            case 'L' -> "I" + tag.substring(1);
            default -> tag;
        };
    }
}
