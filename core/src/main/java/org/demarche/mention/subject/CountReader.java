package org.demarche.mention.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.demarche.mention.subject.Scene.Anchor;
import org.demarche.model.Actor;
import org.demarche.model.Attribute;
import org.demarche.model.Change;
import org.demarche.model.Mention;
import org.demarche.model.Subject;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/** Reads how many there are and how many there may be: staff of a house, its ceiling, members of an organisation. */
final class CountReader {
    private static final Set<String> LATER =
            Set.of("later", "then", "afterwards", "since", "now", "thereafter", "subsequently", "today");
    private static final Set<String> CUTS = Set.of(
            "cut",
            "cuts",
            "reduce",
            "reduced",
            "reduces",
            "reducing",
            "lower",
            "lowered",
            "halve",
            "halved",
            "raise",
            "raised",
            "slash",
            "slashed",
            "expel",
            "expelled",
            "expels",
            "order",
            "ordered",
            "revoked",
            "withdrew",
            "cutting",
            "reduction",
            "expulsion",
            "lowering",
            "recalled",
            "leave",
            "left");

    /** So many words before a number the verb stands that says that it moved. */
    private static final int MOVED = 12;

    private static final Set<String> SHRINKS = Set.of(
            "shrink",
            "shrank",
            "shrunk",
            "fall",
            "fell",
            "fallen",
            "drop",
            "dropped",
            "dwindle",
            "dwindled",
            "grow",
            "grew",
            "rise",
            "rose",
            "decline",
            "declined",
            "go",
            "went");
    private static final Set<String> PLAIN =
            Set.of("of", "them", "its", "their", "the", "others", "still", "now", "other", "accredited");

    private final StandingLexicon lexicon;
    private final Subjects subjects;

    /** Where the mission of staff, and the parties of subjects, come from. */
    interface Subjects {
        /** The house whose ceiling staff is under; the subject itself where it is one. */
        Subject house(Subject subject);

        /** The staff of a house. */
        Subject staff(Subject house);

        Subject members(Actor organisation);
    }

    CountReader(StandingLexicon lexicon, Subjects subjects) {
        this.lexicon = lexicon;
        this.subjects = subjects;
    }

    List<Change> read(Scene scene) {
        List<Change> out = new ArrayList<>();
        Words words = scene.words();
        boolean acts = false;
        for (int i = 0; i < words.size(); i++) {
            acts |= CUTS.contains(words.lower(i));
        }
        List<Mention.OfQuantity> numbers =
                scene.quantities().stream().filter(q -> isOfPeople(scene, q)).toList();
        if (!numbers.isEmpty() && !acts) {
            ceilings(scene, numbers, out);
            if (out.isEmpty()) {
                headcounts(scene, numbers, out);
            }
        }
        if (out.isEmpty()) {
            totals(scene, numbers, out);
        }
        members(scene, out);
        return out;
    }

    /** Whether people are counted, or nothing that the words name. */
    private boolean isOfPeople(Scene scene, Mention.OfQuantity quantity) {
        Words words = scene.words();
        int last = scene.wordBefore(quantity.span().end());
        for (int i = last + 1; i <= last + 4; i++) {
            if (lexicon.is("people", words.lower(i))) {
                return true;
            }
        }
        String unit = quantity.unit();
        return unit == null || Set.of("remain", "stay", "remained", "stayed").contains(unit);
    }

    /** "The number of its staff could be up to 30, later 20", "the embassy is limited to 40 diplomats". */
    private void ceilings(Scene scene, List<Mention.OfQuantity> numbers, List<Change> out) {
        Words words = scene.words();
        boolean bounded = false;
        for (int i = 0; i < words.size(); i++) {
            bounded |= lexicon.is("ceiling", words.lower(i));
            boolean upTo = words.lower(i).equals("up") && words.lower(i + 1).equals("to")
                    || words.lower(i).equals("at") && words.lower(i + 1).equals("most")
                    || words.lower(i).equals("no")
                            && words.lower(i + 1).equals("more")
                            && words.lower(i + 2).equals("than");
            boolean may = Set.of("could", "may", "can", "might").contains(words.lower(i));
            bounded |= upTo && mayBe(words) || may && words.lower(i + 1).equals("have") && upToAfter(words, i);
        }
        Anchor only = bounded ? house(scene) : null;
        if (only == null) {
            return;
        }
        When until = scene.until(0, words.size());
        for (int n = 0; n < numbers.size(); n++) {
            Mention.OfQuantity q = numbers.get(n);
            int at = scene.wordAt(q.span().start());
            int last = scene.wordBefore(q.span().end());
            Anchor anchor = houseBefore(scene, at, only);
            Subject house = subjects.house(anchor.subject());
            boolean later = n > 0
                    && isLater(words, scene.wordBefore(numbers.get(n - 1).span().end()), at);
            String value = number(q.value() == null ? q.high() : q.value());
            int from = Math.min(anchor.from(), at);
            if (value == null) {
                continue;
            }
            if (later && until != null) {
                out.add(scene.change(
                        house, Attribute.CEILING, value, null, null, Change.Nature.BEGINS, until, null, from, last));
            } else if (until != null) {
                out.add(scene.change(
                        house,
                        Attribute.CEILING,
                        value,
                        null,
                        null,
                        Change.Nature.HOLDS,
                        When.UNKNOWN,
                        until,
                        from,
                        last));
            } else {
                out.add(scene.change(house, Attribute.CEILING, value, null, null, false, at, from, last));
            }
        }
    }

    private static boolean mayBe(Words words) {
        for (int i = 0; i < words.size(); i++) {
            if (Set.of("could", "may", "can", "might", "allowed", "must").contains(words.lower(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean upToAfter(Words words, int i) {
        return Set.of("up", "at", "no", "only").contains(words.lower(i + 2));
    }

    private static boolean isLater(Words words, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (LATER.contains(words.lower(i))) {
                return true;
            }
        }
        return false;
    }

    /** "There are three officers on the mission", "the embassy has 40 staff", "two dozen people working in the mission". */
    private void headcounts(Scene scene, List<Mention.OfQuantity> numbers, List<Change> out) {
        Words words = scene.words();
        List<Change> found = new ArrayList<>();
        int counted = 0;
        for (Mention.OfQuantity q : numbers) {
            int at = scene.wordAt(q.span().start());
            int last = scene.wordBefore(q.span().end());
            boolean there = false;
            boolean past = false;
            for (int i = at - 1; i >= 0 && i >= at - 6; i--) {
                there |= words.lower(i).equals("there");
                past |= Set.of("were", "was", "had").contains(words.lower(i));
            }
            Anchor house = null;
            Anchor staff = null;
            for (Anchor anchor : scene.anchors()) {
                Subject.Kind kind = anchor.subject().kind();
                boolean isHouse = kind == Subject.Kind.MISSION || kind == Subject.Kind.OFFICE;
                boolean on = there
                        && anchor.from() > last
                        && anchor.from() - last < 8
                        && Set.of("on", "in", "at", "of").contains(words.lower(anchor.from() - 1));
                boolean owns = anchor.to() < at && at - anchor.to() <= 6 && has(words, anchor.to() + 1, at);
                boolean works = anchor.from() > last && worksAt(words, last, anchor.from());
                if (isHouse && house == null && (on || owns || works)) {
                    house = anchor;
                }
                if (kind == Subject.Kind.STAFF && there && anchor.from() <= at && anchor.to() >= last) {
                    staff = anchor;
                }
            }
            if (house != null) {
                int first = Math.min(house.from(), at);
                int end = Math.max(house.to(), last);
                if (!house.subject().parties().isEmpty()) {
                    found.add(count(scene, subjects.staff(house.subject()), q, past, at, first, end));
                }
                found.add(count(scene, house.subject(), q, past, at, first, end));
                counted++;
            } else if (staff != null) {
                found.add(count(scene, staff.subject(), q, past, at, staff.from(), staff.to()));
                counted++;
            }
        }
        // "Seven diplomats and 25 others": neither is how many there are.
        if (counted == 1) {
            out.addAll(found);
        }
    }

    /** "150 people work at the embassy", "40 diplomats are employed in the mission": but not those "working" there, who are some of all. */
    private boolean worksAt(Words words, int last, int house) {
        int i = last + 1;
        while (i < house
                && (lexicon.is("people", words.lower(i)) || words.isCapital(i) || PLAIN.contains(words.lower(i)))) {
            i++;
        }
        if (Set.of("are", "were", "is").contains(words.lower(i))) {
            i++;
            while (lexicon.is("adverbs", words.lower(i))) {
                i++;
            }
            if (!Set.of("employed", "accredited", "posted", "stationed", "based", "working", "serving")
                    .contains(words.lower(i))) {
                return false;
            }
        } else if (!Set.of("work", "works", "worked", "serve", "served").contains(words.lower(i))) {
            return false;
        }
        boolean at = false;
        for (int k = i + 1; k < house; k++) {
            at |= Set.of("at", "in", "for").contains(words.lower(k));
            if (words.isNumber(k) || words.lower(k).equals("and")) {
                return false;
            }
        }
        return at || Set.of("at", "in", "for").contains(words.lower(house - 1));
    }

    /** "Just 21 remain", "its staff, put at 62", "would shrink from 27 to five", "leaving nine diplomats in Lima". */
    private void totals(Scene scene, List<Mention.OfQuantity> numbers, List<Change> out) {
        Words words = scene.words();
        for (Mention.OfQuantity q : numbers) {
            int at = scene.wordAt(q.span().start());
            int last = scene.wordBefore(q.span().end());
            boolean from = q.role() == Mention.OfQuantity.Role.FROM;
            boolean moves = shrinks(words, at);
            boolean coming = moves && isComing(words, at);
            boolean total = moves
                    ? coming == from
                            && (from
                                    || q.role() == Mention.OfQuantity.Role.TO
                                    || words.lower(at - 1).equals("to"))
                    : !from && (remain(words, last) || isTotal(words, at));
            Subject staff = total ? staff(scene, at, moves) : null;
            if (staff != null) {
                Anchor anchor = nearestStaff(scene, at);
                int first = anchor == null ? Math.max(0, at - 1) : Math.min(anchor.from(), at);
                int end = anchor == null ? Math.min(words.size() - 1, last + 1) : Math.max(anchor.to(), last);
                out.add(count(scene, staff, q, false, at, first, end));
            }
        }
    }

    /** "21 remain", "nine of them stayed", "12 diplomats are left". */
    private boolean remain(Words words, int last) {
        int i = last + 1;
        while (i <= last + 4
                && (words.isCapital(i) || lexicon.is("people", words.lower(i)) || PLAIN.contains(words.lower(i)))) {
            i++;
        }
        boolean left = Set.of("are", "were", "is").contains(words.lower(i))
                && words.lower(i + 1).equals("left");
        return left || Set.of("remain", "remained", "remains", "stay", "stayed").contains(words.lower(i));
    }

    /** "Put at 62", "numbering 14", "leaving just nine". */
    private static boolean isTotal(Words words, int at) {
        int i = at - 1;
        while (Set.of(
                        "just", "only", "about", "some", "around", "roughly", "a", "mere", "nearly", "almost", "under",
                        "over")
                .contains(words.lower(i))) {
            i--;
        }
        boolean told = words.lower(i).equals("at")
                && Set.of("put", "estimated", "stands", "stood", "stand", "given", "reckoned", "fixed")
                        .contains(words.lower(i - 1));
        boolean to = words.lower(i).equals("to")
                && Set.of("down", "shrunk", "fallen", "dwindled", "fell", "dwindles")
                        .contains(words.lower(i - 1));
        return told
                || to
                || Set.of("numbering", "numbered", "numbers", "totalling", "totaling", "leaving")
                        .contains(words.lower(i));
    }

    private static boolean shrinks(Words words, int at) {
        for (int i = at - 1; i >= 0 && i >= at - MOVED; i--) {
            if (SHRINKS.contains(words.lower(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isComing(Words words, int at) {
        for (int i = at - 1; i >= 0 && i >= at - 9; i--) {
            if (Set.of("would", "will", "is", "are", "may", "could").contains(words.lower(i))) {
                return !Set.of("is", "are").contains(words.lower(i))
                        || words.lower(i + 1).equals("to");
            }
        }
        return false;
    }

    private @Nullable Subject staff(Scene scene, int at, boolean here) {
        Anchor anchor = nearestStaff(scene, at);
        if (anchor != null) {
            return anchor.subject().kind() == Subject.Kind.STAFF ? anchor.subject() : subjects.staff(anchor.subject());
        }
        return here ? null : scene.staffBefore();
    }

    /** The staff, else the mission, of two parties that stands nearest to a word. */
    private static @Nullable Anchor nearestStaff(Scene scene, int at) {
        Anchor best = null;
        for (Anchor anchor : scene.anchors()) {
            Subject.Kind kind = anchor.subject().kind();
            boolean fits = (kind == Subject.Kind.STAFF || kind == Subject.Kind.MISSION)
                    && anchor.subject().parties().size() == 2;
            boolean better = best == null
                    || kind == Subject.Kind.STAFF && best.subject().kind() != Subject.Kind.STAFF
                    || kind == best.subject().kind() && Math.abs(anchor.from() - at) < Math.abs(best.from() - at);
            if (fits && better) {
                best = anchor;
            }
        }
        return best;
    }

    /** "Membership of the bloc grew to 27 states", "the bloc has 27 members". */
    private void members(Scene scene, List<Change> out) {
        Words words = scene.words();
        for (Mention.OfQuantity q : scene.quantities()) {
            int at = scene.wordAt(q.span().start());
            int last = scene.wordBefore(q.span().end());
            String value = number(q.value());
            boolean states = false;
            for (int i = last + 1; i <= last + 3; i++) {
                states |= Set.of("members", "states", "nations", "countries", "member")
                        .contains(words.lower(i));
            }
            if (!states || value == null || q.role() == Mention.OfQuantity.Role.FROM) {
                continue;
            }
            for (Anchor anchor : scene.anchors()) {
                boolean whole = anchor.subject().kind() == Subject.Kind.MEMBERSHIP
                        && anchor.subject().parties().size() == 1;
                if (whole && anchor.to() < at && grows(words, anchor.to() + 1, at)) {
                    out.add(scene.change(
                            anchor.subject(), Attribute.MEMBERS, value, null, null, false, at, anchor.from(), last));
                }
            }
            Actor owner = scene.organisationBefore(at, 4);
            if (owner != null
                    && has(words, Math.max(0, at - 3), at)
                    && words.lower(last + 1).startsWith("member")) {
                int from = scene.wordAt(scene.startOf(owner, at));
                out.add(scene.change(
                        subjects.members(owner),
                        Attribute.MEMBERS,
                        value,
                        null,
                        null,
                        false,
                        at,
                        Math.max(0, from),
                        last + 1));
            }
        }
    }

    private static boolean grows(Words words, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Set.of(
                            "grew",
                            "rose",
                            "grown",
                            "risen",
                            "stands",
                            "stood",
                            "increased",
                            "fell",
                            "expanded",
                            "is",
                            "reached",
                            "swelled",
                            "now")
                    .contains(words.lower(i))) {
                return true;
            }
        }
        return false;
    }

    private static Change count(
            Scene scene, Subject subject, Mention.OfQuantity q, boolean past, int at, int first, int last) {
        String value = number(q.value());
        return scene.change(
                subject,
                Attribute.HEADCOUNT,
                value,
                value == null ? q.low() : null,
                value == null ? q.high() : null,
                past,
                at,
                first,
                last);
    }

    private static boolean has(Words words, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Set.of("has", "have", "had", "employs", "employed", "employ", "numbers", "counts")
                    .contains(words.lower(i))) {
                return true;
            }
        }
        return false;
    }

    /** The mission, office or staff of a sentence about a ceiling. */
    private static @Nullable Anchor house(Scene scene) {
        Anchor best = null;
        for (Anchor anchor : scene.anchors()) {
            Subject.Kind kind = anchor.subject().kind();
            boolean fits = kind == Subject.Kind.MISSION || kind == Subject.Kind.OFFICE || kind == Subject.Kind.STAFF;
            if (fits && (best == null || best.subject().kind() == Subject.Kind.STAFF && kind != Subject.Kind.STAFF)) {
                best = anchor;
            }
        }
        return best;
    }

    /** Of several missions the one that stands last before a number, else the one given. */
    private static Anchor houseBefore(Scene scene, int at, Anchor only) {
        Anchor best = only;
        for (Anchor anchor : scene.anchors()) {
            if (anchor.subject().kind() == Subject.Kind.MISSION && anchor.to() < at) {
                best = anchor;
            }
        }
        return best;
    }

    static @Nullable String number(@Nullable Double value) {
        return value == null
                ? null
                : value == Math.rint(value) ? String.valueOf(value.longValue()) : String.valueOf(value);
    }
}
