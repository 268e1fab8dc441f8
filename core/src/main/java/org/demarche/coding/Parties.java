package org.demarche.coding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.demarche.model.Actor;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Mention;
import org.demarche.model.Subject;
import org.jspecify.annotations.Nullable;

/** Finds who the phrases of one sentence stand for: named actors, or those to whom what is named belongs. */
final class Parties {
    private static final Set<String> OWNING = Set.of("of", "from", "for");
    private static final int DEEP = 5;

    /** So many words into a sentence the agency of a dateline can stand. */
    private static final int AGENCY_BEFORE = 12;

    private final Document document;
    private final Tree tree;
    private final List<Mention.OfActor> actors = new ArrayList<>();
    private final List<Mention.OfSubject> subjects = new ArrayList<>();
    private final Map<String, Actor> known;

    /** The mentions that a word stands in, by word, and the longest subject that it heads. */
    private final Map<Integer, List<Mention.OfActor>> byWord = new HashMap<>();

    private final Map<Integer, Mention.OfSubject> byHead = new HashMap<>();

    /** @param known every actor of the document by id, for the owners of subjects */
    Parties(
            Document document,
            Tree tree,
            List<Mention.OfActor> actors,
            List<Mention.OfSubject> subjects,
            Map<String, Actor> known) {
        this.document = document;
        this.tree = tree;
        for (Mention.OfActor mention : actors) {
            if (!isAnybody(mention) && !isAgency(mention)) {
                this.actors.add(mention);
                for (int word : tree.words(mention.span())) {
                    byWord.computeIfAbsent(word, k -> new ArrayList<>()).add(mention);
                }
            }
        }
        this.subjects.addAll(subjects);
        for (Mention.OfSubject mention : subjects) {
            int head = tree.headOf(mention.span());
            Mention.OfSubject other = byHead.get(head);
            if (other == null || mention.span().length() > other.span().length()) {
                byHead.put(head, mention);
            }
        }
        this.known = known;
        for (int word = 1; word < tree.size(); word++) {
            Mention.OfSubject meant = byHead.containsKey(word) ? null : meant(word);
            if (meant != null) {
                byHead.put(word, meant);
            }
        }
    }

    /** "… broke off relations in May; they were restored in June": the thing that a pronoun stands for which something is done to. */
    private Mention.@Nullable OfSubject meant(int word) {
        boolean many = tree.is(word, "they");
        if (!many && !tree.is(word, "it") || !tree.deprel(word).equals("nsubj:pass")) {
            return null;
        }
        Mention.OfSubject last = null;
        for (Mention.OfSubject mention : subjects) {
            int at = tree.headOf(mention.span());
            boolean plural = mention.subject().kind() == Subject.Kind.RELATIONS;
            boolean thing = mention.subject().kind() != Subject.Kind.STAFF
                    && mention.subject().kind() != Subject.Kind.POST;
            if (thing && at >= 0 && at < word && plural == many && tree.clause(at) != tree.clause(word)) {
                last = mention;
            }
        }
        return last;
    }

    /** "LIMA, May 2 (Andes Wire) - Peru …": the agency whose report it is. */
    private boolean isAgency(Mention.OfActor mention) {
        List<Integer> words = tree.words(mention.span());
        if (words.isEmpty() || words.get(0) > AGENCY_BEFORE || mention.actor().kind() != Actor.Kind.ORGANISATION) {
            return false;
        }
        int first = words.get(0);
        int last = words.get(words.size() - 1);
        return first > 0
                && last + 2 < tree.size()
                && tree.form(first - 1).equals("(")
                && tree.form(last + 1).equals(")")
                && tree.form(last + 2).matches("[-–—]+");
    }

    /** "Officials", "the diplomats": people of no known side. */
    private static boolean isAnybody(Mention.OfActor mention) {
        Actor actor = mention.actor();
        boolean group = actor.kind() == Actor.Kind.PEOPLE && !"GOV".equals(actor.sector());
        return !group
                && actor.country() == null
                && actor.id().indexOf('/') < 0
                && mention.form() != Mention.OfActor.Form.NAME;
    }

    /** The actors named by the adjectives and names before a noun: "the Danish closure of", "Togo's", "the Togo decision". */
    List<Integer> adjectival(int token) {
        List<Integer> out = new ArrayList<>();
        for (int child : tree.children(token, "amod", "compound", "nmod:poss", "nmod:desc")) {
            for (int each : tree.conjuncts(child)) {
                if (!mentions(each).isEmpty()
                        && mentions(each).stream().noneMatch(m -> m.actor().kind() == Actor.Kind.PLACE)) {
                    out.add(each);
                }
            }
        }
        return out;
    }

    /** The actors named by the adjective or name itself. */
    List<Claim.Party> adjective(List<Integer> tokens) {
        Map<String, Claim.Party> out = new LinkedHashMap<>();
        for (int token : tokens) {
            for (Mention.OfActor mention : mentions(token)) {
                out.putIfAbsent(mention.actor().id(), party(mention));
            }
        }
        return List.copyOf(out.values());
    }

    /** The actors that the phrase itself names, places left out. */
    List<Claim.Party> named(int token) {
        Map<String, Claim.Party> out = new LinkedHashMap<>();
        for (Mention.OfActor mention : at(token)) {
            if (mention.actor().kind() != Actor.Kind.PLACE
                    && mention.form() != Mention.OfActor.Form.ADJECTIVE
                    && heads(mention, token)) {
                out.putIfAbsent(mention.actor().id(), party(mention));
            }
        }
        if (out.isEmpty()) {
            // "Foreign Minister Sergei Lavrov", "the minister, Sergei Lavrov": the name hangs below its title.
            for (int child : tree.children(token, "flat", "appos", "nmod:desc")) {
                for (Claim.Party party : named(child)) {
                    out.putIfAbsent(party.actor().id(), party);
                }
            }
        }
        return List.copyOf(out.values());
    }

    private List<Mention.OfActor> at(int token) {
        return byWord.getOrDefault(token, List.of());
    }

    /** Whether a word of a mention is its head. */
    private boolean heads(Mention.OfActor mention, int token) {
        int head = tree.head(token);
        return head < 0 || !tree.token(head).span().overlaps(mention.span()) || tree.headOf(mention.span()) == token;
    }

    private Claim.Party party(Mention.OfActor mention) {
        return new Claim.Party(mention.actor(), document.cite(mention.span()));
    }

    /** To whom what a phrase names belongs: possessors, adjectives of nationality, "of" and "from" phrases, members of missions. */
    List<Claim.Party> owners(int token) {
        Map<String, Claim.Party> out = new LinkedHashMap<>();
        owners(token, out, 0);
        if (out.isEmpty()) {
            Subject subject = subject(token);
            if (subject != null && !subject.parties().isEmpty()) {
                Actor owner = known.get(subject.parties().get(0));
                if (owner != null) {
                    out.put(owner.id(), new Claim.Party(owner, null));
                }
            }
        }
        return List.copyOf(out.values());
    }

    private void owners(int token, Map<String, Claim.Party> out, int depth) {
        if (depth > DEEP) {
            return;
        }
        for (int child : tree.children(token, "nmod:poss", "amod", "compound", "nmod:desc")) {
            for (int each : tree.conjuncts(child)) {
                add(each, out, depth);
            }
        }
        if (out.isEmpty()) {
            for (int child : tree.children(token, "nmod")) {
                String preposition = tree.preposition(child);
                boolean nested = Set.of("at", "in", "with", "on").contains(preposition)
                        && (mentions(child).isEmpty() || isHouse(child))
                        && (!owned(child).isEmpty() || isHouse(child));
                if (!tree.deprel(child).equals("nmod:poss") && (OWNING.contains(preposition) || nested)) {
                    for (int each : tree.conjuncts(child)) {
                        add(each, out, depth);
                    }
                }
            }
        }
        if (out.isEmpty()) {
            for (int child : tree.children(token, "acl")) {
                if (tree.is(child, "learn", "hear", "know", "read", "understand")) {
                    // "The decision, which it heard of from the media": not theirs.
                    continue;
                }
                for (int inner : tree.children(child, "obl")) {
                    if (Set.of("by", "from").contains(tree.preposition(inner))) {
                        add(inner, out, depth);
                    }
                }
            }
        }
    }

    /** Whether an actor may be meant by the name of a mission: a party to it or, where an organ is named, an organ of its owner. */
    private static boolean belongs(Actor actor, Subject subject) {
        boolean organ = actor.id().indexOf('/') > 0 && actor.kind() == Actor.Kind.ORGANISATION;
        return organ
                ? subject.parties().get(0).equals(actor.principal())
                : subject.parties().contains(actor.principal());
    }

    /** Whether a phrase names a mission or an office of somebody. */
    private boolean isHouse(int token) {
        Subject subject = subject(token);
        return subject != null
                && !subject.parties().isEmpty()
                && (subject.kind() == Subject.Kind.MISSION || subject.kind() == Subject.Kind.OFFICE);
    }

    private List<Claim.Party> owned(int token) {
        Map<String, Claim.Party> out = new LinkedHashMap<>();
        for (int child : tree.children(token, "nmod:poss", "amod", "compound")) {
            add(child, out, DEEP);
        }
        return List.copyOf(out.values());
    }

    private void add(int given, Map<String, Claim.Party> out, int depth) {
        int token = tree.is(given, "whose") ? antecedent(given) : given;
        List<Mention.OfActor> here = mentions(token);
        if (here.isEmpty()) {
            if (depth < DEEP) {
                owners(token, out, depth + 1);
            }
            return;
        }
        for (Mention.OfActor mention : here) {
            if (mention.actor().kind() != Actor.Kind.PLACE) {
                out.putIfAbsent(mention.actor().id(), party(mention));
            }
        }
    }

    /** "Peru, whose envoys …": the word before to which the relative clause belongs. */
    private int antecedent(int relative) {
        int at = relative;
        for (int steps = 0; at >= 0 && steps < tree.size(); steps++) {
            if (tree.deprel(at).equals("acl:relcl")) {
                return tree.head(at);
            }
            at = tree.head(at);
        }
        return relative;
    }

    /** Who a possessive pronoun stands for, as far as its own phrase does not contradict it. */
    List<Claim.Party> pronoun(int token) {
        return mentions(token).stream().map(this::party).toList();
    }

    /** The narrowest mentions that a word stands in and heads. */
    private List<Mention.OfActor> mentions(int token) {
        List<Mention.OfActor> out = new ArrayList<>();
        for (Mention.OfActor mention : at(token)) {
            if (tree.headOf(mention.span()) == token && !contradicted(mention, token)) {
                out.add(mention);
            }
        }
        return out;
    }

    /** "Its mission to Chad" is not Chad's; "its staff" is of the mission spoken of. */
    private boolean contradicted(Mention.OfActor mention, int token) {
        if (mention.form() != Mention.OfActor.Form.PRONOUN
                || !tree.deprel(token).equals("nmod:poss")) {
            return false;
        }
        Subject whole = subject(tree.head(token));
        if (whole != null
                && whole.kind() == Subject.Kind.STAFF
                && !whole.parties().isEmpty()
                && !whole.parties().get(0).equals(mention.actor().principal())
                && known.containsKey(whole.parties().get(0))) {
            return true;
        }
        for (int child : tree.children(tree.head(token), "nmod")) {
            if (Set.of("to", "at", "with", "in").contains(tree.preposition(child))) {
                for (Mention.OfActor other : actors) {
                    int at = tree.headOf(other.span());
                    if (at >= 0
                            && tree.dominates(child, at)
                            && other.actor().principal().equals(mention.actor().principal())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** The sides, other than those who act, that are the subjects of the clauses above that of a word: who tells of it, or minds it. */
    List<Claim.Party> tellers(int token, List<Integer> agents) {
        Set<String> acting = Sides.principals(of(agents));
        List<Claim.Party> left = brokenWith(token, acting);
        if (!left.isEmpty()) {
            return left;
        }
        int at = token;
        for (int steps = 0; at >= 0 && steps < 12; steps++) {
            int up = tree.head(at);
            if (up >= 0 && tree.isVerbal(up) && tree.relation(at).matches("ccomp|advcl")) {
                List<Claim.Party> found = of(tree.children(up, "nsubj")).stream()
                        .filter(p -> Discourse.isSide(p.actor())
                                && !acting.contains(p.actor().principal()))
                        .toList();
                if (!found.isEmpty()) {
                    return found;
                }
            }
            at = up;
        }
        return List.of();
    }

    /** "Severed relations with Iran and told its envoys to leave": those of the side with which it broke. */
    private List<Claim.Party> brokenWith(int token, Set<String> acting) {
        int verb = tree.head(token);
        int broke = verb < 0 || !tree.relation(verb).equals("conj") ? -1 : tree.head(verb);
        boolean away = tree.is(verb, "expel", "order", "tell", "give")
                && tree.children(verb, "xcomp").stream().noneMatch(x -> tree.child(x, "obj") >= 0);
        if (broke < 0 || !away) {
            return List.of();
        }
        return tree.children(broke, "obj").stream()
                .filter(o -> tree.is(o, "relation", "tie", "link"))
                .flatMap(o -> tree.children(o, "nmod").stream())
                .filter(n -> tree.preposition(n).equals("with"))
                .flatMap(n -> of(tree.conjuncts(n)).stream())
                .filter(p -> Discourse.isSide(p.actor())
                        && !acting.contains(p.actor().principal()))
                .toList();
    }

    /** The actors named, or else the owners of what is named. */
    List<Claim.Party> of(int token) {
        List<Claim.Party> named = named(token);
        Subject subject = subject(token);
        if (subject != null
                && !subject.parties().isEmpty()
                && (subject.kind() == Subject.Kind.MISSION || subject.kind() == Subject.Kind.OFFICE)
                && named.stream().noneMatch(p -> belongs(p.actor(), subject))) {
            Actor owner = known.get(subject.parties().get(0));
            if (owner != null) {
                return List.of(new Claim.Party(owner, null));
            }
        }
        if (named.isEmpty() && tree.relation(token).matches("amod|compound|nmod")) {
            named = adjective(List.of(token));
        }
        return named.isEmpty() ? owners(token) : named;
    }

    List<Claim.Party> of(List<Integer> tokens) {
        Map<String, Claim.Party> out = new LinkedHashMap<>();
        for (int token : tokens) {
            for (Claim.Party party : of(token)) {
                out.putIfAbsent(party.actor().id(), party);
            }
            for (Claim.Party party : listed(token)) {
                out.putIfAbsent(party.actor().id(), party);
            }
        }
        return List.copyOf(out.values());
    }

    /** "Peru, Chile expel envoys": a headline's comma between two states is an "and". */
    private List<Claim.Party> listed(int token) {
        if (named(token).stream().noneMatch(p -> p.actor().kind() == Actor.Kind.STATE)) {
            return List.of();
        }
        List<Claim.Party> out = new ArrayList<>();
        for (int child : tree.children(token, "appos")) {
            for (Claim.Party party : named(child)) {
                if (party.actor().kind() == Actor.Kind.STATE) {
                    out.add(party);
                }
            }
        }
        return out;
    }

    /** Whether a phrase names an actor of one of these kinds; an organ of a state is one where states are. */
    boolean isActor(int token, Set<String> kinds) {
        for (Claim.Party party : named(token)) {
            boolean organ = party.actor().kind() == Actor.Kind.ORGANISATION
                    && party.actor().id().indexOf('/') > 0
                    && "GOV".equals(party.actor().sector());
            if ((!organ || kinds.contains("state"))
                    && kinds.contains(party.actor().kind().name().toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    boolean isPlace(int token) {
        return at(token).stream()
                .anyMatch(m -> m.actor().kind() == Actor.Kind.PLACE
                        && m.form() == Mention.OfActor.Form.NAME
                        && tree.headOf(m.span()) == token);
    }

    /** Whether a phrase names a person whom the text calls by one of these words. */
    boolean isCalled(int token, Set<String> words, Titles titles) {
        return named(token).stream()
                .anyMatch(p -> p.actor().kind() == Actor.Kind.PERSON
                        && (titles.has(p.actor(), words) || isOffice(p.actor(), words)));
    }

    /** "He", said of "the Chilean ambassador" whom nobody names. */
    private static boolean isOffice(Actor actor, Set<String> words) {
        String id = actor.id();
        int slash = id.indexOf('/');
        return slash > 0 && words.contains(id.substring(slash + 1));
    }

    /** Whether a phrase names a state or organisation itself, not an organ or thing of it. */
    boolean isPrincipal(int token) {
        if (subject(token) != null) {
            return false;
        }
        for (Claim.Party party : named(token)) {
            if (party.actor().principal().equals(party.actor().id())) {
                return true;
            }
        }
        return false;
    }

    /** The subject whose name a phrase is, or null. */
    @Nullable
    Subject subject(int token) {
        Mention.OfSubject found = byHead.get(token);
        return found == null ? null : found.subject();
    }

    /** All the subjects that one phrase names: "its consulates in Oran and Annaba". */
    List<Subject> alike(int token) {
        Mention.OfSubject longest = null;
        for (Mention.OfSubject mention : subjects) {
            if (tree.headOf(mention.span()) == token
                    && (longest == null
                            || mention.span().length() > longest.span().length())) {
                longest = mention;
            }
        }
        List<Subject> out = new ArrayList<>();
        for (Mention.OfSubject mention : subjects) {
            if (longest != null && mention.span().equals(longest.span())) {
                out.add(mention.subject());
            }
        }
        return out;
    }

    /** The places that stand in a phrase, as actors of kind place or states named by "in". */
    List<Mention.OfActor> placesIn(int token) {
        List<Mention.OfActor> out = new ArrayList<>();
        for (Mention.OfActor mention : actors) {
            int head = tree.headOf(mention.span());
            if (head < 0 || !tree.dominates(token, head)) {
                continue;
            }
            String own = tree.preposition(head);
            String preposition =
                    own.isEmpty() && tree.relation(head).equals("conj") ? tree.preposition(tree.head(head)) : own;
            if (mention.actor().kind() == Actor.Kind.PLACE
                    || (Set.of("in", "at").contains(preposition)
                            && mention.actor().kind() == Actor.Kind.STATE)) {
                out.add(mention);
            }
        }
        return out;
    }

    /** The side named last before a word, other than some. */
    @Nullable
    Actor lastBefore(int word, Set<String> others) {
        Actor found = null;
        for (Mention.OfActor mention : actors) {
            boolean side = Discourse.isSide(mention.actor()) && mention.actor().kind() != Actor.Kind.PLACE;
            boolean before = mention.span().end() <= tree.token(word).span().start();
            if (side && before && !others.contains(mention.actor().principal())) {
                found = mention.actor();
            }
        }
        return found;
    }

    Citation cite(Mention.OfActor mention) {
        return document.cite(mention.span());
    }

    List<Mention.OfActor> mentions() {
        return actors;
    }

    List<Mention.OfSubject> subjects() {
        return subjects;
    }
}
