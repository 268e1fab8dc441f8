package org.demarche.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.demarche.model.Attribute;
import org.demarche.model.Change;
import org.demarche.model.Citation;
import org.demarche.model.Days;
import org.demarche.model.State;
import org.demarche.model.Subject;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of one subject over time.
 *
 * <p>A change holds from the day it is in force until the next; between announcement and force it is pending. What began to exist was not
 * there before. What was suspended or closed was open just before, how long is not known: it is shown so for at most a year back. A state that was
 * only seen holds from then on, and for the month before.
 */
final class Story {
    /** How far back "it was suspended" tells that it had been open. */
    static final int OPEN_BEFORE_DAYS = 366;

    /** How far back "it is open" tells that it was. */
    static final int SEEN_BEFORE_DAYS = 31;

    /** How far back "it is closed" tells that it was: since when, no report says. */
    static final int STOPPED_BEFORE_DAYS = 7;

    /** A report that dates a change by nothing does not overturn what came to be known of the same thing in so many days before it. */
    private static final int NEWS_DAYS = 75;

    /** Changes of one attribute no further apart are told of one turn. */
    private static final int SAME_TURN_DAYS = 3;

    private final Subject subject;
    private final Attribute attribute;
    private final List<Turn> turns;

    Story(Subject subject, Attribute attribute, List<Posting> postings) {
        this.subject = subject;
        this.attribute = attribute;
        this.turns = turns(postings);
    }

    /** One turn for each event; events and undated reports of one turn joined. */
    private static List<Turn> turns(List<Posting> all) {
        List<Posting> postings = all.stream().map(p -> p.before(all)).toList();
        Map<String, List<Posting>> byEvent = new LinkedHashMap<>();
        postings.stream()
                .filter(p -> !p.isUndated() || p.creates())
                .sorted(Comparator.comparing(Posting::citation))
                .forEach(p -> byEvent.computeIfAbsent(
                                p.event() + "|" + p.nature() + "|"
                                        + (p.until().isKnown() ? p.until() + "" + p.value() : "")
                                        + (p.nature() != Change.Nature.BEGINS ? p.inForce() : ""),
                                k -> new ArrayList<>())
                        .add(p));
        List<Turn> sorted =
                byEvent.values().stream().map(Turn::new).sorted(Turn.BY_TIME).toList();
        List<Turn> out = new ArrayList<>();
        for (Turn t : sorted) {
            Turn last = out.isEmpty() ? null : out.get(out.size() - 1);
            if (last != null
                    && last.begins() == t.begins()
                    && last.isPresupposed() == t.isPresupposed()
                    && last.inForce().isShort()
                    && t.inForce().isShort()
                    && last.inForce().gap(t.inForce()) <= SAME_TURN_DAYS
                    && !t.again() == !last.again()) {
                out.set(out.size() - 1, last.with(t));
            } else {
                out.add(t);
            }
        }
        return out;
    }

    boolean isEmpty() {
        return turns.isEmpty();
    }

    Subject subject() {
        return subject;
    }

    Attribute attribute() {
        return attribute;
    }

    /** The words for when it began to exist, if any report says so, where the day is before that. */
    @Nullable
    Turn creationAfter(LocalDate day) {
        Turn first = turns.stream()
                .filter(t -> t.creates() && t.inForce().first() != null)
                .findFirst()
                .orElse(null);
        return first != null && day.isBefore(first.inForce().earliest()) ? first : null;
    }

    State on(LocalDate day) {
        Turn now = null;
        Turn next = null;
        Turn open = null;
        for (Turn t : turns) {
            LocalDate end = t.until().isKnown() ? t.until().sure() : LocalDate.MAX;
            if (t.heldUntil() && day.isBefore(end)) {
                now = now == null ? t : now;
                continue;
            }
            if (now != null && t.isPresupposed()) {
                continue;
            }
            if (now != null
                    && t.isDatedByItsReportAlone()
                    && (!now.sure().isBefore(t.sure().minusDays(NEWS_DAYS)) || isToldBefore(t, now))) {
                continue;
            }
            boolean started = !t.sure().isAfter(day);
            if (started && day.isBefore(end)) {
                now = t;
            } else if (started) {
                now = now != null && now.until().isKnown() && now.until().sure().isAfter(day) ? now : null;
            } else {
                if (!t.inForce().earliest().isAfter(day) && open == null) {
                    open = t;
                }
                next = next == null ? t : next;
            }
        }
        State.@Nullable Pending pending = pending(day, now);
        if (now != null) {
            return shown(now, day, next, pending);
        }
        if (next == null) {
            return unknown(pending, "the reports do not say");
        }
        return before(tellsBefore(next), day, pending);
    }

    /** Whether a change without a day is one that was known before what holds came: told again, not done again. */
    private boolean isToldBefore(Turn again, Turn now) {
        String value = again.readings().get(0).value();
        return turns.stream()
                .anyMatch(u -> u != again
                        && u != now
                        && u.begins()
                        && !u.isDatedByItsReportAlone()
                        && u.sure().isBefore(now.sure())
                        && u.readings().stream().anyMatch(r -> Objects.equals(r.value(), value)));
    }

    /** Of what began by one day, the turn that tells most of the time before: one that a report dates, if there is one. */
    private Turn tellsBefore(Turn next) {
        return next.notBefore() != null || !next.begins()
                ? next
                : turns.stream()
                        .filter(t ->
                                t.begins() && t.notBefore() != null && !t.sure().isAfter(next.sure()))
                        .findFirst()
                        .orElse(next);
    }

    private State.@Nullable Pending pending(LocalDate day, @Nullable Turn now) {
        for (Turn t : turns) {
            if (t.begins() && t.sure().isAfter(day) && !t.announced().isAfter(day)) {
                State.Reading first = t.readings().get(0);
                String value = first.value();
                if (value != null
                        && (now == null || !value.equals(now.readings().get(0).value()))) {
                    return new State.Pending(value, t.inForce().when(When.Basis.STATED));
                }
            }
        }
        return null;
    }

    private State shown(Turn now, LocalDate day, @Nullable Turn next, State.@Nullable Pending pending) {
        List<State.Reading> readings = now.readings();
        State.Reading first = readings.get(0);
        boolean fresh = !now.sure().equals(LocalDate.MIN)
                && !now.sure().plusDays(SEEN_BEFORE_DAYS).isBefore(day);
        State.Basis basis = now.heldUntil() || now.isPresupposed()
                ? State.Basis.BOUNDED
                : !now.begins() && fresh ? State.Basis.STATED : fresh ? State.Basis.EVENT : State.Basis.PERSISTED;
        When until = now.until().isKnown()
                ? now.until().when(When.Basis.STATED)
                : next == null ? null : next.inForce().when(When.Basis.STATED);
        String why = (now.heldUntil()
                        ? "held until " + text(now.until()) + ", since when no report says"
                        : (now.begins()
                                        ? "changed by an event in force on "
                                        : now.isPresupposed() ? "presupposed by what is said on " : "seen on ")
                                + text(now.inForce()))
                + (basis == State.Basis.PERSISTED ? "; nothing later says otherwise" : "")
                + (readings.size() > 1
                        ? "; shown: the value of most outlets, then what is done before what is planned, then the"
                                + " earliest report"
                        : "")
                + (!subject.parties().isEmpty() && now.ownerInferred()
                        ? "; a report that does not say whose it is means this one: the reports name no other of that"
                                + " name"
                        : "");
        return new State(
                subject,
                attribute,
                first.value(),
                first.low(),
                first.high(),
                now.heldUntil() ? When.UNKNOWN : now.since().when(When.Basis.STATED),
                until,
                pending,
                basis,
                disputed(readings),
                readings,
                first.citations(),
                why);
    }

    private static String text(Days p) {
        return p.first() != null && p.first().equals(p.last())
                ? p.first().toString()
                : (p.first() == null ? ".." : p.first()) + "/" + (p.last() == null ? ".." : p.last());
    }

    /** Sources differ where their words or numbers exclude each other. */
    private static boolean disputed(List<State.Reading> readings) {
        for (int i = 0; i < readings.size(); i++) {
            for (int j = i + 1; j < readings.size(); j++) {
                State.Reading a = readings.get(i);
                State.Reading b = readings.get(j);
                boolean numbers = (a.low() != null || a.high() != null) && (b.low() != null || b.high() != null);
                if (numbers ? max(a.low(), b.low()) > min(a.high(), b.high()) : !Objects.equals(a.value(), b.value())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static double max(@Nullable Double a, @Nullable Double b) {
        return Math.max(a == null ? -1e18 : a, b == null ? -1e18 : b);
    }

    private static double min(@Nullable Double a, @Nullable Double b) {
        return Math.min(a == null ? 1e18 : a, b == null ? 1e18 : b);
    }

    /** Before the first turn that is known. */
    private State before(Turn next, LocalDate day, State.@Nullable Pending pending) {
        State.Reading first = next.readings().get(0);
        List<Citation> words = first.citations();
        LocalDate from = next.inForce().earliest();
        Posting former = next.withFormer();
        if (former != null && former.former() != null && !day.isBefore(from.minusDays(OPEN_BEFORE_DAYS))) {
            double n = former.former();
            return given(
                    number(n),
                    n,
                    n,
                    State.Basis.BOUNDED,
                    next,
                    pending,
                    List.of(former.citation()),
                    "the number before the change in force on " + text(next.inForce()));
        }
        if (attribute != Attribute.STATUS) {
            boolean seen = !next.begins() && !day.isBefore(from.minusDays(SEEN_BEFORE_DAYS));
            return seen
                    ? given(
                            first.value(),
                            first.low(),
                            first.high(),
                            State.Basis.BOUNDED,
                            next,
                            pending,
                            words,
                            "seen soon after, on " + text(next.inForce()))
                    : unknown(pending, "nothing is known before " + text(next.inForce()));
        }
        LocalDate began = next.notBefore();
        if (next.creates()) {
            return began != null && day.isBefore(began)
                    ? given(
                            "none",
                            null,
                            null,
                            State.Basis.EVENT,
                            next,
                            pending,
                            words,
                            "it began to exist on " + text(next.inForce()))
                    : unknown(
                            pending,
                            "it began to exist some time "
                                    + (began == null ? "before " + next.sure() : "in " + text(next.inForce())));
        }
        String value = first.value();
        if (next.begins()
                && began != null
                && ("suspended".equals(value) || "closed".equals(value) || "vacant".equals(value))
                && !day.isBefore(began.minusDays(OPEN_BEFORE_DAYS))) {
            return given(
                    "open",
                    null,
                    null,
                    State.Basis.BOUNDED,
                    next,
                    pending,
                    words,
                    "it could be " + value + " on " + text(next.inForce()));
        }
        boolean stopped = "closed".equals(value) || "suspended".equals(value);
        int back = "open".equals(value) ? OPEN_BEFORE_DAYS : stopped ? STOPPED_BEFORE_DAYS : SEEN_BEFORE_DAYS;
        if (!next.begins() && !day.isBefore(from.minusDays(back))) {
            return given(
                    value,
                    first.low(),
                    first.high(),
                    State.Basis.BOUNDED,
                    next,
                    pending,
                    words,
                    "seen soon after, on " + text(next.inForce()));
        }
        return unknown(
                pending,
                began == null && next.begins()
                        ? "it was " + value + " some time before " + next.sure() + ", when no report says"
                        : "nothing is known before " + text(next.inForce()));
    }

    static String number(double n) {
        return n == Math.rint(n) ? Long.toString(Math.round(n)) : Double.toString(n);
    }

    private State given(
            @Nullable String value,
            @Nullable Double low,
            @Nullable Double high,
            State.Basis basis,
            Turn next,
            State.@Nullable Pending pending,
            List<Citation> words,
            String why) {
        return new State(
                subject,
                attribute,
                value,
                low,
                high,
                When.UNKNOWN,
                next.inForce().when(When.Basis.STATED),
                pending,
                basis,
                false,
                List.of(new State.Reading(value, low, high, words)),
                words,
                why);
    }

    private State unknown(State.@Nullable Pending pending, String why) {
        return new State(
                subject,
                attribute,
                "unknown",
                null,
                null,
                When.UNKNOWN,
                null,
                pending,
                State.Basis.UNKNOWN,
                false,
                List.of(),
                List.of(),
                why);
    }
}
