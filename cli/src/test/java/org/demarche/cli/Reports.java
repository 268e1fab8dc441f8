package org.demarche.cli;

import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.model.Ids;

/** Reports for tests, made of nothing but their text. */
final class Reports {
    private Reports() {}

    /** An English report that says nothing of its day, its outlet or its title. */
    static Document of(String text) {
        return new Document(
                Ids.of("doc", text),
                "report.txt",
                "report.txt",
                Ids.sha256(text),
                null,
                null,
                null,
                null,
                "en",
                Dateline.UNKNOWN,
                text);
    }
}
