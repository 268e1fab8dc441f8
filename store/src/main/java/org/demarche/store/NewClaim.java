package org.demarche.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.demarche.Coded;
import org.demarche.Dossier;
import org.demarche.coding.ActDefinition;
import org.demarche.coding.ActLexicon;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Factuality;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.demarche.model.Subject;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/**
 * A claim that a person reads where the rules found none. Its words must stand in one sentence of the report, its sides be known to the
 * ledger, its act to the lexicon; what is left out is unknown, not guessed.
 */
public final class NewClaim {
    private static final int LONGEST = 120;
    private static final int MOST_PLACES = 8;
    private static final int MOST_ACTS = 6;
    private static @Nullable ActLexicon lexicon;

    private final Dossier dossier;
    private final Named named;

    /**
     * A claim for a ledger.
     *
     * @param called what its pages call a state or organisation, by its id
     */
    public NewClaim(Dossier dossier, UnaryOperator<String> called) {
        this.dossier = dossier;
        this.named = new Named(dossier, called);
    }

    /**
     * What was filled in, as text; a blank is nothing.
     *
     * @param document id of the report, or its file
     * @param sentence number of the sentence; blank where the words stand only once in the report, or {@code start} says where
     * @param start where the words begin, in code points
     * @param about id or name of what the board has
     */
    public record Wish(
            String document,
            String sentence,
            String start,
            String words,
            String act,
            String actors,
            String recipients,
            String date,
            String effective,
            String factuality,
            String about) {

        /** From whatever holds its fields by name. */
        public static Wish of(Function<String, @Nullable String> field) {
            Function<String, String> text = name -> {
                String value = field.apply(name);
                return value == null ? "" : value.strip();
            };
            return new Wish(
                    text.apply("target"),
                    text.apply("sentence"),
                    text.apply("start"),
                    text.apply("words"),
                    text.apply("act"),
                    text.apply("actors"),
                    text.apply("recipients"),
                    text.apply("date"),
                    text.apply("effective"),
                    text.apply("factuality"),
                    text.apply("about"));
        }
    }

    /** The acts of the lexicon, which is read when somebody first asks. */
    public static synchronized Map<String, ActDefinition> acts() {
        ActLexicon known = lexicon;
        if (known == null) {
            known = ActLexicon.load();
            lexicon = known;
        }
        return known.acts();
    }

    /**
     * The claim that somebody wishes to add.
     *
     * @throws IllegalArgumentException if it cannot be one; says why
     */
    public Claim of(Wish wish) {
        Coded coded = coded(wish.document());
        Sentence sentence = wish.sentence().isEmpty() ? told(coded, wish) : sentence(coded, wish.sentence());
        Document document = coded.document();
        Citation words = document.cite(words(document, sentence, wish));
        ActDefinition act = acts().get(wish.act());
        if (act == null) {
            throw wrong("no such act: " + shortened(wish.act()) + like(wish.act()));
        }
        dossier.claims().stream()
                .filter(c -> c.act().code().equals(act.code()) && c.trigger().overlaps(words))
                .findFirst()
                .ifPresent(c -> {
                    throw wrong("the same act is claimed already by these words (" + c.id()
                            + "); where that one is wrong, correct or reject it first");
                });
        List<Claim.Party> actors = named.parties(coded, sentence.span(), wish.actors());
        if (actors.isEmpty()) {
            throw wrong("say who did it");
        }
        List<Claim.Party> recipients = named.parties(coded, sentence.span(), wish.recipients());
        Factuality factuality = Arrays.stream(Factuality.values())
                .filter(f -> f.name().equalsIgnoreCase(wish.factuality().replace(' ', '_')))
                .findFirst()
                .orElse(Factuality.ASSERTED);
        When date = when(coded, sentence, wish.date());
        @Nullable When effective = wish.effective().isEmpty() ? null : when(coded, sentence, wish.effective());
        List<Subject> subjects = subjects(wish.about());
        List<Claim.Quantity> quantities = quantities(coded, document.span(words));
        return new Claim(
                Addition.id(words, act.code(), ids(actors) + "|" + ids(recipients)),
                document.id(),
                sentence.index(),
                document.cite(sentence.span()),
                words,
                act.act(),
                actors,
                recipients,
                date,
                effective,
                null,
                quantities,
                factuality,
                List.of(),
                subjects,
                act.changes(
                        subjects,
                        quantities,
                        effective == null ? date : effective,
                        words,
                        document.cite(sentence.span()),
                        factuality),
                List.of(),
                "decision",
                null);
    }

    /** What is put on record of it. */
    public Entry.Draft draft(Wish wish, String at, String by, String why) {
        Claim claim = of(wish);
        return new Entry.Draft(at, by, "add", claim.id(), null, Addition.value(claim), why);
    }

    private Coded coded(String document) {
        List<Coded> found = dossier.coded().stream()
                .filter(c -> c.document().id().equals(document)
                        || c.document().file().equals(document))
                .toList();
        if (found.size() != 1) {
            throw wrong(
                    found.isEmpty()
                            ? "the ledger has no report " + shortened(document)
                            : found.size() + " reports are called " + shortened(document) + "; give the id of one: "
                                    + found.stream()
                                            .limit(MOST_PLACES)
                                            .map(c -> c.document().id())
                                            .collect(Collectors.joining(", ")));
        }
        return found.get(0);
    }

    /** Acts of nearly the name that somebody gave. */
    private static String like(String given) {
        String word = given.toLowerCase(Locale.ROOT).replace(' ', '-');
        String begin = word.substring(0, Math.min(4, word.length()));
        List<String> near = begin.length() < 3
                ? List.of()
                : acts().keySet().stream()
                        .filter(code -> code.contains(word) || ("-" + code).contains("-" + begin))
                        .sorted(Comparator.comparing((String code) -> !code.contains(word))
                                .thenComparing(code -> !code.startsWith(begin))
                                .thenComparing(Comparator.naturalOrder()))
                        .limit(MOST_ACTS)
                        .toList();
        return near.isEmpty()
                ? "; `demarche export --table claims` shows the acts that were found, lexicon/acts all there are"
                : "; there are " + String.join(", ", near);
    }

    /** The sentence in which the words stand, where they stand in one alone, or at the place given. */
    private static Sentence told(Coded coded, Wish wish) {
        Document document = coded.document();
        List<Integer> starts = new ArrayList<>();
        Sentence found = null;
        for (Sentence sentence : coded.sentences()) {
            String said = sentence.span().in(document.text());
            int at = wish.words().isEmpty() ? -1 : said.indexOf(wish.words());
            for (; at >= 0; at = said.indexOf(wish.words(), at + 1)) {
                int start = document.codePoint(sentence.span().start() + at);
                if (wish.start().isEmpty() || wish.start().equals(String.valueOf(start))) {
                    found = sentence;
                }
                starts.add(start);
            }
        }
        if (starts.isEmpty()) {
            throw wrong("\u201C" + shortened(wish.words())
                    + "\u201D does not stand in a sentence of the report; give the words as it prints them");
        }
        boolean isTold = found != null && (!wish.start().isEmpty() || starts.size() == 1);
        if (found == null || !isTold) {
            throw wrong("these words stand " + (wish.start().isEmpty() ? starts.size() + " times in the report, " : "")
                    + "at "
                    + starts.stream().limit(MOST_PLACES).map(String::valueOf).collect(Collectors.joining(", "))
                    + (starts.size() > MOST_PLACES ? " \u2026" : "")
                    + "; say which (--at, over the interface: start), or give more of them");
        }
        return found;
    }

    private static String shortened(String text) {
        String flat = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        return flat.codePointCount(0, flat.length()) <= LONGEST
                ? flat
                : flat.substring(0, flat.offsetByCodePoints(0, LONGEST)) + " \u2026";
    }

    private static IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException("DEM-618 this claim cannot be added: " + why);
    }

    private static String ids(List<Claim.Party> parties) {
        return parties.stream().map(p -> p.actor().id()).collect(Collectors.joining(" "));
    }

    private static Sentence sentence(Coded coded, String index) {
        return coded.sentences().stream()
                .filter(s -> String.valueOf(s.index()).equals(index))
                .findFirst()
                .orElseThrow(() -> wrong("its words are of no sentence of the report"));
    }

    /** The place of the words in the sentence: where they were chosen, else where they first stand. */
    private static Span words(Document document, Sentence sentence, Wish wish) {
        String said = sentence.span().in(document.text());
        String words = wish.words();
        int at = -1;
        if (wish.start().matches("\\d{1,9}")) {
            int start = Integer.parseInt(wish.start())
                    - document.codePoint(sentence.span().start());
            boolean isInside = start >= 0 && start < said.codePointCount(0, said.length());
            at = isInside ? said.indexOf(words, said.offsetByCodePoints(0, start)) : -1;
        }
        at = at < 0 ? said.indexOf(words) : at;
        if (words.isEmpty() || at < 0) {
            throw wrong("\u201C" + shortened(words) + "\u201D does not stand in that sentence");
        }
        int begin = sentence.span().start() + at;
        return new Span(begin, begin + words.length());
    }

    /** A day as the sentence tells it, with its words, or as the person gives it. */
    private static When when(Coded coded, Sentence sentence, String value) {
        if (value.isEmpty()) {
            return When.UNKNOWN;
        }
        return Correction.cited(Correction.when(value), coded, sentence.span());
    }

    private List<Subject> subjects(String id) {
        if (id.isEmpty()) {
            return List.of();
        }
        List<Subject> found = known().values().stream()
                .filter(s -> s.id().equals(id) || s.name().equalsIgnoreCase(id))
                .toList();
        if (found.size() != 1) {
            throw wrong(
                    found.isEmpty()
                            ? "the board has nothing of the id or name " + shortened(id)
                            : "the board has " + found.size() + " of the name " + shortened(id)
                                    + "; give the id of one: "
                                    + found.stream()
                                            .limit(MOST_PLACES)
                                            .map(Subject::id)
                                            .collect(Collectors.joining(", ")));
        }
        return found;
    }

    /** What the board can show, by id: as claims of the ledger tell of it. */
    private Map<String, Subject> known() {
        Map<String, Subject> out = new LinkedHashMap<>();
        for (Claim claim : dossier.claims()) {
            claim.subjects().forEach(s -> out.putIfAbsent(s.id(), s));
            claim.changes().forEach(c -> out.putIfAbsent(c.subject().id(), c.subject()));
        }
        return out;
    }

    /** Subjects that an act of these parties may be about, by name. */
    public List<Subject> subjects(Coded coded) {
        List<String> parties = coded.mentions().actors().stream()
                .map(m -> m.actor().principal())
                .distinct()
                .toList();
        return known().values().stream()
                .filter(s -> s.parties().isEmpty() || s.parties().stream().anyMatch(parties::contains))
                .sorted((a, b) ->
                        a.name().toLowerCase(Locale.ROOT).compareTo(b.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** The amounts that stand within the words. */
    private static List<Claim.Quantity> quantities(Coded coded, Span words) {
        return coded.mentions().quantities().stream()
                .filter(q -> words.contains(q.span()))
                .map(q -> new Claim.Quantity(
                        q.value(),
                        q.low(),
                        q.high(),
                        q.unit(),
                        q.role(),
                        coded.document().cite(q.span())))
                .toList();
    }
}
