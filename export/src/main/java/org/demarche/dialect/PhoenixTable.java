package org.demarche.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.demarche.Version;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Event;
import org.jspecify.annotations.Nullable;

/** Phoenix events: 26 columns without header. Columns as the pipeline of that data set writes them. */
final class PhoenixTable {
    static final Conventions CONVENTIONS = new Conventions(
            "CAMEO 1.1b3 (the data set's own files have 0.9, where 163, 164 and 166 mean other things)",
            "Phoenix penta class: 0 statements and appeals, root 16 is 3",
            "phoenix",
            "empty",
            "factuality, readings, numbers, attribution, citations; places have no coordinates");

    static final List<String> COLUMNS = List.of(
            "EventID",
            "Date",
            "Year",
            "Month",
            "Day",
            "SourceActorFull",
            "SourceActorEntity",
            "SourceActorRole",
            "SourceActorAttribute",
            "TargetActorFull",
            "TargetActorEntity",
            "TargetActorRole",
            "TargetActorAttribute",
            "EventCode",
            "EventRootCode",
            "PentaClass",
            "GoldsteinScore",
            "Issues",
            "Lat",
            "Lon",
            "LocationName",
            "StateName",
            "CountryCode",
            "SentenceID",
            "URLs",
            "NewsSources");

    private PhoenixTable() {}

    static Exported write(Source source) {
        Tally tally = new Tally();
        Tsv table = new Tsv(COLUMNS, false, "");
        for (Dyadic.Line line : Dyadic.lines(source, tally)) {
            table.add(row(source, line));
            tally.loseIf(
                    CameoActor.of(line.pair().sourceActor()).code().isEmpty()
                            || line.pair().target() == null
                            || CameoActor.of(line.pair().targetActor()).code().isEmpty(),
                    "rows with a side that has no CAMEO code, or no target: that side is empty");
        }
        return new Exported(List.of(table.file("demarche.phoenix.txt")), tally.losses());
    }

    private static List<String> row(Source source, Dyadic.Line line) {
        Event event = line.event();
        List<Claim> claims = source.claims(event);
        List<String> cells = new ArrayList<>(List.of(
                line.number() + "_v" + Version.program(),
                Days.digits(line.day()),
                String.valueOf(line.day().getYear()),
                String.valueOf(line.day().getMonthValue()),
                String.valueOf(line.day().getDayOfMonth())));
        cells.addAll(actor(line.pair().sourceActor()));
        cells.addAll(actor(line.pair().targetActor()));
        Claim.Place place = event.place();
        cells.addAll(List.of(
                line.code(),
                Cameo.root(line.code()),
                String.valueOf(Cameo.pentaPhoenix(line.code())),
                Cameo.shown(Cameo.goldstein(line.code(), Cameo.Scale.PHOENIX)),
                Tsv.list(event.act().contexts().stream()
                        .map(c -> c.toUpperCase(Locale.ROOT) + ",1")
                        .toList()),
                "",
                "",
                place == null ? "" : place.name(),
                "",
                place == null || place.country() == null ? "" : place.country(),
                Tsv.list(claims.stream()
                        .map(c -> c.document() + "_" + (c.sentenceIndex() + 1))
                        .toList()),
                Tsv.list(claims.stream().map(c -> source.address(c.document())).toList()),
                Tsv.list(claims.stream().map(c -> source.outlet(c.document())).toList())));
        return cells;
    }

    private static List<String> actor(@Nullable Actor actor) {
        CameoActor code = CameoActor.of(actor);
        String entity = code.country().isEmpty() ? code.code() : code.country();
        String shown = code.kind().isEmpty() || code.role().isEmpty()
                ? entity
                : code.code().substring(0, code.code().length() - code.role().length());
        return List.of(code.code(), shown, code.role(), actor == null ? "" : actor.id());
    }
}
