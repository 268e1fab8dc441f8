package org.demarche.mention.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.demarche.model.Span;
import org.demarche.model.Upos;
import org.jspecify.annotations.Nullable;

/** Finds what a verb gives to its holder, by the ways in which the lexicon says the verb takes it. */
final class Contents {
    private static final List<String> PREPOSITIONS =
            List.of("about", "of", "for", "on", "over", "with", "against", "in", "to", "at", "from");
    private static final Set<String> TIMES = Set.of(
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "today",
            "yesterday",
            "tomorrow",
            "week",
            "month",
            "year",
            "day",
            "night",
            "morning",
            "afternoon",
            "evening",
            "time");

    private static final Set<String> MANNERS =
            Set.of("basis", "way", "manner", "tone", "voice", "occasion", "condition", "anonymity", "behalf", "detail");

    private static final Set<String> RELATIVE = Set.of("whom", "which", "that", "what", "who");

    private final Tree tree;
    private final Cues cues;
    private final Phrases phrases;

    Contents(Tree tree, Cues cues, Phrases phrases) {
        this.tree = tree;
        this.cues = cues;
        this.phrases = phrases;
    }

    /** The content of an active verb: at most one, the fullest that the lexicon allows. */
    List<Content> of(int verb, String lemma) {
        for (Finder finder : List.<Finder>of(
                this::clause,
                this::interposed,
                this::objectInfinitive,
                this::infinitive,
                this::objectAs,
                this::asClause,
                this::prepositional,
                this::object,
                this::gap,
                this::postposed,
                this::rest)) {
            Content content = finder.find(verb, lemma);
            if (content != null && !content.spans().isEmpty()) {
                return List.of(content);
            }
        }
        return List.of();
    }

    /** "X was accused of Y", "it was said that …", "is expected to …". */
    List<Content> ofPassive(int verb, String lemma, int subject) {
        Content clause = clause(verb, lemma);
        if (clause != null) {
            return List.of(clause);
        }
        int infinitive = tree.child(verb, "xcomp");
        Cues.Frame frame = cues.frame(lemma, "object-infinitive");
        frame = frame != null ? frame : cues.frame(lemma, "infinitive");
        frame = frame != null ? frame : cues.frame(lemma, "clause");
        if (infinitive > verb && frame != null && tree.token(infinitive).upos() == Upos.VERB) {
            return content(frame, true, -1, subjectSpan(subject), phrases.clause(infinitive));
        }
        Cues.Frame as = cues.frame(lemma, "object-as");
        int name = as == null ? -1 : predicate(verb);
        if (as != null && name > verb) {
            return content(as, true, -1, phrases.nominal(name));
        }
        Cues.Frame object = cues.frame(lemma, "object");
        if (object != null && subject >= 0) {
            return content(object, false, -1, subjectSpan(subject));
        }
        return List.of();
    }

    /** What something is called or seen as, or -1. */
    private int predicate(int verb) {
        for (int c : tree.children(verb)) {
            boolean as = (tree.relation(c).equals("obl") || tree.relation(c).equals("advcl"))
                    && (tree.preposition(c).equals("as") || markOf(c).equals("as"));
            if (c > verb
                    && (as || (tree.relation(c).equals("xcomp") && tree.token(c).upos() != Upos.VERB))) {
                return c;
            }
        }
        return -1;
    }

    private @Nullable Span subjectSpan(int subject) {
        return subject < 0 ? null : phrases.source(subject);
    }

    private static List<Content> content(Cues.Frame frame, boolean clause, int preposition, @Nullable Span... spans) {
        List<Span> kept = new ArrayList<>();
        for (Span span : spans) {
            if (span != null) {
                kept.add(span);
            }
        }
        return kept.isEmpty() ? List.of() : List.of(new Content(frame.kind(), kept, clause, preposition));
    }

    private static @Nullable Content one(List<Content> list) {
        return list.isEmpty() ? null : list.get(0);
    }

    private @Nullable Content clause(int verb, String lemma) {
        Cues.Frame frame = cues.frame(lemma, "clause");
        int clause = tree.child(verb, "ccomp");
        if (clause < 0 && frame != null) {
            int parataxis = tree.child(verb, "parataxis");
            clause = parataxis > verb
                            && tree.child(parataxis, "nsubj") >= 0
                            && tree.lower(tree.left(parataxis) - 1).matches("[:,]")
                    ? parataxis
                    : -1;
        }
        if (frame == null || clause < 0 || isReduced(verb, clause)) {
            return null;
        }
        int left = tree.left(clause);
        if (clause > verb) {
            left = afterTime(fromCue(verb, left, lemma), clause);
            return one(content(frame, true, -1, phrases.trimmed(left, untilNextCue(left, tree.right(clause)))));
        }
        return one(content(frame, true, -1, phrases.clause(clause)));
    }

    /** "Replied to an offer made in May": a participle behind a noun, with nothing of a clause, is not what is said. */
    private boolean isReduced(int verb, int clause) {
        return clause > verb + 1
                && tree.token(clause).xpos().equals("VBN")
                && tree.token(clause - 1).upos() == Upos.NOUN
                && tree.child(clause, "nsubj") < 0
                && tree.child(clause, "nsubj:pass") < 0
                && tree.child(clause, "aux") < 0
                && tree.child(clause, "aux:pass") < 0
                && tree.child(clause, "mark") < 0;
    }

    /** The clause begins right behind the verb where the words between are neither who is told nor when, where or how it was said. */
    private int fromCue(int verb, int left, String lemma) {
        if (cues.frame(lemma, "addressee") != null || left <= verb + 1) {
            return left;
        }
        Upos next = tree.token(verb + 1).upos();
        boolean begins =
                next != Upos.ADP && next != Upos.ADV && next != Upos.PUNCT && next != Upos.PART && !isTime(verb + 1);
        for (int i = verb + 1; i < left; i++) {
            begins &= !tree.lower(i).equals(",") && !tree.lower(i).equals(":");
        }
        return begins ? verb + 1 : left;
    }

    /** "said last night, further steps …": when it was said is no part of what was said. */
    private int afterTime(int left, int clause) {
        for (int i = left; i < clause && i < left + 4; i++) {
            if (tree.lower(i).equals(",")) {
                return i > left && isTime(i - 1) ? i + 1 : left;
            }
        }
        return left;
    }

    /** Up to where a clause goes: "…, arguing that" is the holder's next word. */
    private int untilNextCue(int left, int right) {
        for (int i = left + 2; i < right; i++) {
            String lemma = tree.lemma(i);
            boolean cue = tree.token(i).xpos().equals("VBG")
                    && tree.lower(i - 1).equals(",")
                    && (cues.frame(lemma, "quote") != null || lemma.equals("cite"))
                    && cues.frame(lemma, "clause") != null;
            if (cue) {
                return i - 1;
            }
        }
        return right;
    }

    /** "called the treaty a scrap of paper", "described the visit as routine". */
    private @Nullable Content objectAs(int verb, String lemma) {
        Cues.Frame frame = cues.frame(lemma, "object-as");
        int object = tree.child(verb, "obj");
        if (frame != null && object >= 0 && object < verb && RELATIVE.contains(tree.lower(object))) {
            int name = predicate(verb);
            return name < verb ? null : one(content(frame, true, -1, phrases.nominal(name)));
        }
        if (frame == null || object < verb) {
            return null;
        }
        int right = -1;
        for (int c : tree.children(verb)) {
            boolean as = (tree.relation(c).equals("obl") || tree.relation(c).equals("advcl"))
                    && (tree.preposition(c).equals("as")
                            || markOf(c).equals("as")
                            || (tree.preposition(c).equals("to") && !lemma.equals("call")));
            if (c > object && (tree.relation(c).equals("xcomp") || as)) {
                right = Math.max(right, tree.right(c));
            }
        }
        int next = tree.right(object) + 1;
        if (right < 0 && next < tree.size() && isName(next)) {
            right = Math.max(next, tree.right(verb));
        }
        if (right < 0 && !hasPredicateInside(object)) {
            return null;
        }
        return one(content(frame, true, -1, phrases.trimmed(tree.left(object), Math.max(right, tree.right(object)))));
    }

    private boolean isName(int at) {
        String word = tree.lower(at);
        return Phrases.opens(word)
                || Set.of("a", "an", "the", "as").contains(word)
                || tree.token(at).upos() == Upos.ADJ;
    }

    /** "…, as the envoy put it": the clause around is the content. */
    private @Nullable Content asClause(int verb, String lemma) {
        Cues.Frame frame = cues.frame(lemma, "quote");
        int head = tree.head(verb);
        boolean as = markOf(verb).equals("as") && tree.relation(verb).equals("advcl") && head >= 0 && isFinite(verb);
        if (frame == null || !as || tree.child(verb, "ccomp") >= 0) {
            return null;
        }
        return new Content(frame.kind(), phrases.around(head, tree.left(verb), tree.right(verb)), true, -1);
    }

    /** A parser that reads "him a master" as one phrase. */
    private boolean hasPredicateInside(int object) {
        return tree.exact(object, "nsubj") >= 0 || tree.preposition(object).equals("as");
    }

    /** "The talks, he said, have failed": the clause around the cue is the content. */
    private @Nullable Content interposed(int verb, String lemma) {
        Cues.Frame frame = cues.frame(lemma, "quote");
        boolean beside = tree.relation(verb).equals("parataxis") && tree.child(verb, "xcomp") < 0;
        if (frame == null || !beside || tree.head(verb) < 0) {
            return null;
        }
        int clause = tree.head(verb);
        boolean before = tree.right(verb) < clause && tree.left(clause) == tree.left(verb);
        List<Span> spans = phrases.around(clause, tree.left(verb), tree.right(verb));
        return before && spans.isEmpty() ? null : new Content(frame.kind(), spans, true, -1);
    }

    /** "urged both sides to talk": object and infinitive together. */
    private @Nullable Content objectInfinitive(int verb, String lemma) {
        Cues.Frame frame = cues.frame(lemma, "object-infinitive");
        int infinitive = infinitiveOf(verb);
        int object = tree.child(verb, "obj");
        int nominal = object >= 0 ? -1 : phrases.nominalAfter(verb, Set.of("on", "for", "to"));
        if (frame == null || infinitive < verb) {
            return null;
        }
        if (object > verb && object < infinitive) {
            return one(content(frame, true, -1, phrases.trimmed(tree.left(object), tree.right(infinitive))));
        }
        if (nominal > verb && nominal < infinitive) {
            int mark = tree.child(nominal, "case");
            return one(content(frame, true, mark, phrases.trimmed(mark + 1, tree.right(infinitive))));
        }
        return null;
    }

    private @Nullable Content infinitive(int verb, String lemma) {
        Cues.Frame frame = cues.frame(lemma, "infinitive");
        int infinitive = infinitiveOf(verb);
        if (frame == null || infinitive < verb) {
            return null;
        }
        boolean isCue = !cues.verb(tree.lemma(infinitive)).isEmpty() && cues.isCatenative(lemma);
        return isCue ? null : one(content(frame, true, -1, phrases.clause(infinitive)));
    }

    private int infinitiveOf(int verb) {
        for (int c : tree.children(verb)) {
            boolean clause = tree.relation(c).equals("xcomp")
                    || tree.relation(c).equals("ccomp")
                    || tree.relation(c).equals("advcl");
            int mark = tree.child(c, "mark");
            if (c > verb
                    && clause
                    && mark >= 0
                    && tree.lower(mark).equals("to")
                    && (!tree.relation(c).equals("advcl") || tree.child(verb, "obj") > 0)) {
                return c;
            }
        }
        return -1;
    }

    /** "Called on Lima to pay": what is wanted of those whom the phrase names, or -1. */
    private int infinitive(int verb, int phrase) {
        for (int c : tree.children(verb)) {
            if (c > phrase
                    && tree.relation(c).matches("xcomp|advcl")
                    && markOf(c).equals("to")) {
                return c;
            }
        }
        return -1;
    }

    /** "called for talks", "spoke of a new era", "warned against a boycott". */
    private @Nullable Content prepositional(int verb, String lemma) {
        for (int c : tree.children(verb)) {
            String preposition = tree.preposition(c);
            boolean fits = c > verb && tree.relation(c).equals("obl") && PREPOSITIONS.contains(preposition);
            Cues.Frame frame = fits ? cues.frame(lemma, preposition) : null;
            if (frame == null || isTime(c) || (tree.child(verb, "obj") >= 0 && cues.frame(lemma, "object") != null)) {
                continue;
            }
            int wanted = frame.kind().equals("order") ? infinitive(verb, c) : -1;
            return one(
                    wanted >= 0
                            ? content(
                                    frame,
                                    true,
                                    tree.child(c, "case"),
                                    phrases.trimmed(tree.left(c) + 1, tree.right(wanted)))
                            : content(frame, false, tree.child(c, "case"), phrases.nominal(c)));
        }
        for (int c : tree.children(verb)) {
            int mark = tree.child(c, "mark");
            Cues.Frame frame = c > verb && tree.relation(c).equals("advcl") && mark > verb
                    ? cues.frame(lemma, tree.lower(mark))
                    : null;
            if (frame != null && tree.token(c).xpos().equals("VBG")) {
                return one(content(frame, false, mark, phrases.trimmed(mark + 1, tree.right(c))));
            }
        }
        return null;
    }

    private @Nullable Content object(int verb, String lemma) {
        Cues.Frame frame = cues.frame(lemma, "object");
        int object = tree.child(verb, "obj");
        if (frame == null || object < verb || isTime(object)) {
            return null;
        }
        int right = tree.right(object);
        for (int c : tree.children(verb)) {
            String preposition = tree.preposition(c);
            boolean more = c > object
                    && (tree.relation(c).equals("obl") || tree.relation(c).equals("advcl"))
                    && (frame.takes(preposition)
                            || frame.takes(markOf(c))
                            || (preposition.equals("of") && frame.takes("of")));
            boolean predicate = c > object && tree.relation(c).equals("xcomp");
            if ((more && !isTime(c)) || predicate) {
                right = Math.max(right, tree.right(c));
            }
        }
        return one(content(frame, false, -1, phrases.trimmed(tree.left(object), right)));
    }

    /** "a charge that Oslo has rejected": what is judged stands before the clause that judges it. */
    private @Nullable Content gap(int verb, String lemma) {
        Cues.Frame frame = cues.frame(lemma, "object");
        int noun = tree.head(verb);
        int subject = tree.exact(verb, "nsubj");
        boolean judged = frame != null
                && frame.kind().equals("evaluation")
                && tree.token(verb).deprel().equals("acl:relcl")
                && tree.child(verb, "ccomp") < 0
                && subject > noun
                && subject < verb
                && !RELATIVE.contains(tree.lower(subject));
        return judged && frame != null
                ? one(content(frame, false, -1, phrases.trimmed(tree.left(noun), tree.left(verb) - 1)))
                : null;
    }

    /** "The talks have failed, the envoy said.": all that stands before a comma and a cue that closes the sentence. */
    private @Nullable Content postposed(int verb, String lemma) {
        Cues.Frame frame = cues.frame(lemma, "quote");
        int subject = tree.exact(verb, "nsubj");
        int first = subject < 0 ? verb : Math.min(verb, tree.left(subject));
        boolean finite = isFinite(verb) && first > 2 && tree.lower(first - 1).equals(",");
        boolean closes = Math.max(verb, subject < 0 ? 0 : tree.right(subject)) >= tree.size() - 8;
        if (frame == null || !finite || !closes || (subject < 0 && verb == first)) {
            return null;
        }
        return one(content(frame, true, -1, phrases.trimmed(0, first - 1)));
    }

    /** "The envoy said the talks …" where the parser sees no clause: all that comes after, if it begins like one. */
    private @Nullable Content rest(int verb, String lemma) {
        Cues.Frame frame = cues.frame(lemma, "clause");
        boolean adjacent =
                isFinite(verb) && verb > 0 && tree.exact(verb, "nsubj") >= 0 && tree.exact(verb, "nsubj") < verb;
        if (frame == null || !frame.kind().equals("statement") || !adjacent) {
            return null;
        }
        int first = verb + 1;
        int told = tree.child(verb, "iobj") >= 0 ? tree.child(verb, "iobj") : tree.child(verb, "obj");
        if (frame.takes("addressee") && told > verb && told < tree.size() - 3) {
            first = tree.right(told) + 1;
        }
        boolean finite = false;
        int end = endOfClause(verb);
        for (int i = first + 1; i <= end && !finite; i++) {
            String tag = tree.token(i).xpos();
            finite = tag.equals("VBD") || tag.equals("VBZ") || tag.equals("VBP") || tag.equals("MD");
        }
        boolean begins = first < end - 1
                && finite
                && !tree.isPunctuation(first)
                && tree.token(first).upos() != Upos.PART
                && tree.token(first).upos() != Upos.ADP
                && tree.token(first).upos() != Upos.ADV
                && !isTime(first);
        return begins ? one(content(frame, true, -1, phrases.trimmed(first, end))) : null;
    }

    /** Last word of the subordinate clause that a verb stands in ("When Oslo said …, Lima …"), or of the sentence. */
    private int endOfClause(int verb) {
        for (int up = verb, steps = 0; up >= 0 && steps < 6; steps++) {
            if (tree.relation(up).equals("advcl") || tree.relation(up).equals("acl")) {
                return tree.right(up);
            }
            up = tree.head(up);
        }
        return tree.size() - 1;
    }

    private boolean isFinite(int verb) {
        String tag = tree.token(verb).xpos();
        return tag.equals("VBD") || tag.equals("VBZ") || tag.equals("VBP");
    }

    private String markOf(int clause) {
        int mark = tree.child(clause, "mark");
        return mark < 0 ? "" : tree.lower(mark);
    }

    /** "spoke on a regular basis", "talked in April 2020", "said in a low voice": how, when or where, not of what. */
    private boolean isTime(int noun) {
        return TIMES.contains(tree.lemma(noun))
                || MANNERS.contains(tree.lemma(noun))
                || Subjects.isDate(tree, noun)
                || tree.token(noun).deprel().equals("obl:tmod")
                || tree.token(noun).deprel().equals("obl:unmarked");
    }

    private interface Finder {
        @Nullable
        Content find(int verb, String lemma);
    }
}
