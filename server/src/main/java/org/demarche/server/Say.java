package org.demarche.server;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.demarche.model.Claim;
import org.demarche.model.Dateline;
import org.demarche.model.Event;
import org.demarche.model.PartialDate;
import org.demarche.model.State;
import org.demarche.model.When;
import org.demarche.view.DateWords;
import org.jspecify.annotations.Nullable;

/** Values in words for people: "2 Nov 2021", "by 1 Nov 2021", "about 20". */
final class Say {
    private static final Pattern ISO_DAY = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b");

    private Say() {}

    static String day(LocalDate day) {
        return date(PartialDate.of(day));
    }

    static String date(PartialDate date) {
        return DateWords.of(date);
    }

    static String when(@Nullable When when) {
        return DateWords.span(when, DateWords.Style.TABLE);
    }

    static String published(Dateline date) {
        return range(date.start(), date.end());
    }

    static String range(@Nullable PartialDate start, @Nullable PartialDate end) {
        return DateWords.span(start, end, DateWords.Style.TABLE);
    }

    /** Words of the program with their days as people write them: "2021-11-01" as "1 Nov 2021". */
    static String days(String text) {
        return ISO_DAY.matcher(text)
                .replaceAll(m -> PartialDate.parse(m.group()).map(Say::date).orElse(m.group()));
    }

    static String value(@Nullable String value, @Nullable Double low, @Nullable Double high) {
        if (value != null) {
            return value;
        }
        if (low == null && high == null) {
            return "unknown";
        }
        if (low == null) {
            return "at most " + number(high);
        }
        return high == null ? "at least " + number(low) : number(low) + "\u2013" + number(high);
    }

    static String value(State state) {
        return value(state.value(), state.low(), state.high());
    }

    static String number(@Nullable Double number) {
        return number == null
                ? "?"
                : number == Math.rint(number) ? String.valueOf(number.longValue()) : String.valueOf(number);
    }

    static String parties(List<Claim.Party> parties) {
        return parties.stream().map(p -> p.actor().name()).distinct().collect(Collectors.joining(", "));
    }

    /** "NATO > Russia", one side alone where the other is not told. */
    static String sides(Event event) {
        String actors = parties(event.actors());
        String recipients = parties(event.recipients());
        if (recipients.isEmpty()) {
            return actors.isEmpty() ? "somebody" : actors;
        }
        return (actors.isEmpty() ? "somebody" : actors) + " \u2192 " + recipients;
    }

    /** "revoke-accreditation" as "revoke accreditation". */
    static String act(String code) {
        return code.replace('-', ' ');
    }

    /** A field of a claim as a person calls it. */
    static String field(String name) {
        return switch (name) {
            case "date" -> "when";
            case "effective" -> "in force from";
            case "factuality" -> "told as";
            case "actors" -> "who did it";
            case "recipients" -> "to whom";
            case "attribution" -> "on whose word";
            default -> name;
        };
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String count(int n, String one) {
        return n + " " + one + (n == 1 ? "" : "s");
    }
}
