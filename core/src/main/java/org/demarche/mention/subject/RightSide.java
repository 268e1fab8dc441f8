package org.demarche.mention.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.demarche.mention.subject.Parties.At;
import org.demarche.mention.subject.Phrase.Site;
import org.demarche.model.Span;
import org.demarche.model.Subject;
import org.demarche.model.Subjects;
import org.demarche.model.Subjects.Party;
import org.jspecify.annotations.Nullable;

/** What stands after a head noun in its phrase: "of" its owner, "to", "at", "in" its host, "between" two, an abbreviation. */
final class RightSide {
    /** So many words before "from" the verb stands that says that they leave. */
    private static final int TAKEN = 6;

    private static final Set<String> REMOVING = Set.of(
            "pull",
            "pulls",
            "pulled",
            "pulling",
            "withdraw",
            "withdraws",
            "withdrew",
            "withdrawn",
            "withdrawing",
            "evacuate",
            "evacuates",
            "evacuated",
            "evacuating",
            "recall",
            "recalls",
            "recalled",
            "recalling",
            "repatriated",
            "withdrawal",
            "evacuation",
            "departure");

    private static final Set<String> HOST =
            Set.of("to", "at", "in", "with", "on", "within", "against", "towards", "toward");
    private static final Set<String> WHERE = Set.of("in", "at", "on", "within");
    private static final Set<String> POSTED = Set.of(
            "accredited", "deployed", "stationed", "posted", "based", "working", "serving", "located", "resident");
    private static final Set<String> KIND_OF_STATE =
            Set.of("federation", "government", "capital", "side", "state", "republic", "union", "authorities");
    private static final Set<String> NATIONALS = Set.of(
            "nationals",
            "citizens",
            "applicants",
            "travellers",
            "travelers",
            "visitors",
            "passport",
            "tourists",
            "students",
            "people",
            "residents",
            "diplomats",
            "officials",
            "airlines",
            "aircraft",
            "planes",
            "carriers",
            "flights");
    private static final Set<String> NO_PLACE = Set.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "world",
            "cold",
            "parliament",
            "president",
            "prime",
            "minister");

    private static final Set<String> STATES =
            Set.of("countries", "states", "nations", "governments", "capitals", "members", "others");
    private static final Set<String> SOME = Set.of(
            "only", "few", "fewer", "many", "other", "several", "all", "most", "no", "some", "dozens", "eleven",
            "twelve", "dozen", "ten", "twenty");

    /** So many words name what is traded. */
    private static final int GOODS = 6;

    private static final Set<String> NO_GOODS = Set.of(
            "from", "to", "with", "between", "in", "by", "on", "after", "since", "until", "at", "for", "via", "through",
            "last");

    private final SubjectLexicon lexicon;
    private final Parties parties;
    private final Words words;
    private final Sense sense;
    private final boolean hasOwner;
    private final List<Party> owners = new ArrayList<>();
    private final List<Site> sites = new ArrayList<>();
    private int to;
    private @Nullable String abbreviation;
    private boolean ofAnother;
    private boolean ofOthers;

    RightSide(SubjectLexicon lexicon, Parties parties, Words words, int end, Sense sense, boolean hasOwner) {
        this.lexicon = lexicon;
        this.parties = parties;
        this.words = words;
        this.sense = sense;
        this.hasOwner = hasOwner;
        this.to = end;
        read(end);
    }

    int to() {
        return to;
    }

    List<Party> owners() {
        return owners;
    }

    List<Site> sites() {
        return sites;
    }

    @Nullable
    String abbreviation() {
        return abbreviation;
    }

    /** Whether it belongs to somebody who is no party: "the office of the Red Cross". */
    boolean isOfAnother() {
        return ofAnother;
    }

    /** Whether it is shared with some who are not named: "relations with only 13 countries". */
    boolean isOfOthers() {
        return ofOthers;
    }

    private void read(int end) {
        int i = abbreviation(end + 1);
        boolean house = sense.kind() == Subject.Kind.MISSION || sense.kind() == Subject.Kind.OFFICE;
        At bare = startingAt(i);
        if (house && words.isCapital(end)) {
            if (bare != null && bare.place() != null && !Determiners.isMark(words.lower(last(bare.span(), i) + 1))) {
                to = last(bare.span(), i);
                sites.add(new Site(bare.party(), bare.place()));
                i = to + 1;
            } else if (!hasOwner
                    && bare == null
                    && words.isCapital(i)
                    && !NO_PLACE.contains(words.lower(i))
                    && !words.isTitleCase()) {
                int name = placeName(i);
                sites.add(new Site(null, words.text(i, name)));
                to = name;
                i = name + 1;
            }
        }
        if (house && words.lower(i).equals("there")) {
            sites.add(new Site(null, PhraseFinder.SAME_CITY));
            to = i;
            boolean more = words.lower(i + 1).equals("and") && WHERE.contains(words.lower(i + 2));
            i += more ? 2 : 1;
        }
        if (sense.isTrade() && words.lower(i).equals("of")) {
            i = goods(i + 1);
        }
        for (int steps = 0; steps < 6; steps++) {
            if (POSTED.contains(words.lower(i)) && HOST.contains(words.lower(i + 1))) {
                i++;
            }
            if (sense.type().equals(Subjects.CONSULATE)
                    && words.lower(i).equals(",")
                    && words.lower(i + 1).equals("in")
                    && words.isCapital(i + 2)) {
                // "Two consulates, in Tarija and Sucre"
                i++;
            }
            if (sense.isLink() && isBothWays(i)) {
                i += 2;
            }
            boolean owned = words.lower(i).equals("belonging")
                            && words.lower(i + 1).equals("to")
                    || words.lower(i).equals("owned") && words.lower(i + 1).equals("by");
            if (owned) {
                i++;
            }
            String word = words.lower(i);
            boolean among = word.equals("between") || word.equals("among");
            boolean towards = word.equals("for") && sense.type().contains("visa");
            boolean of = owned || word.equals("of") || word.equals("for") && !towards;
            boolean from = word.equals("from")
                    && (sense.kind() == Subject.Kind.STAFF
                            || sense.kind() == Subject.Kind.POST
                            || sense.isTrade()
                            || sense.isLink());
            if (!among && !of && !from && !towards && !HOST.contains(word)) {
                return;
            }
            boolean taken = from && isTakenAway(i);
            int after = objects(
                    i + 1, taken ? "in" : word, (of || from && !taken) && !hasOwner && owners.isEmpty() || among);
            if (after < 0) {
                int first = words.lower(i + 1).equals("the") ? i + 2 : i + 1;
                ofOthers = word.equals("with") && isWithOthers(i + 1);
                ofAnother = word.equals("of")
                        && !hasOwner
                        && owners.isEmpty()
                        && words.isCapital(first)
                        && startingAt(first) == null
                        && lexicon.singular(words.lower(first)) == null;
                return;
            }
            i = abbreviation(after);
        }
    }

    /** "Relations with only 13 countries", "with many other states": with nobody who is named. */
    private boolean isWithOthers(int start) {
        boolean some = false;
        for (int i = start; i < start + 4; i++) {
            String word = words.lower(i);
            if (STATES.contains(word)) {
                return some;
            }
            some |= SOME.contains(word) || word.matches("\\d+");
        }
        return false;
    }

    /** "Flights to and from Peru". */
    private boolean isBothWays(int i) {
        return Set.of("to", "from", "into").contains(words.lower(i))
                && words.lower(i + 1).equals("and")
                && Set.of("to", "from").contains(words.lower(i + 2));
    }

    /** "Imports of frozen Chilean beef and wine": whose they are, and the word after them. */
    private int goods(int first) {
        int i = first;
        while (i < words.size() && i < first + GOODS && words.isWord(i) && !NO_GOODS.contains(words.lower(i))) {
            At at = startingAt(i);
            if (at != null && !at.isAdjective() || words.isVerb(i)) {
                break;
            }
            if (at != null) {
                sites.add(new Site(at.party(), null));
            }
            to = i;
            i++;
        }
        return i;
    }

    /** "Pulled its remaining staff from Lima": where they leave, not whose they are. */
    private boolean isTakenAway(int from) {
        for (int i = from - 1; i >= Math.max(0, from - TAKEN); i--) {
            if (REMOVING.contains(words.lower(i))) {
                return true;
            }
        }
        return false;
    }

    /** Reads the parties after a preposition; the word after them, or -1 where there are none. */
    private int objects(int start, String preposition, boolean owner) {
        boolean where = WHERE.contains(preposition);
        int i = start;
        int done = -1;
        for (int n = 0; n < 4; n++) {
            boolean article = Determiners.isArticle(words.lower(i));
            while (startingAt(i) == null
                    && (Determiners.isArticle(words.lower(i))
                            || lexicon.isPlain(words.lower(i))
                            || words.lower(i).equals("government")
                            || words.lower(i).equals("republic")
                            || words.lower(i).equals("kingdom")
                            || words.lower(i).equals("of") && i > start)) {
                i++;
            }
            At at = startingAt(i);
            if (at == null) {
                return where && !owner ? place(i, article, done) : done;
            }
            int last = lastOf(at, i);
            if (last < 0) {
                return done;
            }
            if (owner || preposition.equals("from") && at.place() == null && !hasOwner) {
                owners.add(at.party());
            } else if (!(sense.isShared() && !Subjects.isDirected(sense.type()) && where && at.place() != null)) {
                sites.add(new Site(at.party(), at.place()));
            }
            to = last;
            done = last + 1;
            i = last + 1;
            if (!words.lower(i).equals("and") && !words.lower(i).equals(",")) {
                return done;
            }
            int next = words.lower(i + 1).equals("the") ? i + 2 : i + 1;
            At another = startingAt(next);
            if (another == null
                    && where
                    && !owner
                    && at.place() != null
                    && words.lower(i).equals("and")) {
                // "In Tarija and Poroma": a town that nothing else tells of
                return place(i + 1, false, done);
            }
            boolean list = words.lower(i).equals("and")
                    || another != null
                            && words.lower(last(another.span(), next) + 1).matches(",|and");
            if (another == null || !list || Determiners.isMark(words.lower(last(another.span(), next) + 1))) {
                return done;
            }
            i++;
        }
        return done;
    }

    /** Last word of a party as a noun ("NATO headquarters", "the Russian side"), or -1 where it only modifies something else. */
    private int lastOf(At at, int i) {
        int last = last(at.span(), i);
        int next = last + 1;
        if (Determiners.isMark(words.lower(next))) {
            return words.lower(next + 1).startsWith("headquarter") ? next + 1 : -1;
        }
        if (words.lower(next).startsWith("headquarter")) {
            return next;
        }
        if (at.isAdjective()) {
            boolean people = sense.isShared() && NATIONALS.contains(words.lower(next));
            return people || KIND_OF_STATE.contains(words.lower(next)) ? next : -1;
        }
        return words.isHyphen(next) && words.touches(last) ? -1 : last;
    }

    private int place(int i, boolean article, int done) {
        boolean house = sense.kind() == Subject.Kind.MISSION || sense.kind() == Subject.Kind.OFFICE || sense.byPlace();
        if (words.lower(i).equals("city") && article) {
            sites.add(new Site(null, PhraseFinder.SAME_CITY));
            to = i;
            return i + 1;
        }
        if (!house
                || article
                || !words.isCapital(i)
                || NO_PLACE.contains(words.lower(i))
                || lexicon.singular(words.lower(i)) != null) {
            return done;
        }
        int last = placeName(i);
        if (Determiners.isMark(words.lower(last + 1))) {
            return done;
        }
        sites.add(new Site(stateBehind(last), words.text(i, last)));
        to = last;
        return last + 1;
    }

    /** "In Tarija, Bolivia": the state named behind the place, if not in a list. */
    private @Nullable Party stateBehind(int place) {
        At behind = words.lower(place + 1).equals(",") ? startingAt(place + 2) : null;
        return behind == null
                        || behind.place() != null
                        || behind.isAdjective()
                        || words.lower(last(behind.span(), place + 2) + 1).equals("and")
                ? null
                : behind.party();
    }

    /** Last word of a run of capitalised words that no actor claims ("St. Petersburg", "Rio de Janeiro"). */
    private int placeName(int i) {
        int k = i;
        while (k + 1 < words.size() && k < i + 3) {
            boolean dot = words.form(k + 1).equals(".")
                    && Set.of("st", "ft", "mt").contains(words.lower(k))
                    && words.isCapital(k + 2);
            boolean link = Set.of("de", "of", "la", "del", "'").contains(words.lower(k + 1))
                    && words.isCapital(k + 2)
                    && startingAt(k + 2) == null
                    && !words.lower(k + 1).equals("of");
            if (words.isCapital(k + 1) && startingAt(k + 1) == null) {
                k++;
            } else if (dot || link) {
                k += 2;
            } else {
                break;
            }
        }
        return k;
    }

    private @Nullable At startingAt(int i) {
        if (!words.isWord(i)) {
            return null;
        }
        if (sense.kind() == Subject.Kind.PROGRAMME) {
            At people = parties.people(words.sentence().index(), words.span(i));
            if (people != null) {
                return people;
            }
        }
        int start = words.span(i).start();
        int article =
                Determiners.isArticle(words.lower(i - 1)) ? words.span(i - 1).start() : start;
        At best = null;
        for (At at : parties.in(words.sentence().index())) {
            boolean starts = at.span().start() == start
                    || at.span().start() == article && at.span().end() > start;
            if (starts && (best == null || at.span().length() > best.span().length())) {
                best = at;
            }
        }
        return best;
    }

    private int last(Span span, int first) {
        int last = first;
        while (last + 1 < words.size() && words.span(last + 1).end() <= span.end()) {
            last++;
        }
        return last;
    }

    private int abbreviation(int i) {
        String form = words.form(i + 1);
        if (words.form(i).equals("(")
                && words.form(i + 2).equals(")")
                && form.length() > 1
                && form.length() < 8
                && words.isCapital(i + 1)
                && form.equals(form.toUpperCase(Locale.ROOT))) {
            abbreviation = form;
            to = i + 2;
            return i + 3;
        }
        return i;
    }
}
