package org.demarche.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.export.Csv;
import org.demarche.export.Row;
import org.demarche.model.Claim;
import org.demarche.model.Event;
import org.demarche.model.Factuality;
import org.demarche.model.PartialDate;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/** A sheet for TimelineJS. Columns as its template has them; texts are HTML, so what reports say is escaped. */
final class TimelineSheet {
    static final Conventions CONVENTIONS = new Conventions(
            "none", "none", "none", "empty", "codes, values, offsets; media, which reports do not bring");

    static final List<String> COLUMNS = List.of(
            "Year",
            "Month",
            "Day",
            "Time",
            "End Year",
            "End Month",
            "End Day",
            "End Time",
            "Display Date",
            "Headline",
            "Text",
            "Media",
            "Media Credit",
            "Media Caption",
            "Media Thumbnail",
            "Alt Text",
            "Type",
            "Group",
            "Background");

    private TimelineSheet() {}

    static Exported write(Source source) {
        Tally tally = new Tally();
        List<Row> rows = new ArrayList<>();
        for (Event event : source.events()) {
            PartialDate start = event.date().start();
            if (start == null || !start.hasYear()) {
                tally.lose(
                        event.date().isKnown()
                                ? "events of which no first year is known, left out"
                                : "events without a date, left out");
            } else {
                rows.add(row(source, event, start));
            }
        }
        ExportFile file = new ExportFile(
                "demarche.timelinejs.csv", rows.size(), out -> new Csv(COLUMNS, false).write(rows.iterator(), out));
        return new Exported(List.of(file), tally.losses());
    }

    private static Row row(Source source, Event event, PartialDate start) {
        When date = event.date();
        PartialDate end = date.end();
        boolean range = end != null && end.hasYear() && !end.equals(start);
        Row row = new Row();
        COLUMNS.forEach(column -> row.with(column, null));
        parts(row, "", start);
        if (range) {
            parts(row, "End ", end);
        }
        return row.with("Display Date", range || date.basis() == When.Basis.STATED ? null : display(date))
                .with("Headline", html(headline(event)))
                .with("Text", text(source, event))
                .with("Group", group(event));
    }

    private static void parts(Row row, String prefix, @Nullable PartialDate date) {
        if (date != null) {
            row.with(prefix + "Year", date.year())
                    .with(prefix + "Month", date.month() == 0 ? null : date.month())
                    .with(prefix + "Day", date.day() == 0 ? null : date.day());
        }
    }

    /** What a reader sees instead of the date where it is not in the words themselves. */
    private static @Nullable String display(When date) {
        return date.basis() == When.Basis.INFERRED ? date.start() + " (inferred)" : null;
    }

    private static String headline(Event event) {
        String who = names(event.actors());
        String whom = names(event.recipients());
        String said = event.factuality() == Factuality.ASSERTED ? "" : " (" + Words.of(event.factuality()) + ")";
        return (who.isEmpty() ? "" : who + ": ")
                + Words.act(event.act().code())
                + (whom.isEmpty() ? "" : " \u2192 " + whom)
                + said;
    }

    private static String names(List<Claim.Party> parties) {
        return parties.stream().map(p -> p.actor().name()).distinct().collect(Collectors.joining(", "));
    }

    private static String text(Source source, Event event) {
        StringBuilder out = new StringBuilder();
        for (Claim claim : source.claims(event)) {
            String outlet = source.outlet(claim.document());
            out.append("<p>\u201c")
                    .append(html(source.sentence(claim)))
                    .append("\u201d \u2014 ")
                    .append(html(outlet.isEmpty() ? source.file(claim.document()) : outlet))
                    .append("</p>");
        }
        return out.append("<p>").append(event.id()).append("</p>").toString();
    }

    private static String group(Event event) {
        return Stream.concat(event.actors().stream(), event.recipients().stream())
                .map(p -> p.actor().principal())
                .distinct()
                .sorted()
                .limit(2)
                .collect(Collectors.joining(" \u2013 "));
    }

    static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
