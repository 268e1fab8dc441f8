package org.demarche.cli;

import java.io.PrintWriter;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.Dossier;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.store.LedgerBook;

/** What an ingest says at its end: counts that add up, and what to do next. */
final class Summary {
    private Summary() {}

    static void print(Dossier dossier, LedgerBook.Ingested ingested, int lost, String location, PrintWriter out) {
        out.println(plural(ingested.read(), "document") + " read = " + ingested.added() + " new + " + ingested.known()
                + " known already" + (lost > 0 ? "; " + lost + " could not be read (each is listed above)" : ""));
        Set<String> outlets = new TreeSet<>();
        int dated = 0;
        for (Document document : dossier.documents()) {
            if (document.outlet() != null) {
                outlets.add(document.outlet());
            }
            dated += document.published().basis() == Dateline.Basis.UNKNOWN ? 0 : 1;
        }
        long together = dossier.happenings().stream()
                .filter(e -> e.documents().size() > 1)
                .count();
        out.println(
                "The ledger " + location + " holds " + plural(dossier.coded().size(), "document") + " (" + dated
                        + " dated) of " + plural(outlets.size(), "named outlet"));
        out.println("  " + plural(dossier.acts().size(), "claim") + " -> "
                + plural(dossier.happenings().size(), "event")
                + " (" + together + " told by 2 or more documents), "
                + plural(dossier.disagreements().size(), "disagreement")
                + ", " + plural(dossier.answers().size(), "answer"));
        out.flush();
    }

    static String plural(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
