package org.demarche.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.demarche.Dossier;
import org.demarche.model.Event;

/** What the id in a decision stands for: the claims of an event, those of a package's parts, or one claim. */
public final class Targets {
    private final Dossier dossier;
    private final Predicate<String> isClaim;

    /**
     * Over a ledger.
     *
     * @param isClaim whether it has a claim of this id; rejected ones too, so that they can be accepted again
     */
    public Targets(Dossier dossier, Predicate<String> isClaim) {
        this.dossier = dossier;
        this.isClaim = isClaim;
    }

    /**
     * The claims that an id stands for.
     *
     * @throws IllegalArgumentException if the ledger has nothing of this id
     */
    public List<String> claims(String id) {
        Set<String> ofEvent = new LinkedHashSet<>();
        for (Event event : dossier.events()) {
            if (event.id().equals(id) || id.equals(event.parent())) {
                ofEvent.addAll(event.claims());
            }
        }
        if (!ofEvent.isEmpty()) {
            return List.copyOf(ofEvent);
        }
        if (!isClaim.test(id)) {
            throw new IllegalArgumentException("DEM-401 the ledger has no claim or event " + id);
        }
        return List.of(id);
    }

    /**
     * The value of a {@code merge}: all claims that are to be one event.
     *
     * @throws IllegalArgumentException if there are not two at least
     */
    public String merge(String id, Collection<String> others) {
        Set<String> claims = new TreeSet<>(claims(id));
        others.forEach(o -> claims.addAll(claims(o)));
        if (claims.size() < 2) {
            throw new IllegalArgumentException("DEM-611 a merge needs another event or claim");
        }
        return Decisions.claims(claims, List.of());
    }

    /**
     * The value of a {@code split}: the claims that leave an event, and those that stay.
     *
     * @throws IllegalArgumentException if not some, but none or all would leave
     */
    public String split(String id, Collection<String> leaving) {
        Set<String> all = new TreeSet<>();
        dossier.events().stream().filter(e -> e.id().equals(id)).forEach(e -> all.addAll(e.claims()));
        Set<String> out = new TreeSet<>();
        leaving.forEach(l -> out.addAll(claims(l)));
        if (out.isEmpty() || !all.containsAll(out) || out.size() == all.size()) {
            throw new IllegalArgumentException("DEM-611 a split needs some, not all, of the claims of " + id
                    + (all.isEmpty() ? "" : ": " + String.join(" ", all)));
        }
        all.removeAll(out);
        return Decisions.claims(new ArrayList<>(out), all);
    }

    /** The claim that a merge or split is filed under. */
    public static String first(String value) {
        return value.split(" ", 2)[0];
    }
}
