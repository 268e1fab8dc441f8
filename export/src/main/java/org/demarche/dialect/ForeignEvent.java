package org.demarche.dialect;

import java.time.LocalDate;
import java.util.List;
import org.demarche.export.Row;
import org.jspecify.annotations.Nullable;

/**
 * An event as another data set has it: a source to compare with, never part of the ledger.
 *
 * @param source the data set ({@code gdelt}, {@code icews} …)
 * @param file the file it was read from
 * @param line the line of that file, from 1
 * @param id its id there; ICEWS repeats ids, so that only id and date together are unique
 * @param first first day of its date
 * @param last last day of its date
 * @param actors who acts: ISO 3166 alpha-3, the lexicon's id of a body, or the data set's own code or name where it is neither
 * @param recipients to whom, in the same words
 * @param type PLOVER type, or null where the data set has none
 * @param mode PLOVER mode, or null
 * @param cameo CAMEO 1.1b3 code, or null where the data set has none
 * @param quad class from 1 to 4 by PLOVER's 2.0 manual, whatever variant the data set follows; null where neither type nor code tells
 * @param value its conflict-cooperation value as given, or null
 * @param text the words or the name of the event as given, or null
 * @param place as given, or null
 * @param publisher as given, or null
 * @param url as given, or null
 */
public record ForeignEvent(
        String source,
        String file,
        int line,
        String id,
        LocalDate first,
        LocalDate last,
        List<String> actors,
        List<String> recipients,
        @Nullable String type,
        @Nullable String mode,
        @Nullable String cameo,
        @Nullable Integer quad,
        @Nullable Double value,
        @Nullable String text,
        @Nullable String place,
        @Nullable String publisher,
        @Nullable String url) {

    /** The columns of the flat form. */
    public static final List<String> COLUMNS = List.of(
            "source",
            "file",
            "line",
            "id",
            "date.start",
            "date.end",
            "actors",
            "recipients",
            "type",
            "mode",
            "cameo",
            "quad",
            "value",
            "text",
            "place",
            "publisher",
            "url");

    public ForeignEvent {
        if (id.isBlank() || last.isBefore(first)) {
            throw new IllegalArgumentException("not an event: id '" + id + "', " + first + " to " + last);
        }
        actors = List.copyOf(actors);
        recipients = List.copyOf(recipients);
    }

    /** The event as a row; {@code external} tells it from rows of our own. */
    public Row row() {
        return new Row()
                .with("external", true)
                .with("source", source)
                .with("file", file)
                .with("line", line)
                .with("id", id)
                .with("date", new Row().with("start", first.toString()).with("end", last.toString()))
                .with("actors", actors)
                .with("recipients", recipients)
                .with("type", type)
                .with("mode", mode)
                .with("cameo", cameo)
                .with("quad", quad)
                .with("value", value)
                .with("text", text)
                .with("place", place)
                .with("publisher", publisher)
                .with("url", url);
    }
}
