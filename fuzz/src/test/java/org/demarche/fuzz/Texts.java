package org.demarche.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.demarche.mention.quantity.QuantityFinder;
import org.demarche.mention.time.DatelineFinder;
import org.demarche.mention.time.TimeFinder;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.model.Ids;
import org.demarche.model.Mention;
import org.demarche.model.PartialDate;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.demarche.model.When;
import org.demarche.model.Word;
import org.demarche.text.SentenceSplitter;

/** Text of whatever kind: sentences, words, dates, numbers. */
final class Texts {
    private static final SentenceSplitter SPLITTER = new SentenceSplitter();
    private static final TimeFinder TIMES = new TimeFinder();
    private static final QuantityFinder QUANTITIES = new QuantityFinder();
    private static final DatelineFinder DATELINES = new DatelineFinder();
    private static final PartialDate DAY = new PartialDate(2021, 10, 20);
    private static final Dateline DATED = new Dateline(DAY, DAY, When.Precision.DAY, Dateline.Basis.SUPPLIED, null);

    private Texts() {}

    static String of(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static void split(String text) {
        int end = 0;
        for (Sentence sentence : SPLITTER.split(text)) {
            if (sentence.span().start() < end
                    || !isSpace(text.substring(end, sentence.span().start()))) {
                throw new AssertionError("sentences overlap or leave words out at " + end);
            }
            for (Word word : SPLITTER.words(text, sentence)) {
                within(word.span(), sentence.span().end());
            }
            end = sentence.span().end();
        }
        if (!isSpace(text.substring(end))) {
            throw new AssertionError("words after the last sentence");
        }
    }

    /** White space in the widest sense, as the splitter has it: no-break spaces count, which {@link String#isBlank()} takes for words. */
    private static boolean isSpace(String text) {
        return text.codePoints().allMatch(c -> c == 0x85 || Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    static void times(String text) {
        for (Dateline published : List.of(DATED, Dateline.UNKNOWN)) {
            for (Mention.OfTime time : TIMES.find(document(text, published), SPLITTER.split(text))) {
                within(time.span(), text.length());
            }
        }
    }

    static void dateline(String text) {
        DATELINES.find(document(text, Dateline.UNKNOWN), SPLITTER.split(text));
    }

    static void quantities(String text) {
        for (Mention.OfQuantity quantity : QUANTITIES.find(document(text, DATED), SPLITTER.split(text))) {
            within(quantity.span(), text.length());
        }
    }

    private static Document document(String text, Dateline published) {
        return new Document("doc:1", "f", "f", Ids.sha256(text), null, null, null, null, "en", published, text);
    }

    private static void within(Span span, int end) {
        if (span.start() < 0 || span.start() >= span.end() || span.end() > end) {
            throw new AssertionError("a span outside its text: " + span);
        }
    }
}
