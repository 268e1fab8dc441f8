package org.demarche.server;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.demarche.model.Event;
import org.demarche.reciprocity.Series;
import org.jspecify.annotations.Nullable;

/** The plots of a ledger, each with its table. */
final class Plots {
    private final Shelf.Copy copy;
    private final Query query;
    private final LocalDate asOf;
    private final List<Event> events;
    private final List<String> dyad;
    private final Series.Per per;
    private final String scale;

    Plots(Shelf.Copy copy, Query query, LocalDate asOf) {
        this.copy = copy;
        this.query = query;
        this.asOf = asOf;
        this.events = query.selection().of(copy.dossier).events();
        List<String> dyads = copy.dyads();
        this.dyad = query.parties().size() == 2
                ? query.parties()
                : dyads.isEmpty() ? List.of() : List.of(dyads.get(0).split("--"));
        this.per = query.per(Series.Per.WEEK);
        String wanted = query.filter("scale");
        this.scale = wanted == null ? "goldstein" : wanted;
        if (!List.of("goldstein", "goldstein-mean", "plover").contains(scale)) {
            throw new IllegalArgumentException("DEM-608 scale is goldstein, goldstein-mean or plover, not " + scale);
        }
    }

    /** The relation of the plots that are about two sides. */
    List<String> dyad() {
        return dyad;
    }

    Series.Per per() {
        return per;
    }

    String scale() {
        return scale;
    }

    /** All that have something to show; drawn once for each version of the ledger and each question. */
    List<Chart> all() {
        return copy.charts(query + " " + asOf, this::draw);
    }

    private List<Chart> draw() {
        List<Chart> out = new ArrayList<>();
        if (dyad.size() == 2) {
            RelationPlots relation = new RelationPlots(copy, query, dyad, per, scale);
            List<Series.Row> rows = relation.series();
            if (!rows.isEmpty()) {
                out.add(relation.net(rows));
                out.add(relation.quads(rows));
            }
            add(out, relation.leadLag());
        }
        StatePlots states = new StatePlots(copy, query, asOf);
        add(out, states.ribbons());
        add(out, states.figures());
        EventPlots each = new EventPlots(copy, query, events);
        add(out, each.types());
        add(out, each.lags());
        add(out, each.volume());
        add(out, each.coverage());
        add(out, new NetworkPlot(copy, asOf, events).network());
        add(out, new WorldMap(copy).of(events));
        return out;
    }

    private static void add(List<Chart> out, @Nullable Chart chart) {
        if (chart != null) {
            out.add(chart);
        }
    }
}
