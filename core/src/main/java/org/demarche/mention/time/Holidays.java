package org.demarche.mention.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.chrono.HijrahChronology;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Days that have names, by the year they are asked for. Of the feasts that move, Easter follows the Western computus. */
final class Holidays {
    /** By name in lower case. */
    static final Map<String, IntFunction<LocalDate>> BY_NAME = new TreeMap<>();

    static {
        fixed("christmas", 12, 25);
        fixed("christmas day", 12, 25);
        fixed("christmas eve", 12, 24);
        fixed("boxing day", 12, 26);
        fixed("new year eve", 12, 31);
        fixed("saint patrick ' s day", 3, 17);
        fixed("earth day", 4, 22);
        fixed("international women ' s day", 3, 8);
        fixed("international workers ' day", 5, 1);
        fixed("int ' l workers '? day", 5, 1);
        fixed("yuandan", 1, 1);
        fixed("human rights day", 12, 10);
        fixed("new year ' s day", 1, 1);
        fixed("new year ' s eve", 12, 31);
        fixed("new year ' s", 1, 1);
        fixed("epiphany", 1, 6);
        fixed("valentine ' s day", 2, 14);
        fixed("st patrick ' s day", 3, 17);
        fixed("may day", 5, 1);
        fixed("halloween", 10, 31);
        fixed("all saints ' day", 11, 1);
        fixed("armistice day", 11, 11);
        fixed("veterans day", 11, 11);
        fixed("bastille day", 7, 14);
        fixed("the fourth of july", 7, 4);
        BY_NAME.put("thanksgiving", year -> nth(year, 11, DayOfWeek.THURSDAY, 4));
        BY_NAME.put("thanksgiving day", year -> nth(year, 11, DayOfWeek.THURSDAY, 4));
        BY_NAME.put("thanks giving day?", year -> nth(year, 11, DayOfWeek.THURSDAY, 4));
        BY_NAME.put("black friday", year -> nth(year, 11, DayOfWeek.THURSDAY, 4).plusDays(1));
        BY_NAME.put("cyber monday", year -> nth(year, 11, DayOfWeek.THURSDAY, 4).plusDays(4));
        BY_NAME.put("father ' s day", year -> nth(year, 6, DayOfWeek.SUNDAY, 3));
        BY_NAME.put("presidents ' day", year -> nth(year, 2, DayOfWeek.MONDAY, 3));
        BY_NAME.put("martin luther king (jr .?)? day", year -> nth(year, 1, DayOfWeek.MONDAY, 3));
        BY_NAME.put("mlk day", year -> nth(year, 1, DayOfWeek.MONDAY, 3));
        BY_NAME.put("eid -? (al | ul | el) -? fitr", year -> hijri(year, 10, 1));
        BY_NAME.put("(eid -? (al | ul | el) -? (adha | azha) | eidul (adha | azha))", year -> hijri(year, 12, 10));
        BY_NAME.put("(islamic | hijri | arabic) new year", year -> hijri(year, 1, 1));
        BY_NAME.put("labor day", year -> nth(year, 9, DayOfWeek.MONDAY, 1));
        BY_NAME.put("columbus day", year -> nth(year, 10, DayOfWeek.MONDAY, 2));
        BY_NAME.put("memorial day", year -> nth(year, 5, DayOfWeek.MONDAY, -1));
        BY_NAME.put("easter", Holidays::easter);
        BY_NAME.put("easter sunday", Holidays::easter);
        BY_NAME.put("easter monday", year -> easter(year).plusDays(1));
        BY_NAME.put("good friday", year -> easter(year).minusDays(2));
        BY_NAME.put("palm sunday", year -> easter(year).minusDays(7));
        BY_NAME.put("ash wednesday", year -> easter(year).minusDays(46));
    }

    private Holidays() {}

    private static void fixed(String name, int month, int day) {
        BY_NAME.put(name, year -> LocalDate.of(year, month, day));
    }

    /** The n-th such weekday of a month; the last one for -1. */
    static LocalDate nth(int year, int month, DayOfWeek weekday, int n) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(n, weekday));
    }

    /** The first day of a year that is such a day of the Islamic calendar, as Umm al-Qura has it; of 1884 or 2076 for a year outside what that knows. */
    static LocalDate hijri(int year, int month, int day) {
        int known = Math.max(1884, Math.min(2076, year));
        LocalDate start = LocalDate.of(known, 1, 1);
        HijrahDate first = HijrahDate.from(start);
        LocalDate found = LocalDate.from(HijrahChronology.INSTANCE.date(first.get(ChronoField.YEAR), month, day));
        if (found.isBefore(start)) {
            found = LocalDate.from(HijrahChronology.INSTANCE.date(first.get(ChronoField.YEAR) + 1, month, day));
        }
        return found;
    }

    /** Gregorian Easter Sunday (Meeus, Astronomical Algorithms, chapter 8). */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
