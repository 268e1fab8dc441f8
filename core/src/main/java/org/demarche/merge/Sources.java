package org.demarche.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.demarche.model.Claim;
import org.demarche.model.Document;

/** How many independent outlets say so: a report of the same outlet, or one whose sentence is copied from another's, is no second source. */
final class Sources {
    /** Share of stems that two sentences of ten words and more must have in common to count as copied. */
    private static final double COPIED = 0.85;

    private static final int FEWEST_WORDS = 8;

    private Sources() {}

    static int count(List<Claim> own, Map<String, Document> documents) {
        List<String> outlets = new ArrayList<>();
        List<Set<String>> told = new ArrayList<>();
        for (Claim claim : own) {
            Document document = documents.get(claim.document());
            String outlet = document == null || document.outlet() == null
                    ? claim.document()
                    : document.outlet().toLowerCase(Locale.ROOT).strip();
            Set<String> words = Words.stems(claim.sentence().quote());
            if (!outlets.contains(outlet) && told.stream().noneMatch(t -> isCopy(t, words))) {
                outlets.add(outlet);
            }
            told.add(words);
        }
        return Math.max(1, outlets.size());
    }

    static boolean isCopy(Set<String> a, Set<String> b) {
        if (Math.min(a.size(), b.size()) < FEWEST_WORDS) {
            return false;
        }
        long both = a.stream().filter(b::contains).count();
        return both >= COPIED * (a.size() + b.size() - both);
    }
}
