package org.demarche.read;

import java.io.IOException;
import java.util.stream.Stream;

/** One kind of input. Implementations hold no state and are safe for use by several threads. */
interface Format {

    /**
     * Whether a source is of this kind.
     *
     * @param head its first bytes, 4 KiB at most
     */
    boolean fits(Source source, byte[] head);

    /**
     * Reads a source.
     *
     * @return documents and notices in the source's order; lazily where the format is one of many documents
     * @throws IOException if the source cannot be opened or breaks off
     */
    Stream<Read> read(Source source, ReadOptions options) throws IOException;
}
