package org.demarche.mention.actor;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.demarche.model.Sentence;
import org.demarche.model.Token;

/** What most of a report's sentences hold a one-word name to be: the parser sees one sentence at a time, and may take a town for a man in some. */
final class NameVotes {
    /** A surname within a full name is worth this many bare ones. */
    private static final int FULL_NAME = 3;

    private final Map<String, Map<String, Integer>> votes = new TreeMap<>();

    NameVotes(List<Sentence> sentences) {
        for (Sentence sentence : sentences) {
            List<Token> tokens = sentence.tokens();
            for (int i = 0; i < tokens.size(); i++) {
                if (tokens.get(i).name().startsWith("B-")) {
                    String tag = tokens.get(i).name().substring(2);
                    int last = i;
                    while (last + 1 < tokens.size()
                            && tokens.get(last + 1).name().equals("I-" + tag)) {
                        last++;
                    }
                    if (last == i || tag.equals("PERSON")) {
                        vote(tokens.get(last).form(), tag, last == i ? 1 : FULL_NAME);
                    }
                    i = last;
                }
            }
        }
    }

    private void vote(String word, String tag, int weight) {
        votes.computeIfAbsent(word.toLowerCase(Locale.ROOT), w -> new TreeMap<>())
                .merge(tag, weight, Integer::sum);
    }

    /** The tag with most votes; the one given where it has as many as any. */
    String tag(String word, String given) {
        Map<String, Integer> counts = votes.getOrDefault(word.toLowerCase(Locale.ROOT), Map.of());
        String best = given;
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > counts.getOrDefault(best, 0)) {
                best = entry.getKey();
            }
        }
        return best;
    }
}
