package org.demarche.read;

import java.util.List;

/**
 * Input cut into parts.
 *
 * @param all in the order in which they are read
 * @param said what could not be listed
 */
public record Pieces(List<Piece> all, List<Read> said) {
    public Pieces {
        all = List.copyOf(all);
        said = List.copyOf(said);
    }
}
