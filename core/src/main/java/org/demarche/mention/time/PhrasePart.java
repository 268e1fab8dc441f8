package org.demarche.mention.time;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A part of a phrase that reads a value: a month, a number, a clock time. Takes as much as it can, in one way only. */
interface PhrasePart {
    /**
     * What was read.
     *
     * @param value never null but for parts that only bound
     * @param end one past the last piece
     */
    record Read(Object value, int end) {}

    /** Words and marks that its own patterns spell out. */
    default Set<String> words() {
        return Set.of();
    }

    /** Whether it may begin with a piece: a cheap look, asked at every piece of a document. */
    boolean canStart(Piece piece);

    /** Reads it from a place on, or gives null where it does not stand there. */
    @Nullable
    Read read(Pieces pieces, int at);
}
