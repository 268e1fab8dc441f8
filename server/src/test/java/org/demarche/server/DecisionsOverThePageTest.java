package org.demarche.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.demarche.Dossier;
import org.demarche.Version;
import org.demarche.store.LedgerBook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What readers decide, add and propose over the page, the REST interface and MCP. */
class DecisionsOverThePageTest {
    private final Served server = Served.start(new ServerOptions("127.0.0.1", 0, null, null, true));
    private final JsonMapper json = new JsonMapper();

    @AfterEach
    void stop() {
        server.close();
    }

    private String event() throws Exception {
        return json.readTree(server.get("/api/v1/events?limit=1").body())
                .get("rows")
                .get(0)
                .get("id")
                .stringValue();
    }

    private JsonNode log() throws Exception {
        return json.readTree(server.get("/api/v1/decisions").body()).get("rows");
    }

    @Test
    void aRejectionIsOnRecordWithItsAuthorAndCanBeUndone() throws Exception {
        String event = event();

        HttpResponse<String> answer = server.post(
                "/review", "/review?item=" + event, "kind=reject&target=" + event + "&by=Ana+%3Cb%3E&why=no+act");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(log().get(0).get("by").stringValue()).isEqualTo("Ana <b>");
        assertThat(server.get("/api/v1/events/" + event).statusCode()).isEqualTo(404);
        assertThat(server.get("/review").body()).contains("Ana &lt;b&gt;").doesNotContain("Ana <b>");

        for (JsonNode entry : log()) {
            server.post(
                    "/review", "/review", "kind=undo&target=" + entry.get("id").stringValue() + "&by=Ana");
        }
        assertThat(server.get("/api/v1/events/" + event).statusCode()).isEqualTo(200);
    }

    @Test
    void whatFollowsFromADecisionIsKeptForTheNextReaderAndIsWhatWorkingItOutAnewGives() throws Exception {
        String event = event();
        server.post("/review", "/review?item=" + event, "kind=reject&target=" + event + "&by=Ana&why=no+act");
        server.close();

        try (LedgerBook book = server.books.write()) {
            String mark = book.store().mark() + " " + Version.program() + " " + Version.commit();
            Dossier kept = book.store().dossier(mark).orElseThrow();
            assertThat(kept.events()).isEqualTo(book.refresh().events()).noneMatch(e -> e.id().equals(event));
        }
    }

    /** Events with two claims or more, or with one. */
    private List<String> events(boolean many) throws Exception {
        List<String> out = new ArrayList<>();
        for (JsonNode row :
                json.readTree(server.get("/api/v1/events?limit=1000").body()).get("rows")) {
            int claims = row.get("claims").size();
            if (many ? claims > 1 : claims == 1) {
                out.add(row.get("id").stringValue());
            }
        }
        return out;
    }

    private void undoAll() throws Exception {
        for (JsonNode entry : log()) {
            if (!entry.get("kind").stringValue().equals("undo")) {
                server.post(
                        "/review",
                        "/review",
                        "kind=undo&target=" + entry.get("id").stringValue() + "&by=Ana");
            }
        }
    }

    @Test
    void aMergeIsShownBeforeItIsMadeLeadsOldLinksOnAndCanBeUndone() throws Exception {
        String one = events(false).get(0);
        String other = events(false).get(1);

        String preview = server.get("/review?item=" + one + "&merge=" + other).body();
        assertThat(preview).contains("Make these one event?").contains("The ledger would have");
        assertThat(log()).isEmpty();

        server.post("/review", "/review?item=" + one, "kind=merge&target=" + one + "&value=" + other + "&by=Ana");

        HttpClient follower = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        for (String old : List.of(one, other)) {
            assertThat(server.get("/api/v1/events/" + old).statusCode()).isEqualTo(308);
            HttpResponse<String> found = follower.send(
                    server.request("/api/v1/events/" + old).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(found.statusCode()).isEqualTo(200);
            assertThat(json.readTree(found.body()).get("claims").size()).isEqualTo(2);
            assertThat(follower.send(
                                    server.request("/timeline?event=" + old).build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .uri()
                            .toString())
                    .contains("event="
                            + json.readTree(found.body())
                                    .get("id")
                                    .stringValue()
                                    .replace(":", "%3A"));
        }

        undoAll();
        assertThat(server.get("/api/v1/events/" + one).statusCode()).isEqualTo(200);
        assertThat(server.get("/api/v1/events/" + other).statusCode()).isEqualTo(200);
    }

    @Test
    void aSplitIsShownBeforeItIsMadeAndCanBeUndone() throws Exception {
        String event = events(true).get(0);
        JsonNode claims =
                json.readTree(server.get("/api/v1/events/" + event).body()).get("claims");
        String out = claims.get(0).stringValue();

        assertThat(server.get("/review?item=" + event + "&split=" + out).body()).contains("Split these claims out?");
        server.post("/review", "/review?item=" + event, "kind=split&target=" + event + "&value=" + out + "&by=Ana");

        assertThat(log().get(0).get("kind").stringValue()).isEqualTo("split");
        assertThat(server.get("/api/v1/events/" + event).statusCode()).isEqualTo(308);
        undoAll();
        assertThat(server.get("/api/v1/events/" + event).statusCode()).isEqualTo(200);
    }

    @Test
    void aSplitOfAllOrNoneAndAMergeWithNothingAreNone() throws Exception {
        String event = events(false).get(0);

        assertThat(decide("{\"kind\":\"split\",\"by\":\"Ana\",\"target\":\"" + event + "\"}")
                        .body())
                .contains("DEM-611");
        assertThat(decide("{\"kind\":\"merge\",\"by\":\"Ana\",\"target\":\"" + event
                                + "\",\"value\":\"evt:000000000000\"}")
                        .body())
                .contains("DEM-401");
        assertThat(log()).isEmpty();
    }

    @Test
    void aVerdictOnAnEventOfManyClaimsIsUndoneInOneGo() throws Exception {
        String event = events(true).get(0);
        server.post("/review", "/review?item=" + event, "kind=accept&target=" + event + "&by=Ana");
        int claims = log().size();
        assertThat(claims).isGreaterThan(1);

        String all = server.get("/review").body().replaceAll("(?s).*name=\"target\" value=\"(dec:[^\"]+)\".*", "$1");
        server.post("/review", "/review", "kind=undo&by=Ana&target=" + all.replace(" ", "+"));

        assertThat(log().size()).isEqualTo(2 * claims);
    }

    @Test
    void aFormFromElsewhereIsTurnedAway() throws Exception {
        HttpRequest.Builder withoutSeal = server.request("/review")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("kind=reject&by=x&target=" + event()));
        HttpRequest.Builder otherSite = server.request("/review")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(HttpRequest.BodyPublishers.ofString("kind=reject&by=x&target=" + event()));
        HttpRequest.Builder asText = server.request("/api/v1/decisions")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"kind\":\"reject\",\"by\":\"x\",\"target\":\"" + event() + "\"}"));

        assertThat(server.send(withoutSeal).statusCode()).isEqualTo(403);
        assertThat(server.send(otherSite).statusCode()).isEqualTo(403);
        assertThat(server.send(asText).statusCode()).isEqualTo(400);
        assertThat(log()).isEmpty();
    }

    @Test
    void aCorrectionNeedsAReasonAndAValueThatFits() throws Exception {
        String event = event();

        assertThat(decide("{\"kind\":\"set\",\"by\":\"Ana\",\"target\":\"" + event
                                + "\",\"field\":\"date\",\"value\":\"2021-10-05\"}")
                        .body())
                .contains("DEM-611");
        assertThat(decide("{\"kind\":\"set\",\"by\":\"Ana\",\"why\":\"w\",\"target\":\"" + event
                                + "\",\"field\":\"date\",\"value\":\"someday\"}")
                        .body())
                .contains("DEM-301");
        assertThat(decide("{\"kind\":\"accept\",\"target\":\"" + event + "\"}").body())
                .contains("DEM-611");
        assertThat(log()).isEmpty();
    }

    private HttpResponse<String> decide(String body) throws Exception {
        return server.send(server.request("/api/v1/decisions")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void aFileThatIsDroppedOnThePageIsReadAndItsNameIsNoPath() throws Exception {
        String seal = server.get("/sources").body().replaceAll("(?s).*name=\"seal\" value=\"([^\"]+)\".*", "$1");
        String body = "--b\r\nContent-Disposition: form-data; name=\"seal\"\r\n\r\n" + seal
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"../../etc/new.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\nPARIS, 4 November 2021\n\nFrance recalled its ambassador from Atlantis on Thursday.\r\n--b--\r\n";

        HttpResponse<String> answer = server.send(server.request("/ingest")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)));

        assertThat(answer.statusCode()).isEqualTo(303);
        String documents = "";
        for (int i = 0; i < 300 && !documents.contains("new.txt"); i++) {
            Thread.sleep(200);
            documents = server.get("/api/v1/documents").body();
        }
        assertThat(documents).contains("\"file\":\"new.txt\"").doesNotContain("etc");
    }

    @Test
    void namesOfFilesLoseWhatCouldBeAPath() {
        assertThat(Intake.name("a/b\\..\\c.txt")).isEqualTo("c.txt");
        assertThat(Intake.name("..")).isEqualTo("report");
        assertThat(Intake.name("x\u0000\u202Ey.html")).isEqualTo("xy.html");
    }

    @Test
    void aProposalOfAProgramStandsInTheLogAndChangesNothing() throws Exception {
        String event = event();
        String before = server.get("/api/v1/events/" + event).body();

        String answer = server.send(
                        server.request("/mcp")
                                .header("Content-Type", "application/json")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":\"propose_correction\",\"arguments\":{\"target\":\""
                                                        + event
                                                        + "\",\"field\":\"factuality\",\"value\":\"denied\",\"why\":\"a test\",\"by\":\"a program\"}}}")))
                .body();

        assertThat(answer).contains("proposed");
        assertThat(log().get(0).get("kind").stringValue()).isEqualTo("comment");
        assertThat(server.get("/api/v1/events/" + event).body()).isEqualTo(before);
    }

    @Test
    void proposalsAreOffUnlessTheyAreAllowed() {
        Mcp mcp = Mcp.over(server.books, Served.pipeline(), false);

        assertThat(mcp.answer("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}")
                        .orElseThrow())
                .contains("\"timeline\"")
                .doesNotContain("propose_correction");
        assertThat(mcp.answer(
                                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"propose_correction\",\"arguments\":{}}}")
                        .orElseThrow())
                .contains("DEM-616")
                .contains("\"isError\":true");
    }

    @Test
    void everyAnswerOfATableCarriesIdsAndQuotes() throws Exception {
        Mcp mcp = Mcp.over(server.books, Served.pipeline(), false);

        for (String tool : List.of("status", "timeline", "disagreements", "answers", "quotes")) {
            JsonNode result = json.readTree(
                            mcp.answer("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\""
                                            + tool + "\",\"arguments\":{}}}")
                                    .orElseThrow())
                    .get("result");
            assertThat(result.get("isError").booleanValue()).isFalse();
            for (JsonNode row : result.get("structuredContent").get("rows")) {
                assertThat(row.toString()).contains("\"id\":\"").contains("\"quote\":\"");
            }
        }
    }

    @Test
    void whatIsNoRequestGetsAFaultAndANotificationNothing() {
        Mcp mcp = Mcp.over(server.books, Served.pipeline(), false);

        assertThat(mcp.answer("{").orElseThrow()).contains("-32700");
        assertThat(mcp.answer("[1]").orElseThrow()).contains("-32600");
        assertThat(mcp.answer("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/eat\"}")
                        .orElseThrow())
                .contains("-32601");
        assertThat(mcp.answer("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}"))
                .isEmpty();
    }

    @Test
    void beyondLoopbackATokenOpensTheDoorToProgramsAndBrowsers() throws Exception {
        String token = "0123456789abcdefXYZ";
        try (Served guarded = Served.start(new ServerOptions("127.0.0.1", 0, token))) {
            assertThat(guarded.get("/api/v1/events").statusCode()).isEqualTo(401);
            assertThat(guarded.send(guarded.request("/api/v1/events").header("Authorization", "Bearer " + token))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(guarded.send(guarded.request("/api/v1/events").header("Authorization", "Bearer wrong"))
                            .statusCode())
                    .isEqualTo(401);
            assertThat(guarded.post("/signin", "/signin", "token=wrong").statusCode())
                    .isEqualTo(403);
            assertThat(guarded.post("/signin", "/signin", "token=" + token).statusCode())
                    .isEqualTo(303);
            assertThat(guarded.get("/board").statusCode()).isEqualTo(200);
        }
        assertThat(new ServerOptions("127.0.0.1", 0, token).toString()).doesNotContain(token);
    }
}
