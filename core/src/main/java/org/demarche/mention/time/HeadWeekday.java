package org.demarche.mention.time;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.model.Document;
import org.demarche.model.Mention;
import org.demarche.model.Sentence;
import org.demarche.model.Span;

/**
 * The day of the week that stands at the head of a report in place of a date: "Lima, Monday (Agency).", "Last updated: Thursday, 21:14". It tells the
 * day where other reports tell the week; so it counts only in a report that tells of its days by the day of the week, or where it is labelled as the report's.
 */
final class HeadWeekday {
    private static final int HEAD = 6;
    private static final int PLACE = 6;
    private static final Set<String> DAYS = Stream.of(DayOfWeek.values())
            .map(d -> d.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    private static final Set<String> PARTS = Set.of("morning", "evening", "night", "afternoon", "edition", "noon");
    private static final Set<String> LABELS =
            Set.of("updated", "published", "posted", "last", "first", "filed", "issued", "released", "on", "edition");
    private static final Set<String> AHEAD = Set.of("this", "next", "coming", "by", "until", "till", "from", "before");

    /** @param labelled whether the words before it say that it is the report's ("Last updated:") */
    private record Head(Span day, boolean labelled) {}

    private HeadWeekday() {}

    /** Where the day of the week stands; empty where none does, or where the text does not go by such days. */
    static Optional<Span> find(Document document, List<Sentence> sentences, List<Mention.OfTime> times) {
        for (int s = 0; s < Math.min(HEAD, sentences.size()); s++) {
            for (Span line : HeadLines.of(document.text(), sentences.get(s).span())) {
                Optional<Head> found = find(Pieces.of(document.text(), line));
                if (found.isPresent()) {
                    Span day = found.get().day();
                    boolean counts = found.get().labelled() || goesByWeekdays(document, sentences, times, day);
                    return counts ? Optional.of(day) : Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Head> find(Pieces p) {
        boolean label = false;
        for (int i = 0; i < Math.min(p.size(), PLACE + 2); i++) {
            Piece piece = p.at(i);
            if (piece.isWord() && piece.capital() && DAYS.contains(piece.lower())) {
                Piece before = p.at(i - 1);
                boolean opens = i == 0 || label || !before.isWord() && !before.isNumber();
                return opens && closes(p, i + 1, i == 0 || label)
                        ? Optional.of(new Head(p.span(i, i + 1), label))
                        : Optional.empty();
            }
            label = LABELS.contains(piece.lower()) || label && piece.is(":");
            if (piece.isNumber() || piece.isWord() && !piece.capital() && !label) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** After the day: the end of the line, an hour, or what parts a place from the text. */
    private static boolean closes(Pieces p, int from, boolean alone) {
        int at = from;
        while (PARTS.contains(p.at(at).lower())) {
            at++;
        }
        Piece after = p.at(at);
        if (at >= p.size()) {
            return true;
        }
        if (alone) {
            boolean hour = after.isNumber()
                    || (after.is(",") || after.is("|")) && p.at(at + 1).isNumber();
            return hour && p.size() - at <= 2 * PLACE || after.is("|");
        }
        return after.is("(") || after.is("-") || after.is(":") || after.is("|") || after.is(")") || after.is(".");
    }

    /** Whether the text tells of days of the week that are over. */
    private static boolean goesByWeekdays(
            Document document, List<Sentence> sentences, List<Mention.OfTime> times, Span head) {
        boolean told = false;
        for (Mention.OfTime time : times) {
            Pieces p = Pieces.of(document.text(), time.span());
            boolean weekday = false;
            boolean ahead = AHEAD.contains(wordBefore(document, sentences, time));
            for (int i = 0; i < p.size(); i++) {
                weekday |= DAYS.contains(p.at(i).lower());
                ahead |= AHEAD.contains(p.at(i).lower());
            }
            told |= weekday && !ahead && !time.span().overlaps(head);
        }
        return told;
    }

    private static String wordBefore(Document document, List<Sentence> sentences, Mention.OfTime time) {
        for (Sentence sentence : sentences) {
            if (sentence.index() == time.sentence()
                    && sentence.span().start() < time.span().start()) {
                Pieces p = Pieces.of(
                        document.text(),
                        new Span(sentence.span().start(), time.span().start()));
                return p.at(p.size() - 1).lower();
            }
        }
        return "";
    }
}
