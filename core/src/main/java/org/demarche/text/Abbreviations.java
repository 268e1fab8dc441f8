package org.demarche.text;

import java.util.Locale;
import java.util.Set;
import org.demarche.model.MonthNames;

/** Words that are written with a full stop of their own, by what may follow them. Keys are in lower case, without the last stop. */
final class Abbreviations {

    /** A name or a number follows: the stop after these never ends a sentence. */
    private static final Set<String> LEADING = Set.of(
            "mr", "mrs", "ms", "mx", "dr", "prof", "gen", "col", "lt", "sgt", "maj", "capt", "cmdr", "cdr", "adm",
            "brig", "cpl", "pvt", "gov", "sen", "sens", "rep", "reps", "rev", "hon", "messrs", "mme", "mlle", "amb",
            "pres", "supt", "st", "ste", "mt", "ft", "vs", "v", "cf", "eg", "approx", "ca", "attn", "spc", "insp",
            "det", "atty");

    /** A number follows, or they are ordinary words ("No."). */
    private static final Set<String> BEFORE_NUMBER = Set.of(
            "no", "nos", "c", "art", "arts", "sec", "para", "paras", "fig", "figs", "vol", "vols", "ch", "pp", "p",
            "pt", "ext", "res", "op", "tel");

    private static final Set<String> DAYS =
            Set.of("mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun");

    /** These may end a sentence or stand inside one. */
    private static final Set<String> TRAILING = Set.of(
            "inc", "corp", "co", "ltd", "bros", "plc", "jr", "sr", "esq", "etc", "al", "est", "dept", "univ", "assn",
            "govt", "intl", "ave", "blvd", "rd", "hwy", "min", "mins", "hrs", "yrs", "calif", "fla", "va", "pa", "md",
            "ga", "conn", "mass", "mich", "minn", "wash", "wis", "ariz", "colo", "ill", "tenn", "tex", "ont", "que",
            "okla");

    private static final Set<String> OFTEN_LOWER = Set.of("etc", "al", "inc", "est", "mins", "hrs", "yrs");

    private static final Set<String> WITH_INNER_STOPS =
            Set.of("ph.d", "m.sc", "b.sc", "ll.b", "ll.m", "e.g", "i.e", "a.k.a", "s.p.a");

    private Abbreviations() {}

    /** Whether a stop after the word belongs to the word. The word is as written, without that stop. */
    static boolean takesStop(String word, boolean numberFollows, boolean lineBegins) {
        String key = word.toLowerCase(Locale.ROOT);
        if (isInitials(word) || WITH_INNER_STOPS.contains(key)) {
            return true;
        }
        boolean capital = Characters.isUpper(word.codePointAt(0));
        if (BEFORE_NUMBER.contains(key)) {
            return numberFollows;
        }
        if (MonthNames.SHORT.contains(key)) {
            return capital && (numberFollows || !key.equals("mar") && !key.equals("jun"));
        }
        if (DAYS.contains(key)) {
            return capital
                    && !lineBegins
                    && (numberFollows || !key.equals("sat") && !key.equals("sun") && !key.equals("wed"));
        }
        if (LEADING.contains(key)) {
            return capital
                    || key.equals("vs")
                    || key.equals("v")
                    || key.equals("approx")
                    || key.equals("ca")
                    || key.equals("cf");
        }
        return TRAILING.contains(key) && (capital || OFTEN_LOWER.contains(key));
    }

    /** Whether a sentence may end at the abbreviation (its last stop included). */
    static boolean mayEndSentence(String form) {
        String key = form.substring(0, form.length() - 1).toLowerCase(Locale.ROOT);
        return !LEADING.contains(key) && !BEFORE_NUMBER.contains(key) && !WITH_INNER_STOPS.contains(key)
                || key.equals("ph.d");
    }

    /** Single letters, each but the last with a stop: {@code U.S}, {@code p.m}, {@code J}. */
    static boolean isInitials(String word) {
        if (word.length() == 1) {
            return Characters.isUpper(word.codePointAt(0)) && word.charAt(0) != 'I';
        }
        if (word.length() % 2 == 0 || word.length() > 15) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (i % 2 == 0 ? !Character.isLetter(c) : c != '.') {
                return false;
            }
        }
        return true;
    }

    static boolean isMonth(String word) {
        String key = word.toLowerCase(Locale.ROOT);
        return MonthNames.contains(key);
    }
}
