package org.demarche.spark;

import java.io.Serializable;

/**
 * What a finished part holds; written beside it when it is whole.
 *
 * @param part its name
 * @param sentences how many sentences were read, and {@code parsed} of them parsed
 * @param bytes size of its file
 * @param sha256 of its file, hex
 */
record PartFacts(
        String part,
        int documents,
        int claims,
        long sentences,
        long parsed,
        int said,
        int lost,
        long bytes,
        String sha256)
        implements Serializable {}
