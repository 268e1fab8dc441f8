package org.demarche.mention.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Set;
import org.demarche.mention.time.PhrasePart.Read;
import org.jspecify.annotations.Nullable;

/**
 * Dates in digits: 2021-10-06, 2021/10/06, 06.10.2021, 10/06/2021 (month first, as in American English, unless it cannot be), 2021-10, 2021/10, 10/2021.
 * A day and a month without a year are read only where one of the two numbers can be no month: 4/22, 22/04.
 */
final class NumericDates {
    /** Marks that a date may be glued to. */
    private static final Set<String> OPENS = Set.of("(", "[", "\"", "'", ">");

    private static final Set<String> FRACTIONS = Set.of("2", "3", "4", "8", "16");

    private NumericDates() {}

    static @Nullable Read read(Pieces p, int at) {
        if (p.at(at).glued()
                && !p.at(at - 1).isWord()
                && !OPENS.contains(p.at(at - 1).lower())) {
            return null;
        }
        Read month = monthBeforeYear(p, at);
        if (month == null) {
            month = yearBeforeMonth(p, at);
        }
        return month != null ? month : full(p, at);
    }

    /** Year, month and day, in one of three orders. */
    private static @Nullable Read full(Pieces p, int at) {
        Piece a = p.at(at);
        Piece mark = p.at(at + 1);
        Piece b = p.at(at + 2);
        Piece mark2 = p.at(at + 3);
        Piece c = p.at(at + 4);
        boolean marked = joins(mark) && joined(mark, b) && b.lower().length() <= 2;
        // "08/12,2015": only a year of four digits stands after a comma.
        boolean comma = mark.is("/") && mark2.is(",") && c.lower().length() == 4;
        boolean three = (mark2.is(mark.lower()) || comma) && joined(mark2, c);
        boolean more = p.at(at + 5).is(mark.lower()) && joined(p.at(at + 5), p.at(at + 6));
        if (!marked || !three || more) {
            return null;
        }
        int len = c.lower().length();
        if (a.lower().length() == 4 && len <= 2) {
            return day(a.number(), b.number(), c.number(), at + 5);
        }
        if (a.lower().length() <= 2 && (len == 4 || (len == 2 && !mark.is(".")))) {
            int year = len == 4 ? c.number() : Parts.shortYear(c.number());
            boolean dayFirst = mark.is(".") || a.number() > 12;
            return dayFirst ? day(year, b.number(), a.number(), at + 5) : day(year, a.number(), b.number(), at + 5);
        }
        return null;
    }

    private static boolean joins(Piece mark) {
        return mark.is("-") || mark.is("/") || mark.is(".");
    }

    private static boolean joined(Piece mark, Piece number) {
        return mark.glued() && number.glued() && number.isNumber();
    }

    /** "2016-11", "2016/11", "2016 / 11", "2016 -11" at the end of a clause; not the years 2016-17, nor the "2016 - 11 of them". */
    private static @Nullable Read yearBeforeMonth(Pieces p, int at) {
        Piece year = p.at(at);
        Piece mark = p.at(at + 1);
        Piece month = p.at(at + 2);
        boolean years = year.number() % 100 + 1 == month.number();
        boolean number = isYear(year, 1500) && isMonth(month) && !years;
        if (!number || Parts.brokenNumber(p, at + 2, at + 3) || another(p, at + 3)) {
            return null;
        }
        boolean glued = joined(mark, month);
        boolean sure =
                mark.is("/") ? glued || ends(p, at + 3) : glued && month.lower().length() == 2;
        // "1998-9" are two years, "1998-3" cannot be.
        boolean noSpan = month.lower().length() == 2 || month.number() <= year.number() % 10;
        boolean likely = mark.is("-") && noSpan && stands(p, at);
        return sure || likely ? new Read(Moment.month(year.number(), month.number()), at + 3) : null;
    }

    /** "11/2016", "11 / 2016", "11-2016": a month before its year. */
    private static @Nullable Read monthBeforeYear(Pieces p, int at) {
        Piece month = p.at(at);
        Piece mark = p.at(at + 1);
        Piece year = p.at(at + 2);
        boolean number = isMonth(month) && isYear(year, 1800) && year.number() < 2100;
        if (!number
                || Parts.brokenNumber(p, at, at + 1)
                || another(p, at + 3)
                || p.at(at - 1).is("/")) {
            return null;
        }
        boolean glued = joined(mark, year);
        boolean sure = mark.is("/") && (glued || ends(p, at + 3));
        boolean likely = mark.is("-") && stands(p, at);
        return sure || likely ? new Read(Moment.month(year.number(), month.number()), at + 3) : null;
    }

    private static boolean isYear(Piece piece, int least) {
        return piece.lower().length() == 4 && piece.number() >= least && piece.number() < 2200;
    }

    private static boolean isMonth(Piece piece) {
        return piece.lower().length() <= 2 && piece.number() >= 1 && piece.number() <= 12;
    }

    /** Whether another number is joined on. */
    private static boolean another(Pieces p, int at) {
        return (p.at(at).is("/") || p.at(at).is("-")) && joined(p.at(at), p.at(at + 1));
    }

    /** Not the number of something with a name ("Case 11-2016"), nor one of a row of numbers. */
    private static boolean alone(Pieces p, int at) {
        Piece before = p.at(at - 1);
        boolean named = before.capital() && at > 1;
        boolean row = p.at(at - 2).isNumber() || before.isNumber();
        return !named && !row && !before.is(".") && !before.is("#") && !CalendarDates.isNumbered(before);
    }

    /** Whether nothing follows that the number could count: a mark or the end. */
    private static boolean ends(Pieces p, int at) {
        Piece after = p.at(at);
        boolean mark = after.kind() == Piece.Kind.MARK && !after.is("-") && !after.is("%") && !after.is("/");
        return mark && !p.at(at + 1).isNumber();
    }

    /** Whether two numbers with a mark between them stand alone as one word, or as what a promise names. */
    private static boolean stands(Pieces p, int at) {
        return alone(p, at)
                && ends(p, at + 3)
                && (p.at(at + 1).glued() || p.at(at + 2).glued() || Lean.promises(p, at));
    }

    /** "4/22", "22/04", "22.04", "4-22": a day and a month, where which is which is certain. */
    static @Nullable Read monthDay(Pieces p, int at) {
        return joins(p.at(at + 1)) && isSure(p, at) ? dayAndMonth(p, at) : null;
    }

    /** "4/22", "22/04", and "10/1" with the month first. */
    static @Nullable Read slashDay(Pieces p, int at) {
        return p.at(at + 1).is("/") ? dayAndMonth(p, at) : null;
    }

    /** Whether one of two numbers can be no month, and the other is one. */
    static boolean isSure(Pieces p, int at) {
        Piece a = p.at(at);
        Piece b = p.at(at + 2);
        return isMonth(a) && b.number() > 12 || isMonth(b) && a.number() > 12;
    }

    private static @Nullable Read dayAndMonth(Pieces p, int at) {
        Piece a = p.at(at);
        Piece mark = p.at(at + 1);
        Piece b = p.at(at + 2);
        Piece after = p.at(at + 3);
        boolean two = a.lower().length() <= 2 && b.lower().length() <= 2 && joined(mark, b);
        boolean more = after.is("/") || after.is(mark.lower()) && joined(after, p.at(at + 4));
        if (!two || more || a.glued() || Parts.brokenNumber(p, at, at + 3) || fraction(a, b)) {
            return null;
        }
        int month = isMonth(a) ? a.number() : b.number();
        int day = isMonth(a) ? b.number() : a.number();
        boolean exists =
                month >= 1 && month <= 12 && day >= 1 && day <= Month.of(month).maxLength();
        return exists ? new Read(new Moment(Grain.DAY, 0, month, day, ""), at + 3) : null;
    }

    /** Prices go by halves down to sixty-fourths: "7/16" is no day in July, "3/4" none in March. */
    private static boolean fraction(Piece a, Piece b) {
        boolean padded = a.lower().startsWith("0") || b.lower().startsWith("0");
        return !padded && a.number() < b.number() && FRACTIONS.contains(b.lower());
    }

    private static @Nullable Read day(int year, int month, int day, int end) {
        try {
            return year < 1000 || year > 2199 ? null : new Read(Moment.day(LocalDate.of(year, month, day)), end);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
