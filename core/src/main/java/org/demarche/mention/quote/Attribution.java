package org.demarche.mention.quote;

import java.util.List;
import org.demarche.model.Span;
import org.jspecify.annotations.Nullable;

/**
 * One sentence's word for who says what, before it is joined with the quotations of the document.
 *
 * @param sentence index of the sentence
 * @param source words that name the holder, or null
 * @param sourceHead the head word of the source, or null; for a relative pronoun what it stands for
 * @param cue words that say so, or null
 * @param verb lemma of the cue
 * @param kind as in {@link Cues.Frame}
 * @param contents stretches of content, in text order; empty where the sentence has only holder and cue
 * @param addressee head word of who is told, or null
 * @param quotes whether the cue can carry direct speech
 * @param report whether the content is a clause and not a thing ("announced that", not "announced the closure")
 */
record Attribution(
        int sentence,
        @Nullable Span source,
        @Nullable Span sourceHead,
        @Nullable Span cue,
        String verb,
        String kind,
        List<Span> contents,
        @Nullable Span addressee,
        boolean quotes,
        boolean report) {

    Attribution {
        contents = List.copyOf(contents);
    }

    Attribution withContents(List<Span> other) {
        return new Attribution(sentence, source, sourceHead, cue, verb, kind, other, addressee, quotes, report);
    }

    /** Where the holder and the cue stand. */
    @Nullable
    Span place() {
        if (source == null) {
            return cue;
        }
        return cue == null ? source : source.cover(cue);
    }
}
