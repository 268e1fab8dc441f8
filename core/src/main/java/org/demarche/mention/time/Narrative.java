package org.demarche.mention.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.model.Sentence;

/**
 * Whether a document tells a history, in which a date without a year belongs to the year told of last, or reports its own days.
 *
 * <p>It is a history when most of its full dates (month and year) lie more than a year before it was published, and they outnumber its weekdays,
 * yesterdays and last weeks; never where the first sentence of a dated report names a day of the week. Without a date of publication the full dates count against the latest of them.
 */
final class Narrative {
    private static final Set<String> OF_THE_DAY = Set.of("yesterday", "today", "tomorrow", "tonight");
    private static final Set<String> UNITS = Set.of("week", "month", "year", "night");

    /** Least number of distant dates in a history. */
    private static final int FAR = 3;

    private Narrative() {}

    static boolean isHistory(List<Pieces> pieces, List<Sentence> sentences, Optional<Moment> report) {
        List<Integer> years = new ArrayList<>();
        int near = 0;
        int headings = 0;
        int old = 0;
        int body = 0;
        for (int s = 0; s < pieces.size(); s++) {
            Pieces p = pieces.get(s);
            if (sentences.get(s).kind() == Sentence.Kind.FURNITURE) {
                continue;
            }
            body += sentences.get(s).kind() == Sentence.Kind.BODY ? 1 : 0;
            for (int i = 0; i < p.size(); i++) {
                Piece piece = p.at(i);
                boolean last = piece.is("last") && UNITS.contains(p.at(i + 1).lower());
                if (OF_THE_DAY.contains(piece.lower()) || last || reads("WEEKDAY", p, i)) {
                    if (body == 1 && !last && report.isPresent()) {
                        return false;
                    }
                    near++;
                } else if (reads("MONTH", p, i)) {
                    yearAfter(p, i).ifPresent(years::add);
                } else if (p.size() == 1 && reads("YEAR", p, i)) {
                    headings++;
                } else if (piece.isNumber() && reads("BCYEAR", p, i)) {
                    old++;
                }
            }
        }
        int latest = report.map(Moment::year)
                .orElse(years.stream().mapToInt(y -> y).max().orElse(0));
        long far = years.stream().filter(y -> y < latest - 1).count() + 2L * headings + old;
        near += (int) years.stream().filter(y -> y >= latest - 1).count();
        return far >= FAR && far > near;
    }

    private static boolean reads(String part, Pieces p, int at) {
        PhrasePart reader = Parts.BASIC.get(part);
        return reader != null && reader.canStart(p.at(at)) && reader.read(p, at) != null;
    }

    private static Optional<Integer> yearAfter(Pieces p, int month) {
        PhrasePart year = Parts.BASIC.get("YEAR");
        for (int j = month + 1; j <= month + 4; j++) {
            PhrasePart.Read read = year == null ? null : year.read(p, j);
            if (read != null) {
                return Optional.of((Integer) read.value());
            }
        }
        return Optional.empty();
    }
}
