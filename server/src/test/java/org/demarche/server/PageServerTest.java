package org.demarche.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page over a real ledger of the sample, and of a report that is full of markup. */
class PageServerTest {
    private static Served server = Served.start();

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
                "/board?known_as_of=2021-10-19",
                "/board?as_of=1950",
                "/timeline?only=disputed&type=SANCTION",
                "/answers",
                "/quotes",
                "/plots",
                "/plots?per=month&scale=plover&dyad=RUS--NATO",
                "/reader",
                "/reader?doc=evil",
                "/review",
                "/brief",
                "/brief?dyad=RUS--NATO",
                "/sources",
                "/search?q=mission",
                "/search?q=alert",
                "/search?q=zzz%20%3Cscript%3Ealert(1)%3C/script%3E",
                "/data?table=claims",
                "/data?table=quotes",
                "/data?table=states&disputed=yes",
                "/review?bulk=on&factuality=asserted",
                "/exports?kind=icews",
                "/signin"
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
    void theTimelineShowsADayAWeekAMonthOrAYearOfTheDayThatIsAskedAbout() throws Exception {
        assertThat(get("/timeline?as_of=2021-10-19").body())
                .contains("since=2021-10-19&amp;until=2021-10-19")
                .contains("since=2021-10-18&amp;until=2021-10-24")
                .contains("since=2021-10-01&amp;until=2021-10-31")
                .contains("since=2021-01-01&amp;until=2021-12-31");
        assertThat(get("/timeline?as_of=2021-10-19&since=2021-10-19&until=2021-10-19")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anAnswerSaysWhoCalledItWhat() throws Exception {
        assertThat(get("/answers").body()).containsPattern("Called <.{0,40}<q dir=\"auto\">[^<]+</q><span> \u2014 ");
    }

    @Test
    void aReportLeadsToItsSentencesWithClaims() throws Exception {
        String document = new JsonMapper()
                .readTree(get("/api/v1/claims?limit=1").body())
                .get("rows")
                .get(0)
                .get("document")
                .asString();

        assertThat(get("/reader?doc=" + document).body())
                .containsPattern("<nav class=\"jumps\" aria-label=\"[^\"]+\">.{0,80}<a href=\"#s\\d+\"");
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

        assertThat(server.client
                        .send(again, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
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
    void anEventThatTheLedgerNeverHadIsSaidToBeMissing() throws Exception {
        assertThat(get("/api/v1/events/evt:000000000000").statusCode()).isEqualTo(404);
        for (String page : List.of(
                "/review?item=evt:000000000000",
                "/review?item=evt:000000000000&split=clm:000000000000&changes=on",
                "/timeline?event=evt:000000000000",
                "/disagreements?event=evt:000000000000",
                "/reader?doc=doc:000000000000&claim=clm:000000000000&add=9-2&fix=date")) {
            assertThat(get(page).statusCode()).as(page).isEqualTo(200);
        }
        assertThat(get("/review?item=evt:000000000000").body()).contains("has no claim or event evt:000000000000");
    }

    @Test
    void aForeignHostOrOriginIsTurnedAway() throws Exception {
        HttpRequest foreign = request("/api/v1/events")
                .header("Origin", "https://evil.example")
                .build();
        assertThat(server.client
                        .send(foreign, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feed.atom",
                "/feed.atom?q=alert",
                "/plots/types.svg",
                "/plots/coverage.svg",
                "/plots/network.svg",
                "/brief.md?dyad=RUS--NATO",
                "/api/v1/search?q=alert"
            })
    void filesOfAHostileReportHoldItsWordsAndNotItsMarkup(String path) throws Exception {
        HttpResponse<String> file = get(path);

        assertThat(file.statusCode()).isEqualTo(200);
        if (path.startsWith("/api/")) {
            assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        } else {
            assertThat(file.body()).doesNotContain("<script").doesNotContain("<img");
        }
    }

    @Test
    void feedsAndDrawingsAreWellFormedXml() throws Exception {
        for (String path : List.of("/feed.atom", "/feed.atom?q=alert", "/plots/types.svg", "/plots/volume.svg")) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            assertThat(factory.newDocumentBuilder()
                            .parse(new ByteArrayInputStream(get(path).body().getBytes(StandardCharsets.UTF_8)))
                            .getDocumentElement())
                    .isNotNull();
        }
    }

    @Test
    void everyPathOfTheOpenApiDocumentAnswers() throws Exception {
        JsonNode paths =
                new JsonMapper().readTree(get("/api/v1/openapi.json").body()).get("paths");
        String event = new JsonMapper()
                .readTree(get("/api/v1/events?limit=1").body())
                .get("rows")
                .get(0)
                .get("id")
                .stringValue();

        paths.properties().forEach(path -> {
            if (path.getValue().has("get")) {
                String asked =
                        path.getKey().replace("{table}", "events").replace("{id}", event) + "?dyad=RUS--NATO&q=mission";
                assertThat(answer(asked.contains("{") ? "/" : asked)).as(asked).isEqualTo(200);
            }
        });
        assertThat(paths.properties().stream().map(java.util.Map.Entry::getKey))
                .contains("/api/v1/events", "/api/v1/decisions", "/feed.atom");
    }

    private static int answer(String path) {
        try {
            return get(path).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void fromTheBoardToTheSentenceItTakesOneLink() throws Exception {
        String board = get("/board?as_of=2021-11-02").body();
        Matcher link = Pattern.compile("href=\"(/reader\\?[^\"]+)#at\"").matcher(board);
        assertThat(link.find()).isTrue();

        String reader = get(link.group(1).replace("&amp;", "&")).body();

        assertThat(reader).contains("id=\"at\"").contains(" here\"");
    }

    private static HttpRequest.Builder request(String path) {
        return server.request(path);
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return server.get(path);
    }

    @Test
    void whatIsKnownOfOneThingStandsTogetherOnTheBoardItsStatusFirst() throws Exception {
        String page = server.get("/board?dyad=NATO--RUS").body();
        Matcher row = Pattern.compile("<details id=\"(sub:[0-9a-f]+)-([a-z]+)\" class=\"([^\"]+)\"")
                .matcher(page);
        List<String> seen = new ArrayList<>();
        while (row.find()) {
            boolean isOfTheSame = !seen.isEmpty() && seen.get(seen.size() - 1).equals(row.group(1));
            assertThat(row.group(3).contains("of-the-same")).as(row.group()).isEqualTo(isOfTheSame);
            assertThat(isOfTheSame || !seen.contains(row.group(1)))
                    .as(row.group())
                    .isTrue();
            seen.add(row.group(1));
        }
        assertThat(page).contains("of-the-same");
    }

    @Test
    void aPlotOfWeeksHasTheEmptyOnesTooAndOneOfSourcesNoEmptyRows() throws Exception {
        String[] weeks = server.get("/plots/volume.csv").body().split("\r\n");
        for (int i = 2; i < weeks.length; i++) {
            assertThat(LocalDate.parse(weeks[i].substring(0, 10)))
                    .isEqualTo(LocalDate.parse(weeks[i - 1].substring(0, 10)).plusWeeks(1));
        }
        String[] events = server.get("/plots/coverage.csv").body().split("\r\n");
        assertThat(events).hasSizeGreaterThan(2);
        for (int i = 1; i < events.length; i++) {
            assertThat(events[i]).containsPattern(",[1-9]");
        }
    }

    @Test
    void theStripShowsDaysThatAreOpenToOneSideAndTheWordsTheyRestOn() throws Exception {
        String page = server.get("/timeline").body();

        assertThat(page).contains("\u201CMonday\u201D)</title>");
        assertThat(page).contains("by or after the day");
    }
}
