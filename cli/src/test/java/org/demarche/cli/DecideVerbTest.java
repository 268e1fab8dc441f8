package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.demarche.Dossier;
import org.demarche.model.Claim;
import org.demarche.model.Disagreement;
import org.demarche.model.Event;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecideVerbTest {
    private static final String SAMPLE = "../samples/nato-russia-2021/reports";

    @TempDir
    Path folder;

    private String ledger = "";

    @BeforeEach
    void read() {
        ledger = folder.resolve("ledger").toString();
        assertThat(Demarche.run("ingest", SAMPLE, "--quiet", "--ledger", ledger))
                .isZero();
    }

    private Dossier dossier() {
        LedgerOption option = new LedgerOption();
        option.location = ledger;
        try (var book = option.read()) {
            return book.dossier();
        }
    }

    private int decide(String... words) {
        List<String> all = new ArrayList<>(List.of("decide"));
        all.addAll(List.of(words));
        all.addAll(List.of("--by", "ana", "--ledger", ledger));
        return Demarche.run(all.toArray(String[]::new));
    }

    private Claim criticism() {
        return dossier().claims().stream()
                .filter(c -> c.act().code().equals("criticise"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoDidItAndOnWhoseWordIsSetByNameAndNobodyIsMadeUp() {
        String id = criticism().id();

        assertThat(decide(id, "set", "actors", "Belgium; RUS", "--why", "a test"))
                .isZero();
        assertThat(decide(id, "set", "attribution", "Sergei Lavrov", "--why", "a test"))
                .isZero();

        assertThat(criticism().actors()).extracting(p -> p.actor().id()).containsExactly("BEL", "RUS");
        assertThat(criticism().attribution())
                .extracting(Claim.Attribution::holder)
                .containsExactly("Sergei Lavrov");
        assertThat(decide(id, "set", "actors", "Atlantis", "--why", "a test")).isEqualTo(Exit.WRONG_USE);
        assertThat(decide(id, "set", "actors", "Belgium")).isEqualTo(Exit.WRONG_USE);
    }

    @Test
    void aClaimThatWasMissedIsAddedByItsWordsAndNothingIsMadeUp() throws Exception {
        String more = folder.resolve("wire.txt").toString();
        Files.writeString(Path.of(more), """
                Lisbon, 4 March 2019. Portugal waved two Chilean envoys towards the airport on Monday, and Chile waved back.
                The second wave came on Tuesday.
                """);
        assertThat(Demarche.run("ingest", more, "--quiet", "--ledger", ledger)).isZero();
        String[] added = {
            "wire.txt",
            "add",
            "--words",
            "waved two Chilean envoys towards the airport",
            "--act",
            "expel-diplomats",
            "--actors",
            "Portugal",
            "--recipients",
            "Chile",
            "--date",
            "2019-03-04",
            "--why",
            "the verb was not known"
        };

        assertThat(decide(with(added, "--act", "expel"))).as("no such act").isEqualTo(Exit.WRONG_USE);
        assertThat(decide(with(added, "--actors", "Atlantis"))).as("nobody").isEqualTo(Exit.WRONG_USE);
        assertThat(decide(with(added, "--words", "wave"))).as("twice there").isEqualTo(Exit.WRONG_USE);
        assertThat(decide(with(added, "--words", "flew"))).as("not there").isEqualTo(Exit.WRONG_USE);
        assertThat(decide(with(added, "--date", "Monday"))).as("no date").isEqualTo(Exit.WRONG_USE);
        assertThat(decide(Arrays.copyOf(added, added.length - 2)))
                .as("without a reason")
                .isEqualTo(Exit.WRONG_USE);
        assertThat(decide(criticism().id(), "accept", "--act", "expel-diplomats"))
                .as("an option of add elsewhere")
                .isEqualTo(Exit.WRONG_USE);
        assertThat(decide(added)).isZero();

        Claim claim = dossier().claims().stream()
                .filter(c -> c.rule().startsWith("decision dec:"))
                .findFirst()
                .orElseThrow();
        assertThat(claim.trigger().quote()).isEqualTo("waved two Chilean envoys towards the airport");
        assertThat(claim.actors()).extracting(p -> p.actor().id()).containsExactly("PRT");
        assertThat(claim.date().start()).hasToString("2019-03-04");
        assertThat(decide(added)).as("once more").isEqualTo(Exit.WRONG_USE);
    }

    private static String[] with(String[] words, String option, String value) {
        String[] out = words.clone();
        out[Arrays.asList(words).indexOf(option) + 1] = value;
        return out;
    }

    @Test
    void theReadingOfADisagreementThatIsPreferredIsShown() {
        Disagreement dates = dossier().disagreements().stream()
                .filter(d -> d.field().equals("date") && d.about().startsWith("evt:"))
                .findFirst()
                .orElseThrow();
        String shown = start(dates.about());
        String other = dates.readings().stream()
                .map(Disagreement.Reading::value)
                .filter(v -> !v.equals(shown))
                .findFirst()
                .orElseThrow();

        assertThat(decide(dates.id(), "prefer", other)).as("without a reason").isEqualTo(Exit.WRONG_USE);
        assertThat(decide(dates.id(), "prefer", "never", "--why", "a test")).isEqualTo(Exit.WRONG_USE);
        assertThat(decide(dates.id(), "prefer", other, "--why", "a test")).isZero();

        assertThat(start(dates.about())).isEqualTo(other);
    }

    private String start(String event) {
        return dossier().events().stream()
                .filter(e -> e.id().equals(event))
                .map(Event::date)
                .map(d -> String.valueOf(d.start()))
                .findFirst()
                .orElseThrow();
    }
}
