package org.demarche.dialect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import org.demarche.Coded;
import org.demarche.Version;
import org.demarche.model.Actor;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Event;
import org.demarche.reciprocity.PloverScore;
import org.jspecify.annotations.Nullable;

/** POLECAT events: 40 columns with a header, sides as lists. Columns as its releases have them. */
final class PolecatTable {
    static final Conventions CONVENTIONS = new Conventions(
            "PLOVER 2.0",
            "PLOVER 2.0 manual: SANCTION is material conflict",
            "plover",
            "None",
            "factuality, readings, numbers, attribution, citations, sentence and address; reports after the first;"
                    + " written in UTF-8, which some readers take for ISO-8859-1; places have no coordinates");

    static final List<String> COLUMNS = List.of(
            "Event ID",
            "Event Date",
            "Event Type",
            "Event Mode",
            "Intensity",
            "Quad Code",
            "Contexts",
            "Actor Name",
            "Actor Country",
            "Actor COW",
            "Primary Actor Sector",
            "Actor Sectors",
            "Actor Title",
            "Actor Name Raw",
            "Wikipedia Actor ID",
            "Recipient Name",
            "Recipient Country",
            "Recipient COW",
            "Primary Recipient Sector",
            "Recipient Sectors",
            "Recipient Title",
            "Recipient Name Raw",
            "Wikipedia Recipient ID",
            "Placename",
            "City",
            "District",
            "Province",
            "Country",
            "Latitude",
            "Longitude",
            "GeoNames ID",
            "Raw Placename",
            "Feature Type",
            "Source",
            "Publication Date",
            "Story People",
            "Story Organizations",
            "Story Locations",
            "Language",
            "Version");

    private PolecatTable() {}

    static Exported write(Source source) {
        Tally tally = new Tally();
        Tsv table = new Tsv(COLUMNS, true, "None");
        for (Event event : source.events()) {
            if (isHeld(event, tally)) {
                tally.loseIf(
                        Dyadic.isDisputed(event),
                        "events whose sources differ: only the first reading of each field is written");
                tally.loseIf(
                        event.effective() != null,
                        "events with a date of coming into force: only the date of the act is written");
                tally.loseIf(!event.quantities().isEmpty(), "events with numbers: numbers are not written");
                table.add(row(source, event));
            }
        }
        return new Exported(List.of(table.file("demarche.polecat.txt")), tally.losses());
    }

    private static boolean isHeld(Event event, Tally tally) {
        if (!Dyadic.isAsserted(event, tally)) {
            return false;
        }
        if (event.act().type() == null) {
            tally.lose("events outside PLOVER, left out");
            return false;
        }
        if (!Dyadic.isDated(event, tally)) {
            return false;
        }
        if (event.actors().isEmpty()) {
            tally.lose("events by nobody who is named, left out");
            return false;
        }
        return true;
    }

    private static List<String> row(Source source, Event event) {
        Integer quad = event.act().quad();
        List<String> cells = new ArrayList<>(List.of(
                event.id(),
                Days.one(event.date()).map(LocalDate::toString).orElse(""),
                text(event.act().type()),
                text(event.act().mode()),
                Cameo.shown(PloverScore.of(event.act())),
                quad == null ? "" : Words.quad(quad),
                Tsv.list(event.act().contexts())));
        cells.addAll(side(event.actors()));
        cells.addAll(side(event.recipients()));
        cells.addAll(place(event.place()));
        List<Claim> claims = source.claims(event);
        cells.addAll(story(
                source, claims.isEmpty() ? null : source.document(claims.get(0).document())));
        cells.add("demarche-" + Version.program());
        return cells;
    }

    private static List<String> side(List<Claim.Party> parties) {
        List<String> sectors = each(parties, p -> text(p.actor().sector()));
        return List.of(
                Tsv.list(each(parties, p -> p.actor().name())),
                Tsv.list(each(parties, p -> text(p.actor().country()))),
                Tsv.list(each(parties, p -> Countries.cow(p.actor().country()))),
                sectors.stream().filter(s -> !s.isEmpty()).findFirst().orElse(""),
                Tsv.list(sectors),
                "",
                Tsv.list(each(parties, PolecatTable::words)),
                "");
    }

    private static String words(Claim.Party party) {
        Citation citation = party.citation();
        return citation == null ? "" : citation.quote();
    }

    private static List<String> each(List<Claim.Party> parties, Function<Claim.Party, String> part) {
        return parties.stream().map(part).toList();
    }

    private static List<String> place(Claim.@Nullable Place place) {
        if (place == null) {
            return List.of("", "", "", "", "", "", "", "", "", "");
        }
        boolean whole = place.country() != null && place.country().equals(Countries.named(place.name()));
        return List.of(
                place.name(),
                whole ? "" : place.name(),
                "",
                "",
                text(place.country()),
                "",
                "",
                "",
                place.citation().quote(),
                "");
    }

    private static List<String> story(Source source, @Nullable Document first) {
        if (first == null) {
            return List.of("", "", "", "", "", "");
        }
        LocalDate published = source.published(first.id());
        return List.of(
                text(first.outlet()),
                published == null ? "" : published.toString(),
                named(source.coded(first.id()), Actor.Kind.PERSON),
                named(source.coded(first.id()), Actor.Kind.ORGANISATION),
                named(source.coded(first.id()), Actor.Kind.PLACE),
                first.language().toLowerCase(Locale.ROOT));
    }

    /** Names of the actors of a kind that a report mentions, in order of the alphabet. */
    private static String named(@Nullable Coded report, Actor.Kind kind) {
        TreeSet<String> names = new TreeSet<>();
        if (report != null) {
            report.mentions().actors().stream()
                    .map(m -> m.actor())
                    .filter(a -> a.kind() == kind)
                    .forEach(a -> names.add(a.name()));
        }
        return Tsv.list(names);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
