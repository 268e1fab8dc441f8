package org.demarche.coding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Claim.Correction;
import org.demarche.model.Document;
import org.demarche.model.Factuality;
import org.demarche.model.Mention;
import org.demarche.model.Mention.OfQuantity.Role;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.jspecify.annotations.Nullable;

/**
 * What a report takes back and says instead: "Correction: an earlier version said that six accords had been denounced. There were five." The
 * correction goes with the claim that is taken back or, where its sentence tells no act, with the one that counts the same.
 */
final class Corrigenda {
    private final Document document;
    private final List<Mention.OfQuantity> quantities;
    private final List<Mention.OfTime> times;

    Corrigenda(Document document, List<Mention.OfQuantity> quantities, List<Mention.OfTime> times) {
        this.document = document;
        this.quantities = quantities;
        this.times = times;
    }

    /**
     * Puts the correction that a sentence makes into the claims of the report, in place.
     *
     * @param wrong the sentence that takes something back
     * @param right the next one of its paragraph, or null where none is
     */
    void apply(Sentence wrong, @Nullable Sentence right, List<Claim> claims) {
        List<Mention.OfQuantity> there = numbers(wrong);
        List<Mention.OfQuantity> here = right == null ? List.of() : numbers(right);
        boolean both = there.isEmpty() && here.size() == 2 && isNot(here.get(0), here.get(1));
        Mention.OfQuantity before = both ? here.get(1) : there.isEmpty() ? null : there.get(0);
        Mention.OfQuantity now = here.isEmpty() ? null : here.get(0);
        List<Claim> retracted = claims.stream()
                .filter(c -> c.sentenceIndex() == wrong.index() && c.factuality() == Factuality.RETRACTED)
                .toList();
        if (before != null && now != null && Objects.equals(before.value(), now.value())) {
            return;
        }
        if (before != null && now != null) {
            correct(claims, counted(claims, retracted, before, now), correction(before, now));
        } else if (before != null && right == null) {
            Claim like = sameUnit(claims, before);
            Claim.Quantity other = like == null ? null : of(like, before.unit());
            if (other != null) {
                correct(
                        claims,
                        retracted.isEmpty() ? like : retracted.get(0),
                        new Correction(document.cite(before.span()), before.value(), other.citation(), other.value()));
            }
        } else if (right != null && !retracted.isEmpty()) {
            Claim taken = retracted.get(0);
            correct(claims, taken, new Correction(taken.trigger(), null, document.cite(words(right)), null));
        }
    }

    private Correction correction(Mention.OfQuantity before, Mention.OfQuantity now) {
        return new Correction(document.cite(before.span()), before.value(), document.cite(now.span()), now.value());
    }

    private static void correct(List<Claim> claims, @Nullable Claim claim, Correction correction) {
        int at = claim == null ? -1 : claims.indexOf(claim);
        if (at >= 0) {
            claims.set(at, claims.get(at).withCorrection(correction));
        }
    }

    /** The claim of which the number is: the one taken back, or else one that tells the right number of the same, or of the same. */
    private @Nullable Claim counted(
            List<Claim> claims, List<Claim> retracted, Mention.OfQuantity before, Mention.OfQuantity now) {
        for (Claim claim : retracted) {
            Citation words = document.cite(before.span());
            if (claim.quantities().stream().anyMatch(q -> q.citation().equals(words))) {
                return claim;
            }
        }
        Optional<Claim> same = standing(claims).stream()
                .filter(c -> c.quantities().stream()
                        .anyMatch(q -> Objects.equals(q.value(), now.value()) && isOf(q, before.unit())))
                .findFirst();
        return same.orElseGet(() -> sameUnit(claims, before));
    }

    private static @Nullable Claim sameUnit(List<Claim> claims, Mention.OfQuantity before) {
        return before.unit() == null
                ? null
                : standing(claims).stream()
                        .filter(c -> of(c, before.unit()) != null)
                        .findFirst()
                        .orElse(null);
    }

    private static List<Claim> standing(List<Claim> claims) {
        List<Claim> out = new ArrayList<>(claims);
        out.removeIf(c -> c.factuality() == Factuality.RETRACTED);
        out.sort(Comparator.comparing(Claim::trigger));
        return out;
    }

    private static Claim.@Nullable Quantity of(Claim claim, @Nullable String unit) {
        return claim.quantities().stream()
                .filter(q -> q.role() != Role.SHARE && unit != null && unit.equals(q.unit()))
                .findFirst()
                .orElse(null);
    }

    private static boolean isOf(Claim.Quantity quantity, @Nullable String unit) {
        return unit == null || quantity.unit() == null || unit.equals(quantity.unit());
    }

    /** The numbers of a sentence that are no times. */
    private List<Mention.OfQuantity> numbers(Sentence sentence) {
        return quantities.stream()
                .filter(q -> q.sentence() == sentence.index()
                        && q.value() != null
                        && times.stream().noneMatch(t -> t.span().overlaps(q.span())))
                .toList();
    }

    /** "Three, not four". */
    private boolean isNot(Mention.OfQuantity right, Mention.OfQuantity wrong) {
        int from = right.span().end();
        int to = wrong.span().start();
        return from < to && document.text().substring(from, to).matches("[^.;]*\\bnot\\s+");
    }

    /** The words of a sentence without the stop at its end. */
    private Span words(Sentence sentence) {
        String text = sentence.span().in(document.text());
        int end = text.length();
        while (end > 1 && (Character.isWhitespace(text.charAt(end - 1)) || text.charAt(end - 1) == '.')) {
            end--;
        }
        return new Span(sentence.span().start(), sentence.span().start() + end);
    }
}
