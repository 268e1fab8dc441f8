package org.demarche.mention.quote;

import java.util.List;
import org.demarche.model.Span;

/**
 * What a cue gives to its holder.
 *
 * @param kind of the frame that took it
 * @param clause whether it is a clause or an infinitive, not a thing
 * @param preposition index of the preposition that belongs to the cue, or -1
 */
record Content(String kind, List<Span> spans, boolean clause, int preposition) {
    Content {
        spans = List.copyOf(spans);
    }
}
