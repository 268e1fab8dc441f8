package org.demarche.text;

import java.util.ArrayList;
import java.util.List;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.demarche.model.Word;

/**
 * Text to sentences, in order, not parsed, all of kind {@link Sentence.Kind#BODY}.
 *
 * <p>A sentence never runs over a blank line, nor from a heading, caption or list item into what follows; it does run over line ends of hard-wrapped text. Sentences do not overlap, and
 * every character that is not white space belongs to one. Time and memory grow with the length of the text. Immutable.
 */
public final class SentenceSplitter {

    /** Text that goes on for so many words without an end is cut, so that what follows can rely on a bound. */
    public static final int MOST_WORDS = 3_000;

    private final WordSplitter wordSplitter = new WordSplitter();

    /** The sentences of a text. */
    public List<Sentence> split(String text) {
        List<Sentence> out = new ArrayList<>();
        for (Span paragraph : Paragraphs.find(text)) {
            splitParagraph(text, paragraph, out);
        }
        return out;
    }

    /** The words of a sentence of the text. */
    public List<Word> words(String text, Sentence sentence) {
        return wordSplitter.split(text, sentence.span());
    }

    private void splitParagraph(String text, Span paragraph, List<Sentence> out) {
        List<Word> words = wordSplitter.split(text, paragraph);
        SentenceEnds ends = new SentenceEnds(words);
        int first = 0;
        for (int i = 0; i < words.size(); i++) {
            int end = ends.endAfter(i, first);
            if (end < 0 && i - first + 1 >= MOST_WORDS) {
                end = i + 1;
            }
            if (end < 0 && i == words.size() - 1) {
                end = words.size();
            }
            if (end > 0) {
                Span span = words.get(first).span().cover(words.get(end - 1).span());
                out.add(new Sentence(out.size(), span, Sentence.Kind.BODY, List.of()));
                first = end;
                i = end - 1;
            }
        }
    }
}
