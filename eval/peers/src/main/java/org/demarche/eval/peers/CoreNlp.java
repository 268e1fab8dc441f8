package org.demarche.eval.peers;

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.semgraph.SemanticGraph;
import edu.stanford.nlp.semgraph.SemanticGraphCoreAnnotations.BasicDependenciesAnnotation;
import edu.stanford.nlp.semgraph.SemanticGraphEdge;
import edu.stanford.nlp.util.CoreMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.demarche.model.Token;
import org.demarche.text.ConlluText;

/** CoreNLP with its default English models: tags, lemmas, names without the fine-grained ones and without times, neural dependencies. */
final class CoreNlp implements Peer {
    private final StanfordCoreNLP pipeline;

    CoreNlp() {
        Properties properties = new Properties();
        properties.setProperty("annotators", "tokenize,ssplit,pos,lemma,ner,depparse");
        properties.setProperty("ner.applyFineGrained", "false");
        properties.setProperty("ner.applyNumericClassifiers", "false");
        properties.setProperty("ner.useSUTime", "false");
        properties.setProperty("ner.buildEntityMentions", "false");
        if (Boolean.getBoolean("peers.words")) {
            properties.setProperty("tokenize.whitespace", "true");
            properties.setProperty("ssplit.eolonly", "true");
        } else {
            properties.setProperty("ssplit.newlineIsSentenceBreak", "always");
        }
        pipeline = new StanfordCoreNLP(properties);
    }

    @Override
    public List<Sentence> read(String text) {
        Annotation annotation = new Annotation(text);
        pipeline.annotate(annotation);
        List<Sentence> out = new ArrayList<>();
        for (CoreMap found : annotation.get(CoreAnnotations.SentencesAnnotation.class)) {
            out.add(sentence(found, out.size(), List.of()));
        }
        return out;
    }

    @Override
    public List<Sentence> readWords(ConlluText gold) {
        List<Sentence> out = new ArrayList<>();
        for (Sentence given : gold.sentences()) {
            StringBuilder line = new StringBuilder();
            given.tokens()
                    .forEach(t -> line.append(t.form().replaceAll("\\s", "_")).append(' '));
            Annotation annotation = new Annotation(line.toString().strip());
            pipeline.annotate(annotation);
            CoreMap found =
                    annotation.get(CoreAnnotations.SentencesAnnotation.class).get(0);
            out.add(sentence(found, given.index(), given.tokens()));
        }
        return out;
    }

    private static Sentence sentence(CoreMap found, int index, List<Token> given) {
        SemanticGraph graph = found.get(BasicDependenciesAnnotation.class);
        List<CoreLabel> labels = found.get(CoreAnnotations.TokensAnnotation.class);
        Rows rows = new Rows();
        String before = "O";
        for (int i = 0; i < labels.size(); i++) {
            CoreLabel label = labels.get(i);
            var node = graph.getNodeByIndexSafe(i + 1);
            List<SemanticGraphEdge> in = node == null ? List.of() : graph.getIncomingEdgesSorted(node);
            String type = label.ner() == null ? "O" : label.ner();
            rows.add(
                    given.isEmpty()
                            ? new Span(label.beginPosition(), label.endPosition())
                            : given.get(i).span(),
                    given.isEmpty() ? label.originalText() : given.get(i).form(),
                    label.lemma(),
                    "X",
                    label.tag(),
                    in.isEmpty() ? 0 : in.get(0).getGovernor().index(),
                    in.isEmpty() ? "root" : in.get(0).getRelation().toString(),
                    type.equals("O") ? "O" : (type.equals(before) ? "I-" : "B-") + type);
            before = type;
        }
        return rows.sentence(index);
    }
}
