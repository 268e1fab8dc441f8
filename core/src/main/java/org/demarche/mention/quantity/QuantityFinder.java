package org.demarche.mention.quantity;

import java.util.ArrayList;
import java.util.List;
import org.demarche.model.Document;
import org.demarche.model.Mention.OfQuantity;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.jspecify.annotations.Nullable;

/**
 * Finds amounts in figures and words, and says what they count and what they are of a change.
 *
 * <p>The value is the number that is said, also where it is only a bound: "up to 30" is 30 with {@code high} 30, "at least 12" is 12 with {@code low}
 * 12, "about 40" is 40 without bounds. Ranges and orders of magnitude ("5 to 10", "several hundred") have bounds and no value. Percentages keep the
 * number that is written (40, unit {@code percent}); fractions are parts of one ("a third" is 0.33). A bound that is not reached ("more than
 * 130") is given as it is said.
 *
 * <p>Years, days, clock times, ordinals and numbers in names are not amounts. The words of a span are the number with the words that bound it and
 * its unit sign, not the noun that is counted. Works on sentences without tokens; with a tree the unit is the lemma of the counted noun.
 * Immutable, linear in the text.
 */
public final class QuantityFinder {
    private final QuantityWords words = QuantityWords.load();

    /** Every amount of the document's sentences, in text order. */
    public List<OfQuantity> find(Document document, List<Sentence> sentences) {
        List<OfQuantity> out = new ArrayList<>();
        for (Sentence sentence : sentences) {
            Span span = sentence.span();
            new Reading(document.text(), sentence, span).into(out);
        }
        return List.copyOf(out);
    }

    /** One sentence while it is read. */
    private final class Reading {
        private final Sentence sentence;
        private final List<Piece> pieces;
        private final AmountReader amounts;
        private final NotCounted notCounted;
        private final Roles roles;
        private final Counted counted;

        Reading(String text, Sentence sentence, Span span) {
            this.sentence = sentence;
            this.pieces = Piece.cut(text, span.start(), span.end());
            this.amounts = new AmountReader(pieces, words);
            this.notCounted = new NotCounted(pieces, words);
            this.roles = new Roles(pieces, words);
            this.counted = new Counted(pieces, sentence, words);
        }

        void into(List<OfQuantity> out) {
            int at = 0;
            while (at < pieces.size()) {
                Amount amount = amounts.read(at);
                if (amount == null) {
                    at++;
                    continue;
                }
                Amount range = range(amount);
                Amount whole = range == null ? amount : range;
                if (notCounted.test(amount)) {
                    at = whole.next();
                    continue;
                }
                out.add(mention(whole));
                at = whole.next();
            }
        }

        /** "5 to 10", "5–10", "between 5 and 10", "seven or eight", "one in five": both numbers as one, or null. */
        private @Nullable Amount range(Amount left) {
            int tie = left.next();
            if (tie + 1 >= pieces.size() || left.number().part()) {
                return null;
            }
            Piece sign = pieces.get(tie);
            boolean to = sign.is("to")
                    || (sign.isDash()
                            && tie + 2 < pieces.size()
                            && pieces.get(tie + 1).is("to"));
            int from = sign.isDash() && to ? tie + 2 : tie + 1;
            if (sign.isDash() && !to && pieces.get(from).isDash()) {
                return null;
            }
            from += from + 1 < pieces.size() && pieces.get(from).isDash() && to ? 1 : 0;
            int number = from;
            while (number < Math.min(pieces.size() - 1, from + 2)
                    && !pieces.get(number).isFigure()
                    && !pieces.get(number).isWord()) {
                number++;
            }
            boolean outOf = sign.is("out") && pieces.get(from).is("of") || sign.is("in");
            if (outOf) {
                return ratio(left, sign.is("in") ? tie + 1 : tie + 2);
            }
            if (!to && !sign.isDash() && !sign.is("and") && !sign.is("or")) {
                return null;
            }
            Amount right = number < pieces.size() ? amounts.read(number) : null;
            if (right == null && number + 1 < pieces.size()) {
                right = amounts.read(number + 1);
                right = right != null && right.first() > number ? null : right;
            }
            if (right == null || right.first() > from || right.number().part() || notCounted.test(right)) {
                return null;
            }
            return joined(left, right, sign);
        }

        private @Nullable Amount joined(Amount left, Amount right, Piece tie) {
            String before = left.first() > 0 ? pieces.get(left.first() - 1).lower() : "";
            boolean sameUnit = left.unit() == null || left.unit().equals(right.unit());
            if (tie.is("and") && !before.equals("between") || !sameUnit) {
                return null;
            }
            Numeral low = left.number();
            Numeral high = right.number();
            double mantissa = high.low() / high.scale();
            boolean shares = low.scale() == 1 && high.scale() >= 1000 && low.low() < mantissa;
            double least = shares ? low.low() * high.scale() : low.low();
            if (least >= high.high() || (tie.is("or") && least * 3 < high.high())) {
                return null;
            }
            if (before.equals("from") && tie.is("to")) {
                boolean spread = left.first() > 1 && isSpread(left.first() - 2);
                boolean change = !spread
                        && roles.of(left, Bounds.around(pieces, left.first(), left.next(), words))
                                == OfQuantity.Role.FROM;
                if (change) {
                    return null;
                }
            }
            Numeral both =
                    new Numeral(low.first(), high.next(), least, high.high(), high.scale(), false, high.figures());
            return new Amount(left.first(), right.next(), both, right.unit());
        }

        private boolean isSpread(int at) {
            String word = pieces.get(at).lower();
            return word.startsWith("rang")
                    || word.startsWith("vari")
                    || word.startsWith("vary")
                    || word.equals("priced")
                    || word.equals("anywhere")
                    || word.equals("between");
        }

        /** "one in five", "eight out of 10". */
        private @Nullable Amount ratio(Amount left, int at) {
            if (at >= pieces.size()) {
                return null;
            }
            Amount right = amounts.read(at);
            if (right == null
                    || right.first() != at
                    || !right.number().isExact()
                    || !left.number().isExact()
                    || right.unit() != null) {
                return null;
            }
            double above = left.number().low();
            double below = right.number().low();
            if (above <= 0 || above >= below || below > 1000 || left.unit() != null || notCounted.test(right)) {
                return null;
            }
            boolean single = above == 1 || pieces.get(at - 1).is("of") || below <= 10;
            double part = above / below;
            return single
                    ? new Amount(
                            left.first(),
                            right.next(),
                            new Numeral(left.first(), right.next(), part, part, 1, true, true),
                            null)
                    : null;
        }

        private OfQuantity mention(Amount amount) {
            Bounds bounds = Bounds.around(pieces, amount.first(), amount.next(), words);
            Numeral number = amount.number();
            Span span = new Span(
                    pieces.get(bounds.first()).start(),
                    pieces.get(bounds.next() - 1).end());
            Double value = number.isExact() ? number.low() : null;
            Double low = number.isExact() ? (bounds.least() ? value : null) : Double.valueOf(number.low());
            Double high = number.isExact() ? (bounds.most() ? value : null) : Double.valueOf(number.high());
            String unit = amount.unit() != null ? amount.unit() : counted.unit(amount);
            return new OfQuantity(span, sentence.index(), value, low, high, unit, roles.of(amount, bounds));
        }
    }
}
