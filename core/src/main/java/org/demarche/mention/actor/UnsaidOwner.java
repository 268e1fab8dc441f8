package org.demarche.mention.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.model.Actor;
import org.demarche.model.Token;
import org.demarche.model.Upos;

/** Whose a role is where the text gives it no owner: "the officers who toppled the president", "the regime", "police", "West African leaders". */
final class UnsaidOwner {
    /** Offices of international organisations. */
    static final Set<String> OF_ORGANISATIONS =
            Set.of("secretary-general", "deputy-secretary-general", "supreme-commander");

    /** Those who act at home, so that the place of the act tells whose they are. */
    private static final Set<String> DOMESTIC = WordSet.of("""
        police-officer rebel militia terrorist criminal opposition activist judge court lawmaker
        governor worker farmer religious refugee military soldier citizen\
        """);

    /** Organs that stand in another state or between states. */
    private static final Set<String> ABROAD = WordSet.of("""
        embassy delegation ministry party university hospital secretary-general supreme-commander\
        """);

    private static final Set<String> TOPPLING = Set.of("topple", "oust", "depose", "overthrow", "unseat", "seize");

    private static final Set<String> GATHERING =
            Set.of("leader", "president", "minister", "foreign-minister", "military");

    private final ActorLexicon lexicon;
    private final Discourse discourse;
    private final Topic topic;
    private final Passage passage;
    private final Metonymy metonymy;

    UnsaidOwner(ActorLexicon lexicon, Discourse discourse, Topic topic, Passage passage, Metonymy metonymy) {
        this.lexicon = lexicon;
        this.discourse = discourse;
        this.topic = topic;
        this.passage = passage;
        this.metonymy = metonymy;
    }

    /** Those who have seized a state, of whom a report knows one lot: in one body or several people. */
    static boolean isOfRulers(RolePhrase phrase) {
        return phrase.role().slug().equals(Discourse.RULERS);
    }

    /** The state where it all happens, or else the one that is spoken of. */
    Optional<Actor> of(RolePhrase phrase) {
        Role role = phrase.role();
        if (OF_ORGANISATIONS.contains(role.slug()) && phrase.definite() && !phrase.many()) {
            return discourse.lastOrganisation();
        }
        boolean gathered = phrase.many() && role.type() == Role.Type.OFFICE;
        boolean home = role.type() != Role.Type.PERSON && !ABROAD.contains(role.slug()) && !gathered;
        if (home || DOMESTIC.contains(role.slug())) {
            Optional<Actor> here =
                    metonymy.onlyCountry(at -> isOfClause(at, phrase.to() - 1)).flatMap(lexicon::find);
            if (here.isPresent()) {
                return here;
            }
        }
        if (isOfRulers(phrase)) {
            return topic.state().or(discourse::mainState).or(discourse::lastState);
        }
        if (role.slug().equals("police-officer")) {
            return topic.ground();
        }
        boolean national =
                role.type() == Role.Type.OFFICE || (role.type() == Role.Type.ORGAN && !ABROAD.contains(role.slug()));
        return national && phrase.definite() && !phrase.many()
                ? announcing(phrase)
                        .or(discourse::mainState)
                        .or(topic::writtenIn)
                        .or(discourse::lastState)
                : Optional.empty();
    }

    /** "Brazil recalled its envoy, the foreign ministry said": of the state that does what it tells. */
    private Optional<Actor> announcing(RolePhrase phrase) {
        int organ = passage.tokenIndex(phrase.to() - 1);
        if (organ < 0 || !passage.isParsed() || phrase.role().type() != Role.Type.ORGAN) {
            return Optional.empty();
        }
        Token word = passage.sentence.token(organ);
        int verb = word.head();
        if (verb < organ || !word.deprel().equals("nsubj")) {
            return Optional.empty();
        }
        for (Term term : passage.terms) {
            int at = passage.tokenIndex(term.to() - 1);
            Token subject = at < 0 || at > organ ? null : passage.sentence.token(at);
            int told = subject == null || !subject.deprel().equals("nsubj") ? -1 : subject.head();
            Token deed = told < 0 ? null : passage.sentence.token(told);
            boolean said = deed != null
                    && told < organ
                    && (deed.relation().equals("ccomp") && deed.head() == verb
                            || passage.sentence.token(verb).relation().equals("parataxis")
                                    && passage.sentence.token(verb).head() == told);
            Actor actor = term.actor();
            if (said && actor != null && term.canOwn()) {
                return lexicon.find(actor.principal()).filter(a -> a.kind() == Actor.Kind.STATE);
            }
        }
        return Optional.empty();
    }

    /** "The soldiers who seized power", "the officers who toppled the president of Togo": of the state that they have seized. */
    Optional<Actor> seized(RolePhrase phrase) {
        int head = passage.tokenIndex(phrase.to() - 1);
        if (head < 0 || !passage.isParsed()) {
            return Optional.empty();
        }
        for (int i = 0; i < passage.sentence.tokens().size(); i++) {
            Token verb = passage.sentence.token(i);
            if (verb.head() == head && verb.deprel().equals("acl:relcl") && TOPPLING.contains(verb.lemma())) {
                Optional<Actor> named = namedBelow(i);
                return named.isPresent() ? named : topic.state();
            }
        }
        return Optional.empty();
    }

    /** The one state that is named in a clause. */
    private Optional<Actor> namedBelow(int clause) {
        List<Actor> states = new ArrayList<>();
        for (Term term : passage.terms) {
            Actor actor = term.canOwn() ? term.actor() : null;
            if (actor != null && passage.isBelow(passage.tokenIndex(term.from()), clause)) {
                lexicon.find(actor.principal())
                        .filter(a -> a.kind() == Actor.Kind.STATE && !states.contains(a))
                        .ifPresent(states::add);
            }
        }
        return states.size() == 1 ? Optional.of(states.get(0)) : Optional.empty();
    }

    /** "The regime", where the report has told of several: that of the state which it is about. */
    Optional<Actor> ruled(RolePhrase phrase) {
        return isOfRulers(phrase) && discourse.rulers().size() > 1
                ? topic.state().filter(a -> discourse.rulers().contains(a.id()))
                : Optional.empty();
    }

    /** "West African leaders": their organisation, where the report names one of that region. */
    Optional<Actor> regional(RolePhrase phrase) {
        if (!phrase.many() || !GATHERING.contains(phrase.role().slug())) {
            return Optional.empty();
        }
        String region = "";
        for (int i = phrase.from() - 1; i >= 0 && passage.words.isTight(i, true); i--) {
            Token token = passage.token(i);
            if (token == null || !token.relation().matches("amod|compound") || !passage.words.isCapital(i)) {
                break;
            }
            region = region.isEmpty() ? passage.words.folded(i) : passage.words.folded(i) + " " + region;
        }
        return region.isEmpty() ? Optional.empty() : topic.bodyOf(region);
    }

    /** Whether a place stands in the clause of a word or below it, and not in another that is joined to it or describes something else. */
    private boolean isOfClause(int place, int word) {
        int at = passage.tokenIndex(place);
        int other = passage.tokenIndex(word);
        if (!passage.isParsed() || at < 0 || other < 0) {
            return true;
        }
        for (int steps = 0; steps < 60 && passage.sentence.token(at).head() >= 0; steps++) {
            int verb = at;
            Token token = passage.sentence.token(at);
            boolean apart = token.upos() == Upos.VERB
                    && token.relation().matches("conj|acl|parataxis|ccomp")
                    && passage.sentence.tokens().stream()
                            .anyMatch(t -> t.head() == verb && t.relation().equals("nsubj"));
            if (apart && !passage.isBelow(other, verb)) {
                return false;
            }
            at = token.head();
        }
        return true;
    }
}
