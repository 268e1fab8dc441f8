package org.demarche.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demarche.model.Upos;

/**
 * English grammar, once for all acts: finds the arguments of a word through passives, participles, relative clauses, control and
 * raising, co-ordination, apposition and nominal happenings. Immutable; one for each sentence.
 */
final class Grammar {
    private static final int DEEP = 8;

    /** Nouns that count what "of" names. */
    private static final Set<String> MANY = Set.of(
            "dozen",
            "hundred",
            "thousand",
            "score",
            "number",
            "couple",
            "handful",
            "group",
            "series",
            "barrage",
            "volley",
            "salvo");

    /** What is said, by whom "from" names. */
    private static final Set<String> SAID = Set.of(
            "ultimatum",
            "demand",
            "request",
            "appeal",
            "warning",
            "threat",
            "accusation",
            "allegation",
            "denial",
            "protest",
            "complaint",
            "criticism",
            "condemnation",
            "apology",
            "invitation",
            "offer",
            "proposal",
            "plea",
            "call");

    private static final Set<String> RELATIVES = Set.of("who", "whom", "which", "that", "whose");

    /** Verbs whose object, not subject, does what the infinitive says. */
    private static final Set<String> OBJECT_CONTROL = Set.of(
            "order",
            "tell",
            "ask",
            "force",
            "urge",
            "allow",
            "permit",
            "enable",
            "invite",
            "instruct",
            "oblige",
            "compel",
            "require",
            "request",
            "advise",
            "warn",
            "encourage",
            "press",
            "pressure",
            "push",
            "want",
            "let",
            "make",
            "see",
            "give",
            "direct",
            "command",
            "call",
            "implore",
            "persuade",
            "help",
            "forbid",
            "leave",
            "expect",
            "cause",
            "appoint",
            "accuse",
            "suspect",
            "blame",
            "condemn",
            "criticise",
            "criticize",
            "stop",
            "prevent",
            "bar",
            "ban");

    /** Verbs whose object did what "of" or "for" says: "accused Oslo of closing", "punished Lima for expelling". */
    private static final Set<String> CHARGING = Set.of(
            "accuse",
            "suspect",
            "blame",
            "condemn",
            "criticise",
            "criticize",
            "denounce",
            "rebuke",
            "censure",
            "chide",
            "berate",
            "castigate",
            "fault",
            "punish",
            "penalise",
            "penalize",
            "sanction",
            "thank",
            "praise");

    /** What is told of with these had come before. */
    private static final Set<String> OCCASION =
            Set.of("after", "following", "since", "over", "despite", "amid", "before", "for");

    private static final Set<String> ANSWERS = Set.of(
            "retaliation", "response", "reply", "answer", "reprisal", "revenge", "protest", "punishment", "return");

    private final Tree tree;
    private final LightWords light;

    Grammar(Tree tree, LightWords light) {
        this.tree = tree;
        this.light = light;
    }

    Tree tree() {
        return tree;
    }

    Arguments of(int head) {
        return tree.upos(head) == Upos.VERB || tree.upos(head) == Upos.AUX
                ? verb(head)
                : tree.upos(head) == Upos.ADJ || tree.child(head, "cop") >= 0 && tree.upos(head) != Upos.NOUN
                        ? predicate(head)
                        : noun(head);
    }

    private Arguments verb(int v) {
        boolean passive = tree.isPassive(v);
        List<Integer> objects = new ArrayList<>();
        if (passive) {
            objects.addAll(surfaceSubject(v, 0));
            int second = tree.child(v, "obj");
            if (second >= 0) {
                objects.addAll(tree.conjuncts(second));
            }
        } else {
            objects.addAll(called(v));
            for (int object : tree.children(v, "obj", "nsubj:pass")) {
                int meant = antecedent(v, object);
                objects.addAll(meant >= 0 ? tree.conjuncts(meant) : resolve(object));
            }
            if (objects.isEmpty()) {
                for (int phrase : tree.children(v, "obl")) {
                    if (tree.deprel(phrase).equals("obl")
                            && phrase > v
                            && tree.upos(phrase) == Upos.NOUN
                            && tree.preposition(phrase).isEmpty()) {
                        objects.addAll(resolve(phrase));
                    }
                }
            }
            if (objects.isEmpty()) {
                objects.addAll(judged(v));
            }
            if (objects.isEmpty()
                    && tree.deprel(v).equals("acl:relcl")
                    && hasOwnSubject(v)
                    && tree.child(v, "nsubj:pass") < 0
                    && !isPlaced(v)) {
                objects.add(tree.head(v));
            }
            for (int other : objects.isEmpty() ? List.<Integer>of() : tree.children(v, "conj")) {
                // "Shut its embassy and its two consulates": the parser may join the second noun to the verb.
                int last = objects.get(objects.size() - 1);
                boolean bare = tree.isNominal(other)
                        && other > last
                        && tree.child(other, "cc") > last
                        && tree.child(other, "nsubj", "nsubj:pass", "cop", "aux", "obj", "case", "orphan") < 0;
                if (bare && tree.children(v, "conj").stream().noneMatch(c -> c < other && tree.isVerbal(c))) {
                    objects.addAll(tree.conjuncts(other));
                }
            }
            if (objects.isEmpty() && tree.relation(v).equals("conj")) {
                int shared = tree.child(tree.head(v), "obj");
                if (shared > v) {
                    objects.addAll(tree.conjuncts(shared));
                }
            }
            if (objects.isEmpty()) {
                for (int other : tree.children(v, "conj")) {
                    int shared = tree.child(other, "obj");
                    if (shared >= 0
                            && tree.isVerbal(other)
                            && tree.child(other, "nsubj", "aux") < 0
                            && other - v <= 4) {
                        objects.addAll(tree.conjuncts(shared));
                        break;
                    }
                }
            }
        }
        List<Integer> receivers = new ArrayList<>();
        for (int receiver : tree.children(v, "iobj")) {
            receivers.addAll(resolve(receiver));
        }
        return new Arguments(v, agents(v, 0), objects, receivers, obliques(v), passive);
    }

    /** "Dismissed as unfounded the charge of Lima": the parser may hang what is judged on the judgement. */
    private List<Integer> judged(int v) {
        List<Integer> out = new ArrayList<>();
        for (int judgement : tree.children(v, "advcl", "xcomp", "obl")) {
            boolean as = judgement > v && tree.hasChild(judgement, "as") && tree.child(judgement, "nsubj") < 0;
            for (int object : as ? tree.children(judgement, "obj") : List.<Integer>of()) {
                out.addAll(tree.conjuncts(object));
            }
        }
        return out;
    }

    /** "Called back its envoy", "called its staff home": the parser may take who is called for what he is called. */
    private List<Integer> called(int v) {
        boolean back = tree.is(v, "call")
                && tree.child(v, "obj") < 0
                && tree.children(v, "compound", "advmod", "obl").stream()
                        .anyMatch(p -> tree.is(p, "back", "home", "in", "up", "telephone", "phone"));
        return !back
                ? List.of()
                : tree.children(v, "xcomp").stream().filter(tree::isNominal).toList();
    }

    /** "Closed two offices and reopened them": what a pronoun stands for that is the object of the verb before; -1 where it is none. */
    private int antecedent(int v, int object) {
        boolean many = tree.form(object).equals("them");
        boolean beside = tree.relation(v).equals("conj")
                || tree.relation(v).equals("advcl")
                        && tree.children(v, "mark").stream().anyMatch(m -> tree.is(m, "after", "before"));
        if (!many && !tree.form(object).equals("it") || !beside) {
            return -1;
        }
        int before = tree.head(v);
        int meant = before < 0 || !tree.isVerbal(before) ? -1 : tree.child(before, "obj");
        boolean several = meant >= 0
                && (tree.token(meant).xpos().endsWith("S")
                        || tree.conjuncts(meant).size() > 1);
        return meant >= 0 && meant < v && tree.upos(meant) == Upos.NOUN && several == many ? meant : -1;
    }

    private boolean hasOwnSubject(int v) {
        int subject = tree.child(v, "nsubj");
        return subject >= 0 && !RELATIVES.contains(tree.form(subject));
    }

    private Arguments predicate(int p) {
        return new Arguments(p, surfaceSubject(p, 0), List.of(), List.of(), obliques(p), false);
    }

    private Arguments noun(int n) {
        Map<String, List<Integer>> obliques = obliques(n);
        List<Integer> objects = new ArrayList<>(obliques.getOrDefault("of", List.of()));
        List<Integer> agents = new ArrayList<>(obliques.getOrDefault("by", List.of()));
        for (int agent : objects.isEmpty() ? agents : List.<Integer>of()) {
            // "The expulsion by Oslo of three envoys": what the parser hangs on who did it.
            for (int phrase : tree.children(agent, "nmod")) {
                if (tree.preposition(phrase).equals("of")) {
                    objects.addAll(tree.conjuncts(phrase));
                }
            }
        }
        if (agents.isEmpty()) {
            agents.addAll(doerBelow(objects));
        }
        if (objects.isEmpty()) {
            objects.addAll(tree.children(n, "compound"));
        }
        if (agents.isEmpty() && SAID.contains(tree.lemma(n))) {
            // "An ultimatum from Lima"
            tree.children(n, "nmod").stream()
                    .filter(phrase -> tree.preposition(phrase).equals("from"))
                    .forEach(phrase -> agents.addAll(tree.conjuncts(phrase)));
        }
        int owner = tree.child(n, "nmod:poss");
        if (owner >= 0) {
            List<Integer> owners = tree.conjuncts(owner);
            (agents.isEmpty() ? agents : objects).addAll(owners);
        }
        if (agents.isEmpty() && tree.child(n, "cop") >= 0) {
            agents.addAll(surfaceSubject(n, 0));
        }
        return new Arguments(n, agents, objects, List.of(), obliques, false);
    }

    /** "The expulsion of two of its envoys by Lima": the parser may hang who did it on the last noun before. */
    private List<Integer> doerBelow(List<Integer> objects) {
        for (int object : objects) {
            for (int at = object, steps = 0; at >= 0 && steps < 3; steps++) {
                int next = -1;
                for (int phrase : tree.children(at, "nmod")) {
                    if (tree.preposition(phrase).equals("by") && tree.upos(phrase) == Upos.PROPN) {
                        return tree.conjuncts(phrase);
                    }
                    next = tree.preposition(phrase).equals("of") ? phrase : next;
                }
                at = next;
            }
        }
        return List.of();
    }

    private Map<String, List<Integer>> obliques(int head) {
        Map<String, List<Integer>> out = Arguments.noObliques();
        gather(head, out);
        homeward(head, out);
        for (int quality :
                tree.is(head, "remain", "stay", "keep") ? tree.children(head, "xcomp") : List.<Integer>of()) {
            // "Remains open to talks with Lima"
            gather(quality, out);
        }
        for (int object : tree.children(head, "obj", "nsubj:pass", "obl:agent")) {
            for (int inner : tree.children(object, "nmod")) {
                add(inner, out);
                if (MANY.contains(tree.lemma(object)) && tree.preposition(inner).equals("of")) {
                    // "Fired dozens of rockets at Iraq"
                    tree.children(inner, "nmod").forEach(phrase -> add(phrase, out));
                }
            }
        }
        // A happening named by a noun shares what its light verb governs: "ordered the closure, by Friday, of the
        // office".
        if (tree.upos(head) == Upos.NOUN
                && tree.head(head) >= 0
                && tree.relation(head).matches("obj|nsubj|obl|conj")) {
            gather(tree.head(head), out);
            out.values().forEach(phrases -> phrases.removeIf(p -> p == head));
        }
        return out;
    }

    private void gather(int head, Map<String, List<Integer>> out) {
        for (int child : tree.children(head, "obl", "nmod", "advmod", "obl:agent")) {
            add(child, out);
            for (int inner : tree.children(child, "nmod")) {
                String preposition = tree.preposition(inner);
                if (!preposition.equals("of")) {
                    add(inner, out);
                }
            }
        }
    }

    /** "Ordered them home from Lima": where they are to go holds where they come from. */
    private void homeward(int head, Map<String, List<Integer>> out) {
        for (int way : tree.children(head, "advmod", "xcomp", "compound")) {
            if (tree.is(way, "home", "out", "back", "away")) {
                tree.children(way, "obl", "nmod").forEach(phrase -> add(phrase, out));
            }
        }
    }

    private void add(int phrase, Map<String, List<Integer>> out) {
        if (tree.deprel(phrase).equals("nmod:poss")) {
            return;
        }
        String preposition = tree.preposition(phrase);
        if (preposition.isEmpty() && tree.relation(phrase).equals("advmod")) {
            return;
        }
        List<Integer> list = out.computeIfAbsent(preposition, k -> new ArrayList<>());
        for (int each : resolve(phrase)) {
            if (!list.contains(each)) {
                list.add(each);
            }
        }
    }

    /** "The day on which their immunity would end", "the town where it met": what the clause is of is no object of its verb. */
    private boolean isPlaced(int v) {
        return tree.children(v, "advmod").stream().anyMatch(a -> tree.is(a, "when", "where", "why"))
                || tree.children(v, "obl").stream()
                        .anyMatch(o -> RELATIVES.contains(tree.form(o)) && tree.child(o, "case") >= 0);
    }

    /** The conjuncts of a phrase; a relative pronoun stands for what it refers to. */
    private List<Integer> resolve(int phrase) {
        if (RELATIVES.contains(tree.form(phrase))) {
            int at = phrase;
            for (int steps = 0; at >= 0 && steps < tree.size(); steps++) {
                if (tree.deprel(at).equals("acl:relcl")) {
                    return tree.conjuncts(tree.head(at));
                }
                at = tree.head(at);
            }
        }
        return tree.conjuncts(phrase);
    }

    /** Who acts: the deep subject of a verb or noun. */
    List<Integer> agents(int head, int depth) {
        if (depth > DEEP) {
            return List.of();
        }
        if (tree.upos(head) == Upos.VERB || tree.upos(head) == Upos.AUX) {
            if (tree.isPassive(head)) {
                int by = tree.child(head, "obl:agent");
                if (by < 0
                        || !tree.preposition(by).equals("by")
                                && !tree.preposition(by).isEmpty()) {
                    by = byPhrase(head);
                }
                return by >= 0 ? resolve(by) : agentsOfNext(head);
            }
            return surfaceSubject(head, depth);
        }
        if (tree.child(head, "cop") >= 0) {
            return surfaceSubject(head, depth);
        }
        List<Integer> own = noun(head).agents();
        return own.isEmpty() ? governing(head, depth + 1) : own;
    }

    /** "Were beaten and robbed by soldiers": the last of several participles names who did them all. */
    private List<Integer> agentsOfNext(int v) {
        for (int next : tree.children(v, "conj")) {
            boolean shares = tree.isVerbal(next)
                    && tree.token(next).xpos().equals("VBN")
                    && tree.child(next, "nsubj", "nsubj:pass", "aux", "aux:pass") < 0;
            int by = shares ? tree.child(next, "obl:agent") : -1;
            if (shares && by < 0) {
                by = byPhrase(next);
            }
            if (by >= 0) {
                return resolve(by);
            }
        }
        return List.of();
    }

    private int byPhrase(int v) {
        for (int child : tree.children(v, "obl")) {
            if (tree.preposition(child).equals("by") && tree.isNominal(child)) {
                return child;
            }
        }
        for (int child : tree.isPassive(v) ? tree.children(v, "obl") : List.<Integer>of()) {
            boolean behest =
                    tree.is(child, "initiative", "behest", "order", "instruction", "hand", "direction", "decision")
                            && Set.of("at", "on", "upon", "by").contains(tree.preposition(child));
            for (int phrase : behest ? tree.children(child, "nmod") : List.<Integer>of()) {
                if (tree.preposition(phrase).equals("of")) {
                    return phrase;
                }
            }
        }
        // "Was given nine boats by Japan", "was barred from landing by Oslo": the parser may hang who did it on the
        // last word before.
        for (int below : tree.isPassive(v) ? tree.children(v, "obj", "obl", "advcl", "xcomp") : List.<Integer>of()) {
            for (int phrase : below > v ? tree.children(below, "nmod", "obl") : List.<Integer>of()) {
                if (tree.preposition(phrase).equals("by") && tree.upos(phrase) == Upos.PROPN) {
                    return phrase;
                }
            }
        }
        return -1;
    }

    /** The agent that a happening named by a noun takes from the words above it. */
    List<Integer> governing(int n, int depth) {
        if (depth > DEEP) {
            return List.of();
        }
        int up = tree.head(n);
        if (up < 0) {
            return List.of();
        }
        String relation = tree.relation(n);
        if (relation.equals("conj") || relation.equals("appos") || relation.equals("parataxis")) {
            List<Integer> beside = tree.isNominal(up) ? agents(up, depth + 1) : governing(up, depth + 1);
            // "The recall of its staff and the closure …": the parser may hang the second on the last word before it.
            boolean low = beside.isEmpty()
                    && relation.equals("conj")
                    && tree.relation(up).equals("nmod");
            return low ? governing(tree.head(up), depth + 1) : beside;
        }
        boolean verb = tree.upos(up) == Upos.VERB;
        if (verb && relation.equals("obj") && light.carries(tree.lemma(up))) {
            return agents(up, depth + 1);
        }
        if (verb && relation.equals("obl")) {
            String preposition = tree.preposition(n);
            boolean carried = light.carries(tree.lemma(up)) && !OCCASION.contains(preposition);
            if (light.carriesBy(preposition) || carried) {
                return agents(up, depth + 1);
            }
        }
        // "In response to the expulsion": what is answered is another's.
        boolean answered = tree.is(up, "response", "reply", "answer", "retaliation")
                && tree.preposition(n).equals("to");
        if (!verb && relation.equals("nmod") && light.carriesNoun(tree.lemma(up)) && !answered) {
            return agents(up, depth + 1);
        }
        return List.of();
    }

    /** "In retaliation for its recognition", "in protest at the closure": the noun names what is answered. */
    static boolean isAnswered(Tree tree, int noun) {
        int answer = noun < 0 ? -1 : tree.head(noun);
        return answer >= 0
                && tree.relation(noun).matches("nmod|obl")
                && Set.of("for", "to", "at", "over", "against").contains(tree.preposition(noun))
                && ANSWERS.contains(tree.lemma(answer))
                && Set.of("in", "as").contains(tree.preposition(answer))
                && tree.head(answer) >= 0;
    }

    /** The grammatical subject of a clause, found where English leaves it unsaid. */
    List<Integer> surfaceSubject(int v, int depth) {
        if (depth > DEEP) {
            return List.of();
        }
        int subject = subject(v);
        if (subject >= 0
                && !(tree.form(subject).equals("there")
                        || tree.form(subject).equals("it") && tree.child(v, "expl") >= 0)) {
            return subjects(v, subject);
        }
        int up = tree.head(v);
        if (up < 0 || subject >= 0) {
            return List.of();
        }
        switch (tree.relation(v)) {
            case "conj", "parataxis":
                if (tree.relation(v).equals("parataxis") && tree.token(v).xpos().equals("VB")) {
                    return List.of();
                }
                if (isSpeakersOwn(v, up)) {
                    return agents(tree.head(up), depth + 1);
                }
                return tree.isVerbal(up)
                        ? fromClause(up, tree.isPassive(v) || isFinite(v), depth)
                        : tree.isNominal(up) && tree.token(v).xpos().equals("VBG")
                                ? governing(up, depth + 1)
                                : List.of();
            case "xcomp":
                return controller(v, up, depth);
            case "advcl":
                if (tree.deprel(v).equals("advcl:relcl")) {
                    return List.of();
                }
                if (isCharge(v, up)) {
                    return charged(up, depth);
                }
                int kind = kindOf(v);
                List<Integer> owners = kind < 0 ? List.of() : agents(kind, depth + 1);
                if (!owners.isEmpty()) {
                    return owners;
                }
                if (tree.isVerbal(up)) {
                    return fromClause(
                            isSetOff(v) ? orderOf(up) : up,
                            tree.child(v, "mark") >= 0 && !tree.hasChild(v, "by"),
                            depth);
                }
                return tree.isNominal(up) ? agents(up, depth + 1) : List.of();
            case "ccomp":
                return tree.isVerbal(up) ? agents(up, depth + 1) : List.of();
            case "csubj":
                return List.of();
            case "acl":
                return fromNoun(v, up, depth);
            default:
                return List.of();
        }
    }

    /** Whether a participle stands behind a comma: ", accusing it of spying". */
    private boolean isSetOff(int v) {
        return tree.token(v).xpos().equals("VBG") && v > 0 && tree.form(v - 1).equals(",");
    }

    /** "Ordered Lima to shut its consulate, accusing it …": who orders accuses, not who is told to. */
    private int orderOf(int verb) {
        int above = verb;
        while (tree.relation(above).equals("xcomp")
                && tree.hasChild(above, "to")
                && tree.head(above) >= 0
                && tree.child(tree.head(above), "obj", "iobj") >= 0) {
            above = tree.head(above);
        }
        return above;
    }

    /** "Said the timing was no accident, and accused Oslo": the parser may join what the speaker did next to what he said. */
    private boolean isSpeakersOwn(int v, int up) {
        return tree.relation(v).equals("conj")
                && tree.relation(up).equals("ccomp")
                && tree.child(up, "cop") >= 0
                && tree.token(v).xpos().equals("VBD")
                && !tree.isPassive(v)
                && tree.head(up) >= 0
                && tree.token(tree.head(up)).xpos().equals("VBD");
    }

    private boolean isCharge(int v, int up) {
        return CHARGING.contains(tree.lemma(up))
                && tree.token(v).xpos().equals("VBG")
                && (tree.hasChild(v, "of") || tree.hasChild(v, "for") || tree.hasChild(v, "over"));
    }

    /** Who is accused, thanked, punished for it. */
    private List<Integer> charged(int verb, int depth) {
        if (tree.isPassive(verb)) {
            return surfaceSubject(verb, depth + 1);
        }
        int object = tree.child(verb, "obj", "iobj");
        return object >= 0 ? resolve(object) : List.of();
    }

    /** "Chilean steps such as closing …": the noun of which the clause is an example, wherever the parser hangs the clause; else -1. */
    private int kindOf(int v) {
        int mark = tree.child(v, "mark");
        boolean example = mark > 0 && tree.token(v).xpos().equals("VBG") && tree.is(mark, "like", "such");
        return example && tree.isNominal(mark - 1) ? mark - 1 : -1;
    }

    /** "Oman, Yemen and Qatar agreed": the parser may make two subjects of one row of names. */
    private List<Integer> subjects(int v, int subject) {
        List<Integer> out = new ArrayList<>();
        for (int each : tree.children(v, "nsubj")) {
            boolean row = each < subject
                    && subject < v
                    && tree.upos(each) == Upos.PROPN
                    && tree.upos(subject) == Upos.PROPN
                    && tree.form(each + 1).equals(",");
            for (int i = each + 2; row && i < subject; i++) {
                row = tree.head(i) == subject;
            }
            if (row) {
                out.addAll(resolve(each));
            }
        }
        out.addAll(resolve(subject));
        return out;
    }

    /** "What Oslo did was to close …": who did it; -1 where the clause is no such one. */
    private int cleft(int v) {
        int doing = Clefts.verb(tree, v);
        if (doing == v) {
            return tree.children(v, "aux").stream()
                    .filter(a -> tree.is(a, "did", "done", "do", "does"))
                    .mapToInt(a -> tree.child(a, "nsubj"))
                    .filter(s -> s >= 0)
                    .findFirst()
                    .orElse(-1);
        }
        return doing < 0 ? -1 : tree.child(doing, "nsubj");
    }

    /** The subject nearest before a verb, or else the first after it. */
    private int subject(int v) {
        int found = cleft(v);
        if (found >= 0) {
            return found;
        }
        for (int each : tree.children(v, "nsubj", "nsubj:pass", "nsubj:outer")) {
            boolean fronted = tree.deprel(each).equals("nsubj:pass") && !tree.isPassive(v);
            if (!fronted && (each < v || found < 0)) {
                found = each;
            }
        }
        return found;
    }

    /** "Was rebuffed and closed its mission": a verb with a tense and an object of its own goes on about the subject. */
    private boolean isFinite(int v) {
        return tree.token(v).xpos().matches("VBD|VBZ|VBP") && tree.child(v, "obj") > v;
    }

    /** What a clause without a subject takes from the one above: its subject; for an active one under a passive, its agent. */
    private List<Integer> fromClause(int up, boolean surface, int depth) {
        if (tree.isPassive(up) && !surface) {
            List<Integer> agents = agents(up, depth + 1);
            return agents;
        }
        return surfaceSubject(up, depth + 1);
    }

    /** "A letter to the council protesting …": it is the letter that protests, not those to whom it goes; -1 where there is none. */
    private int document(int n) {
        if (!Set.of("to", "from").contains(tree.preposition(n))
                || !tree.relation(n).matches("nmod|obl")) {
            return -1;
        }
        int up = tree.head(n);
        return up >= 0
                        && tree.is(
                                up,
                                "letter",
                                "note",
                                "message",
                                "petition",
                                "memorandum",
                                "cable",
                                "telegram",
                                "appeal")
                ? up
                : -1;
    }

    private List<Integer> controller(int v, int up, int depth) {
        if (tree.isNominal(up) && tree.child(up, "cop") < 0) {
            return fromNoun(v, up, depth);
        }
        if (OBJECT_CONTROL.contains(tree.lemma(up))) {
            if (tree.isPassive(up)) {
                return surfaceSubject(up, depth + 1);
            }
            int object = tree.child(up, "obj", "iobj");
            if (object >= 0) {
                return resolve(object);
            }
            for (int beside : tree.children(up, "nsubj")) {
                // "Analysts expect Oslo to ask …": the parser may make a second subject of the object.
                if (beside > up && beside < v) {
                    return resolve(beside);
                }
            }
            for (int phrase : tree.children(up, "obl")) {
                if (tree.preposition(phrase).equals("on")
                        || tree.preposition(phrase).equals("upon")) {
                    return resolve(phrase);
                }
            }
            if (!Set.of("want", "ask", "request", "expect", "help").contains(tree.lemma(up))) {
                return List.of();
            }
        }
        return surfaceSubject(up, depth + 1);
    }

    private List<Integer> fromNoun(int v, int n, int depth) {
        if (tree.deprel(v).equals("acl:relcl")) {
            return List.of(n);
        }
        String tag = tree.token(v).xpos();
        if (tag.equals("VBN")) {
            return List.of(n);
        }
        int governor = tree.head(n);
        if (governor >= 0 && tree.relation(n).matches("obj|iobj|nsubj") && isCharge(v, governor)) {
            return tree.conjuncts(n);
        }
        boolean infinitive = tree.hasChild(v, "to");
        if (tag.equals("VBG")
                && tree.child(v, "mark") < 0
                && tree.preposition(v).isEmpty()) {
            int sheet = document(n);
            if (sheet >= 0) {
                return tree.isVerbal(tree.head(sheet)) ? agents(tree.head(sheet), depth + 1) : agents(sheet, depth + 1);
            }
            return tree.conjuncts(n);
        }
        // "the decision to expel", "plans for closing": who decides or plans.
        List<Integer> owners = agents(n, depth + 1);
        if (owners.isEmpty() && (infinitive || tag.equals("VBG"))) {
            int up = tree.head(n);
            if (up >= 0 && tree.upos(up) == Upos.VERB) {
                owners = agents(up, depth + 1);
            }
        }
        return owners;
    }
}
