package org.demarche.model;

import java.util.ArrayList;
import java.util.List;

/** What of all quotes goes where: a layer of annotation holds those that the report itself gives, a table those that somebody named has said. */
public final class QuoteLayers {
    private static final int DEEPEST = 16;
    private static final int SHORTEST = 40;

    private QuoteLayers() {}

    /**
     * The quotes that stand in no other quote's content: one layer without overlaps. What a quoted speaker says of others is left out,
     * and so is a quoted word or two that nobody is given.
     *
     * @param quotes in the order of their contents, as {@link QuoteFinder#find} gives them
     */
    public static List<Quote> outermost(List<Quote> quotes) {
        List<Quote> out = new ArrayList<>();
        List<Span> around = new ArrayList<>();
        for (Quote quote : quotes) {
            Span cue = quote.cue() == null ? quote.content() : quote.cue();
            boolean scare = quote.isUnowned() && quote.content().length() < SHORTEST;
            if (!scare && around.stream().noneMatch(span -> span.contains(cue))) {
                out.add(quote);
            }
            int from = quote.content().start();
            around.removeIf(span -> span.end() <= from);
            if (around.size() < DEEPEST) {
                around.add(quote.content());
            }
        }
        return List.copyOf(out);
    }

    /**
     * The statements, {@link Quote#isStatement()}, and the quotations without an owner, whose chain is empty. A quotation that goes on over several pairs of
     * marks without a word between is one, and so are the two halves of a sentence around "he said".
     */
    public static List<Quote> statements(List<Quote> quotes) {
        List<Quote> out = new ArrayList<>();
        for (Quote quote : quotes) {
            if (!quote.isStatement() && !quote.isUnowned()) {
                continue;
            }
            Quote last = out.isEmpty() ? null : out.get(out.size() - 1);
            boolean goesOn = last != null
                    && !quote.chain().isEmpty()
                    && last.direct()
                    && quote.direct()
                    && last.chain().equals(quote.chain())
                    && last.content().end() <= quote.content().start()
                    && quote.content().start() - last.content().end() <= 2;
            if (last != null && (goesOn || isOtherHalf(last, quote))) {
                out.set(out.size() - 1, last.withContent(last.content().cover(quote.content())));
            } else {
                out.add(quote);
            }
        }
        return List.copyOf(out);
    }

    private static boolean isOtherHalf(Quote first, Quote second) {
        Span cue = second.cue();
        return cue != null
                && cue.equals(first.cue())
                && first.sentence() == second.sentence()
                && first.chain().equals(second.chain())
                && first.content().end() <= cue.start()
                && cue.end() <= second.content().start();
    }
}
