package org.demarche.mention.time;

import java.util.Set;

/** Where a phrase stands, and what is known there: the words around it, the dates before it. */
record Place(Line line, int from, int to, Anchors anchors) {
    private static final Set<String> BEFORE_DATE = Set.of(
            "in",
            "on",
            "at",
            "by",
            "since",
            "until",
            "till",
            "from",
            "to",
            "of",
            "during",
            "after",
            "before",
            "through",
            "throughout",
            "between",
            "and",
            "or",
            "for",
            "around",
            "about",
            "circa",
            "late",
            "early",
            "back",
            "as",
            "than",
            "over",
            "within");

    /** Words that join another happening to what is promised. */
    private static final Set<String> JOINTS =
            Set.of("if", "when", "once", "after", "before", "until", "unless", "as", "and", "then", "or", ",");

    Pieces pieces() {
        return line.pieces();
    }

    int sentence() {
        return line.index();
    }

    Piece before() {
        return pieces().at(from - 1);
    }

    Piece after() {
        return pieces().at(to);
    }

    /** Whether a preposition or bracket leads to the phrase. */
    boolean isLed() {
        return BEFORE_DATE.contains(before().lower());
    }

    Lean lean() {
        return switch (before().lower()) {
            case "since" -> Lean.BACK;
            case "from", "by" -> Lean.at(pieces(), from, to) == Lean.FORWARD ? Lean.FORWARD : Lean.NONE;
            case "until", "till" ->
                Lean.at(pieces(), from, to) == Lean.BACK
                                && !pieces().at(from - 2).isWord()
                        ? Lean.BACK
                        : Lean.FORWARD;
            default -> Lean.at(pieces(), from, to);
        };
    }

    /** Whether the words before promise what will be. */
    boolean isPromised() {
        return Lean.promises(pieces(), from);
    }

    /** Whether the day may be that on which somebody said what would be. */
    boolean isReported() {
        return Lean.reports(pieces(), from);
    }

    /**
     * Whether a promise is counted from the report: the text has named no date yet, nor the sentence anything else that it could be counted from, as
     * "if they meet, they will sign the next day" does.
     */
    boolean isFirstPromise() {
        boolean first = anchors.isUntold() && !anchors.narrative() && isPromised();
        for (int i = 0; i < from && first; i++) {
            first = !JOINTS.contains(pieces().at(i).lower());
        }
        return first;
    }

    Anchors.Dated date(Calendar calendar) {
        boolean told = Lean.at(pieces(), from, to) == Lean.BACK;
        return anchors.date(calendar, lean(), told, sentence(), line.paragraph());
    }
}
