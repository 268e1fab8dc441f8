package org.demarche.export;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.demarche.model.Actor;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.model.PartialDate;
import org.demarche.model.Subject;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/** The objects that several tables share: dates, actors, quantities, citations. */
final class Cells {
    private Cells() {}

    /** A constant as the tables write it: lower case, words joined by hyphens. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A date with its year; one whose year nobody tells bounds nothing and is written beside the bounds ({@link #partial}). */
    static @Nullable String date(@Nullable PartialDate date) {
        return date == null || !date.hasYear() ? null : date.toString();
    }

    /** Adds {@code partial} ({@code --10-06}) where the words give a day or month and nothing gives its year. */
    private static Row partial(Row row, @Nullable PartialDate start, @Nullable PartialDate end) {
        PartialDate said = start != null ? start : end;
        return said == null || said.hasYear() ? row : row.with("partial", said.toString());
    }

    /** A number without a needless fraction: 8, not 8.0. */
    static @Nullable Object number(@Nullable Double value) {
        if (value == null) {
            return null;
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? (Object) Long.valueOf(value.longValue()) : value;
    }

    static @Nullable Row when(@Nullable When when) {
        if (when == null) {
            return null;
        }
        Citation citation = when.citation();
        Row row = new Row()
                .with("start", date(when.start()))
                .with("end", date(when.end()))
                .with("precision", word(when.precision()))
                .with("basis", word(when.basis()))
                .with("quote", citation == null ? null : citation.quote());
        return partial(row, when.start(), when.end());
    }

    static Row dateline(Dateline published) {
        Citation citation = published.citation();
        Row row = new Row()
                .with("start", date(published.start()))
                .with("end", date(published.end()))
                .with("precision", word(published.precision()))
                .with("basis", word(published.basis()))
                .with("quote", citation == null ? null : citation.quote());
        return partial(row, published.start(), published.end());
    }

    /** The words that a citation points at, put after the cells of what they support. */
    static Row span(Row row, @Nullable Citation citation) {
        return row.with("start", citation == null ? null : citation.start())
                .with("end", citation == null ? null : citation.end())
                .with("quote", citation == null ? null : citation.quote());
    }

    static Row actor(Actor actor, @Nullable Citation citation) {
        Row row = new Row()
                .with("id", actor.id())
                .with("kind", word(actor.kind()))
                .with("name", actor.name())
                .with("country", actor.country())
                .with("sector", actor.sector());
        return span(row, citation);
    }

    static List<Row> parties(List<Claim.Party> parties) {
        return parties.stream().map(p -> actor(p.actor(), p.citation())).toList();
    }

    static List<Row> quantities(List<Claim.Quantity> quantities) {
        return quantities.stream().map(Cells::quantity).toList();
    }

    static Row quantity(Claim.Quantity quantity) {
        Row row = new Row()
                .with("value", number(quantity.value()))
                .with("low", number(quantity.low()))
                .with("high", number(quantity.high()))
                .with("unit", quantity.unit())
                .with("role", word(quantity.role()));
        return span(row, quantity.citation());
    }

    static @Nullable Row place(Claim.@Nullable Place place) {
        if (place == null) {
            return null;
        }
        return span(new Row().with("name", place.name()).with("country", place.country()), place.citation());
    }

    static Row subject(Subject subject) {
        return new Row()
                .with("id", subject.id())
                .with("kind", word(subject.kind()))
                .with("name", subject.name())
                .with("aliases", subject.aliases())
                .with("parties", subject.parties())
                .with("location", subject.location());
    }

    /** A citation that stands by itself, with the document it is from. */
    static Row citation(Citation citation, Map<String, Document> documents) {
        Document document = documents.get(citation.document());
        return new Row()
                .with("document", citation.document())
                .with("file", document == null ? null : document.file())
                .with("start", citation.start())
                .with("end", citation.end())
                .with("quote", citation.quote());
    }

    static List<Row> citations(List<Citation> citations, Map<String, Document> documents) {
        return citations.stream().map(c -> citation(c, documents)).toList();
    }
}
