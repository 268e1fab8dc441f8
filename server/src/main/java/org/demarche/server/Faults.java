package org.demarche.server;

import static j2html.TagCreator.a;
import static j2html.TagCreator.body;
import static j2html.TagCreator.div;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.head;
import static j2html.TagCreator.link;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.p;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import j2html.tags.DomContent;
import java.nio.charset.StandardCharsets;
import org.demarche.store.LockedLedger;
import org.demarche.store.NoLedger;

/** What a request gets that cannot be answered: problem details for programs, a plain page for people. */
final class Faults {
    private Faults() {}

    /** Every fault gets an answer. */
    static void routes(JavalinConfig config) {
        config.routes.exception(
                IllegalArgumentException.class,
                (e, c) -> problem(c, HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage())));
        config.routes.exception(
                UnsupportedOperationException.class,
                (e, c) -> problem(c, HttpStatus.FORBIDDEN, String.valueOf(e.getMessage())));
        config.routes.exception(
                NoLedger.class, (e, c) -> problem(c, HttpStatus.NOT_FOUND, String.valueOf(e.getMessage())));
        config.routes.exception(
                LockedLedger.class,
                (e, c) -> problem(c, HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(e.getMessage())));
        config.routes.exception(HttpResponseException.class, (e, c) -> {
            boolean wantsPage = e.getStatus() == 401
                    && !c.path().startsWith("/api/")
                    && String.valueOf(c.header("Accept")).contains("text/html");
            if (wantsPage) {
                c.redirect("/signin");
            } else {
                problem(c, HttpStatus.forStatus(e.getStatus()), String.valueOf(e.getMessage()));
            }
        });
        config.routes.exception(
                Exception.class,
                (e, c) -> problem(
                        c,
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "DEM-900 a fault of the program: " + e.getClass().getSimpleName()));
        config.routes.error(HttpStatus.NOT_FOUND, c -> {
            if (c.result() == null || String.valueOf(c.result()).isBlank()) {
                problem(c, HttpStatus.NOT_FOUND, "DEM-404 there is no " + c.path());
            }
        });
    }

    static void html(Context context, String page) {
        context.contentType("text/html; charset=utf-8")
                .header("Cache-Control", "no-store")
                .result(page);
    }

    /** A page without the frame of the ledger. */
    static String alone(String title, DomContent... content) {
        return "<!DOCTYPE html>\n"
                + j2html.TagCreator.html(
                                head(
                                        meta().withCharset("utf-8"),
                                        meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                                        j2html.TagCreator.title(title + " \u00B7 Demarche"),
                                        link().withRel("icon").withHref("data:,"),
                                        link().withRel("stylesheet").withHref("/static/page.css")),
                                body(main(h1(title), div(content)).withClass("fault"))
                                        .withClass("alone"))
                        .withLang("en")
                        .render();
    }

    /** RFC 9457 for programs, a plain page for people. */
    static void problem(Context context, HttpStatus status, String detail) {
        context.status(status);
        if (context.path().startsWith("/api/")) {
            String escaped = detail.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
            context.contentType("application/problem+json")
                    .result(("{\"type\":\"about:blank\",\"title\":\"" + status.getMessage() + "\",\"status\":"
                                    + status.getCode() + ",\"detail\":\"" + escaped + "\"}")
                            .getBytes(StandardCharsets.UTF_8));
        } else {
            html(
                    context,
                    alone("That did not work", p(detail), p(a("To the board").withHref("/board"))));
        }
    }
}
