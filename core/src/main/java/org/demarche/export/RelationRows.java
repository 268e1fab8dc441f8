package org.demarche.export;

import java.util.List;
import java.util.Optional;
import org.demarche.Relation;
import org.demarche.model.Claim;

/** Rows of {@code classify}: the relation between two given actors; nulls where there is nothing to read. */
public final class RelationRows {
    /** The columns of the flat form. */
    public static final List<String> COLUMNS = List.of("id", "type", "mode", "quad", "binary", "score", "act", "rule");

    private RelationRows() {}

    public static Row row(String id, Optional<Relation> relation) {
        Claim claim = relation.map(Relation::claim).orElse(null);
        return new Row()
                .with("id", id)
                .with("type", relation.map(Relation::type).orElse(null))
                .with("mode", relation.map(Relation::mode).orElse(null))
                .with("quad", relation.map(Relation::quad).orElse(null))
                .with(
                        "binary",
                        relation.map(r -> r.quad() <= 2 ? "COOPERATION" : "CONFLICT")
                                .orElse(null))
                .with("score", relation.map(Relation::score).orElse(null))
                .with("act", claim == null ? null : claim.act().code())
                .with("rule", relation.map(Relation::rule).orElse(null));
    }
}
