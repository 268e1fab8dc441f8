package org.demarche.mention.actor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.demarche.model.Actor;
import org.demarche.model.Token;
import org.jspecify.annotations.Nullable;

/** Whether a capital is meant as a town or as the government that sits there. */
final class Metonymy {
    private static final Set<String> WHERE = WordSet.of("""
            in at near outside around into through across inside within via throughout downtown central
            nearby from off onto over above beyond leaving""");
    private static final Set<String> ENTERED = WordSet.of("""
            leave leaves left leaving visit visits visited visiting reach reaches reached reaching enter entered entering
            shell shelled shelling bomb bombed bombing capture captured seize seized besiege besieged blockade blockaded
            tour toured touring flee fled fleeing quit""");
    private static final Set<String> PARTS = WordSet.of("""
            city outskirts north south east west suburb suburbs capital town airport streets centre center mayor""");
    private static final Set<String> GOING = WordSet.of("""
            fly flew flying flown travel travelled traveled travelling traveling go goes went going gone
            return returned returning visit visits trip flight flights come came move moved ambassador envoy
            back drive drove journey arrive arrived march marched way road head headed heading""");

    private static final Set<String> DAYS = WordSet.of("monday tuesday wednesday thursday friday saturday sunday");

    private final Passage passage;
    private @Nullable Map<String, Integer> countries;

    Metonymy(Passage passage) {
        this.passage = passage;
    }

    boolean isPlace(Term term) {
        Words words = passage.words;
        int from = term.from();
        if (isDateline(term) || followedByBased(term)) {
            return true;
        }
        String before = words.isTight(from - 1, false) ? words.folded(from - 1) : "";
        if (before.equals("of") && from >= 2) {
            String place = words.folded(from - 2);
            if (PARTS.contains(place)) {
                return true;
            }
        }
        boolean possessive = words.isPossessive(term.to());
        boolean premodifies =
                words.isTight(term.to() - 1, false) && !possessive && term.to() < words.size() && isNounAfter(term);
        if (possessive || premodifies) {
            return false;
        }
        if (WHERE.contains(before) || ENTERED.contains(before)) {
            return true;
        }
        if (before.equals("to")) {
            for (int i = from - 2; i >= Math.max(0, from - 5); i--) {
                if (GOING.contains(words.folded(i))) {
                    return true;
                }
            }
            return false;
        }
        if ((before.equals("and") || before.isEmpty()) && from > 0) {
            Term other = passage.term(before.equals("and") ? from - 2 : from - 1);
            if (other != null && other.type() == Entry.Type.CAPITAL) {
                return isPlace(other);
            }
        }
        return appositive(term);
    }

    private boolean isNounAfter(Term term) {
        Token token = passage.token(term.to());
        int t = passage.headToken(term.from(), term.to());
        if (token == null || t < 0) {
            return false;
        }
        String relation = passage.sentence.token(t).relation();
        return relation.equals("compound") || relation.equals("amod") || relation.equals("nmod:poss");
    }

    private boolean appositive(Term term) {
        Words words = passage.words;
        String after = words.gap(term.to() - 1).toString().strip();
        Term next = passage.term(term.to());
        return after.equals(",") && next != null && next.type() == Entry.Type.STATE && next.from() == term.to();
    }

    private boolean followedByBased(Term term) {
        Words words = passage.words;
        String after = words.folded(term.to());
        return words.isTight(term.to() - 1, true)
                && (after.equals("based")
                        || after.equals("born")
                        || after.equals("area")
                        || after.equals("airport")
                        || after.equals("streets")
                        || after.equals("suburb"));
    }

    boolean isDateline(Term term) {
        if (term.from() > 1) {
            return false;
        }
        String after = passage.words.gap(term.to() - 1).toString().strip();
        return after.startsWith("(")
                || after.startsWith("—")
                || after.startsWith("--")
                || isDash(term, after)
                || (after.startsWith(",") && (passage.words.isAllCapital(term.from()) || isDated(term)));
    }

    /** "Lima, Wednesday (Agency)", "Lima, 4 May": a day stands behind the town. */
    private boolean isDated(Term term) {
        int next = term.to();
        boolean agency = passage.words.gap(next).toString().strip().startsWith("(");
        return agency && DAYS.contains(passage.words.folded(next));
    }

    private boolean isDash(Term term, String after) {
        boolean dash = after.equals("-") || after.equals("–");
        return dash && passage.words.gap(term.to() - 1).length() == 3;
    }

    boolean isSubject(Term term) {
        int t = passage.headToken(term.from(), term.to());
        return t < 0 ? term.from() <= 1 : isSubjectToken(t);
    }

    /** Whether a word heads the subject of a clause; never where nothing is parsed. */
    boolean isSubject(int word) {
        int t = passage.tokenIndex(word);
        return t >= 0 && passage.isParsed() && isSubjectToken(t);
    }

    /** Whether a word heads the subject of the main clause. */
    boolean isMain(int word) {
        int t = passage.tokenIndex(word);
        if (t < 0 || !passage.isParsed() || !isSubjectToken(t)) {
            return false;
        }
        int verb = passage.sentence.token(t).head();
        return verb >= 0 && passage.sentence.token(verb).head() < 0;
    }

    private boolean isSubjectToken(int t) {
        Token token = passage.sentence.token(t);
        return token.relation().equals("nsubj") && !token.deprel().endsWith(":pass");
    }

    /** The only country that the sentence names as a place ("in Sudan", "in Khartoum"); empty where it names none or several. */
    Optional<String> onlyCountry(IntPredicate near) {
        if (countries == null) {
            Map<String, Integer> found = new LinkedHashMap<>();
            for (Term term : passage.terms) {
                country(term).ifPresent(country -> found.putIfAbsent(country, term.from()));
            }
            countries = found;
        }
        return countries.size() == 1
                ? countries.entrySet().stream()
                        .filter(e -> near.test(e.getValue()))
                        .map(Map.Entry::getKey)
                        .findFirst()
                : Optional.empty();
    }

    /** The country that a phrase names as the place of something ("in Sudan", "in Khartoum"). */
    Optional<String> country(Term term) {
        Actor actor = term.actor();
        if (actor == null || actor.country() == null) {
            return Optional.empty();
        }
        String before = passage.words.folded(term.from() - 1);
        boolean where =
                before.equals("in") || before.equals("near") || before.equals("inside") || before.equals("across");
        return Optional.ofNullable(
                switch (term.type()) {
                    case PLACE, TOWN -> actor.principal();
                    case CAPITAL -> isPlace(term) ? actor.principal() : null;
                    case STATE -> where ? actor.id() : null;
                    default -> null;
                });
    }
}
