package org.demarche.coding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.demarche.coding.Frame.Part;
import org.demarche.coding.Frame.Place;
import org.demarche.coding.Frame.Whose;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Mention;
import org.demarche.model.Subject;
import org.demarche.model.Upos;
import org.jspecify.annotations.Nullable;

/** Finds the frame of the lexicon that fits a word and its arguments best. One for each sentence. */
final class FrameMatcher {
    private static final int NEAR = 14;
    private static final int CLOSE = 4;
    private static final Set<String> MODALS = Set.of("will", "would", "must", "should", "shall", "may", "might");
    private static final Set<String> PARTS = Set.of(
            "number",
            "dozen",
            "group",
            "part",
            "rest",
            "half",
            "all",
            "some",
            "series",
            "majority",
            "set",
            "third",
            "score",
            "hundred",
            "thousand",
            "several",
            "side",
            "many",
            "most",
            "both",
            "couple",
            "handful",
            "round",
            "package",
            "raft",
            "wave",
            "batch",
            "slew",
            "string",
            "total",
            "work",
            "activity",
            "operation",
            "meeting",
            "functioning",
            "day",
            "week",
            "hour",
            "activities",
            "operations",
            "one",
            "bulk",
            "convoy",
            "column",
            "each");

    private static final Set<Subject.Kind> NOT_PLACES = Set.of(
            Subject.Kind.BODY,
            Subject.Kind.AGREEMENT,
            Subject.Kind.RELATIONS,
            Subject.Kind.PROGRAMME,
            Subject.Kind.CHANNEL);

    /** Classes of people who go where their side sends them. */
    private static final Set<String> GOING = Set.of("ambassador", "staff");

    private static final Set<String> DAYS =
            Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    /** Verbs whose infinitive is done, or meant in earnest. */
    private static final Set<String> TRYING = Set.of(
            "try",
            "seek",
            "attempt",
            "aim",
            "work",
            "use",
            "scheme",
            "conspire",
            "plot",
            "continue",
            "begin",
            "start",
            "help");

    private final ActLexicon lexicon;
    private final Tree tree;
    private final Parties parties;
    private final Titles titles;
    private Set<String> context = Set.of();

    FrameMatcher(ActLexicon lexicon, Tree tree, Parties parties, Titles titles) {
        this.titles = titles;
        this.lexicon = lexicon;
        this.tree = tree;
        this.parties = parties;
    }

    /**
     * A frame that fits.
     *
     * @param slots the words that fill each phrase
     * @param words the fixed words, in text order
     * @param below those of the clause that follows
     */
    record Match(
            Frame frame,
            Arguments arguments,
            Map<Frame.Slot, List<Integer>> slots,
            List<Integer> words,
            List<Integer> below) {
        List<Integer> at(Place place) {
            List<Integer> out = new ArrayList<>();
            slots.forEach((slot, tokens) -> {
                if (slot.place() == place) {
                    out.addAll(tokens);
                }
            });
            return out;
        }

        /** Whether the thing that the act is done to does it itself: "the embassy suspended its work". */
        boolean actsItself() {
            return slots.keySet().stream()
                    .anyMatch(s -> s.place() == Place.SUBJECT && !s.isActor() && FrameMatcher.actsItself(s, arguments));
        }

        /** What the act is done to: the phrases of a word class, in the order of the frame. */
        List<Integer> things() {
            Set<Integer> out = new LinkedHashSet<>();
            slots.forEach((slot, tokens) -> {
                if (!slot.isActor() && !slot.isRecipient()) {
                    out.addAll(tokens);
                }
            });
            return List.copyOf(out);
        }
    }

    /** The best frame for a word, or null; those of the context act where the words name nobody. */
    @Nullable
    Match match(int head, Arguments arguments, Set<String> actingByContext) {
        context = actingByContext;
        List<Frame> frames;
        boolean noun = false;
        String lemma = tree.lemma(head);
        if (tree.upos(head) == Upos.VERB || tree.upos(head) == Upos.AUX) {
            frames = lexicon.verbs(lemma);
            if (frames.isEmpty() && tree.token(head).xpos().equals("VBG")) {
                frames = lexicon.nouns(tree.form(head));
            }
            if (tree.token(head).xpos().equals("VBN")
                    && !lexicon.predicates(tree.form(head)).isEmpty()) {
                frames = new ArrayList<>(frames);
                frames.addAll(lexicon.predicates(tree.form(head)));
            }
        } else if (tree.child(head, "cop") >= 0 || tree.upos(head) == Upos.ADJ) {
            frames = new ArrayList<>(lexicon.predicates(lemma));
            if (!tree.form(head).equals(lemma)) {
                frames.addAll(lexicon.predicates(tree.form(head)));
            }
            if (tree.upos(head) == Upos.ADJ && tree.token(head).xpos().startsWith("VB")) {
                frames.addAll(lexicon.verbs(lemma));
            }
            if (tree.isNominal(head)) {
                frames.addAll(lexicon.nouns(lemma));
            }
        } else {
            frames = lexicon.nouns(lemma);
            noun = true;
        }
        boolean copular = !noun && tree.isNominal(head) && tree.upos(head) != Upos.VERB && tree.child(head, "cop") >= 0;
        if (copular) {
            // "What followed was the expulsion by Oslo of …"
            noun = lexicon.predicates(lemma).isEmpty() && !lexicon.nouns(lemma).isEmpty();
        }
        Match best = null;
        for (Frame frame : frames) {
            Match match = fit(frame, arguments, noun && frame.part() == Part.VERB || frame.part() == Part.NOUN);
            if (match != null && (best == null || score(match) > score(best))) {
                best = match;
            }
        }
        return best;
    }

    /** The weight of the frame; a thing called by a noun of the class counts a little more than one of the right kind. */
    private int score(Match match) {
        int named = 0;
        for (Map.Entry<Frame.Slot, List<Integer>> slot : match.slots().entrySet()) {
            for (String name : slot.getKey().classes()) {
                WordClass wanted = lexicon.wordClass(name);
                if (wanted != null
                        && slot.getValue().stream()
                                .anyMatch(t -> wanted.nouns().contains(tree.lemma(t))
                                                && !(tree.upos(t) == Upos.PROPN && parties.isActor(t, Set.of("state")))
                                        || wanted.kinds().contains("body") && isBody(t))) {
                    named = 1;
                }
            }
        }
        return 2 * match.frame().weight() + named;
    }

    /** "Stopped them from selling wheat" where the line means "stopped selling wheat". */
    private boolean isPrevented(int word, Frame frame) {
        return tree.token(word).xpos().equals("VBG")
                && tree.hasChild(word, "from")
                && frame.words().stream().noneMatch(w -> w.contains("from"));
    }

    /** "The council meetings": the body itself, not any meeting. */
    private boolean isBody(int token) {
        Subject subject = parties.subject(token);
        return subject != null && subject.kind() == Subject.Kind.BODY;
    }

    private @Nullable Match fit(Frame frame, Arguments arguments, boolean noun) {
        int head = arguments.head();
        if (!frame.modals().isEmpty() && !hasModal(head, frame.modals())) {
            return null;
        }
        if (frame.clause() == Frame.Clause.THAT
                        && governed(head).isEmpty()
                        && tree.child(head, "ccomp") < 0
                        && tree.child(head, "acl") < 0
                || frame.clause() == Frame.Clause.INFINITIVE && !hasInfinitive(head)) {
            return null;
        }
        List<Integer> words = new ArrayList<>();
        for (Set<String> alternatives : frame.words()) {
            int found = MODALS.containsAll(alternatives)
                    ? modalBelow(head, alternatives)
                    : near(head, alternatives, frame.startsWithThing());
            if (found < 0 || isPrevented(found, frame) || found > head && isOfInfinitive(found)) {
                return null;
            }
            words.add(found);
        }
        List<Integer> below = new ArrayList<>();
        for (Set<String> alternatives : frame.within()) {
            int found = inClause(head, alternatives);
            if (found < 0) {
                return null;
            }
            below.add(found);
        }
        for (String without : frame.without()) {
            if (near(head, Set.of(without), false) >= 0) {
                return null;
            }
        }
        if (frame.speaker() != Frame.Speaker.ANY && speaks(arguments) != frame.speaker()) {
            return null;
        }
        Arguments args = arguments;
        if (noun && !frame.wants(Place.OBJECT) && args.agents().isEmpty()) {
            args = args.withAgents(args.objects()).withObjects(List.of());
        }
        if (frame.part() == Part.PREDICATE && args.passive() && args.agents().isEmpty()) {
            args = args.withAgents(args.objects()).withObjects(List.of());
        }
        if (frame.wants(Place.RECEIVER)
                && args.receivers().isEmpty()
                && args.objects().size() < 2) {
            return null;
        }
        boolean intransitive = frame.startsWithThing()
                && frame.slots().size() == 1
                && frame.modals().isEmpty()
                && frame.words().isEmpty();
        if (intransitive && !args.passive() && !args.objects().isEmpty()) {
            return null;
        }
        boolean departs = !noun
                && frame.slots().stream()
                        .anyMatch(s -> s.place() == Place.SUBJECT
                                && s.whose() == Whose.OWN
                                && (isPeople(s) || s.classes().contains("ambassador")));
        if (departs && !isFinite(head)) {
            return null;
        }
        Map<Frame.Slot, List<Integer>> slots = new LinkedHashMap<>();
        for (Frame.Slot slot : frame.slots()) {
            if (slot.isActor()) {
                if (slot.isActing() && fitting(slot, args.agents(), List.of()).isEmpty()) {
                    return null;
                }
                continue;
            }
            List<Integer> found = fill(slot, args);
            if (found.isEmpty() && slot.place() == Place.OBJECT && !words.isEmpty()) {
                // "declined to renew the accreditation": the thing is the infinitive's.
                found = fitting(slot, below(head), args.agents());
            }
            if (found.isEmpty()
                    && noun
                    && slot.place() == Place.OBJECT
                    && !args.agents().isEmpty()) {
                // "the mission's closure": the possessor is what is closed.
                found = fitting(slot, args.agents(), List.of());
                if (!found.isEmpty()) {
                    args = args.withAgents(List.of());
                }
            }
            if (slot.classes().contains("recipient")
                    && lexicon.isSpoken(frame)
                    && !found.isEmpty()
                    && words.containsAll(found)) {
                // "Accused military intelligence": who it is done to is not what he is accused of.
                return null;
            }
            if (!found.isEmpty()) {
                slots.put(slot, found);
            } else if (!slot.optional()) {
                return null;
            }
        }
        return new Match(frame, args, slots, words, below);
    }

    private boolean isPeople(Frame.Slot slot) {
        return slot.classes().stream().map(lexicon::wordClass).anyMatch(c -> c != null && c.people());
    }

    /** Whether those who leave do so by what is told, and are not made to: "left", "has left", "will leave", but not "must leave", "to leave". */
    private boolean isFinite(int head) {
        boolean made = tree.children(head, "aux").stream()
                .anyMatch(a -> !tree.is(a, "have", "be", "will", "would", "do", "'ll") || tree.is(a, "to"));
        String tag = tree.token(head).xpos();
        boolean helped = tree.child(head, "aux") >= 0;
        return !made && !tree.hasChild(head, "to") && (tag.matches("VBD|VBZ|VBP") || helped);
    }

    /** Whether the subject of the clause that follows is the one who speaks, or another. */
    private Frame.Speaker speaks(Arguments arguments) {
        List<Integer> clauses = new ArrayList<>(tree.children(arguments.head(), "ccomp", "parataxis"));
        governed(arguments.head()).stream().filter(c -> !clauses.contains(c)).forEach(clauses::add);
        for (int clause : clauses) {
            int subject = tree.child(clause, "nsubj", "nsubj:pass");
            if (subject < 0) {
                continue;
            }
            List<Claim.Party> below = parties.of(subject);
            Set<String> speaking = Sides.principals(parties.of(arguments.agents()));
            boolean thing = !below.isEmpty() && parties.named(subject).isEmpty();
            if ((thing || below.isEmpty()) && Recipients.measure(tree, arguments.head()) == subject) {
                return Frame.Speaker.OTHER;
            }
            if (thing && Sides.anyOf(below, speaking)) {
                // "Said that its products would be targeted": what is one's own does not speak.
                return Frame.Speaker.ANY;
            }
            boolean same = below.isEmpty()
                    ? tree.is(subject, "it", "they", "we", "he", "she", "i")
                    : Sides.anyOf(below, speaking);
            return same ? Frame.Speaker.SAME : below.isEmpty() ? Frame.Speaker.ANY : Frame.Speaker.OTHER;
        }
        return Frame.Speaker.ANY;
    }

    private boolean hasInfinitive(int head) {
        for (int clause : tree.children(head, "xcomp", "ccomp", "advcl", "acl", "csubj")) {
            boolean bare = tree.is(head, "let") && tree.token(clause).xpos().equals("VB");
            // "Said that they were to blame" asks nobody for anything.
            boolean finite = tree.relation(clause).equals("ccomp")
                    && tree.children(clause, "cop", "aux").stream()
                            .anyMatch(b -> tree.is(b, "was", "were", "is", "are"));
            if (bare || !finite && tree.hasChild(clause, "to") && tree.child(clause, "mark") >= 0) {
                return true;
            }
        }
        for (int object : tree.children(head, "obj", "iobj", "obl")) {
            for (int clause : tree.children(object, "acl", "advcl")) {
                if (tree.hasChild(clause, "to") && tree.child(clause, "mark") >= 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A modal verb of the clause that follows ("said it would"). */
    private int modalBelow(int head, Set<String> words) {
        for (int clause : tree.children(head, "ccomp", "xcomp", "parataxis")) {
            for (int child : tree.children(clause, "aux")) {
                if (matches(child, words)) {
                    return child;
                }
            }
        }
        return -1;
    }

    private List<Integer> below(int head) {
        List<Integer> out = new ArrayList<>();
        for (int clause : tree.children(head, "xcomp", "ccomp")) {
            for (int object : tree.children(clause, "obj")) {
                out.addAll(tree.conjuncts(object));
            }
        }
        return out;
    }

    private boolean hasModal(int head, Set<String> modals) {
        for (int child : tree.children(head, "aux", "cop")) {
            if (modals.contains(tree.lemma(child)) || modals.contains(tree.form(child))) {
                return true;
            }
        }
        // "has to leave", "is to close"
        int up = tree.head(head);
        return tree.relation(head).equals("xcomp") && up >= 0 && modals.contains(tree.lemma(up) + "-to");
    }

    /** A fixed word that hangs on the head, or stands within a few words after it; -1 where there is none. */
    private int near(int head, Set<String> words, boolean before) {
        for (int child : tree.children(head)) {
            if (matches(child, words) && !goesOn(child) && !tree.relation(child).matches("conj|ccomp|parataxis")) {
                return child;
            }
        }
        int start = head + beforeClause(head);
        for (int i = head + 1; i < tree.size() && i <= start + NEAR; i++) {
            if (tree.form(i).equals(";")) {
                break;
            }
            if (matches(i, words) && !goesOn(i) && (i - start <= CLOSE && !isOfNext(i, head) || hangs(i, head))) {
                return i;
            }
        }
        // "It would not pay, the minister said": the clause that is said stands first.
        int said = tree.child(head, "ccomp");
        for (int child : said < 0 || said > head ? List.<Integer>of() : tree.children(said, "advmod")) {
            if (matches(child, words)) {
                return child;
            }
        }
        // Voice and relative clauses move an object's words before the verb; where the thing is the subject they stand
        // there.
        if (before || tree.isPassive(head) || tree.deprel(head).equals("acl:relcl")) {
            for (int i = tree.first(head); i < head; i++) {
                if (matches(i, words) && hangs(i, head)) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** "Said on Friday that it would answer": how many words stand between a verb and its clause that say when. */
    private int beforeClause(int head) {
        int clause = tree.child(head, "ccomp");
        int out = 0;
        for (int child : clause < 0 ? List.<Integer>of() : tree.children(head, "obl")) {
            boolean day = tree.upos(child) == Upos.PROPN && DAYS.contains(tree.form(child));
            if (day && child > head && tree.last(child) < tree.first(clause)) {
                out += tree.last(child) - tree.first(child) + 1;
            }
        }
        return out;
    }

    /** "The envoy was recalled and the staff evacuated": a word of the clause that is joined to it. */
    private boolean isOfNext(int token, int head) {
        return tree.children(head, "conj").stream()
                .anyMatch(c -> tree.isVerbal(c)
                        && tree.child(c, "nsubj", "nsubj:pass") >= 0
                        && tree.first(c) <= token
                        && tree.dominates(c, token));
    }

    /** "Agreed not to use force": what is agreed is negated, not that they agreed. */
    private boolean isOfInfinitive(int word) {
        int verb = tree.head(word);
        return verb >= 0
                && tree.is(word, "not", "never")
                && tree.hasChild(verb, "to")
                && tree.is(tree.head(verb), "agree", "accept");
    }

    /** "Go on talking", "go ahead with": nobody leaves. */
    private boolean goesOn(int token) {
        return tree.lemma(token).equals("go")
                && token + 2 < tree.size()
                && (tree.is(token + 1, "on") && tree.token(token + 2).xpos().equals("VBG")
                        || tree.is(token + 1, "ahead")
                        || tree.is(token + 1, "on") && tree.is(token + 2, "with"));
    }

    /** Whether a word belongs to the clause of the head, or to an infinitive or participle below it. */
    private boolean hangs(int word, int head) {
        int at = word;
        for (int steps = 0; at >= 0 && steps < 6; steps++) {
            if (at == head) {
                return true;
            }
            if (tree.deprel(at).matches("ccomp|parataxis|advcl:relcl|acl:relcl")
                    || tree.relation(at).equals("advcl") && !tree.hasChild(at, "to") && !tree.hasChild(at, "from")
                    || isNextDeed(at)) {
                return false;
            }
            at = tree.head(at);
        }
        return false;
    }

    /** "Left the project and halted visits": what is done to another thing. */
    private boolean isNextDeed(int at) {
        return tree.relation(at).equals("conj") && tree.isVerbal(at) && tree.child(at, "obj") >= 0;
    }

    /** A word of the clause that a verb or noun governs, or of an infinitive below that; -1 where there is none. */
    private int inClause(int head, Set<String> words) {
        for (int clause : governed(head)) {
            for (int i = tree.first(clause); i <= tree.last(clause); i++) {
                if (i != head && matches(i, words) && hangs(i, clause) && !isOnlyMeant(i, clause)) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** "Offered to hand it over": an infinitive of the clause is not told as done; "tried to undermine it" is a deed as well. */
    private boolean isOnlyMeant(int word, int clause) {
        int at = word;
        for (int steps = 0; at >= 0 && at != clause && steps < tree.size(); steps++) {
            int up = tree.head(at);
            if (tree.relation(at).matches("xcomp|acl|advcl")
                    && tree.hasChild(at, "to")
                    && (up < 0 || !TRYING.contains(tree.lemma(up)))) {
                return true;
            }
            at = up;
        }
        return false;
    }

    /** The clauses that say what is said, believed or shown: "told them that …", "had grounds to believe that …". */
    private List<Integer> governed(int head) {
        List<Integer> out = new ArrayList<>(tree.children(head, "ccomp"));
        for (int object : tree.children(head, "obj", "nsubj", "iobj")) {
            if (object > head || tree.upos(head) == Upos.AUX) {
                out.addAll(tree.children(object, "acl", "ccomp"));
            }
        }
        if (tree.isNominal(head)) {
            out.addAll(tree.children(head, "acl"));
        }
        out.removeIf(clause -> tree.relation(clause).equals("acl")
                && (tree.deprel(clause).equals("acl:relcl") || !tree.hasChild(clause, "that")));
        return out;
    }

    private boolean matches(int token, Set<String> words) {
        // Who "backed" a plan went back nowhere.
        boolean verb = tree.lemma(token).equals("back") && !tree.form(token).equals("back");
        return !verb && (words.contains(tree.lemma(token)) || words.contains(tree.form(token)));
    }

    private List<Integer> fill(Frame.Slot slot, Arguments args) {
        List<Integer> owners = args.agents();
        return switch (slot.place()) {
            case SUBJECT -> fitting(slot, subjects(args), actsItself(slot, args) ? args.agents() : List.of());
            case OBJECT -> {
                List<Integer> found = fitting(slot, args.objects(), owners);
                yield found.isEmpty() ? fitting(slot, args.receivers(), owners) : found;
            }
            case RECEIVER ->
                fitting(
                        slot,
                        args.receivers().isEmpty() || args.objects().size() > 1 ? args.objects() : args.receivers(),
                        owners);
            case OBLIQUE -> {
                List<Integer> out = new ArrayList<>();
                for (String preposition : slot.prepositions()) {
                    for (int each : fitting(slot, oblique(args, preposition), owners)) {
                        if (!out.contains(each) && !isDay(each)) {
                            out.add(each);
                        }
                    }
                }
                yield out;
            }
        };
    }

    /** "Called a session for Tuesday": when, not what. */
    private boolean isDay(int token) {
        return tree.upos(token) == Upos.PROPN && DAYS.contains(tree.form(token).toLowerCase(Locale.ROOT));
    }

    /** "The embassy suspended its work": the thing that the act is done to is the one that does it. */
    private static boolean actsItself(Frame.Slot slot, Arguments args) {
        boolean goes = slot.classes().stream().anyMatch(GOING::contains);
        return slot.whose() == Whose.OWN
                && !args.passive()
                && (goes || !args.objects().isEmpty());
    }

    /** Phrases with a preposition, "out of" for "of" included. */
    private static List<Integer> oblique(Arguments args, String preposition) {
        List<Integer> out = new ArrayList<>(args.oblique(preposition));
        for (String doubled : List.of("out", "away", "off", "along", "together")) {
            out.addAll(args.oblique(doubled + " " + preposition));
        }
        return out;
    }

    /** What stands as the subject of the frame: the one acted upon where the clause is passive or names no agent. */
    private List<Integer> subjects(Arguments args) {
        return args.passive() && !args.objects().isEmpty() ? args.objects() : args.agents();
    }

    private List<Integer> fitting(Frame.Slot slot, List<Integer> tokens, List<Integer> agents) {
        List<Integer> out = new ArrayList<>();
        for (int each : tokens) {
            int token = fitting(slot, each);
            if (token >= 0 && !out.contains(token) && belongs(slot, token, agents)) {
                out.add(token);
            }
        }
        return out;
    }

    /** The word that fits a slot: the phrase's head, or the one it is a part of ("a number of diplomats"); -1 where none does. */
    private int fitting(Frame.Slot slot, int token) {
        for (String name : slot.classes()) {
            if (name.equals("anything")) {
                return token;
            }
            if (name.equals("recipient") || name.equals("side") || name.equals("actor")) {
                if (isEachOther(token) && !name.equals("actor")) {
                    return token;
                }
                if (!name.equals("side") && !parties.of(token).isEmpty()) {
                    return token;
                }
                if (!name.equals("actor") && isMeant(token)) {
                    return token;
                }
                if (!name.equals("side")) {
                    continue;
                }
            }
            WordClass wanted = lexicon.wordClass(name);
            int found = wanted == null ? -1 : fitting(wanted, token, 0);
            if (found >= 0) {
                return found;
            }
        }
        return -1;
    }

    /** "…, accusing it of spying": a side named before. */
    private boolean isMeant(int token) {
        int verb = tree.head(token);
        return tree.is(token, "it")
                && tree.relation(token).equals("obj")
                && tree.relation(verb).matches("advcl|conj")
                && parties.lastBefore(token, Set.of()) != null;
    }

    /** "Hit what it called hideouts": what stands for the thing is the name that somebody gives it; -1 where it is no such thing. */
    private int called(int token) {
        int clause = tree.is(token, "what") ? tree.child(token, "acl") : -1;
        return clause >= 0 && tree.is(clause, "call", "describe", "term", "say", "claim", "believe")
                ? tree.child(clause, "xcomp", "obj")
                : -1;
    }

    /** "Expelled a diplomat after the expulsion of a Danish one": of what was named before. */
    private boolean isOneOf(WordClass wanted, int token) {
        if (!tree.is(token, "one") || tree.upos(token) != Upos.NOUN || tree.child(token, "amod") < 0) {
            return false;
        }
        for (int i = token - 1; i >= 0; i--) {
            if (tree.upos(i) == Upos.NOUN && wanted.nouns().contains(tree.lemma(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isEachOther(int token) {
        return tree.is(token, "other") && tree.hasChild(token, "each")
                || tree.is(token, "another") && tree.hasChild(token, "one");
    }

    private boolean isBeside(Set<String> words, int token) {
        return tree.children(token, "compound", "amod").stream()
                .flatMap(m -> tree.conjuncts(m).stream())
                .anyMatch(m -> words.contains(tree.lemma(m)));
    }

    private int fitting(WordClass wanted, int token, int depth) {
        int called = depth == 0 ? called(token) : -1;
        if (called >= 0) {
            return fitting(wanted, called, 1) < 0 ? -1 : token;
        }
        String lemma = tree.lemma(token);
        if (wanted.except().contains(lemma)
                || isBeside(wanted.beside(), token)
                || !wanted.with().isEmpty() && !isBeside(wanted.with(), token)) {
            return -1;
        }
        Subject subject = parties.subject(token);
        if (subject != null && wanted.kinds().contains(subject.kind().name().toLowerCase(Locale.ROOT))) {
            return PARTS.contains(lemma) ? inner(wanted, token, depth) : token;
        }
        if (subject != null && !wanted.kinds().isEmpty() && NOT_PLACES.contains(subject.kind()) && depth == 0) {
            return -1;
        }
        boolean itself = wanted.kinds().contains("body") && parties.isPrincipal(token);
        if ((wanted.nouns().contains(lemma) || wanted.nouns().contains(tree.form(token))) && !itself) {
            return token;
        }
        boolean house = subject != null
                && (subject.kind() == Subject.Kind.MISSION || subject.kind() == Subject.Kind.OFFICE)
                && wanted.actors().contains("organisation")
                && !wanted.actors().contains("state");
        // "Said that it had been taken without proof": no town.
        boolean it = tree.is(token, "it") && wanted.actors().contains("place");
        if (!wanted.actors().isEmpty() && !house && !it && parties.isActor(token, wanted.actors())) {
            return token;
        }
        if (wanted.actors().contains("place") && parties.isPlace(token)) {
            return token;
        }
        if (depth == 0
                && (tree.upos(token) == Upos.PROPN || tree.is(token, "him", "her", "he", "she"))
                && parties.isCalled(token, wanted.nouns(), titles)) {
            return token;
        }
        if (wanted.people()
                && (tree.upos(token) == Upos.NUM
                        || (Set.of("other", "more", "them", "they", "he", "him", "she")
                                        .contains(lemma)
                                || tree.form(token).equals("those")
                                || isOneOf(wanted, token)))
                && tree.child(token, "nmod", "nmod:unmarked") < 0) {
            return token;
        }
        if (depth < 3 && (PARTS.contains(lemma) || tree.upos(token) == Upos.NUM)) {
            for (int child : tree.children(token, "nmod", "obl")) {
                if (tree.preposition(child).equals("of")) {
                    int found = fitting(wanted, child, depth + 1);
                    if (found >= 0) {
                        return found;
                    }
                }
            }
        }
        // The class word may stand beside the head of a name: "Consulate General", "chargé d'affaires".
        if (depth == 0 && tree.upos(token) != Upos.VERB && !itself) {
            boolean name = tree.upos(token) == Upos.PROPN || tree.upos(token) == Upos.ADJ || tree.is(token, "general");
            for (int child : tree.children(token, "compound", "flat", "amod", "appos", "nmod:desc")) {
                if ((name
                                || tree.relation(child).matches("flat|appos")
                                || tree.deprel(child).equals("nmod:desc"))
                        && wanted.nouns().contains(tree.lemma(child))) {
                    return token;
                }
            }
        }
        return -1;
    }

    private int inner(WordClass wanted, int token, int depth) {
        for (int child : tree.children(token, "nmod")) {
            if (tree.preposition(child).equals("of") && depth < 3) {
                int found = fitting(wanted, child, depth + 1);
                if (found >= 0) {
                    return found;
                }
            }
        }
        return token;
    }

    private boolean belongs(Frame.Slot slot, int token, List<Integer> agents) {
        if (slot.whose() == Whose.ANY) {
            return true;
        }
        boolean people = slot.classes().stream().map(lexicon::wordClass).anyMatch(c -> c != null && c.people())
                || slot.isAnything() && parties.isActor(token, Set.of("person"));
        if (people && slot.whose() == Whose.THEIR && isTellersOwn(token, agents)) {
            return true;
        }
        Whose found = whose(token, agents, people);
        return found == Whose.ANY || found == slot.whose();
    }

    /** "Peru said that Chile had expelled three of its envoys", "protested after Chile threw its envoy out": whose they are who tells it. */
    private boolean isTellersOwn(int token, List<Integer> agents) {
        boolean possessed = tree.children(token, "nmod:poss").stream().anyMatch(tree::isPossessive);
        return possessed && !agents.isEmpty() && !parties.tellers(token, agents).isEmpty();
    }

    /** "Withdrew diplomats from Peru", "ordered 900 students in Peru home": where they are, not whose they are. */
    private boolean isTakenAway(int token) {
        int verb = tree.head(token);
        boolean withdrawn =
                verb >= 0 && tree.is(verb, "withdraw", "recall", "evacuate", "pull", "remove", "repatriate");
        boolean called = verb >= 0 && tree.is(verb, "order", "tell", "urge", "instruct", "call", "bring");
        return (withdrawn || called)
                && tree.relation(token).matches("obj|iobj")
                && tree.children(token, "nmod:poss", "amod", "compound").isEmpty()
                && tree.children(token, "nmod").stream()
                        .anyMatch(n -> tree.preposition(n).equals(withdrawn ? "from" : "in"));
    }

    /** "Bolivia's recall of its ambassador": whose deed it is, theirs is what it is done to. */
    private boolean isPossessor(List<Integer> agents, int deed) {
        return deed >= 0
                && tree.isNominal(deed)
                && tree.children(deed, "nmod:poss").stream().anyMatch(agents::contains);
    }

    /** "The expulsion of its envoys by Peru", "the recall of its envoy by Peru": either's, for who does it is named behind. */
    private static boolean isBeforeDoer(int pronoun, List<Integer> agents) {
        return !agents.isEmpty() && agents.stream().allMatch(a -> a > pronoun);
    }

    /** Whose a thing is, seen from those who act; {@code ANY} where nothing tells. */
    private Whose whose(int token, List<Integer> agents, boolean people) {
        Set<String> acting = new LinkedHashSet<>();
        for (int agent : agents) {
            for (Claim.Party party : parties.of(agent)) {
                acting.add(party.actor().principal());
            }
        }
        for (int child : tree.children(token, "nmod:poss")) {
            if (tree.isPossessive(child) && isPossessor(agents, tree.head(token))) {
                return Whose.OWN;
            }
            if (tree.isPossessive(child) && isBeforeDoer(child, agents) && tree.isNominal(tree.head(token))) {
                return Whose.ANY;
            }
            if ((tree.isPossessive(child) || tree.is(child, "own"))
                    && parties.pronoun(child).stream()
                            .noneMatch(p -> !acting.contains(p.actor().principal()))) {
                // "Peru sealed off their embassy in Lima": on its own soil.
                return parties.placesIn(token).stream()
                                .anyMatch(p ->
                                        acting.contains(String.valueOf(p.actor().country())))
                        ? Whose.THEIR
                        : Whose.OWN;
            }
        }
        if (isTakenAway(token)) {
            return Whose.ANY;
        }
        List<Claim.Party> owners = new ArrayList<>(parties.of(token));
        // Of a person whose side the text does not say nobody knows whose he is.
        boolean sideless = owners.removeIf(
                p -> p.actor().kind() == Actor.Kind.PERSON && p.actor().country() == null);
        if (acting.isEmpty()) {
            acting.addAll(context);
        }
        if (acting.isEmpty()) {
            return Whose.THEIR;
        }
        if (!owners.isEmpty()) {
            boolean some = acting.size() > 1
                    && owners.stream()
                                    .map(p -> p.actor().principal())
                                    .distinct()
                                    .count()
                            < acting.size();
            for (Claim.Party owner : owners) {
                if (some) {
                    // "Both sides closed the consulate": each the other's, for all that is known
                    return Whose.ANY;
                }
                if (acting.contains(owner.actor().principal())) {
                    return Whose.OWN;
                }
            }
            return Whose.THEIR;
        }
        if (tree.children(token, "nmod").stream()
                .anyMatch(n -> tree.upos(n) == Upos.NUM && tree.preposition(n).equals("of"))) {
            // "the accreditation of seven": of people told of before
            return Whose.ANY;
        }
        for (Mention.OfActor place : parties.placesIn(token)) {
            Actor actor = place.actor();
            String country = actor.country() == null ? actor.principal() : actor.country();
            if (people) {
                break;
            }
            return acting.contains(country) ? Whose.THEIR : Whose.OWN;
        }
        return people || sideless ? Whose.ANY : Whose.OWN;
    }
}
