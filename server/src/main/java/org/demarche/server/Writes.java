package org.demarche.server;

import static j2html.TagCreator.button;
import static j2html.TagCreator.form;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.demarche.store.Entry;
import org.demarche.store.NewClaim;

/** What is sent to be written: decisions, claims, reports, and the token of who signs in; and messages of programs. */
final class Writes {
    private final Forms forms;
    private final Guard guard;
    private final Desk desk;
    private final Shelf shelf;
    private final Books books;
    private final Intake intake;
    private final Api api;
    private final Mcp mcp;

    Writes(Forms forms, Guard guard, Desk desk, Shelf shelf, Books books, Intake intake, Api api, Mcp mcp) {
        this.forms = forms;
        this.guard = guard;
        this.desk = desk;
        this.shelf = shelf;
        this.books = books;
        this.intake = intake;
        this.api = api;
        this.mcp = mcp;
    }

    /** Lets them in. */
    void routes(JavalinConfig config) {
        config.routes.get("/signin", c -> signInPage(c, ""));
        config.routes.post("/signin", c -> {
            forms.check(c);
            if (guard.signIn(c, c.formParam("token"))) {
                c.redirect("/board", HttpStatus.SEE_OTHER);
            } else {
                c.status(HttpStatus.FORBIDDEN);
                signInPage(c, "That is not the token.");
            }
        });
        config.routes.post("/review", this::decide);
        config.routes.post("/review/bulk", this::decideMany);
        config.routes.post("/claims", this::addClaim);
        config.routes.post("/disagreements", this::prefer);
        config.routes.post("/ingest", this::ingest);
        config.routes.post("/api/v1/decisions", api::decide);
        config.routes.post("/mcp", this::mcp);
        config.routes.get("/mcp", c -> c.status(HttpStatus.METHOD_NOT_ALLOWED).header("Allow", "POST"));
    }

    private void decide(Context context) {
        forms.check(context);
        Desk.Wish wish = Desk.Wish.of(context);
        desk.take(wish);
        if (wish.by() != null) {
            forms.remember(context, wish.by());
        }
        String next = context.formParam("next");
        String dyad = context.formParam("dyad");
        String doc = context.formParam("doc");
        if (doc != null && !doc.isBlank()) {
            context.redirect(
                    "/reader?" + (dyad == null || dyad.isBlank() ? "" : "dyad=" + encoded(dyad) + "&") + "doc="
                            + encoded(doc) + "#s" + encoded(String.valueOf(context.formParam("sentence"))),
                    HttpStatus.SEE_OTHER);
            return;
        }
        String to = "/review?"
                + (dyad == null || dyad.isBlank() ? "" : "dyad=" + encoded(dyad) + "&")
                + (next == null || next.isBlank() ? "" : "item=" + encoded(next));
        context.redirect(to.replaceAll("[?&]$", ""), HttpStatus.SEE_OTHER);
    }

    private void decideMany(Context context) {
        forms.check(context);
        Query query = Query.of(context.queryParamMap());
        new ReviewBulk(shelf, desk, shelf.current(), query).take(context);
        String by = context.formParam("by");
        if (by != null) {
            forms.remember(context, by);
        }
        context.redirect(query.link("/review", "bulk", "on"), HttpStatus.SEE_OTHER);
    }

    /** A claim that a reader adds; leads to it, beside its sentence. */
    private void addClaim(Context context) {
        forms.check(context);
        String by = context.formParam("by");
        Entry entry = desk.add(NewClaim.Wish.of(context::formParam), by, context.formParam("why"));
        if (by != null) {
            forms.remember(context, by);
        }
        String document = context.formParam("target");
        String at = context.formParam("start");
        context.redirect(
                "/reader?doc=" + encoded(String.valueOf(document))
                        + (at == null || at.isBlank() ? "" : "&at=" + encoded(at)) + "#" + entry.target(),
                HttpStatus.SEE_OTHER);
    }

    /** Which of the readings of a disagreement is shown. */
    private void prefer(Context context) {
        forms.check(context);
        String by = context.formParam("by");
        Query query = Query.of(context.queryParamMap());
        String id = String.valueOf(context.formParam("target"));
        desk.prefer(id, String.valueOf(context.formParam("value")), by, context.formParam("why"));
        if (by != null) {
            forms.remember(context, by);
        }
        context.redirect(query.same("/disagreements") + "#" + encoded(id), HttpStatus.SEE_OTHER);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private void ingest(Context context) {
        List<Intake.Sent> files = new ArrayList<>();
        List<UploadedFile> uploaded = context.uploadedFiles("files");
        forms.check(context);
        for (UploadedFile file : uploaded) {
            try (InputStream in = file.content()) {
                files.add(new Intake.Sent(file.filename(), in.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (!books.isWritable()) {
            books.write();
        }
        intake.take(files);
        context.redirect("/sources#progress", HttpStatus.SEE_OTHER);
    }

    /** MCP over HTTP: a message in the body, its answer in the answer. */
    private void mcp(Context context) {
        String type = context.contentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw new IllegalArgumentException("DEM-605 a message comes as application/json");
        }
        mcp.answer(context.body())
                .ifPresentOrElse(
                        text -> context.contentType("application/json; charset=utf-8")
                                .result(text),
                        () -> context.status(HttpStatus.ACCEPTED));
    }

    private void signInPage(Context context, String fault) {
        Faults.html(
                context,
                Faults.alone(
                        "Sign in",
                        fault.isEmpty() ? text("") : p(fault).withClass("flag"),
                        form(
                                        forms.seal(context),
                                        label(
                                                span("Token"),
                                                input().withType("password")
                                                        .withName("token")
                                                        .attr("autocomplete", "current-password")
                                                        .attr("required")),
                                        button("Sign in").withType("submit"))
                                .withMethod("post")
                                .withAction("/signin")));
    }
}
