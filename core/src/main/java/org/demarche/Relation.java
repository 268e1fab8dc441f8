package org.demarche;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Span;

/**
 * What one party did to another, both given by their words in a text.
 *
 * @param claim the claim that tells it best
 * @param points how well its sides are the given ones: 4 for each side that fits, less where they are the other way about
 */
public record Relation(Claim claim, int points) {
    private static final int SIDE = 4;
    private static final int AT_MOST = 2 * SIDE + 2;

    /** The relation that a coded text tells of; empty where it holds no typed act. */
    static Optional<Relation> of(Coded coded, String source, String target) {
        List<Citation> sources = places(coded.document(), source);
        List<Citation> targets = places(coded.document(), target);
        Relation best = null;
        for (Claim claim : coded.claims()) {
            if (claim.act().type() != null) {
                Relation relation = new Relation(claim, points(claim, sources, targets));
                if (best == null || relation.points > best.points) {
                    best = relation;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** How sure it is, from 0 to 1. */
    public double score() {
        return Math.max(0, points) / (double) AT_MOST;
    }

    private static int points(Claim claim, List<Citation> sources, List<Citation> targets) {
        int points = 0;
        points += isAt(claim.actors(), sources) ? SIDE : 0;
        points += isAt(claim.recipients(), targets) ? SIDE : 0;
        points -= isAt(claim.actors(), targets) ? SIDE / 2 : 0;
        points -= isAt(claim.recipients(), sources) ? SIDE / 2 : 0;
        points += overlaps(claim.sentence(), sources) && overlaps(claim.sentence(), targets) ? 1 : 0;
        points += claim.attribution().isEmpty() ? 1 : 0;
        return points;
    }

    private static boolean isAt(List<Claim.Party> parties, List<Citation> places) {
        return parties.stream().anyMatch(p -> {
            Citation citation = p.citation();
            return citation != null && overlaps(citation, places);
        });
    }

    private static boolean overlaps(Citation citation, List<Citation> places) {
        return places.stream().anyMatch(citation::overlaps);
    }

    private static List<Citation> places(Document document, String words) {
        List<Citation> out = new ArrayList<>();
        String text = document.text();
        for (int at = words.isEmpty() ? -1 : text.indexOf(words);
                at >= 0;
                at = text.indexOf(words, at + words.length())) {
            out.add(document.cite(new Span(at, at + words.length())));
        }
        return out;
    }
}
