package org.demarche.merge;

import java.util.ArrayList;
import java.util.List;
import org.demarche.model.Event;
import org.demarche.model.When;

/** Events with one field changed. */
final class Events {
    private Events() {}

    /** The same with another date, and why. */
    static Event dated(Event e, When when, String reason) {
        List<String> why = new ArrayList<>(e.why());
        why.add(reason);
        return new Event(
                e.id(),
                e.act(),
                e.actors(),
                e.recipients(),
                when,
                e.effective(),
                e.factuality(),
                e.place(),
                e.quantities(),
                e.parent(),
                e.subjects(),
                e.claims(),
                e.documents(),
                e.sources(),
                e.readings(),
                why);
    }

    /** The same as part of a package. */
    static Event within(Event e, String parent) {
        return new Event(
                e.id(),
                e.act(),
                e.actors(),
                e.recipients(),
                e.date(),
                e.effective(),
                e.factuality(),
                e.place(),
                e.quantities(),
                parent,
                e.subjects(),
                e.claims(),
                e.documents(),
                e.sources(),
                e.readings(),
                e.why());
    }
}
