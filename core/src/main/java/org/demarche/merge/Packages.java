package org.demarche.merge;

import java.util.List;
import org.demarche.model.Claim;
import org.demarche.model.Event;

/** stub for now. */
final class Packages {
    private Packages() {}

    static List<Event> find(List<Event> events, List<Claim> claims) {
        return events;
    }
}
