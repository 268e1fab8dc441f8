package org.demarche.coding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the lines under {@code when:}; the language is described in docs/ADDING_A_RULE.md. */
final class FrameParser {
    private static final Set<String> MODALS =
            Set.of("must", "will", "would", "should", "can", "could", "may", "might", "shall", "have-to", "need-to");
    private static final Set<String> PREPOSITIONS = Set.of(
            "of", "to", "from", "with", "at", "in", "on", "into", "over", "for", "against", "between", "by", "about",
            "as", "upon", "toward", "towards", "among", "under", "within", "through", "across", "inside", "near",
            "outside", "before", "around");

    private final Map<String, Set<String>> groups;

    /** @param groups named sets of words, for {@code {name}} */
    FrameParser(Map<String, Set<String>> groups) {
        this.groups = groups;
    }

    Frame parse(String act, int number, String line) {
        List<String> parts = List.of(line.trim().split("\\s+"));
        Frame.Part part = Frame.Part.VERB;
        Set<String> heads = Set.of();
        if (parts.stream().anyMatch(p -> p.matches("!?\\|+"))) {
            throw new IllegalArgumentException("'|' without words in: " + line);
        }
        Set<String> modals = new LinkedHashSet<>();
        List<Frame.Slot> slots = new ArrayList<>();
        List<Set<String>> words = new ArrayList<>();
        List<Set<String>> within = new ArrayList<>();
        Set<String> without = new LinkedHashSet<>();
        Frame.Clause clause = Frame.Clause.NONE;
        Frame.Speaker speaker = Frame.Speaker.ANY;
        int i = 0;
        for (; i < parts.size() && heads.isEmpty(); i++) {
            String each = parts.get(i);
            if (each.startsWith("<")) {
                int close = closing(parts, i, line);
                slots.add(slot(join(parts, i, close), Frame.Place.SUBJECT, Set.of(), line));
                i = close;
            } else if (each.equals("the")) {
                part = Frame.Part.NOUN;
            } else if (each.equals("be") || each.startsWith("be|")) {
                part = Frame.Part.PREDICATE;
            } else if (MODALS.contains(each.split("\\|")[0])) {
                modals.addAll(Arrays.asList(each.split("\\|")));
            } else {
                heads = expand(each, line);
            }
        }
        if (heads.isEmpty()) {
            throw new IllegalArgumentException("no verb or noun in: " + line);
        }
        boolean object = false;
        for (; i < parts.size(); i++) {
            String each = parts.get(i);
            boolean slotNext = i + 1 < parts.size() && parts.get(i + 1).startsWith("<");
            if (each.startsWith("<")) {
                int close = closing(parts, i, line);
                slots.add(slot(
                        join(parts, i, close), object ? Frame.Place.RECEIVER : Frame.Place.OBJECT, Set.of(), line));
                object = true;
                i = close;
            } else if (slotNext && Arrays.stream(each.split("\\|")).allMatch(PREPOSITIONS::contains)) {
                int close = closing(parts, i + 1, line);
                Set<String> prepositions = new LinkedHashSet<>(Arrays.asList(each.split("\\|")));
                boolean of = part == Frame.Part.NOUN && prepositions.equals(Set.of("of"));
                slots.add(slot(
                        join(parts, i + 1, close),
                        of ? Frame.Place.OBJECT : Frame.Place.OBLIQUE,
                        of ? Set.of() : prepositions,
                        line));
                i = close;
            } else if (each.equals("that")) {
                clause = Frame.Clause.THAT;
            } else if (each.equals("to") && i + 1 == parts.size()) {
                clause = Frame.Clause.INFINITIVE;
            } else if (each.equals("[same]") || each.equals("[other]")) {
                speaker = each.equals("[same]") ? Frame.Speaker.SAME : Frame.Speaker.OTHER;
            } else if (each.startsWith("!")) {
                without.addAll(expand(each.substring(1), line));
            } else if (!each.equals("the") && !each.equals("to")) {
                (clause == Frame.Clause.THAT ? within : words).add(expand(each, line));
            }
        }
        return new Frame(
                act,
                number,
                line,
                part,
                heads,
                Set.copyOf(modals),
                List.copyOf(slots),
                List.copyOf(words),
                List.copyOf(within),
                without,
                clause,
                speaker);
    }

    private static int closing(List<String> parts, int from, String line) {
        for (int i = from; i < parts.size(); i++) {
            if (parts.get(i).endsWith(">") || parts.get(i).endsWith(">?")) {
                return i;
            }
        }
        throw new IllegalArgumentException("'<' without '>' in: " + line);
    }

    private static String join(List<String> parts, int from, int to) {
        return String.join(" ", parts.subList(from, to + 1));
    }

    private static Frame.Slot slot(String text, Frame.Place place, Set<String> prepositions, String line) {
        boolean optional = text.endsWith("?");
        String inner = text.substring(1, text.length() - (optional ? 2 : 1)).trim();
        Frame.Whose whose = Frame.Whose.ANY;
        if (inner.startsWith("own ")) {
            whose = Frame.Whose.OWN;
            inner = inner.substring(4).trim();
        } else if (inner.startsWith("their ")) {
            whose = Frame.Whose.THEIR;
            inner = inner.substring(6).trim();
        }
        if (inner.isEmpty() || inner.indexOf(' ') >= 0) {
            throw new IllegalArgumentException("not a phrase: " + text + " in: " + line);
        }
        return new Frame.Slot(place, prepositions, List.of(inner.split("\\|")), whose, optional);
    }

    private Set<String> expand(String text, String line) {
        Set<String> out = new LinkedHashSet<>();
        for (String each : text.split("\\|")) {
            if (each.startsWith("{") && each.endsWith("}")) {
                Set<String> group = groups.get(each.substring(1, each.length() - 1));
                if (group == null) {
                    throw new IllegalArgumentException("no group of words " + each + " in: " + line);
                }
                out.addAll(group);
            } else {
                out.add(each);
            }
        }
        return out;
    }
}
