package org.demarche.merge;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.demarche.model.Claim;
import org.demarche.model.Days;
import org.demarche.model.Document;
import org.demarche.model.Event;
import org.demarche.model.Ruling;
import org.jspecify.annotations.Nullable;

/**
 * Makes one event of the claims that tell of one occurrence, within a report and over reports.
 *
 * <p>A pure function of the set of reports and claims: their order does not matter. Claims look for their occurrence best known first;
 * only those of the same parties, family of acts and time are compared, so the work grows with the claims, not with their pairs. Nothing
 * is put to a vote: an event keeps every reading of every field.
 *
 * <p>The reports are read twice: what the first round dates (a report without a date of its own, a day without a year) helps the second.
 */
public final class EventMerger {
    private final @Nullable GroupingTasks tasks;

    /** Groups block after block on the thread that merges. */
    public EventMerger() {
        this(null);
    }

    /** Gives the blocks to others to group, or groups them itself where that is null; what comes out is the same. */
    public EventMerger(@Nullable GroupingTasks tasks) {
        this.tasks = tasks;
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
        Dating first = Dating.fill(Rulings.follow(group(shared, known), rulings), shared, known);
        List<Group> groups = Rulings.follow(group(first.claims(), first.documents()), rulings);
        Dating second = Dating.fill(groups, first.claims(), first.documents());
        Map<String, Claim> byId = new TreeMap<>();
        second.claims().forEach(c -> byId.put(c.id(), c));
        List<Event> events = new EventBuilder(second.claims(), second.documents()).build(groups);
        return new Merged(
                List.copyOf(second.documents().values()),
                second.claims(),
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

    private List<Group> group(List<Claim> claims, Map<String, Document> documents) {
        List<Profile> profiles = new ArrayList<>();
        for (Claim claim : claims) {
            Document document = documents.get(claim.document());
            if (document != null) {
                profiles.add(Profile.of(claim, document));
            }
        }
        Map<String, Claim> numbersOf = Matched.fill(profiles);
        profiles.sort(Profile.BEST_KNOWN_FIRST);
        Map<String, Double> rarity = rarity(profiles);
        List<List<Profile>> blocks = Blocks.of(profiles);
        List<Group> out = new ArrayList<>();
        GroupingTasks elsewhere = tasks;
        Affinity affinity = new Affinity(rarity);
        List<GroupingTask> away = new ArrayList<>();
        for (List<Profile> block : blocks) {
            if (elsewhere == null || block.size() == 1) {
                out.addAll(grouped(block, affinity));
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
        return out;
    }

    /** The groups of one block; its profiles best known first. */
    static List<Group> grouped(List<Profile> profiles, Affinity affinity) {
        Index index = new Index();
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
    private static void reseat(List<Profile> alone, Index index, Affinity affinity) {
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
    private static void settle(List<Profile> profiles, Index index, Affinity affinity) {
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
    private static void coalesce(Index index, Affinity affinity) {
        for (Group g : List.copyOf(index.groups)) {
            if (g.members.size() < 2 || g.date.isDay()) {
                continue;
            }
            Group best = null;
            double most = 0;
            Set<Group> near = new LinkedHashSet<>();
            g.members.forEach(p -> near.addAll(index.near(p)));
            for (Group other : near) {
                double points = other == g || other.members.isEmpty() ? -1 : affinity.together(g, other);
                if (points > most + 1e-9) {
                    best = other;
                    most = points;
                }
            }
            if (best != null) {
                Group home = best;
                home.why.addAll(g.why);
                g.members.forEach(p -> index.put(p, home));
                g.members.clear();
            }
        }
    }

    private static boolean join(Profile p, Index index, Affinity affinity) {
        Group best = best(p, index, affinity, null);
        if (best != null) {
            index.put(p, best);
        }
        return best != null;
    }

    private static @Nullable Group best(Profile p, Index index, Affinity affinity, @Nullable Group own) {
        Group best = null;
        Affinity.Verdict how = null;
        for (Group g : index.near(p)) {
            if (g == own || g.members.isEmpty()) {
                continue;
            }
            Affinity.Verdict verdict = affinity.judge(p, g);
            if (verdict.joins(p) && (how == null || verdict.points() > how.points() + 1e-9)) {
                best = g;
                how = verdict;
            }
        }
        if (best != null && how != null) {
            best.why.add(p.claim().id() + ": " + String.join(", ", how.reasons()));
        }
        return best;
    }

    private static Affinity affinity(Collection<Profile> profiles) {
        return new Affinity(rarity(profiles));
    }

    /** How telling each stem is: the fewer sentences have it, the more. */
    private static Map<String, Double> rarity(Collection<Profile> profiles) {
        Map<String, Set<String>> sentences = new TreeMap<>();
        Set<String> all = new LinkedHashSet<>();
        for (Profile p : profiles) {
            String key = p.document().id() + ":" + p.claim().sentenceIndex();
            if (all.add(key)) {
                p.context()
                        .forEach(w -> sentences
                                .computeIfAbsent(w, k -> new LinkedHashSet<>())
                                .add(key));
            }
        }
        Map<String, Double> rarity = new TreeMap<>();
        sentences.forEach((w, in) -> rarity.put(w, Math.log(1 + (double) (all.size() + 10) / in.size())));
        return rarity;
    }

    /** Groups by family, party and month, so that a claim meets only what it can belong to. */
    static final class Index {
        /** Longer than so many days, a date tells no months. */
        static final int LONGEST_DAYS = 800;

        private static final int MOST_YEARS = 15;
        final List<Group> groups = new ArrayList<>();
        private final Map<String, Set<Group>> keys = new TreeMap<>();
        private final Map<String, Group> home = new TreeMap<>();

        void add(Group g) {
            groups.add(g);
            g.members.forEach(p -> home.put(p.claim().id(), g));
            register(g);
        }

        void put(Profile p, Group g) {
            g.add(p);
            home.put(p.claim().id(), g);
            register(g);
        }

        /** Takes a claim out of its group; what is left is a group of its own. */
        void leave(Profile p, Group g) {
            List<Profile> rest = new ArrayList<>(g.members);
            rest.remove(p);
            g.members.clear();
            if (!rest.isEmpty()) {
                Group left = new Group(rest.get(0));
                left.why.addAll(g.why);
                rest.subList(1, rest.size()).forEach(left::add);
                add(left);
            }
        }

        @Nullable
        Group of(Profile p) {
            return home.get(p.claim().id());
        }

        private void register(Group g) {
            Profile last = g.members.get(g.members.size() - 1);
            for (String place : places(last)) {
                String key = last.family() + "|" + place + "|";
                keys.computeIfAbsent(key + "doc " + last.document().id(), k -> new LinkedHashSet<>())
                        .add(g);
                Set<String> times = times(g.date, last);
                times.addAll(times.isEmpty() ? List.of("ever", "all") : List.of("all"));
                times.forEach(t -> keys.computeIfAbsent(key + t, k -> new LinkedHashSet<>())
                        .add(g));
            }
        }

        Set<Group> near(Profile p) {
            Set<Group> out = new LinkedHashSet<>();
            for (String place : places(p)) {
                String key = p.family() + "|" + place + "|";
                out.addAll(keys.getOrDefault(key + "doc " + p.document().id(), Set.of()));
                Set<String> times = times(p.date(), p);
                times.add(times.isEmpty() ? "all" : "ever");
                for (String t : times) {
                    out.addAll(keys.getOrDefault(key + t, Set.of()));
                }
            }
            return out;
        }

        /** All that are of the kind and the parties of a claim, whenever they were. */
        Set<Group> ever(Profile p) {
            Set<Group> out = new LinkedHashSet<>();
            for (String place : places(p)) {
                out.addAll(keys.getOrDefault(p.family() + "|" + place + "|all", Set.of()));
            }
            return out;
        }

        static Collection<String> places(Profile p) {
            Set<String> parties = p.parties();
            return p.family() == Family.START && !p.targets().isEmpty()
                    ? p.targets()
                    : parties.isEmpty() ? List.of("?") : parties;
        }

        /** Months with their neighbours; a claim without days looks before its report was published; none where that is unknown too. */
        static Set<String> times(Days date, Profile p) {
            Set<String> out = new LinkedHashSet<>();
            if (p.family() == Family.START || p.family() == Family.FORCE) {
                return out;
            }
            Days days = date.isBounded() && date.length() <= LONGEST_DAYS ? date : null;
            if (days == null && p.yearless() != null) {
                days = window(p.published(), 400);
            } else if (days == null && p.effective().isKnown()) {
                days = window(p.effective(), 120);
            } else if (days == null && date.first() != null && date.last() == null) {
                days = new Days(date.first().minusDays(366), date.first().plusDays(366));
            } else if (days == null) {
                days = window(p.published(), 75);
            }
            if (days == null || days.first() == null || days.last() == null) {
                return out;
            }
            YearMonth month = YearMonth.from(days.first()).minusMonths(1);
            YearMonth end = YearMonth.from(days.last()).plusMonths(1);
            for (int n = 0; n < MOST_YEARS * 12 && !month.isAfter(end); n++, month = month.plusMonths(1)) {
                out.add(month.toString());
            }
            return out;
        }

        private static @Nullable Days window(Days days, int before) {
            java.time.LocalDate end = days.last();
            return end == null ? null : new Days(end.minusDays(before), end.plusDays(3));
        }
    }
}
