package org.demarche.server;

import static j2html.TagCreator.a;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import io.javalin.http.Context;
import j2html.tags.DomContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.demarche.dialect.Decided;
import org.demarche.dialect.Dialect;
import org.demarche.dialect.ExportFile;
import org.demarche.dialect.Exported;
import org.demarche.dialect.Loss;
import org.demarche.dialect.Source;

/** The formats of others that the ledger can be had in, and what each of them loses. */
final class ExportsPage {
    /** The same in every archive, so that the same ledger gives the same bytes: 1 January 1980, the first day that zip knows. */
    private static final long ZIP_EPOCH = 315_532_800_000L;

    private static final Map<String, String> NAMES = Map.of(
            "plover", "PLOVER",
            "polecat", "POLECAT",
            "icews", "ICEWS",
            "gdelt", "GDELT",
            "phoenix", "Phoenix",
            "timelinejs", "TimelineJS",
            "gexf", "GEXF",
            "webannotation", "Web Annotation",
            "prov", "PROV",
            "ftm", "FollowTheMoney");

    private final Shelf.Copy copy;
    private final Query query;

    ExportsPage(Shelf.Copy copy, Query query) {
        this.copy = copy;
        this.query = query;
    }

    DomContent content() {
        String asked = query.filter("kind");
        List<DomContent> out = new ArrayList<>();
        out.add(p(
                        span(
                                "What is chosen above, "
                                        + (query.parties().isEmpty()
                                                ? "all relations"
                                                : copy.names.dyad(query.parties()))
                                        + ", in the formats of other projects. The tables themselves, without loss, are under "),
                        a("Data").withHref(query.link("/data")),
                        span("."))
                .withClass("lead"));
        for (Dialect dialect : Dialect.values()) {
            List<DomContent> part = new ArrayList<>();
            part.add(h2(NAMES.getOrDefault(dialect.key(), dialect.key())));
            part.add(p("Codes: " + dialect.conventions().codes() + "; scale: "
                    + dialect.conventions().scale() + "; quad classes: "
                    + dialect.conventions().quad() + "; missing values: "
                    + dialect.conventions().missing() + "."));
            part.add(p(strong("Never carries: "), text(dialect.conventions().never() + ".")));
            if (dialect.key().equals(asked)) {
                part.add(preview(dialect));
            }
            part.add(p(
                    a("What would be lost here")
                            .withHref(query.link("/exports", "kind", dialect.key()) + "#" + dialect.key())
                            .attr("aria-label", "What would be lost in " + dialect.key()),
                    text(" \u00B7 "),
                    a("Download (zip)")
                            .withHref(query.link("/exports/" + dialect.key() + ".zip"))
                            .attr("aria-label", "Download " + dialect.key() + " as zip")));
            out.add(section(part.toArray(DomContent[]::new)).withId(dialect.key()));
        }
        return div(out.toArray(DomContent[]::new)).withClass("exports");
    }

    private DomContent preview(Dialect dialect) {
        Exported exported = dialect.export(source());
        List<DomContent> files = new ArrayList<>();
        for (ExportFile file : exported.files()) {
            files.add(li(file.name() + ": " + Say.count(file.rows(), "row")));
        }
        List<DomContent> losses = new ArrayList<>();
        for (Loss loss : exported.losses()) {
            losses.add(li(loss.what() + ": " + loss.count()));
        }
        return div(
                        p(Say.count(query.selection().of(copy.dossier).events().size(), "event") + " become:"),
                        ul(each(files, f -> f)),
                        losses.isEmpty()
                                ? p("Nothing of these events is lost beyond that.")
                                : div(p("Lost on the way:"), ul(each(losses, l -> l))))
                .withClass("losses");
    }

    private Source source() {
        return new Source(
                query.selection().of(copy.dossier),
                copy.log.stream()
                        .map(e -> new Decided(e.id(), e.at(), e.by(), e.kind(), e.target(), e.why()))
                        .toList());
    }

    /** All files of a dialect in one archive. */
    void download(Context context, Dialect dialect) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (ExportFile file : dialect.export(source()).files()) {
                ZipEntry entry = new ZipEntry(file.name());
                entry.setTime(ZIP_EPOCH);
                zip.putNextEntry(entry);
                Writer out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
                file.content().write(out);
                out.flush();
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.contentType("application/zip")
                .header("Content-Disposition", "attachment; filename=\"" + dialect.key() + ".zip\"")
                .result(bytes.toByteArray());
    }
}
