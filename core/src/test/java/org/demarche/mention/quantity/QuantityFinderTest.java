package org.demarche.mention.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.model.Ids;
import org.demarche.model.Mention.OfQuantity;
import org.demarche.model.Mention.OfQuantity.Role;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityFinderTest {
    private final QuantityFinder finder = new QuantityFinder();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The court heard 17 envoys. | 17 | envoy",
                "The court heard seventeen envoys. | 17 | envoy",
                "Forty-one consuls stayed behind. | 41 | consul",
                "Two dozen consuls stayed behind. | 24 | consul",
                "A port was built for €3.5bn. | 3500000000 | euro",
                "They pledged 2.4 million tonnes of wheat. | 2400000 | tonne",
                "The bill came to $12,750. | 12750 | dollar",
                "Turnout fell to 61 per cent. | 61 | percent",
                "One hundred and five delegates voted. | 105 | delegate",
                "They met for half a million people. | 500000 | person",
            })
    void numbersInFiguresAndWordsHaveAValueAndAUnit(String text, double value, String unit) {
        OfQuantity found = only(text);

        assertThat(found.value()).isEqualTo(value);
        assertThat(found.unit()).isEqualTo(unit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The pact dates from 1994.",
                "They met on March 14.",
                "They met on 14 March 2011.",
                "The call came at 5:40 p.m. in Oslo.",
                "Article 17 was invoked.",
                "Resolution 1907 was adopted.",
                "The G7 met again.",
                "It was the 12th round.",
                "No one came, and the other one left.",
                "The side won 3-1.",
            })
    void yearsDaysTimesOrdinalsAndNamesAreNoAmounts(String text) {
        assertThat(find(text)).isEmpty();
    }

    @Test
    void changesTellFromWhatToWhatAndByHowMuch() {
        assertThat(find("The ministry cut the staff from 45 to 15."))
                .extracting(OfQuantity::role)
                .containsExactly(Role.FROM, Role.TO);
        assertThat(find("The ministry cut the staff by eleven.").get(0).role()).isEqualTo(Role.DELTA);
        assertThat(find("The ministry cut the staff by half."))
                .singleElement()
                .satisfies(q -> assertThat(q.role()).isEqualTo(Role.SHARE))
                .satisfies(q -> assertThat(q.value()).isEqualTo(0.5));
        assertThat(find("The staff is down to 15.").get(0).role()).isEqualTo(Role.TO);
    }

    @Test
    void theNumberOfAParagraphCountsNothing() {
        assertThat(find("4. The ministry protests the decree.")).isEmpty();
        assertThat(find("(4) The ministry protests the decree.")).isEmpty();
        assertThat(only("4 consuls have left.").value()).isEqualTo(4);
    }

    @Test
    void aLimitIsACeilingAndABoundIsKept() {
        OfQuantity ceiling = only("The bureau may hold up to 45 people.");
        assertThat(ceiling.role()).isEqualTo(Role.CEILING);
        assertThat(ceiling.value()).isEqualTo(45);
        assertThat(ceiling.high()).isEqualTo(45);

        OfQuantity least = only("At least 12 consuls have left.");
        assertThat(least.low()).isEqualTo(12);
        assertThat(least.high()).isNull();
    }

    @Test
    void rangesAndOrdersOfMagnitudeHaveBoundsAndNoValue() {
        OfQuantity range = only("Between 5 and 9 consuls have left.");
        assertThat(range.value()).isNull();
        assertThat(range.low()).isEqualTo(5);
        assertThat(range.high()).isEqualTo(9);

        OfQuantity vague = only("Several hundred people had gathered.");
        assertThat(vague.value()).isNull();
        assertThat(vague.low()).isEqualTo(200);
    }

    @Test
    void partsAreShares() {
        assertThat(only("A third of the consuls have left.").value()).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(only("Two-thirds of the consuls have left.").role()).isEqualTo(Role.SHARE);
    }

    @Test
    void longRunsOfDigitsAndSignsAreReadInLinearTime() {
        String hostile =
                "1-".repeat(20_000) + " twenty ".repeat(8_000) + "1,000,".repeat(8_000) + "from ".repeat(8_000);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> find(hostile));
    }

    private OfQuantity only(String text) {
        List<OfQuantity> found = find(text);
        assertThat(found).as(text).hasSize(1);
        return found.get(0);
    }

    private List<OfQuantity> find(String text) {
        Document document = new Document(
                "doc:1", "a.txt", "a.txt", Ids.sha256(text), null, null, null, null, "en", Dateline.UNKNOWN, text);
        return finder.find(
                document, List.of(new Sentence(0, new Span(0, text.length()), Sentence.Kind.BODY, List.of())));
    }
}
