package org.demarche.coding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.coding.Frame.Part;
import org.demarche.model.Span;
import org.jspecify.annotations.Nullable;

/**
 * Tells from the bare words of a sentence whether it may tell an act, so that only such sentences need be parsed.
 *
 * <p>What it asks is necessary for a frame of the lexicon to fit, never sufficient: a form of the frame's head, and for each of its fixed words, modals and phrases of a class
 * a word that can be one. A sentence that it turns down has no claim of the rules. One scan over the words, without making an object for any of them. Immutable.
 */
public final class ActGate {
    /** Stand in sets of words for what a capital, capitals throughout, and a bare number can be. */
    private static final String NAME = "Name";

    private static final String ACRONYM = "ACRONYM";
    private static final String NUMBER = "1";
    private static final Set<String> FUTURE = Set.of("will", "would", "ll", "d", "wo", "won");
    private static final Set<String> MODALS = Set.of("will", "would", "must", "should", "shall", "may", "might");
    private static final Set<String> NUMBERS = Set.of(
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
            "thirty",
            "forty",
            "fifty",
            "sixty",
            "seventy",
            "eighty",
            "ninety",
            "hundred",
            "thousand",
            "dozen",
            "dozens",
            "hundreds",
            "thousands",
            "several",
            "some",
            "many",
            "all",
            "both");
    private static final Set<String> OTHERS = Set.of("other", "others", "more", "them", "they", "those");
    private static final Set<String> PERSONAL = Set.of("he", "him", "she", "her");
    private static final Set<String> PRONOUNS = Set.of(
            "he",
            "she",
            "it",
            "they",
            "we",
            "i",
            "his",
            "her",
            "its",
            "their",
            "our",
            "my",
            "him",
            "them",
            "us",
            "this",
            "both",
            "each",
            "other",
            "others",
            "side",
            "sides",
            "party",
            "parties",
            "alliance",
            "bloc",
            "union",
            "body",
            "organisation",
            "organization",
            "country",
            "countries",
            "nation",
            "nations",
            "neighbour",
            "neighbours",
            "neighbor",
            "neighbors",
            "member",
            "members",
            "who",
            "which",
            "that",
            "those",
            "state",
            "states",
            "kingdom");

    /** After one of these a bare form is a noun, and no verb. */
    private static final Set<String> DETERMINERS = Set.of(
            "the", "a", "an", "its", "their", "his", "our", "my", "your", "no", "any", "every", "each", "of", "s");

    private static final Set<String> SPEAKERS = Set.of("we", "us", "our", "i", "my");

    /** Among so many words at its beginning a sentence has the pronoun that its subject is. */
    private static final int LEANING_WORDS = 5;

    /** Words that begin sentences with a capital and are no names. */
    private static final Set<String> OPENERS = Set.of(
            "the",
            "a",
            "an",
            "in",
            "on",
            "at",
            "by",
            "for",
            "from",
            "to",
            "with",
            "of",
            "but",
            "and",
            "or",
            "if",
            "as",
            "it",
            "this",
            "that",
            "these",
            "those",
            "there",
            "when",
            "while",
            "after",
            "before",
            "since",
            "because",
            "although",
            "under",
            "some",
            "many",
            "most",
            "all",
            "no",
            "not",
            "last",
            "earlier",
            "however",
            "also",
            "so",
            "such",
            "then",
            "now",
            "what",
            "how",
            "despite",
            "during",
            "about",
            "over",
            "more",
            "each",
            "both",
            "one",
            "two");

    /** What must stand there for a way to say an act, as far as bare words tell. */
    private record Condition(int[] needs, boolean infinitive, Said said, int modal) {}

    /** How a modal of the clause that a verb of speech governs must stand. */
    private enum Said {
        NO,
        MODAL,
        /** Whose subject is the one who speaks. */
        SAME,
        /** Whose subject is another actor. */
        OTHER
    }

    /**
     * What a word form can be.
     *
     * @param features which of the sets of words it is in
     * @param heads conditions whose head it can be
     * @param verbs those whose head it is only where it is a verb
     * @param bare those whose head it is only where it is a verb, while it could as well be a noun
     */
    private record Entry(int[] features, int[] heads, int[] verbs, int[] bare) {}

    private final WordTable<Entry> words;
    private final Condition[] conditions;
    private final WordTable<Boolean> diplomacy;
    private final Known known;

    /**
     * What the scan itself looks for.
     *
     * @param size how many features there are
     * @param name features that a word with a capital has
     * @param number those that a number has with nothing counted after it
     * @param acronym those that a word in capitals has
     * @param amount the feature of words for numbers
     * @param somebody that of words by which actors are called without a name
     * @param pronoun that of pronouns for those who speak
     */
    private record Known(int size, int[] name, int[] number, int[] acronym, int amount, int somebody, int pronoun) {}

    private ActGate(WordTable<Entry> words, Condition[] conditions, Known known, WordTable<Boolean> diplomacy) {
        this.words = words;
        this.conditions = conditions;
        this.diplomacy = diplomacy;
        this.known = known;
    }

    /**
     * The gate of a lexicon.
     *
     * @param subjects words of which phrases for subjects are made, in lower case: such a phrase fits a class of its kind
     * @param people words, in lower case, by which actors are called without a name
     */
    public static ActGate of(ActLexicon lexicon, Set<String> subjects, Set<String> people) {
        return new Builder(lexicon, subjects, people).build();
    }

    /** What a sentence may tell. */
    public enum Look {
        /** No act. */
        NOTHING,
        /** An act, by itself. */
        ACT,
        /** An act of somebody whom the sentence before names: "It expelled two." */
        LEANING,
        /** An act of somebody who speaks, whom the sentence before or after names: "We expel two." */
        SPOKEN
    }

    /** What the words of a sentence may tell. */
    public Look look(String text, Span sentence) {
        return new Scan(text, sentence).look();
    }

    /** How many words of a text belong to diplomacy. */
    public int countDiplomacy(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isPart(text.charAt(i))) {
                int start = i;
                while (i < text.length() && isPart(text.charAt(i))) {
                    i++;
                }
                count += diplomacy.find(text, start, i) == null ? 0 : 1;
            }
        }
        return count;
    }

    /** One look at one sentence. */
    private final class Scan {
        private final String text;
        private final Span sentence;
        private final long[] present = new long[(known.size() >> 6) + 1];
        private int[] starts = new int[48];
        private int[] ends = new int[48];
        private @Nullable Entry[] entries = new Entry[48];
        private int size;
        private int[] met = new int[16];
        private int[] places = new int[16];
        private int count;
        private int lastTo = -1;
        private boolean headline;

        Scan(String text, Span sentence) {
            this.text = text;
            this.sentence = sentence;
        }

        Look look() {
            read();
            for (int i = 0; i < count; i++) {
                if (holds(conditions[met[i]], places[i])) {
                    return spoken() ? Look.SPOKEN : leans() ? Look.LEANING : Look.ACT;
                }
            }
            return Look.NOTHING;
        }

        private boolean spoken() {
            for (int i = 0; i < size; i++) {
                if (ends[i] - starts[i] <= 3 && SPEAKERS.contains(lower(i))) {
                    return true;
                }
            }
            return false;
        }

        private boolean leans() {
            for (int i = 0; i < Math.min(LEANING_WORDS, size); i++) {
                if (has(i, known.pronoun())) {
                    return true;
                }
            }
            return false;
        }

        private void read() {
            split();
            for (int i = 0; i < size; i++) {
                Entry entry = entries[i];
                signs(i);
                if (entry == null) {
                    continue;
                }
                set(entry.features());
                put(entry.heads(), i);
                if (entry.verbs().length + entry.bare().length > 0 && !isName(i)) {
                    put(entry.verbs(), i);
                    if (!isNoun(i)) {
                        put(entry.bare(), i);
                    }
                }
            }
        }

        private void split() {
            int at = sentence.start();
            int capitals = 0;
            int lower = 0;
            while (at < sentence.end()) {
                char c = text.charAt(at);
                if (!isPart(c)) {
                    at++;
                    continue;
                }
                int start = at;
                while (at < sentence.end() && isPart(text.charAt(at))) {
                    at++;
                }
                if (at - start > 3) {
                    capitals += Character.isUpperCase(c) ? 1 : 0;
                    lower += Character.isLowerCase(c) ? 1 : 0;
                }
                add(start, at);
                // "re-establish", "chargé-d'affaires": the whole as well.
                if (size > 1 && start > 0 && text.charAt(start - 1) == '-' && ends[size - 2] == start - 1) {
                    Entry whole = words.find(text, starts[size - 2], at);
                    if (whole != null) {
                        ends[size - 1] = at;
                        starts[size - 1] = starts[size - 2];
                        entries[size - 1] = whole;
                    }
                }
            }
            headline = capitals > 2 && capitals > 2 * lower;
        }

        private void add(int start, int end) {
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, size * 2);
                ends = Arrays.copyOf(ends, size * 2);
                entries = Arrays.copyOf(entries, size * 2);
            }
            starts[size] = start;
            ends[size] = end;
            entries[size++] = words.find(text, start, end);
        }

        /** What the shape of a word says. */
        private void signs(int i) {
            char first = text.charAt(starts[i]);
            int length = ends[i] - starts[i];
            if (first >= '0' && first <= '9') {
                if (endsPhrase(i)) {
                    set(known.number());
                }
                return;
            }
            if (length == 2 && is(i, "to")) {
                lastTo = i;
            }
            if (Character.isUpperCase(first)) {
                if (i > 0 || !OPENERS.contains(lower(i))) {
                    set(known.name());
                }
                if (length > 1 && Character.isUpperCase(text.charAt(starts[i] + 1))) {
                    set(known.acronym());
                }
            }
            if (has(i, known.amount()) && endsPhrase(i)) {
                set(known.number());
            }
        }

        /** Whether nothing follows that a number would count. */
        private boolean endsPhrase(int i) {
            if (i + 1 >= size) {
                return true;
            }
            char next = text.charAt(ends[i]);
            if (next != ' ' && next != '\n') {
                return next == ',' || next == '.' || next == ';' || next == ':' || next == ')' || next == '"';
            }
            return ends[i + 1] - starts[i + 1] <= 6 && FOLLOWERS.contains(lower(i + 1));
        }

        /** Whether a form stands where only a name stands with a capital. */
        private boolean isName(int i) {
            return i > 0
                    && !headline
                    && Character.isUpperCase(text.charAt(starts[i]))
                    && text.charAt(starts[i] - 1) == ' '
                    && isPart(text.charAt(starts[i] - 2))
                    && ends[i] - starts[i] > 1
                    && !Character.isUpperCase(text.charAt(starts[i] + 1));
        }

        /** Whether a form that may be noun or verb is a noun: after an article or a number, before "of". */
        private boolean isNoun(int i) {
            if (i + 1 < size && is(i + 1, "of") && !is(i, "approve") && !is(i, "approves")) {
                return true;
            }
            if (i == 0 || text.charAt(starts[i] - 1) != ' ' && text.charAt(starts[i] - 1) != '\n') {
                return false;
            }
            char before = text.charAt(starts[i - 1]);
            boolean tight = starts[i] - ends[i - 1] <= 2 || text.charAt(ends[i - 1]) == ' ';
            return tight
                    && (before >= '0' && before <= '9'
                            || ends[i - 1] - starts[i - 1] <= 5 && DETERMINERS.contains(lower(i - 1)));
        }

        private boolean is(int i, String word) {
            return ends[i] - starts[i] == word.length() && text.regionMatches(true, starts[i], word, 0, word.length());
        }

        private String lower(int i) {
            return text.substring(starts[i], ends[i]).toLowerCase(Locale.ROOT);
        }

        private void put(int[] found, int place) {
            for (int condition : found) {
                if (count == met.length) {
                    met = Arrays.copyOf(met, count * 2);
                    places = Arrays.copyOf(places, count * 2);
                }
                met[count] = condition;
                places[count++] = place;
            }
        }

        private void set(int[] found) {
            for (int feature : found) {
                present[feature >> 6] |= 1L << feature;
            }
        }

        private boolean has(int i, int feature) {
            Entry entry = entries[i];
            return entry != null && Arrays.binarySearch(entry.features(), feature) >= 0;
        }

        private boolean holds(Condition condition, int place) {
            if (condition.infinitive() && lastTo <= place) {
                return false;
            }
            for (int need : condition.needs()) {
                if ((present[need >> 6] & 1L << need) == 0) {
                    return false;
                }
            }
            return condition.said() == Said.NO || says(condition, place);
        }

        /** Whether a modal follows a verb of speech, with a subject of the kind between them. */
        private boolean says(Condition condition, int place) {
            Said said = condition.said();
            boolean subject = said == Said.MODAL;
            for (int i = place + 1; i < size; i++) {
                if (subject && has(i, condition.modal())) {
                    return true;
                }
                subject |= said == Said.SAME && has(i, known.pronoun());
                subject |=
                        Character.isUpperCase(text.charAt(starts[i])) || said == Said.OTHER && has(i, known.somebody());
            }
            return false;
        }
    }

    private static final Set<String> FOLLOWERS = Set.of(
            "of", "from", "to", "by", "in", "on", "at", "and", "or", "as", "for", "with", "after", "before", "more",
            "other", "others", "who", "were", "was", "are", "have", "had", "will", "would", "must", "left", "until",
            "while", "last");

    private static boolean isPart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c > 127 && Character.isLetter(c);
    }

    /** Makes a gate of a lexicon. */
    private static final class Builder {
        private static final int NOTHING = -1;
        private static final int[] NONE = {};

        private final ActLexicon lexicon;
        private final Set<String> subjects;
        private final Set<String> people;
        private final Map<Set<String>, Integer> features = new LinkedHashMap<>();
        private final Map<String, Integer> numbers = new LinkedHashMap<>();
        private final List<Condition> list = new ArrayList<>();

        /** One frame has many heads, and many frames ask for phrases of the same classes: each is worked out once. */
        private final IdentityHashMap<Frame, Integer> conditions = new IdentityHashMap<>();

        private final Map<Set<String>, Integer> ofClasses = new HashMap<>();
        private final Map<String, Set<String>> forms = new HashMap<>();
        private final Map<String, Numbers> featuresOf = new HashMap<>();
        private final Map<String, Numbers> heads = new HashMap<>();
        private final Map<String, Numbers> verbs = new HashMap<>();
        private final Map<String, Numbers> bare = new HashMap<>();

        /** Numbers of which each counts once. */
        private static final class Numbers {
            private int[] values = new int[4];
            private int size;

            void add(int value) {
                if (size == values.length) {
                    values = Arrays.copyOf(values, 2 * size);
                }
                values[size++] = value;
            }

            int[] sorted() {
                int[] all = Arrays.copyOf(values, size);
                Arrays.sort(all);
                int kept = 0;
                for (int value : all) {
                    if (kept == 0 || all[kept - 1] != value) {
                        all[kept++] = value;
                    }
                }
                return kept == size ? all : Arrays.copyOf(all, kept);
            }
        }

        Builder(ActLexicon lexicon, Set<String> subjects, Set<String> people) {
            this.lexicon = lexicon;
            this.subjects = subjects;
            this.people = people;
        }

        ActGate build() {
            int amount = feature(NUMBERS);
            int somebody = feature(join(people, PRONOUNS));
            int pronoun = feature(Set.of("it", "they", "we", "he", "she", "i"));
            lexicon.headed(Part.VERB)
                    .forEach((head, frames) -> frames.forEach(frame -> {
                        int condition = condition(frame);
                        forms(head).forEach(form -> add(isBare(head, form) ? bare : verbs, form, condition));
                    }));
            for (Part part : List.of(Part.NOUN, Part.PREDICATE)) {
                lexicon.headed(part)
                        .forEach((head, frames) -> frames.forEach(frame -> {
                            int condition = condition(frame);
                            forms(head).forEach(form -> add(heads, form, condition));
                        }));
            }
            Set<String> all = new TreeSet<>(featuresOf.keySet());
            all.addAll(heads.keySet());
            all.addAll(verbs.keySet());
            all.addAll(bare.keySet());
            WordTable<Entry> table = new WordTable<>(all.size());
            for (String form : all) {
                table.put(
                        form,
                        new Entry(ints(featuresOf, form), ints(heads, form), ints(verbs, form), ints(bare, form)));
            }
            return new ActGate(
                    table,
                    list.toArray(new Condition[0]),
                    new Known(features.size(), with(NAME), with(NUMBER), with(ACRONYM), amount, somebody, pronoun),
                    diplomacy());
        }

        private WordTable<Boolean> diplomacy() {
            Set<String> all = lexicon.diplomacy();
            WordTable<Boolean> out = new WordTable<>(2 * all.size());
            for (String word : all) {
                out.put(word, true);
                out.put(word + "s", true);
            }
            return out;
        }

        /** The features whose words include one. */
        private int[] with(String word) {
            return features.entrySet().stream()
                    .filter(e -> e.getKey().contains(word))
                    .mapToInt(Map.Entry::getValue)
                    .toArray();
        }

        /** The forms that a noun could have as well. */
        private static boolean isBare(String head, String form) {
            return form.equals(head) || form.equals(head + "s") || form.equals(head + "es");
        }

        private static void add(Map<String, Numbers> map, String form, int value) {
            map.computeIfAbsent(form, k -> new Numbers()).add(value);
        }

        private static int[] ints(Map<String, Numbers> map, String form) {
            Numbers found = map.get(form);
            return found == null ? NONE : found.sorted();
        }

        private Set<String> forms(String word) {
            return forms.computeIfAbsent(word, Inflections::of);
        }

        private static Set<String> join(Set<String> one, Set<String> other) {
            Set<String> out = new HashSet<>(one);
            out.addAll(other);
            return out;
        }

        private int condition(Frame frame) {
            Integer known = conditions.get(frame);
            if (known == null) {
                known = conditionOf(frame);
                conditions.put(frame, known);
            }
            return known;
        }

        private int conditionOf(Frame frame) {
            Set<Integer> needs = new TreeSet<>();
            Said said = Said.NO;
            int modal = 0;
            if (!frame.modals().isEmpty()) {
                needs.add(feature(modals(frame.modals())));
            }
            for (Set<String> alternatives : frame.words()) {
                int words = feature(modals(alternatives));
                needs.add(words);
                if (MODALS.containsAll(alternatives)) {
                    modal = words;
                    said = switch (frame.speaker()) {
                        case ANY -> Said.MODAL;
                        case SAME -> Said.SAME;
                        case OTHER -> Said.OTHER;
                    };
                }
            }
            frame.within().forEach(alternatives -> needs.add(feature(alternatives)));
            for (Frame.Slot slot : frame.slots()) {
                int wanted = slot.optional() ? NOTHING : wanted(Set.copyOf(slot.classes()));
                if (wanted != NOTHING) {
                    needs.add(wanted);
                }
                if (!slot.optional() && !slot.prepositions().isEmpty()) {
                    needs.add(feature(slot.prepositions()));
                }
            }
            return numbered(new Condition(
                    needs.stream().mapToInt(Integer::intValue).toArray(),
                    frame.clause() == Frame.Clause.INFINITIVE,
                    said,
                    modal));
        }

        private int numbered(Condition condition) {
            String key =
                    Arrays.toString(condition.needs()) + condition.infinitive() + condition.said() + condition.modal();
            Integer known = numbers.putIfAbsent(key, list.size());
            if (known != null) {
                return known;
            }
            list.add(condition);
            return list.size() - 1;
        }

        private static Set<String> modals(Set<String> words) {
            Set<String> out = new HashSet<>();
            for (String word : words) {
                if (FUTURE.contains(word)) {
                    out.addAll(FUTURE);
                }
                out.add(word.endsWith("-to") ? word.substring(0, word.length() - 3) : word);
            }
            return out;
        }

        /** The feature of the words of which one must stand there for a phrase of these classes, or {@link #NOTHING} where anything may. */
        private int wanted(Set<String> classes) {
            Integer known = ofClasses.get(classes);
            if (known == null) {
                Set<String> words = words(classes);
                known = words.isEmpty() ? NOTHING : feature(words);
                ofClasses.put(classes, known);
            }
            return known;
        }

        private Set<String> words(Set<String> classes) {
            Set<String> out = new HashSet<>();
            for (String name : classes) {
                if (name.equals("anything")) {
                    return Set.of();
                }
                WordClass wanted = lexicon.wordClass(name);
                if (wanted == null
                        || wanted.actors().contains("state")
                        || wanted.actors().contains("organisation")) {
                    out.addAll(people);
                    out.addAll(PRONOUNS);
                    out.add(NAME);
                }
                if (wanted == null) {
                    continue;
                }
                if (wanted.actors().contains("place") || wanted.actors().contains("person")) {
                    out.add(NAME);
                }
                if (!wanted.actors().isEmpty()) {
                    out.addAll(people);
                }
                out.addAll(wanted.nouns());
                if (!wanted.kinds().isEmpty()) {
                    out.add(ACRONYM);
                    out.addAll(subjects);
                }
                if (wanted.people() || wanted.nouns().contains("ambassador")) {
                    out.addAll(PERSONAL);
                    out.add(NAME);
                }
                if (wanted.people()) {
                    out.add(NUMBER);
                    out.addAll(OTHERS);
                }
            }
            return out;
        }

        private int feature(Set<String> wanted) {
            Integer known = features.get(wanted);
            if (known != null) {
                return known;
            }
            int id = features.size();
            features.put(wanted, id);
            for (String word : wanted) {
                if (word.equals(NAME) || word.equals(ACRONYM) || word.equals(NUMBER)) {
                    continue;
                }
                for (String form : forms(word)) {
                    add(featuresOf, form, id);
                }
            }
            return id;
        }
    }
}
