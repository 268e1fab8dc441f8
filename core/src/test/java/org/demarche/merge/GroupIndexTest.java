package org.demarche.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.demarche.model.Attribute;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Factuality;
import org.demarche.model.Mention.OfQuantity.Role;
import org.demarche.model.PartialDate;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;

/** The index leaves out only what is ruled out: groups, their order and what spoke for them are those of looking at everything. */
class GroupIndexTest {
    private static final String[] CODES = {
        "expel-diplomats",
        "revoke-accreditation",
        "close-mission",
        "suspend-mission",
        "reopen-mission",
        "cut-ceiling",
        "open-embassy",
        "establish-council",
        "meet",
        "invade",
        "attack",
        "criticise",
        "accuse-of-espionage",
        "deny",
        "offer-talks",
        "walk"
    };
    private static final String[] WORDS = {"envoys", "mission", "harbour", "frost", "grain", "visas", "cables", "ferry"
    };

    @Test
    void theGroupsAreThoseOfLookingAtEveryGroup() {
        int claims = 0;
        int groups = 0;
        for (int seed = 0; seed < 160; seed++) {
            Random random = new Random(seed);
            List<Profile> profiles = profiles(random, 8 + random.nextInt(60), 2 + random.nextInt(9), seed % 3 == 0);
            Affinity affinity = new Affinity(Map.of("envoy", 2.5, "ferry", 3.0, "frost", 1.5));
            List<Group> indexed = EventMerger.grouped(profiles, affinity);

            assertThat(told(indexed))
                    .as("seed " + seed)
                    .isEqualTo(told(ExhaustiveGrouping.grouped(profiles, affinity)));
            claims += profiles.size();
            groups += indexed.size();
        }
        assertThat(groups).as("claims do come together").isBetween(claims / 5, claims * 4 / 5);
    }

    @Test
    void manyReportsOfOneDayAreGroupedInProportion() {
        long few = grouped(500);
        long many = grouped(4000);

        assertThat(many).as("eight times the claims of one month").isLessThan(Math.max(few, 40) * 40);
    }

    /** Milliseconds of processor time for so many claims that all are of one month and have one party in common. */
    private static long grouped(int claims) {
        Telling telling = new Telling().report("r", "2015-05-30", "It struck in May.");
        for (int i = 0; i < claims; i++) {
            telling.told("r", "struck", "close-mission", "CHL", "S" + i)
                    .on("May", LocalDate.of(2015, 5, 1 + i % 28).toString())
                    .so();
        }
        Map<String, Document> documents = byId(telling);
        List<Profile> profiles = new ArrayList<>();
        telling.claims().forEach(c -> profiles.add(Profile.of(c, documents.get("r"))));
        profiles.sort(Profile.BEST_KNOWN_FIRST);
        Affinity affinity = new Affinity(Map.of());
        EventMerger.grouped(profiles.subList(0, 400), affinity);
        long began = cpu();
        EventMerger.grouped(profiles, affinity);
        return (cpu() - began) / 1_000_000;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static List<String> told(List<Group> groups) {
        return groups.stream()
                .map(g -> g.members.stream().map(p -> p.claim().id()).toList() + " " + g.why + " " + g.date)
                .toList();
    }

    private static Map<String, Document> byId(Telling telling) {
        Map<String, Document> documents = new TreeMap<>();
        telling.documents().forEach(d -> documents.put(d.id(), d));
        return documents;
    }

    /** Claims of a few parties within weeks of each other, as vague and as contradictory as reports can be. */
    private static List<Profile> profiles(Random random, int reports, int sides, boolean years) {
        Telling telling = new Telling();
        int from = random.nextInt(CODES.length);
        int acts = 1 + random.nextInt(5);
        for (int r = 0; r < reports; r++) {
            LocalDate day = LocalDate.of(2012, 1, 1).plusDays(random.nextInt(years ? 1500 : 70));
            telling.report(
                    "r" + r,
                    random.nextInt(8) == 0
                            ? null
                            : day.plusDays(random.nextInt(4)).toString(),
                    "It struck the " + WORDS[random.nextInt(WORDS.length)] + " on the day. They struck again "
                            + WORDS[random.nextInt(WORDS.length)] + " in the end, ten of fifty.");
            for (int c = 0; c < 1 + random.nextInt(4); c++) {
                String code = CODES[(from + random.nextInt(acts)) % CODES.length];
                told(telling, "r" + r, code, day.minusDays(random.nextInt(6)), sides, random);
            }
        }
        Map<String, Document> documents = byId(telling);
        List<Profile> out = new ArrayList<>();
        for (Claim claim : telling.claims()) {
            out.add(Profile.of(random.nextInt(6) > 0 ? claim : open(claim, random), documents.get(claim.document())));
        }
        Matched.fill(out);
        out.sort(Profile.BEST_KNOWN_FIRST);
        return out;
    }

    private static void told(Telling telling, String report, String code, LocalDate day, int sides, Random random) {
        Telling.Told told = telling.told(
                report,
                random.nextBoolean() ? "struck" : "struck again",
                code,
                side(sides, random),
                side(sides, random));
        switch (random.nextInt(9)) {
            case 0 -> told.on("on the day", day.toString().substring(0, 7));
            case 1 -> told.on("on the day", day.toString().substring(0, 4));
            case 2 -> told.on("on the day", "-" + day.toString().substring(4));
            case 3 -> told.on("on the day");
            case 4 ->
                told.effective("in the end", day.plusDays(random.nextInt(50)).toString());
            case 5 -> {
                told.on("on the day", day.toString());
                told.effective("in the end", day.plusDays(random.nextInt(50)).toString());
            }
            default -> told.on("on the day", day.toString());
        }
        switch (random.nextInt(6)) {
            case 0 ->
                told.makes(
                        Telling.mission("Embassy " + random.nextInt(3), side(sides, random) + "1", "ECU", "Quito"),
                        Attribute.STATUS,
                        "closed");
            case 1 -> told.about(Telling.staff("S0", "S" + random.nextInt(sides)));
            case 2 -> told.number("ten", 10, Role.COUNT);
            case 3 -> told.number("fifty", 50, Role.COUNT);
            case 4 -> told.as(Factuality.values()[random.nextInt(Factuality.values().length)]);
            default -> {}
        }
        told.so();
    }

    private static String side(int sides, Random random) {
        int n = random.nextInt(sides + 1);
        if (n == sides) {
            return "";
        }
        return random.nextInt(7) > 0 ? "S" + n : "S" + n + " S" + random.nextInt(sides) + " S" + random.nextInt(sides);
    }

    private static Claim open(Claim claim, Random random) {
        LocalDate at = LocalDate.of(2012, 1, 1).plusDays(random.nextInt(1500));
        PartialDate day = PartialDate.of(at);
        PartialDate month = PartialDate.parse(day.toString().substring(0, 7)).orElseThrow();
        When rough = new When(month, month, When.Precision.MONTH, When.Basis.RELATIVE_ACT, claim.trigger());
        When when = random.nextBoolean()
                ? new When(day, null, When.Precision.VAGUE, When.Basis.STATED, claim.trigger())
                : new When(null, day, When.Precision.VAGUE, When.Basis.RELATIVE_ACT, null);
        return switch (random.nextInt(3)) {
            case 0 -> claim.withDates(when, claim.effective());
            case 1 -> claim.withDates(claim.date(), when);
            default -> claim.withDates(rough, claim.effective());
        };
    }
}
