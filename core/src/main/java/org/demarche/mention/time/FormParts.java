package org.demarche.mention.time;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The basic parts and {@code ERA}: "last year", "of that same year", "the following year". */
final class FormParts {
    static final Map<String, PhrasePart> WITH_ERA = new TreeMap<>(Parts.BASIC);

    private static final Map<String, Era> WORDS = Map.ofEntries(
            Map.entry("this", Era.THIS),
            Map.entry("current", Era.THIS),
            Map.entry("last", Era.LAST),
            Map.entry("past", Era.LAST),
            Map.entry("next", Era.NEXT),
            Map.entry("coming", Era.NEXT),
            Map.entry("that", Era.SAME),
            Map.entry("same", Era.SAME),
            Map.entry("following", Era.AFTER),
            Map.entry("previous", Era.BEFORE),
            Map.entry("preceding", Era.BEFORE),
            Map.entry("prior", Era.BEFORE));

    static final PhrasePart ERA = new PhrasePart() {
        @Override
        public boolean canStart(Piece piece) {
            return piece.is("the") || WORDS.containsKey(piece.lower());
        }

        @Override
        public @Nullable Read read(Pieces p, int at) {
            return era(p, at);
        }
    };

    static {
        WITH_ERA.put("ERA", ERA);
    }

    private FormParts() {}

    private static PhrasePart.@Nullable Read era(Pieces p, int at) {
        boolean article = p.at(at).is("the");
        int i = article ? at + 1 : at;
        Era era = WORDS.get(p.at(i).lower());
        if (article && p.at(i).is("year")) {
            return new PhrasePart.Read(Era.SAME, i + 1);
        }
        if (era == null) {
            return null;
        }
        i++;
        if (era == Era.SAME && p.at(i).is("same")) {
            i++;
        }
        if (!p.at(i).is("year")) {
            return null;
        }
        // "the next year" is counted from the last date, "next year" from the report.
        boolean told = article && (era == Era.NEXT || era == Era.LAST);
        return new PhrasePart.Read(told ? (era == Era.NEXT ? Era.AFTER : Era.BEFORE) : era, i + 1);
    }
}
