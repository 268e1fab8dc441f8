package org.demarche.mention.time;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the name of a day, month, season, quarter, year, decade or century, however its year is said. The longest reading wins. */
final class CalendarPart implements PhrasePart {
    static final String NAME = "CALENDAR";

    /** All parts, this one among them. */
    static final Map<String, PhrasePart> PARTS = new TreeMap<>(Parts.BASIC);

    private record Form(Phrase phrase, Function<Match, @Nullable Calendar> reading) {}

    private static final String ANY_YEAR = "((,|of|in|-|/|from)? YEAR | (of|,)? BCYEAR)";
    private final PhraseIndex<Form> forms;

    static {
        PARTS.put(NAME, new CalendarPart());
    }

    private CalendarPart() {
        this.forms = new PhraseIndex<>(forms(), Form::phrase);
    }

    private static List<Form> forms() {
        List<Form> out = new ArrayList<>();
        // Days.
        String day =
                "(WEEKDAY ,? (the|on)?)? (DAYNUM (-|/|of|the)? MONTH | MONTH (-|/)? the? DAYNUM | the DAYNUM (day? of)? MONTH)";
        add(out, day + " ,? " + ANY_YEAR, m -> dayOf(m, Era.STATED));
        add(out, day + " (of|,)? ERA", m -> dayOf(m, m.need("ERA", Era.class)));
        add(out, day, m -> dayOf(m, Era.UNSAID));
        add(out, "YEAR ,? (-|/)? MONTH (-|/)? DAYNUM", m -> dayOf(m, Era.STATED));
        add(out, "DAYNUM +. MONTH YEAR", m -> dayOf(m, Era.STATED));
        String spoken = "(WEEKDAY ,? (the|on)?)? MONTH the? DAYNUM:DAYWORD";
        add(out, spoken + " ,? " + ANY_YEAR, m -> dayOf(m, Era.STATED));
        add(out, spoken, m -> stops(m) ? dayOf(m, Era.UNSAID) : null);
        add(out, "(WEEKDAY ,?)? MONTH +. DAYNUM (,? YEAR)?", CalendarPart::stopped);
        add(
                out,
                "WEEKDAY? ,? NUMERIC",
                m -> Calendar.of(m.need("NUMERIC", Moment.class)).withWeekday(m.number("WEEKDAY")));
        add(out, "9 +/ +11", m -> Calendar.of(new Moment(Grain.DAY, 2001, 9, 11, "")));
        // Months.
        add(out, "(the month of)? MONTH ,? " + ANY_YEAR, m -> Calendar.of(Moment.month(year(m), m.number("MONTH"))));
        add(out, "YEAR ,? MONTH", m -> Calendar.of(Moment.month(year(m), m.number("MONTH"))));
        add(
                out,
                "MONTH (of|,)? ERA",
                m -> new Calendar(Moment.month(0, m.number("MONTH")), m.need("ERA", Era.class), 0));
        add(out, "(the month of)? MONTH", m -> Calendar.of(Moment.month(0, m.number("MONTH"))));
        // Seasons, halves, quarters.
        add(
                out,
                "(the? SEASON (and|to|of|,|in|-)? (YEAR | BCYEAR) | YEAR SEASON)",
                m -> Calendar.of(season(m, year(m))));
        add(out, "the? SEASON of? ERA", m -> new Calendar(season(m, 0), m.need("ERA", Era.class), 0));
        add(
                out,
                "the? ORD (calendar|fiscal|financial)? half (of|in)? (the|fiscal|calendar)? (year)? YEAR",
                m -> part(m, Grain.HALF, 2, Era.STATED));
        add(
                out,
                "the? ORD (calendar|fiscal|financial)? half of? ERA",
                m -> part(m, Grain.HALF, 2, m.need("ERA", Era.class)));
        add(
                out,
                "the? ORD -? (calendar|fiscal|financial)? quarter (of|in|,)? (the|fiscal|calendar)? (year)? YEAR",
                m -> part(m, Grain.QUARTER, 4, Era.STATED));
        add(
                out,
                "the? ORD -? (calendar|fiscal|financial)? quarter of? ERA",
                m -> part(m, Grain.QUARTER, 4, m.need("ERA", Era.class)));
        add(out, "YEAR ,? the? ORD -? quarter", m -> part(m, Grain.QUARTER, 4, Era.STATED));
        add(out, "YEAR ,? the? ORD half", m -> part(m, Grain.HALF, 2, Era.STATED));
        add(out, "the? fiscal ORD -? quarter", m -> part(m, Grain.QUARTER, 4, Era.UNSAID));
        add(
                out,
                "the? (latter | last) half of the? YEAR",
                m -> Calendar.of(new Moment(Grain.HALF, m.number("YEAR"), 2, 0, "")));
        for (int i = 1; i <= 4; i++) {
            int number = i;
            add(
                    out,
                    "q +" + i + " (of|,)? YEAR | YEAR ,? q +" + i,
                    m -> Calendar.of(new Moment(Grain.QUARTER, m.number("YEAR"), number, 0, "")));
            add(
                    out,
                    "q +" + i + " of? ERA",
                    m -> new Calendar(new Moment(Grain.QUARTER, 0, number, 0, ""), m.need("ERA", Era.class), 0));
        }
        for (int i = 1; i <= 2; i++) {
            int number = i;
            add(
                    out,
                    "h +" + i + " (of|,)? YEAR | YEAR ,? h +" + i,
                    m -> Calendar.of(new Moment(Grain.HALF, m.number("YEAR"), number, 0, "")));
        }
        // Years and longer.
        add(
                out,
                "(the? (calendar|fiscal|financial)? year | the? (fiscal|calendar))? YEAR",
                m -> Calendar.of(Moment.year(year(m))));
        add(out, "the? year NUM", CalendarPart::early);
        add(out, "YEAR year", m -> Calendar.of(Moment.year(year(m))));
        add(out, "BCYEAR", m -> Calendar.of(Moment.year(year(m))));
        add(
                out,
                "(the? DECADE BC | the? DECADE | the decade of the? DECADE)",
                m -> Calendar.of(Moment.decade(m.has("BC") ? -m.number("DECADE") : m.number("DECADE"))));
        add(out, "the? ORD -? century BC", m -> Calendar.of(Moment.century(-(m.number("ORD") * 100 - 50))));
        add(out, "the? ORD -? century (ad|ce)?", m -> Calendar.of(Moment.century(m.number("ORD") * 100 - 50)));
        return out;
    }

    private static void add(List<Form> forms, String pattern, Function<Match, @Nullable Calendar> reading) {
        forms.add(new Form(Phrase.of(pattern, FormParts.WITH_ERA), reading));
    }

    /** "May twenty one": not the "May" in which "twenty one ships" did something. */
    private static boolean stops(Match m) {
        Piece after = m.pieces.at(m.to);
        return after.kind() == Piece.Kind.MARK
                && !after.is("-")
                && !m.pieces.at(m.start("MONTH") - 1).is("in");
    }

    /** "October. 2", "September.16th": a stop after a month written out, and not the end of a sentence before a number. */
    private static @Nullable Calendar stopped(Match m) {
        Piece after = m.pieces.at(m.to);
        boolean whole = m.has("YEAR")
                || m.pieces.at(m.start("DAYNUM")).glued()
                || after.lower().isEmpty() && !m.pieces.at(m.start("MONTH") - 1).is("in");
        return whole ? dayOf(m, m.has("YEAR") ? Era.STATED : Era.UNSAID) : null;
    }

    /** "the year 732": a number of three digits that counts nothing. */
    private static @Nullable Calendar early(Match m) {
        int year = m.need("NUM", Amount.class).whole();
        Piece after = m.pieces.at(m.to);
        boolean ends = after.kind() == Piece.Kind.MARK && ".!?,;:)".contains(after.lower());
        return year >= 100 && year < 1000 && ends ? Calendar.of(Moment.year(year)) : null;
    }

    private static int year(Match m) {
        return m.has("YEAR") ? m.number("YEAR") : m.number("BCYEAR");
    }

    private static Calendar dayOf(Match m, Era era) {
        int day = m.number("DAYNUM");
        int month = m.number("MONTH");
        int year = era == Era.STATED ? year(m) : 0;
        boolean exists = day <= YearMonth.of(year > 0 ? year : 2020, month).lengthOfMonth();
        Moment moment = exists ? new Moment(Grain.DAY, year, month, day, "") : Moment.month(year, month);
        return new Calendar(moment, era, m.number("WEEKDAY"));
    }

    private static Moment season(Match m, int year) {
        return new Moment(Grain.SEASON, year, m.number("SEASON"), 0, "");
    }

    private static @Nullable Calendar part(Match m, Grain grain, int most, Era era) {
        int which = m.number("ORD");
        return which > most ? null : new Calendar(new Moment(grain, m.number("YEAR"), which, 0, ""), era, 0);
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
