package org.demarche.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.demarche.model.Attribute;
import org.demarche.model.Document;
import org.demarche.model.State;
import org.jspecify.annotations.Nullable;

/** Rows of the states table: one subject and attribute as of a day. */
public final class StateRows {
    private StateRows() {}

    public static Row row(State state, Map<String, Document> documents) {
        List<Row> readings = new ArrayList<>();
        for (State.Reading reading : state.readings()) {
            readings.add(new Row()
                    .with("value", value(state.attribute(), reading.value()))
                    .with("low", Cells.number(reading.low()))
                    .with("high", Cells.number(reading.high()))
                    .with("citations", Cells.citations(reading.citations(), documents)));
        }
        State.Pending pending = state.pending();
        return new Row()
                .with("subject", Cells.subject(state.subject()))
                .with("attribute", Cells.word(state.attribute()))
                .with("value", value(state.attribute(), state.value()))
                .with("low", Cells.number(state.low()))
                .with("high", Cells.number(state.high()))
                .with("since", Cells.when(state.since()))
                .with("until", Cells.when(state.until()))
                .with(
                        "pending",
                        pending == null
                                ? null
                                : new Row()
                                        .with("value", value(state.attribute(), pending.value()))
                                        .with("effective", Cells.when(pending.effective())))
                .with("basis", Cells.word(state.basis()))
                .with("disputed", state.disputed())
                .with("readings", readings)
                .with("citations", Cells.citations(state.citations(), documents));
    }

    /** A count is written as a number, everything else as a word. */
    private static @Nullable Object value(Attribute attribute, @Nullable String value) {
        boolean count = attribute == Attribute.CEILING || attribute == Attribute.HEADCOUNT;
        if (value == null || !count || value.isEmpty() || value.length() > 15) {
            return value;
        }
        boolean digits = value.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? (Object) Long.valueOf(value) : value;
    }
}
