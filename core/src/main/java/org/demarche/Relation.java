package org.demarche;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.model.Act;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Span;
import org.demarche.relate.PairFeatures;
import org.demarche.relate.PairReader;
import org.demarche.relate.RelationModel;
import org.jspecify.annotations.Nullable;

/**
 * What one party did to another, both given by their words in a text.
 *
 * <p>Where a rule codes an act whose two sides are the given ones, that is the answer. Where it fits one side or none, a model of words and tree may know better if it
 * is sure; where no rule finds anything, the model alone answers. Its scores stay below those of a rule whose sides both fit.
 *
 * @param type PLOVER type
 * @param mode PLOVER mode, or null
 * @param quad 1 verbal co-operation, 2 material co-operation, 3 verbal conflict, 4 material conflict
 * @param score from 0 to 1: how well the sides of the claim are the given ones, or half the model's probability
 * @param rule id of the rule, or {@link #MODEL}
 * @param claim the claim that tells it, or null where the model answers
 */
public record Relation(
        String type,
        @Nullable String mode,
        int quad,
        double score,
        String rule,
        @Nullable Claim claim) {
    /** Stands for a rule where the model answers. */
    public static final String MODEL = "model/1";

    private static final int SIDE = 4;
    private static final int AT_MOST = 2 * SIDE + 2;
    private static final int BOTH = 2 * SIDE - 1;
    private static final double SURE = .7;

    private record Told(Claim claim, int points) {}

    /** The relation that a coded text tells of; empty where it has no parsed sentence. */
    static Optional<Relation> of(Coded coded, String source, String target, RelationModel model) {
        Told told = told(coded, source, target);
        if (told != null && told.points >= BOTH) {
            return Optional.of(of(told));
        }
        PairFeatures features = new PairReader().read(coded.document().text(), coded.sentences(), source, target);
        if (features.names().isEmpty()) {
            return Optional.ofNullable(told).map(Relation::of);
        }
        Map<String, Double> types = new LinkedHashMap<>(model.probabilities(features));
        // Words or deeds of giving way are one choice; which of the two is the second.
        double concede = types.getOrDefault("CONCEDE", 0.0);
        double retreat = types.getOrDefault("RETREAT", 0.0);
        types.remove(concede < retreat ? "CONCEDE" : "RETREAT");
        types.replace(concede < retreat ? "RETREAT" : "CONCEDE", concede + retreat);
        // First with each other or against each other, by all types together; then the likeliest type of that side.
        double together = types.entrySet().stream()
                .filter(e -> quad(e.getKey()) <= 2)
                .mapToDouble(Map.Entry::getValue)
                .sum();
        String best = null;
        double most = -1;
        for (Map.Entry<String, Double> each : types.entrySet()) {
            if (quad(each.getKey()) <= 2 == together > .5 && each.getValue() > most) {
                most = each.getValue();
                best = each.getKey();
            }
        }
        if (best == null || told != null && most < SURE) {
            return Optional.ofNullable(told).map(Relation::of);
        }
        return Optional.of(new Relation(best, null, quad(best), Math.min(1, most) / 2, MODEL, null));
    }

    private static Relation of(Told told) {
        Act act = told.claim.act();
        String type = String.valueOf(act.type());
        Integer quad = act.quad();
        return new Relation(
                type,
                act.mode(),
                quad == null ? quad(type) : quad,
                Math.max(0, told.points) / (double) AT_MOST,
                told.claim.rule(),
                told.claim);
    }

    private static @Nullable Told told(Coded coded, String source, String target) {
        List<Citation> sources = places(coded.document(), source);
        List<Citation> targets = places(coded.document(), target);
        Told best = null;
        for (Claim claim : coded.claims()) {
            if (claim.act().type() != null) {
                Told told = new Told(claim, points(claim, sources, targets));
                if (best == null || told.points > best.points) {
                    best = told;
                }
            }
        }
        return best;
    }

    /** The quad of a type by the manual of PLOVER 2.0. */
    private static int quad(String type) {
        return switch (type) {
            case "AGREE", "CONSULT", "SUPPORT", "CONCEDE" -> 1;
            case "COOPERATE", "AID", "RETREAT" -> 2;
            case "REQUEST", "ACCUSE", "REJECT", "THREATEN" -> 3;
            default -> 4;
        };
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
