package org.demarche.mention.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.demarche.model.Actor;
import org.demarche.model.Quote;
import org.demarche.model.Sentence;
import org.demarche.model.Span;

/** Quotations that no cue gives to anybody: they are kept, without an owner. What looks like the name of a work or a thing is no quotation. */
final class Unowned {
    /** First words of a sentence that goes on with what was said before it. */
    private static final Set<String> GOES_ON = Set.of("it", "this", "that", "he", "she", "these", "those");

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
                List<Quote.Holder> speaker = speaker(owned.subList(0, next), sentences.get(sentence), quotation);
                out.add(new Quote(
                        sentences.get(sentence).index(),
                        null,
                        null,
                        span,
                        true,
                        speaker,
                        null,
                        Quote.Kind.STATEMENT,
                        !speaker.isEmpty()));
            }
        }
        return out;
    }

    /** "…, Mr Lund said. It is a “gesture”, no more.": words in marks in a sentence that goes on with what a person is quoted for right before it. */
    private List<Quote.Holder> speaker(List<Quote> before, Sentence sentence, Marks.Quoted quotation) {
        String words = quotation.inner().in(text);
        Quote last = null;
        for (int i = before.size() - 1; i >= 0 && last == null; i--) {
            Quote quote = before.get(i);
            last = quote.kind().isSpoken() && !quote.chain().isEmpty() ? quote : null;
            if (sentence.index() - quote.sentence() > 1) {
                return List.of();
            }
        }
        boolean fragment = !words.isEmpty() && Character.isLowerCase(words.codePointAt(0));
        String opening = sentence.span().in(text).split("[\\s'\u2019]", 2)[0].toLowerCase(Locale.ROOT);
        if (!fragment || last == null || !GOES_ON.contains(opening)) {
            return List.of();
        }
        Quote.Holder holder = last.chain().get(last.chain().size() - 1);
        boolean person = holder.actor() != null && holder.actor().kind() == Actor.Kind.PERSON;
        boolean paragraph = text.substring(
                                Math.min(last.content().end(), sentence.span().start()),
                                sentence.span().start())
                        .indexOf('\n')
                < 0;
        return person && paragraph ? List.of(holder) : List.of();
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
