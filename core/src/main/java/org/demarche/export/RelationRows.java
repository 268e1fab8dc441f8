package org.demarche.export;

import java.util.List;
import java.util.Optional;
import org.demarche.Relation;
import org.demarche.model.Act;

/** Rows of {@code classify}: the relation between two given actors; nulls where the text tells of none. */
public final class RelationRows {
    /** The columns of the flat form. */
    public static final List<String> COLUMNS = List.of("id", "type", "mode", "quad", "binary", "score", "act", "rule");

    private RelationRows() {}

    public static Row row(String id, Optional<Relation> relation) {
        Act act = relation.map(r -> r.claim().act()).orElse(null);
        Integer quad = act == null ? null : act.quad();
        return new Row()
                .with("id", id)
                .with("type", act == null ? null : act.type())
                .with("mode", act == null ? null : act.mode())
                .with("quad", quad)
                .with("binary", quad == null ? null : quad <= 2 ? "COOPERATION" : "CONFLICT")
                .with("score", relation.map(Relation::score).orElse(null))
                .with("act", act == null ? null : act.code())
                .with("rule", relation.map(r -> r.claim().rule()).orElse(null));
    }
}
