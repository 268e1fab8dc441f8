package org.demarche.dialect;

/**
 * What a dialect could not hold.
 *
 * @param what in words, for a reader of the manifest
 * @param count how many events, or rows, it concerns
 */
public record Loss(String what, int count) {
    public Loss {
        if (what.isBlank() || count < 1) {
            throw new IllegalArgumentException("not a loss: " + what + ", " + count);
        }
    }
}
