package org.demarche.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.demarche.store.LedgerBook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people read otherwise than the rules: a claim that was missed, and the reading that they would rather show. */
class ReadingsOfPeopleTest {
    private static final String REPORT = "01-harbour-gazette.txt";
    private static final String WORDS = "Retaliation is bound to come";

    private final Served server = Served.start(new ServerOptions("127.0.0.1", 0, null));
    private final JsonMapper json = new JsonMapper();

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonNode rows(String path) throws Exception {
        return json.readTree(server.get("/api/v1/" + path).body()).get("rows");
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The page with the form for the sentence that has the words, as a reader without scripts opens it. */
    private String page() throws Exception {
        Matcher sentence = Pattern.compile("data-n=\"(\\d+)\"[^>]*>(?:(?!data-n).)*?" + "bound to come")
                .matcher(server.get("/reader?doc=" + REPORT).body());
        assertThat(sentence.find()).isTrue();
        return "/reader?doc=" + REPORT + "&add=" + sentence.group(1);
    }

    private Map<String, String> fields(String page) throws Exception {
        String html = server.get(page).body();
        return new java.util.HashMap<>(Map.of(
                "target", hidden(html, "target"),
                "sentence", hidden(html, "sentence"),
                "words", WORDS,
                "act", "threaten",
                "actors", "Russia",
                "date", "2021-10-07",
                "by", "Ana",
                "why", "he speaks for the house"));
    }

    private static String hidden(String html, String name) {
        Matcher value = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"")
                .matcher(html.substring(html.indexOf("id=\"add\"")));
        assertThat(value.find()).isTrue();
        return value.group(1);
    }

    @Test
    void aClaimThatWasMissedIsAddedWithItsCitationIsThereAfterARerunAndCanBeUndone() throws Exception {
        String page = page();
        Map<String, String> fields = fields(page);

        HttpResponse<String> answer = server.post("/claims", page, form(fields));

        assertThat(answer.statusCode()).isEqualTo(303);
        JsonNode entry = rows("decisions").get(0);
        String claim = entry.get("target").stringValue();
        JsonNode row = json.readTree(server.get("/api/v1/claims/" + claim).body());
        assertThat(row.get("trigger").get("quote").stringValue()).isEqualTo(WORDS);
        assertThat(row.get("rule").stringValue())
                .isEqualTo("decision " + entry.get("id").stringValue());
        assertThat(row.get("actors").get(0).get("id").stringValue()).isEqualTo("RUS");
        assertThat(server.get("/reader?doc=" + REPORT).body()).contains("added by Ana: he speaks");

        try (LedgerBook book = server.books.write()) {
            book.recode(1, coded -> {});
            book.refresh();
        }
        assertThat(server.get("/api/v1/claims/" + claim).statusCode()).isEqualTo(200);

        server.post(
                "/review",
                "/review",
                "kind=undo&by=Ana&target=" + entry.get("id").stringValue());
        assertThat(server.get("/api/v1/claims/" + claim).statusCode()).isEqualTo(404);
    }

    @Test
    void wordsThatTheSentenceDoesNotHaveAnUnknownActAndUnknownActorsAreTurnedAwayAndNothingIsWritten()
            throws Exception {
        String page = page();
        for (Map.Entry<String, String> wrong : Map.of(
                        "words", "was <b>never</b> said",
                        "act", "no-such-act",
                        "actors", "Atlantis",
                        "date", "2021-13-01",
                        "why", " ",
                        "sentence", "99999")
                .entrySet()) {
            Map<String, String> fields = fields(page);
            fields.put(wrong.getKey(), wrong.getValue());
            HttpResponse<String> answer = server.post("/claims", page, form(fields));
            assertThat(answer.statusCode()).as(wrong.getKey()).isEqualTo(400);
            assertThat(answer.body()).contains("DEM-").doesNotContain("<b>never");
        }
        assertThat(rows("decisions")).isEmpty();
    }

    @Test
    void theReadingThatSomebodyPrefersIsShownAndTheOtherIsKept() throws Exception {
        JsonNode date = null;
        for (JsonNode row : rows("disagreements?limit=1000")) {
            if (row.get("field").stringValue().equals("date")
                    && row.get("about").get("event") != null
                    && row.get("readings").get(0).get("value").stringValue().length() == 10) {
                date = row;
            }
        }
        assertThat(date).isNotNull();
        String event = date.get("about").get("event").stringValue();
        String shown = start(event);
        String other = null;
        for (JsonNode reading : date.get("readings")) {
            String value = reading.get("value").stringValue();
            other = value.equals(shown) ? other : value;
        }
        assertThat(other).isNotNull();

        HttpResponse<String> answer = server.post(
                "/disagreements",
                "/disagreements",
                form(Map.of(
                        "target", date.get("id").stringValue(), "value", other, "by", "Bo <i>", "why", "the first")));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(start(event)).isEqualTo(other);
        assertThat(json.readTree(server.get("/api/v1/disagreements/"
                                        + date.get("id").stringValue())
                                .body())
                        .get("readings"))
                .isEqualTo(date.get("readings"));
        assertThat(server.get("/disagreements").body())
                .contains("preferred by Bo &lt;i&gt;: the first")
                .doesNotContain("Bo <i>");

        server.post(
                "/review",
                "/review",
                "kind=undo&by=Bo&target=" + rows("decisions").get(0).get("id").stringValue());
        assertThat(start(event)).isEqualTo(shown);
    }

    private String start(String event) throws Exception {
        return json.readTree(server.get("/api/v1/events/" + event).body())
                .get("date")
                .get("start")
                .stringValue();
    }

    @Test
    void aProgramAddsAndPrefersOverTheRestInterfaceToo() throws Exception {
        Map<String, String> fields = fields(page());
        fields.put("kind", "add");

        HttpResponse<String> answer = server.send(server.request("/api/v1/decisions")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(fields))));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(rows("claims?limit=1000"))
                .anySatisfy(row -> assertThat(row.get("trigger").get("quote").stringValue())
                        .isEqualTo(WORDS));
        HttpResponse<String> again = server.send(server.request("/api/v1/decisions")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(fields))));
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("DEM-618").contains("claimed already");
    }

    /** The first claim of the report that has such an act. */
    private JsonNode claim(String act) throws Exception {
        for (JsonNode row : rows("claims?limit=1000")) {
            if (row.get("file").stringValue().equals(REPORT)
                    && row.get("act").stringValue().equals(act)) {
                return row;
            }
        }
        throw new AssertionError(REPORT + " tells no " + act);
    }

    private String correct(String target, String field, String value, int status) throws Exception {
        HttpResponse<String> answer = server.post(
                "/review",
                "/review",
                form(Map.of(
                        "kind", "set", "target", target, "field", field, "value", value, "by", "Ana", "why",
                        "as told")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }

    @Test
    void whoDidItToWhomAndOnWhoseWordIsCorrectedStaysAfterARerunAndCanBeUndone() throws Exception {
        JsonNode before = claim("revoke-accreditation");
        String id = before.get("id").stringValue();

        correct(id, "actors", "Russia", 303);
        correct(id, "recipients", "NATO", 303);
        correct(id, "attribution", "Jens Stoltenberg", 303);
        try (LedgerBook book = server.books.write()) {
            book.recode(1, coded -> {});
            book.refresh();
        }

        JsonNode after = json.readTree(server.get("/api/v1/claims/" + id).body());
        assertThat(after.get("actors").get(0).get("id").stringValue()).isEqualTo("RUS");
        assertThat(after.get("recipients").get(0).get("id").stringValue()).isEqualTo("NATO");
        assertThat(after.get("attribution").get(0).get("holder").stringValue()).isEqualTo("Jens Stoltenberg");
        assertThat(server.get("/reader?doc=" + REPORT).body())
                .contains("Ana set who did it to Russia: as told")
                .contains("on the word of Jens Stoltenberg");
        assertThat(server.get("/review").body()).contains("set actors = Russia");

        for (JsonNode entry : rows("decisions")) {
            server.post(
                    "/review",
                    "/review",
                    "kind=undo&by=Ana&target=" + entry.get("id").stringValue());
        }
        assertThat(json.readTree(server.get("/api/v1/claims/" + id).body())).isEqualTo(before);
    }

    @Test
    void aQuotationIsGivenToWhoSaidItAndToNobodyWhomNoReportNames() throws Exception {
        JsonNode quote = rows("quotes?limit=1000").get(0);
        String id = quote.get("id").stringValue();

        assertThat(correct(id, "attribution", "the Emperor of <b>Atlantis", 400))
                .contains("DEM-618")
                .doesNotContain("<b>Atlantis");
        assertThat(correct(id, "actors", "Russia", 400)).contains("DEM-618");
        correct(id, "attribution", "Sergei Lavrov", 303);

        JsonNode after = json.readTree(server.get("/api/v1/quotes/" + id).body());
        assertThat(after.get("quote")).isEqualTo(quote.get("quote"));
        assertThat(after.get("chain").get(0).get("holder").stringValue()).isEqualTo("Sergei Lavrov");
    }

    @Test
    void withoutScriptsASentencesNumberLeadsToWhatIsWrongWithItAndToWhatTheCorrectionChanges() throws Exception {
        JsonNode claim = claim("revoke-accreditation");
        int number = claim.get("sentence").get("index").intValue() + 1;
        String page = "/reader?doc=" + REPORT + "&fix=reject&add=" + number;
        assertThat(server.get(page).body()).contains("Not an event").contains("Show what it changes");

        String confirm =
                server.get(page + "&claim=" + claim.get("id").stringValue()).body();
        assertThat(confirm).contains("Rejecting it would change").contains("Reason (required)");
        String wrong = server.get("/reader?doc=" + REPORT + "&fix=date&value=2021-13-01&add=" + number + "&claim="
                        + claim.get("id").stringValue())
                .body();
        assertThat(wrong).contains("DEM-301").contains("Wrong date").doesNotContain("Reason (required)");
        assertThat(rows("decisions")).isEmpty();
    }
}
