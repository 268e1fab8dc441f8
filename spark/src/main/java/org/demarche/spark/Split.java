package org.demarche.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.demarche.model.Ids;
import org.demarche.read.Piece;

/**
 * The input of one task, and what it is called where its results are kept.
 *
 * @param number its place in the input, from 0
 * @param key changes with what is read and with what it is read by
 */
record Split(int number, String key, List<Piece> pieces) implements Serializable {
    /** Small files are read together, up to so many bytes. */
    private static final long ENOUGH_BYTES = 8L << 20;

    private static final int KEY_LENGTH = 16;

    Split {
        pieces = List.copyOf(pieces);
    }

    /** The pieces in their order, neighbours that are whole small files in one split. */
    static List<Split> of(List<Piece> pieces, int most, String mark) {
        List<Split> out = new ArrayList<>();
        List<Piece> open = new ArrayList<>();
        long bytes = 0;
        for (Piece piece : pieces) {
            boolean full = open.size() >= most || bytes + piece.bytes() > ENOUGH_BYTES;
            if (!open.isEmpty() && (full || !piece.isWhole())) {
                out.add(of(out.size(), open, mark));
                open.clear();
                bytes = 0;
            }
            open.add(piece);
            bytes += piece.bytes();
            if (!piece.isWhole()) {
                bytes = ENOUGH_BYTES;
            }
        }
        if (!open.isEmpty()) {
            out.add(of(out.size(), open, mark));
        }
        return out;
    }

    private static Split of(int number, List<Piece> pieces, String mark) {
        String key = Ids.sha256(mark + pieces).substring(0, KEY_LENGTH);
        return new Split(number, key, pieces);
    }

    /** The name of its results. */
    String name() {
        return String.format(Locale.ROOT, "%06d-%s", number, key);
    }
}
