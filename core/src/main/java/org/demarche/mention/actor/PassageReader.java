package org.demarche.mention.actor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.model.Actor;
import org.demarche.model.Mention;
import org.demarche.model.Mention.OfActor.Form;
import org.demarche.model.Span;
import org.demarche.model.Token;
import org.demarche.model.Upos;
import org.jspecify.annotations.Nullable;

/** Reads one sentence in the light of those before it. Used once. */
final class PassageReader {
    /** Before an adjective that stands for a person. */
    private static final Set<String> ONE = Set.of("a", "an", "another", "one", "two", "three", "four", "five");

    /** Last words of the names of organs of a state. */
    private static final Set<String> ORGANS = WordSet.of("""
            council committee commission court assembly parliament cabinet board authority agency directorate
            secretariat tribunal senate""");

    /** First words of the names of organs that every state has one of. */
    private static final Set<String> NATIONAL = WordSet.of("national supreme high higher state federal central");

    /** What a state does with an envoy of its own. */
    private static final Set<String> OWN_ENVOY = WordSet.of("""
            recall recalls recalled recalling withdrew withdraw withdraws withdrawn appoint appoints appointed named names
            send sends sent dispatch dispatched pulled""");

    private static final Set<String> ORDERING =
            WordSet.of("order instruct tell command direct authorise authorize deploy send");

    /** Nouns that stand for people without saying which. */
    private static final Set<String> CROWDS = Set.of("thousands", "hundreds", "dozens", "scores");

    private static final Role CROWD = new Role("citizen", Role.Type.PERSON, "CVL");

    /** What houses have and states do not: "tore down its flag". */
    private static final Set<String> OF_HOUSES = WordSet.of(
            "flag plaque gate gates fence wall walls window windows door doors roof facade compound premises");

    /** Words between a name and what its fellows are. */
    private static final int MOST_BETWEEN = 5;

    /** First words of the names of states that take an article. */
    private static final Set<String> MONTHS = Set.of("may", "april", "june", "august", "march");

    private static final Set<String> BEFORE_MONTH =
            Set.of("in", "until", "till", "since", "last", "next", "early", "late", "mid", "during", "this");
    private static final Set<String> ARTICLED = Set.of(
            "United",
            "Netherlands",
            "Philippines",
            "Soviet",
            "Gambia",
            "Bahamas",
            "Maldives",
            "Comoros",
            "Seychelles",
            "Democratic",
            "Holy");

    private final ActorLexicon lexicon;
    private final Discourse discourse;
    private final String day;
    private final Passage passage;
    private final NameVotes votes;
    private final Words words;
    private final RolePhraseFinder roles;
    private final Metonymy metonymy;
    private final UnsaidOwner unsaid;
    private final PersonResolver people;
    private final List<Mention.OfActor> out = new ArrayList<>();

    PassageReader(
            ActorLexicon lexicon, Discourse discourse, Topic topic, String day, Passage passage, NameVotes votes) {
        this.votes = votes;
        this.lexicon = lexicon;
        this.discourse = discourse;
        this.day = day;
        this.passage = passage;
        this.words = passage.words;
        this.roles = new RolePhraseFinder(lexicon);
        this.metonymy = new Metonymy(passage);
        this.unsaid = new UnsaidOwner(lexicon, discourse, topic, passage, metonymy);
        this.people = new PersonResolver(lexicon, discourse, day);
    }

    List<Mention.OfActor> read() {
        discourse.startSentence();
        new NamedSpans(passage, votes).join();
        new ProperBodies(passage).clear();
        List<RolePhrase> phrases = roles.find(passage);
        @Nullable RolePhrase[] endingAt = new RolePhrase[words.size()];
        boolean[] named = new boolean[words.size()];
        for (RolePhrase phrase : phrases) {
            endingAt[phrase.to() - 1] = phrase;
            int[] name = phrase.name();
            if (name != null) {
                Arrays.fill(named, name[0], name[1], true);
            }
        }
        for (int i = 0; i < words.size(); i++) {
            RolePhrase phrase = endingAt[i];
            if (phrase != null) {
                readRole(phrase);
                continue;
            }
            if (named[i]) {
                continue;
            }
            Passage.Name whole = passage.name(i);
            if (whole != null && !whole.isPerson() && whole.from() == i) {
                readName(whole);
                i = whole.to() - 1;
                continue;
            }
            Term term = passage.term(i);
            if (term != null && term.from() == i && !term.isRole()) {
                readTerm(term);
                i = term.to() - 1;
            } else if (term == null) {
                i = Math.max(i, readOther(i) - 1);
            }
        }
        return out;
    }

    private void add(int from, int to, Actor actor, Form form) {
        out.add(new Mention.OfActor(passage.span(from, to), passage.sentence.index(), actor, form));
    }

    private void readTerm(Term term) {
        Actor actor = term.actor();
        if (actor == null) {
            return;
        }
        switch (term.type()) {
            case STATE, ORGANISATION, GROUP -> {
                Actor owner = term.type() == Entry.Type.ORGANISATION ? ownerBefore(term.from(), term.to()) : null;
                if (owner != null && !owner.id().equals(actor.country()) && isShort(term, actor)) {
                    readOwned(term.from(), term.to(), owner);
                    return;
                }
                add(term.from(), term.to(), actor, Form.NAME);
                meet(term, actor);
            }
            case ADJECTIVE -> {
                if (isOneOfPeople(term)) {
                    readNation(term, actor);
                } else {
                    add(term.from(), term.to(), actor, Form.ADJECTIVE);
                    discourse.meet(actor);
                }
            }
            case NATIONAL, NATION -> readNation(term, actor);
            case CAPITAL -> readCapital(term, actor);
            case PLACE -> add(term.from(), term.to(), actor, Form.NAME);
            case TOWN -> add(term.from(), term.to(), inStateBehind(term, actor), Form.NAME);
            case PERSON -> {
                Actor person = people.known(passage.span(term.from(), term.to()).in(words.text()), term.entry());
                add(term.from(), term.to(), person, Form.NAME);
            }
            default -> {}
        }
    }

    /** "Santa Cruz, Bolivia": many towns share a name, and the state behind it says which is meant; not in a list. */
    private Actor inStateBehind(Term town, Actor actor) {
        Term next = passage.term(town.to());
        if (next == null || next.type() != Entry.Type.STATE || next.from() != town.to()) {
            return actor;
        }
        Actor state = next.actor();
        boolean comma = words.gap(town.to() - 1).toString().strip().equals(",");
        if (state == null || !comma || words.folded(next.to()).equals("and")) {
            return actor;
        }
        return new Actor(
                state.id() + "/" + Fold.slug(actor.name()), Actor.Kind.PLACE, actor.name(), state.country(), null);
    }

    private void readNation(Term term, Actor state) {
        Actor nation = new Actor(
                state.id() + "/people", Actor.Kind.PEOPLE, term.entry().phrase(), state.country(), "CVL");
        add(term.from(), term.to(), nation, Form.NOMINAL);
        discourse.meet(state);
        discourse.meetPeople(nation);
    }

    /** "An Indonesian and a Vietnamese were held": the adjective stands for one of the people. */
    private boolean isOneOfPeople(Term term) {
        int token = passage.tokenIndex(term.to() - 1);
        boolean one = ONE.contains(words.folded(term.from() - 1)) && words.isTight(term.from() - 1, true);
        if (!one || token < 0 || !passage.isParsed()) {
            return false;
        }
        Token word = passage.sentence.token(token);
        boolean phrase = word.relation().matches("nsubj|obj|iobj|obl|nmod|appos|conj|root");
        return phrase
                && (word.upos() == Upos.NOUN
                        || word.upos() == Upos.PROPN
                        || word.relation().matches("nsubj|obj"));
    }

    /** "The National Security Committee": an organ of the state that is spoken of. */
    private boolean isNational(Passage.Name name) {
        int first = words.folded(name.from()).equals("the") ? name.from() + 1 : name.from();
        boolean definite = first > name.from() || words.folded(first - 1).equals("the");
        return definite
                && name.to() - first > 1
                && NATIONAL.contains(words.folded(first))
                && ORGANS.contains(words.folded(name.to() - 1));
    }

    /** "Security Council" for "United Nations Security Council": a name that other bodies bear too. */
    private boolean isShort(Term term, Actor actor) {
        String text = Fold.of(passage.span(term.from(), term.to()).in(words.text()));
        return term.to() - term.from() > 1
                && Fold.of(actor.name()).endsWith(" " + text)
                && ORGANS.contains(words.folded(term.to() - 1));
    }

    /** "Togo's High Council", "the Togolese Supreme Court", "the country's election board": an organ of the state that the words before it name. */
    private @Nullable Actor ownerBefore(int from, int to) {
        if (from < 1 || !ORGANS.contains(words.folded(to - 1))) {
            return null;
        }
        boolean possessive = words.isPossessive(from - 1);
        int at = possessive ? from - 2 : from - 1;
        Term term = at < 0 || !words.isTight(from - 1, true) ? null : passage.term(at);
        boolean names = term != null
                && (possessive
                        ? term.type() == Entry.Type.STATE || term.type() == Entry.Type.CAPITAL
                        : term.type() == Entry.Type.ADJECTIVE);
        if (term != null && names && term.actor() != null) {
            return lexicon.find(term.actor().principal())
                    .filter(a -> a.kind() == Actor.Kind.STATE)
                    .orElse(null);
        }
        boolean country = possessive && at > 0 && words.folded(at).equals("country");
        return country ? discourse.lastState().orElse(null) : null;
    }

    private void readOwned(int from, int to, Actor owner) {
        String text = passage.span(from, to).in(words.text()).replaceAll("\\s+", " ");
        String id = owner.id() + "/" + Fold.slug(text);
        add(from, to, new Actor(id, Actor.Kind.ORGANISATION, text, owner.country(), "GOV"), Form.NAME);
    }

    private void meet(Term term, Actor actor) {
        Actor principal = roles.principal(actor);
        discourse.meet(principal);
        if (!principal.id().equals(actor.id())) {
            discourse.meet(actor);
        }
        joinedTo(term)
                .filter(a -> principal.kind() == Actor.Kind.STATE && !a.equals(principal))
                .ifPresent(other -> discourse.meetPair(other, principal));
        if (metonymy.isSubject(term)) {
            discourse.meetSubject(principal);
            if (metonymy.isMain(term.to() - 1)) {
                discourse.meetMain(principal);
            }
        }
    }

    /** The state to which another is joined: "Chad" of "Chad and Mali". */
    private Optional<Actor> joinedTo(Term term) {
        Token token = passage.token(term.to() - 1);
        if (token == null || !token.deprel().equals("conj") || token.head() < 0) {
            return Optional.empty();
        }
        Span first = passage.sentence.token(token.head()).span();
        return out.stream()
                .filter(m -> m.span().overlaps(first) && m.actor().kind() == Actor.Kind.STATE)
                .map(Mention.OfActor::actor)
                .findFirst();
    }

    private void readCapital(Term term, Actor place) {
        Optional<Actor> state = lexicon.find(place.principal());
        if (metonymy.isPlace(term) || state.isEmpty()) {
            add(term.from(), term.to(), place, Form.NAME);
            state.ifPresent(discourse::meetPlace);
            return;
        }
        Actor actor = state.get();
        if (actor.id().equals("BEL")
                && (discourse.count("BEL") == 0 || discourse.count("NATO") + discourse.count("EU") > 0)) {
            boolean alliance = discourse.count("NATO") > discourse.count("EU");
            actor = lexicon.find(alliance ? "NATO" : "EU").orElse(actor);
        }
        add(term.from(), term.to(), actor, Form.METONYM);
        discourse.meet(actor);
        if (metonymy.isSubject(term)) {
            discourse.meetSubject(actor);
            if (metonymy.isMain(term.to() - 1)) {
                discourse.meetMain(actor);
            }
        }
    }

    private void readRole(RolePhrase phrase) {
        int[] name = phrase.name();
        if (name != null) {
            String text = passage.span(name[0], name[1]).in(words.text());
            RolePhrase whose = phrase.owners().isEmpty()
                    ? unsaidOf(phrase).map(phrase::withOwner).orElse(phrase)
                    : phrase;
            Actor person = people.resolve(text, whose);
            lexicon.find(person.principal()).ifPresent(discourse::meet);
            add(phrase.from(), phrase.to(), person, Form.TITLE);
            add(name[0], name[1], person, Form.NAME);
            return;
        }
        List<Actor> actors = resolve(phrase);
        if (actors.size() == 1 && phrase.role().type() == Role.Type.ORGAN && !phrase.many()) {
            Actor organ = actors.get(0);
            lexicon.find(organ.principal())
                    .filter(a -> a.kind() == Actor.Kind.STATE && metonymy.isSubject(phrase.to() - 1))
                    .ifPresent(state -> {
                        discourse.meetSubject(state);
                        if (metonymy.isMain(phrase.to() - 1)) {
                            discourse.meetMain(state);
                        }
                    });
        }
        Form form = phrase.role().type() == Role.Type.ORGAN && !phrase.many() && isWrittenAsName(phrase)
                ? Form.NAME
                : phrase.many() || phrase.role().type() == Role.Type.ORGAN ? Form.NOMINAL : Form.TITLE;
        for (Actor actor : actors) {
            add(phrase.from(), phrase.to(), actor, form);
            discourse.meetRole(phrase.role(), phrase.many(), actor);
            if (form == Form.TITLE
                    && actor.kind() == Actor.Kind.PERSON
                    && actor.country() != null
                    && isTopic(phrase.to() - 1)) {
                discourse.meetUnnamed(actor, phrase.role());
            }
            boolean unnamed = phrase.determiner().matches("an?")
                    || RolePhraseFinder.ENVOYS.contains(phrase.role().slug());
            if (form == Form.TITLE && actor.country() != null && unnamed) {
                discourse.meetSomebody(actor);
            }
            if (actor.kind() == Actor.Kind.PEOPLE) {
                if (metonymy.isMain(phrase.to() - 1)) {
                    discourse.meetActing(actor);
                }
                discourse.meetPeople(actor);
            }
        }
    }

    /** "Signed with the agency in Cairo": the organisation told of before that is called so, not one of the place. */
    private Optional<Actor> bodyMeant(RolePhrase phrase) {
        boolean bare = phrase.to() - phrase.from() == 1
                && phrase.role().slug().equals("ministry")
                && words.folded(phrase.from() - 1).equals("the");
        return bare ? discourse.lastOf(lexicon.calledBy(words.folded(phrase.from()))) : Optional.empty();
    }

    /** "The president ordered the navy to sail": forces that are told by their own side to do something. */
    private Optional<Actor> commanded(RolePhrase phrase) {
        int token = passage.tokenIndex(phrase.to() - 1);
        boolean forces = phrase.owners().isEmpty()
                && (words.folded(phrase.from() - 1).equals("the") || follows(phrase.from(), ORDERING))
                && Set.of("military", "soldier", "police-officer", "security-force")
                        .contains(phrase.role().slug());
        if (!forces || token < 0 || !passage.isParsed()) {
            return Optional.empty();
        }
        Token word = passage.sentence.token(token);
        boolean told = word.head() >= 0
                && word.relation().matches("obj|iobj")
                && ORDERING.contains(passage.sentence.token(word.head()).lemma());
        return !told
                ? Optional.empty()
                : subjectsOf(word.head())
                        .map(m -> m.actor().principal())
                        .findFirst()
                        .flatMap(lexicon::find)
                        .filter(a -> a.kind() == Actor.Kind.STATE);
    }

    /** "Instructed police": whether the word before is a form of one of some verbs. */
    private boolean follows(int word, Set<String> verbs) {
        int before = passage.tokenIndex(word - 1);
        return before >= 0 && verbs.contains(passage.sentence.token(before).lemma());
    }

    /** The mentions that are the subject of a verb. */
    private Stream<Mention.OfActor> subjectsOf(int verb) {
        return out.stream().filter(m -> {
            int at = headOf(m.span());
            return at >= 0
                    && passage.sentence.token(at).head() == verb
                    && passage.sentence.token(at).relation().equals("nsubj");
        });
    }

    /** The token of a mention that hangs on none of its others; -1 where there is none. */
    private int headOf(Span span) {
        for (int i = 0; i < passage.sentence.tokens().size(); i++) {
            Token token = passage.sentence.token(i);
            boolean inside = span.contains(token.span());
            if (inside
                    && (token.head() < 0
                            || !span.contains(
                                    passage.sentence.token(token.head()).span()))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a word is subject or object of the main clause: what the next sentence may go on about. */
    private boolean isTopic(int word) {
        int token = passage.tokenIndex(word);
        if (token < 0 || !passage.isParsed()) {
            return false;
        }
        Token head = passage.sentence.token(token);
        return head.head() >= 0
                && head.relation().matches("nsubj|obj")
                && passage.sentence.token(head.head()).relation().matches("root|conj");
    }

    private boolean isWrittenAsName(RolePhrase phrase) {
        boolean capitals = phrase.to() - phrase.from() > 1;
        for (int i = phrase.from(); i < phrase.to(); i++) {
            boolean small = words.isPossessive(i)
                    || words.folded(i).equals("of")
                    || words.folded(i).equals("the");
            capitals &= small || words.isCapital(i);
        }
        return capitals;
    }

    private List<Actor> resolve(RolePhrase phrase) {
        Optional<Actor> body = bodyMeant(phrase);
        if (body.isPresent()) {
            return List.of(body.get());
        }
        Optional<Actor> own = commanded(phrase);
        if (own.isPresent()) {
            return List.of(actor(phrase, own.get()));
        }
        List<Actor> owners = phrase.owners();
        if (owners.isEmpty()) {
            Optional<Actor> whose = possessor(phrase);
            if (whose.isEmpty()) {
                whose = ofThose(phrase)
                        .or(() -> unsaid.seized(phrase))
                        .or(() -> unsaid.ruled(phrase))
                        .or(() -> unsaid.regional(phrase));
            }
            if (whose.isPresent()) {
                return List.of(actor(phrase, whose.get()));
            }
            Optional<Actor> back =
                    phrase.definite() ? discourse.byRole(phrase.role().slug(), phrase.many()) : Optional.empty();
            if (back.isEmpty() && UnsaidOwner.isOfRulers(phrase)) {
                // "The putschists", after "Niger's junta"
                back = discourse.byRole(phrase.role().slug(), !phrase.many());
            }
            if (back.isEmpty()
                    && phrase.definite()
                    && !phrase.many()
                    && phrase.role().type() == Role.Type.PERSON) {
                back = discourse.lastPersonLike(phrase.role(), phrase.former());
            }
            if (back.isPresent()) {
                return List.of(back.get());
            }
            if (phrase.many() && phrase.definite() && phrase.role().type() == Role.Type.OFFICE) {
                // "The foreign ministers signed …": of the two sides spoken of, and nobody's where these are not two.
                List<Actor> both = discourse.dyad();
                return both.size() == 2
                        ? both.stream().map(owner -> actor(phrase, owner)).toList()
                        : List.of(actor(phrase, null));
            }
            owners = phrase.determiner().equals(RolePhrase.SOMEBODYS)
                    ? List.of()
                    : unsaid.of(phrase).map(List::of).orElse(List.of());
        }
        if (owners.isEmpty()) {
            return isVague(phrase) ? List.of() : List.of(actor(phrase, null));
        }
        List<Actor> out = new ArrayList<>(owners.size());
        for (Actor owner : owners) {
            out.add(actor(phrase, owner));
        }
        return out;
    }

    /** "its embassy", "his foreign minister": of the state or organisation that the pronoun stands for. */
    private Optional<Actor> possessor(RolePhrase phrase) {
        String word = phrase.determiner();
        return switch (word) {
            case "its", "their" -> abroad(phrase, antecedent(phrase.from() - 1).or(discourse::focus));
            case "his", "her" ->
                discourse
                        .lastOfficial(word.equals("his") ? "m" : "f")
                        .flatMap(p -> lexicon.find(p.actor().principal()));
            case RolePhrase.SOMEBODYS, "whose" -> somebody(phrase);
            default -> Optional.empty();
        };
    }

    /** "Officers sealed off their embassy in Lima": a state has none in itself, so it is the other's. */
    private Optional<Actor> abroad(RolePhrase phrase, Optional<Actor> owner) {
        Actor host = phrase.host();
        boolean home =
                host != null && owner.filter(o -> o.id().equals(host.id())).isPresent();
        return home ? discourse.other(owner) : owner;
    }

    /** "The ministers of the alliance": whose they are, told by a word that refers back. */
    private Optional<Actor> ofThose(RolePhrase phrase) {
        int of = phrase.to();
        boolean joined = of + 1 < words.size()
                && words.folded(of).equals("of")
                && words.isTight(of - 1, false)
                && words.folded(of + 1).equals("the");
        BackReference back = joined ? BackReference.at(passage, of + 1) : null;
        List<Actor> meant = back == null ? List.of() : back.resolve(discourse, lexicon, Optional.empty());
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }

    /** Whom "the alliance's" before a role means: who was mentioned right before it. */
    private Optional<Actor> somebody(RolePhrase phrase) {
        int start = passage.span(phrase.from(), phrase.to()).start();
        return out.stream()
                .filter(m -> m.span().end() <= start)
                .reduce((a, b) -> b)
                .flatMap(m -> lexicon.find(m.actor().principal()));
    }

    /** For whom somebody with a title and a name acts where the phrase does not say. */
    private Optional<Actor> unsaidOf(RolePhrase phrase) {
        Optional<Actor> whose = possessor(phrase);
        if (whose.isPresent()) {
            return whose;
        }
        return UnsaidOwner.OF_ORGANISATIONS.contains(phrase.role().slug())
                ? discourse.lastOrganisation()
                : fellows(phrase).or(() -> heldBefore(phrase));
    }

    /** "Ambassador NAME and three other Iranian officials": what the others are, the first is. */
    private Optional<Actor> fellows(RolePhrase phrase) {
        int[] name = phrase.name();
        int at = name == null ? words.size() : name[1];
        boolean other = false;
        for (int i = at; i < Math.min(words.size(), at + MOST_BETWEEN); i++) {
            Term term = passage.term(i);
            if (other && term != null && term.type() == Entry.Type.ADJECTIVE && term.actor() != null) {
                return lexicon.find(term.actor().principal());
            }
            if (i == at && !words.folded(i).equals("and")) {
                return Optional.empty();
            }
            other |= words.folded(i).equals("other");
        }
        return Optional.empty();
    }

    /** "Ambassador NAME" after "Iran's ambassador": of the state whose envoy was spoken of; of several such, of the one that recalls him, not of the one that expels him. */
    private Optional<Actor> heldBefore(RolePhrase phrase) {
        if (!RolePhraseFinder.ENVOYS.contains(phrase.role().slug())) {
            // Both sides have a president.
            return Optional.empty();
        }
        Set<String> held = discourse.principals(phrase.role());
        String actor = discourse.lastSubject().map(Actor::id).orElse("");
        if (held.size() > 1 && held.contains(actor)) {
            if (OWN_ENVOY.contains(words.folded(phrase.from() - 1))) {
                return lexicon.find(actor);
            }
            held.remove(actor);
        }
        return held.size() == 1 ? lexicon.find(held.iterator().next()) : Optional.empty();
    }

    /** Whether nobody is meant unless the text says whose: "the department", "a team". */
    private static boolean isVague(RolePhrase phrase) {
        return switch (phrase.role().slug()) {
            case "ministry",
                    "delegation",
                    "citizen",
                    "leader",
                    "chairman",
                    "party",
                    "university",
                    "hospital",
                    "worker",
                    "business" -> true;
            default -> false;
        };
    }

    private Actor actor(RolePhrase phrase, @Nullable Actor owner) {
        Role role = phrase.role();
        Actor.Kind kind = phrase.many()
                ? Actor.Kind.PEOPLE
                : role.type() == Role.Type.ORGAN ? Actor.Kind.ORGANISATION : Actor.Kind.PERSON;
        String name = passage.span(phrase.from(), phrase.to()).in(words.text()).replaceAll("\\s+", " ");
        String sector = phrase.former() ? "ELI" : PersonResolver.sector(role, owner);
        if (owner == null) {
            return new Actor(role.slug(), kind, name, null, sector);
        }
        if (role.type() == Role.Type.OFFICE && !phrase.many() && !phrase.former()) {
            Optional<Actor> holder = people.holder(role, owner);
            if (holder.isPresent()) {
                return holder.get();
            }
        }
        if (phrase.owners().isEmpty()) {
            name = name + " of " + called(owner) + seat(phrase);
        }
        String id = owner.principal() + "/" + (phrase.former() && role.type() != Role.Type.ORGAN ? "former-" : "")
                + role.slug();
        if (kind == Actor.Kind.ORGANISATION) {
            Optional<Actor> known = lexicon.find(id);
            if (known.isPresent()) {
                return known.get();
            }
        }
        return new Actor(id, kind, name, owner.country(), sector);
    }

    /** A side as it stands after "of": "NATO", "the United Kingdom". */
    private static String called(Actor owner) {
        boolean acronym = owner.kind() == Actor.Kind.ORGANISATION
                && owner.id().length() < 8
                && owner.id().equals(owner.id().toUpperCase(Locale.ROOT));
        if (acronym) {
            return owner.id();
        }
        String name = owner.name();
        String first = name.split(" ", 2)[0];
        boolean article = owner.kind() == Actor.Kind.ORGANISATION && name.indexOf(' ') > 0
                || ARTICLED.contains(first)
                || name.endsWith(" Republic")
                || name.endsWith(" Islands");
        return article && !first.equalsIgnoreCase("the") ? "the " + name : name;
    }

    /** " in Lima" where the town of an organ stands right behind it, or "". */
    private String seat(RolePhrase phrase) {
        int at = phrase.to();
        boolean in = phrase.role().type() == Role.Type.ORGAN
                && at + 1 < words.size()
                && words.isTight(at - 1, false)
                && words.folded(at).equals("in")
                && words.isCapital(at + 1);
        return in ? " in " + words.form(at + 1) : "";
    }

    /** Reads a word that the lexicon does not know; returns the word to go on with. */
    private int readOther(int i) {
        int end = PersonNames.recognised(passage, i);
        String honorific = words.isCapital(i) ? words.folded(i - 1) : "";
        if (end == i && PersonNames.isHonorific(honorific)) {
            end = PersonNames.end(passage, i);
        }
        if (end > i) {
            String text = passage.span(i, end).in(words.text());
            add(i, end, people.named(text, gender(honorific), undergoes(i, end)), Form.NAME);
            return end;
        }
        if (words.isCapital(i) && isNamedBefore(i)) {
            String text = words.form(i);
            Optional<Discourse.Person> person = isMonth(i) ? Optional.empty() : discourse.person(text);
            if (person.isPresent()) {
                add(i, i + 1, person.get().actor(), Form.NAME);
                discourse.meetPerson(text, person.get().actor(), null, "");
                return i + 1;
            }
        }
        if (isCrowd(i)) {
            readRole(new RolePhrase(i, i + 1, CROWD, true, List.of(), null, null, false, false, "", null));
            return i + 1;
        }
        return readBack(i);
    }

    /** Whether a name is the subject of a passive and nothing beside it says who that is. */
    private boolean undergoes(int from, int to) {
        int token = passage.headToken(from, to);
        return token >= 0
                && passage.isParsed()
                && passage.sentence.token(token).deprel().equals("nsubj:pass")
                && passage.sentence.tokens().stream()
                        .noneMatch(t -> t.head() == token && t.relation().matches("appos|acl|nmod"));
    }

    /** "In Lima, thousands marched": people of the place. */
    private boolean isCrowd(int i) {
        Token token = CROWDS.contains(words.folded(i)) ? passage.token(i) : null;
        int index = passage.tokenIndex(i);
        return token != null
                && token.upos() == Upos.NOUN
                && token.deprel().equals("nsubj")
                && passage.sentence.tokens().stream()
                        .noneMatch(t -> t.head() == index && t.relation().equals("nmod"));
    }

    /** "Until May last year", "in April": the month, whoever bears its name. */
    private boolean isMonth(int i) {
        return MONTHS.contains(words.folded(i))
                && (BEFORE_MONTH.contains(words.folded(i - 1))
                        || Set.of("last", "next", "this").contains(words.folded(i + 1))
                                && words.folded(i + 2).equals("year"));
    }

    private boolean isNamedBefore(int i) {
        Token token = passage.token(i);
        return token == null ? words.end(i) - words.start(i) > 2 : token.upos() == Upos.PROPN;
    }

    private static String gender(String honorific) {
        return switch (honorific) {
            case "mr", "sir", "lord" -> "m";
            case "mrs", "ms", "miss", "lady", "madam" -> "f";
            default -> "";
        };
    }

    /** A name of an organisation or a place that only the parser knows. */
    private void readName(Passage.Name name) {
        Actor organOf = name.tag().equals("ORG") ? ownerBefore(name.from(), name.to()) : null;
        if (organOf == null && name.tag().equals("ORG") && isNational(name)) {
            organOf =
                    discourse.focus().filter(a -> a.kind() == Actor.Kind.STATE).orElse(null);
        }
        if (organOf != null) {
            readOwned(name.from(), name.to(), organOf);
            return;
        }
        Optional<Actor> realm = realm(name);
        if (realm.isPresent()) {
            add(name.from(), name.to(), realm.get(), Form.NOMINAL);
            return;
        }
        String text = passage.span(name.from(), name.to()).in(words.text()).replaceAll("\\s+", " ");
        Actor.Kind kind = name.tag().equals("PLACE") ? Actor.Kind.PLACE : Actor.Kind.ORGANISATION;
        // "the Norway-Chile Council" is neither's.
        Set<Actor> named = new LinkedHashSet<>();
        for (int i = name.from(); i < name.to(); i++) {
            Optional.ofNullable(lexicon.gazetteer().longest(words, i))
                    .map(m -> m.entries().get(0).actor())
                    .filter(a -> a.kind() == Actor.Kind.STATE || a.kind() == Actor.Kind.ORGANISATION)
                    .ifPresent(named::add);
        }
        Actor first = named.isEmpty() ? null : named.iterator().next();
        boolean body = named.size() == 1
                && first != null
                && first.kind() == Actor.Kind.ORGANISATION
                && kind == Actor.Kind.ORGANISATION
                && ORGANS.contains(words.folded(name.from()))
                && words.folded(name.from() + 1).equals("of");
        Actor owner = named.size() == 1 && first != null && (first.kind() == Actor.Kind.STATE || body) ? first : null;
        boolean government = words.folded(name.from()).equals("government")
                || words.folded(name.from()).equals("the")
                        && words.folded(name.from() + 1).equals("government");
        String slug = government ? "government" : Fold.slug(text);
        String id = owner == null || kind == Actor.Kind.PLACE ? slug : owner.id() + "/" + slug;
        add(name.from(), name.to(), new Actor(id, kind, text, owner == null ? null : owner.country(), null), Form.NAME);
    }

    /** "The Kingdom", as a side calls itself in its own statements: the only state spoken of that is one. */
    private Optional<Actor> realm(Passage.Name name) {
        boolean alone = name.to() - name.from() == 1
                || name.to() - name.from() == 2 && words.folded(name.from()).equals("the");
        return alone && words.folded(name.to() - 1).equals("kingdom")
                ? discourse.lastState(lexicon::isKingdom)
                : Optional.empty();
    }

    /** "both sides", "the alliance", "he": words that refer back. */
    private int readBack(int i) {
        BackReference back = BackReference.at(passage, i);
        if (back == null) {
            return i + 1;
        }
        List<Actor> actors = meant(back, i);
        if (actors.isEmpty()) {
            return i + 1;
        }
        Span span = passage.span(i, back.to());
        actors.forEach(actor -> out.add(new Mention.OfActor(span, passage.sentence.index(), actor, back.form())));
        if (actors.size() == 1
                && back.form() == Form.NOMINAL
                && actors.get(0).kind() == Actor.Kind.STATE
                && metonymy.isSubject(back.to() - 1)) {
            discourse.meetSubject(actors.get(0));
            if (metonymy.isMain(back.to() - 1)) {
                discourse.meetMain(actors.get(0));
            }
        }
        return back.to();
    }

    private List<Actor> meant(BackReference back, int word) {
        Optional<Actor> self = switch (back.kind()) {
            case IT -> doer(word).or(() -> antecedent(word));
            case OTHER -> antecedent(word);
            case THEM -> subjectBeside(word);
            case HE, SHE -> back.undergoes() ? subjectBeside(word) : Optional.empty();
            default -> Optional.empty();
        };
        Optional<Actor> house =
                OF_HOUSES.contains(words.folded(word + 1)) && back.noun().equals("its")
                        ? discourse.byRole("embassy", false)
                        : Optional.empty();
        if (house.isPresent()) {
            return List.of(house.get());
        }
        if (back.kind() == BackReference.Kind.IT && self.isPresent()) {
            return List.of(self.get());
        }
        List<Actor> actors = back.resolve(discourse, lexicon, self);
        if (back.kind() == BackReference.Kind.OTHER) {
            actors.forEach(discourse::meet);
        }
        return actors;
    }

    /** Who is the subject of the verb of which a word is the object. */
    private Optional<Actor> subjectBeside(int word) {
        int verb = passage.sentence.token(passage.tokenIndex(word)).head();
        return subjectsOf(verb).findFirst().map(Mention.OfActor::actor);
    }

    private Optional<Actor> antecedent(int word) {
        return new Antecedent(passage, lexicon, out).of(word);
    }

    /** The side that does the infinitive in which "its" stands. */
    private Optional<Actor> doer(int word) {
        int token = passage.tokenIndex(word);
        int doer = token < 0 || !passage.isParsed() ? -1 : Control.doer(passage.sentence, token);
        if (doer < 0) {
            return Optional.empty();
        }
        Span span = passage.sentence.token(doer).span();
        return out.stream()
                .filter(m -> m.span().overlaps(span))
                .reduce((a, b) -> b)
                .flatMap(m -> lexicon.find(m.actor().principal()));
    }

    String day() {
        return day;
    }
}
