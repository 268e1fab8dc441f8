package org.demarche.mention.actor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.model.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Names, demonyms, metonyms, roles and office-holders, as the tables of the lexicon give them. Immutable once loaded, safe for several
 * threads.
 */
public final class ActorLexicon {
    private static final Set<String> PARTICLES = WordSet.of("""
            de da dos di del della la le van von der den ter bin ibn al el ul ur ben abu e y zu du af""");

    private final Gazetteer gazetteer = new Gazetteer();
    private final Map<String, Actor> actors = new LinkedHashMap<>();
    private final Map<String, Set<String>> commonNouns = new LinkedHashMap<>();
    private final Map<String, List<Holder>> holders = new LinkedHashMap<>();
    private final Map<String, List<Holder>> byOffice = new LinkedHashMap<>();
    private final Set<String> kingdoms = new LinkedHashSet<>();
    private final Map<String, Role> roles = new LinkedHashMap<>();
    private final Map<String, Actor> seats = new LinkedHashMap<>();

    /**
     * Someone who held an office.
     *
     * @param from first day, ISO, may be only a year, "" where not known
     * @param gender {@code m}, {@code f} or ""
     */
    record Holder(Actor actor, String surname, String office, String from, String until, String gender) {
        boolean heldAt(String day) {
            return (from.isEmpty() || from.compareTo(day) <= 0)
                    && (until.isEmpty() || day.startsWith(until) || until.compareTo(day) >= 0);
        }
    }

    private ActorLexicon() {}

    private static final class Bundled {
        static final ActorLexicon LEXICON = load();
    }

    /** The bundled lexicon, loaded once. */
    public static ActorLexicon bundled() {
        return Bundled.LEXICON;
    }

    /**
     * The bundled lexicon and tables of the user's own, in the columns {@code id, kind, name, country, sector, other names, common nouns}; a
     * later name comes before an earlier one.
     *
     * @throws IllegalArgumentException for a row without id or name, or of an unknown kind
     */
    public static ActorLexicon load(Path... more) {
        ActorLexicon out = new ActorLexicon();
        for (Path file : more) {
            for (Table.Row row : Table.file(file)) {
                out.addOwn(row, file);
            }
        }
        Table.resource("not-actors.tsv").forEach(out::addNobody);
        Table.resource("roles.tsv").forEach(out::addRole);
        List<Table.Row> states = Table.resource("states.tsv");
        states.forEach(out::addState);
        Table.resource("organisations.tsv").forEach(out::addOrganisation);
        Table.resource("groups.tsv").forEach(out::addGroup);
        Table.resource("places.tsv").forEach(out::addRegion);
        Table.resource("office-holders.tsv").forEach(out::addHolder);
        Table.resource("towns.tsv").forEach(row -> out.addPlace(row.get(0), row.get(1), Entry.Type.TOWN));
        return out;
    }

    /**
     * The words, in lower case, by which people and bodies are called without a name: last words of roles, organs and groups, demonyms.
     * A phrase for an actor ends with one of them, or is a name and has a capital, or is a pronoun.
     */
    public Set<String> commonWords() {
        Set<String> out = new TreeSet<>(commonNouns.keySet());
        gazetteer.entries().forEach(entry -> {
            switch (entry.type()) {
                case ROLE_ONE, ROLE_MANY, NATIONAL, NATION, ADJECTIVE, GROUP -> {
                    Words words = Words.of(entry.phrase(), 0, entry.phrase().length());
                    out.add(words.folded(words.size() - 1));
                }
                default -> {}
            }
        });
        return Collections.unmodifiableSet(out);
    }

    private void addOwn(Table.Row row, Path file) {
        if (row.get(0).isEmpty() || row.get(2).isEmpty()) {
            throw new IllegalArgumentException(
                    "an actor needs an id and a name: " + String.join(" | ", row.cells()) + " in " + file);
        }
        Actor.Kind kind = Actor.Kind.valueOf(row.get(1).toUpperCase(Locale.ROOT));
        Actor actor = new Actor(row.get(0), kind, row.get(2), orNull(row.get(3)), orNull(row.get(4)));
        Entry.Type type = switch (kind) {
            case STATE -> Entry.Type.STATE;
            case PERSON -> Entry.Type.PERSON;
            case PLACE -> Entry.Type.PLACE;
            case ORGANISATION, PEOPLE -> Entry.Type.ORGANISATION;
        };
        actors.put(actor.id(), actor);
        names(row.get(2), row.list(5), type, actor);
        row.list(6)
                .forEach(noun -> commonNouns
                        .computeIfAbsent(Fold.of(noun), n -> new LinkedHashSet<>())
                        .add(actor.id()));
    }

    private void addNobody(Table.Row row) {
        gazetteer.add(new Entry(row.get(0), Entry.Type.NOBODY, null, null));
    }

    private void addRole(Table.Row row) {
        Role role = new Role(row.get(0), Role.Type.valueOf(row.get(1).toUpperCase(Locale.ROOT)), orNull(row.get(2)));
        roles.put(role.slug(), role);
        row.list(3).forEach(one -> gazetteer.add(new Entry(one, Entry.Type.ROLE_ONE, null, role)));
        row.list(4).forEach(many -> gazetteer.add(new Entry(many, Entry.Type.ROLE_MANY, null, role)));
    }

    private void addState(Table.Row row) {
        String id = row.get(0);
        String country = row.get(9).isEmpty() ? id : row.get(9);
        Actor state = new Actor(id, Actor.Kind.STATE, row.get(1), country, "GOV");
        actors.put(id, state);
        names(row.get(1), row.list(2), Entry.Type.STATE, state);
        if (row.get(1).contains("Kingdom") || row.get(2).contains("Kingdom of ")) {
            kingdoms.add(id);
        }
        row.list(3).forEach(adjective -> gazetteer.add(new Entry(adjective, Entry.Type.ADJECTIVE, state, null)));
        for (String pair : row.list(4)) {
            int slash = pair.indexOf('/');
            String one = pair.substring(0, slash);
            if (!one.equals("*")) {
                gazetteer.add(new Entry(one, Entry.Type.NATIONAL, state, null));
            }
            gazetteer.add(new Entry(pair.substring(slash + 1), Entry.Type.NATION, state, null));
        }
        if (!row.get(5).isEmpty()) {
            gazetteer.add(new Entry(row.get(5), Entry.Type.ADJECTIVE, state, null));
        }
        for (String capital : row.list(6)) {
            Actor place = new Actor(id + "/" + Fold.slug(capital), Actor.Kind.PLACE, capital, country, null);
            actors.putIfAbsent(place.id(), place);
            gazetteer.add(new Entry(capital, Entry.Type.CAPITAL, place, null));
            seats.putIfAbsent(id, place);
        }
    }

    private void addOrganisation(Table.Row row) {
        String id = row.get(0);
        Actor actor = new Actor(id, Actor.Kind.ORGANISATION, row.get(1), orNull(row.get(2)), orNull(row.get(3)));
        actors.put(id, actor);
        names(row.get(1), row.list(4), Entry.Type.ORGANISATION, actor);
        row.list(5)
                .forEach(noun -> commonNouns
                        .computeIfAbsent(Fold.of(noun), n -> new LinkedHashSet<>())
                        .add(id));
    }

    private void addGroup(Table.Row row) {
        Actor actor =
                new Actor(row.get(0), Actor.Kind.ORGANISATION, row.get(1), orNull(row.get(2)), orNull(row.get(3)));
        actors.put(row.get(0), actor);
        names(row.get(1), row.list(4), Entry.Type.GROUP, actor);
    }

    private void addRegion(Table.Row row) {
        String country = row.get(1);
        addPlace(row.get(0), country, Entry.Type.PLACE);
        row.list(2).forEach(name -> addPlace(name, country, Entry.Type.PLACE));
        Actor state = actors.get(country);
        for (String adjective : row.list(3)) {
            gazetteer.add(new Entry(adjective, Entry.Type.ADJECTIVE, state, null));
        }
    }

    private void addPlace(String name, String country, Entry.Type type) {
        String id = country.isEmpty() ? Fold.slug(name) : country + "/" + Fold.slug(name);
        Actor place = actors.computeIfAbsent(id, i -> new Actor(i, Actor.Kind.PLACE, name, orNull(country), null));
        gazetteer.add(new Entry(name, type, place, null));
    }

    private void addHolder(Table.Row row) {
        String name = row.get(0);
        String principal = row.get(2);
        String surname = surname(name);
        String given = name.length() > surname.length()
                ? name.substring(0, name.length() - surname.length()).strip()
                : "";
        String slug = Fold.slug(given.isEmpty() ? surname : surname + " " + given);
        String id = principal.isEmpty() ? slug : principal.split("/")[0] + "/" + slug;
        Actor of = actors.get(principal);
        String country = of == null ? null : of.country();
        String sector = row.get(4).isEmpty() ? null : row.get(4);
        Actor actor = actors.computeIfAbsent(id, i -> new Actor(i, Actor.Kind.PERSON, name, country, sector));
        Role role = roles.get(row.get(3));
        List<Holder> same = holders.computeIfAbsent(Fold.of(surname), s -> new ArrayList<>());
        Holder holder = new Holder(actor, surname, row.get(3), row.get(5), row.get(6), row.get(7));
        same.add(holder);
        byOffice.computeIfAbsent(principal + ' ' + row.get(3), k -> new ArrayList<>())
                .add(holder);
        gazetteer.add(new Entry(name, Entry.Type.PERSON, actor, role, row.get(5), row.get(6)));
        for (String alias : row.list(1)) {
            gazetteer.add(new Entry(alias, Entry.Type.PERSON, actor, role, row.get(5), row.get(6)));
            String last = Fold.of(surname(alias));
            if (!last.equals(Fold.of(surname))) {
                holders.computeIfAbsent(last, s -> new ArrayList<>()).add(holder);
            }
        }
    }

    private void names(String name, List<String> others, Entry.Type type, Actor actor) {
        gazetteer.add(new Entry(name, type, actor, null));
        others.forEach(other -> gazetteer.add(new Entry(other, type, actor, null)));
    }

    /** The last word of a name with the particles before it and a ruler's number: "van der Bellen" of "Alexander van der Bellen", "Felipe VI". */
    static String surname(String name) {
        int at = name.lastIndexOf(' ') + 1;
        if (at > 0 && isNumeral(name.substring(at))) {
            at = name.lastIndexOf(' ', at - 2) + 1;
        }
        while (at > 1) {
            int before = name.lastIndexOf(' ', at - 2) + 1;
            String word = name.substring(before, at - 1);
            if (before == 0 || !isParticle(word)) {
                break;
            }
            at = before;
        }
        return name.substring(at);
    }

    /** "VI": a ruler's number. */
    static boolean isNumeral(String word) {
        boolean numeral = !word.isEmpty() && word.length() <= 5;
        for (int i = 0; i < word.length(); i++) {
            numeral &= "IVX".indexOf(word.charAt(i)) >= 0;
        }
        return numeral;
    }

    static boolean isParticle(String word) {
        return PARTICLES.contains(Fold.of(word));
    }

    static @Nullable String orNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    Gazetteer gazetteer() {
        return gazetteer;
    }

    /** The actor with an id. */
    public Optional<Actor> find(String id) {
        return Optional.ofNullable(actors.get(id));
    }

    boolean isKingdom(Actor state) {
        return kingdoms.contains(state.id());
    }

    /** Organisations of which a common noun may be said: "alliance". */
    Set<String> calledBy(String noun) {
        return commonNouns.getOrDefault(noun, Set.of());
    }

    /** Who alone held an office on a day. */
    Optional<Actor> holder(String principal, String office, String day) {
        List<Actor> then = byOffice.getOrDefault(principal + ' ' + office, List.of()).stream()
                .filter(h -> h.heldAt(day))
                .map(Holder::actor)
                .distinct()
                .toList();
        return then.size() == 1 ? Optional.of(then.get(0)) : Optional.empty();
    }

    List<Holder> holders(String foldedSurname) {
        return holders.getOrDefault(foldedSurname, List.of());
    }
}
