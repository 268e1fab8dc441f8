package org.demarche.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demarche.model.PartialDate;
import org.demarche.reciprocity.Series;
import org.demarche.view.Selection;
import org.jspecify.annotations.Nullable;

/**
 * What a page is asked for: the whole of it stands in the address, so that a link is a citation.
 *
 * @param parties the relation that is looked at; none means all
 * @param asOf the day that is asked about, or null for the last day the reports tell of
 * @param knownOn only reports published by this day, or null for all
 * @param compare the day to compare with, or null
 * @param words what is searched for, or null
 * @param filters what narrows one page: {@code type}, {@code outlet}, {@code only} and the like
 */
record Query(
        List<String> parties,
        @Nullable LocalDate asOf,
        @Nullable LocalDate knownOn,
        @Nullable LocalDate compare,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        @Nullable String words,
        Map<String, String> filters) {
    private static final List<String> FILTERS = List.of(
            "type",
            "act",
            "outlet",
            "only",
            "kind",
            "factuality",
            "table",
            "per",
            "scale",
            "from",
            "doc",
            "at",
            "add",
            "fix",
            "claim",
            "value",
            "event",
            "arcs",
            "item",
            "merge",
            "bulk",
            "changes",
            "rule",
            "actor",
            "language",
            "year",
            "status",
            "field",
            "basis",
            "symmetry",
            "severity",
            "code",
            "direct",
            "disputed",
            "reviewed",
            "columns");
    private static final int MOST_PARTIES = 4;
    private static final int LONGEST = 200;
    private static final int LONGEST_LIST = 2000;

    Query {
        parties = List.copyOf(parties);
        filters = Collections.unmodifiableMap(new TreeMap<>(filters));
    }

    /** Reads the parameters of a request; a value that is none is the caller's fault and is named. */
    static Query of(Map<String, List<String>> parameters) {
        List<String> parties = new ArrayList<>();
        String dyad = first(parameters, "dyad");
        if (dyad != null) {
            parties.addAll(List.of(dyad.split("--", MOST_PARTIES)));
        }
        parameters.getOrDefault("party", List.of()).stream()
                .filter(p -> !p.isBlank())
                .limit(MOST_PARTIES)
                .forEach(parties::add);
        Map<String, String> filters = new TreeMap<>();
        for (String name : FILTERS) {
            put(filters, name, first(parameters, name));
        }
        List<String> columns = parameters.getOrDefault("col", List.of());
        if (!columns.isEmpty()) {
            put(filters, "columns", cut(String.join(",", columns), LONGEST_LIST));
        }
        return new Query(
                parties.stream()
                        .filter(p -> !p.isBlank())
                        .map(p -> cut(p.strip()))
                        .distinct()
                        .toList(),
                day(parameters, "as_of", true),
                day(parameters, "known_as_of", true),
                day(parameters, "compare", true),
                day(parameters, "since", false),
                day(parameters, "until", true),
                first(parameters, "q"),
                filters);
    }

    Selection selection() {
        return new Selection(parties, since, until);
    }

    /** The value of a filter of this page, or null where it is not set. */
    @Nullable
    String filter(String name) {
        return filters.get(name);
    }

    /** The period of a series that the address asks for, or the usual one. */
    Series.Per per(Series.Per usual) {
        String asked = filter("per");
        if (asked == null) {
            return usual;
        }
        return switch (asked) {
            case "day" -> Series.Per.DAY;
            case "week" -> Series.Per.WEEK;
            case "month" -> Series.Per.MONTH;
            default -> throw new IllegalArgumentException("DEM-608 per is day, week or month, not " + asked);
        };
    }

    /** A whole number that a filter holds, or another where it holds none. */
    int number(String name, int otherwise) {
        String value = filters.get(name);
        return value != null && value.matches("\\d{1,8}") ? Integer.parseInt(value) : otherwise;
    }

    /** The address of a page that keeps relation and dates, with some parameters changed; a null value leaves one out. */
    String link(String path, @Nullable String... changes) {
        return address(path, common(), changes);
    }

    /** The address of an event in the list that has it. */
    String event(String id) {
        return link("/timeline", "event", id) + "#" + id;
    }

    /** Everything that the address of this page says, by the names of its parameters. */
    Map<String, String> asParameters() {
        Map<String, String> all = common();
        all.putAll(filters);
        put(all, "q", words);
        return all;
    }

    /** The address of this page with everything that narrows it, with some parameters changed. */
    String same(String path, @Nullable String... changes) {
        return address(path, asParameters(), changes);
    }

    private Map<String, String> common() {
        Map<String, String> all = new TreeMap<>();
        put(all, "dyad", parties.isEmpty() ? null : String.join("--", parties));
        put(all, "as_of", asOf);
        put(all, "known_as_of", knownOn);
        put(all, "compare", compare);
        put(all, "since", since);
        put(all, "until", until);
        return all;
    }

    private static String address(String path, Map<String, String> all, @Nullable String... changes) {
        for (int i = 0; i + 1 < changes.length; i += 2) {
            all.remove(String.valueOf(changes[i]));
            put(all, String.valueOf(changes[i]), changes[i + 1]);
        }
        StringBuilder out = new StringBuilder(path);
        char separator = '?';
        for (Map.Entry<String, String> entry : all.entrySet()) {
            out.append(separator)
                    .append(entry.getKey())
                    .append('=')
                    .append(URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8));
            separator = '&';
        }
        return out.toString();
    }

    private static void put(Map<String, String> all, String key, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            all.put(key, value.toString());
        }
    }

    private static @Nullable LocalDate day(Map<String, List<String>> parameters, String name, boolean last) {
        String value = first(parameters, name);
        if (value == null) {
            return null;
        }
        return PartialDate.parse(value.strip())
                .flatMap(d -> last ? d.last() : d.first())
                .orElseThrow(() -> new IllegalArgumentException(
                        "DEM-301 " + name + "=" + cut(value) + " is not a date. Use YYYY-MM-DD, YYYY-MM or YYYY."));
    }

    private static @Nullable String first(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .filter(v -> !v.isBlank())
                .findFirst()
                .map(v -> name.equals("columns") ? cut(v, LONGEST_LIST) : cut(v))
                .orElse(null);
    }

    private static String cut(String value) {
        return cut(value, LONGEST);
    }

    private static String cut(String value, int longest) {
        return value.length() > longest ? value.substring(0, longest) : value;
    }
}
