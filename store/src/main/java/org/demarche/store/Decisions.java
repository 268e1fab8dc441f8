package org.demarche.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.demarche.Coded;
import org.demarche.model.Claim;
import org.demarche.model.Quote;
import org.demarche.model.Ruling;

/**
 * What people decided, as it stands after every undo; replayed on what the documents say.
 *
 * <p>An undo of an undo brings the decision back. Of one reviewer the last decision on a thing counts. Where reviewers differ, both are kept
 * and neither is followed: what the documents say stands.
 */
public final class Decisions {
    private static final Set<String> VERDICTS = Set.of("accept", "reject", "unsure");
    private static final Set<String> IDLE = Set.of("accept", "unsure");
    private static final Set<String> STANCES = Set.of("accept", "reject", "unsure", "add");
    private static final Set<String> RULINGS = Set.of("merge", "split", "prefer");

    private final Map<String, Entry> standing = new LinkedHashMap<>();
    private final Map<String, List<Entry>> byTarget = new TreeMap<>();
    private final Map<String, List<Addition>> additions = new TreeMap<>();
    private final boolean hasQuotes;

    /** Reads a log, oldest first. */
    public Decisions(List<Entry> log) {
        Set<String> undone = new TreeSet<>();
        for (int i = log.size() - 1; i >= 0; i--) {
            Entry entry = log.get(i);
            if (entry.kind().equals("undo") && !undone.contains(entry.id())) {
                undone.add(entry.target());
            }
        }
        for (Entry entry : log) {
            if (!entry.kind().equals("undo") && !undone.contains(entry.id())) {
                standing.put(entry.id(), entry);
                byTarget.computeIfAbsent(entry.target(), t -> new ArrayList<>()).add(entry);
                if (entry.kind().equals("add")) {
                    Addition added = Addition.of(entry);
                    additions
                            .computeIfAbsent(added.claim().document(), d -> new ArrayList<>())
                            .add(added);
                }
            }
        }
        hasQuotes = byTarget.keySet().stream().anyMatch(Named::isQuote);
    }

    /**
     * Whether entries that follow change nothing of what the documents say together: comments, and verdicts other than a rejection on what
     * nobody rejects, and the undoing of such.
     */
    boolean stayTrueAfter(List<Entry> more) {
        return more.stream().allMatch(e -> {
            Entry about = e.kind().equals("undo") ? standing.get(e.target()) : e;
            return about != null
                    && (about.kind().equals("comment")
                            || IDLE.contains(about.kind())
                                    && of(about.target(), "reject").isEmpty());
        });
    }

    /** Those that stand, oldest first. */
    public List<Entry> standing() {
        return List.copyOf(standing.values());
    }

    /** What a document still says: a withdrawn one says nothing, a rejected claim is gone; with what people have read in it besides. */
    public Coded apply(Coded coded) {
        if (of(coded.document().id(), "withdraw").size() > 0) {
            return coded.withClaims(List.of());
        }
        List<Claim> kept = new ArrayList<>();
        for (Claim claim : coded.claims()) {
            if (!isRejected(claim.id())) {
                kept.add(corrected(claim, coded));
            }
        }
        int said = kept.size();
        for (Addition added : additions.getOrDefault(coded.document().id(), List.of())) {
            if (!isOpposed(added.claim().id()) && added.isNewTo(coded.document(), kept)) {
                kept.add(corrected(added.claim(), coded));
            }
        }
        if (kept.size() > said) {
            kept.sort(Comparator.comparing(Claim::trigger).thenComparing(Claim::id));
        }
        Coded out = kept.equals(coded.claims()) ? coded : coded.withClaims(kept);
        return hasQuotes ? out.withMentions(out.mentions().withQuotes(quotes(out))) : out;
    }

    /** The quotations of a report, each by whom somebody has given it to, where anybody has. */
    private List<Quote> quotes(Coded coded) {
        return coded.mentions().quotes().stream()
                .map(q -> agreed(q.id(coded.document())).entrySet().stream()
                        .findFirst()
                        .map(set -> Correction.of(q, coded.document(), set.getValue()))
                        .orElse(q))
                .toList();
    }

    /**
     * What people ruled about which claims are one occurrence and which are shown of it, oldest first; rulings of two people that
     * contradict are left out.
     */
    public List<Ruling> rulings() {
        List<Ruling> all = ruled().stream().map(Decisions::ruling).toList();
        return all.stream()
                .filter(r -> all.stream().noneMatch(o -> !o.by().equals(r.by()) && o.contradicts(r)))
                .toList();
    }

    /** Merges, splits, and of the preferences of one person on one field of the same claims the last. */
    private List<Entry> ruled() {
        List<Entry> out = new ArrayList<>();
        for (Entry entry : standing.values()) {
            if (RULINGS.contains(entry.kind())) {
                out.removeIf(e -> isReplaced(e, entry));
                out.add(entry);
            }
        }
        return out;
    }

    private static boolean isReplaced(Entry older, Entry newer) {
        return older.kind().equals("prefer")
                && newer.kind().equals("prefer")
                && older.by().equals(newer.by())
                && Objects.equals(older.field(), newer.field())
                && !Collections.disjoint(about(older), about(newer));
    }

    /** Every claim that a ruling names. */
    private static Set<String> about(Entry entry) {
        Ruling ruling = ruling(entry);
        Set<String> out = new TreeSet<>(ruling.claims());
        out.addAll(ruling.others());
        return out;
    }

    /** The claims of a merge; for a split, those that leave and, after a bar, those that stay; for a preference, those preferred, and the others. */
    public static String claims(Collection<String> claims, Collection<String> others) {
        return String.join(" ", claims) + (others.isEmpty() ? "" : " | " + String.join(" ", others));
    }

    private static Ruling ruling(Entry entry) {
        String[] sides = String.valueOf(entry.value()).split("\\|", 2);
        List<String> claims = List.of(sides[0].strip().split(" "));
        List<String> others =
                sides.length < 2 ? List.of() : List.of(sides[1].strip().split(" "));
        Ruling.Kind kind = switch (entry.kind()) {
            case "merge" -> Ruling.Kind.ONE;
            case "split" -> Ruling.Kind.APART;
            default -> Ruling.Kind.PREFERRED;
        };
        return new Ruling(entry.id(), kind, claims, others, entry.by(), entry.field());
    }

    /** Decisions of reviewers who differ on one thing, each group oldest first; none of them is followed. */
    public List<List<Entry>> differing() {
        List<List<Entry>> out = new ArrayList<>();
        byTarget.keySet().forEach(target -> {
            Collection<Entry> verdicts = lastOfEach(of(target, STANCES));
            if (verdicts.stream().map(Decisions::stance).distinct().count() > 1) {
                out.add(List.copyOf(verdicts));
            }
            sets(target).values().forEach(sets -> {
                if (sets.stream().map(Correction::meaning).distinct().count() > 1) {
                    out.add(List.copyOf(sets));
                }
            });
        });
        List<Entry> rulings = ruled();
        for (Entry a : rulings) {
            for (Entry b : rulings) {
                boolean later = a.sequence() < b.sequence() && !a.by().equals(b.by());
                if (later && ruling(a).contradicts(ruling(b))) {
                    out.add(List.of(a, b));
                }
            }
        }
        return out;
    }

    /** Every id that a standing decision is about, those in merges and splits too. */
    public Set<String> targets() {
        Set<String> out = new TreeSet<>();
        for (Entry entry : standing.values()) {
            if (RULINGS.contains(entry.kind())) {
                out.addAll(about(entry));
            } else if (!entry.kind().equals("add")) {
                out.add(entry.target());
            }
        }
        return out;
    }

    /** Those that stand but are about nothing that is known any more, oldest first. */
    public List<Entry> stale(Set<String> documentsAndClaims) {
        Set<String> known = new TreeSet<>(documentsAndClaims);
        additions.forEach((document, added) -> {
            if (documentsAndClaims.contains(document)) {
                added.forEach(a -> known.add(a.claim().id()));
            }
        });
        return standing.values().stream().filter(e -> !isAbout(e, known)).toList();
    }

    private static boolean isAbout(Entry entry, Set<String> known) {
        return RULINGS.contains(entry.kind()) ? known.containsAll(about(entry)) : known.contains(entry.target());
    }

    /** Who adds a claim holds that it is one. */
    private static String stance(Entry entry) {
        return entry.kind().equals("add") ? "accept" : entry.kind();
    }

    /** Whether somebody holds that a claim that another added is none: then neither is followed, and the report says nothing by itself. */
    private boolean isOpposed(String claim) {
        return lastOfEach(of(claim, STANCES)).stream().anyMatch(e -> e.kind().equals("reject"));
    }

    /** Whether somebody rejects it and nobody holds otherwise. */
    private boolean isRejected(String claim) {
        Collection<Entry> verdicts = lastOfEach(of(claim, VERDICTS));
        return !verdicts.isEmpty() && verdicts.stream().allMatch(e -> e.kind().equals("reject"));
    }

    private List<Entry> of(String target, Collection<String> kinds) {
        return byTarget.getOrDefault(target, List.of()).stream()
                .filter(e -> kinds.contains(e.kind()))
                .toList();
    }

    private List<Entry> of(String target, String kind) {
        return of(target, Set.of(kind));
    }

    /** The last decision of each reviewer, in the order of the reviewers' names. */
    private static Collection<Entry> lastOfEach(List<Entry> entries) {
        Map<String, Entry> out = new TreeMap<>();
        entries.forEach(e -> out.put(e.by(), e));
        return out.values();
    }

    /** For each field that somebody set, the last value of each reviewer. */
    private Map<String, Collection<Entry>> sets(String target) {
        Map<String, List<Entry>> byField = new TreeMap<>();
        of(target, "set")
                .forEach(e -> byField.computeIfAbsent(String.valueOf(e.field()), f -> new ArrayList<>())
                        .add(e));
        Map<String, Collection<Entry>> out = new TreeMap<>();
        byField.forEach((field, entries) -> out.put(field, lastOfEach(entries)));
        return out;
    }

    /** The values of the fields of a claim or quotation that somebody set and nobody else set otherwise. */
    private Map<String, String> agreed(String target) {
        Map<String, String> out = new TreeMap<>();
        sets(target).forEach((field, sets) -> {
            if (sets.stream().map(Correction::meaning).distinct().count() == 1) {
                out.put(field, String.valueOf(sets.iterator().next().value()));
            }
        });
        return out;
    }

    private Claim corrected(Claim claim, Coded report) {
        if (!byTarget.containsKey(claim.id())) {
            return claim;
        }
        Claim out = claim;
        for (Map.Entry<String, String> set : agreed(claim.id()).entrySet()) {
            out = Correction.of(out, report, set.getKey(), set.getValue());
        }
        return out;
    }
}
