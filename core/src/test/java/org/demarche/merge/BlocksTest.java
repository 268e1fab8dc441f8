package org.demarche.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.demarche.Reread;
import org.demarche.model.Attribute;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.PartialDate;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;

/** Blocks of claims have nothing to do with each other: to group each by itself is to group all. */
class BlocksTest {
    private static final String[] SIDES = {"CHL", "PER", "BOL", "ECU", "COL", "URY", "PRY", "ARG", ""};
    private static final String[] CODES = {
        "expel-diplomats",
        "revoke-accreditation",
        "close-mission",
        "suspend-mission",
        "criticise",
        "cut-ceiling",
        "open-embassy",
        "invade",
        "deny",
        "accuse-of-espionage",
        "offer-talks",
        "walk",
        "reopen-mission"
    };
    private static final String[] DATES = {"day", "day", "day", "month", "year", "no year", "since", "until", "never"};

    @Test
    void groupingBlockByBlockIsGroupingAll() {
        int blocks = 0;
        for (int seed = 0; seed < 40; seed++) {
            Telling telling =
                    seed % 4 == 0 ? Telling.quarrels(new Random(seed)) : news(new Random(seed), 20 + seed * 3);
            List<Profile> profiles = profiles(telling, new Random(seed));
            Affinity affinity = new Affinity(Map.of("struck", 2.5));
            List<List<Profile>> parts = Blocks.of(profiles);
            blocks += parts.size();
            List<List<String>> apart = new ArrayList<>();
            parts.forEach(part -> apart.addAll(ids(EventMerger.grouped(part, affinity))));
            Collections.sort(apart, (a, b) -> a.toString().compareTo(b.toString()));
            List<List<String>> whole = new ArrayList<>(ids(EventMerger.grouped(profiles, affinity)));
            Collections.sort(whole, (a, b) -> a.toString().compareTo(b.toString()));

            assertThat(apart).as("seed " + seed).isEqualTo(whole);
        }
        assertThat(blocks).as("there is something to cut").isGreaterThan(200);
    }

    @Test
    void whatOthersGroupedIsWhatOneGroups() {
        for (int seed = 0; seed < 12; seed++) {
            Telling telling = seed % 2 == 0 ? Telling.quarrels(new Random(seed)) : news(new Random(seed), 60);
            Merged here = telling.merged();
            Merged there = new EventMerger(
                            Reread::of,
                            tasks -> tasks.stream().map(GroupingTask::run).toList())
                    .merge(telling.documents(), telling.claims());

            assertThat(there).isEqualTo(here);
        }
    }

    @Test
    void yearsThatDoNotTouchAreBlocksOfTheirOwn() {
        Telling telling = new Telling()
                .report("a", "1991-03-02", "Chile expelled two of the envoys of Peru on 1 March 1991.")
                .report("b", "1996-03-02", "Chile expelled two of the envoys of Peru on 1 March 1996.");
        telling.told("a", "expelled", "expel-diplomats", "CHL", "PER")
                .on("1 March 1991", "1991-03-01")
                .so();
        telling.told("b", "expelled", "expel-diplomats", "CHL", "PER")
                .on("1 March 1996", "1996-03-01")
                .so();

        assertThat(Blocks.of(profiles(telling, null))).hasSize(2);
    }

    private static List<List<String>> ids(List<Group> groups) {
        return groups.stream()
                .map(g -> g.members.stream().map(p -> p.claim().id()).toList())
                .toList();
    }

    private static List<Profile> profiles(Telling telling, @org.jspecify.annotations.Nullable Random random) {
        Map<String, Document> documents = new TreeMap<>();
        telling.documents().forEach(d -> documents.put(d.id(), d));
        List<Profile> out = new ArrayList<>();
        for (Claim claim : telling.claims()) {
            Claim dated = random == null || random.nextInt(8) > 0 ? claim : halfOpen(claim, random);
            out.add(Profile.of(dated, java.util.Objects.requireNonNull(documents.get(claim.document()))));
        }
        Matched.fill(out);
        out.sort(Profile.BEST_KNOWN_FIRST);
        return out;
    }

    private static Claim halfOpen(Claim claim, Random random) {
        PartialDate day = PartialDate.of(LocalDate.of(2010, 1, 1).plusDays(random.nextInt(2000)));
        When when = random.nextBoolean()
                ? new When(day, null, When.Precision.VAGUE, When.Basis.STATED, claim.trigger())
                : new When(null, day, When.Precision.VAGUE, When.Basis.STATED, claim.trigger());
        return claim.withDates(when, claim.effective());
    }

    /** Claims of many sides over six years. */
    private static Telling news(Random random, int reports) {
        Telling telling = new Telling();
        for (int d = 0; d < reports; d++) {
            LocalDate day = LocalDate.of(2010, 1, 1).plusDays(random.nextInt(2200));
            String published = random.nextInt(9) == 0
                    ? null
                    : day.plusDays(random.nextInt(3)).toString();
            telling.report("r" + d, published, "It struck the envoys on the day. They were struck again in the end.");
            for (int c = 0; c < 1 + random.nextInt(3); c++) {
                Telling.Told told = telling.told(
                        "r" + d,
                        random.nextBoolean() ? "struck" : "struck again",
                        CODES[random.nextInt(CODES.length)],
                        SIDES[random.nextInt(SIDES.length)],
                        SIDES[random.nextInt(SIDES.length)]);
                switch (DATES[random.nextInt(DATES.length)]) {
                    case "day" ->
                        told.on("on the day", day.minusDays(random.nextInt(40)).toString());
                    case "month" -> told.on("on the day", day.toString().substring(0, 7));
                    case "year" -> told.on("on the day", day.toString().substring(0, 4));
                    case "no year" -> told.on("on the day", "-" + day.toString().substring(4));
                    case "since" ->
                        told.effective("on the day", day.plusDays(30).toString());
                    case "until" -> told.on("on the day");
                    default -> told.about(Telling.staff("CHL", "PER"));
                }
                if (random.nextInt(3) == 0) {
                    told.makes(
                            Telling.mission("Embassy of Peru in Quito", "PER", "ECU", "Quito"),
                            Attribute.STATUS,
                            "closed");
                }
                told.so();
            }
        }
        return telling;
    }
}
