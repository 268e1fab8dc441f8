package org.demarche.server;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.demarche.Pipeline;
import org.demarche.export.Table;
import org.demarche.model.State;
import org.demarche.store.LedgerBook;
import org.demarche.store.NoLedger;
import org.jspecify.annotations.Nullable;

/** Serves the page and the REST interface over one ledger, until it is closed. It only reads. */
public final class PageServer implements AutoCloseable {
    private static final Map<String, String> STATIC =
            Map.of("page.css", "text/css; charset=utf-8", "page.js", "text/javascript; charset=utf-8");

    private final Javalin app;
    private final Shelf shelf;

    private PageServer(Javalin app, Shelf shelf) {
        this.app = app;
        this.shelf = shelf;
    }

    /**
     * Starts to serve.
     *
     * @param books opens the ledger for reading; called for each request, closed after it
     * @throws IllegalStateException if the port is taken
     */
    public static PageServer start(ServerOptions options, Supplier<LedgerBook> books, Pipeline pipeline) {
        Shelf shelf = new Shelf(books, pipeline);
        Guard guard = new Guard(options);
        Api api = new Api(shelf);
        PageServer[] self = new PageServer[1];
        Javalin app = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.http.maxRequestSize = 1 << 20;
            config.http.generateEtags = false;
            config.routes.before(guard::check);
            config.routes.get("/", c -> c.redirect("/board"));
            config.routes.get("/board", c -> self[0].board(c));
            config.routes.get(
                    "/timeline",
                    c -> self[0].page(c, "Timeline", (copy, q) -> new TimelinePage(copy.dossier, q).content()));
            config.routes.get(
                    "/disagreements",
                    c -> self[0].page(
                            c, "Disagreements", (copy, q) -> new DisagreementsPage(copy.dossier, q).content()));
            config.routes.get(
                    "/answers",
                    c -> self[0].page(c, "Answers", (copy, q) -> new AnswersPage(copy.dossier, q).content()));
            config.routes.get(
                    "/quotes", c -> self[0].page(c, "Quotes", (copy, q) -> new ListPages(copy.dossier, q).quotes()));
            config.routes.get(
                    "/reader",
                    c -> self[0].page(
                            c,
                            "Reader",
                            (copy, q) -> new ReaderPage(copy.dossier, q).content(c.queryParam("doc"), at(c))));
            config.routes.get(
                    "/sources", c -> self[0].page(c, "Sources", (copy, q) -> new ListPages(copy.dossier, q).sources()));
            config.routes.get(
                    "/search", c -> self[0].page(c, "Search", (copy, q) -> new ListPages(copy.dossier, q).search()));
            config.routes.get("/data", c -> self[0].data(c));
            config.routes.get("/static/{name}", PageServer::file);
            config.routes.get("/api/v1/{table}", api::table);
            config.routes.get("/healthz", c -> c.contentType("text/plain").result("ok"));
            config.routes.exception(
                    IllegalArgumentException.class,
                    (e, c) -> problem(c, HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage())));
            config.routes.exception(
                    NoLedger.class, (e, c) -> problem(c, HttpStatus.NOT_FOUND, String.valueOf(e.getMessage())));
            config.routes.exception(
                    io.javalin.http.HttpResponseException.class,
                    (e, c) -> problem(c, HttpStatus.forStatus(e.getStatus()), String.valueOf(e.getMessage())));
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
        });
        PageServer server = new PageServer(app, shelf);
        self[0] = server;
        app.start(options.host(), options.port());
        return server;
    }

    /** The port it listens on. */
    public int port() {
        return app.port();
    }

    @Override
    public void close() {
        app.stop();
    }

    /** One page of the ledger as it stands. */
    private interface Content {
        j2html.tags.DomContent of(Shelf.Copy copy, Query query);
    }

    private void page(Context context, String name, Content content) {
        Query query = Query.of(context.queryParamMap());
        Shelf.Copy copy = shelf.current();
        html(
                context,
                new Frame(copy.dossier, query, asOf(query, copy)).page(context.path(), name, content.of(copy, query)));
    }

    private void board(Context context) {
        page(context, "Status board", (copy, query) -> {
            @Nullable LocalDate compare = query.compare();
            List<State> before = compare == null ? null : copy.states(compare, query.knownOn());
            LocalDate asOf = asOf(query, copy);
            return new BoardPage(copy.dossier, query).content(asOf, copy.states(asOf, query.knownOn()), before);
        });
    }

    private void data(Context context) {
        String name = context.queryParam("table");
        Table table = name == null ? Table.EVENTS : Table.parse(name);
        page(context, "Data", (copy, query) -> {
            List<State> states = table == Table.STATES
                    ? copy.states(asOf(query, copy), query.knownOn()).stream()
                            .filter(query.selection()::has)
                            .toList()
                    : List.of();
            return new ListPages(copy.dossier, query).data(table, states);
        });
    }

    private static LocalDate asOf(Query query, Shelf.Copy copy) {
        LocalDate asked = query.asOf();
        return asked == null ? copy.dossier.lastDay() : asked;
    }

    private static int at(Context context) {
        String at = context.queryParam("at");
        return at != null && at.matches("\\d{1,9}") ? Integer.parseInt(at) : -1;
    }

    private static void html(Context context, String page) {
        context.contentType("text/html; charset=utf-8")
                .header("Cache-Control", "no-store")
                .result(page);
    }

    private static void file(Context context) {
        String type = STATIC.get(context.pathParam("name"));
        if (type == null) {
            problem(context, HttpStatus.NOT_FOUND, "DEM-404 there is no such file");
            return;
        }
        try (InputStream in = PageServer.class.getResourceAsStream(context.pathParam("name"))) {
            context.contentType(type).result(in == null ? new byte[0] : in.readAllBytes());
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
                    "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Demarche</title><link rel=\"stylesheet\" href=\"/static/page.css\"></head><body><main class=\"fault\"><h1>That did not work</h1><p>"
                            + Strip.escape(detail)
                            + "</p><p><a href=\"/board\">To the board</a></p></main></body></html>");
        }
    }
}
