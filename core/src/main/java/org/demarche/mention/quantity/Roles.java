package org.demarche.mention.quantity;

import java.util.List;
import java.util.Set;
import org.demarche.model.Mention.OfQuantity.Role;

/** What an amount is of a change, by the words before and behind it. */
final class Roles {
    private static final int REACH = 14;
    private static final Set<String> MORE = Set.of("more", "fewer", "less", "additional", "extra", "further");

    /** "May keep only nine": so many and no more. */
    private static final Set<String> KEEPING = Set.of("keep", "retain", "maintain", "station");

    private final List<Piece> pieces;
    private final QuantityWords words;

    Roles(List<Piece> pieces, QuantityWords words) {
        this.pieces = pieces;
        this.words = words;
    }

    Role of(Amount amount, Bounds bounds) {
        String before = lower(bounds.first() - 1);
        String two = lower(bounds.first() - 2) + " " + before;
        boolean changes = hasChange(bounds.first() - 1);
        Role share = amount.isPercent() || amount.number().part() ? Role.SHARE : Role.COUNT;
        if (before.equals("from")
                && (changes || isTo(amount.next()) || lower(bounds.first() - 2).matches("up|down"))) {
            return Role.FROM;
        }
        if (two.equals("down to") || two.equals("back to") || (two.equals("up to") && changes && !bounds.ceiling())) {
            return Role.TO;
        }
        if (before.equals("to") && (changes || follows(bounds))) {
            return Role.TO;
        }
        if (before.equals("until") && share == Role.COUNT && !isMonthOrColon(amount.next())) {
            return Role.TO;
        }
        boolean kept = lower(bounds.first()).equals("only") && KEEPING.contains(before)
                || before.equals("only") && KEEPING.contains(lower(bounds.first() - 2));
        if (bounds.ceiling() || kept) {
            return Role.CEILING;
        }
        if (share == Role.SHARE) {
            return Role.SHARE;
        }
        if (before.equals("by") && changes) {
            return Role.DELTA;
        }
        boolean added =
                MORE.contains(lower(amount.next())) && !lower(amount.next() + 1).equals("than");
        if (added
                || before.equals("another")
                || before.equals("additional")
                || before.equals("further")
                || (before.equals("a") && lower(amount.first()).equals("further"))) {
            return Role.DELTA;
        }
        return words.isIntransitiveChange(before) && !before.equals("cut") && !before.equals("add")
                ? Role.DELTA
                : Role.COUNT;
    }

    /** "from 20 … to 10": an earlier "from" with a number within reach. */
    private boolean follows(Bounds bounds) {
        for (int i = bounds.first() - 2; i >= Math.max(0, bounds.first() - REACH); i--) {
            if (pieces.get(i).is("from")) {
                for (int j = i + 1; j < Math.min(i + 5, bounds.first()); j++) {
                    if (pieces.get(j).isFigure() || isNumberWord(j)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean isNumberWord(int at) {
        Numeral number = new NumeralReader(pieces).read(at);
        return number != null;
    }

    private boolean isTo(int next) {
        for (int i = next; i < Math.min(pieces.size(), next + 5); i++) {
            if (pieces.get(i).is("to")) {
                return i + 1 < pieces.size()
                        && (pieces.get(i + 1).isFigure()
                                || isNumberWord(i + 1)
                                || !pieces.get(i + 1).isWord());
            }
        }
        return false;
    }

    private boolean hasChange(int before) {
        for (int i = before; i >= Math.max(0, before - REACH); i--) {
            if (pieces.get(i).isWord() && words.isChange(pieces.get(i).lower())) {
                return true;
            }
            if (pieces.get(i).is(";") || pieces.get(i).is(".")) {
                return false;
            }
        }
        return false;
    }

    private boolean isMonthOrColon(int at) {
        return words.months.contains(lower(at)) || lower(at).equals(":");
    }

    private String lower(int at) {
        return at >= 0 && at < pieces.size() ? pieces.get(at).lower() : "";
    }
}
