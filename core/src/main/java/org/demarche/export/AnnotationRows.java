package org.demarche.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.demarche.Coded;
import org.demarche.model.Document;
import org.demarche.model.Mention;
import org.demarche.model.Quote;
import org.demarche.model.QuoteLayers;
import org.demarche.model.Sentence;
import org.demarche.model.Token;
import org.demarche.model.When;

/** Rows of {@code annotate}: a document with its layers of spans over the text. */
public final class AnnotationRows {
    private final Coded coded;
    private final CodePoints points;

    private AnnotationRows(Coded coded) {
        this.coded = coded;
        this.points = new CodePoints(coded.document().text());
    }

    public static Row row(Coded coded, Set<Layer> layers) {
        AnnotationRows rows = new AnnotationRows(coded);
        Row out = new Row()
                .with("id", ownId(coded.document()))
                .with("file", coded.document().file());
        for (Layer layer : Layer.values()) {
            if (layers.contains(layer)) {
                out.with(layer.key(), rows.layer(layer));
            }
        }
        return out;
    }

    /** The id that a row of the input brought, which is its name; else the document's. */
    private static String ownId(Document document) {
        return document.path().endsWith("#" + document.file()) ? document.file() : document.id();
    }

    private List<Row> layer(Layer layer) {
        return switch (layer) {
            case SENTENCES -> coded.sentences().stream().map(this::sentence).toList();
            case TOKENS -> tokens();
            case ACTORS ->
                coded.mentions().actors().stream()
                        .filter(AnnotationRows::isNamed)
                        .map(this::actor)
                        .toList();
            case TIMES -> coded.mentions().times().stream().map(this::time).toList();
            case QUANTITIES ->
                coded.mentions().quantities().stream().map(this::quantity).toList();
            case QUOTES ->
                QuoteLayers.outermost(coded.mentions().quotes()).stream()
                        .map(this::quote)
                        .toList();
            case SUBJECTS ->
                coded.mentions().subjects().stream().map(this::subject).toList();
        };
    }

    private Row sentence(Sentence sentence) {
        return points.span(sentence.span()).with("kind", Cells.word(sentence.kind()));
    }

    private List<Row> tokens() {
        List<Row> out = new ArrayList<>();
        for (Sentence sentence : coded.sentences()) {
            for (Token token : sentence.tokens()) {
                out.add(points.span(token.span())
                        .with("form", token.form())
                        .with("lemma", token.lemma())
                        .with("upos", token.upos().name())
                        .with("xpos", token.xpos())
                        .with("head", token.head())
                        .with("deprel", token.deprel())
                        .with("sentence", sentence.index()));
            }
        }
        return out;
    }

    /** Whether it is a name: the layer holds what a text names, not every "he", "the minister", "Russian" or "police" that refers to somebody. */
    private static boolean isNamed(Mention.OfActor mention) {
        return mention.form() == Mention.OfActor.Form.NAME || mention.form() == Mention.OfActor.Form.METONYM;
    }

    private Row actor(Mention.OfActor mention) {
        return new Row()
                .with("id", mention.actor().id())
                .with("kind", Cells.word(mention.actor().kind()))
                .with("name", mention.actor().name())
                .with("country", mention.actor().country())
                .with("sector", mention.actor().sector())
                .with("start", points.at(mention.span().start()))
                .with("end", points.at(mention.span().end()))
                .with("quote", points.words(mention.span()))
                .with("form", Cells.word(mention.form()));
    }

    private Row time(Mention.OfTime mention) {
        When when = mention.when();
        return points.span(mention.span())
                .with("quote", points.words(mention.span()))
                .with("value", mention.value())
                .with("type", mention.type().name().toUpperCase(Locale.ROOT))
                .with("earliest", Cells.date(when.start()))
                .with("latest", Cells.date(when.end()))
                .with("precision", Cells.word(when.precision()))
                .with("basis", Cells.word(when.basis()));
    }

    private Row quantity(Mention.OfQuantity mention) {
        return new Row()
                .with("value", Cells.number(mention.value()))
                .with("low", Cells.number(mention.low()))
                .with("high", Cells.number(mention.high()))
                .with("unit", mention.unit())
                .with("role", Cells.word(mention.role()))
                .with("start", points.at(mention.span().start()))
                .with("end", points.at(mention.span().end()))
                .with("quote", points.words(mention.span()));
    }

    private Row quote(Quote quote) {
        List<Row> chain = new ArrayList<>();
        for (Quote.Holder holder : quote.chain()) {
            chain.add(new Row().with("holder", holder.holder()).with("verb", holder.verb()));
        }
        return points.span(quote.content())
                .with("source", points.spanOrNull(quote.source()))
                .with("cue", points.spanOrNull(quote.cue()))
                .with("content", points.span(quote.content()))
                .with("direct", quote.direct())
                .with("chain", chain);
    }

    private Row subject(Mention.OfSubject mention) {
        Row row = Cells.subject(mention.subject());
        return row.with("start", points.at(mention.span().start()))
                .with("end", points.at(mention.span().end()))
                .with("quote", points.words(mention.span()));
    }
}
