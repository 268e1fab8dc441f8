package org.demarche.export;

import java.util.List;
import org.demarche.reciprocity.Series;

/** Rows of {@code series}: one period in one direction. */
public final class SeriesRows {
    /** The columns of the flat form. */
    public static final List<String> COLUMNS = List.of(
            "date",
            "end",
            "actor",
            "recipient",
            "n_events",
            "n_verbal_coop",
            "n_material_coop",
            "n_verbal_conf",
            "n_material_conf",
            "goldstein_sum",
            "goldstein_mean",
            "plover_sum",
            "plover_mean");

    private SeriesRows() {}

    public static Row row(Series.Row row) {
        return new Row()
                .with("date", row.start().toString())
                .with("end", row.end().toString())
                .with("actor", row.source())
                .with("recipient", row.target())
                .with("n_events", row.events())
                .with("n_verbal_coop", row.quads().get(0))
                .with("n_material_coop", row.quads().get(1))
                .with("n_verbal_conf", row.quads().get(2))
                .with("n_material_conf", row.quads().get(3))
                .with("goldstein_sum", Cells.number(row.goldstein()))
                .with("goldstein_mean", Cells.number(row.goldsteinMean()))
                .with("plover_sum", Cells.number(row.plover()))
                .with("plover_mean", Cells.number(row.ploverMean()));
    }
}
