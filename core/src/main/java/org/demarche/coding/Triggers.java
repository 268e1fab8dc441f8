package org.demarche.coding;

import java.util.List;
import org.demarche.coding.FrameMatcher.Match;
import org.demarche.model.Span;

/** The words of an act: from its head to the last of the words and things that make it what it is. */
final class Triggers {
    private static final int TRIGGER_REACH = 6;

    private final Tree tree;

    Triggers(Reading reading) {
        this.tree = reading.tree();
    }

    Span of(Match match, List<Integer> things) {
        int head = match.arguments().head();
        int from = head;
        int to = head;
        for (int word : match.words()) {
            if (word > head && word - head <= 2 * TRIGGER_REACH) {
                to = Math.max(to, word);
            }
        }
        for (int word : match.below()) {
            if (word > head && word - head <= TRIGGER_REACH) {
                to = Math.max(to, word);
            }
        }
        for (int thing : things) {
            if (thing > to && thing - head <= TRIGGER_REACH) {
                to = thing;
            }
        }
        return tree.span(from, to);
    }
}
