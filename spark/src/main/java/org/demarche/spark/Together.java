package org.demarche.spark;

import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.demarche.Dossier;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.store.Packed;

/**
 * What single reports must be told of all: for every executor, once.
 *
 * @param eventOf ids of events by the ids of their claims
 * @param dated dates of publication that only other reports tell, by report, as JSON
 * @param again where reports lie that came before
 * @param withdrawn ids of reports that were taken back
 */
record Together(Map<String, String> eventOf, Map<String, String> dated, Set<Told.Place> again, Set<String> withdrawn)
        implements Serializable {

    static Together of(Dossier dossier, Reports reports) {
        Map<String, Dateline> own = new HashMap<>();
        dossier.coded().forEach(c -> own.put(c.document().id(), c.document().published()));
        Map<String, String> dated = new HashMap<>();
        for (Document document : dossier.documents()) {
            if (!document.published().equals(own.get(document.id()))) {
                dated.put(document.id(), Packed.json(document.published()));
            }
        }
        return new Together(
                new HashMap<>(dossier.eventOf()),
                dated,
                new HashSet<>(reports.again()),
                new HashSet<>(reports.withdrawn()));
    }
}
