package org.demarche.mention.time;

import java.util.List;
import java.util.Optional;
import org.demarche.model.Sentence;

/**
 * Whether a document tells a history, in which a date without a year belongs to the year told of last, or reports its own days.
 *
 * <p>It is a history when most of its full dates (month and year) lie more than a year before it was published, and they outnumber its weekdays,
 * yesterdays and last weeks. Without a date of publication the full dates count against the latest of them.
 */
final class Narrative {
    private Narrative() {}

    static boolean isHistory(List<Pieces> pieces, List<Sentence> sentences, Optional<Moment> report) {
        int far = 0;
        int near = 0;
        int latest = report.map(Moment::year).orElse(0);
        java.util.List<Integer> years = new java.util.ArrayList<>();
        PhrasePart month = Parts.BASIC.get("MONTH");
        PhrasePart year = Parts.BASIC.get("YEAR");
        PhrasePart weekday = Parts.BASIC.get("WEEKDAY");
        for (int s = 0; s < pieces.size(); s++) {
            if (sentences.get(s).kind() == Sentence.Kind.FURNITURE) {
                continue;
            }
            Pieces p = pieces.get(s);
            for (int i = 0; i < p.size(); i++) {
                Piece piece = p.at(i);
                if (piece.is("yesterday")
                        || piece.is("today")
                        || piece.is("tomorrow")
                        || (piece.is("last")
                                && (p.at(i + 1).is("week")
                                        || p.at(i + 1).is("month")
                                        || p.at(i + 1).is("year")
                                        || p.at(i + 1).is("night")))) {
                    near++;
                } else if (weekday.read(p, i) != null) {
                    near++;
                } else if (month.read(p, i) != null) {
                    for (int j = i + 1; j <= i + 4; j++) {
                        PhrasePart.Read read = year.read(p, j);
                        if (read != null) {
                            years.add((Integer) read.value());
                            break;
                        }
                    }
                }
            }
        }
        if (latest == 0) {
            latest = years.stream().mapToInt(y -> y).max().orElse(0);
        }
        for (int y : years) {
            if (y < latest - 1) {
                far++;
            } else {
                near++;
            }
        }
        return far >= 3 && far > near;
    }
}
