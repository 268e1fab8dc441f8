package org.demarche.mention.actor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.demarche.model.Actor;
import org.jspecify.annotations.Nullable;

/** Who has been named so far in a report, for what refers back. Filled in text order; not thread-safe. */
final class Discourse {

    /**
     * A person that the report has named.
     *
     * @param gender {@code m}, {@code f} or ""
     */
    record Person(Actor actor, @Nullable Role role, String gender) {}

    /** What organisations of states have in the place of a country. */
    private static final Set<String> INTERNATIONAL = Set.of("IGO", "UNO", "EUR");

    /** The role of those who have seized a state. */
    static final String RULERS = "junta";

    /** What the head of a mission is called, one way or the other. */
    private static final Set<String> HEADS = Set.of("ambassador", "envoy");

    private final Map<String, Person> bySurname = new LinkedHashMap<>();
    private final Map<String, Person> byFirstName = new LinkedHashMap<>();
    private final Map<String, Person> lastOfGender = new LinkedHashMap<>();
    private final Map<String, Actor> byRole = new LinkedHashMap<>();
    private final Map<String, Actor> byRoleOfMany = new LinkedHashMap<>();
    private final Map<String, Set<String>> principalsOfRole = new LinkedHashMap<>();
    private final Set<String> rulers = new LinkedHashSet<>();
    private final List<Actor> principals = new ArrayList<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final List<Actor> inSentence = new ArrayList<>();
    private @Nullable Person lastPerson;
    private @Nullable Actor lastState;
    private final List<Actor> people = new ArrayList<>();
    private @Nullable Actor subject;
    private @Nullable Actor main;
    private @Nullable Actor before;
    private @Nullable Actor place;
    private @Nullable Actor acting;
    private @Nullable Actor somebody;
    private int sinceSomebody;
    private List<Actor> pair = List.of();

    void startSentence() {
        sinceSomebody++;
        inSentence.clear();
        before = main != null ? main : before;
        subject = main != null ? main : subject;
        main = null;
    }

    /** Who the main clause of the sentence is about. */
    void meetMain(Actor actor) {
        main = main == null ? actor : main;
    }

    /** The state that the main clause of the last sentence that had one is about. */
    Optional<Actor> mainState() {
        return Optional.ofNullable(before).filter(a -> a.kind() == Actor.Kind.STATE);
    }

    /** The state that the sentence before is about, where this one has named nobody so far. */
    Optional<Actor> stateBefore() {
        return inSentence.isEmpty() ? mainState() : Optional.empty();
    }

    void meetPerson(String name, Actor actor, @Nullable Role role, String gender) {
        Person known = bySurname.get(key(name));
        String knownGender =
                known != null && known.actor().id().equals(actor.id()) && gender.isEmpty() ? known.gender() : gender;
        Role kept = role == null && known != null && known.actor().id().equals(actor.id()) ? known.role() : role;
        Person person = new Person(actor, kept, knownGender);
        bySurname.remove(key(name));
        bySurname.put(key(name), person);
        int end = name.indexOf(' ');
        if (end > 0) {
            byFirstName.put(Fold.of(name.substring(0, end)), person);
        }
        lastPerson = person;
        lastOfGender.put(knownGender, person);
        if (kept != null) {
            meetRole(kept, false, actor);
        }
    }

    /** Somebody is spoken of by an office alone ("the Chilean ambassador"): "he" may be he. */
    void meetUnnamed(Actor actor, Role role) {
        if (RolePhraseFinder.ENVOYS.contains(role.slug())) {
            lastPerson = new Person(actor, role, "");
            lastOfGender.put("", lastPerson);
        }
    }

    /** One person is spoken of whom nobody has named ("a Japanese consul"). */
    void meetSomebody(Actor actor) {
        somebody = actor;
        sinceSomebody = 0;
    }

    /** The one spoken of without a name in the sentence before, for the first name that stands alone after it. */
    Optional<Actor> somebody() {
        Optional<Actor> found = Optional.ofNullable(sinceSomebody == 1 ? somebody : null);
        somebody = null;
        return found;
    }

    static String key(String name) {
        return Fold.of(ActorLexicon.surname(name));
    }

    /** Whom a name was said of, or its one word: the last of "Jorge Soto", the first of "Kang Chol". */
    Optional<Person> person(String name) {
        Person known = bySurname.get(key(name));
        return Optional.ofNullable(known == null ? byFirstName.get(Fold.of(name)) : known);
    }

    /** The person last named of whom a pronoun of that gender may be said. */
    Optional<Person> lastPerson(String gender) {
        boolean fits = lastPerson != null
                && (lastPerson.gender().isEmpty() || lastPerson.gender().equals(gender));
        return Optional.ofNullable(fits ? lastPerson : lastOfGender.get(gender));
    }

    /** The person last named whose office "his ministry", "her department" may be: one of whom it is known for whom he acts. */
    Optional<Person> lastOfficial(String gender) {
        return lastPerson(gender)
                .filter(Discourse::isOfState)
                .or(() -> bySurname.values().stream()
                        .filter(p -> isOfState(p)
                                && (p.gender().isEmpty() || p.gender().equals(gender)))
                        .reduce((a, b) -> b));
    }

    private static boolean isOfState(Person person) {
        return person.actor().country() != null;
    }

    /** The person last named of whom a pronoun of that gender may be said, other than the one who does it to them. */
    Optional<Actor> lastPersonBut(String gender, Actor self) {
        return lastPerson(gender)
                .map(Person::actor)
                .filter(a -> !a.id().equals(self.id()))
                .or(() -> bySurname.values().stream()
                        .filter(p -> p.gender().isEmpty() || p.gender().equals(gender))
                        .map(Person::actor)
                        .filter(a -> !a.id().equals(self.id()))
                        .reduce((a, b) -> b));
    }

    /** The person last named, if "the former diplomat", "the analyst" may be said of them: nothing known of them speaks against it. */
    Optional<Actor> lastPersonLike(Role role, boolean former) {
        if (lastPerson == null) {
            return Optional.empty();
        }
        Role known = lastPerson.role();
        boolean fits = known == null
                || known.slug().equals(role.slug())
                || (former && "ELI".equals(lastPerson.actor().sector()));
        boolean sector = lastPerson.actor().sector() == null
                || former
                || lastPerson.actor().sector().equals(role.sector());
        return (fits && sector) || former ? Optional.of(lastPerson.actor()) : Optional.empty();
    }

    void meetRole(Role role, boolean many, Actor actor) {
        if (role.slug().equals(RULERS)) {
            rulers.add(actor.principal());
        }
        Map<String, Actor> met = many ? byRoleOfMany : byRole;
        met.put(role.slug(), actor);
        if (!many && actor.country() != null) {
            principalsOfRole
                    .computeIfAbsent(role.slug(), k -> new LinkedHashSet<>())
                    .add(actor.principal());
        }
        general(role.slug()).forEach(slug -> met.put(slug, actor));
    }

    /** For whom one in this role was said to act so far in the report; several where there was more than one of them. */
    Set<String> principals(Role role) {
        Set<String> out = new LinkedHashSet<>(principalsOfRole.getOrDefault(role.slug(), Set.of()));
        if (HEADS.contains(role.slug())) {
            HEADS.forEach(slug -> out.addAll(principalsOfRole.getOrDefault(slug, Set.of())));
        }
        return out;
    }

    /** The states of which the report has named the new rulers. */
    Set<String> rulers() {
        return rulers;
    }

    /** What a foreign minister or an ambassador may be called for short. */
    private static List<String> general(String slug) {
        if (slug.endsWith("-minister") && !slug.equals("prime-minister")) {
            return List.of("minister");
        }
        return switch (slug) {
            case "president", "prime-minister", "chancellor", "monarch", "general-secretary", "vice-president" ->
                List.of("leader");
            case "ambassador", "charge-d-affaires", "consul", "attache", "cultural-attache" ->
                List.of("diplomat", "envoy");
            case "foreign-ministry", "defence-ministry", "interior-ministry" -> List.of("ministry");
            case "secretary-general", "commissioner" -> List.of("chairman");
            default -> List.of();
        };
    }

    void meetPeople(Actor actor) {
        people.remove(actor);
        people.add(actor);
    }

    /** Some people act. */
    void meetActing(Actor actor) {
        acting = actor;
    }

    /** The people that acted last, else those spoken of last. */
    Optional<Actor> actingPeople() {
        return Optional.ofNullable(acting).or(() -> lastPeople(Optional.empty()));
    }

    /** The people spoken of last that are not those given. */
    Optional<Actor> lastPeople(Optional<Actor> others) {
        return people.stream().filter(a -> others.filter(a::equals).isEmpty()).reduce((a, b) -> b);
    }

    /** A state or an organisation is named. */
    void meet(Actor principal) {
        principals.remove(principal);
        principals.add(principal);
        counts.merge(principal.id(), 1, Integer::sum);
        if (!inSentence.contains(principal)) {
            inSentence.add(principal);
        }
        if (principal.kind() == Actor.Kind.STATE) {
            lastState = principal;
        }
    }

    void meetSubject(Actor actor) {
        subject = actor;
    }

    /** The state or organisation that was the last subject. */
    Optional<Actor> lastSubject() {
        return Optional.ofNullable(subject);
    }

    /** The state or organisation that was the last subject, or was named last. */
    Optional<Actor> focus() {
        if (subject != null) {
            return Optional.of(subject);
        }
        return principals.isEmpty() ? Optional.empty() : Optional.of(principals.get(principals.size() - 1));
    }

    Optional<Actor> lastState() {
        return Optional.ofNullable(lastState);
    }

    /** The state named last of some kind. */
    Optional<Actor> lastState(Predicate<Actor> kind) {
        for (int i = principals.size() - 1; i >= 0; i--) {
            if (principals.get(i).kind() == Actor.Kind.STATE && kind.test(principals.get(i))) {
                return Optional.of(principals.get(i));
            }
        }
        return Optional.empty();
    }

    /** The one, or the many, last met in a role. */
    Optional<Actor> byRole(String slug, boolean many) {
        return Optional.ofNullable((many ? byRoleOfMany : byRole).get(slug));
    }

    /** The organisation named last of several that a common noun may stand for. */
    Optional<Actor> lastOf(Set<String> ids) {
        for (int i = principals.size() - 1; i >= 0; i--) {
            if (ids.contains(principals.get(i).id())) {
                return Optional.of(principals.get(i));
            }
        }
        return Optional.empty();
    }

    /** The state of the sentence or, where it names none, of the report so far, if there is only one. */
    Optional<Actor> onlyState() {
        List<Actor> states = new ArrayList<>(inSentence.isEmpty() ? principals : inSentence);
        states.removeIf(a -> a.kind() != Actor.Kind.STATE);
        return states.size() == 1 ? Optional.of(states.get(0)) : Optional.empty();
    }

    /** The international organisation named last. */
    Optional<Actor> lastOrganisation() {
        return principals.stream().filter(Discourse::isInternational).reduce((a, b) -> b);
    }

    private static boolean isInternational(Actor actor) {
        return actor.kind() == Actor.Kind.ORGANISATION && INTERNATIONAL.contains(String.valueOf(actor.country()));
    }

    /** The international organisation named most so far; of several, the one named last. */
    Optional<Actor> mainOrganisation() {
        return principals.stream()
                .filter(Discourse::isInternational)
                .reduce((a, b) -> count(a.id()) > count(b.id()) ? a : b);
    }

    /** The international organisation that the report names, if it names but one. */
    Optional<Actor> onlyOrganisation() {
        Optional<Actor> last = lastOrganisation();
        boolean alone = principals.stream()
                        .filter(Discourse::isInternational)
                        .distinct()
                        .count()
                == 1;
        return alone ? last : Optional.empty();
    }

    int count(String id) {
        return counts.getOrDefault(id, 0);
    }

    /** The two that the report is about, those left out who act in this sentence; those of the sentence where there are no such two. */
    List<Actor> dyadBefore() {
        List<Actor> ranked = ranked();
        ranked.removeAll(inSentence);
        if (ranked.size() == 1 && place != null && !ranked.contains(place)) {
            return List.of(ranked.get(0), place);
        }
        return ranked.size() < 2 ? dyad() : List.copyOf(ranked.subList(0, 2));
    }

    /** Of those that the report is about, the first that is not the one given; empty where none is given. */
    Optional<Actor> other(Optional<Actor> self) {
        List<Actor> ranked = ranked();
        ranked.removeIf(a -> self.isEmpty() || a.equals(self.get()) || a.kind() != Actor.Kind.STATE);
        return self.flatMap(s ->
                Optional.ofNullable(ranked.isEmpty() ? place : ranked.get(0)).filter(a -> !a.equals(s)));
    }

    /** A state is named only as the place of something. */
    void meetPlace(Actor state) {
        place = state;
    }

    private List<Actor> ranked() {
        List<Actor> ranked = new ArrayList<>(principals);
        ranked.removeIf(a -> a.kind() == Actor.Kind.PLACE);
        ranked.sort((a, b) -> Integer.compare(count(b.id()), count(a.id())));
        return ranked;
    }

    /** Two are named in one breath: "Chad and Mali". */
    void meetPair(Actor one, Actor other) {
        pair = List.of(one, other);
    }

    /**
     * The two that the report is about here: those of the sentence where it names two, or else those named most so far; of several named as often, the
     * two last named in one breath.
     */
    List<Actor> dyad() {
        if (inSentence.size() == 2) {
            return List.copyOf(inSentence);
        }
        List<Actor> ranked = ranked();
        if (ranked.size() > 2
                && !pair.isEmpty()
                && pair.stream()
                        .allMatch(a -> count(a.id()) >= count(ranked.get(1).id()))) {
            return pair;
        }
        return ranked.size() < 2 ? List.of() : List.copyOf(ranked.subList(0, 2));
    }
}
