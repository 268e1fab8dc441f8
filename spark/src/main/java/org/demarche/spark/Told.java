package org.demarche.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.demarche.Coded;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Mentions;
import org.demarche.model.Notice;
import org.demarche.store.Packed;
import org.jspecify.annotations.Nullable;

/**
 * What grouping needs of one entry of a part: the claims of a report, without its text and its mentions.
 *
 * @param place where the entry lies, so that one that comes again elsewhere can be left out
 */
record Told(
        Place place,
        @Nullable Document document,
        List<Claim> claims,
        @Nullable Notice said,
        @Nullable String taken,
        @Nullable String why) {

    /** Which line of which part. */
    record Place(int split, int line) implements Serializable {}

    Told {
        claims = List.copyOf(claims);
    }

    private static Told of(int split, int line, Entry entry) {
        Coded coded = entry.coded();
        return new Told(
                new Place(split, line),
                coded == null ? null : coded.document().withoutText(),
                coded == null ? List.of() : coded.claims(),
                entry.said(),
                entry.taken(),
                entry.why());
    }

    /** As a report of the dossier, of which nothing but the claims is known. */
    Coded coded(Document known) {
        return new Coded(known, List.of(), Mentions.NONE, claims, List.of());
    }

    /** Reads them from parts, as JSON. */
    record From(Parts parts) implements FlatMapFunction<Split, String> {
        @Override
        public Iterator<String> call(Split split) throws IOException {
            List<String> out = new ArrayList<>();
            try (Stream<Entry> entries = parts.read(split)) {
                entries.forEachOrdered(e -> out.add(Packed.json(of(split.number(), out.size(), e))));
            }
            return out.iterator();
        }
    }
}
