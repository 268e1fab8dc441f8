package org.demarche.coding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.coding.Frame.Whose;
import org.demarche.coding.FrameMatcher.Match;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Mention;
import org.demarche.model.Subject;
import org.demarche.model.Upos;
import org.jspecify.annotations.Nullable;

/** Finds to whom an act is done: the phrase that the frame says, the owner of the thing, those beside it, those in its complement. */
final class Recipients {
    private static final List<String> PREPOSITIONS = List.of(
            "against", "with", "to", "from", "towards", "toward", "on", "upon", "at", "for", "over", "of", "between",
            "into");
    private static final Set<String> ON_SOIL =
            Set.of("SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "AID", "RETREAT", "REJECT");

    private static final Set<String> MEANS = Set.of("forces", "peacekeepers");

    /** Below what an act may name the other side: in its clauses, in all that is said of it, in all but the circumstances of a meeting. */
    private static final Set<String> CLAUSES = Set.of("xcomp", "ccomp");

    private static final Set<String> ANY = Set.of("xcomp", "ccomp", "acl", "obj", "obl", "advcl", "nmod");
    private static final Set<String> SPOKEN = Set.of("xcomp", "ccomp", "acl", "obj", "nmod");

    /** What somebody has done, as those call it who judge it. */
    private static final Set<String> MEASURES = Set.of(
            "decision",
            "move",
            "step",
            "measure",
            "action",
            "announcement",
            "remark",
            "comment",
            "statement",
            "allegation",
            "accusation",
            "expulsion",
            "closure",
            "arrest",
            "recall",
            "suspension",
            "withdrawal",
            "reason",
            "sanction",
            "restriction",
            "visit",
            "ban",
            "meeting",
            "speech",
            "law",
            "ruling",
            "verdict",
            "plan");

    private static final String[] TIMES = {"minute", "hour", "day", "week", "month", "year", "morning", "night"};

    private final Set<String> deeds;
    private final Tree tree;
    private final Parties parties;
    private final Discourse discourse;

    /** @param deeds nouns for harm done, whose phrases name those who suffer it */
    Recipients(Tree tree, Parties parties, Discourse discourse, Set<String> deeds) {
        this.deeds = deeds;
        this.tree = tree;
        this.parties = parties;
        this.discourse = discourse;
    }

    List<Claim.Party> of(
            Match match, List<Integer> things, List<Claim.Party> actors, boolean mutual, @Nullable String type) {
        Set<String> acting = new LinkedHashSet<>();
        Set<String> ids = new LinkedHashSet<>();
        for (Claim.Party actor : actors) {
            acting.add(actor.actor().principal());
            ids.add(actor.actor().id());
        }
        if (areAtLarge(match, things)) {
            return List.of();
        }
        Map<String, Claim.Party> domestic = new LinkedHashMap<>();
        Map<String, Claim.Party> out = new LinkedHashMap<>();
        boolean own = match.frame().slots().stream().anyMatch(s -> s.whose() == Whose.OWN);

        boolean unknown = match.slots().entrySet().stream()
                .anyMatch(s -> s.getKey().isRecipient() && !s.getValue().isEmpty() && elsewhere(s.getValue(), acting));
        match.slots().forEach((slot, tokens) -> {
            if (slot.isRecipient()) {
                for (Claim.Party party : parties.of(tokens)) {
                    if (!acting.contains(party.actor().principal())) {
                        out.putIfAbsent(party.actor().id(), party);
                    } else if (!ids.contains(party.actor().id())) {
                        domestic.putIfAbsent(party.actor().id(), party);
                    }
                }
            }
        });
        boolean joint = mutual && acting.size() > 1;
        boolean judged = judges(type) && !things.isEmpty() && things.stream().allMatch(this::isDeed);
        if (judged) {
            things.forEach(thing -> add(doers(thing), acting, ids, out, domestic));
            if (out.isEmpty()) {
                done(match.arguments().head(), things.stream().allMatch(this::isHarm), acting, out);
            }
        }
        int measure = !out.isEmpty() || !judges(type)
                ? -1
                : things.isEmpty()
                        ? measure(tree, match.arguments().head())
                        : things.size() == 1 && isBareMeasure(things.get(0)) ? things.get(0) : -1;
        if (measure >= 0) {
            add(doers(measure), acting, ids, out, domestic);
            if (out.isEmpty()) {
                done(match.arguments().head(), false, acting, out);
            }
            Actor other = out.isEmpty() ? discourse.counterpart(acting) : null;
            if (other != null) {
                out.put(other.principal(), new Claim.Party(other, null));
            }
        }
        for (int thing : out.isEmpty() && !joint && !judged ? things : List.<Integer>of()) {
            // "Halted its WTO complaint against Oslo"
            phrases(thing, Set.of("against")).forEach(p -> add(parties.of(p), acting, ids, out, domestic));
        }
        if (out.isEmpty() && !joint && !judged) {
            for (int thing : things) {
                add(parties.of(thing), acting, ids, out, own ? new LinkedHashMap<>() : domestic);
                shares(thing)
                        .forEach(share ->
                                add(parties.of(tree.conjuncts(share)), acting, ids, out, new LinkedHashMap<>()));
            }
        }
        boolean their = match.frame().slots().stream().anyMatch(s -> s.whose() == Whose.THEIR);
        for (int thing : their ? things : List.<Integer>of()) {
            // "Peru said that Chile had expelled its envoy"
            boolean possessed = tree.children(thing, "nmod:poss").stream().anyMatch(tree::isPossessive);
            if (possessed && out.isEmpty()) {
                parties.tellers(thing, match.arguments().agents())
                        .forEach(p -> out.putIfAbsent(p.actor().id(), p));
            }
        }
        for (int thing : out.isEmpty() && !joint && !judged ? things : List.<Integer>of()) {
            // "Barred flights to and from its neighbour"
            phrases(thing, Set.of("with", "to", "from", "against"))
                    .forEach(p -> add(parties.named(p), acting, ids, out, new LinkedHashMap<>()));
        }
        if (out.isEmpty()) {
            for (int thing : things) {
                Subject subject = parties.subject(thing);
                if (subject != null) {
                    for (String party : subject.parties()) {
                        Actor actor = discourse.actors().get(party);
                        if (actor != null && !acting.contains(actor.principal())) {
                            if (!isOnlyMeanwhile(actor, match.arguments().head())) {
                                out.putIfAbsent(actor.id(), new Claim.Party(actor, null));
                            }
                        } else if (actor == null) {
                            ground(party, match.arguments().head(), acting, out);
                        }
                    }
                    if (!out.isEmpty()) {
                        hosts(thing, acting, out);
                    }
                }
            }
        }
        for (int thing : out.isEmpty() && joint ? things : List.<Integer>of()) {
            // "Oman and Yemen cut all links with Chad": together, but not with one another.
            phrases(thing, Set.of("with", "to", "towards"))
                    .forEach(p -> add(parties.of(p), acting, ids, out, new LinkedHashMap<>()));
        }
        if (out.isEmpty() && joint && "SANCTION".equals(type)) {
            add(parties.of(match.arguments().oblique("with")), acting, ids, out, new LinkedHashMap<>());
        }
        if (out.isEmpty() && !joint) {
            for (int object : match.arguments().objects()) {
                add(parties.of(object), acting, ids, out, domestic);
            }
            for (int receiver : match.arguments().receivers()) {
                add(parties.of(receiver), acting, ids, out, domestic);
            }
        }
        if (out.isEmpty() && own) {
            posts(match.arguments().head(), "SUPPORT".equals(type), acting, out);
        }
        if (out.isEmpty() && !joint && !judged && tree.child(match.arguments().head(), "xcomp", "ccomp") >= 0) {
            complement(match.arguments().head(), CLAUSES, acting, ids, out, domestic);
        }
        if (out.isEmpty() && !joint && !judged) {
            for (String preposition : PREPOSITIONS) {
                if (out.isEmpty()) {
                    for (int oblique : match.arguments().oblique(preposition)) {
                        boolean goal = own && preposition.equals("to") && "SANCTION".equals(type);
                        boolean topic = preposition.equals("over") && !judges(type) && parties.isPrincipal(oblique);
                        if (goal || topic) {
                            continue;
                        }
                        add(parties.of(oblique), acting, ids, out, domestic);
                    }
                }
            }
        }
        if (out.isEmpty() && !joint && !unknown && !judged) {
            complement(match.arguments().head(), "CONSULT".equals(type) ? SPOKEN : ANY, acting, ids, out, domestic);
        }
        if (out.isEmpty() && acting.size() < 2) {
            for (int thing : things.stream().filter(t -> !isMeeting(t)).toList()) {
                soil(thing, acting, out);
            }
        }
        if (own && "SANCTION".equals(type)) {
            Set<String> goals = goals(match);
            out.values()
                    .removeIf(p -> goals.contains(p.actor().principal())
                            || goals.contains(String.valueOf(p.actor().country())));
        }
        if (diplomatic(type)) {
            domestic.clear();
        }
        boolean talk =
                "CONSULT".equals(type) && tree.isNominal(match.arguments().head());
        if (out.isEmpty() && domestic.isEmpty() && !joint && !own && !unknown && !judged && !talk) {
            sole(match.arguments().head(), "CONSULT".equals(type), acting, out);
        }
        if (out.isEmpty()
                && domestic.isEmpty()
                && acting.size() < 2
                && !own
                && type != null
                && ON_SOIL.contains(type)) {
            for (Mention.OfActor place :
                    parties.placesIn(tree.clause(match.arguments().head()))) {
                String country = place.actor().country();
                if (country != null && !acting.contains(country) && !(own(match) && goal(place))) {
                    out.putIfAbsent(place.actor().id(), new Claim.Party(place.actor(), parties.cite(place)));
                }
            }
        }
        if (out.isEmpty() && !domestic.isEmpty() && !joint && !own) {
            if (areMeans(match, type)) {
                return List.of();
            }
            List<Claim.Party> sides =
                    domestic.values().stream().filter(p -> !weak(p.actor())).toList();
            return sides.isEmpty() ? List.copyOf(domestic.values()) : sides;
        }
        return List.copyOf(out.values());
    }

    /** "Sent its ambassador back to Tehran", "withdrew its staff from Lima": where one's own people go to or come from. */
    private void posts(int head, boolean to, Set<String> acting, Map<String, Claim.Party> out) {
        for (Mention.OfActor place : parties.placesIn(head)) {
            String country = place.actor().country();
            int at = tree.headOf(place.span());
            boolean near = at >= 0 && (tree.head(at) == head || tree.head(tree.head(at)) == head);
            boolean fits =
                    near && Set.of(to ? "to" : "from", to ? "in" : "out of").contains(tree.preposition(at));
            if (fits && country != null && !acting.contains(country)) {
                out.putIfAbsent(place.actor().id(), new Claim.Party(place.actor(), parties.cite(place)));
            }
        }
    }

    /** "Called up 4,000 reservists", "contributed peacekeepers": those by whom it is done, and not those to whom. */
    private static boolean areMeans(Match match, @Nullable String type) {
        return Set.of("MOBILIZE", "RETREAT", "AID").contains(String.valueOf(type))
                && match.frame().slots().stream()
                        .flatMap(slot -> slot.classes().stream())
                        .anyMatch(MEANS::contains);
    }

    private static boolean own(Match match) {
        return match.frame().slots().stream().anyMatch(s -> s.whose() == Whose.OWN);
    }

    /** "Moved its embassy staff to Amman": the states where the line itself says that one's own people go. */
    private Set<String> goals(Match match) {
        Set<String> out = new LinkedHashSet<>();
        match.slots().forEach((slot, tokens) -> {
            boolean goal =
                    slot.place() == Frame.Place.OBLIQUE && slot.prepositions().equals(Set.of("to"));
            for (int token : goal ? tokens : List.<Integer>of()) {
                parties.of(token).forEach(p -> out.add(p.actor().principal()));
                parties.placesIn(token)
                        .forEach(p -> out.add(String.valueOf(p.actor().country())));
            }
        });
        return out;
    }

    /** "Evacuated its staff to Dubai": where they go. */
    private boolean goal(Mention.OfActor place) {
        int at = tree.headOf(place.span());
        return at >= 0 && tree.preposition(at).equals("to");
    }

    private static boolean judges(@Nullable String type) {
        return "ACCUSE".equals(type) || "SUPPORT".equals(type);
    }

    /** "Condemned the attacks on the embassy", "praised the decision to cut ties with Lima": what is judged was done by somebody, to another. */
    private boolean isDeed(int thing) {
        boolean violence = isHarm(thing);
        boolean decision = tree.is(thing, "decision", "move", "step", "vote", "choice")
                && tree.children(thing, "acl").stream().anyMatch(a -> tree.hasChild(a, "to"));
        return tree.upos(thing) == Upos.NOUN && (violence || decision);
    }

    /** "Said the announcement was regrettable", "said that this was unjust": the measure of another that is judged below a verb; -1 where none is. */
    static int measure(Tree tree, int verb) {
        for (int clause : tree.children(verb, "ccomp", "parataxis")) {
            int subject = tree.child(clause, "nsubj", "nsubj:pass");
            if (subject < 0) {
                continue;
            }
            boolean that = tree.upos(subject) == Upos.PRON && tree.is(subject, "this", "these");
            return that || isPointedAt(tree, subject) ? subject : -1;
        }
        return -1;
    }

    private static boolean isPointedAt(Tree tree, int noun) {
        return MEASURES.contains(tree.lemma(noun))
                && tree.children(noun, "det").stream()
                        .anyMatch(d -> tree.is(d, "the", "this", "that", "these", "those", "such"));
    }

    /** "Called the decision a mistake": nothing beside the noun says whose it is. */
    private boolean isBareMeasure(int noun) {
        return isPointedAt(tree, noun)
                && tree.children(noun, "nmod", "nmod:poss", "acl").isEmpty()
                && parties.adjectival(noun).isEmpty()
                && parties.of(noun).stream()
                        .allMatch(p -> "JRN".equals(p.actor().sector()));
    }

    /** "Raid", "break-in". */
    private boolean isHarm(int thing) {
        boolean joined = thing + 2 < tree.size() && tree.form(thing + 1).equals("-");
        return deeds.contains(tree.lemma(thing))
                || joined && deeds.contains(tree.form(thing) + "-" + tree.form(thing + 2));
    }

    /** Whose deed the words say that it is: possessor, adjective, "by"; of a decision, "of" as well. */
    private List<Claim.Party> doers(int thing) {
        List<Claim.Party> out = new ArrayList<>(parties.adjective(parties.adjectival(thing)));
        for (int owner : out.isEmpty() ? tree.children(thing, "nmod:poss") : List.<Integer>of()) {
            out.addAll(parties.of(tree.conjuncts(owner)));
        }
        for (int phrase : tree.children(thing, "nmod", "obl", "obl:agent")) {
            String preposition = tree.preposition(phrase);
            boolean of = preposition.equals("of") && !deeds.contains(tree.lemma(thing));
            if (preposition.equals("by") || of) {
                out.addAll(parties.of(tree.conjuncts(phrase)));
            }
        }
        return out;
    }

    /** Who is meant where what is judged has no doer in words: he who is called in for it, or who did the last such thing told. */
    private void done(int head, boolean violent, Set<String> acting, Map<String, Claim.Party> out) {
        Claim beside = discourse.lastOf(tree.sentence().index());
        int up = tree.head(head);
        boolean purpose = up >= 0 && tree.relation(head).matches("advcl|xcomp") && tree.hasChild(head, "to");
        List<Claim.Party> found = beside != null && purpose ? beside.recipients() : List.of();
        if (found.isEmpty()) {
            Claim deed = discourse.lastDeed(acting, violent, tree.sentence().index());
            found = deed == null ? List.of() : deed.actors();
        }
        for (Claim.Party party : found) {
            if (Discourse.isSide(party.actor())
                    && !acting.contains(party.actor().principal())) {
                out.putIfAbsent(party.actor().principal(), new Claim.Party(discourse.principal(party.actor()), null));
            }
        }
    }

    /** Each word that the phrases behind a noun name, if one of the prepositions leads them: "ties to Peru and Chile". */
    private List<Integer> phrases(int thing, Set<String> prepositions) {
        return tree.children(thing, "nmod").stream()
                .filter(p -> prepositions.contains(tree.preposition(p)))
                .flatMap(p -> tree.conjuncts(p).stream())
                .toList();
    }

    /** "Three employees of the Danish embassy, two of the Finnish and one each of …": those whose share is told by its number alone. */
    private List<Integer> shares(int thing) {
        return tree.children(thing, "conj", "appos", "nmod").stream()
                .flatMap(c -> tree.conjuncts(c).stream())
                .filter(c -> tree.upos(c) == Upos.NUM || tree.is(c, "one"))
                .flatMap(c -> Stream.concat(
                        Stream.of(c), tree.children(c, "nsubj", "det").stream().filter(e -> tree.is(e, "each"))))
                .flatMap(c -> tree.children(c, "nmod", "obl").stream())
                .filter(of -> Set.of("of", "from", "at").contains(tree.preposition(of)))
                .toList();
    }

    /** "Its ambassadors to Peru and Chile": the other sides to which several were sent. */
    private void hosts(int thing, Set<String> acting, Map<String, Claim.Party> out) {
        if (!tree.token(thing).xpos().endsWith("S")) {
            return;
        }
        Set<String> known = new LinkedHashSet<>();
        out.values().forEach(p -> known.add(p.actor().principal()));
        for (int each : phrases(thing, Set.of("to", "in", "at", "from", "with"))) {
            for (Claim.Party party : parties.named(each)) {
                String principal = party.actor().principal();
                if (Discourse.isSide(party.actor()) && !acting.contains(principal) && known.add(principal)) {
                    out.putIfAbsent(party.actor().id(), party);
                }
            }
            for (Mention.OfActor place : parties.placesIn(each)) {
                String country = place.actor().country();
                if (tree.headOf(place.span()) == each
                        && country != null
                        && !acting.contains(country)
                        && known.add(country)) {
                    out.putIfAbsent(place.actor().id(), new Claim.Party(place.actor(), parties.cite(place)));
                }
            }
        }
    }

    /** A private person or a group of no known side: a recipient only where nobody else is. */
    private static boolean weak(Actor actor) {
        return !Discourse.isSide(actor) && actor.country() == null && !"GOV".equals(actor.sector());
    }

    private static void add(
            List<Claim.Party> found,
            Set<String> acting,
            Set<String> ids,
            Map<String, Claim.Party> out,
            Map<String, Claim.Party> domestic) {
        for (Claim.Party party : found) {
            if (weak(party.actor())) {
                domestic.putIfAbsent(party.actor().id(), party);
            } else if (!acting.contains(party.actor().principal())) {
                out.putIfAbsent(party.actor().id(), party);
            } else if (!ids.contains(party.actor().id()) || party.actor().kind() == Actor.Kind.PEOPLE) {
                domestic.putIfAbsent(party.actor().id(), party);
            }
        }
    }

    private static boolean diplomatic(@Nullable String type) {
        return "SANCTION".equals(type) || "SUPPORT".equals(type) || "CONSULT".equals(type);
    }

    /** "Withdrew its envoys from Dakar": the state meant by what they were sent to, where only a place of it is named. */
    private void ground(String state, int head, Set<String> acting, Map<String, Claim.Party> out) {
        for (Mention.OfActor place : parties.placesIn(tree.clause(head))) {
            if (state.equals(place.actor().country()) && !acting.contains(state)) {
                out.putIfAbsent(place.actor().id(), new Claim.Party(place.actor(), parties.cite(place)));
            }
        }
    }

    /** The country of the places named in a phrase: host of a mission, soil on which it is done. */
    private void soil(int phrase, Set<String> acting, Map<String, Claim.Party> out) {
        for (Mention.OfActor place : parties.placesIn(phrase)) {
            String country = place.actor().country();
            if (country != null && !acting.contains(country)) {
                out.putIfAbsent(place.actor().id(), new Claim.Party(place.actor(), parties.cite(place)));
            }
        }
    }

    /** "Stood by its ally": somebody is named whom the text does not tell apart; no other side of the sentence is meant. */
    private boolean elsewhere(List<Integer> tokens, Set<String> acting) {
        return tokens.stream()
                .allMatch(t -> tree.upos(t) == Upos.NOUN
                        && tree.children(t, "nmod:poss").stream().anyMatch(tree::isPossessive)
                        && parties.of(t).stream()
                                .allMatch(p -> acting.contains(p.actor().principal())));
    }

    /** Whether a word stands in a clause set against that of the head: "…, while Lima reopened its embassy". */
    private boolean setAgainst(int word, int head) {
        int at = tree.clause(word);
        for (int steps = 0; at >= 0 && at != head && steps < 8; steps++) {
            boolean other = tree.children(at, "mark").stream().anyMatch(m -> tree.is(m, "while", "whereas"));
            if (other && tree.relation(at).equals("advcl") && tree.child(at, "nsubj", "nsubj:pass") >= 0) {
                return !tree.dominates(at, head);
            }
            at = tree.head(at);
        }
        return false;
    }

    /** "Called the charge baseless and asked the league for help": named by the verb that is joined to it. */
    private boolean isOfNext(int word, int head) {
        return tree.children(head, "conj").stream()
                .anyMatch(c -> tree.isVerbal(c) && tree.dominates(c, word) && tree.child(c, "cc") < word);
    }

    /** News agencies and broadcasters tell of an act; where nobody says so, it is not done to them. */
    private static boolean reports(Actor actor) {
        return "JRN".equals(actor.sector());
    }

    private static boolean isBody(Mention.OfActor mention) {
        return mention.actor().kind() == Actor.Kind.ORGANISATION
                || mention.actor().kind() == Actor.Kind.STATE;
    }

    /** "A treaty that binds its members to go to the court": named only in what is said of something else. */
    private boolean isDescribing(int word, int clause) {
        int at = word;
        for (int steps = 0; at >= 0 && at != clause && steps < tree.size(); steps++) {
            if (tree.deprel(at).equals("acl:relcl")) {
                return true;
            }
            at = tree.head(at);
        }
        return false;
    }

    /** "Recalled its envoys from all the countries that …": to several whom the words do not name. */
    boolean areAtLarge(Match match, List<Integer> things) {
        List<Integer> tops = new ArrayList<>(things);
        tops.add(match.arguments().head());
        return tops.stream()
                .flatMap(top -> tree.children(top, "nmod", "obl").stream())
                .anyMatch(phrase -> tree.token(phrase).xpos().equals("NNS")
                        && tree.is(
                                phrase,
                                "country",
                                "state",
                                "nation",
                                "neighbour",
                                "neighbor",
                                "government",
                                "capital",
                                "member")
                        && Set.of("from", "to", "with", "of", "in").contains(tree.preposition(phrase))
                        && parties.named(phrase).isEmpty()
                        && tree.children(phrase, "nmod:poss", "appos", "nummod").isEmpty()
                        && tree.children(phrase, "amod", "compound", "nmod", "conj").stream()
                                .allMatch(c -> parties.of(c).isEmpty())
                        && tree.children(phrase, "det").stream().noneMatch(d -> tree.is(d, "both", "these", "those")));
    }

    /** Where talks are held says nothing of who holds them. */
    private boolean isMeeting(int thing) {
        return tree.is(
                thing, "meeting", "talk", "summit", "session", "conference", "consultation", "negotiation", "round");
    }

    /** Whether a word stands in a clause of time or reason of its own below the head: "met since Friday, when ships of Oman …". */
    private boolean isCircumstance(int word, int head) {
        int at = tree.clause(word);
        for (int steps = 0; at >= 0 && at != head && steps < 8; steps++) {
            if (tree.relation(at).matches("advcl|acl")
                    && tree.child(at, "nsubj", "nsubj:pass") >= 0
                    && !tree.dominates(at, head)) {
                return true;
            }
            at = tree.head(at);
        }
        return false;
    }

    /** "Froze aid hours after Oslo met Chile", "on the very day it met Chile": named only in what tells when it was. */
    private boolean isMeanwhile(int word, int head) {
        int at = tree.clause(word);
        for (int steps = 0; at >= 0 && at != head && steps < 8; steps++) {
            boolean apart =
                    tree.relation(at).matches("advcl|parataxis|acl") && tree.child(at, "nsubj", "nsubj:pass") >= 0;
            if (apart && !tree.dominates(at, head) && isTimed(at)) {
                return true;
            }
            at = tree.head(at);
        }
        return false;
    }

    /** Whether the sentence names somebody, and only in what tells when it was. */
    private boolean isOnlyMeanwhile(Actor actor, int head) {
        List<Integer> named = parties.mentions().stream()
                .filter(m -> m.actor().principal().equals(actor.principal()))
                .map(m -> tree.headOf(m.span()))
                .toList();
        return !named.isEmpty() && named.stream().allMatch(at -> at >= 0 && isApartInTime(at, head));
    }

    private boolean isApartInTime(int word, int head) {
        boolean below = tree.relation(head).equals("advcl") && isTimed(head) && !tree.dominates(head, word);
        return below || isMeanwhile(word, head);
    }

    /** Whether a span of time tells how far off a clause is, or a day that what it tells is of. */
    private boolean isTimed(int clause) {
        boolean spanned = tree.children(clause, "obl:unmarked", "obl", "obl:npmod").stream()
                .anyMatch(t -> t < tree.child(clause, "nsubj", "nsubj:pass") && tree.is(t, TIMES));
        return spanned || tree.deprel(clause).equals("acl:relcl") && tree.is(tree.head(clause), TIMES);
    }

    /** "Meeting in June, the league barred flights to Chad": named in what is done on the occasion. */
    private boolean isAbove(int word, int head) {
        return tree.relation(head).equals("advcl") && !tree.dominates(head, word);
    }

    /** "The officers who seized power told the envoy of Chad …": named outside what is described by the clause of the head. */
    private boolean isBesides(int word, int head) {
        int verb = tree.relation(head).equals("conj") ? tree.head(head) : head;
        return tree.deprel(verb).equals("acl:relcl") && !tree.dominates(tree.head(verb), word);
    }

    /** The only other side that the sentence names; those in circumstances left out where they do not count. */
    private void sole(int head, boolean strict, Set<String> acting, Map<String, Claim.Party> out) {
        Map<String, Claim.Party> others = new LinkedHashMap<>();
        boolean against = true;
        for (Mention.OfActor mention : parties.mentions()) {
            Actor actor = mention.actor();
            int at = tree.headOf(mention.span());
            if (!reports(actor)
                    && Discourse.isSide(actor)
                    && actor.kind() != Actor.Kind.PLACE
                    && !acting.contains(actor.principal())) {
                if (at > head && isOfNext(at, head)
                        || at >= 0 && (isOfTown(mention, at) || isBesides(at, head) || isApartInTime(at, head))
                        || strict && at >= 0 && (isCircumstance(at, head) || isAbove(at, head))) {
                    continue;
                }
                against &= at >= 0 && setAgainst(at, head);
                others.putIfAbsent(actor.principal(), new Claim.Party(actor, parties.cite(mention)));
            }
        }
        if (others.size() == 1 && !acting.isEmpty() && !against) {
            Claim.Party only = others.values().iterator().next();
            out.put(only.actor().id(), only);
        }
    }

    /** "Meeting in the Kenyan capital": where they are. */
    private boolean isOfTown(Mention.OfActor mention, int word) {
        int noun = tree.head(word);
        return mention.form() == Mention.OfActor.Form.ADJECTIVE
                && noun >= 0
                && tree.is(noun, "capital", "city", "town", "port", "resort", "village", "coast", "airport");
    }

    /** "Left the talks because of the sanctions over Ukraine": what another thing is about. */
    private boolean isTopic(int at, int head) {
        return tree.head(at) != head && tree.preposition(at).equals("over") && parties.isPrincipal(at);
    }

    /** Actors named in what the act is about: "threatened to close its border with Chad". */
    private void complement(
            int head,
            Set<String> relations,
            Set<String> acting,
            Set<String> ids,
            Map<String, Claim.Party> out,
            Map<String, Claim.Party> domestic) {
        for (int clause : tree.children(head, relations.toArray(String[]::new))) {
            if (tree.deprel(clause).equals("acl:relcl")
                    || tree.preposition(clause).startsWith("according")) {
                continue;
            }
            if (tree.relation(clause).equals("ccomp")) {
                // "Charged that it had shut out Chilean wine": whose doing it is
                tree.children(clause, "nsubj", "nsubj:pass").stream()
                        .filter(s -> tree.upos(s) == Upos.PRON)
                        .forEach(s -> add(parties.pronoun(s), acting, ids, out, domestic));
                if (!out.isEmpty()) {
                    return;
                }
            }
            for (Mention.OfActor mention : parties.mentions()) {
                int at = tree.headOf(mention.span());
                // "The president said Peru would retaliate"
                boolean self = at >= 0
                        && tree.head(at) == clause
                        && tree.relation(at).equals("nsubj")
                        && acting.contains(mention.actor().id());
                if (at >= 0
                        && !self
                        && tree.dominates(clause, at)
                        && !(isBody(mention) && isDescribing(at, clause))
                        && !setAgainst(at, head)
                        && !isMeanwhile(at, head)
                        && !isTopic(at, head)
                        && !(relations == SPOKEN && isOfTown(mention, at))
                        && Discourse.isSide(mention.actor())
                        && !reports(mention.actor())
                        && !mention.actor().kind().equals(Actor.Kind.PLACE)) {
                    add(parties.of(tree.conjuncts(at)), acting, ids, out, domestic);
                    if (!out.isEmpty()) {
                        return;
                    }
                }
            }
        }
    }
}
