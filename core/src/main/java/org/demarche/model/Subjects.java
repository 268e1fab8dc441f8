package org.demarche.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes subjects: one id for a thing, however a report calls it.
 *
 * <p>The id follows from kind, type and parties, and from the place where a sender can have several at one host (consulates). What
 * acts imply without naming it (the staff of an expelling state's guest) is made here by the same keys as what words name.
 */
public final class Subjects {
    /** Type of an embassy, a legation, a permanent mission: the one body by which a sender is represented at a host. */
    public static final String DIPLOMATIC = "diplomatic";

    /** Types of office whose word says what the thing is. */
    private static final Set<String> HOUSES = Set.of("country house", "annex", "warehouse");

    /** Type of a consulate of any rank. */
    public static final String CONSULATE = "consulate";

    /** Type of the post that heads a diplomatic mission. */
    public static final String AMBASSADOR = "ambassador";

    /** Type of what protects a sender's diplomats at a host. */
    public static final String IMMUNITY = "diplomatic immunity";

    /** Type of the skies of one, which may be closed to another. */
    public static final String AIRSPACE = "airspace";

    private static final Set<String> DIRECTED = Set.of(
            AIRSPACE,
            "sanctions",
            "aid",
            "embargo",
            "visa services",
            "electronic visas",
            "consular services",
            IMMUNITY,
            "military presence");
    private static final Pattern TAKES_ARTICLE = Pattern.compile(
            "UN|EU|AU|CIS|GCC|OSCE|IAEA|IMF|WTO|WHO|OAS|SCO|CSTO|OIC|(?:United|European|African|Arab|Soviet|Holy|Czech|Dominican|Central African|Netherlands|Philippines|Bahamas|Gambia|Maldives"
                    + "|Vatican|Organi[sz]ation|Council|League|Islamic|Democratic|Republic|Kingdom|Federation).*"
                    + "|.*(?: Union| Republic| Nations| Federation| States| Emirates| Islands| Kingdom)");

    private Subjects() {}

    /**
     * A side of a subject.
     *
     * @param id of a state or organisation, never of one of its organs
     * @param organisation whether it is no state: what it receives are permanent missions, not embassies
     */
    public record Party(String id, String name, boolean organisation) {
        public Party {
            if (id.isEmpty() || name.isEmpty()) {
                throw new IllegalArgumentException("a party needs an id and a name: " + id + ", " + name);
            }
        }

        /** The principal for which an actor acts; for an organ or a person it is named by its id. */
        public static Party of(Actor actor) {
            boolean itself = actor.principal().equals(actor.id());
            boolean state =
                    actor.kind() == Actor.Kind.STATE || actor.principal().equals(actor.country());
            return new Party(actor.principal(), itself ? shortName(actor) : actor.principal(), !state);
        }

        /** "NATO" for an organisation whose id is made of the initials of its name, else the name. */
        private static String shortName(Actor actor) {
            StringBuilder initials = new StringBuilder();
            for (String word : actor.name().split("[\\s-]+")) {
                if (!word.isEmpty() && Character.isUpperCase(word.charAt(0))) {
                    initials.append(word.charAt(0));
                }
            }
            boolean acronym = actor.id().length() > 1 && actor.id().contentEquals(initials);
            return acronym && actor.kind() == Actor.Kind.ORGANISATION ? actor.id() : actor.name();
        }

        String withArticle() {
            return TAKES_ARTICLE.matcher(name).matches() ? "the " + name : name;
        }
    }

    /** The diplomatic relations of two. */
    public static Subject relations(Party one, Party other) {
        return of(Subject.Kind.RELATIONS, DIPLOMATIC, List.of(one, other), null);
    }

    /** The embassy, legation or permanent mission of a sender; the host is null where nothing tells. */
    public static Subject mission(Party sender, @Nullable Party host) {
        return of(Subject.Kind.MISSION, DIPLOMATIC, both(sender, host), null);
    }

    /** A consulate of any rank; {@code city} is null where nothing tells. */
    public static Subject consulate(Party sender, @Nullable Party host, @Nullable String city) {
        return of(Subject.Kind.OFFICE, CONSULATE, both(sender, host), city);
    }

    /** The diplomats and other staff of a sender at a host. */
    public static Subject staff(Party sender, @Nullable Party host) {
        return of(Subject.Kind.STAFF, "", both(sender, host), null);
    }

    /** The post of ambassador, envoy or permanent representative. */
    public static Subject ambassador(Party sender, @Nullable Party host) {
        return of(Subject.Kind.POST, AMBASSADOR, both(sender, host), null);
    }

    /** Membership of one in another; {@code member} is null for the members as a whole. */
    public static Subject membership(@Nullable Party member, Party organisation) {
        return of(
                Subject.Kind.MEMBERSHIP,
                "",
                member == null ? List.of(organisation) : List.of(member, organisation),
                null);
    }

    /** Cooperation of two; {@code type} is what it is about ({@code military}), or empty. */
    public static Subject cooperation(String type, Party one, Party other) {
        return of(
                Subject.Kind.PROGRAMME,
                type.isEmpty() ? "cooperation" : type + " cooperation",
                List.of(one, other),
                null);
    }

    /**
     * A subject by its key, named for readers.
     *
     * @param type a word or a few that tell siblings apart, in lower case; may be empty
     * @param parties the owner or sender first, then the host; order does not matter for what two share
     * @param place the city, or null
     */
    public static Subject of(Subject.Kind kind, String type, List<Party> parties, @Nullable String place) {
        return named(kind, type, parties, place, nameOf(kind, type, arranged(kind, type, parties), place));
    }

    /** A subject by its key, with a name of its own: a council, a treaty. */
    public static Subject named(
            Subject.Kind kind, String type, List<Party> parties, @Nullable String place, String name) {
        List<Party> order = arranged(kind, type, parties);
        List<String> ids = order.stream().map(Party::id).toList();
        boolean byPlace = place != null && kind == Subject.Kind.OFFICE && type.startsWith(CONSULATE);
        String id = Ids.of(
                "sub",
                kind.name().toLowerCase(Locale.ROOT),
                type,
                String.join(",", ids),
                byPlace && place != null ? place.toLowerCase(Locale.ROOT) : "");
        return new Subject(id, kind, name, List.of(), ids, place);
    }

    /** Whether what is of a type goes from one to another, so that the order of its parties matters. */
    public static boolean isDirected(String type) {
        return DIRECTED.contains(type);
    }

    /** The same subject with more names; the order is that of the alphabet, and the subject's own name is left out. */
    public static Subject withAliases(Subject subject, Iterable<String> forms) {
        TreeSet<String> all = new TreeSet<>(subject.aliases());
        forms.forEach(all::add);
        all.remove(subject.name());
        return new Subject(
                subject.id(), subject.kind(), subject.name(), List.copyOf(all), subject.parties(), subject.location());
    }

    /** The same subject with the parties that a text connects with it, although its key does not hold them. */
    public static Subject withParties(Subject subject, List<Party> parties) {
        return new Subject(
                subject.id(),
                subject.kind(),
                subject.name(),
                subject.aliases(),
                parties.stream().map(Party::id).distinct().sorted().toList(),
                subject.location());
    }

    private static List<Party> both(Party sender, @Nullable Party host) {
        return host == null ? List.of(sender) : List.of(sender, host);
    }

    private static List<Party> arranged(Subject.Kind kind, String type, List<Party> parties) {
        List<Party> out = new ArrayList<>();
        for (Party party : parties) {
            if (out.stream().noneMatch(p -> p.id().equals(party.id()))) {
                out.add(party);
            }
        }
        boolean shared = switch (kind) {
            case RELATIONS, BODY, AGREEMENT -> true;
            case CHANNEL, PROGRAMME -> !isDirected(type);
            case MISSION, OFFICE, POST, STAFF, MEMBERSHIP -> false;
        };
        if (shared) {
            out.sort(Comparator.comparing(Party::id));
        }
        return out;
    }

    private static String nameOf(Subject.Kind kind, String type, List<Party> parties, @Nullable String place) {
        String owner = parties.isEmpty() ? "" : " of " + parties.get(0).withArticle();
        Party host = parties.size() > 1 ? parties.get(1) : null;
        String at = host == null ? (place == null ? "" : " in " + place) : place(host, place);
        String what = switch (kind) {
            case RELATIONS -> titled(type, "relations") + among(parties);
            case MISSION ->
                type.equals(DIPLOMATIC)
                        ? (host != null && host.organisation()
                                ? "Permanent mission" + owner + " to " + host.withArticle()
                                : "Embassy" + owner + in(host, place))
                        : titled(type, "mission") + owner + in(host, place);
            case OFFICE ->
                (type.equals(CONSULATE)
                                ? "Consulate" + owner
                                : type.startsWith("the ")
                                        ? type.substring(4)
                                        : (HOUSES.contains(type) ? capital(type) : titled(type, "office")) + owner)
                        + at;
            case BODY, AGREEMENT, CHANNEL, PROGRAMME ->
                isDirected(type) && host != null
                        ? capital(type) + owner + towards(type) + host.withArticle()
                        : capital(type) + among(parties);
            case POST -> capital(type) + owner + to(host);
            case STAFF ->
                titled(type, "staff")
                        + owner
                        + (host == null
                                ? ""
                                : host.organisation() ? " at " + host.withArticle() : " in " + host.withArticle());
            case MEMBERSHIP -> host == null ? "Membership" + owner : "Membership" + owner + " in " + host.withArticle();
        };
        return what;
    }

    /** How a programme of one reaches another. */
    private static String towards(String type) {
        return switch (type) {
            case "aid" -> " to ";
            case "visa services", "electronic visas", AIRSPACE -> " for ";
            case "consular services", IMMUNITY, "military presence" -> " in ";
            default -> " against ";
        };
    }

    private static String to(@Nullable Party host) {
        return host == null ? "" : " to " + host.withArticle();
    }

    private static String in(@Nullable Party host, @Nullable String place) {
        return host == null ? (place == null ? "" : " in " + place) : place(host, null);
    }

    private static String place(Party host, @Nullable String place) {
        if (place != null) {
            return " in " + place;
        }
        return (host.organisation() ? " at " : " in ") + host.withArticle();
    }

    private static String among(List<Party> parties) {
        StringJoiner out = new StringJoiner(" and ", " of ", "").setEmptyValue("");
        parties.forEach(p -> out.add(p.withArticle()));
        return out.toString();
    }

    private static String titled(String type, String noun) {
        return capital(
                type.isEmpty()
                        ? noun
                        : type.endsWith(noun) || type.endsWith("section") || type.endsWith("institute")
                                ? type
                                : type + " " + noun);
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
