package org.demarche.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Each dialect column by column, over a ledger of five events. */
class DialectTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void gdeltEventsHave61ColumnsAndNoHeader() {
        List<String[]> rows = table(Dialect.GDELT, 0, 61);

        assertThat(GdeltTables.EVENT_COLUMNS)
                .hasSize(61)
                .startsWith("GLOBALEVENTID", "SQLDATE")
                .endsWith("DATEADDED", "SOURCEURL");
        assertThat(rows).hasSize(1);
        Map<String, String> row = named(GdeltTables.EVENT_COLUMNS, rows.get(0));
        assertThat(row)
                .containsEntry("SQLDATE", "20211006")
                .containsEntry("MonthYear", "202110")
                .containsEntry("Year", "2021")
                .containsEntry("FractionDate", "2021.7562")
                .containsEntry("Actor1Code", "NORGOV")
                .containsEntry("Actor1CountryCode", "NOR")
                .containsEntry("Actor1Type1Code", "GOV")
                .containsEntry("Actor2Code", "SDNGOV")
                .containsEntry("IsRootEvent", "1")
                .containsEntry("EventCode", "161")
                .containsEntry("EventBaseCode", "161")
                .containsEntry("EventRootCode", "16")
                .containsEntry("QuadClass", "4")
                .containsEntry("GoldsteinScale", "-4.0")
                .containsEntry("NumMentions", "1")
                .containsEntry("AvgTone", "")
                .containsEntry("ActionGeo_Type", "0")
                .containsEntry("DATEADDED", "20211007000000")
                .containsEntry("SOURCEURL", "https://fjord-post.example/1");
        assertThat(Long.parseLong(row.get("GLOBALEVENTID"))).isBetween(1L, (1L << 53) - 1);
    }

    @Test
    void gdeltMentionsHave16ColumnsAndPointIntoTheText() {
        List<String[]> rows = table(Dialect.GDELT, 1, 16);

        assertThat(GdeltTables.MENTION_COLUMNS)
                .hasSize(16)
                .startsWith("GLOBALEVENTID")
                .endsWith("Extras");
        Map<String, String> row = named(GdeltTables.MENTION_COLUMNS, rows.get(0));
        assertThat(row)
                .containsEntry("GLOBALEVENTID", table(Dialect.GDELT, 0, 61).get(0)[0])
                .containsEntry("MentionType", "1")
                .containsEntry("MentionSourceName", "Fjord Post")
                .containsEntry("SentenceID", "1")
                .containsEntry("ActionCharOffset", "8")
                .containsEntry("Actor2CharOffset", "-1")
                .containsEntry("Confidence", "100")
                .containsEntry("MentionDocLen", String.valueOf(Sample.TEXT.codePointCount(0, Sample.TEXT.length())));
    }

    @Test
    void aReportWithoutAnAddressIsCitedByItsFile() {
        Exported exported = Dialect.GDELT.export(Sample.source(null));
        String mention = text(exported.files().get(1)).split("\n", -1)[0];

        assertThat(mention.split("\t", -1)[3]).isEqualTo("2");
        assertThat(mention.split("\t", -1)[5]).isEqualTo("report.txt");
    }

    @Test
    void icewsHas20ColumnsWithAHeaderAndNamesOfCountries() {
        List<String[]> rows = table(Dialect.ICEWS, 0, 20);

        assertThat(rows.get(0)).containsExactly(IcewsTable.COLUMNS.toArray(String[]::new));
        assertThat(rows).hasSize(2);
        assertThat(named(IcewsTable.COLUMNS, rows.get(1)))
                .containsEntry("Event Date", "2021-10-06")
                .containsEntry("Source Name", "Norway")
                .containsEntry("Source Country", "Norway")
                .containsEntry("CAMEO Code", "161")
                .containsEntry("Intensity", "-4.0")
                .containsEntry("Target Country", "Sudan")
                .containsEntry("Sentence Number", "1")
                .containsEntry("Publisher", "Fjord Post")
                .containsEntry("Latitude", "NA");
    }

    @Test
    void polecatHas40ColumnsWithAHeaderAndSidesAsLists() {
        List<String[]> rows = table(Dialect.POLECAT, 0, 40);

        assertThat(rows.get(0)).containsExactly(PolecatTable.COLUMNS.toArray(String[]::new));
        assertThat(named(PolecatTable.COLUMNS, rows.get(1)))
                .containsEntry("Event Type", "SANCTION")
                .containsEntry("Event Mode", "expel")
                .containsEntry("Intensity", "-5.5")
                .containsEntry("Quad Code", "MATERIAL CONFLICT")
                .containsEntry("Actor COW", "385")
                .containsEntry("Recipient Name", "Sudan;Sudanese diplomats")
                .containsEntry("Recipient Country", "SDN")
                .containsEntry("Actor Title", "None")
                .containsEntry("Publication Date", "2021-10-07")
                .containsEntry("Language", "en");
    }

    @Test
    void phoenixHas26ColumnsAndNoHeader() {
        List<String[]> rows = table(Dialect.PHOENIX, 0, 26);

        assertThat(rows).hasSize(1);
        assertThat(named(PhoenixTable.COLUMNS, rows.get(0)))
                .containsEntry("Date", "20211006")
                .containsEntry("Month", "10")
                .containsEntry("SourceActorFull", "NORGOV")
                .containsEntry("SourceActorEntity", "NOR")
                .containsEntry("SourceActorRole", "GOV")
                .containsEntry("EventCode", "161")
                .containsEntry("PentaClass", "3")
                .containsEntry("Issues", "DIPLOMATIC,1")
                .containsEntry("SentenceID", "doc:000000000001_1")
                .containsEntry("URLs", "https://fjord-post.example/1");
    }

    @Test
    void ploverSaysHowRealAnEventIsAndGivesRangesAnEnd() {
        List<JsonNode> rows = lines(Dialect.PLOVER);

        assertThat(rows).hasSize(4);
        JsonNode meeting = rows.get(1);
        assertThat(meeting.path("date").asString("")).isEqualTo("2020-05-01");
        assertThat(meeting.path("enddate").asString("")).isEqualTo("2020-05-31");
        assertThat(meeting.path("event").get(0).asString("")).isEqualTo("CONSULT");
        assertThat(meeting.path("actor").get(0).path("code").asString("")).isEqualTo("IGO");
        assertThat(meeting.path("actor").get(0).path("identifier_id").asString(""))
                .isEqualTo("Q7184");
        assertThat(contexts(rows.get(2))).containsExactly("diplomatic", "future");
        assertThat(contexts(rows.get(3))).containsExactly("diplomatic", "negation");
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.path("id").isString()).isTrue();
            assertThat(row.path("date").isString()).isTrue();
            assertThat(row.path("actor").isArray()).isTrue();
            assertThat(row.path("event").isArray()).isTrue();
        });
    }

    @Test
    void whatADialectCannotHoldIsCounted() {
        Exported icews = Dialect.ICEWS.export(Sample.source());

        assertThat(icews.losses())
                .contains(
                        new Loss("events whose date is not known to the day, left out", 1),
                        new Loss("events that are only planned, left out", 1),
                        new Loss("events that are only denied, left out", 1),
                        new Loss("events without a date, left out", 1));
        int rows = icews.files().get(0).rows();
        int left = icews.losses().stream().mapToInt(Loss::count).sum();
        assertThat(rows + left).isEqualTo(Sample.source().events().size());
    }

    @Test
    void timelineLeavesDayOrMonthOpenWhereOnlyTheMonthIsKnown() {
        String[] lines =
                text(Dialect.TIMELINEJS.export(Sample.source()).files().get(0)).split("\r\n", -1);

        assertThat(lines[0]).isEqualTo(String.join(",", TimelineSheet.COLUMNS));
        assertThat(lines[2]).startsWith("2020,5,,,");
    }

    @Test
    void theGraphIsWellFormedAndEveryEdgeJoinsNodes() throws Exception {
        String xml = text(Dialect.GEXF.export(Sample.source()).files().get(0));
        var graph = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));

        HashSet<String> nodes = new HashSet<>();
        var nodeList = graph.getElementsByTagName("node");
        for (int i = 0; i < nodeList.getLength(); i++) {
            nodes.add(nodeList.item(i).getAttributes().getNamedItem("id").getNodeValue());
        }
        var edges = graph.getElementsByTagName("edge");
        assertThat(edges.getLength()).isEqualTo(4);
        HashSet<String> ids = new HashSet<>();
        for (int i = 0; i < edges.getLength(); i++) {
            var attributes = edges.item(i).getAttributes();
            assertThat(ids.add(attributes.getNamedItem("id").getNodeValue())).isTrue();
            assertThat(nodes)
                    .contains(
                            attributes.getNamedItem("source").getNodeValue(),
                            attributes.getNamedItem("target").getNodeValue());
        }
    }

    @Test
    void annotationsQuoteExactlyWhatTheirPositionsHoldInCodePoints() {
        JsonNode collection = JSON.readTree(
                text(Dialect.WEBANNOTATION.export(Sample.source()).files().get(0)));
        JsonNode items = collection.path("first").path("items");

        assertThat(collection.path("@context").asString("")).isEqualTo("http://www.w3.org/ns/anno.jsonld");
        assertThat(collection.path("total").asInt()).isEqualTo(items.size()).isPositive();
        int[] points = Sample.TEXT.codePoints().toArray();
        for (JsonNode item : items) {
            JsonNode quote = item.path("target").path("selector").get(0);
            JsonNode position = item.path("target").path("selector").get(1);
            int start = position.path("start").asInt();
            int length = position.path("end").asInt() - start;
            assertThat(new String(points, start, length))
                    .isEqualTo(quote.path("exact").asString(""));
            assertThat(Sample.TEXT)
                    .contains(quote.path("prefix").asString("")
                            + quote.path("exact").asString("")
                            + quote.path("suffix").asString(""));
        }
    }

    @Test
    void provenanceLeadsFromEveryEventToAReportAndNamesWhoDecided() {
        JsonNode prov =
                JSON.readTree(text(Dialect.PROV.export(Sample.source()).files().get(0)));

        Map<String, String> from = new LinkedHashMap<>();
        prov.path("wasDerivedFrom")
                .forEach(d -> from.put(
                        d.path("generatedEntity")
                                .asString(d.path("prov:generatedEntity").asString("")),
                        d.path("prov:usedEntity").asString("")));
        for (String entity : from.keySet()) {
            assertThat(prov.path("entity").has(entity)).as(entity).isTrue();
            assertThat(prov.path("entity").has(from.get(entity)))
                    .as(from.get(entity))
                    .isTrue();
        }
        long events = prov.path("entity").propertyNames().stream()
                .filter(n -> n.startsWith("dem:evt-"))
                .count();
        assertThat(events).isEqualTo(5);
        for (String event : prov.path("entity").propertyNames()) {
            if (event.startsWith("dem:evt-")) {
                assertThat(from.get(from.get(event))).isEqualTo("dem:doc-000000000001");
            }
        }
        assertThat(prov.path("agent").has("dem:person/Ana")).isTrue();
    }

    @Test
    void followTheMoneyEntitiesPointToEachOther() {
        List<JsonNode> rows = lines(Dialect.FTM);

        HashSet<String> ids = new HashSet<>();
        rows.forEach(r -> assertThat(ids.add(r.path("id").asString(""))).isTrue());
        assertThat(rows)
                .extracting(r -> r.path("schema").asString(""))
                .contains("Article", "PublicBody", "Organization", "Event");
        for (JsonNode row : rows) {
            assertThat(row.path("properties").path("name").isArray()).isTrue();
            for (String key : List.of("organizer", "involved", "proof")) {
                row.path("properties").path(key).forEach(v -> assertThat(ids).contains(v.asString("")));
            }
        }
        JsonNode expulsion = rows.stream()
                .filter(r -> r.path("schema").asString("").equals("Event"))
                .findFirst()
                .orElseThrow();
        assertThat(expulsion.path("properties").path("date").get(0).asString(""))
                .isEqualTo("2021-10-06");
    }

    @ParameterizedTest
    @EnumSource
    void theSameLedgerGivesTheSameBytes(Dialect dialect) {
        List<String> first = dialect.export(Sample.source()).files().stream()
                .map(DialectTest::text)
                .toList();
        List<String> second = dialect.export(Sample.source()).files().stream()
                .map(DialectTest::text)
                .toList();

        assertThat(first).isEqualTo(second);
        assertThat(dialect.conventions().codes()).isNotBlank();
        assertThat(Dialect.parse(dialect.key())).isEqualTo(dialect);
    }

    @Test
    void aNumberStandsForOneRowOnlyAndDoesNotDependOnTheOthers() {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            keys.add("evt:" + i);
        }
        Surrogates all = new Surrogates(keys);
        Surrogates alone = new Surrogates(List.of("evt:77"));

        assertThat(keys.stream().map(all::of).distinct().count()).isEqualTo(keys.size());
        assertThat(alone.of("evt:77")).isEqualTo(all.of("evt:77"));
    }

    @Test
    void goldsteinValuesAreThoseOfTheScaleAskedFor() {
        assertThat(Cameo.goldstein("016", Cameo.Scale.GDELT)).isEqualTo(-2.0);
        assertThat(Cameo.goldstein("016", Cameo.Scale.ICEWS)).isEqualTo(-5.0);
        assertThat(Cameo.goldstein("016", Cameo.Scale.PHOENIX)).isEqualTo(3.4);
        // Phoenix numbers as CAMEO 0.9 does: what halts negotiations is 163 there.
        assertThat(Cameo.goldstein("164", Cameo.Scale.PHOENIX)).isEqualTo(-6.5);
        assertThat(Cameo.fromOld(Cameo.old("1661"))).isEqualTo("1661");
    }

    @Test
    void quadClassesDifferWhereTheDataSetsDiffer() {
        assertThat(Cameo.quadGdelt("090")).isEqualTo(2);
        assertThat(Cameo.quadGdelt("141")).isEqualTo(3);
        assertThat(Cameo.pentaPhoenix("161")).isEqualTo(3);
        assertThat(Cameo.pentaPhoenix("010")).isZero();
    }

    @Test
    void anUnknownFormatIsNamed() {
        assertThatThrownBy(() -> Dialect.parse("gdlet"))
                .hasMessageContaining("gdlet")
                .hasMessageContaining("gdelt");
    }

    private static List<String[]> table(Dialect dialect, int file, int columns) {
        List<String[]> out = new ArrayList<>();
        for (String line :
                text(dialect.export(Sample.source()).files().get(file)).split("\n")) {
            out.add(line.split("\t", -1));
            assertThat(out.get(out.size() - 1)).hasSize(columns);
        }
        return out;
    }

    private static Map<String, String> named(List<String> columns, String[] cells) {
        Map<String, String> out = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i++) {
            out.put(columns.get(i), cells[i]);
        }
        return out;
    }

    private static List<JsonNode> lines(Dialect dialect) {
        return text(dialect.export(Sample.source()).files().get(0))
                .lines()
                .map(JSON::readTree)
                .toList();
    }

    private static List<String> contexts(JsonNode row) {
        List<String> out = new ArrayList<>();
        row.path("context").forEach(c -> out.add(c.asString("")));
        return out;
    }

    static String text(ExportFile file) {
        StringWriter out = new StringWriter();
        try {
            file.content().write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
