package org.demarche.dialect;

import java.util.List;

/**
 * A ledger in a dialect.
 *
 * @param files the one that holds the events first
 * @param losses what the dialect could not hold, counted
 */
public record Exported(List<ExportFile> files, List<Loss> losses) {
    public Exported {
        files = List.copyOf(files);
        losses = List.copyOf(losses);
    }
}
