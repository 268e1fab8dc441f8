package org.demarche.mention.time;

import java.util.Set;

/** Whether the words around a date speak of what was or of what will be. */
enum Lean {
    BACK,
    FORWARD,
    NONE;

    private static final int REACH = 14;
    private static final Set<String> FUTURE = Set.of(
            "will",
            "shall",
            "ll",
            "would",
            "upcoming",
            "due",
            "scheduled",
            "expected",
            "plans",
            "planned",
            "set",
            "going",
            "must",
            "may",
            "slated",
            "should",
            "intends",
            "expires",
            "ends",
            "opens",
            "closes",
            "resumes",
            "returns",
            "arrives",
            "lapses",
            "hopes",
            "expects",
            "begins",
            "starts",
            "takes",
            "take",
            "comes",
            "enters",
            "applies",
            "apply",
            "effective",
            "deadline",
            "ordered",
            "can",
            "could",
            "supposed",
            "resume",
            "begin",
            "expire",
            "reopen",
            "payable",
            "pay",
            "maturing",
            "expiring",
            "please",
            "wants",
            "wishes",
            "forthcoming");

    /** Verbs, and no nouns, that ask for something to be done where a sentence opens with them as they are. */
    private static final Set<String> REQUESTS = Set.of(
            "schedule",
            "arrange",
            "register",
            "submit",
            "send",
            "join",
            "meet",
            "come",
            "go",
            "remind",
            "remember",
            "bring",
            "prepare",
            "let");

    private static final Set<String> PAST = Set.of(
            "froze",
            "agreed",
            "decreed",
            "freed",
            "guaranteed",
            "chose",
            "drove",
            "flew",
            "forgot",
            "forgave",
            "hung",
            "hid",
            "knew",
            "lay",
            "lent",
            "meant",
            "overthrew",
            "rode",
            "rang",
            "sang",
            "sank",
            "slept",
            "spent",
            "split",
            "spread",
            "stole",
            "swore",
            "swept",
            "taught",
            "tore",
            "understood",
            "woke",
            "wore",
            "withdrew",
            "fought",
            "felt",
            "heard",
            "thought",
            "caught",
            "lit",
            "quit",
            "beat",
            "bit",
            "blew",
            "bore",
            "bound",
            "fed",
            "fled",
            "drank",
            "dug",
            "ate",
            "was",
            "were",
            "had",
            "did",
            "said",
            "told",
            "made",
            "took",
            "went",
            "gave",
            "came",
            "met",
            "fell",
            "rose",
            "began",
            "held",
            "left",
            "saw",
            "got",
            "won",
            "lost",
            "sent",
            "spoke",
            "kept",
            "found",
            "became",
            "broke",
            "cut",
            "hit",
            "shot",
            "put",
            "ran",
            "led",
            "grew",
            "paid",
            "drew",
            "threw",
            "wrote",
            "stood",
            "brought",
            "bought",
            "sold",
            "built",
            "struck",
            "sought",
            "since",
            "ago",
            "been",
            "has",
            "have");

    private static final Set<String> PROMISE = Set.of("will", "shall", "ll", "going", "won");
    private static final Set<String> SAID = Set.of("said", "announced", "declared", "confirmed", "warned", "stated");
    private static final Set<String> BE = Set.of("is", "are");
    private static final Set<String> MODAL =
            Set.of("will", "shall", "would", "must", "should", "ll", "may", "can", "could");

    private static final Set<String> TILL = Set.of("by", "until", "till", "before");
    private static final Set<String> AWAY =
            Set.of("from", "of", "by", "for", "without", "before", "after", "about", "on");
    private static final Set<String> TERMS = Set.of("day", "date", "deadline", "cut-off", "cutoff", "limit");
    private static final Set<String> BEFORE_TERMS =
            Set.of("the", "a", "its", "their", "his", "her", "last", "final", "latest", "target", "new");

    /**
     * The nearest sign of a tense, before the date rather than after it, within its clause. What was "ordered" by a day is to come; who
     * "ordered" something on a day before the verb has done so.
     */
    static Lean at(Pieces pieces, int from, int to) {
        if (isNamedAhead(pieces, to)) {
            return FORWARD;
        }
        for (int i = from - 1; i >= Math.max(0, from - REACH); i--) {
            Piece piece = pieces.at(i);
            if (piece.is(";") || piece.is(":") || (piece.is("-") && !piece.glued())) {
                break;
            }
            // Who is "ordered out" on a day was; who is "ordered to go" by a day has still to.
            boolean order = piece.is("ordered") && !infinitive(pieces, i + 1, from);
            Lean lean = order ? BACK : of(pieces, i);
            if (piece.is("had")
                    && pieces.at(i + 1).is("to")
                    && TILL.contains(pieces.at(from - 1).lower())) {
                return FORWARD;
            }
            if (lean != NONE) {
                return lean;
            }
        }
        for (int i = to; i < Math.min(pieces.size(), to + 2 * REACH); i++) {
            Piece piece = pieces.at(i);
            if (piece.is(";") || piece.is(":")) {
                break;
            }
            Lean lean = piece.is("ordered") ? BACK : of(pieces, i);
            if (lean != NONE) {
                return lean;
            }
        }
        return NONE;
    }

    /** "Named Friday as the last day on which …", "gave Monday as the deadline". */
    private static boolean isNamedAhead(Pieces pieces, int to) {
        if (!pieces.at(to).is("as")) {
            return false;
        }
        for (int i = to + 1; i < to + 4; i++) {
            String word = pieces.at(i).lower();
            if (TERMS.contains(word)) {
                return true;
            }
            if (!BEFORE_TERMS.contains(word)) {
                return false;
            }
        }
        return false;
    }

    /**
     * Whether the nearest sign of a tense before a date promises what will be: "will", "shall", "going to". There a bare number after a verb is a date:
     * results, scores and prices are told when they are known. A "would" may be counted from a day that has gone.
     */
    static boolean promises(Pieces pieces, int from) {
        for (int i = from - 1; i >= Math.max(0, from - REACH); i--) {
            if (pieces.at(i).is(";") || pieces.at(i).is(":")) {
                return false;
            }
            Lean lean = of(pieces, i);
            if (lean != NONE) {
                return lean == FORWARD && isPromise(pieces, i);
            }
        }
        return false;
    }

    /** "Said it would expel him on Tuesday": the nearest sign of a tense is a "would" that somebody says, so the day may be that of saying it. */
    static boolean reports(Pieces pieces, int from) {
        int would = -1;
        for (int i = from - 1; i >= Math.max(0, from - REACH) && would < 0; i--) {
            if (of(pieces, i) != NONE) {
                would = pieces.at(i).is("would") ? i : 0;
            }
        }
        for (int i = would - 1; i >= Math.max(0, would - 5); i--) {
            if (SAID.contains(pieces.at(i).lower())) {
                return true;
            }
            if (!pieces.at(i).isWord()) {
                return false;
            }
        }
        return false;
    }

    /** "will", or a verb with it before: "will be expelled". */
    private static boolean isPromise(Pieces pieces, int verb) {
        for (int i = verb; i >= Math.max(0, verb - 3); i--) {
            if (PROMISE.contains(pieces.at(i).lower()) && (i == verb || of(pieces, i) == FORWARD)) {
                return true;
            }
        }
        return false;
    }

    private static boolean infinitive(Pieces pieces, int from, int to) {
        for (int i = from; i + 1 < to; i++) {
            if (pieces.at(i).is("to")
                    && pieces.at(i + 1).isWord()
                    && !pieces.at(i + 1).capital()) {
                return true;
            }
        }
        return pieces.at(to - 1).is("by");
    }

    /** "is to", "'d like", "won't". */
    private static boolean isFutureOfTwo(String word, String next, String third) {
        return BE.contains(word) && next.equals("to")
                || word.equals("d") && next.equals("like")
                || word.equals("won") && next.equals("'") && third.equals("t");
    }

    private static Lean of(Pieces pieces, int i) {
        Piece piece = pieces.at(i);
        if (!piece.isWord() || (piece.capital() && i > 0)) {
            return NONE;
        }
        String w = piece.lower();
        if (w.equals("going") && AWAY.contains(pieces.at(i - 1).lower())) {
            // "Banned from going to work": no promise.
            return NONE;
        }
        boolean asked = i == 0 && REQUESTS.contains(w);
        if (asked
                || FUTURE.contains(w)
                || isFutureOfTwo(w, pieces.at(i + 1).lower(), pieces.at(i + 2).lower())) {
            return FORWARD;
        }
        boolean past = PAST.contains(w) || (w.length() > 4 && w.endsWith("ed") && !w.endsWith("eed"));
        if (!past || pieces.at(i - 1).is("to")) {
            return NONE;
        }
        // "will be expelled", "must have left", "to be closed": the auxiliary tells.
        for (int j = i - 1; j >= Math.max(0, i - 3); j--) {
            String before = pieces.at(j).lower();
            boolean name = pieces.at(j).capital() && j > 0;
            if (MODAL.contains(before) && !name
                    || (before.equals("to") && pieces.at(j + 1).is("be"))) {
                return FORWARD;
            }
            if (!pieces.at(j).isWord()) {
                break;
            }
        }
        return BACK;
    }
}
