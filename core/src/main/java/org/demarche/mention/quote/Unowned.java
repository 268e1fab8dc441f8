package org.demarche.mention.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.demarche.model.Quote;
import org.demarche.model.Sentence;
import org.demarche.model.Span;

/** Quotations that no cue gives to anybody: they are kept, without an owner. What looks like the name of a work or a thing is no quotation. */
final class Unowned {
    private static final Set<String> SMALL =
            Set.of("of", "the", "a", "an", "and", "in", "on", "for", "to", "with", "at", "by", "from", "or", "&");

    private final String text;
    private final List<Sentence> sentences;
    private final List<Marks.Quoted> quotations;

    Unowned(String text, List<Sentence> sentences, List<Marks.Quoted> quotations) {
        this.text = text;
        this.sentences = sentences;
        this.quotations = quotations;
    }

    /** Those that touch the content of no other quote. */
    List<Quote> besides(List<Quote> owned) {
        List<Quote> out = new ArrayList<>();
        int next = 0;
        int reach = -1;
        int sentence = 0;
        for (Marks.Quoted quotation : quotations) {
            Span span = quotation.outer();
            while (next < owned.size() && owned.get(next).content().start() < span.end()) {
                reach = Math.max(reach, owned.get(next++).content().end());
            }
            while (sentence < sentences.size() && sentences.get(sentence).span().end() <= span.start()) {
                sentence++;
            }
            boolean read = sentence < sentences.size()
                    && sentences.get(sentence).kind().carriesActs();
            if (read
                    && reach <= span.start()
                    && quotation.closed()
                    && !isName(quotation.inner().in(text))) {
                out.add(new Quote(
                        sentences.get(sentence).index(),
                        null,
                        null,
                        span,
                        true,
                        List.of(),
                        null,
                        Quote.Kind.STATEMENT,
                        false));
            }
        }
        return out;
    }

    private static boolean isName(String inner) {
        String words = inner.strip();
        if (words.isEmpty() || ".,!?".indexOf(words.charAt(words.length() - 1)) >= 0 && words.indexOf(' ') > 0) {
            return words.isEmpty();
        }
        for (String word : words.split("\\s+")) {
            boolean small = SMALL.contains(word.toLowerCase(Locale.ROOT));
            if (!small
                    && !word.isEmpty()
                    && Character.isLetter(word.charAt(0))
                    && !Character.isUpperCase(word.charAt(0))) {
                return false;
            }
        }
        return true;
    }
}
