package org.demarche.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.demarche.Coded;
import org.demarche.model.Actor;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Quote;
import org.demarche.model.QuoteLayers;

/** Rows of the quotes table: who holds what, on whose word. */
public final class QuoteRows {
    private QuoteRows() {}

    /**
     * The quotes of one document.
     *
     * @param eventOf ids of events by the ids of their claims: a quote is about the events whose acts it names
     */
    public static List<Row> rows(Coded coded, Map<String, String> eventOf) {
        Document document = coded.document();
        CodePoints points = new CodePoints(document.text());
        List<Row> out = new ArrayList<>();
        for (Quote quote : QuoteLayers.statements(coded.mentions().quotes())) {
            int start = points.at(quote.content().start());
            int end = points.at(quote.content().end());
            TreeSet<String> about = new TreeSet<>();
            for (Claim claim : coded.claims()) {
                Citation trigger = claim.trigger();
                String event = eventOf.get(claim.id());
                if (event != null && start <= trigger.start() && trigger.end() <= end) {
                    about.add(event);
                }
            }
            List<Row> chain = quote.chain().stream()
                    .map(h -> new Row().with("holder", h.holder()).with("verb", h.verb()))
                    .toList();
            Actor addressee = quote.addressee();
            out.add(new Row()
                    .with("id", Quote.id(document.id(), start, end))
                    .with("document", document.id())
                    .with("file", document.file())
                    .with("sentence", quote.sentence())
                    .with("start", start)
                    .with("end", end)
                    .with("quote", points.words(quote.content()))
                    .with("direct", quote.direct())
                    .with("chain", chain)
                    .with("addressee", addressee == null ? null : addressee.id())
                    .with("about", List.copyOf(about)));
        }
        return out;
    }
}
