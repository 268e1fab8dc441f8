package org.demarche.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One verdict on many events, and how the review goes. */
class ReviewOfManyTest {
    private static final String FILTERED = "/review?bulk=on&type=SANCTION";

    private final Served server = Served.start(new ServerOptions("127.0.0.1", 0, null));
    private final JsonMapper json = new JsonMapper();

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonNode log() throws Exception {
        return json.readTree(server.get("/api/v1/decisions?limit=1000").body()).get("rows");
    }

    private int shown() throws Exception {
        Matcher count = Pattern.compile("name=\"expected\" value=\"(\\d+)\"")
                .matcher(server.get(FILTERED).body());
        assertThat(count.find()).isTrue();
        return Integer.parseInt(count.group(1));
    }

    private HttpResponse<String> decide(String fields) throws Exception {
        return server.post("/review/bulk?bulk=on&type=SANCTION", FILTERED, fields);
    }

    @Test
    void aRejectionOfManyAsksForTheirNumberToBeTyped() throws Exception {
        int claims = shown();

        assertThat(decide("kind=reject&by=Ana&expected=" + claims).body()).contains("DEM-617");
        assertThat(decide("kind=reject&by=Ana&typed=1&expected=" + claims).body())
                .contains("DEM-617");
        assertThat(log()).isEmpty();

        HttpResponse<String> answer = decide("kind=reject&by=Ana&typed=" + claims + "&expected=" + claims);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElse("")).contains("bulk=on");
        assertThat(log()).hasSize(claims);
        assertThat(server.get("/api/v1/events?type=SANCTION").body()).startsWith("{\"total\":0");
    }

    @Test
    void aListThatHasChangedSinceItWasShownIsNotDecided() throws Exception {
        int claims = shown();

        assertThat(decide("kind=accept&by=Ana&expected=" + (claims + 1)).body()).contains("nothing was decided");
        assertThat(log()).isEmpty();
    }

    @Test
    void whatWasDecidedInOneGoIsUndoneInOneGo() throws Exception {
        int claims = shown();
        decide("kind=accept&by=Ana&expected=" + claims);
        assertThat(log()).hasSize(claims);

        Matcher undo = Pattern.compile("name=\"target\" value=\"(dec:[^\"]+)\"")
                .matcher(server.get("/review?bulk=on").body());
        assertThat(undo.find()).isTrue();
        server.post(
                "/review", "/review", "kind=undo&by=Ana&target=" + undo.group(1).replace(" ", "+"));

        assertThat(log()).hasSize(2 * claims);
        assertThat(shown()).isEqualTo(claims);
    }

    @Test
    void thePageTellsWhoDecidedHowFarTheyAgreeAndWhichRulesTheyReject() throws Exception {
        JsonNode claims =
                json.readTree(server.get("/api/v1/claims?limit=4").body()).get("rows");
        for (String by : new String[] {"Ana", "Bo"}) {
            for (int i = 0; i < 4; i++) {
                boolean accepts = i == 0 || i == 1 && by.equals("Ana");
                server.post(
                        "/review",
                        "/review",
                        "kind=" + (accepts ? "accept" : "reject") + "&by=" + by + "&target="
                                + claims.get(i).get("id").stringValue());
            }
        }

        String page = server.get("/review").body();

        assertThat(page)
                .contains("How the review goes")
                .contains("Ana and Bo")
                .contains("<td>0.50</td>")
                .contains("alpha")
                .contains("Verdicts by rule")
                .contains(claims.get(3).get("rule").stringValue());
    }

    @Test
    void aDecisionAboutAClaimThatNoReportTellsAnyMoreIsShownAsStale() throws Exception {
        try (var book = server.books.write()) {
            book.store()
                    .append(new org.demarche.store.Entry.Draft(
                            "2021-11-02T10:00:00Z",
                            "Ana <i>",
                            "reject",
                            "clm:000000000000",
                            null,
                            null,
                            "no <b>act</b>"));
        }

        assertThat(server.get("/review").body())
                .contains("! Stale: 1 decision")
                .contains("Ana &lt;i&gt;: reject (about clm:000000000000, 2021-11-02)")
                .doesNotContain("<b>act");
    }

    @Test
    void aTableIsNarrowedByItsPropertiesAndTakenAlongAsItIsShown() throws Exception {
        String page =
                server.get("/data?table=events&type=SANCTION&col=id&col=cameo").body();

        assertThat(page)
                .contains(" of ")
                .contains("Type: SANCTION")
                .contains("<th scope=\"col\">cameo</th>")
                .doesNotContain("<th scope=\"col\">act</th>");
        assertThat(server.get("/data.csv?table=events&type=SANCTION")
                        .body()
                        .lines()
                        .skip(1))
                .isNotEmpty()
                .allMatch(l -> l.contains(",SANCTION,"));
        assertThat(server.get("/data?table=events&type=NOSUCH").body()).contains("take a choice away");
    }
}
