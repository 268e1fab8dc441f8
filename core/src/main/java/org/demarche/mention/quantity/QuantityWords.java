package org.demarche.mention.quantity;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demarche.lexicon.Lexicon;
import org.jspecify.annotations.Nullable;

/** The words of {@code quantities.yaml}. Immutable. */
final class QuantityWords {
    /** Phrase to what it makes of the number: about, below, above, at-least, at-most, exactly. */
    final Map<String, String> before;

    final Map<String, String> after;
    final Map<String, String> currencyBefore;
    final Map<String, String> currencyAfter;
    final Map<String, String> units;
    final Set<String> percent;
    final Set<String> ceiling;
    final Set<String> change;
    final Set<String> intransitive;
    final Map<String, String> changeForms;
    final Set<String> nameBefore;
    final Set<String> months;
    final Set<String> weekdays;
    final Set<String> yearBefore;
    final Set<String> function;
    final Map<String, String> plurals;

    private QuantityWords(Map<?, ?> data) {
        Map<String, String> beforeNumber = new HashMap<>();
        for (String kind : List.of("about", "below", "above", "at-least", "at-most", "exactly")) {
            strings(data.get(kind)).forEach(phrase -> beforeNumber.put(phrase, kind));
        }
        before = Map.copyOf(beforeNumber);
        Map<String, String> afterNumber = new HashMap<>();
        for (String kind : List.of("about", "at-least", "at-most")) {
            strings(data.get("after-" + kind)).forEach(phrase -> afterNumber.put(phrase, kind));
        }
        after = Map.copyOf(afterNumber);
        currencyBefore = inverted(data.get("currencies-before"));
        currencyAfter = inverted(data.get("currencies-after"));
        units = inverted(data.get("units"));
        percent = Set.copyOf(strings(data.get("percent")));
        ceiling = Set.copyOf(strings(data.get("ceiling")));
        change = new HashSet<>(strings(data.get("change")));
        intransitive = Set.copyOf(strings(data.get("intransitive-change")));
        changeForms = pairs(data.get("change-forms"));
        nameBefore = Set.copyOf(strings(data.get("name-before")));
        months = Set.copyOf(strings(data.get("months")));
        weekdays = Set.copyOf(strings(data.get("weekdays")));
        yearBefore = Set.copyOf(strings(data.get("year-before")));
        function = Set.copyOf(strings(data.get("function-words")));
        plurals = pairs(data.get("plurals"));
    }

    static QuantityWords load() {
        return new QuantityWords(Lexicon.mapping("quantities.yaml"));
    }

    /** Whether a word is a verb or noun of rising and falling, in any form. */
    boolean isChange(String lower) {
        return change.contains(base(lower, change));
    }

    /** Whether what changed is its subject, so that its object is the amount: "fell 12 points". */
    boolean isIntransitiveChange(String lower) {
        return intransitive.contains(base(lower, intransitive));
    }

    private String base(String lower, Set<String> words) {
        String irregular = changeForms.get(lower);
        if (irregular != null) {
            return irregular;
        }
        for (String stem : List.of(
                lower,
                strip(lower, "s"),
                strip(lower, "es"),
                strip(lower, "d"),
                strip(lower, "ed"),
                strip(lower, "ing"),
                strip(lower, "ing") + "e")) {
            if (words.contains(stem)) {
                return stem;
            }
            int n = stem.length();
            if (n > 3 && stem.charAt(n - 1) == stem.charAt(n - 2) && words.contains(stem.substring(0, n - 1))) {
                return stem.substring(0, n - 1);
            }
        }
        return lower;
    }

    /** The singular of a noun by its form; the noun itself where it does not look like a plural. */
    String singular(String lower) {
        String irregular = plurals.get(lower);
        if (irregular != null) {
            return irregular;
        }
        int n = lower.length();
        if (n < 4 || !lower.endsWith("s") || lower.endsWith("ss") || lower.endsWith("us") || lower.endsWith("is")) {
            return lower;
        }
        if (lower.endsWith("ies") && n > 4) {
            return lower.substring(0, n - 3) + "y";
        }
        if (lower.endsWith("sses") || lower.endsWith("shes") || lower.endsWith("ches") || lower.endsWith("xes")) {
            return lower.substring(0, n - 2);
        }
        return lower.substring(0, n - 1);
    }

    /** Whether a noun looks like a plural. */
    boolean isPlural(String lower) {
        return plurals.containsKey(lower) || !singular(lower).equals(lower);
    }

    private static String strip(String word, String ending) {
        return word.endsWith(ending) ? word.substring(0, word.length() - ending.length()) : word;
    }

    private static List<String> strings(@Nullable Object value) {
        return value instanceof Collection<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Map<String, String> pairs(@Nullable Object value) {
        Map<String, String> out = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((k, v) -> out.put(String.valueOf(k), String.valueOf(v)));
        }
        return Map.copyOf(out);
    }

    private static Map<String, String> inverted(@Nullable Object value) {
        Map<String, String> out = new HashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, forms) -> strings(forms).forEach(form -> out.put(form, String.valueOf(name))));
        }
        return Map.copyOf(out);
    }
}
