package org.demarche.merge;

import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.demarche.model.Actor;
import org.demarche.model.Attribute;
import org.demarche.model.Change;
import org.demarche.model.Claim;
import org.demarche.model.Days;
import org.demarche.model.Document;
import org.demarche.model.Factuality;
import org.demarche.model.Mention.OfQuantity.Role;
import org.demarche.model.PartialDate;
import org.demarche.model.Subject;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/** What of a claim decides which occurrence it tells of. Computed once for each claim. */
record Profile(
        Claim claim,
        Document document,
        Family family,
        Set<String> actors,
        Set<String> recipients,
        boolean mutual,
        Days date,
        Days effective,
        @Nullable MonthDay yearless,
        Set<String> targets,
        Set<Subject.Kind> targetKinds,
        Map<Role, Set<Amount>> numbers,
        Set<String> trigger,
        Set<String> context,
        Set<String> persons,
        Set<String> things,
        String sense,
        Days published) {

    private static final Map<String, List<String>> THINGS = Map.of(
            "house", List.of("mission", "office", "embassy", "consulate"),
            "persons", List.of("staff", "ambassador", "envoy"),
            "relations", List.of("relations", "recognition"),
            "body", List.of("body", "council"),
            "cooperation", List.of("cooperation"),
            "contacts", List.of("contacts", "talks"),
            "treaty", List.of("treaty", "agreement"),
            "trade", List.of("sanctions", "assets", "services", "border"));

    /** Whose size is the number of those who serve there: a cut of the staff and a cut of the mission are one. */
    private static final Set<Subject.Kind> HOUSED = Set.of(Subject.Kind.STAFF, Subject.Kind.MISSION);

    private static final List<String> HEADS = List.of("Ambassador ", "Chargé d'affaires ", "Envoy ");

    /** Best known first: the order in which claims look for their occurrence; total, so that the order of input does not matter. */
    static final Comparator<Profile> BEST_KNOWN_FIRST = Comparator.comparingInt(Profile::vagueness)
            .thenComparing(Profile::start)
            .thenComparing(p -> p.document.id())
            .thenComparingInt(p -> p.claim.trigger().start())
            .thenComparing(p -> p.claim.id());

    private record Ranked(int vagueness, String start, Profile profile) {
        static final Comparator<Ranked> IN_ORDER = Comparator.comparingInt(Ranked::vagueness)
                .thenComparing(Ranked::start)
                .thenComparing(Ranked::profile, BEST_KNOWN_FIRST);
    }

    /** Sorts best known first, each looked at once. */
    static void sort(List<Profile> profiles) {
        List<Ranked> ranked = new ArrayList<>();
        profiles.forEach(p -> ranked.add(new Ranked(p.vagueness(), p.start(), p)));
        ranked.sort(Ranked.IN_ORDER);
        for (int i = 0; i < ranked.size(); i++) {
            profiles.set(i, ranked.get(i).profile);
        }
    }

    private String start() {
        return claim.date().start() == null ? "" : claim.date().start().toString();
    }

    /** The same with the amounts of another claim, which this one says it matched. */
    Profile withNumbers(Map<Role, Set<Amount>> others) {
        return new Profile(
                claim,
                document,
                family,
                actors,
                recipients,
                mutual,
                date,
                effective,
                yearless,
                targets,
                targetKinds,
                others,
                trigger,
                context,
                persons,
                things,
                sense,
                published);
    }

    static Profile of(Claim claim, Document document) {
        Set<String> actors = principals(claim.actors());
        Set<String> recipients = principals(claim.recipients());
        Family family = Family.of(claim);
        List<Subject> about = about(claim);
        if (family == Family.EXPEL && isTurnedRound(about, actors, recipients)) {
            Set<String> hosts = recipients;
            recipients = actors;
            actors = hosts;
        }
        Set<String> targets = new TreeSet<>();
        Set<Subject.Kind> kinds = new TreeSet<>();
        about.forEach(s -> {
            targets.add(target(claim, s));
            kinds.add(s.kind());
        });
        Map<Role, Set<Amount>> numbers = new TreeMap<>();
        for (Claim.Quantity q : claim.quantities()) {
            if (q.role() != Role.SHARE && !Counts.isOfRelatives(q)) {
                Role role = q.role() == Role.CEILING ? Role.TO : q.role() == Role.DELTA ? Role.COUNT : q.role();
                Amount.of(claim, q)
                        .ifPresent(a -> numbers.computeIfAbsent(role, r -> new TreeSet<>())
                                .add(a));
            }
        }
        boolean mutual = family.isMutual()
                || kinds.equals(Set.of(Subject.Kind.RELATIONS))
                || (actors.size() > 1 && recipients.isEmpty());
        return new Profile(
                claim,
                document,
                family,
                actors,
                recipients,
                mutual,
                Days.of(claim.date()),
                Days.inForce(claim.effective()),
                yearless(claim.date()),
                targets,
                kinds,
                numbers,
                Words.stems(claim.trigger().quote()),
                Words.stems(claim.sentence().quote()),
                persons(claim),
                things(claim.act().code()),
                Wording.of(claim),
                Days.of(document.published()));
    }

    /** What names the thing for an act: for a ceiling staff and mission are one, for a recall whoever heads the mission. */
    private static String target(Claim claim, Subject subject) {
        String code = claim.act().code();
        if (code.equals("cut-ceiling") && HOUSED.contains(subject.kind())) {
            return "staff of " + subject.parties();
        }
        boolean head = subject.kind() == Subject.Kind.POST && HEADS.stream().anyMatch(subject.name()::startsWith);
        return head && (code.startsWith("recall") || code.endsWith("-ambassador"))
                ? "head of mission of " + subject.parties()
                : subject.id();
    }

    /** What the act is done to: the subjects whose state it changes, or those that the claim is about. */
    private static List<Subject> about(Claim claim) {
        List<Subject> changed = new ArrayList<>();
        for (Change change : claim.changes()) {
            if (change.attribute() == Attribute.STATUS || change.attribute() == Attribute.CEILING) {
                changed.add(change.subject());
            }
        }
        return changed.isEmpty() ? claim.subjects() : changed;
    }

    /** Staff are sent away by their host: a sentence that seems to say the opposite names the sides in another order. */
    private static boolean isTurnedRound(List<Subject> about, Set<String> actors, Set<String> recipients) {
        return about.size() == 1
                && about.get(0).kind() == Subject.Kind.STAFF
                && about.get(0).parties().size() == 2
                && actors.equals(Set.of(about.get(0).parties().get(0)))
                && recipients.equals(Set.of(about.get(0).parties().get(1)));
    }

    private static Set<String> persons(Claim claim) {
        Set<String> out = new TreeSet<>();
        claim.actors().stream()
                .map(Claim.Party::actor)
                .filter(a -> a.kind() == Actor.Kind.PERSON)
                .map(Actor::id)
                .forEach(out::add);
        return out;
    }

    /** States and organisations by their principals; a common noun that resolved to nobody ("officials") decides nothing. */
    private static Set<String> principals(List<Claim.Party> parties) {
        Set<String> out = new TreeSet<>();
        parties.stream()
                .map(Claim.Party::actor)
                .filter(a -> a.country() != null
                        || isNamed(a)
                        || !a.principal().equals(a.principal().toLowerCase(Locale.ROOT)))
                .map(Actor::principal)
                .forEach(out::add);
        return out;
    }

    /** A person by first and last name, whatever state he is of. */
    private static boolean isNamed(Actor actor) {
        return actor.kind() == Actor.Kind.PERSON
                && actor.name().indexOf(' ') > 0
                && Character.isUpperCase(actor.name().codePointAt(0));
    }

    /** What kind of thing a code names ("suspend-office"); empty where it names none. */
    private static Set<String> things(String code) {
        Set<String> out = new TreeSet<>();
        THINGS.forEach((thing, words) -> {
            if (words.stream().anyMatch(code::contains)) {
                out.add(thing);
            }
        });
        return out;
    }

    /** Month and day of a date whose year the report leaves out. */
    static @Nullable MonthDay yearless(@Nullable When when) {
        PartialDate start = when == null ? null : when.start() == null ? when.end() : when.start();
        return start != null && !start.hasYear() && start.day() > 0 ? MonthDay.of(start.month(), start.day()) : null;
    }

    Set<String> parties() {
        Set<String> out = new TreeSet<>(actors);
        out.addAll(recipients);
        return out;
    }

    /** A date that is too wide to tell occurrences apart. */
    boolean isUndated() {
        return yearless == null && date.length() > 800;
    }

    /** Whether its own words name no day: none is known, or one is only carried over from another act. */
    boolean isOfNoDay() {
        return yearless == null
                && !effective.isKnown()
                && (!date.isKnown()
                        || (claim.date().citation() == null && claim.date().basis() == When.Basis.RELATIVE_ACT));
    }

    /** Counted in months from another act ("nine months after"): a month more or less. */
    boolean isRough() {
        return claim.date().basis() == When.Basis.RELATIVE_ACT && date.length() >= 28 && date.length() <= 31;
    }

    boolean isDenied() {
        return claim.factuality() == Factuality.DENIED;
    }

    boolean isExactly(When.Basis basis) {
        return claim.date().basis() == basis;
    }

    private int vagueness() {
        int vague = date.isDay()
                ? 0
                : yearless != null
                        ? 1
                        : date.length() <= 31 ? 2 : date.length() <= 366 ? 3 : effective.isKnown() ? 4 : 5;
        int thin = (actors.isEmpty() ? 1 : 0)
                + (recipients.isEmpty() && !mutual ? 1 : 0)
                + (targets.isEmpty() && family.isAboutSubject() ? 2 : 0);
        int told = claim.date().basis() == When.Basis.STATED ? 0 : 1;
        return vague * 20 + thin * 2 + told;
    }
}
