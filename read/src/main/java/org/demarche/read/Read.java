package org.demarche.read;

import org.demarche.model.Document;
import org.demarche.model.Notice;

/** What reading yields: a document, something to say about the input, or word that a report was taken back. */
public sealed interface Read {

    /** A report. */
    record Of(Document document) implements Read {}

    /** What was odd or could not be read. {@code lost} tells whether a document is missing for it. */
    record Said(Notice notice, boolean lost) implements Read {}

    /**
     * The publisher withheld or cancelled an item: its claims no longer count.
     *
     * @param url the item's own address or identifier, as earlier versions carried it
     */
    record Retracted(String url, String why) implements Read {}
}
