package org.demarche.server;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import j2html.tags.DomContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.demarche.Pipeline;
import org.demarche.dialect.Dialect;
import org.demarche.export.Table;
import org.demarche.model.State;
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
            new Writes(forms, guard, desk, shelf, books, intake, api, mcp).routes(config);
            Faults.routes(config);
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
                (c, copy, q) -> new DisagreementsPage(copy, q, asOf(q, copy))
                        .content(writable ? forms.seal(c) : null, forms.author(c)));
        show(config, "/answers", "Answers", (c, copy, q) -> new AnswersPage(copy, q).content());
        show(config, "/quotes", "Quotes", (c, copy, q) -> new ListPages(copy, q).quotes());
        show(config, "/plots", "Plots", (c, copy, q) -> new PlotsPage(copy, q).content(asOf(q, copy)));
        show(
                config,
                "/reader",
                "Reader",
                (c, copy, q) -> new ReaderPage(
                                shelf, desk, copy, q, asOf(q, copy), writable ? forms.seal(c) : null, forms.author(c))
                        .content(q.filter("doc"), q.number("at", -1)));
        show(config, "/brief", "Brief", (c, copy, q) -> new BriefView(copy, q).content(asOf(q, copy)));
        show(
                config,
                "/sources",
                "Sources",
                (c, copy, q) -> new ListPages(copy, q).sources(intake.form(forms.seal(c), writable)));
        show(config, "/search", "Search", (c, copy, q) -> new ListPages(copy, q).search());
        show(config, "/data", "Data", (c, copy, q) -> data(copy, q).content());
        show(config, "/exports", "Export", (c, copy, q) -> new ExportsPage(copy, q).content());
        show(config, "/review", "Review", (c, copy, q) -> {
            if (writable) {
                shelf.expectDecisions();
            }
            return new ReviewPage(shelf, desk, copy, q, forms.seal(c), forms.author(c))
                    .content(asOf(q, copy), writable, c.queryParams("split"));
        });
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
            Faults.html(context, new Frame(copy, query, asOf(query, copy)).page(path, name, body));
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
        Faults.problem(context, HttpStatus.NOT_FOUND, "DEM-404 there is no such plot here");
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

    private static void file(Context context) {
        String name = context.pathParam("name");
        String type = STATIC.get(name);
        if (type == null) {
            Faults.problem(context, HttpStatus.NOT_FOUND, "DEM-404 there is no such file");
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
}
