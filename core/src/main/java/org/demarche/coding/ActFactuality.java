package org.demarche.coding;

import org.demarche.coding.FrameMatcher.Match;
import org.demarche.model.Factuality;
import org.demarche.model.Upos;
import org.jspecify.annotations.Nullable;

/** How sure an act is by the words around it, or none where it is only supposed in passing or only measures another. */
final class ActFactuality {
    private final Tree tree;
    private final Realis realis;
    private final Reading reading;
    private final OwnOrders orders;

    ActFactuality(Reading reading) {
        this.reading = reading;
        this.tree = reading.tree();
        this.realis = reading.realis();
        this.orders = new OwnOrders(reading);
    }

    @Nullable
    Factuality of(Found found) {
        int head = found.head();
        if (isStationed(head)) {
            return null;
        }
        Match match = found.match();
        Factuality factuality = found.act().spoken() ? realis.own(head) : realis.of(head);
        Agenda agenda = reading.discourse().agenda();
        if (agenda != null && factuality == Factuality.ASSERTED && !found.act().spoken()) {
            factuality = agenda.factuality();
        }
        if (factuality == Factuality.DENIED
                && match.words().stream().anyMatch(w -> tree.is(w, "not", "no", "never", "n't"))) {
            factuality = Factuality.ASSERTED;
        }
        if (factuality == Factuality.HYPOTHETICAL && withholds(found)) {
            factuality = Factuality.ASSERTED;
        }
        if (factuality == Factuality.DEMANDED && orders.isBelow(found)) {
            factuality = Factuality.ASSERTED;
        }
        if (factuality == Factuality.DENIED && compares(head)
                || factuality == Factuality.HYPOTHETICAL && !realis.conditioned(head)) {
            return null;
        }
        return factuality;
    }

    /** "Where 90 soldiers are stationed": where they are, not that they were sent. */
    private boolean isStationed(int head) {
        return tree.is(head, "station", "base", "garrison")
                && tree.children(head, "aux:pass", "cop").stream().anyMatch(a -> tree.is(a, "is", "are"))
                && tree.children(head, "aux").stream().noneMatch(a -> tree.is(a, "being"));
    }

    /** "May no longer hire", "can keep only six": what the other side may not do is laid down, not supposed. */
    private boolean withholds(Found found) {
        return found.byContext()
                && "SANCTION".equals(found.act().act().type())
                && found.match().frame().modals().contains("may")
                && !realis.conditioned(found.head());
    }

    /** "No government has expelled so many since 1985": a measure of what was done, not a denial of it. */
    private boolean compares(int head) {
        for (int i = tree.first(head); i <= tree.last(head); i++) {
            boolean degree = tree.is(i, "so") && i + 1 < tree.size() && tree.upos(i + 1) == Upos.ADJ;
            if (degree || tree.is(i, "since", "than", "ever", "before")) {
                return true;
            }
        }
        return false;
    }
}
