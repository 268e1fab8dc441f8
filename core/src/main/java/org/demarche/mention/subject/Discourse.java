package org.demarche.mention.subject;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demarche.mention.subject.Parties.At;
import org.demarche.mention.subject.Timeline.Known;
import org.demarche.model.Ids;
import org.demarche.model.Mention;
import org.demarche.model.Subject;
import org.demarche.model.Subject.Kind;
import org.demarche.model.Subjects;
import org.demarche.model.Subjects.Party;
import org.jspecify.annotations.Nullable;

/** What a document has spoken of so far: gives each noun phrase its subjects, in the order in which a reader meets them. */
final class Discourse {
    private static final Set<String> EMBASSY =
            Set.of("embassy", "legation", "high commission", "nunciature", "apostolic nunciature");

    /** So many sentences back the staff stands whose immunity is meant. */
    private static final int STAFF_SENTENCES = 3;

    /** Verbs of which the one who acts sends the ambassador that he does it to. */
    private static final Set<String> OF_ONES_OWN = Set.of(
            "recall",
            "recalled",
            "recalls",
            "recalling",
            "withdraw",
            "withdrew",
            "withdrawn",
            "appoint",
            "appointed",
            "named",
            "sent",
            "send",
            "sends",
            "nominated",
            "dispatched",
            "instructed",
            "pulled",
            "called");

    private static final Set<String> BY_A_HOST = Set.of(
            "summon",
            "summoned",
            "summons",
            "summoning",
            "expel",
            "expelled",
            "expels",
            "expelling",
            "convoked",
            "ejected",
            "reprimanded");

    /** What two do with their houses and envoys when they make it up. */
    private static final Set<String> AT_EACH_OTHERS = Set.of(
            "open",
            "opened",
            "reopen",
            "reopened",
            "restore",
            "restored",
            "exchange",
            "exchanged",
            "return",
            "returned");

    /** Whose staff is no mission's as a whole. */
    static final Set<String> DEPARTMENTS = Set.of("department", "ministry", "agency", "bureau");

    /** What one has at another. */
    private static final Set<Kind> SENT = Set.of(Kind.MISSION, Kind.OFFICE, Kind.POST, Kind.STAFF);

    private final String document;
    private final Parties parties;
    private final SubjectLexicon lexicon;
    private final Timeline timeline = new Timeline();
    private final Map<String, Subject> abbreviations = new LinkedHashMap<>();

    Discourse(String document, SubjectLexicon lexicon, Parties parties) {
        this.document = document;
        this.lexicon = lexicon;
        this.parties = parties;
    }

    Timeline timeline() {
        return timeline;
    }

    Map<String, Subject> abbreviations() {
        return abbreviations;
    }

    /** Registers a phrase that says all of itself; to be called for the whole document before any {@link #resolve}. */
    void introduce(Phrase phrase) {
        Subject subject = complete(phrase);
        if (subject != null) {
            keep(phrase, subject, Typed.of(phrase));
        }
    }

    /** The subjects of a phrase; empty where it names none that can be told. */
    List<Subject> resolve(Phrase phrase, List<Phrase> ofSentence) {
        Subject whole = complete(phrase);
        if (whole != null) {
            return List.of(whole);
        }
        if (phrase.sense().isShared()) {
            return one(shared(phrase, ofSentence));
        }
        if (phrase.plural()) {
            List<Subject> several = several(phrase);
            if (!several.isEmpty()) {
                return several;
            }
            boolean generic = phrase.parties().isEmpty() && !phrase.their() && !phrase.isDefinite();
            boolean nowhere = phrase.determiner().equals("no") && phrase.host() == null;
            if (kind(phrase) != Kind.STAFF && (generic || nowhere)) {
                return phrase.counted() && !nowhere ? one(counted(phrase)) : List.of();
            }
        }
        return one(directed(phrase, ofSentence));
    }

    private static List<Subject> one(@Nullable Subject subject) {
        return subject == null ? List.of() : List.of(subject);
    }

    private static Kind kind(Phrase phrase) {
        Kind kind = phrase.sense().kind();
        if (kind == null) {
            throw new IllegalArgumentException("no subject: " + phrase);
        }
        return kind;
    }

    /** The subject of a phrase that leaves nothing open, else null. */
    private @Nullable Subject complete(Phrase phrase) {
        Sense sense = phrase.sense();
        if (sense.onlyBack() || sense.housed()) {
            return null;
        }
        List<Party> named = phrase.parties();
        String type = Typed.of(phrase);
        if (sense.named()) {
            boolean ownName = phrase.capital()
                    && !(Typed.isBare(phrase) && phrase.owners().isEmpty())
                    && named.size() >= sense.parties();
            if (named.size() < 2 && !ownName) {
                return null;
            }
            if (named.size() == 1 && Typed.isBare(phrase)) {
                return Subjects.named(kind(phrase), type, named, null, Typed.sharedName(named, phrase));
            }
            if (named.size() < 2) {
                Subject subject =
                        Subjects.named(kind(phrase), type, List.of(), null, Typed.sharedName(List.of(), phrase));
                List<Party> both = near(phrase);
                return Subjects.withParties(subject, both.size() < 2 ? parties.dyad() : both);
            }
            return Subjects.named(kind(phrase), type, named, null, Typed.sharedName(named, phrase));
        }
        if (sense.isShared()) {
            return named.size() < 2 ? null : Subjects.of(kind(phrase), type, named, place(phrase));
        }
        Party owner = owner(phrase);
        Party host = host(phrase, owner);
        boolean staff = kind(phrase) == Kind.STAFF;
        if (owner == null || host == null || type.isEmpty() && !staff && kind(phrase) != Kind.MEMBERSHIP) {
            return null;
        }
        if (staff && (phrase.their() || phrase.ofPhrase())
                || phrase.plural() && (towns(phrase) > 1 || kind(phrase) == Kind.POST && hosts(phrase) > 1)) {
            return null;
        }
        if (type.equals(Subjects.CONSULATE) && city(phrase) == null && !phrase.isIndefinite()) {
            return null;
        }
        return at(phrase, type, owner, host);
    }

    /** To how many states: "its ambassadors to Peru and Chile". */
    private static long hosts(Phrase phrase) {
        return phrase.sites().stream()
                .map(Phrase.Site::party)
                .filter(p -> p != null)
                .map(Party::id)
                .distinct()
                .count();
    }

    private static long towns(Phrase phrase) {
        return phrase.sites().stream().filter(s -> s.city() != null).count();
    }

    /** A directed subject; an organisation that has its seat in the city is the host where it belongs to the story. */
    private Subject at(Phrase phrase, String type, Party owner, Party host) {
        String city = phrase.city();
        Kind kind = kind(phrase);
        Party sender = owner;
        Party receiver = host;
        boolean house = kind != Kind.OFFICE && kind != Kind.MEMBERSHIP;
        if (city != null && !host.organisation() && !EMBASSY.contains(phrase.noun())) {
            for (String id : lexicon.seatedIn(city)) {
                Party seated = parties.party(id);
                Party partner = parties.partner(id);
                if (seated == null || partner == null) {
                    continue;
                }
                if (id.equals(owner.id()) && !partner.id().equals(host.id()) && house) {
                    sender = partner;
                    receiver = seated;
                    break;
                }
                Party ofOwner = parties.partner(owner.id());
                if (ofOwner != null && ofOwner.id().equals(id)) {
                    receiver = seated;
                    break;
                }
            }
        }
        return Subjects.of(kind, type, List.of(sender, receiver), place(phrase));
    }

    private @Nullable Party owner(Phrase phrase) {
        String implied = phrase.sense().owner();
        return implied == null ? phrase.owner() : parties.partyOr(implied);
    }

    private @Nullable Party host(Phrase phrase, @Nullable Party owner) {
        boolean several = phrase.plural() && phrase.owners().size() > 1;
        List<Party> all = several
                ? phrase.sites().stream()
                        .map(Phrase.Site::party)
                        .filter(p -> p != null)
                        .toList()
                : phrase.parties();
        return all.stream()
                .filter(p -> owner == null ? p != phrase.owner() : !p.id().equals(owner.id()))
                .findFirst()
                .orElse(null);
    }

    private @Nullable String place(Phrase phrase) {
        Kind kind = phrase.sense().kind();
        return kind == Kind.OFFICE || kind == Kind.MISSION || phrase.sense().byPlace() ? city(phrase) : null;
    }

    private @Nullable String city(Phrase phrase) {
        String city = phrase.city();
        if (city == null || !city.equals(PhraseFinder.SAME_CITY)) {
            return city;
        }
        Known last = timeline.before(phrase, k -> k.subject().location() != null);
        return last == null ? null : last.subject().location();
    }

    /** Relations, councils, treaties, talks: what several share. */
    private @Nullable Subject shared(Phrase phrase, List<Phrase> ofSentence) {
        Sense sense = phrase.sense();
        String type = Typed.of(phrase);
        List<Party> named = phrase.parties();
        boolean bare = Typed.isBare(phrase);
        if (sense.onlyBack()) {
            boolean may = phrase.isDemonstrative()
                    || phrase.isDefinite() && phrase.to() == phrase.head() && !phrase.followedByOf();
            return may ? take(phrase, back(phrase, named, "")) : null;
        }
        if (bare && !phrase.isIndefinite() && !phrase.plural()) {
            Known back = back(phrase, named, "");
            if (back != null) {
                return take(phrase, back);
            }
        }
        boolean lowerName =
                sense.capital() && !phrase.capital() && !phrase.noun().contains(" ");
        if (named.size() < sense.parties() || lowerName && named.size() < 2) {
            return null;
        }
        if (sense.alone() && named.size() < 2) {
            return alone(phrase, type);
        }
        List<Party> both = near(phrase);
        boolean sent = Subjects.isDirected(type) && phrase.owners().isEmpty();
        if (sent && type.equals(Subjects.IMMUNITY)) {
            List<Party> sides = sidesOfStaff(phrase);
            both = sides.isEmpty() ? both : sides;
        } else if (sent) {
            List<Party> house = ownersOfHouse(phrase, ofSentence);
            both = house.isEmpty() ? both : house;
        }
        if (!phrase.isIndefinite() && both.size() < 2) {
            Known back = back(phrase, both, type);
            if (back != null) {
                return take(phrase, back);
            }
        }
        if (sense.inside() && both.size() < 2) {
            return null;
        }
        boolean loose = named.isEmpty() && !phrase.their() && both.size() < 2;
        if (loose && (sense.weak() || bare) && !isSpecific(phrase, bare)) {
            return null;
        }
        List<Party> all = both.size() >= 2 ? both : withDefault(phrase, both);
        if (isCrossing(type) && named.size() < 2 && all.stream().allMatch(Borders::hasAny)) {
            all = Borders.between(named.isEmpty() ? null : named.get(0), nearFirst(phrase, all));
            if (all.isEmpty()) {
                return null;
            }
        }
        if (Subjects.isDirected(type) && named.size() == 1 && phrase.owners().isEmpty() && all.size() == 2) {
            all = List.of(all.get(1), all.get(0));
        }
        Subject subject = sense.named()
                ? Subjects.named(kind(phrase), type, all, null, Typed.sharedName(all, phrase))
                : Subjects.of(kind(phrase), type, all, place(phrase));
        return keep(phrase, all.isEmpty() ? onlyHere(subject) : subject, type);
    }

    private static boolean isCrossing(String type) {
        return type.equals("border crossing");
    }

    /** Some parties, then those of the sentence and its people, then all that the document names, most mentioned first. */
    private List<Party> nearFirst(Phrase phrase, List<Party> some) {
        Map<String, Party> out = new LinkedHashMap<>();
        some.forEach(p -> out.putIfAbsent(p.id(), p));
        parties.in(phrase.sentence()).forEach(at -> out.putIfAbsent(at.party().id(), at.party()));
        parties.peopleOf(phrase.sentence()).forEach(p -> out.putIfAbsent(p.id(), p));
        parties.byCount().forEach(p -> out.putIfAbsent(p.id(), p));
        return List.copyOf(out.values());
    }

    /** What is one party's alone: "its airspace", "Niger's borders". */
    private @Nullable Subject alone(Phrase phrase, String type) {
        Party owner = owner(phrase);
        if (owner == null && phrase.their()) {
            owner = antecedent(phrase, null);
        }
        if (owner == null && !phrase.sites().isEmpty()) {
            Party other = phrase.sites().get(0).party();
            Party acts = other == null ? null : nearest(phrase, other, true);
            if (other != null && acts != null) {
                return keep(phrase, Subjects.of(kind(phrase), type, List.of(acts, other), place(phrase)), type);
            }
        }
        Known back = phrase.isDefinite() && owner == null ? back(phrase, List.of(), type) : null;
        if (back != null) {
            return take(phrase, back);
        }
        return owner == null ? null : keep(phrase, Subjects.of(kind(phrase), type, List.of(owner), null), type);
    }

    /** "Services at Peru's consulates": whose house it is that stands just behind. */
    private static List<Party> ownersOfHouse(Phrase phrase, List<Phrase> ofSentence) {
        return ofSentence.stream()
                .filter(p -> p.sense().kind() == Kind.MISSION || p.sense().kind() == Kind.OFFICE)
                .filter(p -> p.from() > phrase.head() && p.from() <= phrase.head() + 3)
                .findFirst()
                .map(Phrase::owners)
                .filter(o -> o.size() == 1)
                .orElse(List.of());
    }

    /** Whose staff, at whose place, the sentence or one shortly before it speaks of. */
    private List<Party> sidesOfStaff(Phrase phrase) {
        Known staff = timeline.before(
                phrase,
                k -> k.sentence() >= phrase.sentence() - STAFF_SENTENCES
                        && (k.subject().kind() == Kind.STAFF || k.subject().kind() == Kind.POST)
                        && k.subject().parties().size() == 2);
        return staff == null
                ? List.of()
                : staff.subject().parties().stream().map(parties::partyOr).toList();
    }

    /** Whether words tell which talks or treaty is meant, so that those whom the report is about may be taken for its parties. */
    private boolean isSpecific(Phrase phrase, boolean bare) {
        boolean told = phrase.noun().contains(" ")
                || phrase.modifiers().stream().anyMatch(m -> !lexicon.isPlain(m) && !Character.isDigit(m.charAt(0)));
        Kind kind = kind(phrase);
        return told
                && !bare
                && !phrase.isIndefinite()
                && parties.dyad().size() == 2
                && (kind == Kind.CHANNEL
                        || kind == Kind.AGREEMENT
                        || kind == Kind.BODY
                        || Subjects.isDirected(Typed.of(phrase)));
    }

    /** A subject whose parties nobody names is one of its document alone. */
    private Subject onlyHere(Subject subject) {
        return new Subject(
                Ids.of("sub", subject.id(), document),
                subject.kind(),
                subject.name(),
                List.of(),
                List.of(),
                subject.location());
    }

    /** Parties of what is shared: those named, then those of its sentence, the nearest before it first. */
    private List<Party> near(Phrase phrase) {
        List<Party> out = new ArrayList<>(phrase.parties());
        if (out.size() >= 2) {
            return out;
        }
        Set<String> before = new LinkedHashSet<>();
        Set<String> after = new LinkedHashSet<>();
        List<At> inSentence = parties.in(phrase.sentence());
        for (int i = inSentence.size() - 1; i >= 0; i--) {
            At at = inSentence.get(i);
            if (!at.isPlace() && !parties.setApart(phrase.span(), at.span())) {
                (at.span().end() <= phrase.span().start() ? before : after)
                        .add(at.party().id());
            }
        }
        out.forEach(p -> before.remove(p.id()));
        out.forEach(p -> after.remove(p.id()));
        Set<String> all = new LinkedHashSet<>(before);
        all.addAll(after);
        if (out.isEmpty()) {
            if (all.size() <= 2) {
                all.forEach(id -> out.add(parties.partyOr(id)));
            } else if (before.size() == 2) {
                before.forEach(id -> out.add(parties.partyOr(id)));
            }
        } else if (!before.isEmpty()) {
            out.add(parties.partyOr(before.iterator().next()));
        } else if (all.size() == 1) {
            out.add(parties.partyOr(all.iterator().next()));
        }
        return out;
    }

    private List<Party> withDefault(Phrase phrase, List<Party> some) {
        if (some.isEmpty()) {
            return parties.dyad();
        }
        String one = some.get(0).id();
        Set<String> apart = new LinkedHashSet<>();
        for (At at : parties.in(phrase.sentence())) {
            if (parties.setApart(phrase.span(), at.span())) {
                apart.add(at.party().id());
            }
        }
        Party partner = parties.central(phrase.sentence(), one);
        if (partner != null && !apart.contains(partner.id())) {
            return List.of(some.get(0), partner);
        }
        partner = parties.partner(one);
        if (partner == null || apart.contains(partner.id()) || parties.inPassing(one)) {
            partner = parties.byCount().stream()
                    .filter(p -> !p.id().equals(one) && !apart.contains(p.id()))
                    .findFirst()
                    .orElse(partner);
        }
        return partner == null ? some : List.of(some.get(0), partner);
    }

    /** A mission, an office, a post, staff, membership: what one has at another. */
    private @Nullable Subject directed(Phrase phrase, List<Phrase> ofSentence) {
        Party where = phrase.sites().isEmpty() && SENT.contains(phrase.sense().kind()) ? parties.where(phrase) : null;
        if (where != null && phrase.owners().stream().noneMatch(o -> o.id().equals(where.id()))) {
            return directed(phrase.at(new Phrase.Site(where, null)), ofSentence);
        }
        Sense sense = phrase.sense();
        String type = Typed.of(phrase);
        Kind kind = kind(phrase);
        String department = phrase.modifiers().stream()
                .filter(DEPARTMENTS::contains)
                .findFirst()
                .orElse("");
        if (kind == Kind.STAFF && phrase.ofPhrase() && !department.isEmpty()) {
            Party at = phrase.host();
            Party of = at == null ? null : antecedent(phrase, at);
            return at == null || of == null
                    ? null
                    : keep(phrase, Subjects.of(Kind.STAFF, department, List.of(of, at), null), department);
        }
        if (kind == Kind.STAFF) {
            Known house = houseOf(phrase, ofSentence);
            if (house != null) {
                List<Party> sides =
                        house.subject().parties().stream().map(parties::partyOr).toList();
                return keep(phrase, Subjects.of(Kind.STAFF, "", sides, null), "");
            }
            if (sense.housed()) {
                return null;
            }
        }
        if (kind == Kind.POST && phrase.holder() != null && !phrase.their()) {
            return held(phrase, type);
        }
        if (kind == Kind.POST && phrase.parties().isEmpty() && !phrase.isIndefinite() && !sense.onlyBack()) {
            Known house = houseOf(phrase, ofSentence);
            if (house != null && house.subject().parties().size() == 2 && back(phrase, List.of(), type) == null) {
                List<Party> sides =
                        house.subject().parties().stream().map(parties::partyOr).toList();
                return keep(phrase, Subjects.of(kind, type, sides, null), type);
            }
        }
        if (sense.onlyBack()) {
            return phrase.isDefinite() && phrase.to() == phrase.head() && !phrase.followedByOf()
                    ? take(phrase, back(phrase, phrase.parties(), type))
                    : null;
        }
        if (kind == Kind.MEMBERSHIP) {
            return membership(phrase);
        }
        if (!(phrase.isIndefinite() && type.isEmpty())) {
            Known back = back(phrase, phrase.parties(), type);
            Party calls = kind == Kind.POST && owner(phrase) != null && isByItsHost(phrase)
                    ? nearest(phrase, owner(phrase), true)
                    : null;
            if (back != null && (calls == null || back.subject().parties().contains(calls.id()))) {
                return take(phrase, back);
            }
        }
        Party owner = owner(phrase);
        Party host = host(phrase, owner);
        String city = city(phrase);
        if (owner == null && phrase.their()) {
            owner = antecedent(phrase, host);
        }
        if (owner == null
                && host == null
                && kind == Kind.POST
                && phrase.isDefinite()
                && (isOfOnesOwn(phrase) || isByItsHost(phrase))) {
            List<Party> sides = byDeed(phrase);
            owner = sides.isEmpty() ? null : sides.get(0);
            host = sides.isEmpty() ? null : sides.get(1);
        }
        boolean house = kind == Kind.MISSION || kind == Kind.OFFICE;
        if (owner == null && host == null && city == null && house && phrase.isIndefinite()) {
            owner = nearest(phrase, null, false);
            host = owner == null ? null : placeBefore(phrase, owner);
        }
        if (owner == null && host == null && city != null) {
            Known sibling = timeline.before(
                    phrase, k -> k.subject().kind() == kind && k.type().equals(type));
            if (sibling != null) {
                List<Party> same = sibling.subject().parties().stream()
                        .map(parties::partyOr)
                        .toList();
                return keep(phrase, Subjects.of(kind, type, same, city), type);
            }
        }
        boolean people = kind == Kind.STAFF || kind == Kind.POST;
        if (owner == null
                && (host == null
                        ? sense.weak() || people || phrase.plural()
                        : people && phrase.isIndefinite() && nearest(phrase, host, false) == null)) {
            return null;
        }
        if (sense.parties() > phrase.parties().size()) {
            return null;
        }
        // An embassy is a state's, unless the words are that somebody has none.
        boolean states = (EMBASSY.contains(phrase.noun()) || type.equals(Subjects.CONSULATE))
                && !phrase.determiner().equals("no");
        if (owner == null && host != null) {
            owner = other(phrase, host, states);
        } else if (owner != null && host == null) {
            host = hostOfCity(phrase, owner);
            if (host == null && sense.owner() != null) {
                host = placeIn(phrase, owner);
            }
            if (host == null) {
                host = hostOfSeveral(other(phrase, owner, states), phrase, ofSentence);
            }
        }
        if (owner == null && city == null && !phrase.isDefinite()) {
            return null;
        }
        Known beside =
                owner == null && city == null && (EMBASSY.contains(phrase.noun()) || type.equals(Subjects.CONSULATE))
                        ? timeline.before(
                                phrase,
                                k -> SENT.contains(k.subject().kind())
                                        && k.subject().parties().size() == 2)
                        : null;
        if (beside != null) {
            // "Chile closed its consulates in Peru. The embassy itself stays open."
            owner = parties.partyOr(beside.subject().parties().get(0));
            host = parties.partyOr(beside.subject().parties().get(1));
        }
        if (owner == null) {
            return keep(phrase, onlyHere(Subjects.of(kind, type, List.of(), city)), type);
        }
        String full = type.isEmpty() && kind == Kind.MISSION && !owner.organisation() ? Subjects.DIPLOMATIC : type;
        Subject subject = host == null ? Subjects.of(kind, full, List.of(owner), city) : at(phrase, full, owner, host);
        return keep(phrase, subject, full);
    }

    /** "The Danish embassy may hire nobody and the Polish embassy ten": neither is the host of the other, but he of whom the report speaks besides. */
    private @Nullable Party hostOfSeveral(@Nullable Party host, Phrase phrase, List<Phrase> ofSentence) {
        Map<String, Party> others = new LinkedHashMap<>();
        Set<String> owners = new LinkedHashSet<>();
        for (Phrase each : ofSentence) {
            Party owner = each.sense().kind() == Kind.MISSION ? each.owner() : null;
            if (owner != null) {
                owners.add(owner.id());
                Party there = host(each, owner);
                if (there != null) {
                    others.putIfAbsent(there.id(), there);
                }
            }
        }
        if (host == null || owners.size() < 2 || !owners.contains(host.id())) {
            return host;
        }
        nearFirst(phrase, List.copyOf(others.values())).forEach(p -> others.putIfAbsent(p.id(), p));
        return others.values().stream()
                .filter(p -> !owners.contains(p.id()) && !p.organisation())
                .findFirst()
                .orElse(host);
    }

    /** "Ambassador NAME": the post of whom the report names so elsewhere, else that of one of the two sides by who acts on whom. */
    private @Nullable Subject held(Phrase phrase, String type) {
        Known same = timeline.holding(String.valueOf(phrase.holder()), phrase, Kind.POST);
        boolean fits = same != null
                && (phrase.owner() == null
                        || same.subject().parties().get(0).equals(phrase.owner().id()));
        if (same != null && fits) {
            return take(phrase, same);
        }
        List<Party> two = parties.dyad();
        Party owner = owner(phrase);
        Party host = host(phrase, owner);
        if (owner == null && host == null && two.size() == 2) {
            Set<String> both = Set.of(two.get(0).id(), two.get(1).id());
            Known back = timeline.before(
                    phrase,
                    k -> k.subject().kind() == Kind.POST
                            && k.type().equals(type)
                            && k.holder() == null
                            && both.containsAll(k.subject().parties()));
            if (back != null) {
                return take(phrase, back);
            }
            List<Party> sides = byDeed(phrase);
            if (sides.isEmpty()) {
                return null;
            }
            owner = sides.get(0);
            host = sides.get(1);
        } else if (owner != null && host == null) {
            host = other(phrase, owner, false);
        } else if (owner == null && host != null) {
            owner = other(phrase, host, false);
        }
        return owner == null
                ? null
                : keep(
                        phrase,
                        host == null
                                ? Subjects.of(Kind.POST, type, List.of(owner), null)
                                : at(phrase, type, owner, host),
                        type);
    }

    /** Of the two that the report is about, who sent the one spoken of and to whom, by who acts on whom: "Peru said that the ambassador would be recalled". */
    private List<Party> byDeed(Phrase phrase) {
        List<Party> two = parties.dyad();
        Party acts = nearest(phrase, null, true);
        if (two.size() != 2 || acts == null) {
            return List.of();
        }
        Party other = two.get(0).id().equals(acts.id()) ? two.get(1) : two.get(0);
        return isOfOnesOwn(phrase) ? List.of(acts, other) : List.of(other, acts);
    }

    /** "Peru summoned Chile's ambassador": he who calls him in is his host, whatever other envoys of Chile the report tells of. */
    private static boolean isByItsHost(Phrase phrase) {
        return phrase.before().stream().anyMatch(BY_A_HOST::contains);
    }

    private static boolean isOfOnesOwn(Phrase phrase) {
        return phrase.before().stream().anyMatch(OF_ONES_OWN::contains);
    }

    private @Nullable Subject membership(Phrase phrase) {
        Party owner = owner(phrase);
        Party host = host(phrase, owner);
        if (host != null && !host.organisation()) {
            // "Foreign participation in its market"
            return null;
        }
        if (host == null && owner != null && !owner.organisation()) {
            host = onlyUnion(phrase);
            if (host != null) {
                return keep(phrase, Subjects.membership(owner, host), "");
            }
        }
        if (host == null) {
            return owner == null ? null : keep(phrase, Subjects.membership(null, owner), "");
        }
        return keep(phrase, Subjects.membership(owner == null ? antecedent(phrase, host) : owner, host), "");
    }

    /** "The union suspended the membership of Chad": the one organisation that the sentence names. */
    private @Nullable Party onlyUnion(Phrase phrase) {
        Set<Party> unions = new LinkedHashSet<>();
        parties.in(phrase.sentence()).stream()
                .map(At::party)
                .filter(Party::organisation)
                .forEach(unions::add);
        return unions.size() == 1 ? unions.iterator().next() : null;
    }

    private Subject keep(Phrase phrase, Subject subject, String type) {
        timeline.add(phrase, subject, type);
        if (subject.kind() == Kind.STAFF && subject.parties().size() == 2) {
            house(phrase, subject);
        }
        String abbreviation = phrase.abbreviation();
        if (abbreviation != null) {
            abbreviations.putIfAbsent(abbreviation, subject);
        }
        return subject;
    }

    /** "Embassy staff flew home. The embassy …": who speaks of a mission's staff has spoken of the mission. */
    private void house(Phrase phrase, Subject staff) {
        Party sender = parties.partyOr(staff.parties().get(0));
        if (!sender.organisation()) {
            timeline.add(
                    phrase,
                    Subjects.mission(sender, parties.partyOr(staff.parties().get(1))),
                    Subjects.DIPLOMATIC);
        }
    }

    private @Nullable Subject take(Phrase phrase, @Nullable Known known) {
        return known == null ? null : keep(phrase, known.subject(), known.type());
    }

    /** "The missions in Moscow and Brussels", "both embassies": one for each. */
    private List<Subject> several(Phrase phrase) {
        Map<String, Subject> out = new LinkedHashMap<>();
        List<Phrase> each = new ArrayList<>();
        List<Party> two = parties.dyad();
        boolean mutual = phrase.owners().isEmpty()
                && two.size() == 2
                && (phrase.determiner().equals("both")
                        || phrase.their()
                        || phrase.modifiers().contains("respective"));
        List<Party> joined =
                phrase.their() && phrase.parties().isEmpty() && phrase.sense().kind() != Kind.STAFF
                        ? parties.joinedBefore(phrase.sentence(), phrase.span(), null)
                        : List.of();
        if (phrase.sites().isEmpty() && joined.size() > 1) {
            // "Chad and Mali agreed to open their embassies": each at the other's, or all at his of whom the report is.
            Party most = parties.byCount().get(0);
            boolean eachOthers = joined.size() == 2
                    && (joined.contains(most) || phrase.before().stream().anyMatch(AT_EACH_OTHERS::contains));
            for (int i = 0; i < joined.size(); i++) {
                Party other = eachOthers ? joined.get(1 - i) : most;
                if (!joined.contains(most) || eachOthers) {
                    each.add(phrase.only(List.of(joined.get(i)), List.of(new Phrase.Site(other, null))));
                }
            }
        } else if (phrase.sites().size() > 1) {
            phrase.sites()
                    .forEach(
                            site -> each.add(phrase.only(phrase.their() ? List.of() : phrase.owners(), List.of(site))));
        } else if (phrase.owners().size() > 1) {
            phrase.owners().forEach(owner -> each.add(phrase.only(List.of(owner), phrase.sites())));
        } else if (phrase.parties().isEmpty() && mutual && phrase.sense().kind() != Kind.STAFF) {
            two.forEach(owner -> each.add(phrase.only(List.of(owner), List.of())));
        } else if (phrase.owners().isEmpty() && phrase.their() && phrase.sites().size() == 1) {
            parties.joinedBefore(phrase.sentence(), phrase.span(), phrase.host())
                    .forEach(owner -> each.add(phrase.only(List.of(owner), phrase.sites())));
        }
        boolean there = phrase.sites().stream().anyMatch(s -> PhraseFinder.SAME_CITY.equals(s.city()));
        Known beside = there && phrase.owners().isEmpty()
                ? timeline.before(
                        phrase,
                        k -> k.subject().location() != null
                                && k.subject().parties().size() == 2)
                : null;
        // "Its ambassadors to Lima and Rome": of one, wherever they are.
        Party its = phrase.their() && phrase.determiner().equals("its") ? antecedent(phrase, phrase.host()) : null;
        for (Phrase part : each) {
            Party owner = part.owner() != null
                    ? part.owner()
                    : beside != null
                            ? parties.partyOr(beside.subject().parties().get(0))
                            : its == null ? ownerAt(part) : its;
            Subject subject = directed(owner == null ? part : part.only(List.of(owner), part.sites()), List.of());
            if (subject != null) {
                out.putIfAbsent(subject.id(), subject);
            }
        }
        return List.copyOf(out.values());
    }

    /** "Peru had closed three consulates": those of one of the two sides, all of which act or are acted on. */
    private @Nullable Subject counted(Phrase phrase) {
        Party owner = Typed.of(phrase).equals(Subjects.CONSULATE) ? nearest(phrase, null, true) : null;
        List<Party> two = parties.dyad();
        if (owner == null || two.size() < 2 || two.stream().noneMatch(p -> p.id().equals(owner.id()))) {
            return null;
        }
        Party host = two.get(0).id().equals(owner.id()) ? two.get(1) : two.get(0);
        return keep(phrase, Subjects.of(kind(phrase), Typed.of(phrase), List.of(owner, host), null), Typed.of(phrase));
    }

    /** Whose it is that stands at one place of several: of the two sides the one that is not at home there. */
    private @Nullable Party ownerAt(Phrase part) {
        Known back = back(part, part.parties(), Typed.of(part));
        if (back != null && !back.subject().parties().isEmpty()) {
            return parties.partyOr(back.subject().parties().get(0));
        }
        List<Party> two = parties.dyad();
        Party host = part.host();
        String city = part.city();
        if (two.size() < 2 || host == null) {
            return null;
        }
        for (int i = 0; i < 2; i++) {
            boolean seat =
                    city != null && lexicon.seatedIn(city).contains(two.get(i).id());
            if (two.get(i).id().equals(host.id()) || seat) {
                return two.get(1 - i);
            }
        }
        return null;
    }

    /** The mission or office whose staff a phrase means: "its staff", "personnel of the mission", "the embassy's staff". */
    private @Nullable Known houseOf(Phrase phrase, List<Phrase> ofSentence) {
        Phrase best = null;
        for (Phrase other : ofSentence) {
            Kind kind = other.sense().kind();
            if (other == phrase
                    || kind != Kind.MISSION && kind != Kind.OFFICE
                    || parties.isAside(other.span(), phrase.span())) {
                continue;
            }
            boolean after = other.from() > phrase.head() && other.from() <= phrase.head() + 3;
            boolean owns = phrase.ofPhrase() && other.to() >= phrase.from() - 2 && other.to() < phrase.from();
            boolean its = phrase.their()
                    || phrase.determiner().equals("the") && phrase.parties().isEmpty();
            boolean before = its && other.to() < phrase.from() && !nearerActor(other, phrase);
            if (after || owns || before) {
                best = other;
            }
        }
        if (best != null) {
            return timeline.at(best);
        }
        boolean opens = parties.in(phrase.sentence()).stream()
                .noneMatch(at -> !at.isPlace()
                        && at.form() != Mention.OfActor.Form.PRONOUN
                        && at.span().end() <= phrase.span().start());
        return phrase.their() && opens
                ? timeline.before(
                        phrase,
                        k -> k.sentence() == phrase.sentence() - 1
                                && (k.subject().kind() == Kind.MISSION
                                        || k.subject().kind() == Kind.OFFICE))
                : null;
    }

    private boolean nearerActor(Phrase house, Phrase staff) {
        return parties.in(staff.sentence()).stream()
                .anyMatch(at -> !at.isPlace()
                        && !at.isAdjective()
                        && !parties.isAside(at.span(), staff.span())
                        && at.form() != Mention.OfActor.Form.PRONOUN
                        && at.span().start() >= house.span().end()
                        && at.span().end() <= staff.span().start());
    }

    /** The host of what else stands in the same city, or of what the owner has there. */
    private @Nullable Party hostOfCity(Phrase phrase, Party owner) {
        String city = city(phrase);
        if (city == null) {
            return null;
        }
        Known same = timeline.before(
                phrase,
                k -> city.equals(k.subject().location())
                        && k.subject().parties().size() > 1);
        if (same == null) {
            return null;
        }
        String id = same.subject().parties().get(1);
        return id.equals(owner.id()) ? null : parties.partyOr(id);
    }

    /** The other side of one that is named: with whom it has relations, who acts in the sentence, who is mostly mentioned with it. */
    private @Nullable Party other(Phrase phrase, Party one, boolean states) {
        Party near = nearest(phrase, one, states);
        List<Party> two = parties.dyad();
        boolean third = two.size() == 2 && two.stream().noneMatch(p -> p.id().equals(one.id()));
        if (third && (near == null || two.stream().noneMatch(p -> p.id().equals(near.id())))) {
            Party host = hostOfThirds(phrase, two);
            if (host != null && !(states && host.organisation())) {
                return host;
            }
        }
        if (near != null) {
            return near;
        }
        Known relations = timeline.before(
                phrase,
                k -> k.subject().kind() == Kind.RELATIONS
                        && k.subject().parties().size() == 2
                        && k.subject().parties().contains(one.id()));
        boolean people = phrase.sense().kind() == Kind.STAFF || phrase.sense().kind() == Kind.POST;
        if (relations != null && !people) {
            List<String> ids = relations.subject().parties();
            Party party = parties.partyOr(ids.get(ids.get(0).equals(one.id()) ? 1 : 0));
            if (!states || !party.organisation()) {
                return party;
            }
        }
        Set<String> ids = new LinkedHashSet<>();
        parties.in(phrase.sentence()).stream()
                .filter(at -> !at.isPlace() && !at.party().id().equals(one.id()))
                .filter(at -> !states || !at.party().organisation())
                .forEach(at -> ids.add(at.party().id()));
        if (ids.size() == 1) {
            return parties.partyOr(ids.iterator().next());
        }
        Party told = parties.isWithAny(one.id()) ? null : parties.firstBefore(phrase.sentence(), one.id());
        if (told != null && !(states && told.organisation())) {
            return told;
        }
        Party partner = parties.partner(one.id());
        return partner != null && states && partner.organisation() ? null : partner;
    }

    /** At which of the two sides of a quarrel third states have what the report speaks of; by default the side named last. */
    private @Nullable Party hostOfThirds(Phrase phrase, List<Party> two) {
        int first = 0;
        int second = 0;
        for (Known known : timeline.all()) {
            List<String> its = known.subject().parties();
            boolean relations = known.subject().kind() == Kind.RELATIONS && its.size() == 2;
            boolean sent = SENT.contains(known.subject().kind()) && its.size() == 2;
            boolean both =
                    its.contains(two.get(0).id()) && its.contains(two.get(1).id());
            if ((relations || sent) && !both) {
                List<String> hosts = relations ? its : its.subList(1, 2);
                first += hosts.contains(two.get(0).id()) ? 1 : 0;
                second += hosts.contains(two.get(1).id()) ? 1 : 0;
            }
        }
        if (first != second) {
            return first > second ? two.get(0) : two.get(1);
        }
        for (int s = phrase.sentence(); s >= Math.max(0, phrase.sentence() - 2); s--) {
            List<At> here = parties.in(s);
            for (int i = here.size() - 1; i >= 0; i--) {
                At at = here.get(i);
                boolean before = s < phrase.sentence()
                        || at.span().end() <= phrase.span().start();
                if (before
                        && (at.party().id().equals(two.get(0).id())
                                || at.party().id().equals(two.get(1).id()))) {
                    return at.party();
                }
            }
        }
        return null;
    }

    /** What "its" means: the party named last before it, or the first of the sentence before. */
    private @Nullable Party antecedent(Phrase phrase, @Nullable Party other) {
        Party near = nearest(phrase, other, false);
        if (near != null || phrase.sentence() == 0) {
            return near;
        }
        return parties.in(phrase.sentence() - 1).stream()
                .filter(at ->
                        !at.isPlace() && (other == null || !at.party().id().equals(other.id())))
                .map(At::party)
                .findFirst()
                .orElse(null);
    }

    /** The state whose place the sentence names, other than one's own. */
    private @Nullable Party placeIn(Phrase phrase, Party owner) {
        return parties.in(phrase.sentence()).stream()
                .filter(At::isPlace)
                .map(At::party)
                .filter(p -> !p.id().equals(owner.id()))
                .findFirst()
                .orElse(null);
    }

    /** The state whose place is named last before a phrase: "In Lima, Chile has an embassy". */
    private @Nullable Party placeBefore(Phrase phrase, Party owner) {
        return parties.in(phrase.sentence()).stream()
                .filter(at -> (at.isPlace() || at.place() != null)
                        && at.span().end() <= phrase.span().start())
                .map(At::party)
                .filter(p -> !p.id().equals(owner.id()))
                .reduce((a, b) -> b)
                .orElse(null);
    }

    private @Nullable Party nearest(Phrase phrase, @Nullable Party other, boolean states) {
        Party best = null;
        for (At at : parties.in(phrase.sentence())) {
            boolean fits = !at.isPlace()
                    && at.span().end() <= phrase.span().start()
                    && (other == null || !at.party().id().equals(other.id()))
                    && !(states && at.party().organisation());
            if (fits) {
                best = at.party();
            }
        }
        return best;
    }

    /** What a phrase refers back to, or forward where nothing stands before and its words are of one kind. */
    private @Nullable Known back(Phrase phrase, List<Party> named, String type) {
        Known before = timeline.before(
                phrase, k -> k.subject().kind() == phrase.sense().kind() && isCompatible(phrase, named, type, k));
        Known wider = timeline.before(phrase, k -> isCompatible(phrase, named, type, k));
        if (before == null || wider != null && wider.sentence() > before.sentence() + 1) {
            before = wider;
        }
        if (before != null) {
            return before;
        }
        boolean whole = owner(phrase) != null && host(phrase, owner(phrase)) != null;
        if (phrase.isIndefinite() && type.isEmpty()
                || whole && type.isEmpty() && !phrase.sense().isShared()) {
            return null;
        }
        return timeline.after(phrase, k -> isCompatible(phrase, named, type, k));
    }

    private boolean isCompatible(Phrase phrase, List<Party> named, String type, Known known) {
        Subject subject = known.subject();
        boolean own = subject.kind() == phrase.sense().kind();
        if (!own
                && (!phrase.sense().refers().contains(subject.kind())
                        || type.isEmpty() && phrase.parties().size() > 1)) {
            return false;
        }
        boolean lastWord = known.type().endsWith(phrase.noun())
                || phrase.noun().equals("agreement")
                || phrase.noun().equals("deal");
        if (phrase.sense().named()
                && !(known.type().equals(type) || (type.isEmpty() || Typed.isBare(phrase)) && lastWord)) {
            return false;
        }
        if (!phrase.sense().named() && !type.isEmpty() && !known.type().equals(type)) {
            return false;
        }
        List<String> its = subject.parties();
        if (phrase.sense().isShared()) {
            return named.stream().allMatch(p -> its.contains(p.id()));
        }
        if (EMBASSY.contains(phrase.noun())
                && its.size() > 1
                && parties.partyOr(its.get(1)).organisation()) {
            return false;
        }
        Party owner = owner(phrase);
        if (owner != null && (its.isEmpty() || !its.get(0).equals(owner.id()))) {
            return false;
        }
        String city = city(phrase);
        if (city != null && subject.location() != null) {
            return city.equalsIgnoreCase(subject.location());
        }
        if (city != null && known.type().equals(Subjects.CONSULATE)) {
            return false;
        }
        Party host = host(phrase, owner);
        if (host == null) {
            return true;
        }
        return its.size() > 1
                && (its.get(1).equals(host.id())
                        || city != null && lexicon.seatedIn(city).contains(its.get(1)));
    }
}
