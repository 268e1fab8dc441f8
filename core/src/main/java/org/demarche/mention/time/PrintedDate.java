package org.demarche.mention.time;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.model.PartialDate;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.jspecify.annotations.Nullable;

/**
 * The date that stands at the head of a report: on a line of its own, after a label ("Published:"), or after a place in capitals, as news agencies
 * print it. A line of running text is not a head, whatever date it has.
 */
final class PrintedDate {
    /** How many sentences or lines from the top are looked at; byline blocks are short. */
    private static final int HEAD = 10;

    /** How many words a date line may have besides its date. */
    private static final int LINE = 9;

    private static final Set<String> LABELS = Set.of(
            "date",
            "dated",
            "published",
            "posted",
            "updated",
            "publication",
            "created",
            "released",
            "issued",
            "modified",
            "pubdate",
            "first",
            "last",
            "on",
            "at",
            "release",
            "press",
            "by",
            "added",
            "timestamp",
            "time",
            "for",
            "immediate");
    /** Before a date that is given after that of another calendar: "24 Rajab 1439, corresponding to 10 April 2018". */
    private static final Set<String> CALENDARS = Set.of("to", "or");

    private static final Set<String> LINE_WORDS = Set.of(
            "corresponding",
            "week",
            "briefing",
            "bulletin",
            "newsletter",
            "weekly",
            "daily",
            "to",
            "night",
            "morning",
            "evening",
            "afternoon",
            "noon",
            "al",
            "el",
            "de",
            "la",
            "le",
            "les",
            "du",
            "del",
            "der",
            "die",
            "das",
            "da",
            "do",
            "e",
            "y",
            "et",
            "und",
            "by",
            "on",
            "at",
            "from",
            "in",
            "published",
            "posted",
            "updated",
            "the",
            "of",
            "and",
            "for",
            "last",
            "first",
            "date",
            "am",
            "pm",
            "min",
            "read",
            "minutes",
            "minute",
            "ago",
            "staff",
            "writer",
            "reporter",
            "correspondent",
            "desk",
            "agencies",
            "agency",
            "our",
            "diplomatic",
            "political",
            "foreign",
            "editor",
            "a",
            "p",
            "m",
            "edt",
            "est",
            "gmt",
            "news",
            "report",
            "press",
            "release",
            "publication",
            "s",
            "modified",
            "time",
            "local",
            "edition",
            "is",
            "o");

    /** How many words and marks may stand before the date where a place does. */
    private static final int PLACE = 8;

    /** Words that begin a sentence and no place. */
    private static final Set<String> STARTS = Set.of(
            "on", "in", "by", "since", "until", "till", "from", "after", "before", "at", "the", "as", "of", "this",
            "that", "when", "between");

    private PrintedDate() {}

    static Optional<Dateline> find(Document document, List<Sentence> sentences) {
        for (int s = 0; s < Math.min(HEAD, sentences.size()); s++) {
            for (Span line : HeadLines.of(document.text(), sentences.get(s).span())) {
                Optional<Dateline> found = find(document, sentences.get(s), line);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Dateline> find(Document document, Sentence sentence, Span line) {
        Pieces p = Pieces.of(document.text(), line);
        PhrasePart calendar = CalendarPart.PARTS.get(CalendarPart.NAME);
        int limit = Math.min(p.size(), 40);
        for (int i = 0; i < limit; i++) {
            PhrasePart.Read read = calendar == null || !calendar.canStart(p.at(i)) ? null : calendar.read(p, i);
            if (read == null) {
                continue;
            }
            Moment moment = ((Calendar) read.value()).moment();
            Optional<PartialDate> date = moment.start();
            boolean day = moment.grain() == Grain.DAY && moment.part() > 0 && moment.day() > 0;
            boolean month = moment.grain() == Grain.MONTH && moment.hasYear();
            boolean alone = month && i == 0 && read.end() == p.size();
            if (date.isPresent()
                    && (alone || (day || month) && heads(p, i, read.end(), day && moment.hasYear(), day, sentence))) {
                return Optional.of(
                        DatelineFinder.dated(document, p.span(i, read.end()), date.get(), Dateline.Basis.PRINTED));
            }
            i = read.end() - 1;
        }
        return Optional.empty();
    }

    private static boolean heads(Pieces p, int from, int to, boolean full, boolean day, Sentence sentence) {
        if (full && labelled(p, from)) {
            return true;
        }
        if (day && (placed(p, from, to) || located(p, from, to, full))) {
            return true;
        }
        return full
                && line(p, from, to)
                && (sentence.kind() == Sentence.Kind.META || p.size() <= LINE + (to - from) + 6);
    }

    /** Nothing before the date but a label: "date 2021-10-20 Talks ...", "Published: 6 October 2021". */
    private static boolean labelled(Pieces p, int from) {
        int i = from - 1;
        boolean label = false;
        for (; i >= 0; i--) {
            Piece piece = p.at(i);
            if (piece.isWord() && LABELS.contains(piece.lower())) {
                label |= !Set.of("on", "at", "by", "first", "last", "time", "press", "for", "immediate")
                        .contains(piece.lower());
            } else if (piece.isWord() || piece.isNumber() || piece.is(",") || piece.is(".")) {
                return false;
            }
        }
        // A numeric date that begins the text has been glued to it by whoever saved it.
        return label
                || (from == 0
                        && p.at(0).lower().length() == 4
                        && (p.at(1).is("-") || p.at(1).is("/")));
    }

    /** A place in capitals before the date, a dash, bracket or nothing after it: "LONDON, 15 March 2018", "PARIS, March 3 (AFP) - ". */
    private static boolean placed(Pieces p, int from, int to) {
        if (from == 0 || from > 8) {
            return false;
        }
        boolean capitals = false;
        for (int i = 0; i < from; i++) {
            Piece piece = p.at(i);
            if (piece.isWord()) {
                int length = piece.end() - piece.start();
                boolean upper = piece.capital() && length > 1 && p.upper(i);
                capitals |= upper && length > 2;
                if (!piece.capital()) {
                    return false;
                }
            } else if (piece.isNumber()
                    || (!piece.is(",")
                            && !piece.is(".")
                            && !piece.is("/")
                            && !piece.is("-")
                            && !piece.is("(")
                            && !piece.is(")"))) {
                return false;
            }
        }
        Piece after = p.at(to);
        boolean closes = after.lower().isEmpty()
                || after.is("(")
                || after.is("-")
                || after.is(":")
                || after.is(".")
                || after.is("/")
                || after.is("|")
                || after.is(",");
        return capitals && closes && p.upper(0);
    }

    /** A place that is not in capitals, and after the date what parts it from the text: "Nairobi, 14 March 2022 (Agency): ", "New Valley, 3 May - ". */
    private static boolean located(Pieces p, int from, int to, boolean full) {
        Piece before = p.at(from - 1);
        if (from < 2
                || from > PLACE
                || before.isWord()
                || before.isNumber()
                || STARTS.contains(p.at(0).lower())) {
            return false;
        }
        for (int i = 0; i < from; i++) {
            Piece piece = p.at(i);
            if (piece.isNumber() || piece.isWord() && !piece.capital()) {
                return false;
            }
        }
        int at = p.at(to).is(")") ? to + 1 : to;
        Piece after = p.at(at);
        if (after.is(",") || after.is(".") || after.is("/")) {
            // "Dalia, 14 March 2022, NEWSWIRE - ": the agency, and what parts it from the text.
            int agency = at + 1;
            while (agency < at + PLACE && p.at(agency).isWord() && p.at(agency).capital()) {
                agency++;
            }
            boolean named =
                    agency > at + 1 && (p.at(agency).is("-") || p.at(agency).is(":"));
            return named || p.at(at + 1).is("(");
        }
        return after.is("(") || after.is("-") || full && (after.is(":") || after.is("|"));
    }

    /** A short line of names and labels around the date. */
    private static boolean line(Pieces p, int from, int to) {
        int others = 0;
        for (int i = 0; i < p.size(); i++) {
            if (i >= from && i < to) {
                continue;
            }
            Piece piece = p.at(i);
            if (piece.isWord()) {
                others++;
                if (!piece.capital() && !LINE_WORDS.contains(piece.lower())) {
                    return false;
                }
            }
            if (piece.is("?") || piece.is("!")) {
                return false;
            }
        }
        @Nullable Piece before = from > 0 ? p.at(from - 1) : null;
        boolean plain = before == null
                || before.kind() == Piece.Kind.MARK
                || LABELS.contains(before.lower())
                || CALENDARS.contains(before.lower())
                || others == 0;
        return others <= LINE && plain && !p.at(from - 1).is("(");
    }
}
