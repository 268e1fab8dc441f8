package org.demarche.spark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reports of made-up quarrels: the same acts told by several, with and without dates, answered, denied, counted differently. */
final class GeneratedReports {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<String[]> STATES = List.of(
            new String[] {"Norway", "Norwegian", "Oslo"},
            new String[] {"Poland", "Polish", "Warsaw"},
            new String[] {"Turkey", "Turkish", "Ankara"},
            new String[] {"Egypt", "Egyptian", "Cairo"},
            new String[] {"Brazil", "Brazilian", "Brasilia"},
            new String[] {"Japan", "Japanese", "Tokyo"});
    private static final List<String> NUMBERS = List.of("two", "three", "five", "seven", "ten");
    private static final List<String> OUTLETS = List.of("Harbour Gazette", "Fjord Times", "Delta Post", "Plain Herald");

    private GeneratedReports() {}

    /** Rows of articles; the same for the same number. */
    static List<String> rows(int n) {
        Random chance = new Random(20_211_018);
        List<String> out = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            String[] a = STATES.get(chance.nextInt(STATES.size()));
            String[] b = STATES.get((STATES.indexOf(a) + 1 + chance.nextInt(STATES.size() - 1)) % STATES.size());
            LocalDate day = LocalDate.of(2021, 3, 1).plusDays(chance.nextInt(12) * 7L);
            ObjectNode row = JSON.createObjectNode();
            if (i % 7 != 0) {
                row.put("id", "report-" + i);
            }
            if (i % 5 != 0) {
                row.put("published", day.plusDays(chance.nextInt(3)).toString());
            }
            row.put("outlet", OUTLETS.get(chance.nextInt(OUTLETS.size())));
            row.put("text", text(chance, a, b, day));
            out.add(row.toString());
        }
        return out;
    }

    private static String text(Random chance, String[] a, String[] b, LocalDate day) {
        String number = NUMBERS.get(chance.nextInt(NUMBERS.size()));
        String other = chance.nextInt(3) == 0 ? NUMBERS.get(chance.nextInt(NUMBERS.size())) : number;
        String date = day.getDayOfMonth() + " " + name(day.getMonth().name())
                + (chance.nextInt(4) == 0 ? "" : " " + day.getYear());
        String reply = day.plusDays(3).getDayOfMonth() + " "
                + name(day.plusDays(3).getMonth().name());
        List<String> told = new ArrayList<>(List.of(
                a[0] + " expelled " + number + " " + b[1] + " diplomats on " + date + ".",
                b[0] + " responded by expelling " + other + " " + a[1] + " diplomats on " + reply + ".",
                b[2] + " accused " + a[2] + " of breaking the Vienna convention.",
                "The " + a[1] + " foreign ministry rejected the accusation.",
                a[0] + " closed its embassy in " + b[2] + " on " + date + ".",
                a[2] + " will suspend the work of its consulate in " + b[2] + " from 1 June.",
                "The foreign ministers of " + a[0] + " and " + b[0] + " met in Geneva on "
                        + day.getDayOfWeek().getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH) + ".",
                b[0] + " summoned the " + a[1] + " ambassador.",
                "\"We regret this decision,\" the " + b[1] + " foreign minister said."));
        java.util.Collections.shuffle(told, chance);
        return String.join(" ", told.subList(0, 2 + chance.nextInt(2)));
    }

    private static String name(String month) {
        return month.charAt(0) + month.substring(1).toLowerCase(Locale.ROOT);
    }
}
