package org.demarche.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.demarche.model.Change;
import org.demarche.model.Claim;
import org.demarche.model.Subject;
import org.demarche.model.Subjects;

/**
 * Gives every subject one identity over all reports. Two subjects are one where they are of one kind (a mission may be called an office),
 * no party and no place contradict, and they share a telling name: the same words, or an abbreviation that one of them gives. A bare
 * common noun ("the mission", "the office") joins nothing; one with a word that tells ("the liaison mission"), said without its parties, is
 * the one of that name that the reports tell the parties of, if there is but one.
 */
final class SubjectMerger {
    private static final Set<Subject.Kind> HOUSES = Set.of(Subject.Kind.MISSION, Subject.Kind.OFFICE);

    /** What one of the two parties has at the other: the sender comes first. */
    private static final Set<Subject.Kind> SENT = Set.of(
            Subject.Kind.MISSION, Subject.Kind.OFFICE, Subject.Kind.STAFF, Subject.Kind.POST, Subject.Kind.MEMBERSHIP);

    /** Words for an agreement that do not tell which. */
    private static final Set<String> SHEETS = Words.stems(
            "treaty agreement accord pact deal convention memorandum protocol understanding document settlement arrangement");

    /** Words for a house that do not tell which. */
    private static final Set<String> KIND_NOUNS = Words.stems(
            "mission office bureau embassy consulate delegation representation representative permanent diplomatic general");

    private final Map<String, Subject> canonical = new TreeMap<>();

    private SubjectMerger() {}

    /** The claims with their subjects made one. */
    static List<Claim> merge(List<Claim> claims) {
        SubjectMerger merger = new SubjectMerger();
        merger.join(claims);
        return claims.stream().map(merger::rewrite).toList();
    }

    private void join(List<Claim> claims) {
        Map<String, List<Subject>> seen = new TreeMap<>();
        for (Claim claim : claims) {
            claim.subjects()
                    .forEach(s ->
                            seen.computeIfAbsent(s.id(), k -> new ArrayList<>()).add(s));
            claim.changes()
                    .forEach(c -> seen.computeIfAbsent(c.subject().id(), k -> new ArrayList<>())
                            .add(c.subject()));
        }
        Map<String, String> root = new TreeMap<>();
        seen.keySet().forEach(id -> root.put(id, id));
        Map<String, List<String>> byName = new TreeMap<>();
        Map<String, Subject> one = new TreeMap<>();
        seen.forEach((id, subjects) -> {
            Subject united = unite(id, subjects);
            one.put(id, united);
            names(united)
                    .forEach(n ->
                            byName.computeIfAbsent(n, k -> new ArrayList<>()).add(id));
        });
        byName.values().forEach(ids -> {
            for (int i = 0; i < ids.size(); i++) {
                for (int j = i + 1; j < Math.min(ids.size(), i + 50); j++) {
                    Subject a = one.get(ids.get(i));
                    Subject b = one.get(ids.get(j));
                    if (a != null && b != null && agree(a, b)) {
                        root.put(find(root, b.id()), find(root, a.id()));
                    }
                }
            }
        });
        Map<String, List<Subject>> classes = new TreeMap<>();
        seen.forEach((id, subjects) ->
                classes.computeIfAbsent(find(root, id), k -> new ArrayList<>()).addAll(subjects));
        Set<String> adopted = adopt(classes);
        adopted.addAll(hosted(classes));
        adopted.addAll(calledOtherwise(classes));
        classes.values().forEach(all -> {
            String id = mostNamed(
                    all.stream().filter(s -> !adopted.contains(s.id())).toList());
            Subject united = unite(id, all);
            all.forEach(s -> canonical.put(s.id(), united));
        });
    }

    /** Gives those without parties to the one of their name that has them; their ids. */
    private static Set<String> adopt(Map<String, List<Subject>> classes) {
        Set<String> adopted = new TreeSet<>();
        Map<String, Set<String>> byWord = new HashMap<>();
        classes.forEach((key, known) -> known.stream()
                .filter(k -> !k.parties().isEmpty() && HOUSES.contains(k.kind()))
                .forEach(k -> words(k).forEach(w ->
                        byWord.computeIfAbsent(w, x -> new TreeSet<>()).add(key))));
        for (String key : List.copyOf(classes.keySet())) {
            List<Subject> bare = classes.getOrDefault(key, List.of());
            List<String> homes = bare.stream().allMatch(s -> s.parties().isEmpty() && HOUSES.contains(s.kind()))
                    ? homes(bare, byWord).stream()
                            .filter(k -> isNamedAs(classes.getOrDefault(k, List.of()), bare))
                            .toList()
                    : List.of();
            if (homes.size() == 1) {
                List<Subject> joined = new ArrayList<>(classes.getOrDefault(homes.get(0), List.of()));
                joined.addAll(bare);
                bare.forEach(s -> adopted.add(s.id()));
                classes.put(homes.get(0), joined);
                classes.remove(key);
            }
        }
        return adopted;
    }

    /** Gives what one party has, at whose place is not told, to the one of its name and sender that the reports tell the host of, if there is but one. */
    private static Set<String> hosted(Map<String, List<Subject>> classes) {
        Set<String> adopted = new TreeSet<>();
        Map<String, Set<String>> byOwner = new TreeMap<>();
        classes.forEach((key, all) -> all.stream()
                .filter(s -> isSent(s) && s.parties().size() == 2)
                .forEach(s -> byOwner.computeIfAbsent(ofOwner(s), x -> new TreeSet<>())
                        .add(key)));
        for (String key : List.copyOf(classes.keySet())) {
            List<Subject> bare = classes.getOrDefault(key, List.of());
            boolean alone = !bare.isEmpty()
                    && bare.stream().allMatch(s -> isSent(s) && s.parties().size() == 1);
            Set<String> homes = alone ? byOwner.getOrDefault(ofOwner(bare.get(0)), Set.of()) : Set.of();
            String home = homes.size() == 1 ? homes.iterator().next() : key;
            if (!home.equals(key) && classes.containsKey(home)) {
                List<Subject> joined = new ArrayList<>(classes.getOrDefault(home, List.of()));
                joined.addAll(bare);
                bare.forEach(s -> adopted.add(s.id()));
                classes.put(home, joined);
                classes.remove(key);
            }
        }
        return adopted;
    }

    private static boolean isSent(Subject subject) {
        return SENT.contains(subject.kind()) || subject.kind() == Subject.Kind.CHANNEL && isAirspace(subject);
    }

    private static boolean isAirspace(Subject subject) {
        return subject.name().toLowerCase(Locale.ROOT).startsWith(Subjects.AIRSPACE);
    }

    /**
     * Gives an agreement the identity of another of the same parties that is the same by all that its name tells: "the military pact" and "the military
     * accord", "the water treaty" and the Indus Waters Treaty, "the pact" where they have but one.
     */
    private static Set<String> calledOtherwise(Map<String, List<Subject>> classes) {
        Set<String> adopted = new TreeSet<>();
        Map<Set<String>, List<String>> byParties = new LinkedHashMap<>();
        classes.forEach((key, all) -> {
            Set<String> parties = new TreeSet<>(all.get(0).parties());
            if (all.get(0).kind() == Subject.Kind.AGREEMENT && parties.size() > 1) {
                byParties.computeIfAbsent(parties, k -> new ArrayList<>()).add(key);
            }
        });
        byParties.values().forEach(keys -> {
            for (String key : keys) {
                Set<String> own = tellingOf(classes.getOrDefault(key, List.of()));
                List<String> homes = keys.stream()
                        .filter(other -> !other.equals(key) && classes.containsKey(other))
                        .filter(other -> tellingOf(classes.getOrDefault(other, List.of()))
                                .containsAll(own))
                        .toList();
                if (homes.size() == 1) {
                    List<Subject> joined = new ArrayList<>(classes.getOrDefault(homes.get(0), List.of()));
                    List<Subject> given = classes.getOrDefault(key, List.of());
                    joined.addAll(given);
                    given.forEach(s -> adopted.add(s.id()));
                    classes.put(homes.get(0), joined);
                    classes.remove(key);
                }
            }
        });
        return adopted;
    }

    /** What the name of an agreement tells beside its parties: "water" of "India–Pakistan water treaty". */
    private static Set<String> tellingOf(List<Subject> all) {
        Set<String> out = new TreeSet<>();
        for (Subject subject : all) {
            String name = subject.name();
            boolean composed = name.indexOf('–') > 0;
            for (String word : name.split("\\s+")) {
                if (!composed || Character.isLowerCase(word.codePointAt(0))) {
                    out.addAll(Words.stems(word));
                }
            }
        }
        out.removeAll(SHEETS);
        return out;
    }

    /** Kind, sender and what it is, without the host: "Ambassador of Peru". */
    private static String ofOwner(Subject subject) {
        String name = subject.name();
        int host = Math.max(
                name.lastIndexOf(" to "),
                Math.max(name.lastIndexOf(" in "), isAirspace(subject) ? name.lastIndexOf(" for ") : -1));
        String what = subject.parties().size() == 2 && host > 0 ? name.substring(0, host) : name;
        return subject.kind() + "|" + subject.parties().get(0) + "|" + what;
    }

    /** Those that have all words of one of the bare names. */
    private static Set<String> homes(List<Subject> bare, Map<String, Set<String>> byWord) {
        Set<String> out = new TreeSet<>();
        for (Subject b : bare) {
            Set<String> words = Words.stems(b.name());
            if (!KIND_NOUNS.containsAll(words)) {
                words.stream()
                        .map(w -> byWord.getOrDefault(w, Set.of()))
                        .min(Comparator.comparingInt(Set::size))
                        .ifPresent(out::addAll);
            }
        }
        return out;
    }

    private static Set<String> words(Subject subject) {
        Set<String> out = new TreeSet<>(Words.stems(subject.name()));
        subject.aliases().forEach(a -> out.addAll(Words.stems(a)));
        return out;
    }

    private static boolean isNamedAs(List<Subject> known, List<Subject> bare) {
        return known.stream()
                .anyMatch(k -> !k.parties().isEmpty()
                        && HOUSES.contains(k.kind())
                        && bare.stream().anyMatch(b -> agree(k, b) && tells(b, k)));
    }

    /** Whether a name has a word that tells which, and all of its words are in a name of the other. */
    private static boolean tells(Subject bare, Subject known) {
        Set<String> words = Words.stems(bare.name());
        if (KIND_NOUNS.containsAll(words)) {
            return false;
        }
        return Words.stems(known.name()).containsAll(words)
                || known.aliases().stream().anyMatch(a -> Words.stems(a).containsAll(words));
    }

    private static String find(Map<String, String> root, String id) {
        String at = id;
        String up = root.getOrDefault(at, at);
        while (!up.equals(at)) {
            at = up;
            up = root.getOrDefault(at, at);
        }
        return at;
    }

    private static String mostNamed(List<Subject> all) {
        Map<String, Integer> votes = new TreeMap<>();
        all.forEach(s -> votes.merge(s.id(), 1, Integer::sum));
        return votes.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
    }

    private static Subject unite(String id, List<Subject> all) {
        Map<String, Integer> names = new LinkedHashMap<>();
        Set<String> aliases = new TreeSet<>();
        Subject first = all.get(0);
        for (Subject s : all) {
            aliases.addAll(s.aliases());
            aliases.add(s.name());
            if (s.id().equals(id)) {
                names.merge(s.name(), 1, Integer::sum);
                first = s;
            }
        }
        String name = names.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(first.name());
        aliases.remove(name);
        List<String> parties = all.stream()
                .map(Subject::parties)
                .max(Comparator.comparingInt(List<String>::size))
                .orElse(List.of());
        String location = all.stream()
                .map(Subject::location)
                .filter(Objects::nonNull)
                .sorted()
                .findFirst()
                .orElse(null);
        return new Subject(
                id,
                first.kind(),
                name,
                List.copyOf(aliases),
                first.parties().isEmpty() ? parties : first.parties(),
                first.location() == null ? location : first.location());
    }

    private static boolean agree(Subject a, Subject b) {
        boolean kind = a.kind() == b.kind() || (HOUSES.contains(a.kind()) && HOUSES.contains(b.kind()));
        boolean parties = a.parties().isEmpty()
                || b.parties().isEmpty()
                || new TreeSet<>(a.parties()).equals(new TreeSet<>(b.parties()));
        boolean order = !SENT.contains(a.kind())
                || a.parties().isEmpty()
                || b.parties().isEmpty()
                || a.parties().get(0).equals(b.parties().get(0));
        boolean place =
                a.location() == null || b.location() == null || a.location().equalsIgnoreCase(b.location());
        return kind && parties && order && place;
    }

    /** Names that tell: two content words at least, or an abbreviation in capitals. */
    private static Set<String> names(Subject s) {
        Set<String> out = new TreeSet<>();
        List<String> all = new ArrayList<>(s.aliases());
        all.add(s.name());
        for (String name : all) {
            Set<String> words = Words.stems(name);
            if (words.size() >= 2
                    || (name.length() >= 3 && name.length() <= 8 && name.equals(name.toUpperCase(Locale.ROOT)))) {
                out.add(String.join(" ", words));
            }
        }
        return out;
    }

    private Subject of(Subject s) {
        return canonical.getOrDefault(s.id(), s);
    }

    private Claim rewrite(Claim c) {
        if (c.subjects().isEmpty() && c.changes().isEmpty()) {
            return c;
        }
        List<Subject> subjects = c.subjects().stream().map(this::of).distinct().toList();
        List<Change> changes =
                c.changes().stream().map(x -> x.withSubject(of(x.subject()))).toList();
        return c.withSubjects(subjects, changes);
    }
}
