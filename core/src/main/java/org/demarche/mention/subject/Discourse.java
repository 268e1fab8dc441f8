package org.demarche.mention.subject;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.demarche.mention.subject.Parties.At;
import org.demarche.model.Ids;
import org.demarche.model.Subject;
import org.demarche.model.Subjects;
import org.demarche.model.Subjects.Party;
import org.jspecify.annotations.Nullable;

/** What a document has spoken of so far: gives each noun phrase its subjects, in the order in which a reader meets them. */
final class Discourse {
    private static final Pattern YEAR = Pattern.compile("\\d{3,4}");
    private static final Set<String> NOT_OF_A_NAME = Set.of(
            "new",
            "old",
            "existing",
            "proposed",
            "draft",
            "planned",
            "historic",
            "landmark",
            "bilateral",
            "recent",
            "so",
            "called",
            "current",
            "final",
            "1st",
            "first",
            "last",
            "next",
            "same",
            "own",
            "earlier",
            "latest",
            "separate",
            "similar",
            "joint-");

    /** A subject where it was mentioned. {@code type} is the one of its key. */
    private record Known(int sentence, int word, Subject subject, String type) {}

    private final String document;
    private final Parties parties;
    private final SubjectLexicon lexicon;
    private final List<Known> timeline = new ArrayList<>();
    private final Map<String, Subject> abbreviations = new LinkedHashMap<>();

    Discourse(String document, SubjectLexicon lexicon, Parties parties) {
        this.document = document;
        this.lexicon = lexicon;
        this.parties = parties;
    }

    /** Registers a phrase that says all of itself; to be called for the whole document before any {@link #resolve}. */
    void introduce(Phrase phrase) {
        Subject subject = complete(phrase);
        if (subject != null) {
            remember(phrase, subject, typeOf(phrase));
        }
    }

    Map<String, Subject> abbreviations() {
        return abbreviations;
    }

    /** The subjects of a phrase; empty where it names none that can be told. */
    List<Subject> resolve(Phrase phrase, List<Phrase> ofSentence) {
        Subject whole = complete(phrase);
        if (whole != null) {
            return List.of(whole);
        }
        if (phrase.sense().isShared()) {
            return one(shared(phrase));
        }
        if (phrase.plural() && phrase.sense().kind() != Subject.Kind.STAFF) {
            List<Subject> several = several(phrase);
            if (!several.isEmpty()) {
                return several;
            }
        }
        return one(directed(phrase, ofSentence));
    }

    private static List<Subject> one(@Nullable Subject subject) {
        return subject == null ? List.of() : List.of(subject);
    }

    private Subject.Kind kind(Phrase phrase) {
        Subject.Kind kind = phrase.sense().kind();
        if (kind == null) {
            throw new IllegalArgumentException("no subject: " + phrase);
        }
        return kind;
    }

    /** The type of the key: the sense's own, or the name. */
    private static String typeOf(Phrase phrase) {
        if (!phrase.sense().named()) {
            List<String> words = new ArrayList<>(phrase.modifiers());
            return phrase.sense().typeWith(words);
        }
        List<String> words = new ArrayList<>();
        for (String word :
                phrase.name().toLowerCase(Locale.ROOT).replace('’', '\'').split(" ", -1)) {
            if (!YEAR.matcher(word).matches() && !NOT_OF_A_NAME.contains(word)) {
                words.add(word);
            }
        }
        if (words.isEmpty()) {
            return phrase.noun();
        }
        if (phrase.plural()) {
            words.set(words.size() - 1, phrase.noun().substring(phrase.noun().lastIndexOf(' ') + 1));
        }
        return String.join(" ", words).replace("programme", "program").replace("co - operation", "cooperation");
    }

    private static boolean isBare(Phrase phrase) {
        return phrase.sense().named()
                && typeOf(phrase).equals(phrase.noun())
                && !phrase.noun().contains(" ");
    }

    /** The subject of a phrase that leaves nothing open, else null. */
    private @Nullable Subject complete(Phrase phrase) {
        Sense sense = phrase.sense();
        if (sense.onlyBack()) {
            return null;
        }
        List<Party> named = phrase.parties();
        String type = typeOf(phrase);
        if (sense.named()) {
            boolean ownName = phrase.capital() && !isBare(phrase);
            if (named.size() < 2 && !ownName) {
                return null;
            }
            Subject.Kind kind = kind(phrase);
            if (ownName && named.size() < 2) {
                Subject subject = Subjects.named(kind, type, List.of(), null, titled(phrase));
                return new Subject(
                        subject.id(),
                        kind,
                        subject.name(),
                        List.of(),
                        ids(named.isEmpty() ? parties.dyad() : sharedParties(phrase)),
                        null);
            }
            return Subjects.named(kind, type, named, null, sharedName(named, phrase));
        }
        if (sense.isShared()) {
            return named.size() < 2 ? null : Subjects.of(kind(phrase), type, named, place(phrase));
        }
        String implied = sense.owner();
        Party owner = implied == null ? phrase.owner() : parties.partyOr(implied);
        Party host = implied == null
                ? phrase.host()
                : phrase.parties().stream()
                        .filter(p -> !p.id().equals(implied))
                        .findFirst()
                        .orElse(null);
        if (owner == null
                || host == null
                || type.isEmpty() && kind(phrase) != Subject.Kind.STAFF && kind(phrase) != Subject.Kind.MEMBERSHIP) {
            return null;
        }
        if (kind(phrase) == Subject.Kind.STAFF && phrase.their()
                || phrase.plural() && phrase.sites().size() > 1 && kind(phrase) != Subject.Kind.STAFF) {
            return null;
        }
        if (type.equals(Subjects.CONSULATE) && city(phrase) == null && !phrase.isIndefinite()) {
            return null;
        }
        return Subjects.of(kind(phrase), type, List.of(owner, seat(owner, host, phrase)), place(phrase));
    }

    /** An organisation that has its seat in the city, where the city is named for it; else the host itself. */
    private Party seat(Party owner, Party host, Phrase phrase) {
        String city = phrase.city();
        if (city == null || host.organisation() || kind(phrase) == Subject.Kind.OFFICE) {
            return host;
        }
        for (String id : lexicon.seatedIn(city)) {
            Party organisation = parties.party(id);
            Party partner = parties.partner(owner.id());
            if (organisation != null && partner != null && partner.id().equals(id) && !id.equals(owner.id())) {
                return organisation;
            }
        }
        return host;
    }

    private @Nullable String place(Phrase phrase) {
        return kind(phrase) == Subject.Kind.OFFICE
                        || kind(phrase) == Subject.Kind.MISSION
                        || phrase.sense().byPlace()
                ? city(phrase)
                : null;
    }

    private @Nullable String city(Phrase phrase) {
        String city = phrase.city();
        if (city != null && city.equals(PhraseFinder.SAME_CITY)) {
            return timeline.stream()
                    .filter(k -> k.subject().location() != null && isBefore(k, phrase))
                    .reduce((a, b) -> b)
                    .map(k -> k.subject().location())
                    .orElse(null);
        }
        return city;
    }

    /** Relations, councils, treaties, talks: what several share. */
    private @Nullable Subject shared(Phrase phrase) {
        Sense sense = phrase.sense();
        String type = typeOf(phrase);
        List<Party> named = phrase.parties();
        boolean bare = isBare(phrase) || sense.onlyBack();
        if (bare
                && (sense.onlyBack()
                        ? phrase.isDemonstrative() || phrase.isDefinite()
                        : !phrase.isIndefinite() && !phrase.plural())) {
            Known back = back(phrase, named, "");
            if (back != null || sense.onlyBack()) {
                return back == null ? null : take(phrase, back);
            }
        }
        if (sense.onlyBack()
                || named.size() < sense.parties()
                || sense.capital() && !phrase.capital() && !phrase.noun().contains(" ") && named.size() < 2) {
            return null;
        }
        List<Party> both = sharedParties(phrase);
        if (!phrase.isIndefinite() && both.size() < 2) {
            Known back = back(phrase, named, type);
            if (back != null) {
                return take(phrase, back);
            }
        }
        List<Party> all = both.size() >= 2 ? both : withDefault(both);
        boolean loose = named.isEmpty() && !phrase.their() && both.size() < 2;
        if (sense.weak() && loose || bare && loose) {
            return null;
        }
        Subject subject = sense.named()
                ? Subjects.named(kind(phrase), type, all, null, sharedName(all, phrase))
                : Subjects.of(kind(phrase), type, all, place(phrase));
        remember(phrase, subject, type);
        return subject;
    }

    /** Parties of what is shared: those named, then those of its sentence. */
    private List<Party> sharedParties(Phrase phrase) {
        List<Party> out = new ArrayList<>(phrase.parties());
        if (out.size() >= 2) {
            return out;
        }
        Set<String> near = new LinkedHashSet<>();
        List<At> inSentence = parties.in(phrase.sentence());
        for (int i = inSentence.size() - 1; i >= 0; i--) {
            At at = inSentence.get(i);
            if (!at.isPlace() && at.span().end() <= phrase.span().start()) {
                near.add(at.party().id());
            }
        }
        Set<String> all = new LinkedHashSet<>(near);
        for (At at : inSentence) {
            if (!at.isPlace()) {
                all.add(at.party().id());
            }
        }
        out.forEach(p -> all.remove(p.id()));
        if (out.isEmpty()) {
            if (all.size() == 2) {
                all.forEach(id -> out.add(parties.partyOr(id)));
            } else if (all.size() == 1) {
                out.add(parties.partyOr(all.iterator().next()));
            }
            return out;
        }
        near.remove(out.get(0).id());
        if (!near.isEmpty()) {
            out.add(parties.partyOr(near.iterator().next()));
        } else if (all.size() == 1) {
            out.add(parties.partyOr(all.iterator().next()));
        }
        return out;
    }

    private List<Party> withDefault(List<Party> some) {
        if (some.isEmpty()) {
            return parties.dyad();
        }
        Party partner = parties.partner(some.get(0).id());
        return partner == null ? some : List.of(some.get(0), partner);
    }

    /** A mission, an office, a post, staff: what one has at another. */
    private @Nullable Subject directed(Phrase phrase, List<Phrase> ofSentence) {
        Sense sense = phrase.sense();
        String type = typeOf(phrase);
        Subject.Kind kind = kind(phrase);
        if (kind == Subject.Kind.STAFF) {
            Known house = houseOf(phrase, ofSentence);
            if (house != null) {
                return ofHouse(phrase, house.subject());
            }
        }
        boolean open = !(phrase.isIndefinite() && type.isEmpty());
        if (open && (sense.onlyBack() ? phrase.isDefinite() : true)) {
            Known back = back(phrase, phrase.parties(), type);
            if (back != null) {
                return take(phrase, back);
            }
        }
        if (sense.onlyBack()) {
            return null;
        }
        Party owner = sense.owner() == null ? phrase.owner() : parties.partyOr(sense.owner());
        Party host = phrase.host();
        String city = city(phrase);
        if (owner == null && phrase.their()) {
            owner = nearest(phrase, host);
        }
        if (owner == null && host == null && city != null) {
            Known sibling = sibling(phrase, kind, type);
            if (sibling != null) {
                List<Party> same = sibling.subject().parties().stream()
                        .map(parties::partyOr)
                        .toList();
                return keep(phrase, Subjects.of(kind, type, same, city), type);
            }
        }
        if (owner == null
                && host == null
                && (sense.weak() || kind == Subject.Kind.STAFF || phrase.plural() || kind == Subject.Kind.POST)) {
            return null;
        }
        if (owner == null && host != null && kind == Subject.Kind.MEMBERSHIP) {
            owner = nearest(phrase, host);
            return keep(phrase, Subjects.membership(owner, host), type);
        }
        if (kind == Subject.Kind.MEMBERSHIP) {
            return owner == null
                    ? null
                    : keep(phrase, Subjects.membership(owner.organisation() ? null : owner, owner), type);
        }
        if (phrase.sense().parties() > phrase.parties().size()
                || phrase.plural() && host == null && phrase.determiner().equals("no")) {
            return null;
        }
        if (owner == null && host != null) {
            owner = other(phrase, host);
        } else if (owner != null && host == null) {
            host = city != null && kind == Subject.Kind.OFFICE ? null : other(phrase, owner);
            if (host == null) {
                host = parties.partner(owner.id());
            }
        }
        if (owner == null) {
            Subject unknown = Subjects.of(kind, type, List.of(), city);
            return keep(
                    phrase,
                    new Subject(
                            Ids.of("sub", unknown.id(), document), kind, unknown.name(), List.of(), List.of(), city),
                    type);
        }
        List<Party> both = host == null ? List.of(owner) : List.of(owner, seat(owner, host, phrase));
        String full =
                type.isEmpty() && kind == Subject.Kind.MISSION && !owner.organisation() ? Subjects.DIPLOMATIC : type;
        return keep(phrase, Subjects.of(kind, full, both, place(phrase)), full);
    }

    private Subject keep(Phrase phrase, Subject subject, String type) {
        remember(phrase, subject, type);
        return subject;
    }

    /** "The missions in Moscow and Brussels", "both embassies": one for each. */
    private List<Subject> several(Phrase phrase) {
        Set<Subject> out = new LinkedHashSet<>();
        if (phrase.sites().size() > 1) {
            for (Phrase.Site site : phrase.sites()) {
                out.addAll(one(directed(only(phrase, phrase.owners(), List.of(site)), List.of())));
            }
        } else if (phrase.owners().size() > 1) {
            for (Party owner : phrase.owners()) {
                out.addAll(one(directed(only(phrase, List.of(owner), phrase.sites()), List.of())));
            }
        } else if (phrase.parties().isEmpty()
                && (phrase.determiner().equals("both")
                        || phrase.determiner().equals("their")
                        || phrase.modifiers().contains("respective"))) {
            List<Party> two = parties.dyad();
            if (two.size() == 2) {
                out.addAll(one(directed(only(phrase, List.of(two.get(0)), List.of()), List.of())));
                out.addAll(one(directed(only(phrase, List.of(two.get(1)), List.of()), List.of())));
            }
        }
        return List.copyOf(out);
    }

    private static Phrase only(Phrase p, List<Party> owners, List<Phrase.Site> sites) {
        return new Phrase(
                p.sentence(),
                p.from(),
                p.to(),
                p.head(),
                p.noun(),
                p.sense(),
                false,
                p.modifiers(),
                owners,
                sites,
                false,
                "the",
                p.name(),
                p.capital(),
                null,
                p.span(),
                p.outer());
    }

    /** The mission or office whose staff a phrase means: "its staff", "personnel of the mission". */
    private @Nullable Known houseOf(Phrase phrase, List<Phrase> ofSentence) {
        Phrase best = null;
        for (Phrase other : ofSentence) {
            Subject.Kind kind = other.sense().kind();
            if (other == phrase || kind != Subject.Kind.MISSION && kind != Subject.Kind.OFFICE) {
                continue;
            }
            boolean after = other.from() > phrase.to() && other.from() <= phrase.to() + 3;
            boolean before = phrase.their() && other.to() < phrase.from() && !nearerActor(other, phrase);
            if (after || before) {
                best = other;
            }
        }
        if (best == null) {
            return null;
        }
        Phrase house = best;
        return timeline.stream()
                .filter(k -> k.sentence() == house.sentence() && k.word() == house.head())
                .findFirst()
                .orElse(null);
    }

    private boolean nearerActor(Phrase house, Phrase staff) {
        return parties.in(staff.sentence()).stream()
                .anyMatch(at -> !at.isPlace()
                        && !at.isAdjective()
                        && at.span().start() >= house.span().end()
                        && at.span().end() <= staff.span().start());
    }

    private Subject ofHouse(Phrase phrase, Subject house) {
        List<Party> sides = house.parties().stream().map(parties::partyOr).toList();
        Subject staff = Subjects.of(Subject.Kind.STAFF, "", sides, null);
        remember(phrase, staff, "");
        return staff;
    }

    private @Nullable Known sibling(Phrase phrase, Subject.Kind kind, String type) {
        return timeline.stream()
                .filter(k -> k.subject().kind() == kind && k.type().equals(type) && isBefore(k, phrase))
                .reduce((a, b) -> b)
                .orElse(null);
    }

    /** The other side of one that is named: who acts in the sentence, else who is mostly mentioned with it. */
    private @Nullable Party other(Phrase phrase, Party one) {
        Party near = nearest(phrase, one);
        if (near != null) {
            return near;
        }
        Set<String> ids = new LinkedHashSet<>();
        parties.in(phrase.sentence()).stream()
                .filter(at -> !at.isPlace() && !at.party().id().equals(one.id()))
                .forEach(at -> ids.add(at.party().id()));
        return ids.size() == 1 ? parties.partyOr(ids.iterator().next()) : parties.partner(one.id());
    }

    /** The party named last before a phrase in its sentence, other than one. */
    private @Nullable Party nearest(Phrase phrase, @Nullable Party other) {
        At best = null;
        for (At at : parties.in(phrase.sentence())) {
            if (!at.isPlace()
                    && at.span().end() <= phrase.span().start()
                    && (other == null || !at.party().id().equals(other.id()))) {
                best = at;
            }
        }
        return best == null ? null : best.party();
    }

    /** What a phrase refers back to, or forward where nothing stands before. */
    private @Nullable Known back(Phrase phrase, List<Party> named, String type) {
        Known before = null;
        Known after = null;
        for (Known known : timeline) {
            if (!isCompatible(phrase, named, type, known)) {
                continue;
            }
            if (isBefore(known, phrase)) {
                before = better(phrase, before, known);
            } else if (after == null
                    && !phrase.isIndefinite()
                    && (known.sentence() != phrase.sentence() || known.word() != phrase.head())) {
                after = known;
            }
        }
        return before != null ? before : after;
    }

    /** The later of two, but one of the phrase's own kind before one that it may also mean. */
    private Known better(Phrase phrase, @Nullable Known before, Known known) {
        if (before == null) {
            return known;
        }
        boolean was = before.subject().kind() == phrase.sense().kind();
        boolean is = known.subject().kind() == phrase.sense().kind();
        return was && !is && before.sentence() >= known.sentence() - 1 ? before : known;
    }

    private boolean isCompatible(Phrase phrase, List<Party> named, String type, Known known) {
        Subject subject = known.subject();
        if (!phrase.sense().refers().contains(subject.kind())) {
            return false;
        }
        boolean lastWord = phrase.sense().named()
                && (known.type().endsWith(phrase.noun())
                        || phrase.noun().equals("agreement")
                        || phrase.noun().equals("deal"));
        if (!type.isEmpty() && !known.type().isEmpty() && !known.type().equals(type) && !(isBare(phrase) && lastWord)) {
            return false;
        }
        if (phrase.sense().named() && type.isEmpty() && !lastWord) {
            return false;
        }
        List<String> its = subject.parties();
        String city = city(phrase);
        if (phrase.sense().isShared()) {
            return named.stream().allMatch(p -> its.contains(p.id()));
        }
        Party owner = phrase.owner();
        if (owner != null
                && !(phrase.their() && phrase.owners().size() == 1 && its.isEmpty())
                && (its.isEmpty() || !its.get(0).equals(owner.id()))) {
            return false;
        }
        if (city != null && subject.location() != null) {
            return city.equalsIgnoreCase(subject.location());
        }
        if (city != null
                && subject.kind() == Subject.Kind.OFFICE
                && known.type().equals(Subjects.CONSULATE)) {
            return false;
        }
        Party host = phrase.host();
        if (host == null) {
            return true;
        }
        if (its.size() > 1) {
            String city2 = phrase.city();
            return its.get(1).equals(host.id())
                    || city2 != null && lexicon.seatedIn(city2).contains(its.get(1));
        }
        return false;
    }

    private static boolean isBefore(Known known, Phrase phrase) {
        return known.sentence() < phrase.sentence()
                || known.sentence() == phrase.sentence() && known.word() < phrase.head();
    }

    private Subject take(Phrase phrase, Known known) {
        remember(phrase, known.subject(), known.type());
        return known.subject();
    }

    private void remember(Phrase phrase, Subject subject, String type) {
        Known known = new Known(phrase.sentence(), phrase.head(), subject, type);
        if (!timeline.contains(known)) {
            timeline.add(known);
            timeline.sort(Comparator.comparingInt(Known::sentence).thenComparingInt(Known::word));
        }
        String abbreviation = phrase.abbreviation();
        if (abbreviation != null) {
            abbreviations.putIfAbsent(abbreviation, subject);
        }
    }

    /** The bodies spoken of before a place, last first. */
    List<Subject> before(int sentence, int word, Set<Subject.Kind> kinds) {
        List<Subject> out = new ArrayList<>();
        for (Known known : timeline) {
            if (kinds.contains(known.subject().kind())
                    && (known.sentence() < sentence || known.sentence() == sentence && known.word() < word)) {
                out.add(0, known.subject());
            }
        }
        return out;
    }

    private static List<String> ids(List<Party> all) {
        return all.stream().map(Party::id).sorted().toList();
    }

    private static String titled(Phrase phrase) {
        return phrase.name();
    }

    /** "NATO–Russia Council": the parties in front of the name. */
    private static String sharedName(List<Party> parties, Phrase phrase) {
        String joined =
                String.join("–", parties.stream().map(Party::name).sorted().toList());
        return joined + " " + phrase.name();
    }
}
