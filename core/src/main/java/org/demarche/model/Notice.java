package org.demarche.model;

import org.jspecify.annotations.Nullable;

/**
 * What could not be read, dated or resolved, and what to do about it. The text's fault is data, never an exception.
 *
 * @param code stable, {@code DEM-102}; each is documented in {@code docs/NOTICES.md}
 * @param file the document's file name
 * @param start first code point it is about, or null where it is about the whole file
 * @param end one past the last, or null
 * @param message what happened and what was done
 * @param repair what the reader can do
 */
public record Notice(
        String code,
        Severity severity,
        String file,
        @Nullable Integer start,
        @Nullable Integer end,
        String message,
        String repair) {

    /** How much was lost. */
    public enum Severity {
        INFO,
        WARNING,
        ERROR
    }
}
