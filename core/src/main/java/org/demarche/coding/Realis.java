package org.demarche.coding;

import java.util.List;
import java.util.Set;
import org.demarche.model.Factuality;
import org.demarche.model.Upos;

/** Reads from the grammar around a word whether it is told as done, planned, demanded, supposed, alleged or denied. */
final class Realis {
    private static final Set<String> NOT =
            Set.of("not", "n't", "never", "neither", "nor", "hardly", "no", "without", "nobody", "none", "nothing");
    private static final Set<String> FAIL = Set.of(
            "fail",
            "refuse",
            "decline",
            "stop",
            "avoid",
            "deny",
            "prevent",
            "refrain",
            "rule",
            "exclude",
            "abandon",
            "cancel",
            "reject",
            "forbid",
            "prohibit",
            "oppose",
            "resist",
            "dismiss",
            "refute");
    private static final Set<String> PLAN = Set.of(
            "plan",
            "intend",
            "aim",
            "prepare",
            "schedule",
            "expect",
            "mean",
            "set",
            "slate",
            "go",
            "ready",
            "due",
            "likely",
            "poised",
            "promise",
            "vow",
            "pledge",
            "agree",
            "undertake",
            "apply",
            "intention",
            "readiness",
            "willingness",
            "decision-to-come",
            "pending",
            "seek");
    private static final Set<String> DEMAND = Set.of(
            "demand",
            "urge",
            "call",
            "insist",
            "request",
            "ask",
            "require",
            "press",
            "order",
            "instruct",
            "tell",
            "appeal",
            "recommend",
            "command",
            "oblige",
            "want",
            "ultimatum");
    private static final Set<String> SUPPOSE = Set.of(
            "threaten",
            "threat",
            "offer",
            "propose",
            "suggest",
            "consider",
            "warn",
            "mull",
            "contemplate",
            "discuss",
            "hope",
            "fear",
            "ponder",
            "weigh",
            "risk",
            "speculate",
            "predict",
            "forecast",
            "anticipate",
            "wonder",
            "possibility",
            "prospect",
            "direction",
            "idea",
            "notion",
            "dream",
            "option",
            "proposal",
            "suggestion",
            "call",
            "try",
            "attempt",
            "willing",
            "able",
            "unable",
            "hint",
            "imagine",
            "doubt",
            "talk",
            "debate",
            "wish",
            "rumour",
            "rumor",
            "effort",
            "bid",
            "desire",
            "chance",
            "pressure");
    private static final Set<String> ALLEGE = Set.of(
            "allege",
            "claim",
            "accuse",
            "complain",
            "suspect",
            "purport",
            "accusation",
            "allegation",
            "charge",
            "contend",
            "blame");
    /** "Is said to have left": what is passed on, and nobody vouches for. */
    private static final Set<String> HEARSAY =
            Set.of("say", "report", "believe", "think", "understand", "rumour", "rumor", "repute", "suppose", "allege");

    private static final Set<String> ANSWERING = Set.of(
            "reply", "respond", "react", "retaliate", "response", "retaliation", "reaction", "reprisal", "revenge");
    private static final Set<String> COMMENT = Set.of(
            "comment",
            "statement",
            "remark",
            "report",
            "question",
            "briefing",
            "brief",
            "information",
            "news",
            "view",
            "opinion",
            "inquiry",
            "enquiry",
            "investigation",
            "silence",
            "apology",
            "regret",
            "anger",
            "criticism",
            "reaction");
    private static final Set<String> PAST_REPORT = Set.of("VBD", "VBN");
    private static final Set<String> CONDITION =
            Set.of("if", "unless", "whether", "lest", "should", "provided", "were");

    private final Tree tree;
    private final int correction;

    Realis(Tree tree) {
        this.tree = tree;
        int found = -1;
        for (int i = 0; i < Math.min(3, tree.size()); i++) {
            if (tree.is(i, "correction", "corrigendum", "erratum")) {
                found = i;
            }
        }
        correction = found >= 0 ? found : version();
    }

    /** "An earlier version of this article said that": where what is taken back begins; -1 where nothing is. */
    private int version() {
        for (int i = 1; i < tree.size(); i++) {
            int verb = tree.head(i);
            boolean said = verb > i
                    && tree.relation(i).equals("nsubj")
                    && tree.is(verb, "say", "state", "report", "write", "give", "claim", "put", "suggest", "misstate");
            boolean earlier = tree.is(i, "version", "edition")
                    && tree.children(i, "amod").stream()
                            .anyMatch(a -> tree.is(a, "earlier", "previous", "original", "early"))
                    && isOfPage(i);
            boolean wrongly = tree.is(i, "we", "newspaper", "page", "article", "report", "story")
                    && said
                    && tree.children(verb, "advmod").stream()
                            .anyMatch(a -> tree.is(a, "wrongly", "incorrectly", "mistakenly", "erroneously"));
            if (said && (earlier || wrongly && isOurs(i)) || earlier && tree.is(verb, "misstate")) {
                return verb;
            }
        }
        return -1;
    }

    /** "An earlier version", "of this article", and not one of a treaty. */
    private boolean isOfPage(int version) {
        List<Integer> of = tree.children(version, "nmod");
        return of.isEmpty()
                || of.stream()
                        .anyMatch(n -> tree.is(
                                n,
                                "article",
                                "report",
                                "story",
                                "page",
                                "brief",
                                "note",
                                "newsletter",
                                "item",
                                "post",
                                "piece",
                                "dispatch"));
    }

    private boolean isOurs(int subject) {
        return tree.is(subject, "we") || tree.hasChild(subject, "this") || tree.hasChild(subject, "our");
    }

    /** Whether the report takes back what this sentence tells. */
    boolean isCorrection() {
        return correction >= 0;
    }

    /** How the word itself is told, whatever stands above it: for acts of speech, which are done by being said. */
    Factuality own(int head) {
        Factuality of = of(head);
        for (int at = head, steps = 0; at >= 0 && steps < 8; at = tree.head(at), steps++) {
            int up = tree.head(at);
            if (asked(at) || up >= 0 && tree.relation(at).equals("advcl") && awaited(at, up)) {
                return Factuality.HYPOTHETICAL;
            }
            if (up >= 0 && tree.is(up, "expect") && tree.relation(at).matches("xcomp|ccomp") && isForecast(up)) {
                return Factuality.HYPOTHETICAL;
            }
            boolean rumour = up >= 0
                    && tree.relation(at).matches("acl|ccomp")
                    && tree.is(up, "rumour", "rumor", "report", "allegation", "speculation", "gossip")
                    && tree.isNominal(up);
            if (rumour && of == Factuality.ASSERTED) {
                return Factuality.ALLEGED;
            }
        }
        return of == Factuality.HYPOTHETICAL && modal(head) == Factuality.ASSERTED ? Factuality.ASSERTED : of;
    }

    Factuality of(int head) {
        if (correction >= 0 && head > correction) {
            return Factuality.RETRACTED;
        }
        if (untrue(head) || isReversed(head)) {
            return Factuality.DENIED;
        }
        Factuality here = Factuality.ASSERTED;
        boolean denied = negated(head);
        int at = head;
        for (int steps = 0; steps < 12; steps++) {
            here = stronger(here, modal(at));
            if (adverb(
                    at, "reportedly", "allegedly", "purportedly", "supposedly", "alleged", "rumoured", "so-called")) {
                here = stronger(here, Factuality.ALLEGED);
            }
            if (at == head && tree.isNominal(at)) {
                here = stronger(here, foretold(at));
            }
            if (conditional(at)) {
                here = stronger(here, Factuality.HYPOTHETICAL);
            }
            int up = tree.head(at);
            if (up < 0) {
                break;
            }
            String relation = tree.relation(at);
            String full = tree.deprel(at);
            if (relation.equals("csubj") && isWeighed(at, up)) {
                return Factuality.HYPOTHETICAL;
            }
            if (relation.equals("conj")) {
                // A second conjunct shares the auxiliaries of the first unless it has its own or another tense.
                // "Will begin in May and be concluded in June": a bare "be" hangs on the first one's "will".
                boolean bare = tree.children(at, "aux:pass").stream()
                        .anyMatch(a -> tree.token(a).xpos().equals("VB"));
                boolean own = tree.children(at, "aux").stream()
                        .anyMatch(a -> !bare || tree.deprel(a).equals("aux"));
                if (!own && tree.child(at, "nsubj", "nsubj:pass", "cop") < 0 && (bare || sameForm(at, up))) {
                    denied |= negated(up);
                    here = stronger(here, modal(up));
                }
                boolean finite = own && tree.hasChild(up, "to") && !tree.hasChild(at, "to");
                if (tree.isVerbal(at) && tree.isVerbal(up) && (finite || !subordinate(up))) {
                    // "Did not want to end the pact and would drop the tariffs": joined to what is finite above.
                    break;
                }
                at = up;
                continue;
            }
            if (full.equals("acl:relcl") || full.equals("advcl:relcl")) {
                break;
            }
            if (relation.equals("parataxis") || relation.equals("appos")) {
                break;
            }
            if (full.equals("acl")
                    && tree.token(at).xpos().equals("VBN")
                    && tree.child(at, "mark", "aux", "aux:pass", "nsubj", "nsubj:pass") < 0) {
                // "The office, closed in June, will open again": told of the noun, whatever becomes of it.
                break;
            }
            if (instead(at) || relation.equals("xcomp") && yet(at, up)) {
                return Factuality.DENIED;
            }
            if (relation.equals("xcomp") && tree.isPassive(up) && HEARSAY.contains(tree.lemma(up))) {
                here = stronger(here, Factuality.ALLEGED);
            }
            if (relation.matches("advcl|xcomp|ccomp|obl") && prevented(at, up)) {
                return Factuality.DENIED;
            }
            if (relation.matches("ccomp|acl|csubj|advcl") && asked(at)) {
                return Factuality.HYPOTHETICAL;
            }
            for (int said : tree.children(at, "parataxis")) {
                if (ALLEGE.contains(tree.lemma(said))) {
                    here = stronger(here, Factuality.ALLEGED);
                }
            }
            boolean complement = relation.matches("xcomp|ccomp|acl|csubj|obj|obl|nmod|nsubj")
                    && (tree.isVerbal(up) || relation.matches("acl|nmod"));
            if (relation.equals("advcl")) {
                if (conditionMark(at)) {
                    return denied ? Factuality.DENIED : Factuality.HYPOTHETICAL;
                }
                if (awaited(at, up)) {
                    return Factuality.HYPOTHETICAL;
                }
                boolean charge =
                        ALLEGE.contains(tree.lemma(up)) && tree.token(at).xpos().equals("VBG");
                if (charge && (tree.hasChild(at, "of") || tree.hasChild(at, "for") || tree.hasChild(at, "over"))) {
                    return stronger(here, Factuality.ALLEGED);
                }
                if (tree.hasChild(at, "to") && tree.child(at, "mark") >= 0) {
                    here = stronger(here, PLAN.contains(tree.lemma(up)) ? Factuality.PLANNED : Factuality.HYPOTHETICAL);
                }
                if (tree.token(at).xpos().equals("VBG") && tree.child(at, "mark") < 0 && future(up)) {
                    here = stronger(here, Factuality.PLANNED);
                }
                break;
            }
            if (tree.isNominal(at) && presupposed(at, up)) {
                break;
            }
            if (relation.equals("obl") || relation.equals("nmod") && !tree.isNominal(at)) {
                // "responded by expelling", "a ban on exports": as sure as what it hangs on.
                at = up;
                continue;
            }
            if (complement) {
                String lemma = tree.lemma(up);
                boolean object = relation.matches("obj|nsubj") && tree.isNominal(at);
                if (FAIL.contains(lemma) && !object && relation.matches("xcomp|ccomp|acl")) {
                    denied = !denied;
                } else if (FAIL.contains(lemma) && object && relation.equals("obj") && !lemma.equals("cancel")) {
                    denied = !denied;
                }
                if (!relation.equals("nsubj")) {
                    boolean infinitive = tree.hasChild(at, "to") || relation.matches("ccomp|obj|nmod|acl");
                    if (ALLEGE.contains(lemma)) {
                        here = stronger(here, Factuality.ALLEGED);
                    } else if (PLAN.contains(lemma) && infinitive && plans(up)) {
                        here = stronger(here, Factuality.PLANNED);
                    } else if (lemma.equals("propose") && tree.token(at).xpos().equals("VBG")) {
                        here = stronger(here, Factuality.PLANNED);
                    } else if (SUPPOSE.contains(lemma) || lemma.equals("expect") && isForecast(up)) {
                        here = stronger(here, Factuality.HYPOTHETICAL);
                    } else if (DEMAND.contains(lemma)
                            && !(lemma.equals("tell") && relation.equals("ccomp"))
                            && !(Set.of("ask", "tell").contains(lemma) && wondered(at))
                            && !(lemma.equals("order")
                                    && (relation.equals("obj")
                                            || tree.isNominal(up)
                                            || relation.equals("xcomp")
                                                    && tree.token(at).xpos().equals("VBN")))) {
                        here = stronger(here, Factuality.DEMANDED);
                    }
                }
                boolean unwise = relation.equals("csubj") && tree.hasChild(at, "to");
                if ((unwise || relation.matches("ccomp|xcomp|acl")) && negated(up) && !lemma.equals("know")) {
                    denied = true;
                }
                if (relation.matches("ccomp") && here == Factuality.PLANNED && future(at)) {
                    at = up;
                    continue;
                }
                at = up;
                continue;
            }
            if (relation.equals("nmod") || relation.equals("conj") || relation.equals("obl")) {
                at = up;
                continue;
            }
            break;
        }
        return denied && here != Factuality.HYPOTHETICAL ? Factuality.DENIED : here;
    }

    /** "Reports that it had closed the office were untrue". */
    private boolean untrue(int head) {
        boolean report = false;
        for (int i = 0; i + 1 < head; i++) {
            report |= tree.is(
                            i,
                            "report",
                            "reports",
                            "rumour",
                            "rumours",
                            "rumor",
                            "rumors",
                            "claim",
                            "claims",
                            "suggestion",
                            "suggestions")
                    && tree.is(i + 1, "that", "of", "about");
        }
        if (!report) {
            return false;
        }
        for (int i = head + 1; i < tree.size() && !tree.form(i).equals(";"); i++) {
            if (tree.is(i, "untrue", "false", "baseless", "unfounded", "wrong", "incorrect", "fabricated", "fake")
                    && tree.children(i, "cop").stream().anyMatch(c -> c > head)) {
                return true;
            }
            if (tree.is(i, "correspond", "conform", "accord")
                    && tree.hasChild(i, "not")
                    && tree.children(i, "obl").stream()
                            .anyMatch(o -> tree.is(o, "reality", "truth", "fact", "facts"))) {
                return true;
            }
        }
        return false;
    }

    /** "Talks have yet to resume", "is still to answer": so far not done. */
    private boolean yet(int clause, int up) {
        return tree.is(up, "have", "be", "remain")
                && tree.hasChild(clause, "to")
                && (tree.hasChild(up, "yet") || tree.hasChild(clause, "yet"));
    }

    /** "Instead of demanding money", "rather than close its embassy": what was not done. */
    private boolean instead(int clause) {
        return tree.isVerbal(clause)
                && tree.children(clause, "mark", "case", "cc", "advmod").stream()
                        .anyMatch(m -> m < clause
                                && (tree.is(m, "instead")
                                                && (tree.hasChild(clause, "of")
                                                        || m + 1 < clause && tree.is(m + 1, "of"))
                                        || tree.is(m, "rather") && m + 1 < clause && tree.is(m + 1, "than")));
    }

    /** "Stopped short of closing its embassy", "were kept from speaking": not done. */
    private boolean prevented(int clause, int up) {
        boolean gerund = tree.token(clause).xpos().equals("VBG");
        boolean shortOf = tree.is(up, "stop", "fall") && tree.hasChild(up, "short") && tree.hasChild(clause, "of")
                || tree.is(up, "short") && tree.hasChild(clause, "of");
        boolean from = tree.is(
                        up,
                        "stop",
                        "prevent",
                        "bar",
                        "keep",
                        "block",
                        "prohibit",
                        "discourage",
                        "dissuade",
                        "deter",
                        "refrain")
                && tree.hasChild(clause, "from");
        return gerund && (shortOf || from);
    }

    /** Whether it is told as a custom or a general truth, which is no event. */
    boolean habitual(int head) {
        int at = head;
        for (int steps = 0; at >= 0 && steps < 8; steps++) {
            if (tree.is(at, "tradition", "custom", "habit")) {
                return true;
            }
            boolean perfect = tree.children(at, "aux").stream().anyMatch(a -> tree.is(a, "have"));
            for (int child : tree.children(at)) {
                if (perfect && tree.is(child, "always")) {
                    // "Has always denied it": it did so, more than once.
                    continue;
                }
                boolean custom = tree.is(
                        child,
                        "seldom",
                        "rarely",
                        "usually",
                        "traditionally",
                        "typically",
                        "generally",
                        "normally",
                        "always",
                        "customarily",
                        "ordinarily");
                boolean rule = tree.is(child, "rule", "case", "tradition", "custom")
                        && Set.of("as", "in", "by").contains(tree.preposition(child))
                        && tree.children(child, "det", "amod").stream()
                                .anyMatch(d -> tree.is(d, "a", "many", "most", "some"));
                if (custom || rule) {
                    return true;
                }
            }
            if (tree.deprel(at).equals("acl:relcl")) {
                return false;
            }
            at = tree.head(at);
        }
        return false;
    }

    /** Whether a condition is named on which it would happen. */
    boolean conditioned(int head) {
        int at = head;
        for (int steps = 0; at >= 0 && steps < 6; steps++) {
            for (int child : tree.children(at, "advcl")) {
                if (conditionMark(child)) {
                    return true;
                }
            }
            at = tree.head(at);
        }
        return false;
    }

    /** Whether the clause of a word tells of the past in one go: simple past, or a participle or noun below one. */
    boolean isPast(int head) {
        int at = tree.clause(head);
        for (int steps = 0; at >= 0 && steps < 6; steps++) {
            String tag = tree.token(at).xpos();
            boolean have = tree.children(at, "aux").stream().anyMatch(a -> tree.is(a, "have"));
            if (have) {
                return false;
            }
            if (tag.equals("VBD")
                    || tree.children(at, "aux", "aux:pass", "cop").stream()
                            .anyMatch(a -> tree.is(a, "was", "were", "did"))) {
                return true;
            }
            if (tag.equals("VBZ") || tag.equals("VBP")) {
                return false;
            }
            at = tree.head(at) < 0 ? -1 : tree.clause(tree.head(at));
        }
        return false;
    }

    /** Whether it is told as news in the present perfect. */
    boolean isPerfect(int head) {
        return tree.isVerbal(head)
                && tree.relation(head).matches("root|conj|ccomp|parataxis")
                && tree.children(head, "aux").stream()
                        .anyMatch(a -> tree.is(a, "has", "have", "'ve", "’ve")
                                && !tree.form(a).equals("had"))
                && tree.children(head, "advmod").stream().noneMatch(a -> tree.is(a, "long", "never", "ever", "always"));
    }

    /** Whether it had been done before what is told ("had refused"). */
    boolean isPluperfect(int head) {
        int at = tree.clause(head);
        return tree.children(at, "aux").stream().anyMatch(a -> tree.form(a).equals("had"))
                && !tree.relation(at).matches("ccomp|parataxis");
    }

    /** Whether it is told in the present, as what is being done or said now. */
    boolean isPresent(int head) {
        int at = tree.clause(head);
        String tag = tree.token(at).xpos();
        return (tag.equals("VBZ")
                        || tag.equals("VBP")
                        || tree.children(at, "aux", "aux:pass", "cop").stream()
                                .anyMatch(a -> tree.is(a, "is", "are", "must")))
                && tree.children(at, "advmod").stream().noneMatch(a -> tree.is(a, "often", "regularly", "long", "now"));
    }

    /** Whether it is told as a state that has lasted and not as a deed: "the crossing has been closed since 1994", "9,000 soldiers were stationed there". */
    boolean lasts(int head) {
        boolean was = tree.children(head, "aux:pass", "cop").stream().anyMatch(a -> tree.is(a, "was", "were", "be"))
                && tree.children(head, "aux").stream()
                        .noneMatch(a -> tree.deprel(a).equals("aux"));
        if (was
                && (tree.is(head, "station", "base", "garrison")
                        || tree.children(head, "obl").stream().anyMatch(this::isLong))) {
            return true;
        }
        boolean been = tree.children(head, "aux").stream().anyMatch(a -> tree.is(a, "has", "have", "had"))
                && tree.children(head, "aux:pass", "cop").stream().anyMatch(a -> tree.is(a, "been", "be"));
        return been
                && (tree.hasChild(head, "since")
                        || tree.children(head, "obl", "advcl", "advmod").stream()
                                .anyMatch(c -> tree.is(c, "since")
                                        || tree.preposition(c).equals("since")
                                        || tree.hasChild(c, "since")));
    }

    /** "For almost three years". */
    private boolean isLong(int phrase) {
        return tree.preposition(phrase).equals("for")
                && tree.is(
                        phrase, "year", "month", "decade", "week", "day", "years", "months", "decades", "weeks",
                        "days");
    }

    private boolean plans(int up) {
        // "go" plans only as "going to", "set" and "expect" only as participles.
        return switch (tree.lemma(up)) {
            case "go" -> tree.form(up).equals("going");
            case "expect" -> !isForecast(up);
            case "set", "schedule", "slate", "mean", "prepare" -> true;
            default -> true;
        };
    }

    /** "Analysts expect Oslo to close …": those who expect it are no party to it. */
    private boolean isForecast(int expect) {
        return !tree.isPassive(expect)
                && tree.children(expect, "nsubj").stream()
                        .anyMatch(s -> s < expect
                                && tree.is(
                                        s,
                                        "analyst",
                                        "expert",
                                        "observer",
                                        "economist",
                                        "commentator",
                                        "trader",
                                        "diplomat",
                                        "pundit",
                                        "specialist",
                                        "scholar",
                                        "insider"));
    }

    private boolean sameForm(int a, int b) {
        return tree.token(a).xpos().equals(tree.token(b).xpos()) || !tree.isVerbal(a);
    }

    private boolean subordinate(int i) {
        return tree.relation(i).matches("xcomp|ccomp|advcl|acl|csubj|obl");
    }

    private static Factuality stronger(Factuality a, Factuality b) {
        return rank(b) > rank(a) ? b : a;
    }

    private static int rank(Factuality f) {
        return switch (f) {
            case ASSERTED -> 0;
            case PLANNED -> 1;
            case DEMANDED -> 2;
            case ALLEGED -> 3;
            case HYPOTHETICAL -> 4;
            case DENIED -> 5;
            case RETRACTED -> 6;
        };
    }

    /** "Were not lifted until May last year": lifted then. */
    static boolean isNotUntil(Tree tree, int head) {
        boolean not = tree.children(head, "advmod").stream().anyMatch(a -> tree.is(a, "not", "n't"));
        boolean past = tree.token(head).xpos().equals("VBD")
                || tree.children(head, "aux", "aux:pass", "cop").stream()
                        .anyMatch(a -> Set.of("was", "were", "did").contains(tree.form(a)));
        return not
                && past
                && tree.children(head, "obl", "advcl").stream()
                        .anyMatch(o -> Set.of("until", "till").contains(tree.preposition(o)));
    }

    boolean negated(int head) {
        if (isNotUntil(tree, head)) {
            return false;
        }
        for (int child : tree.children(head)) {
            String relation = tree.relation(child);
            if (relation.matches("advmod|det|cc:preconj|aux|mark|case|cc") && NOT.contains(tree.form(child))) {
                return true;
            }
            boolean nobody = relation.equals("obl") && isNobody(child)
                    || relation.equals("obj")
                            && tree.children(child, "nmod").stream().anyMatch(this::isNobody);
            if (nobody && tree.isVerbal(head)) {
                return true;
            }
            if (relation.matches("nsubj|obj")
                    && tree.isVerbal(head)
                    && (NOT.contains(tree.form(child))
                            || tree.children(child, "det", "cc:preconj", "cc", "advmod").stream()
                                    .anyMatch(d -> Set.of("no", "neither", "nor", "none", "not")
                                            .contains(tree.form(d))))) {
                return true;
            }
        }
        return false;
    }

    /** "Reversed its decision to expel him": what was decided is not done. */
    private boolean isReversed(int head) {
        int decision = tree.head(head);
        int verb = decision < 0 ? -1 : tree.head(decision);
        return verb >= 0
                && tree.relation(head).equals("acl")
                && tree.hasChild(head, "to")
                && tree.is(decision, "decision", "order", "plan", "move", "threat", "intention")
                && tree.relation(decision).matches("obj|nsubj")
                && tree.is(
                        verb,
                        "suspend",
                        "reverse",
                        "rescind",
                        "revoke",
                        "withdraw",
                        "overturn",
                        "cancel",
                        "shelve",
                        "drop",
                        "abandon",
                        "scrap",
                        "annul");
    }

    /** "With no one", "from neither": nobody it was done to. */
    private boolean isNobody(int phrase) {
        boolean nobody = tree.is(phrase, "nobody", "none", "neither")
                || tree.is(phrase, "one", "side", "country", "state", "government")
                        && tree.children(phrase, "det").stream().anyMatch(d -> tree.is(d, "no", "neither"));
        return nobody && Set.of("with", "to", "from", "against", "on", "of").contains(tree.preposition(phrase));
    }

    /** "Will not comment on the attack", "would not answer the expulsion", "would not reply to it", "may sue over the expulsion": what is spoken of has happened, whatever becomes of the speaking. */
    private boolean presupposed(int deed, int up) {
        if (tree.relation(deed).equals("obj")) {
            return tree.is(up, "answer");
        }
        if (!tree.relation(deed).matches("obl|nmod")) {
            return false;
        }
        String preposition = tree.preposition(deed);
        return Set.of("since", "despite", "over").contains(preposition)
                || Set.of("after", "following").contains(preposition) && !future(up)
                || Set.of("to", "for").contains(preposition) && ANSWERING.contains(tree.lemma(up))
                || Set.of("on", "about", "regarding", "concerning").contains(preposition)
                        && COMMENT.contains(tree.lemma(up));
    }

    /** "A scheduled visit", "a possible attack". */
    private Factuality foretold(int deed) {
        if (adverb(deed, "possible", "potential", "proposed", "threatened", "feared")) {
            return Factuality.HYPOTHETICAL;
        }
        return adverb(deed, "scheduled", "planned", "upcoming", "forthcoming", "impending")
                ? Factuality.PLANNED
                : Factuality.ASSERTED;
    }

    private boolean adverb(int head, String... words) {
        for (int child : tree.children(head, "advmod", "amod")) {
            if (tree.is(child, words)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the auxiliaries of a verb speak of what is still to come. */
    boolean future(int head) {
        for (int child : tree.children(head, "aux", "aux:pass", "cop")) {
            if (Set.of("will", "shall", "'ll", "wo").contains(tree.form(child))) {
                return true;
            }
            if (tree.form(child).equals("would") && reportedInPast(head)) {
                return true;
            }
        }
        return false;
    }

    private boolean reportedInPast(int head) {
        int up = tree.head(head);
        for (int steps = 0; up >= 0 && steps < 8; steps++) {
            if (tree.upos(up) == Upos.VERB
                    && PAST_REPORT.contains(tree.token(up).xpos())) {
                return true;
            }
            up = tree.head(up);
        }
        // "Talks would resume in May, he said": the report follows.
        for (int child : tree.children(head, "parataxis", "ccomp")) {
            if (PAST_REPORT.contains(tree.token(child).xpos())) {
                return true;
            }
        }
        return false;
    }

    private Factuality modal(int head) {
        if (!tree.isVerbal(head) && tree.child(head, "aux") < 0) {
            return Factuality.ASSERTED;
        }
        Factuality cleft = Clefts.factuality(tree, head);
        if (cleft != null) {
            return cleft;
        }
        if (future(head)) {
            return Factuality.PLANNED;
        }
        for (int child : tree.children(head, "aux")) {
            String form = tree.form(child);
            if (isReminder(head)) {
                break;
            }
            switch (form) {
                case "would", "may", "might", "could", "can" -> {
                    return Factuality.HYPOTHETICAL;
                }
                case "must", "should", "ought" -> {
                    return form.equals("should") && tree.first(head) == child
                            ? Factuality.HYPOTHETICAL
                            : Factuality.DEMANDED;
                }
                default -> {}
            }
        }
        int up = tree.head(head);
        if (up >= 0 && tree.relation(head).equals("xcomp") && tree.hasChild(head, "to")) {
            boolean each = tree.is(up, "each", "both", "all") && tree.child(up, "cop") >= 0;
            if (tree.lemma(up).equals("be") || each) {
                return Factuality.PLANNED;
            }
            if (tree.lemma(up).equals("have") || tree.lemma(up).equals("need")) {
                return Factuality.DEMANDED;
            }
        }
        boolean headline = tree.token(head).xpos().equals("VB")
                && (up < 0 || tree.relation(head).equals("conj"))
                && tree.child(head, "nsubj", "nsubj:pass") >= 0
                && tree.child(head, "aux", "cop") < 0;
        if (headline && tree.hasChild(head, "to")) {
            // "Oslo to close consulate"
            return Factuality.PLANNED;
        }
        // "is to close": UD hangs "be" below the infinitive as an auxiliary or makes it the head.
        if (tree.hasChild(head, "to")) {
            for (int child : tree.children(head, "aux", "cop", "aux:pass")) {
                if (tree.lemma(child).equals("be")
                        && tree.children(head, "mark").stream().anyMatch(m -> m > child)) {
                    return Factuality.PLANNED;
                }
            }
        }
        return Factuality.ASSERTED;
    }

    /**
     * "Breaking off relations would be a mistake", "it is not in our interest to close the embassy": whoever says so tells neither that it is done nor that
     * it will be. Of what was done he may say how wise it was.
     */
    private boolean isWeighed(int deed, int judged) {
        boolean being = tree.child(judged, "cop") >= 0;
        boolean gerund = tree.token(deed).xpos().equals("VBG");
        boolean infinitive = tree.hasChild(deed, "to");
        boolean now =
                tree.children(judged, "cop").stream().anyMatch(c -> tree.form(c).matches("is|'s|be"));
        boolean open = modal(judged) != Factuality.ASSERTED;
        return gerund && open || infinitive && being && (open || now || negated(judged));
    }

    /** "It may be recalled that", "it should be noted that": what follows is told as done. */
    private boolean isReminder(int head) {
        return tree.is(head, "recall", "note", "remember", "mention", "add", "stress", "emphasise", "emphasize", "say")
                && tree.isPassive(head)
                && tree.children(head, "expl", "nsubj:pass", "nsubj").stream().anyMatch(s -> tree.is(s, "it"));
    }

    /** "No talks until Lima apologises", "will return once the siege ends": what has yet to come first. */
    private boolean awaited(int clause, int up) {
        String tag = tree.token(clause).xpos();
        boolean present = tag.equals("VBZ")
                || tag.equals("VBP")
                || tree.children(clause, "aux", "aux:pass", "cop").stream()
                        .anyMatch(a -> tree.is(a, "is", "are", "has", "have")
                                && !tree.form(a).equals("had"));
        return present
                && tree.children(clause, "mark", "advmod").stream()
                        .anyMatch(m -> tree.is(m, "until", "till", "before", "once", "when"))
                && (future(up) || modal(up) != Factuality.ASSERTED || tree.hasChild(up, "to"));
    }

    private boolean conditional(int head) {
        for (int child : tree.children(head, "advcl")) {
            if (conditionMark(child)
                    && tree.children(head, "aux").stream().anyMatch(a -> tree.is(a, "would", "could", "might"))) {
                return true;
            }
        }
        return false;
    }

    /** "Was asked why it had closed the office": a question, not a demand; that it closed it is taken for granted. */
    private boolean wondered(int clause) {
        return tree.children(clause, "advmod", "obj", "obl", "mark").stream()
                .anyMatch(w -> w < clause && tree.is(w, "why", "how", "when", "where", "what"));
    }

    /** "Asked whether it had closed the office": a question asserts nothing. */
    private boolean asked(int clause) {
        return tree.children(clause, "mark").stream().anyMatch(m -> tree.is(m, "whether"))
                || tree.relation(clause).equals("ccomp") && tree.hasChild(clause, "if");
    }

    private boolean conditionMark(int clause) {
        for (int child : tree.children(clause, "mark")) {
            if (CONDITION.contains(tree.form(child))) {
                return true;
            }
        }
        // Inverted: "Should the talks fail", "Were Oslo to leave", "Had they agreed".
        int first = tree.first(clause);
        if (!tree.relation(clause).equals("advcl")
                || tree.child(clause, "mark") >= 0 && tree.child(clause, "mark") == first) {
            return false;
        }
        return first != clause
                && tree.is(first, "should", "were", "had")
                && tree.relation(first).matches("aux|cop")
                && tree.child(clause, "nsubj", "nsubj:pass") > first;
    }
}
