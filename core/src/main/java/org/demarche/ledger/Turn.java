package org.demarche.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.demarche.model.Change;
import org.demarche.model.Citation;
import org.demarche.model.Days;
import org.demarche.model.State;
import org.jspecify.annotations.Nullable;

/** A point in the life of one attribute: what all reports of it say that it became, or was. */
record Turn(List<Posting> postings) {
    static final Comparator<Turn> BY_TIME = Comparator.comparing(Turn::sure)
            .thenComparing(t -> t.inForce().earliest())
            .thenComparing(t -> t.postings.get(0).citation());

    Turn {
        postings = List.copyOf(postings);
    }

    boolean begins() {
        return postings.stream().anyMatch(p -> p.nature() == Change.Nature.BEGINS);
    }

    /** Whether it is only what must have been for something else to be said. */
    boolean isPresupposed() {
        return postings.stream().allMatch(p -> p.nature() == Change.Nature.PRESUPPOSED);
    }

    boolean creates() {
        return postings.stream().anyMatch(Posting::creates);
    }

    /** Whether it rests, even in part, on a report that does not say whose the subject is. */
    boolean ownerInferred() {
        return postings.stream().anyMatch(Posting::ownerInferred);
    }

    boolean again() {
        return postings.stream().anyMatch(Posting::again);
    }

    /** The narrowest days that any report gives. */
    Days inForce() {
        Days best = Days.ANY;
        for (Posting p : postings) {
            Days mine = p.inForce();
            boolean better = mine.isKnown()
                    && (!best.isKnown()
                            || (mine.first() != null && best.first() == null)
                            || (mine.last() != null && best.last() == null)
                            || (mine.isShort() && !best.isShort())
                            || (mine.first() != null
                                    && mine.first().equals(mine.last())
                                    && !(best.first() != null && best.first().equals(best.last()))));
            if (better) {
                best = mine;
            }
        }
        return best;
    }

    /** When the value began, as the report tells whose days {@link #inForce} has. */
    Days since() {
        Days days = inForce();
        return postings.stream()
                .filter(p -> p.inForce().equals(days))
                .findFirst()
                .map(Posting::since)
                .orElse(days);
    }

    /** The first day on which it can have come; null where it may have been long before the report that tells it. */
    @Nullable
    LocalDate notBefore() {
        LocalDate first = inForce().first();
        return first != null
                ? first
                : postings.stream()
                        .map(Posting::notBefore)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
    }

    LocalDate sure() {
        return inForce().sure();
    }

    /** When the earliest report that dates it says that it was announced. */
    LocalDate announced() {
        return postings.stream()
                .map(Posting::announced)
                .filter(Days::isKnown)
                .map(Days::sure)
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MAX);
    }

    Days until() {
        return postings.stream()
                .map(Posting::until)
                .filter(Days::isKnown)
                .findFirst()
                .orElse(Days.ANY);
    }

    /** A change of which only the report's own date says that it was before. */
    boolean isDatedByItsReportAlone() {
        return begins() && inForce().last() != null && notBefore() == null;
    }

    /** "Until 2018 it was up to 30": it held before, since when no report says. */
    boolean heldUntil() {
        return !begins() && until().isKnown() && inForce().first() == null;
    }

    /** Every value with its words, in the order in which a view shows them. */
    List<State.Reading> readings() {
        Map<Posting.Value, List<Posting>> byValue = new LinkedHashMap<>();
        postings.stream()
                .sorted(Comparator.comparing(Posting::citation))
                .forEach(p -> byValue.computeIfAbsent(p.value(), v -> new ArrayList<>())
                        .add(p));
        return byValue.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<Posting.Value, List<Posting>> e) -> -outlets(e.getValue()))
                        .thenComparing(e -> e.getValue().stream().allMatch(Posting::planned))
                        .thenComparing(e -> earliest(e.getValue()))
                        .thenComparing(e -> String.valueOf(e.getKey().text())))
                .map(e -> new State.Reading(
                        e.getKey().text(), e.getKey().low(), e.getKey().high(), citations(e.getValue())))
                .toList();
    }

    private static int outlets(List<Posting> postings) {
        return new TreeSet<>(postings.stream().map(Posting::outlet).toList()).size();
    }

    private static LocalDate earliest(List<Posting> postings) {
        return postings.stream()
                .map(p -> p.published().isKnown() ? p.published().sure() : LocalDate.MAX)
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MAX);
    }

    private static List<Citation> citations(List<Posting> postings) {
        return postings.stream().map(Posting::citation).distinct().sorted().toList();
    }

    @Nullable
    Posting withFormer() {
        return postings.stream().filter(p -> p.former() != null).findFirst().orElse(null);
    }

    Turn with(Turn other) {
        List<Posting> all = new ArrayList<>(postings);
        all.addAll(other.postings);
        return new Turn(all);
    }
}
