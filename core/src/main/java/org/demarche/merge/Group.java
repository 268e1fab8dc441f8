package org.demarche.merge;

import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.model.Days;
import org.demarche.model.Mention.OfQuantity.Role;
import org.demarche.model.Subject;
import org.jspecify.annotations.Nullable;

/** Claims that are taken for one occurrence while merging goes on. Mutable, of one merge only. */
final class Group {
    final List<Profile> members = new ArrayList<>();
    final List<String> why = new ArrayList<>();
    final Set<String> actors = new TreeSet<>();
    final Set<String> recipients = new TreeSet<>();
    final Set<String> targets = new TreeSet<>();
    final Set<Subject.Kind> targetKinds = new TreeSet<>();
    final Set<String> codes = new TreeSet<>();
    final Set<String> documents = new TreeSet<>();
    final Set<String> trigger = new TreeSet<>();
    final Set<String> persons = new TreeSet<>();
    final Set<String> senses = new TreeSet<>();
    final Set<String> things = new TreeSet<>();
    final Map<Role, Set<Amount>> numbers = new EnumMap<>(Role.class);
    private final DayVote told = new DayVote();
    boolean mutual;
    Days date = Days.ANY;
    Days effective = Days.ANY;

    @Nullable
    MonthDay yearless;

    Group(Profile first) {
        add(first);
    }

    /** A group as it was found elsewhere. */
    static Group of(GroupingTask.Together found, Map<String, Profile> profiles) {
        List<Profile> members = found.claims().stream()
                .map(id -> Objects.requireNonNull(profiles.get(id)))
                .toList();
        Group group = new Group(members.get(0));
        members.subList(1, members.size()).forEach(group::add);
        group.why.addAll(found.why());
        return group;
    }

    Family family() {
        return members.get(0).family();
    }

    void add(Profile p) {
        members.add(p);
        actors.addAll(p.actors());
        recipients.addAll(p.recipients());
        targets.addAll(p.targets());
        targetKinds.addAll(p.targetKinds());
        codes.add(p.claim().act().code());
        documents.add(p.document().id());
        trigger.addAll(p.trigger());
        persons.addAll(p.persons());
        senses.add(p.sense());
        things.addAll(p.things());
        p.numbers()
                .forEach((role, values) ->
                        numbers.computeIfAbsent(role, r -> new TreeSet<>()).addAll(values));
        mutual = (members.size() == 1 || mutual) && p.mutual();
        if (p.yearless() != null && yearless == null) {
            yearless = p.yearless();
        }
        told.add(p.claim().date(), p.date());
        date = told.days();
        effective = p.effective().isKnown() ? p.effective().meet(effective) : effective;
    }
}
