package org.demarche.dialect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Event;
import org.jspecify.annotations.Nullable;

/** ICEWS events: 20 columns with a header, countries as names. Columns as the yearly files have them. */
final class IcewsTable {
    static final Conventions CONVENTIONS = new Conventions(
            "CAMEO 1.1b3",
            "none",
            "icews",
            "NA",
            "factuality, readings, numbers, attribution, citations; reports after the first; Event Text is our act in words,"
                    + " not the code book's label; places have no coordinates");

    static final List<String> COLUMNS = List.of(
            "Event ID",
            "Event Date",
            "Source Name",
            "Source Sectors",
            "Source Country",
            "Event Text",
            "CAMEO Code",
            "Intensity",
            "Target Name",
            "Target Sectors",
            "Target Country",
            "Story ID",
            "Sentence Number",
            "Publisher",
            "City",
            "District",
            "Province",
            "Country",
            "Latitude",
            "Longitude");

    private static final Map<String, String> SECTORS = Map.ofEntries(
            Map.entry("COP", "Police"),
            Map.entry("GOV", "Government"),
            Map.entry("JUD", "Judicial"),
            Map.entry("LEG", "Legislative / Parliamentary"),
            Map.entry("MIL", "Military"),
            Map.entry("PTY", "Parties"),
            Map.entry("REB", "Rebel"),
            Map.entry("SPY", "State Intelligence"),
            Map.entry("UAF", "Unidentified Forces"),
            Map.entry("AGR", "Agriculture"),
            Map.entry("BUS", "Business"),
            Map.entry("CRM", "Criminals / Gangs"),
            Map.entry("CVL", "General Population / Civilian / Social"),
            Map.entry("EDU", "Education"),
            Map.entry("ELI", "Elite"),
            Map.entry("JRN", "News"),
            Map.entry("LAB", "Labor"),
            Map.entry("MED", "Medical / Health"),
            Map.entry("REF", "Refugees"),
            Map.entry("OPP", "Opposition"),
            Map.entry("REL", "Religious"),
            Map.entry("SOC", "Social"));

    private IcewsTable() {}

    static Exported write(Source source) {
        Tally tally = new Tally();
        Tsv table = new Tsv(COLUMNS, true, "NA");
        List<Dyadic.Line> lines = Dyadic.lines(source, tally);
        TreeSet<String> reports = new TreeSet<>();
        Map<String, List<Claim>> claims = new HashMap<>();
        for (Dyadic.Line line : lines) {
            claims.computeIfAbsent(line.event().id(), id -> source.claims(line.event()));
            reports.addAll(line.event().documents());
        }
        Surrogates stories = new Surrogates(reports);
        for (Dyadic.Line line : lines) {
            table.add(row(source, line, claims.getOrDefault(line.event().id(), List.of()), stories));
            tally.loseIf(line.pair().target() == null, "rows without a target, which is written NA");
        }
        return new Exported(List.of(table.file("demarche.icews.tab")), tally.losses());
    }

    private static List<String> row(Source source, Dyadic.Line line, List<Claim> claims, Surrogates stories) {
        Event event = line.event();
        Actor from = line.pair().sourceActor();
        Actor to = line.pair().targetActor();
        Claim first = claims.isEmpty() ? null : claims.get(0);
        Claim.Place place = event.place();
        String country = place == null ? "" : country(place.country());
        boolean whole =
                place != null && place.country() != null && place.country().equals(Countries.named(place.name()));
        return List.of(
                String.valueOf(line.number()),
                line.day().toString(),
                name(from),
                sectors(from),
                from == null ? "" : country(from.country()),
                Words.act(event.act().code()),
                line.code(),
                Cameo.shown(Cameo.goldstein(line.code(), Cameo.Scale.ICEWS)),
                name(to),
                sectors(to),
                to == null ? "" : country(to.country()),
                first == null ? "" : String.valueOf(stories.of(first.document())),
                first == null ? "" : String.valueOf(first.sentenceIndex() + 1),
                first == null ? "" : source.outlet(first.document()),
                place == null || whole ? "" : place.name(),
                "",
                "",
                country,
                "",
                "");
    }

    private static String name(@Nullable Actor actor) {
        if (actor == null) {
            return "";
        }
        Countries.Country country = Countries.of(actor.id());
        return country == null ? actor.name() : country.icews();
    }

    private static String country(@Nullable String iso3) {
        Countries.Country country = Countries.of(iso3);
        return country == null ? "" : country.icews();
    }

    private static String sectors(@Nullable Actor actor) {
        if (actor == null) {
            return "";
        }
        String sector = actor.sector() == null ? "" : SECTORS.getOrDefault(actor.sector(), "");
        String kind = switch (actor.country() == null ? "" : actor.country()) {
            case "IGO", "UNO", "EUR" -> "International Government Organization";
            case "NGO" -> "Nongovernmental Organization";
            case "MNC" -> "Multinational Corporation";
            default -> "";
        };
        return sector.isEmpty() ? kind : kind.isEmpty() ? sector : kind + "," + sector;
    }
}
