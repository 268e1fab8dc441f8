package org.demarche.mention.actor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demarche.model.Actor;
import org.demarche.model.Token;
import org.demarche.model.Upos;
import org.jspecify.annotations.Nullable;

/** Joins a role to those for whom it is held ("Russian", "NATO's", "of Armenia", "in Nairobi") and to the name beside it. */
final class RolePhraseFinder {
    private static final Set<String> FORMER = WordSet.of("""
        former ex late deposed ousted exiled retired onetime erstwhile outgoing\
        """);
    private static final Set<String> DEFINITE = WordSet.of("""
        the this that its his her their our\
        """);
    private static final Set<String> OWNING = Set.of("its", "his", "her", "their", "our", "your", "my", "whose");
    private static final Set<String> STOPS = WordSet.of("""
        the a an this that these those its his her their our your my of in on at by to for from with
        against between among as after before and or but than into over under about who which when where
        while if because said says say told accused expelled is are was were has have had be been will
        would could should may might not killed attacked asked urged warned met sent ordered arrested
        called made took gave i we he she they it you him them some all any both no each every many
        several most more two three four five six seven eight nine ten dozens hundreds thousands near
        during through via toward towards around across without within upon off out up down per\
        """);
    static final Set<String> ENVOYS = WordSet.of("""
        ambassador envoy charge-d-affaires consul attache cultural-attache embassy delegation diplomat\
        """);
    /** What is done with one's own envoy: he comes "from" where he serves. */
    private static final Set<String> CALLING_HOME =
            WordSet.of("recall recalls recalled recalling withdraw withdraws withdrew withdrawn withdrawing");
    /** Common nouns that are somebody's only where the text says whose. */
    private static final Set<String> HOUSES = Set.of("embassy", "consulate", "mission", "legation");

    private static final int HOUSE_WITHIN = 4;

    private static final Set<String> OFFICES_OF_PLACE = Set.of("of", "for", "from");

    private static final Set<Entry.Type> ROWED = Set.of(Entry.Type.STATE, Entry.Type.ORGANISATION, Entry.Type.CAPITAL);

    /** Common nouns before the name of an organisation: "of the regional bloc MERCOSUR". */
    private static final Set<String> BODIES =
            WordSet.of("bloc body alliance group grouping organisation organization union community");

    /** How far to the left of its role a phrase may begin. */
    private static final int MOST_WORDS = 12;

    private final ActorLexicon lexicon;

    RolePhraseFinder(ActorLexicon lexicon) {
        this.lexicon = lexicon;
    }

    List<RolePhrase> find(Passage passage) {
        Map<Term, RolePhrase> found = new LinkedHashMap<>();
        for (Term term : passage.terms) {
            if (term.isRole()) {
                found.put(term, phrase(passage, term, found));
            }
        }
        return new ArrayList<>(found.values());
    }

    private RolePhrase phrase(Passage passage, Term term, Map<Term, RolePhrase> before) {
        Words words = passage.words;
        Role role = term.entry().role();
        if (role == null) {
            throw new IllegalStateException("a role without its role: " + term);
        }
        List<Actor> owners = new ArrayList<>();
        Actor organ = null;
        boolean former = role.slug().equals("retired-officer") || FORMER.contains(words.folded(term.from()));
        int from = term.from();
        int at = term.from() - 1;
        int skipped = 0;
        boolean possessed = false;
        while (at >= 0) {
            int left = at;
            if (words.isPossessive(at) && words.isTight(at, false)) {
                left = at - 1;
            } else if (!words.isTight(at, true)) {
                break;
            }
            Term owner = passage.term(left);
            Term seat = passage.term(at - 1);
            if (words.folded(at).equals("based") && at == left && seat != null) {
                at = seat.from() - 1;
                from = at + 1;
                continue;
            }
            if (owner != null && owner.canOwn()) {
                from = owner.from();
                organ = addOwner(owner, owners, organ);
                at = coordinated(passage, owner, owners);
                from = at < 0 ? from : at;
                break;
            }
            if (owner != null && owner.isRole() && left == at && (skipped == 0 || passage.isParsed())) {
                RolePhrase nested = before.get(owner);
                if (nested != null && nested.name() == null && term.from() - nested.from() <= MOST_WORDS) {
                    from = nested.from();
                    owners.addAll(nested.owners());
                    organ = composed(nested);
                    former |= nested.former();
                    at = from - 1;
                    break;
                }
            }
            possessed |= left < at && owner == null;
            String word = words.folded(left);
            boolean modifier =
                    owner == null && left == at && skipped < 4 && !STOPS.contains(word) && isModifier(passage, left);
            if (!modifier) {
                break;
            }
            former |= FORMER.contains(word);
            skipped++;
            at = left - 1;
        }
        int first = from;
        String determiner =
                possessed && owners.isEmpty() ? RolePhrase.SOMEBODYS : words.folded(Math.min(at, first - 1));
        boolean definite =
                DEFINITE.contains(words.folded(from - 1)) || (owners.isEmpty() && DEFINITE.contains(words.folded(at)));
        former |= FORMER.contains(words.folded(first - 1));
        Right right = possessed ? new Right(null, null, -1) : right(passage, term, role);
        if (owners.isEmpty() && right.owner != null && !OWNING.contains(determiner)) {
            organ = addActor(right.owner, owners, organ);
            if (term.type() == Entry.Type.ROLE_MANY) {
                row(passage, right.end, owners);
            }
        }
        boolean many = term.type() == Entry.Type.ROLE_MANY;
        RolePhrase phrase = new RolePhrase(
                first,
                term.to(),
                role,
                many,
                List.copyOf(owners),
                organ,
                right.host,
                former,
                definite,
                determiner,
                null);
        int lead = owners.isEmpty() || at >= first ? at : first - 1;
        return many || role.type() == Role.Type.ORGAN
                ? phrase
                : named(passage, phrase, Math.max(right.end, term.to()), Math.min(lead, first - 1));
    }

    private static boolean isModifier(Passage passage, int word) {
        Token token = passage.token(word);
        if (token == null) {
            String form = passage.words.folded(word);
            return !form.endsWith("ed") && !form.endsWith("ly") && !PersonNames.isOther(form) && !form.endsWith("day");
        }
        return switch (token.upos()) {
            case ADJ, NOUN, PROPN, NUM, ADV -> true;
            case VERB -> token.relation().equals("amod");
            default -> false;
        };
    }

    /** Adds "Russian" of "Russian and Belarusian commanders", "nine Russian and four Belarusian commanders"; returns the first word of the row. */
    private int coordinated(Passage passage, Term last, List<Actor> owners) {
        Words words = passage.words;
        int from = last.from();
        while (from >= 2 && last.from() - from <= MOST_WORDS) {
            Token number = passage.token(from - 1);
            if (number != null && number.upos() == Upos.NUM && from >= 3 && words.isTight(from - 1, true)) {
                from--;
            }
            String link = words.folded(from - 1);
            boolean and = (link.equals("and") || link.equals("or"))
                    && words.isTight(from - 1, false)
                    && words.isTight(from - 2, false);
            Term other = passage.term(and ? from - 2 : from - 1);
            boolean comma = !and && words.gap(from - 1).toString().strip().equals(",");
            boolean hyphen = !and && !comma && words.isTight(from - 1, true) && !words.isTight(from - 1, false);
            boolean fits = other != null && other.canOwn() && (and || comma || hyphen) && other.type() == last.type();
            if (!fits || other == null) {
                break;
            }
            addOwner(other, owners, null);
            from = other.from();
        }
        return from;
    }

    /** Adds the others of "the ambassadors of Peru, Chile and the Republic of Ghana". */
    private void row(Passage passage, int end, List<Actor> owners) {
        Words words = passage.words;
        int at = end;
        for (int steps = 0; at > 0 && at < words.size() && steps < MOST_WORDS; steps++) {
            boolean comma = words.gap(at - 1).toString().strip().equals(",");
            int next = at;
            if (words.folded(next).equals("and") && (comma || words.isTight(next - 1, false))) {
                next++;
            } else if (!comma) {
                return;
            }
            while (next < words.size()
                    && next <= at + 2
                    && (words.folded(next).equals("the") || words.folded(next).equals("of"))) {
                next++;
            }
            Term owner = passage.term(next);
            if (owner == null || !ROWED.contains(owner.type())) {
                return;
            }
            Term after = passage.term(owner.to());
            if (after != null && words.isTight(owner.to() - 1, true)) {
                // "of Peru and Chile's foreign minister": another phrase begins
                return;
            }
            addOwner(owner, owners, null);
            at = owner.to();
        }
    }

    private @Nullable Actor addOwner(Term owner, List<Actor> owners, @Nullable Actor organ) {
        Actor actor = owner.actor();
        return actor == null ? organ : addActor(actor, owners, organ);
    }

    private @Nullable Actor addActor(Actor actor, List<Actor> owners, @Nullable Actor organ) {
        Actor principal = principal(actor);
        if (!owners.contains(principal)) {
            owners.add(principal);
        }
        return actor.id().equals(principal.id()) || actor.kind() == Actor.Kind.PLACE ? organ : actor;
    }

    /** The state or organisation that stands behind an organ or a place. */
    Actor principal(Actor actor) {
        if (actor.kind() == Actor.Kind.PLACE && actor.country() == null) {
            return actor;
        }
        Optional<Actor> principal = lexicon.find(
                actor.kind() == Actor.Kind.PLACE && actor.country() != null ? actor.principal() : actor.principal());
        return principal.orElse(actor);
    }

    static @Nullable Actor composed(RolePhrase organ) {
        return organ.organ();
    }

    private record Right(@Nullable Actor owner, @Nullable Actor host, int end) {}

    /** What "of Armenia", "for the Kremlin", "in Nairobi" or "to NATO" after a role says. */
    private Right right(Passage passage, Term term, Role role) {
        Words words = passage.words;
        int at = term.to();
        if (at >= words.size() || !words.isTight(at - 1, false)) {
            return new Right(null, null, -1);
        }
        String preposition = words.folded(at);
        boolean envoy = ENVOYS.contains(role.slug());
        // "Foreign ministers in Lima": where they meet, not whose they are.
        boolean gathered = term.type() == Entry.Type.ROLE_MANY && role.type() == Role.Type.OFFICE;
        boolean recalled = envoy
                && preposition.equals("from")
                && (CALLING_HOME.contains(words.folded(term.from() - 1))
                        || CALLING_HOME.contains(words.folded(term.from() - 2)));
        boolean housed = envoy && preposition.equals("at") && isHouse(words, at + 1);
        boolean owning = OFFICES_OF_PLACE.contains(preposition) && !recalled
                || housed
                || (!envoy
                        && !gathered
                        && (preposition.equals("in") || preposition.equals("at") || preposition.equals("inside")));
        boolean hosting = recalled || preposition.equals("to") || (envoy && preposition.equals("in"));
        if (!owning && !hosting) {
            return new Right(null, null, -1);
        }
        int next = at + 1;
        while (next < words.size() && (words.folded(next).equals("the") || isCompass(words.folded(next)))) {
            next++;
        }
        Term owner = passage.term(body(words, next));
        if (owner == null || !owner.canOwn() || owner.actor() == null) {
            return new Right(null, null, -1);
        }
        Actor actor = owner.actor();
        if (envoy && preposition.equals("from") && actor.kind() == Actor.Kind.PLACE) {
            return new Right(null, null, -1);
        }
        int end = owner.to();
        Term after = passage.term(end);
        if (after != null && after.isRole() && words.isTight(end - 1, true)) {
            end = after.to();
        }
        return hosting ? new Right(null, principal(actor), end) : new Right(actor, null, end);
    }

    /** "At the American Embassy": a house by whose it is, within three words. */
    private static boolean isHouse(Words words, int from) {
        for (int i = from; i < Math.min(words.size(), from + HOUSE_WITHIN); i++) {
            if (HOUSES.contains(words.folded(i))) {
                return true;
            }
        }
        return false;
    }

    /** The word after "West African bloc" where a capital follows it; the word itself where no such noun stands near. */
    private static int body(Words words, int from) {
        for (int i = from; i + 1 < words.size() && i < from + 4 && words.isTight(i, true); i++) {
            if (BODIES.contains(words.folded(i))) {
                return !words.isCapital(i) && words.isCapital(i + 1) ? i + 1 : from;
            }
        }
        return from;
    }

    private static boolean isCompass(String word) {
        return switch (word) {
            case "northern", "southern", "eastern", "western", "central", "neighbouring", "neighboring" -> true;
            default -> false;
        };
    }

    /** "Minister Sergei Lavrov", "the ambassador, Laurie Bristow,": the name to the right of a role. */
    private RolePhrase named(Passage passage, RolePhrase phrase, int end, int lead) {
        Words words = passage.words;
        int after = phrase.to();
        if (after < words.size() && words.isTight(after - 1, false)) {
            int to = PersonNames.end(passage, after);
            if (to > after && (passage.name(after) != null || startsName(passage, after))) {
                return phrase.withName(after, to);
            }
        }
        if (end < words.size()
                && end > 0
                && words.gap(end - 1).toString().strip().equals(",")) {
            int start = afterRank(passage, end);
            int to = PersonNames.end(passage, start);
            boolean closed = to > start
                    && (to == words.size()
                            || words.gap(to - 1).toString().strip().startsWith(",")
                            || words.after(to - 1) == '.');
            if (closed && (to - start >= 2 || isPerson(passage, start))) {
                return phrase.withName(start, to);
            }
        }
        return apposed(passage, phrase, lead);
    }

    /** "The head of state, General Ali Bo,": where the name begins after a rank. */
    private static int afterRank(Passage passage, int from) {
        Term rank = passage.term(from);
        if (rank == null || rank.type() != Entry.Type.ROLE_ONE || !passage.words.isCapital(from)) {
            return from;
        }
        return passage.words.isTight(rank.to() - 1, false) ? rank.to() : from;
    }

    /** "Jamie Shea, a former spokesman,": the name to the left of a role. */
    private static RolePhrase apposed(Passage passage, RolePhrase phrase, int lead) {
        Words words = passage.words;
        int before = lead;
        while (before > 0 && words.isTight(before, true) && isLead(words.folded(before))) {
            before--;
        }
        if (before < 0 || !words.gap(before).toString().strip().equals(",")) {
            return phrase;
        }
        Passage.Name name = passage.name(before);
        if (name != null) {
            return name.isPerson() && name.to() == before + 1 ? phrase.withName(name.from(), name.to()) : phrase;
        }
        Term known = passage.term(before);
        if (known != null) {
            return known.type() == Entry.Type.PERSON ? phrase.withName(known.from(), known.to()) : phrase;
        }
        int first = before;
        while (first > 0
                && before - first < 3
                && words.isTight(first - 1, true)
                && words.isCapital(first - 1)
                && passage.term(first - 1) == null) {
            first--;
        }
        boolean name2 = !passage.isParsed()
                && before - first >= 1
                && PersonNames.end(passage, first) == before + 1
                && !PersonNames.isOther(words.folded(before));
        return name2 ? phrase.withName(first, before + 1) : phrase;
    }

    private static boolean isLead(String word) {
        return DEFINITE.contains(word)
                || word.equals("a")
                || word.equals("an")
                || FORMER.contains(word)
                || word.equals("who")
                || word.equals("then");
    }

    private static boolean startsName(Passage passage, int word) {
        Token token = passage.token(word);
        return token == null || token.upos() == Upos.PROPN || token.upos() == Upos.NOUN || token.upos() == Upos.X;
    }

    private static boolean isPerson(Passage passage, int word) {
        Passage.Name name = passage.name(word);
        return name != null && name.isPerson();
    }
}
