package org.demarche.server;

import static j2html.TagCreator.a;
import static j2html.TagCreator.body;
import static j2html.TagCreator.button;
import static j2html.TagCreator.div;
import static j2html.TagCreator.form;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.head;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.link;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.UploadedFile;
import j2html.tags.DomContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.demarche.Pipeline;
import org.demarche.dialect.Dialect;
import org.demarche.export.Table;
import org.demarche.model.State;
import org.demarche.store.LockedLedger;
import org.demarche.store.NoLedger;
import org.demarche.view.Brief;
import org.demarche.view.BriefPage;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Serves the page and the REST interface over one ledger, until it is closed. */
public final class PageServer implements AutoCloseable {
    private static final Map<String, String> STATIC =
            Map.of("page.css", "text/css; charset=utf-8", "page.js", "text/javascript; charset=utf-8");
    private static final int LARGEST_BODY = 1 << 20;

    private final Books books;
    private final boolean writable;
    private final Shelf shelf;
    private final Forms forms;
    private final Guard guard;
    private final Desk desk;
    private final Live live;
    private final Intake intake;
    private final Api api;
    private final Mcp mcp;
    private final Javalin app;

    private PageServer(ServerOptions options, Books books, Pipeline pipeline) {
        this.books = books;
        this.writable = books.isWritable();
        this.shelf = new Shelf(books, pipeline);
        this.forms = new Forms(options.tls() != null);
        this.guard = new Guard(options, forms);
        this.desk = new Desk(books, shelf, Clock.systemUTC());
        this.live = new Live(shelf);
        this.intake = new Intake(books, live);
        this.api = new Api(shelf, desk);
        this.mcp = new Mcp(new McpTools(shelf, desk, options.proposals()));
        this.app = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.http.maxRequestSize = LARGEST_BODY;
            config.http.generateEtags = false;
            config.jetty.multipartConfig.maxFileSize(Intake.MOST_BYTES, SizeUnit.BYTES);
            config.jetty.multipartConfig.maxTotalRequestSize(Intake.MOST_BYTES, SizeUnit.BYTES);
            config.jetty.multipartConfig.maxInMemoryFileSize(Math.toIntExact(Intake.MOST_BYTES), SizeUnit.BYTES);
            secure(config, options);
            config.routes.before(guard::check);
            pages(config);
            files(config);
            writes(config);
            faults(config);
        });
    }

    /**
     * Starts to serve.
     *
     * @param books opens the ledger; called for each request, closed after it
     * @throws IllegalStateException if the port is taken
     */
    public static PageServer start(ServerOptions options, Books books, Pipeline pipeline) {
        PageServer server = new PageServer(options, books, pipeline);
        if (options.tls() == null) {
            server.app.start(options.host(), options.port());
        } else {
            server.app.start();
        }
        Thread first = new Thread(server::warm, "demarche-first-look");
        first.setDaemon(true);
        first.start();
        return server;
    }

    /** Reads the ledger and draws a board that nobody sees, so that the first who asks does not wait for it. */
    private void warm() {
        try {
            Shelf.Copy copy = shelf.current();
            Query query = Query.of(Map.of());
            LocalDate asOf = asOf(query, copy);
            new Frame(copy, query, asOf).page("/board", "", new BoardPage(copy, query).content(asOf));
        } catch (RuntimeException fault) {
            // Whoever asks will be told.
        }
    }

    /** The port it listens on. */
    public int port() {
        return app.port();
    }

    @Override
    public void close() {
        intake.close();
        live.close();
        app.stop();
        shelf.close();
    }

    private static void secure(JavalinConfig config, ServerOptions options) {
        ServerOptions.Tls tls = options.tls();
        if (tls != null) {
            config.jetty.addConnector((server, http) -> {
                SslContextFactory.Server factory = new SslContextFactory.Server();
                factory.setKeyStorePath(tls.keystore().toAbsolutePath().toString());
                factory.setKeyStoreType("PKCS12");
                factory.setKeyStorePassword(tls.password());
                factory.setIncludeProtocols("TLSv1.3", "TLSv1.2");
                http.addCustomizer(new SecureRequestCustomizer(false));
                ServerConnector connector = new ServerConnector(
                        server, new SslConnectionFactory(factory, "http/1.1"), new HttpConnectionFactory(http));
                connector.setHost(options.host());
                connector.setPort(options.port());
                return connector;
            });
        }
    }

    private void pages(JavalinConfig config) {
        config.routes.get("/", c -> c.redirect("/board"));
        show(config, "/board", "Status board", (c, copy, q) -> new BoardPage(copy, q).content(asOf(q, copy)));
        show(config, "/timeline", "Timeline", (c, copy, q) -> new TimelinePage(copy, q).content());
        show(
                config,
                "/disagreements",
                "Disagreements",
                (c, copy, q) -> new DisagreementsPage(copy, q, asOf(q, copy)).content());
        show(config, "/answers", "Answers", (c, copy, q) -> new AnswersPage(copy, q).content());
        show(config, "/quotes", "Quotes", (c, copy, q) -> new ListPages(copy, q).quotes());
        show(config, "/plots", "Plots", (c, copy, q) -> new PlotsPage(copy, q).content(asOf(q, copy)));
        show(
                config,
                "/reader",
                "Reader",
                (c, copy, q) -> new ReaderPage(copy, q).content(q.filter("doc"), q.number("at", -1)));
        show(config, "/brief", "Brief", (c, copy, q) -> new BriefView(copy, q).content(asOf(q, copy)));
        show(
                config,
                "/sources",
                "Sources",
                (c, copy, q) -> new ListPages(copy, q).sources(intake.form(forms.seal(c), writable)));
        show(config, "/search", "Search", (c, copy, q) -> new ListPages(copy, q).search());
        show(config, "/data", "Data", (c, copy, q) -> data(copy, q).content());
        show(config, "/exports", "Export", (c, copy, q) -> new ExportsPage(copy, q).content());
        show(
                config,
                "/review",
                "Review",
                (c, copy, q) -> new ReviewPage(shelf, desk, copy, q, forms.seal(c), forms.author(c))
                        .content(asOf(q, copy), writable, c.queryParams("split")));
    }

    private void files(JavalinConfig config) {
        config.routes.get("/static/{name}", PageServer::file);
        config.routes.get("/plots/{file}", this::plot);
        config.routes.get("/brief.html", c -> brief(c, true));
        config.routes.get("/brief.md", c -> brief(c, false));
        config.routes.get("/data.csv", c -> {
            Query query = Query.of(c.queryParamMap());
            attach(
                    c,
                    "data.csv",
                    "text/csv; charset=utf-8",
                    data(shelf.current(), query).csv());
        });
        config.routes.get("/feed.atom", this::feed);
        config.routes.get("/exports/{dialect}.zip", c -> {
            Dialect dialect;
            try {
                dialect = Dialect.parse(c.pathParam("dialect"));
            } catch (IllegalArgumentException e) {
                throw new NotFoundResponse("DEM-404 " + e.getMessage());
            }
            new ExportsPage(shelf.current(), Query.of(c.queryParamMap())).download(c, dialect);
        });
        config.routes.get("/api/v1/{table}", api::table);
        config.routes.get("/api/v1/{table}/{id}", api::item);
        config.routes.sse("/live", live::join);
        config.routes.get(
                "/healthz", c -> c.contentType("text/plain; charset=utf-8").result("ok"));
    }

    private void writes(JavalinConfig config) {
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
        config.routes.post("/ingest", this::ingest);
        config.routes.post("/api/v1/decisions", api::decide);
        config.routes.post("/mcp", this::mcp);
        config.routes.get("/mcp", c -> c.status(HttpStatus.METHOD_NOT_ALLOWED).header("Allow", "POST"));
    }

    private static void faults(JavalinConfig config) {
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

    /** One page of the ledger as it stands. */
    private interface Content {
        DomContent of(Context context, Shelf.Copy copy, Query query);
    }

    private void show(JavalinConfig config, String path, String name, Content content) {
        config.routes.get(path, context -> {
            Query query = Query.of(context.queryParamMap());
            Shelf.Copy copy = shelf.current();
            if (movedOn(context, copy, query)) {
                return;
            }
            DomContent body = content.of(context, copy, query);
            html(context, new Frame(copy, query, asOf(query, copy)).page(path, name, body));
        });
    }

    /** Leads a link to an event that has another id by now to where it is. */
    private static boolean movedOn(Context context, Shelf.Copy copy, Query query) {
        String event = query.filter("event");
        String now = event == null || copy.event(event) != null ? null : copy.moved(event);
        if (now != null) {
            context.status(HttpStatus.PERMANENT_REDIRECT).header("Location", query.event(now));
        }
        return now != null;
    }

    private static DataPage data(Shelf.Copy copy, Query query) {
        List<State> states = DataPage.table(query) == Table.STATES
                ? copy.states(asOf(query, copy), query.knownOn()).stream()
                        .filter(query.selection()::has)
                        .toList()
                : List.of();
        return new DataPage(copy, query, states);
    }

    private static LocalDate asOf(Query query, Shelf.Copy copy) {
        LocalDate asked = query.asOf();
        return asked == null ? copy.dossier.lastDay() : asked;
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

    private void plot(Context context) {
        String file = context.pathParam("file");
        int dot = file.lastIndexOf('.');
        String id = dot < 0 ? file : file.substring(0, dot);
        Query query = Query.of(context.queryParamMap());
        Shelf.Copy copy = shelf.current();
        for (Chart chart : new Plots(copy, query, asOf(query, copy)).all()) {
            if (chart.id().equals(id) && file.endsWith(".csv")) {
                attach(context, file, "text/csv; charset=utf-8", chart.csv());
                return;
            }
            if (chart.id().equals(id) && file.endsWith(".svg")) {
                attach(context, file, "image/svg+xml; charset=utf-8", chart.file());
                return;
            }
        }
        problem(context, HttpStatus.NOT_FOUND, "DEM-404 there is no such plot here");
    }

    private void brief(Context context, boolean page) {
        Query query = Query.of(context.queryParamMap());
        Shelf.Copy copy = shelf.current();
        Brief brief = new BriefView(copy, query).brief(asOf(query, copy));
        if (brief == null) {
            throw new IllegalArgumentException("DEM-606 a brief is about two parties: dyad=RUS--NATO");
        }
        attach(
                context,
                page ? "brief.html" : "brief.md",
                page ? "text/html; charset=utf-8" : "text/markdown; charset=utf-8",
                page ? BriefPage.html(brief) : BriefPage.markdown(brief));
    }

    private static void attach(Context context, String name, String type, String content) {
        context.contentType(type)
                .header("Content-Disposition", "attachment; filename=\"" + name.replaceAll("[^a-z.]", "") + "\"")
                .result(content);
    }

    private void feed(Context context) {
        Shelf.Copy copy = shelf.current();
        context.header("ETag", "\"" + copy.version + "\"");
        context.contentType("application/atom+xml; charset=utf-8")
                .result(new Feed(
                                copy,
                                Query.of(context.queryParamMap()),
                                context.scheme() + "://" + context.header("Host"))
                        .atom());
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
        if (!writable) {
            books.write();
        }
        intake.take(files);
        context.redirect("/sources#progress", HttpStatus.SEE_OTHER);
    }

    private void signInPage(Context context, String fault) {
        html(
                context,
                alone(
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

    private static void html(Context context, String page) {
        context.contentType("text/html; charset=utf-8")
                .header("Cache-Control", "no-store")
                .result(page);
    }

    /** A page without the frame of the ledger. */
    private static String alone(String title, DomContent... content) {
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

    private static void file(Context context) {
        String name = context.pathParam("name");
        String type = STATIC.get(name);
        if (type == null) {
            problem(context, HttpStatus.NOT_FOUND, "DEM-404 there is no such file");
            return;
        }
        try (InputStream in = PageServer.class.getResourceAsStream(name)) {
            context.contentType(type)
                    .header("Cache-Control", "no-cache")
                    .result(in == null ? new byte[0] : in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** RFC 9457 for programs, a plain page for people. */
    private static void problem(Context context, HttpStatus status, String detail) {
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
