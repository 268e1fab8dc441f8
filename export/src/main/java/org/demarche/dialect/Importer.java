package org.demarche.dialect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.demarche.model.PartialDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads event data sets of others, line by line: GDELT 1.0 and 2.0 events, ICEWS, POLECAT, Phoenix, PLOVER. A line that is none is handed to the caller with the
 * reason, and reading goes on.
 */
public final class Importer {
    /** The data sets. */
    public enum Format {
        GDELT,
        ICEWS,
        POLECAT,
        PHOENIX,
        PLOVER;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A line that could not be read. */
    public record Odd(String file, int line, String why) {}

    /** No line of these data sets is longer; a longer one is cut and said to be odd. */
    static final int LONGEST = 1 << 20;

    private static final JsonMapper JSON = new JsonMapper();

    private final Format format;
    private final boolean oldCodes;

    /**
     * An importer.
     *
     * @param oldCodes whether codes are CAMEO 0.9, as in Phoenix's own files; they are turned into 1.1b3
     */
    public Importer(Format format, boolean oldCodes) {
        this.format = format;
        this.oldCodes = oldCodes;
    }

    /** The format that the first line of a file shows, or nothing. */
    public static Optional<Format> recognise(String line) {
        if (line.startsWith("{")) {
            return Optional.of(Format.PLOVER);
        }
        List<String> cells = cells(line);
        boolean header =
                cells.get(0).strip().toLowerCase(Locale.ROOT).replace('_', ' ').equals("event id");
        if (header) {
            boolean sides = cells.stream()
                    .anyMatch(c -> c.toLowerCase(Locale.ROOT).replace('_', ' ').equals("recipient name"));
            return Optional.of(sides ? Format.POLECAT : Format.ICEWS);
        }
        return switch (cells.size()) {
            case 57, 58, 61 -> Optional.of(Format.GDELT);
            case 26 -> Optional.of(Format.PHOENIX);
            default -> Optional.empty();
        };
    }

    /** Reads a file; the stream is left open. Bytes that are not UTF-8 become replacement characters, as some releases are ISO-8859-1. */
    public void read(InputStream in, String file, Consumer<ForeignEvent> events, Consumer<Odd> odd) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)));
        Map<String, Integer> header = null;
        boolean wantsHeader = format == Format.ICEWS || format == Format.POLECAT;
        int number = 0;
        for (String line = next(lines); line != null; line = next(lines)) {
            number++;
            String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
            if (text.isBlank()) {
                continue;
            }
            if (text.length() >= LONGEST) {
                odd.accept(new Odd(file, number, "the line is longer than " + LONGEST + " characters"));
                continue;
            }
            if (wantsHeader && header == null) {
                header = header(text);
                continue;
            }
            try {
                events.accept(event(text, header == null ? Map.of() : header, file, number));
            } catch (IllegalArgumentException | DateTimeException | JacksonException e) {
                String why = e.getMessage();
                odd.accept(new Odd(file, number, why == null ? "it is no event" : why));
            }
        }
    }

    /** The next line, cut at {@link #LONGEST}; null at the end. */
    private static @Nullable String next(BufferedReader lines) throws IOException {
        StringBuilder out = new StringBuilder();
        int c = lines.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n'; c = lines.read()) {
            if (out.length() < LONGEST && c != '\r') {
                out.append((char) c);
            }
        }
        return out.toString();
    }

    private static Map<String, Integer> header(String line) {
        Map<String, Integer> out = new HashMap<>();
        List<String> cells = cells(line);
        for (int i = 0; i < cells.size(); i++) {
            out.putIfAbsent(name(cells.get(i)), i);
        }
        return out;
    }

    private static String name(String column) {
        return column.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static List<String> cells(String line) {
        return Arrays.asList(line.split("\t", -1));
    }

    private ForeignEvent event(String line, Map<String, Integer> header, String file, int number) {
        if (format == Format.PLOVER) {
            return PloverReader.event(JSON.readTree(line), file, number);
        }
        Cells cells = new Cells(cells(line), header);
        return switch (format) {
            case GDELT -> gdelt(cells, file, number);
            case ICEWS -> icews(cells, file, number);
            case POLECAT -> polecat(cells, file, number);
            default -> phoenix(cells, file, number);
        };
    }

    private ForeignEvent gdelt(Cells cells, String file, int number) {
        int size = cells.size();
        if (size != 61 && size != 58 && size != 57) {
            throw new IllegalArgumentException(size + " columns instead of 61 (2.0), 58 or 57 (1.0)");
        }
        int geo = size == 61 ? 8 : 7;
        int action = 35 + 2 * geo;
        LocalDate day = day(cells.at(1));
        String code = cells.at(26);
        return dyadic(file, number, cells.at(0), day, side(cells.at(5)), side(cells.at(15)), code, cells.at(30))
                .more(null, cells.at(action + 1), null, size == 57 ? null : cells.at(size - 1));
    }

    private ForeignEvent icews(Cells cells, String file, int number) {
        return dyadic(
                        file,
                        number,
                        cells.of("event id"),
                        LocalDate.parse(cells.of("event date")),
                        Sides.named(cells.of("source name"), cells.of("source country")),
                        Sides.named(cells.of("target name"), cells.of("target country")),
                        cells.of("cameo code"),
                        cells.of("intensity"))
                .more(cells.of("event text"), cells.first("city", "country"), cells.of("publisher"), null);
    }

    private ForeignEvent polecat(Cells cells, String file, int number) {
        String type = cells.of("event type").toUpperCase(Locale.ROOT);
        LocalDate day = LocalDate.parse(cells.of("event date"));
        return new ForeignEvent(
                format.key(),
                file,
                number,
                cells.of("event id"),
                day,
                day,
                Sides.listed(cells.list("actor name"), cells.list("actor country")),
                Sides.listed(cells.list("recipient name"), cells.list("recipient country")),
                blank(type),
                blank(cells.of("event mode").toLowerCase(Locale.ROOT)),
                null,
                Quads.ofType(type),
                number(cells.first("intensity", "event intensity")),
                null,
                blank(cells.of("placename")),
                blank(cells.of("source")),
                null);
    }

    private ForeignEvent phoenix(Cells cells, String file, int number) {
        if (cells.size() != 26) {
            throw new IllegalArgumentException(cells.size() + " columns instead of 26");
        }
        return dyadic(
                        file,
                        number,
                        cells.at(0),
                        day(cells.at(1)),
                        side(cells.at(5)),
                        side(cells.at(9)),
                        cells.at(13),
                        cells.at(16))
                .more(null, cells.at(20), cells.at(25), cells.at(24));
    }

    /** A row of a dyadic CAMEO table, before what only some of them have. */
    private Dyad dyadic(
            String file,
            int number,
            String id,
            LocalDate day,
            List<String> actors,
            List<String> recipients,
            String code,
            String value) {
        if (code.isEmpty() || code.length() > 4 || !code.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("'" + code + "' is no CAMEO code");
        }
        // Readers that take codes for numbers have dropped the zero before it.
        String whole = code.length() == 1 ? "0" + code : code;
        String cameo = oldCodes ? Cameo.fromOld(whole) : whole;
        return (text, place, publisher, url) -> new ForeignEvent(
                format.key(),
                file,
                number,
                id,
                day,
                day,
                actors,
                recipients,
                null,
                null,
                cameo,
                Quads.ofCameo(cameo),
                number(value),
                blank(text),
                blank(place),
                blank(publisher),
                blank(url));
    }

    private interface Dyad {
        ForeignEvent more(
                @Nullable String text, @Nullable String place, @Nullable String publisher, @Nullable String url);
    }

    private static List<String> side(String code) {
        String side = CameoActor.side(code);
        return side.isEmpty() ? List.of() : List.of(side);
    }

    private static LocalDate day(String digits) {
        if (digits.length() != 8 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("'" + digits + "' is no date");
        }
        return PartialDate.parse(digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-" + digits.substring(6))
                .flatMap(PartialDate::first)
                .orElseThrow(() -> new IllegalArgumentException("'" + digits + "' is no date"));
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    static @Nullable Double number(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? value : null;
        } catch (NumberFormatException none) {
            return null;
        }
    }

    /** The cells of a line by place or by the name of their column; {@code NA} and {@code None} are missing. */
    private record Cells(List<String> cells, Map<String, Integer> header) {
        int size() {
            return cells.size();
        }

        String at(int column) {
            String cell = column < cells.size() ? cells.get(column).strip() : "";
            return cell.equals("None") ? "" : cell;
        }

        String of(String column) {
            Integer at = header.get(column);
            String cell = at == null ? "" : at(at);
            return cell.equals("NA") ? "" : cell;
        }

        String first(String column, String other) {
            return of(column).isEmpty() ? of(other) : of(column);
        }

        List<String> list(String column) {
            List<String> out = new ArrayList<>();
            for (String part : of(column).split(";", -1)) {
                if (!part.isBlank()) {
                    out.add(part.strip());
                }
            }
            return out;
        }
    }
}
