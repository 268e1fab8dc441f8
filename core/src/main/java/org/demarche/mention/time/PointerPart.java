package org.demarche.mention.time;

import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/** Reads {@link Pointer}s. The longest reading wins. */
final class PointerPart implements PhrasePart {
    static final String NAME = "POINTER";

    /** All parts, this one and the calendar among them. */
    static final Map<String, PhrasePart> PARTS = new TreeMap<>(CalendarPart.PARTS);

    private static final String REPORT = "d:(last|this|next|past|coming|upcoming|current)";
    private static final String ACT =
            "(a:(that|the) same | a:(that) | the a:(following|next|previous|preceding|subsequent|ensuing|prior|coming|very|last|latter) (very|next)?)";

    static {
        PARTS.put(NAME, new PointerPart());
        PARTS.put("ERA", FormParts.ERA);
    }

    private record Form(Phrase phrase, Function<Match, @Nullable Pointer> reading) {}

    private final PhraseIndex<Form> forms;

    private PointerPart() {
        this.forms = new PhraseIndex<>(forms(), Form::phrase);
    }

    private static List<Form> forms() {
        List<Form> out = new ArrayList<>();
        add(out, "yesterday", m -> Pointer.report(Grain.DAY, -1, ""));
        add(out, "the day before yesterday", m -> Pointer.report(Grain.DAY, -2, ""));
        add(out, "today", m -> Pointer.report(Grain.DAY, 0, ""));
        add(out, "tomorrow|tmrw", m -> Pointer.report(Grain.DAY, 1, ""));
        add(out, "the day after tomorrow|tmrw", m -> Pointer.report(Grain.DAY, 2, ""));
        add(out, "tonight", m -> Pointer.report(Grain.DAY, 0, "TNI"));
        add(out, "last night", m -> Pointer.report(Grain.DAY, -1, "TNI"));
        add(out, "overnight", m -> Pointer.report(Grain.DAY, 0, "TNI"));
        add(out, "(yesterday x:DAYPART)", m -> Pointer.report(Grain.DAY, -1, m.need("x", String.class)));
        add(out, "(tomorrow x:DAYPART)", m -> Pointer.report(Grain.DAY, 1, m.need("x", String.class)));
        add(out, "this x:DAYPART", m -> Pointer.report(Grain.DAY, 0, m.need("x", String.class)));
        add(out, "(the current)? " + REPORT + " (fiscal|calendar)? UNIT", PointerPart::reportUnit);
        add(
                out,
                "the d:(current|coming|upcoming|past) (fiscal|calendar)? UNIT",
                m -> m.word("d").equals("past") ? null : reportUnit(m));
        add(out, REPORT + " quarter", m -> Pointer.report(Grain.QUARTER, step(m.word("d")), ""));
        add(out, REPORT + " MONTH", m -> place -> near(place, Moment.month(0, m.number("MONTH")), step(m.word("d"))));
        add(
                out,
                "(this | the)? d:(past) SEASON | " + REPORT + " SEASON",
                m -> place -> near(place, new Moment(Grain.SEASON, 0, m.number("SEASON"), 0, ""), step(m.word("d"))));
        add(out, "the weekend", m -> place -> weekend(place));
        add(out, "weekend", m -> isOnWeekend(m) ? place -> weekend(place) : null);
        add(
                out,
                "(this)? " + REPORT + " WEEKDAY",
                m -> place -> weekday(place, m.number("WEEKDAY"), step(m.word("d"))));
        add(
                out,
                "(a | the | on)? WEEKDAY last week | last week (on)? WEEKDAY",
                m -> place -> weekOf(place, m.number("WEEKDAY"), -1));
        add(out, "WEEKDAY next week | next week (on)? WEEKDAY", m -> place -> weekOf(place, m.number("WEEKDAY"), 1));
        add(out, "WEEKDAY this week", m -> place -> weekOf(place, m.number("WEEKDAY"), 0));
        add(
                out,
                "(on)? WEEKDAY (of | in)? (the)? (next|following|coming) week",
                m -> place -> weekOf(place, m.number("WEEKDAY"), 1));
        add(
                out,
                "WEEKDAY (of | in)? (the)? (last|previous) week",
                m -> place -> weekOf(place, m.number("WEEKDAY"), -1));
        add(out, "(previous) WEEKDAY", m -> place -> weekday(place, m.number("WEEKDAY"), -1));
        add(out, "(following) WEEKDAY", m -> place -> weekdayAfter(place, m.number("WEEKDAY")));
        add(out, "WEEKDAY ,? the DAYORD", m -> place -> weekdayOn(place, m.number("WEEKDAY"), m.number("DAYORD")));
        add(out, "WEEKDAY ,? the NUM", PointerPart::weekdayAndNumber);
        add(out, "WEEKDAY", m -> place -> weekday(place, m.number("WEEKDAY")));
        add(out, "the WEEKDAY", m -> place -> weekdayAfter(place, m.number("WEEKDAY")));
        add(out, "(that | the (following|next)) WEEKDAY", m -> place -> weekdayAfter(place, m.number("WEEKDAY")));
        add(out, ACT + " UNIT", PointerPart::actUnit);
        add(out, "next day", PointerPart::nextDay);
        add(
                out,
                ACT + " MONTH",
                m -> place -> nearAct(place, Moment.month(0, m.number("MONTH")), actStep(m.word("a"))));
        add(
                out,
                ACT + " SEASON",
                m -> place ->
                        nearAct(place, new Moment(Grain.SEASON, 0, m.number("SEASON"), 0, ""), actStep(m.word("a"))));
        add(out, ACT + " x:DAYPART", m -> Pointer.act(Grain.DAY, actStep(m.word("a")), m.need("x", String.class)));
        add(out, ACT + " quarter", m -> Pointer.act(Grain.QUARTER, actStep(m.word("a")), ""));
        add(out, "the day (before|earlier)", m -> Pointer.act(Grain.DAY, -1, ""));
        add(out, "the day (after|later|following)", m -> Pointer.act(Grain.DAY, 1, ""));
        add(out, "the UNIT after the? next", m -> afterNext(m));
        add(out, "the year before", m -> Pointer.act(Grain.YEAR, -1, ""));
        add(out, "the year after", m -> Pointer.act(Grain.YEAR, 1, ""));
        add(out, "the month before", m -> Pointer.act(Grain.MONTH, -1, ""));
        add(out, "(this|that) date | that very day | this day", m -> Pointer.act(Grain.DAY, 0, ""));
        return out;
    }

    private static void add(List<Form> forms, String pattern, Function<Match, @Nullable Pointer> reading) {
        forms.add(new Form(Phrase.of(pattern, Parts.BASIC), reading));
    }

    private static int step(String word) {
        return switch (word) {
            case "last", "past" -> -1;
            case "next", "coming", "upcoming" -> 1;
            default -> 0;
        };
    }

    private static int actStep(String word) {
        return switch (word) {
            case "following", "next", "subsequent", "ensuing", "coming" -> 1;
            case "previous", "preceding", "prior", "last" -> -1;
            default -> 0;
        };
    }

    /** "They will meet on weekend", without its article; not the "weekend" of weekend trips. */
    private static boolean isOnWeekend(Match m) {
        return m.pieces.at(m.from - 1).is("on") && DaysOfMonth.isAlone(m.pieces.at(m.to));
    }

    private static @Nullable Pointer reportUnit(Match m) {
        Unit unit = m.need("UNIT", Unit.class);
        Grain grain = unit.grain();
        boolean plural = m.pieces.at(m.to - 1).lower().endsWith("s");
        boolean odd = grain == Grain.DAY && !m.word("d").equals("this");
        return grain == null || plural || odd ? null : Pointer.report(grain, step(m.word("d")), "");
    }

    /** "The week after next". */
    private static @Nullable Pointer afterNext(Match m) {
        Grain grain = m.need("UNIT", Unit.class).grain();
        boolean plural = m.pieces.at(m.start("UNIT")).lower().endsWith("s");
        return grain == null || plural || grain == Grain.DAY ? null : Pointer.report(grain, 2, "");
    }

    private static @Nullable Pointer actUnit(Match m) {
        Unit unit = m.need("UNIT", Unit.class);
        Grain grain = unit.grain();
        boolean plural = m.pieces.at(m.to - 1).lower().endsWith("s");
        boolean sameAs = m.word("a").equals("last");
        if (grain == null || plural || sameAs) {
            return null;
        }
        int step = actStep(m.word("a"));
        Pointer told = Pointer.act(grain, step, "");
        if (step == 1) {
            return place -> afterActOrReport(place, told, grain);
        }
        boolean same =
                step == 0 && grain != Grain.DAY && m.pieces.at(m.end("a")).is("same");
        return same || grain == Grain.WEEKEND && step == 0 ? place -> sameOrReports(place, told, grain) : told;
    }

    /** "He was freed next day"; not "next day delivery". */
    private static @Nullable Pointer nextDay(Match m) {
        boolean alone = DaysOfMonth.isAlone(m.pieces.at(m.to));
        return alone ? place -> afterActOrReport(place, Pointer.act(Grain.DAY, 1, ""), Grain.DAY) : null;
    }

    /** "They will leave the next day" in a text that has named no date before: the day after the report's. */
    private static Anchors.Dated afterActOrReport(Place place, Pointer told, Grain grain) {
        return place.isFirstPromise() ? place.anchors().fromReport(grain, 1, "") : told.from(place);
    }

    /** "the same week", "that weekend" in a text that has named no date before: the report's. */
    private static Anchors.Dated sameOrReports(Place place, Pointer told, Grain grain) {
        Anchors anchors = place.anchors();
        return anchors.isUntold() && !anchors.narrative() ? anchors.fromReport(grain, 0, "") : told.from(place);
    }

    /** "Friday the thirteenth" without its ending: a number that counts nothing. */
    private static @Nullable Pointer weekdayAndNumber(Match m) {
        int day = m.need("NUM", Amount.class).whole();
        Piece after = m.pieces.at(m.to);
        boolean alone = after.kind() == Piece.Kind.MARK && !after.is("-") && !after.is("%");
        return day >= 1 && day <= 31 && alone ? place -> weekdayOn(place, m.number("WEEKDAY"), day) : null;
    }

    /** "last July", "this summer": the nearest before, around or after the report. */
    private static Anchors.Dated near(Place place, Moment moment, int step) {
        if (place.anchors().narrative() && place.anchors().year().isPresent()) {
            return nearAct(place, moment, step);
        }
        Optional<LocalDate> day = place.anchors().report().flatMap(Moment::first);
        if (day.isEmpty()) {
            return new Anchors.Dated(moment, When.Basis.UNKNOWN);
        }
        Moment same = moment.withYear(Moment.day(day.get()).year());
        int year = same.year();
        boolean before = same.last().filter(d -> d.isBefore(day.get())).isPresent();
        boolean after = same.first().filter(d -> d.isAfter(day.get())).isPresent();
        if (step < 0 && !before) {
            year--;
        } else if (step > 0 && !after) {
            year++;
        }
        return new Anchors.Dated(moment.withYear(year), When.Basis.RELATIVE_REPORT);
    }

    private static Anchors.Dated nearAct(Place place, Moment moment, int step) {
        Optional<Moment> last = place.anchors().year();
        if (last.isEmpty()) {
            return near(place, moment, step);
        }
        Moment base = last.get();
        int year = base.year();
        Optional<LocalDate> day = base.first();
        Moment same = moment.withYear(year);
        if (step > 0
                && day.isPresent()
                && same.first().filter(d -> !d.isAfter(day.get())).isPresent()) {
            year++;
        } else if (step < 0
                && day.isPresent()
                && same.first().filter(d -> !d.isBefore(day.get())).isPresent()) {
            year--;
        }
        return new Anchors.Dated(moment.withYear(year), When.Basis.RELATIVE_ACT);
    }

    /**
     * "on Tuesday": the last one up to the report, or the next one if the words speak of what will be. What somebody "said would" be done on the day
     * of the report or the day before was said on it.
     */
    private static Anchors.Dated weekday(Place place, int weekday) {
        Anchors anchors = place.anchors();
        if (anchors.narrative()) {
            return weekdayAfter(place, weekday);
        }
        boolean yesterday = anchors.reportDay()
                .filter(d -> d.minusDays(1).getDayOfWeek().getValue() == weekday)
                .isPresent();
        int step = place.lean() == Lean.FORWARD && !(yesterday && place.isReported()) ? 1 : -1;
        return weekday(
                place,
                weekday,
                anchors.reportDay()
                                .filter(d -> d.getDayOfWeek().getValue() == weekday)
                                .isPresent()
                        ? 0
                        : step);
    }

    private static Anchors.Dated weekday(Place place, int weekday, int step) {
        Optional<LocalDate> report = place.anchors().reportDay();
        if (report.isEmpty()) {
            return new Anchors.Dated(Moment.weekday(weekday), When.Basis.UNKNOWN);
        }
        LocalDate day = report.get();
        int ahead = Math.floorMod(weekday - day.getDayOfWeek().getValue(), 7);
        LocalDate found = switch (Integer.signum(step)) {
            case -1 -> day.plusDays(ahead - 7L);
            case 1 -> day.plusDays(ahead == 0 ? 7 : ahead);
            // "This Friday" said on a Thursday of what was decided is the next day, not one of the week before.
            default ->
                day.plusDays(
                        place.lean() == Lean.BACK
                                        && weekday < day.getDayOfWeek().getValue()
                                ? ahead - 7L
                                : ahead);
        };
        return new Anchors.Dated(Moment.day(found), When.Basis.RELATIVE_REPORT);
    }

    /** "Thursday the 21st": of the months around, the nearest in which that day is one. */
    private static Anchors.Dated weekdayOn(Place place, int weekday, int day) {
        Optional<LocalDate> base = place.anchors().narrative()
                ? place.anchors()
                        .last(Grain.MONTH, place.sentence())
                        .flatMap(met -> met.moment().first())
                : place.anchors().reportDay();
        if (base.isPresent()) {
            int[] months = place.lean() == Lean.FORWARD ? new int[] {0, 1, 2, -1} : new int[] {0, -1, 1, -2};
            for (int step : months) {
                LocalDate month = base.get().plusMonths(step).withDayOfMonth(1);
                if (day <= month.lengthOfMonth()
                        && month.withDayOfMonth(day).getDayOfWeek().getValue() == weekday) {
                    return new Anchors.Dated(Moment.day(month.withDayOfMonth(day)), When.Basis.RELATIVE_REPORT);
                }
            }
        }
        return new Anchors.Dated(new Moment(Grain.DAY, 0, 0, day, ""), When.Basis.UNKNOWN);
    }

    /** "the weekend": the last one, or the coming one if the words speak of what will be. */
    private static Anchors.Dated weekend(Place place) {
        Anchors anchors = place.anchors();
        Optional<LocalDate> report = anchors.reportDay();
        if (anchors.narrative() || report.isEmpty()) {
            return anchors.fromAct(Grain.WEEKEND, 0, "", place.sentence());
        }
        boolean begun = report.get().getDayOfWeek().getValue() >= 6;
        return anchors.fromReport(Grain.WEEKEND, begun || place.lean() == Lean.FORWARD ? 0 : -1, "");
    }

    private static Anchors.Dated weekOf(Place place, int weekday, int step) {
        return place.anchors()
                .reportDay()
                .map(day -> new Anchors.Dated(
                        Moment.day(day.plusWeeks(step).with(ChronoField.DAY_OF_WEEK, weekday)),
                        When.Basis.RELATIVE_REPORT))
                .orElse(new Anchors.Dated(Moment.weekday(weekday), When.Basis.UNKNOWN));
    }

    /** "the Saturday", "the following Monday": the first one after the date spoken of last. */
    private static Anchors.Dated weekdayAfter(Place place, int weekday) {
        Optional<Anchors.Met> last = place.anchors().last(Grain.DAY, place.sentence());
        Optional<LocalDate> day =
                last.map(Anchors.Met::moment).filter(Moment::isDay).flatMap(Moment::first);
        if (day.isPresent()) {
            int ahead = Math.floorMod(weekday - day.get().getDayOfWeek().getValue(), 7);
            return new Anchors.Dated(Moment.day(day.get().plusDays(ahead == 0 ? 7 : ahead)), When.Basis.RELATIVE_ACT);
        }
        if (last.isPresent() || place.anchors().narrative()) {
            return new Anchors.Dated(Moment.weekday(weekday), When.Basis.UNKNOWN);
        }
        return weekday(place, weekday, place.lean() == Lean.FORWARD ? 1 : -1);
    }

    @Override
    public Set<String> words() {
        return forms.words();
    }

    @Override
    public boolean canStart(Piece piece) {
        return forms.canStart(piece);
    }

    @Override
    public @Nullable Read read(Pieces pieces, int at) {
        return pieces.once(
                this,
                at,
                () -> forms.longest(pieces, at, (form, match) -> form.reading().apply(match)));
    }
}
