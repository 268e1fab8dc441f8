package org.demarche.mention.actor;

import java.util.List;
import java.util.Optional;
import org.demarche.model.Actor;
import org.jspecify.annotations.Nullable;

/** Names of people to actors: by what the text says of them, by who was named before, by who held an office at the date. */
final class PersonResolver {
    private final ActorLexicon lexicon;
    private final Discourse discourse;
    private final String day;

    PersonResolver(ActorLexicon lexicon, Discourse discourse, String day) {
        this.lexicon = lexicon;
        this.discourse = discourse;
        this.day = day;
    }

    /** "Foreign Minister Lavrov": a name with a role. */
    Actor resolve(String name, RolePhrase phrase) {
        Optional<Discourse.Person> before = discourse.person(name);
        String gender = phrase.role().slug().equals("monarch")
                ? ""
                : before.map(Discourse.Person::gender).orElse("");
        Actor actor =
                phrase.owners().isEmpty() ? before.map(Discourse.Person::actor).orElse(null) : null;
        if (actor == null) {
            ActorLexicon.Holder holder = holder(name, phrase);
            if (holder != null) {
                actor = holder.actor();
                gender = holder.gender();
            }
        }
        if (actor == null) {
            Actor owner = phrase.owners().isEmpty()
                    ? minister(name, phrase)
                    : phrase.owners().get(0);
            actor = person(name, owner, phrase.former() ? "ELI" : sector(phrase.role(), owner));
        }
        discourse.meetPerson(name, actor, phrase.role(), gender);
        return actor;
    }

    /** The sector of those in a role; officials of an international organisation are of no government. */
    static @Nullable String sector(Role role, @Nullable Actor owner) {
        boolean international = owner != null && owner.kind() == Actor.Kind.ORGANISATION;
        boolean governs = "GOV".equals(role.sector()) || "PTY".equals(role.sector());
        return international && governs ? null : role.sector();
    }

    private @Nullable Actor minister(String name, RolePhrase phrase) {
        boolean governs = "GOV".equals(phrase.role().sector())
                || "MIL".equals(phrase.role().sector())
                || "JUD".equals(phrase.role().sector());
        Optional<Actor> listed =
                name.indexOf(' ') > 0 ? Ministers.state(name, day).flatMap(lexicon::find) : Optional.empty();
        boolean office = phrase.role().type() == Role.Type.OFFICE && !phrase.former();
        return !governs
                ? null
                : listed.or(() -> office ? discourse.onlyState().or(discourse::stateBefore) : Optional.empty())
                        .orElse(null);
    }

    /** Who held an office of a state or organisation when the report was written; empty where the date or the holder is not known. */
    Optional<Actor> holder(Role role, Actor owner) {
        return day.isEmpty() ? Optional.empty() : lexicon.holder(owner.principal(), role.slug(), day);
    }

    private ActorLexicon.@Nullable Holder holder(String name, RolePhrase phrase) {
        List<ActorLexicon.Holder> same = lexicon.holders(Discourse.key(name));
        ActorLexicon.Holder best = null;
        int bestScore = 0;
        for (ActorLexicon.Holder holder : same) {
            int score = score(holder, name, phrase);
            if (score > bestScore) {
                best = holder;
                bestScore = score;
            }
        }
        return best;
    }

    private int score(ActorLexicon.Holder holder, String name, RolePhrase phrase) {
        boolean bare = name.indexOf(' ') < 0;
        boolean sameName = Fold.of(holder.actor().name()).equals(Fold.of(name));
        if (!bare && !sameName && !sameGiven(holder.actor().name(), name)) {
            return 0;
        }
        boolean owned = !phrase.owners().isEmpty();
        boolean sameOwner = owned
                && phrase.owners().stream()
                        .anyMatch(o -> o.principal().equals(holder.actor().principal()));
        if (owned && !sameOwner) {
            return 0;
        }
        boolean sameOffice = holder.office().equals(phrase.role().slug());
        boolean then = !day.isEmpty() && holder.heldAt(day);
        int score = (sameOffice ? 4 : 0) + (then ? 2 : 0) + (sameOwner ? 3 : 0) + (sameName ? 4 : 0);
        return bare && !sameOffice && !sameOwner ? 0 : score;
    }

    /** Whether two full names of one surname may be one person's: "Tayyip Erdogan" and "Recep Tayyip Erdoğan", "J. Soto" and "Jorge Soto". */
    static boolean sameGiven(String a, String b) {
        String given = Fold.of(b.substring(0, Math.max(0, b.indexOf(' '))));
        return Fold.of(a.charAt(0)) == Fold.of(b.charAt(0))
                || given.length() > 2 && (" " + Fold.of(a) + " ").contains(" " + given + " ");
    }

    /** A name that the lexicon lists, without a role beside it. */
    Actor known(String name, Entry entry) {
        Optional<Discourse.Person> before = discourse.person(name);
        Actor listed = entry.actor();
        Actor actor = before.map(Discourse.Person::actor).orElse(listed);
        if (actor == null) {
            throw new IllegalStateException("a person without an actor: " + entry);
        }
        if (before.isPresent()
                && listed != null
                && name.indexOf(' ') > 0
                && !Fold.of(before.get().actor().name()).equals(Fold.of(name))) {
            actor = sameGiven(before.get().actor().name(), name) ? before.get().actor() : listed;
        }
        String gender = lexicon.holders(Discourse.key(name)).stream()
                .map(ActorLexicon.Holder::gender)
                .findFirst()
                .orElse("");
        discourse.meetPerson(name, actor, entry.role(), gender);
        return actor;
    }

    /**
     * A name that stands alone and that the lexicon does not list.
     *
     * @param undergoes whether something is done to the one named, as to "a Japanese consul" just before whom it then names
     */
    Actor named(String name, String gender, boolean undergoes) {
        Optional<Discourse.Person> before = discourse.person(name);
        Actor actor = before.map(Discourse.Person::actor).orElse(null);
        boolean another = actor != null
                && name.indexOf(' ') > 0
                && actor.name().indexOf(' ') > 0
                && !sameGiven(actor.name(), name);
        if (actor == null || another) {
            Optional<Actor> somebody = undergoes && name.indexOf(' ') > 0 ? discourse.somebody() : Optional.empty();
            actor = bare(name)
                    .or(() -> somebody.map(a -> person(name, a, a.sector())))
                    .orElseGet(() -> person(name, null, null));
        }
        discourse.meetPerson(name, actor, null, gender);
        return actor;
    }

    private Optional<Actor> bare(String name) {
        if (name.indexOf(' ') >= 0 || day.isEmpty()) {
            return Optional.empty();
        }
        List<Actor> then = lexicon.holders(Fold.of(name)).stream()
                .filter(h -> h.heldAt(day))
                .map(ActorLexicon.Holder::actor)
                .distinct()
                .toList();
        return then.size() == 1 ? Optional.of(then.get(0)) : Optional.empty();
    }

    private static Actor person(String name, @Nullable Actor owner, @Nullable String sector) {
        String plain = name.replaceAll("\\s+", " ");
        String surname = ActorLexicon.surname(plain);
        String given = plain.substring(0, plain.length() - surname.length()).strip();
        String slug = Fold.slug(given.isEmpty() ? surname : surname + " " + given);
        String id = owner == null ? slug : owner.principal() + "/" + slug;
        return new Actor(id, Actor.Kind.PERSON, plain, owner == null ? null : owner.country(), sector);
    }
}
