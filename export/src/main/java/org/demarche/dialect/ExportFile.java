package org.demarche.dialect;

import java.io.IOException;
import java.io.Writer;

/**
 * One file of an export, not yet written.
 *
 * @param name file name, with its extension
 * @param rows how many rows, nodes, lines or entities it has, headers left out
 * @param content writes it, as text in UTF-8
 */
public record ExportFile(String name, int rows, Content content) {

    /** Writes a file's content; the writer is left open. */
    @FunctionalInterface
    public interface Content {
        void write(Writer out) throws IOException;
    }
}
