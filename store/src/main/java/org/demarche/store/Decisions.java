package org.demarche.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.Coded;
import org.demarche.model.Claim;

/** What people decided, as it stands after every undo; replayed on what the documents say. */
public final class Decisions {
    private final Map<String, Entry> standing = new LinkedHashMap<>();

    /** Reads a log, oldest first. */
    public Decisions(List<Entry> log) {
        for (Entry entry : log) {
            if (entry.kind().equals("undo")) {
                standing.remove(entry.target());
            } else {
                standing.put(entry.id(), entry);
            }
        }
    }

    /** Those that stand, oldest first. */
    public List<Entry> standing() {
        return List.copyOf(standing.values());
    }

    /** What a document still says: a withdrawn one says nothing, a rejected claim is gone. */
    public Coded apply(Coded coded) {
        if (isLast("withdraw", coded.document().id(), List.of("withdraw"))) {
            return coded.withClaims(List.of());
        }
        List<Claim> kept = new ArrayList<>();
        for (Claim claim : coded.claims()) {
            if (!isLast("reject", claim.id(), List.of("accept", "reject", "unsure"))) {
                kept.add(claim);
            }
        }
        return kept.size() == coded.claims().size() ? coded : coded.withClaims(kept);
    }

    /** Whether the last decision of some kinds about a thing is of one kind. */
    private boolean isLast(String kind, String target, List<String> among) {
        String last = "";
        for (Entry entry : standing.values()) {
            if (entry.target().equals(target) && among.contains(entry.kind())) {
                last = entry.kind();
            }
        }
        return last.equals(kind);
    }
}
