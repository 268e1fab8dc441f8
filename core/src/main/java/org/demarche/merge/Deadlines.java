package org.demarche.merge;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Disagreement;
import org.demarche.model.Disagreement.Kind;
import org.demarche.model.Event;
import org.jspecify.annotations.Nullable;

/** How long somebody is given, where sources tell it as a span: "48 hours" here, "three days" is the same, "72 hours" is another. */
final class Deadlines {
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("a", 1),
            Map.entry("an", 1),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("fourteen", 14),
            Map.entry("twenty-four", 24),
            Map.entry("thirty", 30),
            Map.entry("forty-eight", 48),
            Map.entry("seventy-two", 72));
    private static final Map<String, Integer> HOURS = Map.of("hour", 1, "day", 24, "week", 7 * 24, "month", 30 * 24);
    private static final Pattern SPAN =
            Pattern.compile("\\b(\\d{1,3}|[a-z]+(?:-[a-z]+)?)[ -](hour|day|week|month)s?\\b");

    private Deadlines() {}

    static @Nullable Disagreement find(Event e, List<Claim> own) {
        DisagreementFinder.Values values = new DisagreementFinder.Values();
        for (Claim c : own) {
            Citation words = c.effective() == null ? null : c.effective().citation();
            OptionalInt hours = words == null || !c.factuality().stands() ? OptionalInt.empty() : hours(words.quote());
            if (words != null && hours.isPresent()) {
                values.put(hours.getAsInt() + " hours", words);
            }
        }
        return values.documents().size() > 1 ? values.of(e.id(), "term", Kind.CONTRADICTION) : null;
    }

    /** The hours of a span in words; empty where the words name none. */
    static OptionalInt hours(String words) {
        Matcher span = SPAN.matcher(words.toLowerCase(Locale.ROOT));
        while (span.find()) {
            String number = span.group(1);
            Integer value = Character.isDigit(number.charAt(0)) ? Integer.valueOf(number) : NUMBERS.get(number);
            Integer unit = HOURS.get(span.group(2));
            if (value != null && unit != null) {
                return OptionalInt.of(value * unit);
            }
        }
        return OptionalInt.empty();
    }
}
