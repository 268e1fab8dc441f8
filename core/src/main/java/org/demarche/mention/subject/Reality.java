package org.demarche.mention.subject;

import java.util.Locale;
import java.util.Set;
import org.demarche.model.Sentence;
import org.demarche.model.Token;

/** Whether a verb tells what was done, what was not, what is to come or only thought of, or nothing that can be told from the tree. */
enum Reality {
    /** It was done, or is so. */
    DONE,
    /** It was not done, or is refused. */
    NOT,
    /** It is to come, threatened, asked for, planned. */
    COMING,
    /** Nothing follows: a condition, a question. */
    OPEN;

    private static final int MOST_ABOVE = 4;

    private static final Set<String> NOT_WORDS = Set.of("not", "n't", "never", "neither", "nor", "hardly", "no");
    private static final Set<String> MODALS =
            Set.of("will", "would", "shall", "may", "might", "could", "should", "must", "can", "'ll", "wo", "'d");
    private static final Set<String> CONDITIONS = Set.of("if", "whether", "unless", "were", "until", "before");

    /** What is said of a thing with these is not yet so. */
    private static final Set<String> WANTED = Set.of(
            "threaten",
            "threat",
            "plan",
            "consider",
            "want",
            "wish",
            "hope",
            "intend",
            "aim",
            "seek",
            "urge",
            "call",
            "ask",
            "demand",
            "request",
            "press",
            "push",
            "vow",
            "promise",
            "pledge",
            "warn",
            "prepare",
            "mull",
            "weigh",
            "propose",
            "offer",
            "ultimatum",
            "expect",
            "discuss",
            "debate",
            "contemplate",
            "ready",
            "set",
            "due",
            "likely",
            "stand",
            "risk",
            "face",
            "possible",
            "appeal",
            "agree",
            "deadline",
            "fear",
            "need",
            "able",
            "willing");

    /** "Proposed that Kyiv cut its ties": the clause with a bare verb tells what is wanted. */
    private static final Set<String> MANDATIVE =
            Set.of("propose", "demand", "request", "recommend", "urge", "ask", "insist", "require");

    /** With these it is not done. */
    private static final Set<String> REFUSED = Set.of(
            "refuse",
            "decline",
            "rule",
            "exclude",
            "deny",
            "reject",
            "dismiss",
            "fail",
            "yet",
            "stop",
            "avoid",
            "prevent",
            "oppose",
            "reluctant",
            "resist",
            "unable",
            "unwilling");

    /** What is thought or spoken of and need not be. */
    private static final Set<String> SUPPOSED = Set.of(
            "talk",
            "idea",
            "prospect",
            "possibility",
            "question",
            "rumour",
            "rumor",
            "notion",
            "suggestion",
            "chance",
            "danger",
            "option",
            "speculation",
            "report",
            "speak",
            "think",
            "imagine");

    private static final Set<String> NONSENSE = Set.of(
            "nonsense",
            "false",
            "untrue",
            "baseless",
            "groundless",
            "unfounded",
            "fiction",
            "lie",
            "rubbish",
            "fabrication");

    /** With these it is decided; on which day it is done, other words say. */
    private static final Set<String> DECIDED = Set.of("decide", "order", "decision", "choose", "tell", "instruct");

    static Reality of(Sentence sentence, int verb) {
        Reality own = alone(sentence, verb);
        int at = verb;
        for (int steps = 0; own != OPEN && steps < MOST_ABOVE; steps++) {
            Token token = sentence.token(at);
            int up = token.head();
            if (token.relation().equals("csubj") && sentence.token(verb).xpos().matches("VBG|VB")) {
                // "Breaking off relations would be a mistake".
                return OPEN;
            }
            if (up < 0) {
                break;
            }
            if (token.relation().equals("conj")) {
                own = own == DONE && sentence.token(at).xpos().equals("VB") ? alone(sentence, up) : own;
                at = up;
                continue;
            }
            boolean complement = token.relation().equals("xcomp")
                    || token.relation().equals("ccomp")
                    || token.deprel().equals("acl")
                    || token.relation().equals("obj")
                    || token.relation().equals("obl") && isOf(sentence, at)
                    || token.relation().equals("advcl") && (isInfinitive(sentence, at) || isGerund(sentence, at, up));
            if (!complement) {
                break;
            }
            String lemma = sentence.token(up).lemma().toLowerCase(Locale.ROOT);
            if (SUPPOSED.contains(lemma) && sentence.token(at).xpos().matches("VBG|VB|NN")) {
                return isNonsense(sentence, up) ? NOT : OPEN;
            }
            boolean clause = token.relation().equals("ccomp");
            if (REFUSED.contains(lemma)) {
                return own == NOT ? OPEN : NOT;
            }
            if (clause && own == DONE && MANDATIVE.contains(lemma) && isBare(sentence, at)) {
                return COMING;
            }
            if (WANTED.contains(lemma) && !(clause && own == DONE)) {
                return own == NOT ? OPEN : COMING;
            }
            if (DECIDED.contains(lemma)) {
                return own == NOT ? NOT : isNegated(sentence, up) ? NOT : OPEN;
            }
            if (!clause) {
                Reality above = alone(sentence, up);
                own = above == DONE ? own : above;
            }
            at = up;
        }
        return own;
    }

    /** Whether it was done before something else in the past: "had been closed". */
    static boolean isPluperfect(Sentence sentence, int verb) {
        return sentence.children(verb).stream()
                .anyMatch(c -> sentence.token(c).form().toLowerCase(Locale.ROOT).equals("had"));
    }

    private static Reality alone(Sentence sentence, int verb) {
        boolean modal = false;
        boolean not = isNegated(sentence, verb);
        boolean yet = false;
        for (int child : sentence.children(verb)) {
            String form = sentence.token(child).form().toLowerCase(Locale.ROOT);
            String relation = sentence.token(child).relation();
            if (CONDITIONS.contains(form) && relation.equals("mark") && child < verb) {
                return OPEN;
            }
            modal |= relation.equals("aux") && MODALS.contains(form);
            yet |= form.equals("yet") && child < verb;
        }
        if (not || yet && isInfinitive(sentence, verb)) {
            return NOT;
        }
        for (int i = verb - 1; i > 0 && i >= verb - 3; i--) {
            if (sentence.token(i).form().equalsIgnoreCase("yet") && isInfinitive(sentence, verb)) {
                return NOT;
            }
        }
        return modal ? COMING : DONE;
    }

    private static boolean isNegated(Sentence sentence, int verb) {
        for (int child : sentence.children(verb)) {
            Token token = sentence.token(child);
            String form = token.form().toLowerCase(Locale.ROOT);
            if (child < verb && NOT_WORDS.contains(form)) {
                return true;
            }
            if (token.relation().equals("nsubj") || token.relation().equals("obj")) {
                boolean none = sentence.children(child).stream()
                        .anyMatch(c -> Set.of("no", "neither")
                                .contains(sentence.token(c).form().toLowerCase(Locale.ROOT)));
                if (none) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "Talk of a break is nonsense". */
    private static boolean isNonsense(Sentence sentence, int noun) {
        Token token = sentence.token(noun);
        return token.head() >= 0
                && token.relation().equals("nsubj")
                && NONSENSE.contains(sentence.token(token.head()).lemma().toLowerCase(Locale.ROOT));
    }

    private static boolean isBare(Sentence sentence, int verb) {
        Token token = sentence.token(verb);
        return token.form().equalsIgnoreCase(token.lemma())
                && sentence.children(verb).stream()
                        .noneMatch(c -> sentence.token(c).relation().equals("aux"));
    }

    private static boolean isInfinitive(Sentence sentence, int verb) {
        return sentence.children(verb).stream()
                .anyMatch(c -> c < verb && sentence.token(c).form().equalsIgnoreCase("to"));
    }

    /** "Ruled out breaking off relations": right behind the verb or its particle. */
    private static boolean isGerund(Sentence sentence, int verb, int up) {
        boolean behind = verb == up + 1
                || verb == up + 2 && sentence.token(up + 1).deprel().equals("compound:prt");
        return behind && sentence.token(verb).xpos().equals("VBG");
    }

    /** "Warned of closing it", "ruled out recalling him". */
    private static boolean isOf(Sentence sentence, int noun) {
        return sentence.children(noun).stream()
                .anyMatch(c -> Set.of("of", "for", "against", "with")
                        .contains(sentence.token(c).form().toLowerCase(Locale.ROOT)));
    }
}
