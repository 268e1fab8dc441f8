package org.demarche.mention.time;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/**
 * What dates are counted from: the report's own date, and the dates that the text has given so far, last first. Not thread-safe; one per document.
 *
 * <p>A report tells of its own days, so a date without a year is near the report's; a history tells of one year after another, so it is near the date
 * before it. Which of them a document is shows in its dates ({@link #narrative}).
 */
final class Anchors {
    /** Days around a report within which a bare day is the nearest one, whatever the tense: "applies from 1 November, he said". */
    private static final int CLOSE_BY = 60;

    /** Days before a report within which a deadline without a year is one that has passed. */
    private static final int LONG_BEFORE = 120;

    /** How many sentences a date is remembered for phrases such as "the next day". */
    private static final int REACH = 6;

    /** Looking back from a deadline: the act it belongs to is in the same sentence or the one before. */
    static final int NEAR = REACH - 1;

    /** A date met before. */
    record Met(Moment moment, When.Basis basis, int sentence, int paragraph, Part part, boolean limit) {}

    /** What a date does for the dates after it. */
    enum Part {
        /** Sets the time of what is told: "In 2008 ...", "on 6 October 2021". */
        SCENE,
        /** Is mentioned in passing: "until 2018", "the 1997 treaty", "a year earlier". */
        ASIDE,
        /** Stands in a heading and holds until the next one. */
        HEADING
    }

    /** A date with its year, as far as it can be told. */
    record Dated(Moment moment, When.Basis basis) {}

    private final @Nullable Moment report;
    private final boolean narrative;
    private final List<Met> met = new ArrayList<>();

    Anchors(@Nullable Moment report, boolean narrative) {
        this.report = report;
        this.narrative = narrative;
    }

    boolean narrative() {
        return narrative;
    }

    Optional<Moment> report() {
        return Optional.ofNullable(report);
    }

    /** The day the report was published, where it is known to the day. */
    Optional<LocalDate> reportDay() {
        return report().filter(Moment::isDay).flatMap(Moment::first);
    }

    void meet(Met date) {
        met.add(date);
    }

    /** Whether the text has named no date so far. */
    boolean isUntold() {
        return met.isEmpty();
    }

    /** The last date at least as fine as a grain; its moment may be unresolved, which then hides the ones before it. */
    Optional<Met> last(Grain grain, int sentence) {
        Moment coarse = null;
        for (int i = met.size() - 1; i >= 0 && met.get(i).sentence() >= sentence - REACH; i--) {
            Moment moment = met.get(i).moment();
            if (!met.get(i).limit() && !grain.finerThan(moment.grain())) {
                // "In October 1986 … the next day": not the day after one of another year, told of before.
                boolean other = coarse != null && moment.hasYear() && moment.year() != coarse.year();
                return other ? Optional.empty() : Optional.of(met.get(i));
            }
            boolean here = met.get(i).sentence() == sentence
                    && met.get(i).part() == Part.SCENE
                    && moment.grain() == Grain.MONTH
                    && moment.hasYear();
            coarse = here && coarse == null ? moment : coarse;
        }
        return Optional.empty();
    }

    /** The year spoken of: in a history that of the story, else the last one named. */
    Optional<Moment> year() {
        return narrative ? story() : lastYear().map(Met::moment);
    }

    /** The last date whose year is known. */
    Optional<Met> lastYear() {
        for (int i = met.size() - 1; i >= 0; i--) {
            Moment moment = met.get(i).moment();
            if (moment.hasYear() && !Grain.YEAR.finerThan(moment.grain())) {
                return Optional.of(met.get(i));
            }
        }
        return Optional.empty();
    }

    /** So many steps of a grain from the report's date. */
    Dated fromReport(Grain grain, int step, String clock) {
        if (narrative && grain == Grain.DAY) {
            return new Dated(Moment.SOME_DAY.withClock(clock), When.Basis.UNKNOWN);
        }
        if (narrative && lastYear().isPresent()) {
            return fromAct(grain, step, clock, met.get(met.size() - 1).sentence());
        }
        Optional<LocalDate> day =
                report().filter(r -> !grain.finerThan(r.grain())).flatMap(Moment::first);
        return day.map(d -> new Dated(
                        Moment.around(Moment.move(d, step, grain), grain).withClock(clock), When.Basis.RELATIVE_REPORT))
                .orElse(new Dated(new Moment(grain, 0, 0, 0, clock), When.Basis.UNKNOWN));
    }

    /** So many steps of a grain from the date spoken of last. */
    Dated fromAct(Grain grain, int step, String clock, int sentence) {
        Optional<Moment> base = grain == Grain.YEAR || grain == Grain.DECADE
                ? year()
                : last(grain, sentence).map(Met::moment);
        if (base.isEmpty()) {
            return new Dated(new Moment(grain, 0, 0, 0, clock), When.Basis.UNKNOWN);
        }
        Moment from = base.get();
        return new Dated(from.shifted(step, grain, grain).withClock(clock), When.Basis.RELATIVE_ACT);
    }

    /** Gives a calendar phrase its year. */
    Dated date(Calendar calendar, Lean lean, boolean told, int sentence, int paragraph) {
        Moment moment = calendar.moment();
        return switch (calendar.era()) {
            case STATED -> new Dated(moment, When.Basis.STATED);
            case LAST -> narrative ? ofLast(moment, -1) : ofReport(moment, -1);
            case THIS -> narrative ? ofLast(moment, 0) : ofReport(moment, 0);
            case NEXT ->
                narrative || (told && isElsewhere(sentence, paragraph)) ? ofLast(moment, 1) : ofReport(moment, 1);
            case SAME -> ofLast(moment, 0);
            case AFTER -> ofLast(moment, 1);
            case BEFORE -> ofLast(moment, -1);
            case UNSAID -> unsaid(calendar, lean, sentence, paragraph);
        };
    }

    /** Whether the paragraph tells of another time than the report's, so that its "next year" is next to that. */
    private boolean isElsewhere(int sentence, int paragraph) {
        return scene(sentence, paragraph)
                .filter(s -> report == null || s.year() != report.year())
                .isPresent();
    }

    private Dated ofReport(Moment moment, int step) {
        return report == null || !report.hasYear()
                ? new Dated(moment, When.Basis.UNKNOWN)
                : new Dated(moment.withYear(report.year() + step), When.Basis.RELATIVE_REPORT);
    }

    private Dated ofLast(Moment moment, int step) {
        return year().map(last -> new Dated(moment.withYear(last.year() + step), When.Basis.RELATIVE_ACT))
                .orElse(ofReport(moment, step));
    }

    private Dated unsaid(Calendar calendar, Lean lean, int sentence, int paragraph) {
        Moment moment = calendar.moment();
        Optional<Moment> scene = narrative ? story() : scene(sentence, paragraph);
        if (!narrative && lean == Lean.FORWARD && report != null) {
            scene = Optional.empty();
        }
        if (scene.isPresent()) {
            Moment beside = moment.withYear(yearBeside(scene.get(), moment));
            Moment told = beside;
            while (!narrative
                    && reportDay().isPresent()
                    && told.first().filter(reportDay().get()::isBefore).isPresent()) {
                told = told.withYear(told.year() - 1);
            }
            return new Dated(told, When.Basis.RELATIVE_ACT);
        }
        if (report == null || !report.hasYear()) {
            return new Dated(moment, When.Basis.STATED);
        }
        Moment near = moment.withYear(yearOfReport(moment, report, lean));
        if (calendar.weekday() > 0) {
            near = fittingWeekday(near, calendar.weekday());
        }
        near = inLeapYear(near, lean);
        return new Dated(near, When.Basis.RELATIVE_REPORT);
    }

    /** "Tuesday, October 6": of the years around, the one in which that day is a Tuesday. */
    private static Moment fittingWeekday(Moment near, int weekday) {
        for (int step : new int[] {0, -1, 1}) {
            Moment other = near.withYear(near.year() + step);
            if (other.first()
                    .filter(d -> d.getDayOfWeek().getValue() == weekday)
                    .isPresent()) {
                return other;
            }
        }
        return near;
    }

    /** A 29 February is one of the last leap year, or of the next where the words speak of what will be. */
    private static Moment inLeapYear(Moment near, Lean lean) {
        boolean leapDay = near.grain() == Grain.DAY && near.part() == 2 && near.day() == 29;
        Moment there = near;
        for (int i = 0; leapDay && i < 8 && there.first().isEmpty(); i++) {
            there = there.withYear(there.year() + (lean == Lean.FORWARD ? 1 : -1));
        }
        return there;
    }

    /** Where a history has got to: its last date, but a bare year in passing counts only where nothing finer was said. */
    private Optional<Moment> story() {
        for (int i = met.size() - 1; i >= 0; i--) {
            Met date = met.get(i);
            if (setsYear(date)) {
                return Optional.of(date.moment().grain() == Grain.YEAR ? withMonth(date.moment(), i) : date.moment());
            }
        }
        return lastYear().map(Met::moment);
    }

    private static boolean setsYear(Met date) {
        return date.part() != Part.ASIDE
                && date.moment().hasYear()
                && !Grain.YEAR.finerThan(date.moment().grain());
    }

    /** A year said after a month of the same year does not undo the month. */
    private Moment withMonth(Moment year, int at) {
        for (int i = at - 1; i >= Math.max(0, at - REACH); i--) {
            Met date = met.get(i);
            if (setsYear(date)) {
                return date.moment().year() == year.year() && date.part() != Part.HEADING ? date.moment() : year;
            }
        }
        return year;
    }

    /** In a report: a date that sets the scene just before in the same paragraph, else the year in the heading above. */
    private Optional<Moment> scene(int sentence, int paragraph) {
        for (int i = met.size() - 1; i >= 0 && met.get(i).paragraph() == paragraph; i--) {
            Met date = met.get(i);
            if (date.moment().hasYear() && !Grain.YEAR.finerThan(date.moment().grain())) {
                boolean near = date.sentence() >= sentence - 1 || report == null;
                return date.part() != Part.ASIDE && near ? Optional.of(date.moment()) : Optional.empty();
            }
        }
        for (int i = met.size() - 1; i >= 0; i--) {
            if (met.get(i).part() == Part.HEADING) {
                return Optional.of(met.get(i).moment()).filter(Moment::hasYear);
            }
        }
        return Optional.empty();
    }

    /** Of the years around a date, the one that puts the moment nearest to it; forward where a story moves on. */
    private static int yearBeside(Moment base, Moment moment) {
        int year = base.year();
        int month = firstMonth(moment);
        int baseMonth = base.grain() == Grain.YEAR ? 0 : firstMonth(base);
        if (month == 0 || baseMonth == 0 || year < 0) {
            return year;
        }
        int ahead = month - baseMonth;
        if (ahead < -5) {
            return year + 1;
        }
        return ahead > 9 ? year - 1 : year;
    }

    private static int firstMonth(Moment moment) {
        return switch (moment.grain()) {
            case DAY, MONTH -> moment.part();
            case SEASON -> moment.part() * 3;
            case QUARTER -> moment.part() * 3 - 2;
            case HALF -> moment.part() == 2 ? 7 : 1;
            default -> 0;
        };
    }

    /** The year of a date without one: the report's, unless the words lean the other way and the date is not close by. */
    private static int yearOfReport(Moment moment, Moment report, Lean lean) {
        int year = report.year();
        LocalDate published = report.last().orElse(null);
        LocalDate first = moment.withYear(year).first().orElse(null);
        LocalDate last = moment.withYear(year).last().orElse(null);
        if (published == null || first == null || last == null || report.grain() == Grain.YEAR) {
            return year;
        }
        int closeBy = moment.grain() == Grain.DAY ? CLOSE_BY : 0;
        return switch (lean) {
            case BACK -> first.isAfter(published.plusDays(closeBy)) ? year - 1 : year;
            case FORWARD -> {
                boolean gone = last.isBefore(published.minusDays(closeBy));
                // What was to come four months ago is told of without its year; what is to come in eight is not.
                boolean nearerBack =
                        ChronoUnit.DAYS.between(last, published) < LONG_BEFORE && moment.grain() == Grain.DAY;
                yield gone && !nearerBack ? year + 1 : year;
            }
            case NONE ->
                first.isAfter(published.plusMonths(4))
                        ? year - 1
                        : last.isBefore(published.minusMonths(8)) ? year + 1 : year;
        };
    }
}
