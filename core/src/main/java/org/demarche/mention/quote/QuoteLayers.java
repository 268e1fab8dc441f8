package org.demarche.mention.quote;

import java.util.ArrayList;
import java.util.List;
import org.demarche.model.Quote;
import org.demarche.model.Span;

/** What of all quotes goes where: a layer of annotation holds those that the report itself gives, a table of statements those that somebody made. */
public final class QuoteLayers {
    private QuoteLayers() {}

    /**
     * The quotes that stand in no other quote's content: one layer without overlaps. What a quoted speaker says of others is left out.
     *
     * @param quotes in the order of their contents, as {@link QuoteFinder#find} gives them
     */
    public static List<Quote> outermost(List<Quote> quotes) {
        List<Quote> out = new ArrayList<>();
        List<Span> around = new ArrayList<>();
        int reach = -1;
        for (Quote quote : quotes) {
            Span cue = quote.cue() == null ? quote.content() : quote.cue();
            if (quote.content().end() > reach || around.stream().noneMatch(span -> span.contains(cue))) {
                out.add(quote);
            }
            int from = quote.content().start();
            around.removeIf(span -> span.end() <= from);
            if (around.size() < 16) {
                around.add(quote.content());
            }
            reach = Math.max(reach, quote.content().end());
        }
        return List.copyOf(out);
    }
}
