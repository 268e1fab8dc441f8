package org.demarche.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.demarche.Pipeline;
import org.demarche.language.OnnxSentenceParser;
import org.demarche.model.Document;
import org.demarche.read.Read;
import org.demarche.read.ReadOptions;
import org.demarche.read.Reader;
import org.demarche.store.LedgerBook;
import org.demarche.store.LedgerStore;
import org.demarche.store.Ledgers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page over a real ledger of the sample, and of a report that is full of markup. */
class PageServerTest {
    private static final Path SAMPLE = Path.of("..", "samples", "nato-russia-2021", "reports");
    private static final String HOSTILE = "<script>alert('x')</script><img src=x onerror=alert(1)> \u202Ednuor\u202C";

    @TempDir
    static Path folder = Path.of("");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static PageServer server;

    @BeforeAll
    static void serve() throws IOException {
        Path hostile =
                Files.writeString(folder.resolve("hostile.jsonl"), """
                {"id": "evil", "title": "%s", "outlet": "%s", "url": "javascript:alert(1)", "published": "2021-10-19", "text": "%s Russia expelled ten NATO diplomats on Monday. \\"%s\\", Sergei Lavrov said."}
                """.formatted(HOSTILE, HOSTILE, HOSTILE, HOSTILE));
        Pipeline pipeline = new Pipeline(OnnxSentenceParser.load());
        String ledger = folder.resolve("ledger").toString();
        try (LedgerBook book = new LedgerBook(Ledgers.open(ledger, LedgerStore.Access.WRITE), pipeline);
                Stream<Read> read =
                        new Reader(ReadOptions.DEFAULT).read(List.of(SAMPLE.toString(), hostile.toString()))) {
            Stream<Document> documents = read.filter(Read.Of.class::isInstance).map(r -> ((Read.Of) r).document());
            book.ingest(documents, 1, coded -> {});
            book.refresh();
        }
        Supplier<LedgerBook> books = () -> new LedgerBook(Ledgers.open(ledger, LedgerStore.Access.READ), pipeline);
        server = PageServer.start(new ServerOptions("127.0.0.1", 0, null), books, pipeline);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/board",
                "/board?as_of=2021-10-19&compare=2021-10-05",
                "/timeline",
                "/disagreements",
                "/answers",
                "/quotes",
                "/reader",
                "/reader?doc=evil",
                "/sources",
                "/search?q=mission",
                "/data?table=claims"
            })
    void everyPageWorksWithoutScriptsAndLetsNoMarkupOfAReportThrough(String path) throws Exception {
        HttpResponse<String> page = get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .startsWith("<!DOCTYPE html>")
                .doesNotContain("<script>alert")
                .doesNotContain("<img src=x")
                .doesNotContain("href=\"javascript:");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void theBoardSaysWhatWasSuspendedAndOpensAtTheSentence() throws Exception {
        String board = get("/board?as_of=2021-11-02").body();

        assertThat(board).contains("suspended").contains("/reader?");
    }

    @Test
    void theTablesComeAsJsonLinesAndCsvAndInPages() throws Exception {
        assertThat(get("/api/v1/events?limit=2").body())
                .startsWith("{\"total\":")
                .contains("\"next\":\"2\"");
        assertThat(get("/api/v1/claims?format=jsonl").body().lines())
                .isNotEmpty()
                .allMatch(l -> l.startsWith("{\"id\":\"clm:"));
        assertThat(get("/api/v1/documents?format=csv").body()).startsWith("id,file,");
    }

    @Test
    void aKnownVersionIsNotSentAgain() throws Exception {
        String tag = get("/api/v1/events").headers().firstValue("ETag").orElseThrow();

        HttpRequest again =
                request("/api/v1/events").header("If-None-Match", tag).build();

        assertThat(CLIENT.send(again, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(304);
    }

    @Test
    void wrongQuestionsGetAnAnswerThatSaysSo() throws Exception {
        assertThat(get("/board?as_of=2021-13-01").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/events?limit=many").body()).contains("DEM-606");
        assertThat(get("/api/v1/secrets").statusCode()).isEqualTo(404);
        assertThat(get("/static/..%2f..%2fetc%2fpasswd").statusCode()).isBetween(400, 404);
    }

    @Test
    void aForeignHostOrOriginIsTurnedAway() throws Exception {
        HttpRequest foreign = request("/api/v1/events")
                .header("Origin", "https://evil.example")
                .build();
        assertThat(CLIENT.send(foreign, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(403);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write("GET /board HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void beyondLoopbackATokenIsNeeded() {
        assertThatThrownBy(() -> new ServerOptions("0.0.0.0", 7171, null)).hasMessageContaining("DEM-601");
        assertThatThrownBy(() -> new ServerOptions("192.0.2.1", 7171, "short")).hasMessageContaining("DEM-601");
    }

    @Test
    @Tag("services")
    void aRealBrowserShowsTheBoardAndRunsNothingOfAReport() throws Exception {
        Process browser = new ProcessBuilder(
                        "chromium",
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + folder.resolve("browser"),
                        "--virtual-time-budget=5000",
                        "--dump-dom",
                        "http://127.0.0.1:" + server.port() + "/reader?doc=evil")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String dom = new String(browser.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(dom).contains("Demarche").contains("&lt;script&gt;").doesNotContain("<img src=\"x\"");
        assertThat(browser.waitFor()).isZero();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }
}
