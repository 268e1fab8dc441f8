package org.demarche.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.Coded;
import org.demarche.model.Claim;
import org.demarche.model.Factuality;
import org.demarche.model.PartialDate;
import org.demarche.model.When;

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
                kept.add(corrected(claim));
            }
        }
        return kept.equals(coded.claims()) ? coded : coded.withClaims(kept);
    }

    private Claim corrected(Claim claim) {
        Claim out = claim;
        for (Entry entry : standing.values()) {
            if (entry.kind().equals("set") && entry.target().equals(claim.id())) {
                out = set(out, String.valueOf(entry.field()), String.valueOf(entry.value()));
            }
        }
        return out;
    }

    /** Tells whether a field can be set to a value; {@link IllegalArgumentException} where not. */
    public static void check(String field, String value) {
        switch (field) {
            case "date", "effective" -> when(value);
            case "factuality" -> factuality(value);
            default ->
                throw new IllegalArgumentException(
                        "no such field to set: " + field + "; there are date, effective, factuality");
        }
    }

    private static Claim set(Claim c, String field, String value) {
        check(field, value);
        return new Claim(
                c.id(),
                c.document(),
                c.sentenceIndex(),
                c.sentence(),
                c.trigger(),
                c.act(),
                c.actors(),
                c.recipients(),
                field.equals("date") ? when(value) : c.date(),
                field.equals("effective") ? when(value) : c.effective(),
                c.place(),
                c.quantities(),
                field.equals("factuality") ? factuality(value) : c.factuality(),
                c.attribution(),
                c.subjects(),
                c.changes(),
                c.cues(),
                c.rule(),
                c.score());
    }

    private static When when(String value) {
        PartialDate date = PartialDate.parse(value)
                .orElseThrow(() -> new IllegalArgumentException(
                        "DEM-301 " + value + " is not a date. Use YYYY-MM-DD, YYYY-MM or YYYY."));
        When.Precision precision =
                date.day() > 0 ? When.Precision.DAY : date.month() > 0 ? When.Precision.MONTH : When.Precision.YEAR;
        return new When(date, date, precision, When.Basis.STATED, null);
    }

    private static Factuality factuality(String value) {
        return Arrays.stream(Factuality.values())
                .filter(f -> f.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such factuality: " + value));
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
