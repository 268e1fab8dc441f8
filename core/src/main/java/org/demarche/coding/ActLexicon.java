package org.demarche.coding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.demarche.coding.Frame.Part;
import org.demarche.model.Act;
import org.jspecify.annotations.Nullable;

/**
 * The acts that can be coded, the ways English says them, and the word classes those ways use: the files under
 * {@code org/demarche/lexicon/acts}. Immutable. The files are checked when they are read; a mistake is shown with file and line.
 */
public final class ActLexicon {
    private static final Pattern EFFECT = Pattern.compile(":\\s*|\\s+of\\s+");

    private static final Set<String> KEYS = Set.of(
            "act",
            "says",
            "plover",
            "contexts",
            "cameo",
            "mutual",
            "holds",
            "presumes",
            "spoken",
            "context",
            "effect",
            "when",
            "codes",
            "does-not-code");

    /** Between an act and the code under which it stands for others. */
    private static final String NAMED = " as ";

    private final Map<String, ActDefinition> acts;
    private final Map<String, YamlSource> rules;
    private final Map<String, WordClass> classes;
    private final Map<String, List<Frame>> verbs = new LinkedHashMap<>();
    private final Map<String, List<Frame>> nouns = new LinkedHashMap<>();
    private final Map<String, List<Frame>> predicates = new LinkedHashMap<>();
    private final LightWords light;
    private final Map<String, Set<String>> groups;
    private final Set<String> diplomacy;
    private final Set<String> sport;
    private final Set<String> nature;
    private final Map<String, String> general;
    private final Lemmas lemmas;

    private ActLexicon(
            Map<String, ActDefinition> acts,
            Map<String, YamlSource> rules,
            Map<String, WordClass> classes,
            Map<String, Set<String>> nominals,
            LightWords light,
            Map<String, Set<String>> groups,
            Set<String> diplomacy,
            Set<String> sport,
            Set<String> nature,
            Map<String, String> general) {
        this.acts = Collections.unmodifiableMap(acts);
        this.rules = rules;
        this.classes = classes;
        this.light = light;
        this.groups = groups;
        this.diplomacy = Set.copyOf(diplomacy);
        this.sport = Set.copyOf(sport);
        this.nature = Set.copyOf(nature);
        this.general = Map.copyOf(general);
        for (ActDefinition act : acts.values()) {
            for (Frame frame : act.frames()) {
                for (String head : frame.heads()) {
                    if (frame.part() == Part.VERB) {
                        add(verbs, head, frame);
                        for (String nominal : nominals.getOrDefault(head, Set.of())) {
                            add(nouns, nominal, frame);
                        }
                    } else {
                        add(frame.part() == Part.NOUN ? nouns : predicates, head, frame);
                    }
                }
            }
        }
        this.lemmas = new Lemmas(words());
    }

    private Set<String> words() {
        Set<String> out = new LinkedHashSet<>(triggerForms());
        acts.values()
                .forEach(act -> act.frames().forEach(frame -> {
                    frame.words().forEach(out::addAll);
                    frame.within().forEach(out::addAll);
                }));
        classes.values().forEach(each -> out.addAll(each.nouns()));
        out.addAll(light.verbs());
        out.addAll(light.nouns());
        groups.values().forEach(out::addAll);
        return out;
    }

    private static void add(Map<String, List<Frame>> index, String head, Frame frame) {
        List<Frame> frames = index.computeIfAbsent(head, k -> new ArrayList<>());
        for (Frame known : frames) {
            if (known == frame) {
                return;
            }
        }
        frames.add(frame);
    }

    /** Reads the lexicon that is shipped. */
    public static ActLexicon load() {
        Map<String, List<String>> plover = new LinkedHashMap<>();
        Map<String, Double> goldstein = new TreeMap<>();
        YamlSource codebooks = YamlSource.resource("codebooks.yaml");
        codebooks
                .need("quads")
                .map()
                .forEach((quad, types) -> types.texts().forEach(t -> plover.put(t, List.of(quad))));
        codebooks.need("goldstein").map().forEach((code, value) -> goldstein.put(code, Double.valueOf(value.text())));

        YamlSource words = YamlSource.resource("words.yaml");
        Map<String, Set<String>> groups = sets(words.need("groups"));
        Map<String, Set<String>> nominals = sets(words.need("nominals"));
        YamlSource lightWords = words.need("light");
        LightWords light = new LightWords(
                new LinkedHashSet<>(lightWords.need("verbs").texts()),
                new LinkedHashSet<>(lightWords.need("nouns").texts()),
                new LinkedHashSet<>(lightWords.need("prepositions").texts()));
        Map<String, WordClass> classes = new LinkedHashMap<>();
        words.need("classes").map().forEach((name, value) -> classes.put(name, wordClass(name, value)));

        Map<String, ActDefinition> acts = new LinkedHashMap<>();
        Map<String, YamlSource> rules = new LinkedHashMap<>();
        FrameParser frames = new FrameParser(groups);
        for (String family : words.need("families").texts()) {
            for (YamlSource each : YamlSource.resource(family + ".yaml").list()) {
                ActDefinition act = act(each, frames, classes, plover, goldstein);
                if (acts.put(act.code(), act) != null) {
                    throw each.fault("the act " + act.code() + " is defined twice");
                }
                rules.put(act.code(), each);
            }
        }
        Set<String> diplomacy = new LinkedHashSet<>(words.need("diplomacy").texts());
        Set<String> sport = new LinkedHashSet<>(words.need("sport").texts());
        Set<String> nature = new LinkedHashSet<>(words.need("nature").texts());
        Map<String, String> general = new LinkedHashMap<>();
        codebooks.need("general").map().forEach((type, act) -> {
            if (!acts.containsKey(act.text().split(NAMED)[0])) {
                throw act.fault("no act has the code " + act.text());
            }
            general.put(type, act.text());
        });
        return new ActLexicon(acts, rules, classes, nominals, light, groups, diplomacy, sport, nature, general);
    }

    private static Map<String, Set<String>> sets(YamlSource source) {
        Map<String, Set<String>> out = new LinkedHashMap<>();
        source.map().forEach((name, value) -> out.put(name, new LinkedHashSet<>(value.texts())));
        return out;
    }

    private static WordClass wordClass(String name, YamlSource source) {
        Map<String, YamlSource> map = source.map();
        YamlSource people = map.get("people");
        return new WordClass(
                name,
                words(map, "nouns"),
                words(map, "kinds"),
                words(map, "actors"),
                people != null && people.isTrue(),
                words(map, "except"),
                words(map, "beside"),
                words(map, "with"));
    }

    private static Set<String> words(Map<String, YamlSource> map, String name) {
        YamlSource found = map.get(name);
        return found == null ? Set.of() : new LinkedHashSet<>(found.texts());
    }

    static ActDefinition act(
            YamlSource source,
            FrameParser parser,
            Map<String, WordClass> classes,
            Map<String, List<String>> quads,
            Map<String, Double> goldstein) {
        for (String key : source.map().keySet()) {
            if (!KEYS.contains(key)) {
                throw source.fault("'" + key + "' is no part of a rule; known are " + new TreeSet<>(KEYS));
            }
        }
        String code = source.need("act").text();
        YamlSource plover = source.get("plover");
        String type = null;
        String mode = null;
        Integer quad = null;
        if (plover != null && !plover.text().equals("none")) {
            String[] parts = plover.text().split("-", 2);
            type = parts[0];
            mode = parts.length > 1 ? parts[1] : null;
            if (!quads.containsKey(type)) {
                throw plover.fault(type + " is no PLOVER type; known are " + quads.keySet());
            }
            quad = Integer.valueOf(quads.get(type).get(0));
        }
        YamlSource contexts = source.get("contexts");
        YamlSource cameo = source.get("cameo");
        String cameoCode = cameo == null ? null : cameo.text();
        Double value = null;
        if (cameoCode != null) {
            value = goldstein.get(cameoCode);
            if (value == null) {
                throw source.fault(cameoCode + " is no CAMEO code of the table");
            }
        }
        Act act = new Act(
                code,
                type,
                mode,
                contexts == null ? List.of() : new ArrayList<>(new TreeSet<>(contexts.texts())),
                cameoCode,
                quad,
                value);
        List<Frame> frames = new ArrayList<>();
        for (YamlSource line : source.need("when").list()) {
            try {
                Frame frame = parser.parse(code, frames.size() + 1, line.text());
                for (Frame.Slot slot : frame.slots()) {
                    for (String name : slot.classes()) {
                        if (!classes.containsKey(name)
                                && !Set.of("actor", "recipient", "anything").contains(name)) {
                            throw new IllegalArgumentException("no word class <" + name + "> in words.yaml");
                        }
                    }
                }
                frames.add(frame);
            } catch (IllegalArgumentException e) {
                throw line.fault(String.valueOf(e.getMessage()));
            }
        }
        List<ActDefinition.Effect> effects = new ArrayList<>();
        YamlSource effect = source.get("effect");
        if (effect != null) {
            for (YamlSource line : effect.list()) {
                String[] parts = EFFECT.split(line.text());
                if (parts.length < 2) {
                    throw line.fault("an effect is written 'status: closed' or 'status: closed of office'");
                }
                effects.add(new ActDefinition.Effect(
                        parts[0].trim(), parts[1].trim(), parts.length > 2 ? parts[2].trim() : null));
            }
        }
        boolean verbal = type != null
                && !Set.of("SANCTION", "ASSAULT", "COERCE", "RETREAT", "SUPPORT", "MOBILIZE")
                        .contains(type);
        return new ActDefinition(
                act,
                source.need("says").text(),
                flag(source, "mutual", false),
                flag(source, "holds", false),
                flag(source, "presumes", false),
                flag(source, "spoken", false),
                context(source, !verbal),
                effects,
                frames);
    }

    static List<ActDefinition.Example> examples(YamlSource rule) {
        List<ActDefinition.Example> out = new ArrayList<>();
        YamlSource codes = rule.get("codes");
        if (codes != null) {
            codes.list().forEach(line -> out.add(example(line)));
        }
        return List.copyOf(out);
    }

    private static ActDefinition.Context context(YamlSource source, boolean otherwise) {
        YamlSource found = source.get("context");
        if (found != null && found.text().equals("speaker")) {
            return ActDefinition.Context.SPEAKER;
        }
        return flag(source, "context", otherwise) ? ActDefinition.Context.YES : ActDefinition.Context.NO;
    }

    private static boolean flag(YamlSource source, String name, boolean otherwise) {
        YamlSource found = source.get(name);
        return found == null ? otherwise : found.isTrue();
    }

    private static ActDefinition.Example example(YamlSource line) {
        String[] sides = line.text().split("=>");
        if (sides.length != 2 || sides[1].indexOf('>') < 0) {
            throw line.fault("an example is written 'Sentence. => ACTOR > RECIPIENT; detail', not: " + line.text());
        }
        String[] details = sides[1].split(";");
        String[] parties = details[0].split(">", -1);
        List<String> rest = new ArrayList<>();
        for (int i = 1; i < details.length; i++) {
            rest.add(details[i].trim());
        }
        return new ActDefinition.Example(sides[0].trim(), names(parties[0]), names(parties[1]), rest, line.where());
    }

    private static List<String> names(String side) {
        List<String> out = new ArrayList<>();
        for (String name : side.split(",")) {
            if (!name.isBlank() && !name.trim().equals("-")) {
                out.add(name.trim());
            }
        }
        return out;
    }

    /** Every act by its code, in the order of the files. */
    public Map<String, ActDefinition> acts() {
        return acts;
    }

    /** Whether the act of a frame is done by being said. */
    boolean isSpoken(Frame frame) {
        ActDefinition act = act(frame.act());
        return act != null && act.spoken();
    }

    /** The act with this code, or null. */
    public @Nullable ActDefinition act(String code) {
        return acts.get(code);
    }

    /**
     * The act that stands for a PLOVER type and mode where none finer is known.
     *
     * @param mode or null
     */
    ActDefinition general(String type, @Nullable String mode) {
        String entry = general.getOrDefault(type + "-" + mode, general.get(type));
        String[] like = entry == null ? new String[0] : entry.split(NAMED);
        ActDefinition act = like.length == 0 ? null : acts.get(like[0]);
        if (act == null) {
            throw new IllegalArgumentException(type + " is no PLOVER type with an act of its own");
        }
        return like.length == 1 ? act : act.withCode(like[1]);
    }

    /**
     * Sentences that must be coded as an act, with what is expected. They are read when they are asked for: no report needs them.
     *
     * @param code of an act of this lexicon
     */
    public List<ActDefinition.Example> examples(String code) {
        return examples(rule(code));
    }

    /** Sentences that must not be coded as an act of this lexicon. */
    public List<String> counterexamples(String code) {
        YamlSource found = rule(code).get("does-not-code");
        return found == null ? List.of() : List.copyOf(found.texts());
    }

    private YamlSource rule(String code) {
        YamlSource rule = rules.get(code);
        if (rule == null) {
            throw new IllegalArgumentException("there is no act " + code);
        }
        return rule;
    }

    /** The frames by the lemmas of the words that carry them as this part; nominalisations of a verb are nouns. */
    Map<String, List<Frame>> headed(Part part) {
        return Collections.unmodifiableMap(
                switch (part) {
                    case VERB -> verbs;
                    case NOUN -> nouns;
                    case PREDICATE -> predicates;
                });
    }

    List<Frame> verbs(String lemma) {
        return verbs.getOrDefault(lemma, List.of());
    }

    List<Frame> nouns(String lemma) {
        return nouns.getOrDefault(lemma, List.of());
    }

    List<Frame> predicates(String lemma) {
        return predicates.getOrDefault(lemma, List.of());
    }

    @Nullable
    WordClass wordClass(String name) {
        return classes.get(name);
    }

    LightWords light() {
        return light;
    }

    Lemmas lemmas() {
        return lemmas;
    }

    Set<String> group(String name) {
        return groups.getOrDefault(name, Set.of());
    }

    /** Words that show that a report is about diplomacy. */
    Set<String> diplomacy() {
        return diplomacy;
    }

    /** Nouns for what happens and is done by nobody. */
    Set<String> nature() {
        return nature;
    }

    /** Words that show that a sentence is about a game, and tells no act of sides. */
    Set<String> sport() {
        return sport;
    }

    /** Lemmas that can carry an act, in lower case and sorted: a sentence without any of them (or a form of them) carries none. */
    public Set<String> triggerForms() {
        Set<String> out = new TreeSet<>();
        verbs.keySet().forEach(w -> out.add(w.toLowerCase(Locale.ROOT)));
        nouns.keySet().forEach(w -> out.add(w.toLowerCase(Locale.ROOT)));
        predicates.keySet().forEach(w -> out.add(w.toLowerCase(Locale.ROOT)));
        return out;
    }
}
