package org.demarche.coding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.demarche.model.Mention;
import org.demarche.model.Mentions;
import org.demarche.model.Quote;
import org.demarche.model.Sentence;

/** What was found in a document, sentence by sentence; a quotation that runs over several is in each of them. Immutable. */
final class MentionsBySentence {
    private final Map<Integer, List<Mention.OfActor>> actors;
    private final Map<Integer, List<Mention.OfTime>> times;
    private final Map<Integer, List<Mention.OfQuantity>> quantities;
    private final Map<Integer, List<Mention.OfSubject>> subjects;
    private final Map<Integer, List<Quote>> quotes = new HashMap<>();

    MentionsBySentence(List<Sentence> sentences, Mentions mentions) {
        actors = group(mentions.actors());
        times = group(mentions.times());
        quantities = group(mentions.quantities());
        subjects = group(mentions.subjects());
        for (Quote quote : mentions.quotes()) {
            for (int i = first(sentences, quote.content().start());
                    i < sentences.size()
                            && sentences.get(i).span().start() < quote.content().end();
                    i++) {
                quotes.computeIfAbsent(sentences.get(i).index(), k -> new ArrayList<>())
                        .add(quote);
            }
        }
    }

    private static <M extends Mention> Map<Integer, List<M>> group(List<M> all) {
        Map<Integer, List<M>> out = new HashMap<>();
        for (M mention : all) {
            out.computeIfAbsent(mention.sentence(), k -> new ArrayList<>()).add(mention);
        }
        return out;
    }

    /** The place of the first sentence that ends after an offset. */
    private static int first(List<Sentence> sentences, int offset) {
        int low = 0;
        int high = sentences.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sentences.get(middle).span().end() > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    Mentions of(Sentence sentence) {
        int index = sentence.index();
        return new Mentions(
                actors.getOrDefault(index, List.of()),
                times.getOrDefault(index, List.of()),
                quantities.getOrDefault(index, List.of()),
                subjects.getOrDefault(index, List.of()),
                quotes.getOrDefault(index, List.of()));
    }
}
