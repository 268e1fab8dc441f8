package org.demarche.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a hostile page, program or report may try, by real requests. */
class SecurityTest {
    private static final Served SERVER = Served.start(new ServerOptions("127.0.0.1", 0, null, null, true));
    private static final String TOKEN = "a-token-of-more-than-16";

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static long log() throws Exception {
        JsonNode decisions =
                new JsonMapper().readTree(SERVER.get("/api/v1/decisions").body());
        return decisions.get("total").asLong();
    }

    /** What a browser cannot be made to send, byte for byte. */
    private static String raw(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String post(String path, String headers, String body) throws IOException {
        return raw(
                SERVER.port(),
                "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + SERVER.port() + "\r\nConnection: close\r\n" + headers
                        + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/review", "/review/bulk", "/claims", "/disagreements", "/ingest", "/signin"})
    void noFormIsTakenWithoutItsSealNorFromAnotherSite(String path) throws Exception {
        long before = log();
        String form = "Content-Type: application/x-www-form-urlencoded\r\n";
        String fields = "kind=accept&by=Eve&target=clm:000000000000&why=x&value=y";

        assertThat(post(path, form, fields)).startsWith("HTTP/1.1 403").contains("DEM-609");
        assertThat(post(path, form + "Cookie: demarche-form=aaaaaaaaaaaaaaaaaaaaaaaa\r\n", fields + "&seal=AAAA"))
                .startsWith("HTTP/1.1 403");
        assertThat(post(path, form + "Origin: https://evil.example\r\n", fields))
                .startsWith("HTTP/1.1 403")
                .contains("DEM-603");
        assertThat(post(path, form + "Origin: null\r\n", fields)).startsWith("HTTP/1.1 403");
        assertThat(post(path, form + "Sec-Fetch-Site: cross-site\r\n", fields)).startsWith("HTTP/1.1 403");
        assertThat(log()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/decisions", "/mcp"})
    void whatABrowserSendsWithoutAskingFirstIsNoRequestOfAProgram(String path) throws Exception {
        long before = log();
        String json = "{\"kind\":\"accept\",\"by\":\"Eve\",\"target\":\"clm:000000000000\"}";

        assertThat(post(path, "Content-Type: text/plain\r\n", json)).startsWith("HTTP/1.1 400");
        assertThat(post(path, "Content-Type: application/json\r\nOrigin: https://evil.example\r\n", json))
                .startsWith("HTTP/1.1 403");
        assertThat(
                        raw(
                                SERVER.port(),
                                "POST " + path
                                        + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"))
                .startsWith("HTTP/1.1 403")
                .contains("DEM-602");
        assertThat(log()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/decisions", "/mcp", "/review"})
    void aBodyThatIsTooLargeIsTurnedAway(String path) throws Exception {
        String type = path.equals("/review") ? "application/x-www-form-urlencoded" : "application/json";
        HttpResponse<String> answer = SERVER.send(SERVER.request(path)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString("a=" + "x".repeat(3 << 20))));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/board",
                "/no/such/page",
                "/api/v1/nothing",
                "/static/page.css",
                "/board?as_of=never",
                "/feed.atom",
                "/plots/types.svg",
                "/exports/icews.zip"
            })
    void everyAnswerForbidsWhatAReportCouldSmuggleIn(String path) throws Exception {
        HttpResponse<String> answer = SERVER.get(path);

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .contains("script-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.headers().map().keySet())
                .noneMatch(h -> h.toLowerCase(Locale.ROOT).equals("server"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/static/..%2f..%2f..%2fetc%2fpasswd",
                "/static/%2e%2e/%2e%2e/etc/passwd",
                "/static/....//etc/passwd",
                "/static/page.css%00.txt",
                "/exports/..%2f..%2fetc%2fpasswd.zip",
                "/plots/..%2f..%2fetc%2fpasswd.svg",
                "/reader?doc=..%2F..%2Fetc%2Fpasswd",
                "/reader?doc=%2Fetc%2Fpasswd",
                "/api/v1/documents/..%2f..%2fetc%2fpasswd"
            })
    void noPathOfARequestReachesTheFileSystem(String path) throws Exception {
        String answer = raw(
                SERVER.port(),
                "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + SERVER.port() + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("root:");
        assertThat(answer.substring(9, 12)).isIn("200", "400", "404");
    }

    @Test
    void theNamesInAnArchiveAreOursWhateverTheReportsAreCalled() throws Exception {
        for (String dialect : List.of("plover", "icews", "gdelt", "gexf", "timelinejs")) {
            HttpResponse<byte[]> zip = SERVER.client.send(
                    SERVER.request("/exports/" + dialect + ".zip").build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(zip.statusCode()).as(dialect).isEqualTo(200);
            try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.body()))) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    assertThat(entry.getName()).matches("[A-Za-z0-9._-]{1,60}").doesNotStartWith(".");
                }
            }
        }
    }

    @Test
    void aCellThatASpreadsheetWouldTakeForAFormulaIsNone() throws Exception {
        for (String table : List.of("documents", "claims", "events", "quotes")) {
            for (String line :
                    SERVER.get("/data.csv?table=" + table).body().lines().toList()) {
                assertThat(line).doesNotMatch("^[=+@].*").doesNotMatch(".*,[=@].*");
            }
        }
    }

    @Test
    void beyondLoopbackWhoAsksTooOftenWaitsAndNoTokenNoAnswer() throws Exception {
        try (Served open = Served.start(new ServerOptions("0.0.0.0", 0, TOKEN))) {
            String address = "Host: 127.0.0.1:" + open.port() + "\r\nConnection: close\r\n";
            for (String path : List.of("/board", "/api/v1/events", "/feed.atom", "/live", "/exports/icews.zip")) {
                assertThat(raw(open.port(), "GET " + path + " HTTP/1.1\r\n" + address + "\r\n"))
                        .as(path)
                        .startsWith("HTTP/1.1 401")
                        .doesNotContain(TOKEN);
            }
            assertThat(raw(
                            open.port(),
                            "POST /mcp HTTP/1.1\r\n" + address
                                    + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"))
                    .startsWith("HTTP/1.1 401");
            assertThat(raw(open.port(), "GET /healthz HTTP/1.1\r\n" + address + "\r\n"))
                    .startsWith("HTTP/1.1 200");
            String last = "";
            for (int i = 0; i < 600 && !last.startsWith("HTTP/1.1 429"); i++) {
                last = raw(open.port(), "GET /healthz HTTP/1.1\r\n" + address + "\r\n");
            }
            assertThat(last).startsWith("HTTP/1.1 429").contains("Retry-After");
        }
    }
}
