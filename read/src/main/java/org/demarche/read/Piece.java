package org.demarche.read;

import java.io.Serializable;

/**
 * A part of the input that can be read apart from the rest: a file, or some lines of one.
 *
 * @param file name for the tables
 * @param path where the file lies
 * @param from offset of the first byte
 * @param length how many bytes; -1 for the whole file
 * @param linesBefore how many lines of the file come before
 * @param size of the whole file in bytes
 * @param modified when the file was last changed, in milliseconds since 1970
 */
public record Piece(String file, String path, long from, long length, long linesBefore, long size, long modified)
        implements Serializable {
    public Piece {
        if (from < 0 || length < -1 || linesBefore < 0) {
            throw new IllegalArgumentException("no part of a file: " + from + " " + length + " " + linesBefore);
        }
    }

    /** Whether it is all of its file. */
    public boolean isWhole() {
        return length < 0;
    }

    /** How many bytes it has. */
    public long bytes() {
        return isWhole() ? size : length;
    }
}
