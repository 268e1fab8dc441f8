package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.demarche.store.Entry;
import org.demarche.store.LedgerBook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A ledger that the program wrote in its first days (commit 0d82f35): two reports of our own, and a claim that a reader rejected. {@code claims.txt} beside it is what that program found in them.
 */
class OlderLedgerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private String ledger = "";

    @BeforeEach
    void unpack() throws IOException {
        Path home = Files.createDirectory(folder.resolve("ledger"));
        try (InputStream in = OlderLedgerTest.class.getResourceAsStream("older/ledger.db")) {
            Files.copy(in, home.resolve("ledger.db"));
        }
        ledger = home.toString();
    }

    @Test
    void itOpensWithEveryReportEveryClaimAndTheDecision() throws IOException {
        assertThat(Demarche.run("doctor", "--check", "--ledger", ledger)).isZero();

        List<JsonNode> claims = table("claims");
        Entry rejection = decision();

        assertThat(table("documents")).extracting(d -> d.get("file").asString()).containsExactly("one.txt", "two.txt");
        assertThat(rejection.why()).isEqualTo("the accusation is criticised, not Peru");
        assertThat(claims)
                .extracting(c -> c.get("id").asString() + " " + c.get("act").asString() + " "
                        + c.get("file").asString())
                .containsExactlyInAnyOrderElementsOf(lines().stream()
                        .filter(line -> !line.startsWith(rejection.target()))
                        .toList());
    }

    @Test
    void itIsCodedAnewWithoutLosingAReportOrTheDecision() throws IOException {
        assertThat(Demarche.run("recode", "--quiet", "--ledger", ledger)).isZero();

        assertThat(table("documents")).hasSize(2);
        assertThat(table("events")).isNotEmpty();
        assertThat(decision().by()).isEqualTo("reader");
        assertThat(Demarche.run("doctor", "--check", "--ledger", ledger)).isZero();
    }

    private List<JsonNode> table(String name) throws IOException {
        Path out = Files.createTempDirectory(folder, "out");
        assertThat(Demarche.run("export", "--quiet", "--format", "jsonl", "--ledger", ledger, "-o", out.toString()))
                .isZero();
        return Files.readAllLines(out.resolve(name + ".jsonl")).stream()
                .map(JSON::readTree)
                .toList();
    }

    private Entry decision() {
        LedgerOption option = new LedgerOption();
        option.location = ledger;
        try (LedgerBook book = option.read()) {
            assertThat(book.store().log()).hasSize(1);
            return book.store().log().get(0);
        }
    }

    private static List<String> lines() {
        try (InputStream in = OlderLedgerTest.class.getResourceAsStream("older/claims.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
