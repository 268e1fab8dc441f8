package org.demarche.fuzz;

import java.util.Map;
import java.util.stream.Stream;
import org.demarche.model.Document;
import org.demarche.read.Read;
import org.demarche.read.ReadOptions;
import org.demarche.read.Reader;

/** Bytes that claim to be of a format. */
final class Reports {
    private static final Reader READER = new Reader(
            new ReadOptions(null, null, Map.of(), new ReadOptions.Limits(1 << 20, 1 << 18, 4L << 20, 50, 2)));

    private Reports() {}

    static void read(byte[] bytes, String extension) {
        try (Stream<Read> all = READER.read("report." + extension, bytes)) {
            all.forEach(read -> {
                if (read instanceof Read.Of of) {
                    check(of.document());
                }
            });
        }
    }

    private static void check(Document document) {
        if (document.text().isBlank()
                || document.id().isEmpty()
                || document.file().isEmpty()) {
            throw new AssertionError("a document without text or name");
        }
    }
}
