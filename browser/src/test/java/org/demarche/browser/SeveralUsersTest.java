package org.demarche.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.read.Read;
import org.demarche.read.ReadOptions;
import org.demarche.read.Reader;
import org.demarche.store.Entry;
import org.demarche.store.LedgerBook;
import org.demarche.store.LocalPostgresql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several users at once, at two servers over one PostgreSQL; skipped where none is installed. */
@Tag("services")
class SeveralUsersTest {
    private static final List<String> USERS = List.of("Ana", "Bo", "Cleo", "Dimitri");
    private static final int EACH = 4;

    private static LocalPostgresql database;

    @BeforeAll
    static void start() throws Exception {
        Optional<Path> installed = LocalPostgresql.installed();
        Assumptions.assumeTrue(installed.isPresent(), "no PostgreSQL server under /usr/lib/postgresql: skipped");
        database = LocalPostgresql.start(installed.orElseThrow());
        try (LedgerBook book = ServedSample.books(database.address()).write();
                Stream<Read> read = new Reader(ReadOptions.DEFAULT).read(List.of(ServedSample.SAMPLE.toString()))) {
            Stream<Document> documents = read.filter(Read.Of.class::isInstance).map(r -> ((Read.Of) r).document());
            book.ingest(documents, 1, coded -> {});
            book.refresh();
        }
    }

    @AfterAll
    static void stop() throws Exception {
        if (database != null) {
            database.close();
        }
    }

    private static List<Entry> log() {
        try (LedgerBook book = ServedSample.books(database.address()).read()) {
            return book.store().log();
        }
    }

    private static List<String> claims() {
        try (LedgerBook book = ServedSample.books(database.address()).read()) {
            return book.dossier().claims().stream().map(Claim::id).toList();
        }
    }

    private static HttpResponse<String> decide(String base, String by, String kind, String claim) throws Exception {
        String json = "{\"kind\":\"" + kind + "\",\"target\":\"" + claim + "\",\"by\":\"" + by + "\"}";
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(base + "/api/v1/decisions"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(json))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void nobodysDecisionIsLostWhenFourDecideAtOnceAtTwoServers() throws Exception {
        List<String> claims = claims();
        int before = log().size();
        ExecutorService all = Executors.newFixedThreadPool(USERS.size());
        try (ServedSample one = ServedSample.at(database.address());
                ServedSample other = ServedSample.at(database.address())) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int u = 0; u < USERS.size(); u++) {
                int user = u;
                answers.add(all.submit(() -> {
                    int taken = 0;
                    for (int i = 0; i < EACH; i++) {
                        String base = user % 2 == 0 ? one.base() : other.base();
                        taken += decide(base, USERS.get(user), "accept", claims.get(i))
                                                .statusCode()
                                        == 201
                                ? 1
                                : 0;
                    }
                    return taken;
                }));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get(5, TimeUnit.MINUTES)).isEqualTo(EACH);
            }
        } finally {
            all.shutdownNow();
        }

        List<Entry> log = log();
        assertThat(log).hasSize(before + USERS.size() * EACH).allMatch(Entry::holds);
        for (int i = 1; i < log.size(); i++) {
            assertThat(log.get(i).previous()).isEqualTo(log.get(i - 1).hash());
        }
        for (String user : USERS) {
            assertThat(log.stream().filter(e -> e.by().equals(user)).map(Entry::target))
                    .containsAll(claims.subList(0, EACH));
        }
    }

    @Test
    void whatAnotherDecidesIsToldAndNothingMovesUntilTheReaderWantsIt() throws Exception {
        List<String> claims = claims();
        String rejected = claims.get(claims.size() - 1);
        try (ServedSample one = ServedSample.at(database.address());
                ServedSample other = ServedSample.at(database.address());
                Chromium chromium = new Chromium();
                BrowserContext context = chromium.browser.newContext(Chromium.options(1280))) {
            Page page = context.newPage();
            page.navigate(one.base() + "/data?table=claims");
            page.waitForTimeout(1000);
            page.evaluate("scrollTo(0, 300)");
            Object rows = page.locator("tbody tr").count();
            assertThat(page.locator("#live").textContent()).isEmpty();

            assertThat(decide(other.base(), "Bo", "reject", rejected).statusCode())
                    .isEqualTo(201);

            page.locator("#live a").waitFor();
            assertThat(page.locator("#live").textContent()).contains("1 new decision");
            assertThat(page.locator("tbody tr").count()).isEqualTo(rows);
            assertThat(((Number) page.evaluate("scrollY")).intValue()).isEqualTo(300);
            page.locator("#live a").click();
            page.waitForCondition(() -> page.locator("td a", new Page.LocatorOptions().setHasText(rejected))
                            .count()
                    == 0);
        }
    }
}
