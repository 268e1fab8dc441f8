package org.demarche.dialect;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

/** The formats of others that a ledger can be written in. The columns and habits of each are in {@code docs/FORMATS.md}. */
public enum Dialect {
    PLOVER(PloverLines::write, PloverLines.CONVENTIONS),
    POLECAT(PolecatTable::write, PolecatTable.CONVENTIONS),
    ICEWS(IcewsTable::write, IcewsTable.CONVENTIONS),
    GDELT(GdeltTables::write, GdeltTables.CONVENTIONS),
    PHOENIX(PhoenixTable::write, PhoenixTable.CONVENTIONS),
    TIMELINEJS(TimelineSheet::write, TimelineSheet.CONVENTIONS),
    GEXF(GexfGraph::write, GexfGraph.CONVENTIONS),
    WEBANNOTATION(WebAnnotations::write, WebAnnotations.CONVENTIONS),
    PROV(ProvDocument::write, ProvDocument.CONVENTIONS),
    FTM(FtmEntities::write, FtmEntities.CONVENTIONS);

    private final Function<Source, Exported> writer;
    private final Conventions conventions;

    Dialect(Function<Source, Exported> writer, Conventions conventions) {
        this.writer = writer;
        this.conventions = conventions;
    }

    /** The ledger in this dialect. */
    public Exported export(Source source) {
        return writer.apply(source);
    }

    public Conventions conventions() {
        return conventions;
    }

    /** The name by which the command line and file names call it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a name; an unknown one is the caller's fault and is named. */
    public static Dialect parse(String name) {
        return Arrays.stream(values())
                .filter(d -> d.key().equals(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such format: '" + name + "'; there are "
                        + String.join(
                                ", ", Arrays.stream(values()).map(Dialect::key).toList())));
    }
}
