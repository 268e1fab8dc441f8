package org.demarche.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which claims of one event their own source took back later: a correction speaks for the outlet that printed it, or for its own report
 * where the outlet is not known. What other outlets say of the event stands.
 */
public final class Retractions {
    private Retractions() {}

    /** Ids of the claims that were taken back, the correction's own among them. */
    public static Set<String> of(List<Claim> ofOneEvent, Map<String, Document> documents) {
        List<Claim> corrections = new ArrayList<>();
        for (Claim claim : ofOneEvent) {
            if (claim.factuality() == Factuality.RETRACTED) {
                corrections.add(claim);
            }
        }
        Set<String> out = new TreeSet<>();
        for (Claim correction : corrections) {
            Document says = documents.get(correction.document());
            for (Claim claim : ofOneEvent) {
                Document said = documents.get(claim.document());
                if (says != null
                        && said != null
                        && source(says).equals(source(said))
                        && !isLater(said, says)
                        && (claim.factuality() == Factuality.RETRACTED
                                || !claim.document().equals(correction.document()))) {
                    out.add(claim.id());
                }
            }
        }
        return out;
    }

    private static String source(Document document) {
        return document.outlet() == null
                ? document.id()
                : document.outlet().toLowerCase(Locale.ROOT).strip();
    }

    private static boolean isLater(Document one, Document other) {
        return Days.of(other.published()).isBefore(Days.of(one.published()));
    }
}
