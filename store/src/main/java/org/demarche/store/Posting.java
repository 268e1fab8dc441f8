package org.demarche.store;

import org.demarche.Coded;
import org.demarche.model.Document;

/**
 * A document as it enters the ledger.
 *
 * @param read as the reader gave it, before its own words dated it: what {@code recode} starts from
 * @param coded what it says
 */
public record Posting(Document read, Coded coded) {
    public Posting {
        if (!read.id().equals(coded.document().id())) {
            throw new IllegalArgumentException(
                    read.id() + " is not " + coded.document().id());
        }
    }
}
