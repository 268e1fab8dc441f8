package org.demarche.dialect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.demarche.model.Actor;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Event;
import org.jspecify.annotations.Nullable;

/**
 * GDELT 2.0 events (61 columns) and mentions (16 columns), without header. Columns after the GDELT 2.0 event codebook; each claim of an event is
 * one mention.
 */
final class GdeltTables {
    static final Conventions CONVENTIONS = new Conventions(
            "CAMEO 1.1b3",
            "GDELT: root 09 is 2, root 14 is 3",
            "gdelt",
            "empty",
            "factuality, readings, numbers, attribution, citations of fields other than actors and act; tone is not computed;"
                    + " places have no coordinates; Confidence is 100 where a rule coded, the classifier's score in percent elsewhere");

    static final List<String> EVENT_COLUMNS = eventColumns();
    static final List<String> MENTION_COLUMNS = List.of(
            "GLOBALEVENTID",
            "EventTimeDate",
            "MentionTimeDate",
            "MentionType",
            "MentionSourceName",
            "MentionIdentifier",
            "SentenceID",
            "Actor1CharOffset",
            "Actor2CharOffset",
            "ActionCharOffset",
            "InRawText",
            "Confidence",
            "MentionDocLen",
            "MentionDocTone",
            "MentionDocTranslationInfo",
            "Extras");

    private GdeltTables() {}

    private static List<String> eventColumns() {
        List<String> out = new ArrayList<>(List.of("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"));
        for (String actor : List.of("Actor1", "Actor2")) {
            for (String part : List.of(
                    "Code",
                    "Name",
                    "CountryCode",
                    "KnownGroupCode",
                    "EthnicCode",
                    "Religion1Code",
                    "Religion2Code",
                    "Type1Code",
                    "Type2Code",
                    "Type3Code")) {
                out.add(actor + part);
            }
        }
        out.addAll(List.of(
                "IsRootEvent",
                "EventCode",
                "EventBaseCode",
                "EventRootCode",
                "QuadClass",
                "GoldsteinScale",
                "NumMentions",
                "NumSources",
                "NumArticles",
                "AvgTone"));
        for (String geo : List.of("Actor1Geo_", "Actor2Geo_", "ActionGeo_")) {
            for (String part :
                    List.of("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")) {
                out.add(geo + part);
            }
        }
        out.addAll(List.of("DATEADDED", "SOURCEURL"));
        return List.copyOf(out);
    }

    static Exported write(Source source) {
        Tally tally = new Tally();
        Tsv events = new Tsv(EVENT_COLUMNS, false, "");
        Tsv mentions = new Tsv(MENTION_COLUMNS, false, "");
        Map<String, List<Dyadic.Line>> byEvent = new HashMap<>();
        for (Dyadic.Line line : Dyadic.lines(source, tally)) {
            events.add(event(source, line, tally));
            byEvent.computeIfAbsent(line.event().id(), id -> new ArrayList<>()).add(line);
        }
        for (Event event : source.events()) {
            List<Dyadic.Line> lines = byEvent.getOrDefault(event.id(), List.of());
            for (Claim claim : lines.isEmpty() ? List.<Claim>of() : source.claims(event)) {
                for (Dyadic.Line line : told(claim, lines)) {
                    mentions.add(mention(source, line, claim));
                }
            }
        }
        return new Exported(
                List.of(events.file("demarche.export.CSV"), mentions.file("demarche.mentions.CSV")), tally.losses());
    }

    /** The rows of which a claim tells: those whose sides it names, all where it names none of them. */
    private static List<Dyadic.Line> told(Claim claim, List<Dyadic.Line> lines) {
        List<Dyadic.Line> named = lines.stream()
                .filter(l -> citation(claim, l.pair().sourceActor()) != null
                        && (l.pair().target() == null
                                || citation(claim, l.pair().targetActor()) != null))
                .toList();
        return named.isEmpty() ? lines : named;
    }

    private static List<String> event(Source source, Dyadic.Line line, Tally tally) {
        Event event = line.event();
        LocalDate day = line.day();
        List<Claim> claims = source.claims(event);
        List<String> cells = new ArrayList<>(List.of(
                String.valueOf(line.number()),
                Days.digits(day),
                Days.digits(day).substring(0, 6),
                String.valueOf(day.getYear()),
                fraction(day)));
        cells.addAll(actor(line.pair().sourceActor()));
        cells.addAll(actor(line.pair().targetActor()));
        String added = added(source, claims);
        tally.loseIf(added.isEmpty(), "rows without DATEADDED: the day of no report of the event is known");
        cells.addAll(List.of(
                claims.stream().anyMatch(source::isLead) ? "1" : "0",
                line.code(),
                Cameo.base(line.code()),
                Cameo.root(line.code()),
                String.valueOf(Cameo.quadGdelt(line.code())),
                Cameo.shown(Cameo.goldstein(line.code(), Cameo.Scale.GDELT)),
                String.valueOf(event.claims().size()),
                String.valueOf(event.sources()),
                String.valueOf(event.documents().size()),
                ""));
        cells.addAll(geo(null));
        cells.addAll(geo(null));
        cells.addAll(geo(event.place()));
        cells.add(added);
        cells.add(claims.isEmpty() ? "" : source.address(claims.get(0).document()));
        return cells;
    }

    /** The share of the year that is over, months counted as thirty days, as the data set counts. */
    static String fraction(LocalDate day) {
        int days = (day.getMonthValue() - 1) * 30 + day.getDayOfMonth();
        return String.format(Locale.ROOT, "%.4f", day.getYear() + days / 365.0);
    }

    private static List<String> actor(@Nullable Actor actor) {
        CameoActor code = CameoActor.of(actor);
        String name = actor == null ? "" : actor.name().toUpperCase(Locale.ROOT);
        List<String> types = new ArrayList<>(List.of(code.kind(), code.role()));
        types.removeIf(String::isEmpty);
        types.addAll(List.of("", "", ""));
        return List.of(
                code.code(), name, code.country(), code.group(), "", "", "", types.get(0), types.get(1), types.get(2));
    }

    private static List<String> geo(Claim.@Nullable Place place) {
        if (place == null) {
            return List.of("0", "", "", "", "", "", "", "");
        }
        Countries.Country country = Countries.of(place.country());
        boolean whole =
                country != null && place.country() != null && place.country().equals(Countries.named(place.name()));
        String fips = Countries.fips(place.country());
        String type = whole ? "1" : fips.equals("US") ? "3" : "4";
        String name = whole || country == null ? place.name() : place.name() + ", " + country.name();
        return List.of(type, name, fips, fips, "", "", "", "");
    }

    /** The first moment of the day on which the first report of an event appeared; empty where no report's day is known. */
    private static String added(Source source, List<Claim> claims) {
        return claims.stream()
                .map(c -> source.published(c.document()))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(GdeltTables::moment)
                .orElse("");
    }

    private static String moment(@Nullable LocalDate day) {
        return day == null ? "" : Days.digits(day) + "000000";
    }

    private static List<String> mention(Source source, Dyadic.Line line, Claim claim) {
        Document document = source.document(claim.document());
        boolean web =
                document != null && document.url() != null && !document.url().isBlank();
        Double score = claim.score();
        return List.of(
                String.valueOf(line.number()),
                added(source, source.claims(line.event())),
                moment(source.published(claim.document())),
                web ? "1" : "2",
                source.outlet(claim.document()),
                source.address(claim.document()),
                String.valueOf(claim.sentenceIndex() + 1),
                offset(citation(claim, line.pair().sourceActor())),
                offset(citation(claim, line.pair().targetActor())),
                String.valueOf(claim.trigger().start()),
                "1",
                score == null ? "100" : String.valueOf(Math.round(score * 100)),
                document == null
                        ? ""
                        : String.valueOf(document.codePoint(document.text().length())),
                "",
                "",
                "");
    }

    private static @Nullable Citation citation(Claim claim, @Nullable Actor actor) {
        if (actor == null) {
            return null;
        }
        for (List<Claim.Party> side : List.of(claim.actors(), claim.recipients())) {
            for (Claim.Party party : side) {
                if (party.actor().id().equals(actor.id()) && party.citation() != null) {
                    return party.citation();
                }
            }
        }
        return null;
    }

    private static String offset(@Nullable Citation citation) {
        return citation == null ? "-1" : String.valueOf(citation.start());
    }
}
