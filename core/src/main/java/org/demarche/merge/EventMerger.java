package org.demarche.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Event;
import org.demarche.model.Ruling;
import org.jspecify.annotations.Nullable;

/**
 * Makes one event of the claims that tell of one occurrence, within a report and over reports.
 *
 * <p>A pure function of the set of reports and claims: their order does not matter. Claims look for their occurrence best known first;
 * only those of the same parties, family of acts and time are compared ({@link GroupIndex}), so the work grows with the claims, not with
 * their pairs. Nothing is put to a vote: an event keeps every reading of every field.
 *
 * <p>The reports are read twice: what the first round dates (a report without a date of its own, a day without a year) helps the second.
 */
public final class EventMerger {
    /** Points that differ by no more are the same. */
    private static final double EQUAL = 1e-9;

    private final DayReader days;
    private final @Nullable GroupingTasks tasks;
    private final MergeMemory memory;

    /** Groups block after block on the thread that merges. */
    public EventMerger(DayReader days) {
        this(days, null);
    }

    /** Gives the blocks to others to group, or groups them itself where that is null; what comes out is the same. */
    public EventMerger(DayReader days, @Nullable GroupingTasks tasks) {
        this(days, tasks, new MergeMemory());
    }

    /** The same, which takes over from earlier merges what has not changed since; what comes out is the same. */
    public EventMerger(DayReader days, @Nullable GroupingTasks tasks, MergeMemory memory) {
        this.days = days;
        this.tasks = tasks;
        this.memory = memory;
    }

    /** The occurrences of the claims. */
    public Merged merge(List<Document> documents, List<Claim> claims) {
        return merge(documents, claims, List.of());
    }

    /** The same where people have ruled about some of them. */
    public Merged merge(List<Document> documents, List<Claim> claims, List<Ruling> rulings) {
        Map<String, Document> known = new TreeMap<>();
        documents.forEach(d -> known.put(d.id(), d));
        List<Claim> ordered = claims.stream()
                .filter(c -> known.containsKey(c.document()))
                .sorted(Comparator.comparing(Claim::document)
                        .thenComparingInt(c -> c.trigger().start())
                        .thenComparing(Claim::id))
                .toList();
        List<Claim> shared = SubjectMerger.merge(ordered);
        MergeMemory.Rounds before = memory.last();
        MergeMemory.Round one = group(shared, known, List.of(before.first()));
        Dating first = Dating.fill(Rulings.follow(one.groups(), rulings), shared, known, days);
        MergeMemory.Round two = group(first.claims(), first.documents(), List.of(one, before.second()));
        List<Group> groups = Rulings.follow(two.groups(), rulings);
        Dating second = Dating.fill(groups, first.claims(), first.documents(), days);
        List<Claim> dated = Retold.dated(groups, second.claims());
        Map<String, Claim> byId = new LinkedHashMap<>();
        dated.stream().sorted(Comparator.comparing(Claim::id)).forEach(c -> byId.put(c.id(), c));
        EventBuilder builder = new EventBuilder(byId, second.documents(), before.events());
        List<Event> events = builder.build(groups);
        memory.keep(new MergeMemory.Rounds(one, two, builder.built()));
        return new Merged(
                List.copyOf(second.documents().values()),
                dated,
                new Packages(byId, second.documents()).find(new Passages(byId, events).date(events)));
    }

    /**
     * Why two claims are one occurrence, or are not: what rules it out, or what speaks for it with its points.
     *
     * @throws IllegalArgumentException if one of the ids is of no claim
     */
    public List<String> explain(List<Document> documents, List<Claim> claims, String claim, String other) {
        Map<String, Document> known = new TreeMap<>();
        documents.forEach(d -> known.put(d.id(), d));
        List<Claim> shared = SubjectMerger.merge(claims);
        Profile a = profile(shared, known, claim);
        Profile b = profile(shared, known, other);
        Affinity.Verdict verdict = affinity(List.of(a, b)).judge(a, new Group(b));
        if (verdict.against() != null) {
            return List.of("not one occurrence: " + verdict.against());
        }
        List<String> out = new ArrayList<>();
        out.add((verdict.joins(a) ? "one occurrence" : "too little speaks for one occurrence") + ": "
                + verdict.points());
        out.addAll(verdict.reasons());
        return out;
    }

    private static Profile profile(List<Claim> claims, Map<String, Document> documents, String id) {
        Claim claim = claims.stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no claim " + id));
        Document document = documents.get(claim.document());
        if (document == null) {
            throw new IllegalArgumentException("no document " + claim.document());
        }
        return Profile.of(claim, document);
    }

    /** The groups of claims; what was grouped in rounds that are known already is taken from there. */
    private MergeMemory.Round group(
            List<Claim> claims, Map<String, Document> documents, List<MergeMemory.Round> known) {
        List<Profile> profiles = new ArrayList<>();
        Map<String, Profile> own = new HashMap<>();
        for (Claim claim : claims) {
            Document document = documents.get(claim.document());
            if (document != null) {
                Profile profile = profile(claim, document, known);
                own.put(claim.id(), profile);
                profiles.add(profile);
            }
        }
        Map<String, Claim> numbersOf = Matched.fill(profiles);
        List<Profile> inText = List.copyOf(profiles);
        for (MergeMemory.Round round : known) {
            if (MergeMemory.Round.isSame(round.inText(), inText)) {
                return round;
            }
        }
        Profile.sort(profiles);
        Map<String, Double> rarity = MergeMemory.Round.known(rarity(profiles), known);
        List<Group> out = new ArrayList<>();
        Map<String, MergeMemory.Block> blocks = new HashMap<>();
        GroupingTasks elsewhere = tasks;
        Affinity affinity = new Affinity(rarity);
        List<GroupingTask> away = new ArrayList<>();
        for (List<Profile> block : Blocks.of(profiles)) {
            if (elsewhere == null || block.size() == 1) {
                List<Group> groups = known.stream()
                        .map(r -> r.groups(block, rarity))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseGet(() -> grouped(block, affinity));
                blocks.put(block.get(0).claim().id(), new MergeMemory.Block(block, groups));
                out.addAll(groups);
            } else {
                away.add(GroupingTask.of(block, numbersOf, rarity));
            }
        }
        if (elsewhere != null) {
            Map<String, Profile> byClaim = new HashMap<>();
            profiles.forEach(p -> byClaim.put(p.claim().id(), p));
            elsewhere.run(away).forEach(found -> found.forEach(together -> out.add(Group.of(together, byClaim))));
        }
        Map<String, Integer> place = new HashMap<>();
        profiles.forEach(p -> place.put(p.claim().id(), place.size()));
        out.sort(Comparator.comparing(
                g -> place.getOrDefault(g.members.get(0).claim().id(), 0)));
        return new MergeMemory.Round(inText, own, rarity, blocks, out);
    }

    private static Profile profile(Claim claim, Document document, List<MergeMemory.Round> known) {
        for (MergeMemory.Round round : known) {
            Profile same = round.profiles().get(claim.id());
            if (same != null
                    && (same.claim() == claim || same.claim().equals(claim))
                    && (same.document() == document || same.document().equals(document))) {
                return same;
            }
        }
        return Profile.of(claim, document);
    }

    /** The groups of one block; its profiles best known first. */
    static List<Group> grouped(List<Profile> profiles, Affinity affinity) {
        GroupIndex index = new GroupIndex();
        List<Profile> alone = new ArrayList<>();
        for (Profile p : profiles) {
            if (!join(p, index, affinity)) {
                index.add(new Group(p));
                alone.add(p);
            }
        }
        reseat(alone, index, affinity);
        coalesce(index, affinity);
        settle(profiles, index, affinity);
        return index.groups.stream().filter(g -> !g.members.isEmpty()).toList();
    }

    /** Those that found nothing at first look again, now that what they belong to is better known. */
    private static void reseat(List<Profile> alone, GroupIndex index, Affinity affinity) {
        for (Profile p : alone) {
            Group own = index.of(p);
            if (own != null && own.members.size() == 1) {
                Group best = best(p, index, affinity, own);
                if (best != null) {
                    own.members.clear();
                    index.put(p, best);
                }
            }
        }
    }

    /**
     * Those that name no day, and that no other report was found to tell, join the one act of that kind that other reports know, if there
     * is but one.
     */
    private static void settle(List<Profile> profiles, GroupIndex index, Affinity affinity) {
        for (Profile p : profiles) {
            Group own = index.of(p);
            if (own == null || own.documents.size() > 1 || !p.isOfNoDay()) {
                continue;
            }
            List<Group> fitting = index.ever(p).stream()
                    .filter(g -> g != own
                            && !g.members.isEmpty()
                            && (own.members.size() == 1 || !g.documents.equals(own.documents))
                            && affinity.canBe(p, g))
                    .limit(2)
                    .toList();
            if (fitting.size() == 1) {
                Group home = fitting.get(0);
                home.why.add(
                        p.claim().id() + ": no day is named, and no other act of that kind is known before the report");
                index.leave(p, own);
                index.put(p, home);
            }
        }
    }

    /** Groups without a day of their own join the group that all of their claims could join. */
    private static void coalesce(GroupIndex index, Affinity affinity) {
        for (Group g : List.copyOf(index.groups)) {
            if (g.members.size() < 2 || g.date.isDay()) {
                continue;
            }
            Group home = nearest(g, index, affinity);
            if (home != null) {
                home.why.addAll(g.why);
                g.members.forEach(p -> index.put(p, home));
                g.members.clear();
            }
        }
    }

    private static @Nullable Group nearest(Group g, GroupIndex index, Affinity affinity) {
        Set<Group> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Group best = null;
        double most = 0;
        for (Profile p : g.members) {
            List<Candidate> fitting = new ArrayList<>();
            for (Group other : index.near(p)) {
                long place = other == g || other.members.isEmpty() || seen.contains(other) ? -1 : index.place(p, other);
                if (place >= 0) {
                    seen.add(other);
                    double points = affinity.together(g, other);
                    if (points > 0) {
                        fitting.add(new Candidate(other, points, place));
                    }
                }
            }
            fitting.sort(Candidate.IN_PLACE);
            for (Candidate c : fitting) {
                if (c.points > most + EQUAL) {
                    best = c.group;
                    most = c.points;
                }
            }
        }
        return best;
    }

    private static boolean join(Profile p, GroupIndex index, Affinity affinity) {
        Group best = best(p, index, affinity, null);
        if (best != null) {
            index.put(p, best);
        }
        return best != null;
    }

    /** A group that a claim can join, with what speaks for it and its place among those that the claim is compared with. */
    private record Candidate(Group group, double points, long place) {
        static final Comparator<Candidate> IN_PLACE = Comparator.comparingLong(Candidate::place);
    }

    private static @Nullable Group best(Profile p, GroupIndex index, Affinity affinity, @Nullable Group own) {
        List<Candidate> fitting = new ArrayList<>();
        for (Group g : index.near(p)) {
            if (g == own || g.members.isEmpty()) {
                continue;
            }
            double points = affinity.joining(p, g);
            long place = points > 0 ? index.place(p, g) : -1;
            if (place >= 0) {
                fitting.add(new Candidate(g, points, place));
            }
        }
        fitting.sort(Candidate.IN_PLACE);
        Candidate best = null;
        for (Candidate c : fitting) {
            if (best == null || c.points > best.points + EQUAL) {
                best = c;
            }
        }
        if (best == null) {
            return null;
        }
        best.group.why.add(p.claim().id() + ": "
                + String.join(", ", affinity.judge(p, best.group).reasons()));
        return best.group;
    }

    private static Affinity affinity(Collection<Profile> profiles) {
        return new Affinity(rarity(profiles));
    }

    /** How telling each stem is: the fewer sentences have it, the more. */
    private static Map<String, Double> rarity(Collection<Profile> profiles) {
        Map<String, Integer> sentences = new HashMap<>();
        Set<String> all = new HashSet<>();
        for (Profile p : profiles) {
            if (all.add(p.document().id() + ":" + p.claim().sentenceIndex())) {
                p.context().forEach(w -> sentences.merge(w, 1, Integer::sum));
            }
        }
        Map<String, Double> rarity = new HashMap<>();
        sentences.forEach((w, in) -> rarity.put(w, Math.log(1 + (double) (all.size() + 10) / in)));
        return rarity;
    }
}
