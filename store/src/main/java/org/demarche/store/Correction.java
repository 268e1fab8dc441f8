package org.demarche.store;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.Coded;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Factuality;
import org.demarche.model.PartialDate;
import org.demarche.model.Quote;
import org.demarche.model.Span;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What a {@code set} sets: the date, the day it is in force, the factuality, the sides or the speaker of a claim, or the speaker of a
 * quotation. Sides and speakers stand in the log as JSON with the words that name them, so that they are there again after every re-run.
 */
public final class Correction {
    /** The fields of a claim that can be set. A quotation has the last of them. */
    public static final List<String> FIELDS =
            List.of("date", "effective", "factuality", "actors", "recipients", "attribution");

    private static final int MOST_DATES = 2;

    private Correction() {}

    /** What the log keeps of the sides of an act. */
    static String sides(List<Claim.Party> parties) {
        return Packed.json(parties);
    }

    /** What the log keeps of those on whose word something is told, innermost first. */
    static String word(List<Claim.Attribution> holders) {
        return Packed.json(holders);
    }

    /** Tells whether a field can be set to a value, as the log has it; {@link IllegalArgumentException} where not. */
    public static void check(String field, String value) {
        switch (field) {
            case "date", "effective" -> when(value);
            case "factuality" -> factuality(value);
            case "actors", "recipients" -> parties(value);
            case "attribution" -> holders(value);
            default -> throw unknown(field);
        }
    }

    /** A claim of a report with one field as somebody has set it. */
    static Claim of(Claim c, Coded report, String field, String value) {
        return switch (field) {
            case "date" -> {
                When date = cited(when(value), c, report);
                yield c.withDates(date, c.effective()).withBeginning(c.date(), date);
            }
            case "effective" -> {
                When force = cited(when(value), c, report);
                @Nullable When before = c.effective();
                yield c.withDates(c.date(), force).withBeginning(before == null ? c.date() : before, force);
            }
            case "factuality" -> c.withFactuality(factuality(value));
            case "actors" -> c.withActors(parties(value));
            case "recipients" -> c.withRecipients(parties(value));
            case "attribution" -> c.withAttribution(holders(value));
            default -> throw unknown(field);
        };
    }

    /** A quotation of a report that belongs to whom somebody has given it. */
    static Quote of(Quote q, Document report, String value) {
        List<Quote.Holder> chain = holders(value).stream()
                .map(h -> new Quote.Holder(
                        h.holder(), h.actor(), h.verb(), h.citation() == null ? null : report.span(h.citation())))
                .toList();
        @Nullable Span words = chain.isEmpty() ? null : chain.get(0).at();
        return q.withHolders(chain, words);
    }

    /** A value as a person reads it: names instead of JSON. */
    public static String shown(@Nullable String field, String value) {
        return switch (String.valueOf(field)) {
            case "actors", "recipients" ->
                named(parties(value).stream().map(p -> p.actor().name()));
            case "attribution" -> {
                String names = named(holders(value).stream().map(Claim.Attribution::holder));
                yield names.equals("nobody") ? "the report itself" : names;
            }
            default -> value;
        };
    }

    /** What is compared where two people set one field: who, not by which words they are named. */
    static String meaning(Entry set) {
        String value = String.valueOf(set.value());
        return switch (String.valueOf(set.field())) {
            case "actors", "recipients" ->
                parties(value).stream()
                        .map(p -> p.actor().id())
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(" "));
            case "attribution" -> shown(set.field(), value);
            default -> value;
        };
    }

    private static String named(Stream<String> names) {
        String out = names.distinct().collect(Collectors.joining(", "));
        return out.isEmpty() ? "nobody" : out;
    }

    /** A day with the words of the sentence that tell it, if any do. */
    private static When cited(When given, Claim claim, Coded report) {
        return cited(given, report, report.document().span(claim.sentence()));
    }

    /** A day as a sentence tells it, with its words, or as the person gives it. */
    public static When cited(When given, Coded report, Span sentence) {
        return report.mentions().times().stream()
                .filter(t -> sentence.contains(t.span()))
                .filter(t -> given.start() != null
                        && Objects.equals(given.start(), t.when().start())
                        && Objects.equals(given.end(), t.when().end()))
                .findFirst()
                .map(t -> new When(
                        t.when().start(),
                        t.when().end(),
                        t.when().precision(),
                        t.when().basis(),
                        report.document().cite(t.span())))
                .orElse(given);
    }

    /**
     * A day, month or year as a person gives it, or two with a slash where it lies between them.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static When when(String value) {
        String[] ends = value.split("/", MOST_DATES);
        PartialDate start = date(ends[0], value);
        PartialDate end = ends.length < MOST_DATES ? start : date(ends[1], value);
        boolean isTurned =
                start.first().flatMap(s -> end.last().map(e -> e.isBefore(s))).orElse(false);
        if (isTurned) {
            throw none(value);
        }
        When.Precision precision = !start.equals(end)
                ? When.Precision.VAGUE
                : start.day() > 0 ? When.Precision.DAY : start.month() > 0 ? When.Precision.MONTH : When.Precision.YEAR;
        return new When(start, end, precision, When.Basis.STATED, null);
    }

    private static PartialDate date(String text, String value) {
        return PartialDate.parse(text).orElseThrow(() -> none(value));
    }

    private static IllegalArgumentException none(String value) {
        return new IllegalArgumentException(
                "DEM-301 " + value + " is not a date. Use YYYY-MM-DD, YYYY-MM or YYYY, or two with a slash.");
    }

    private static Factuality factuality(String value) {
        return Arrays.stream(Factuality.values())
                .filter(f -> f.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such factuality: " + value));
    }

    private static List<Claim.Party> parties(String value) {
        try {
            return List.of(Packed.read(value, Claim.Party[].class));
        } catch (JacksonException | NullPointerException none) {
            throw new IllegalArgumentException("no sides of an act: " + value, none);
        }
    }

    private static List<Claim.Attribution> holders(String value) {
        try {
            return List.of(Packed.read(value, Claim.Attribution[].class));
        } catch (JacksonException | NullPointerException none) {
            throw new IllegalArgumentException("nobody on whose word it is told: " + value, none);
        }
    }

    private static IllegalArgumentException unknown(String field) {
        return new IllegalArgumentException(
                "no such field to set: " + field + "; there are " + String.join(", ", FIELDS));
    }
}
