package org.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceSplitterTest {

    private final SentenceSplitter splitter = new SentenceSplitter();

    private List<String> split(String text) {
        return splitter.split(text).stream().map(s -> s.span().in(text)).toList();
    }

    @Test
    void aHeadingIsNotGluedToTheSentenceAfterIt() {
        assertThat(
                        split(
                                "Lisbon closes consulate\nThe consulate in Goa will close on Friday.\n\nReactions\n\nGoa regretted it."))
                .containsExactly(
                        "Lisbon closes consulate",
                        "The consulate in Goa will close on Friday.",
                        "Reactions",
                        "Goa regretted it.");
    }

    @Test
    void aLineThatWasBrokenForItsWidthGoesOn() {
        String text = """
                TALLINN - The ministry told reporters that two members of the
                embassy staff had been asked to leave the country by Friday at
                noon. It named neither of them.
                A note was handed over. The ambassador, who has served here since
                May, declined to speak.
                """;

        assertThat(split(text))
                .hasSize(4)
                .first()
                .asString()
                .startsWith("TALLINN")
                .endsWith("at\nnoon.");
    }

    @Test
    void listItemsStandAlone() {
        assertThat(split("The sides agreed on:\n- an exchange of envoys\n- a joint commission\n1. Visas\n2. Trade"))
                .containsExactly(
                        "The sides agreed on:",
                        "- an exchange of envoys",
                        "- a joint commission",
                        "1. Visas",
                        "2. Trade");
    }

    @Test
    void abbreviationsDoNotEndSentencesButMayStandAtTheirEnd() {
        assertThat(
                        split(
                                "On Jan. 3 Gen. Ada Smith met the U.S. envoy. He is from the U.S. The talks, No. 5 so far, began at 9 a.m. Monday."))
                .containsExactly(
                        "On Jan. 3 Gen. Ada Smith met the U.S. envoy.",
                        "He is from the U.S.",
                        "The talks, No. 5 so far, began at 9 a.m. Monday.");
    }

    @Test
    void aStopBeforeALowerCaseWordIsInsideTheSentence() {
        assertThat(split("He will go on acting. in this post until May. Then he leaves."))
                .hasSize(2);
    }

    @Test
    void aMissingSpaceAfterTheStopStillEndsTheSentence() {
        assertThat(split("Talks went on until 20.October 6 was the last day.The envoys left."))
                .hasSize(3);
    }

    @Test
    void closingMarksBelongToTheSentenceTheyClose() {
        assertThat(split("“We will answer.” He gave no date. (Nobody asked.) \"Why now?\" Petrova asked. So it ended…"))
                .containsExactly(
                        "“We will answer.”",
                        "He gave no date.",
                        "(Nobody asked.)",
                        "\"Why now?\" Petrova asked.",
                        "So it ended…");
    }

    @Test
    void aQuotationThatAsksDoesNotEndTheSentenceThatReportsIt() {
        assertThat(split("“Where is the list?” he asked. “Here!” she said.")).hasSize(2);
    }

    @Test
    void noBreakSpacesBetweenSentencesBelongToNone() {
        assertThat(split("They met at five.\u00a0\u2007Then they left.\u202f\u00a0Nobody\u00a0spoke.\u00a0"))
                .containsExactly("They met at five.", "Then they left.", "Nobody\u00a0spoke.");
    }

    @Test
    void decimalsAddressesAndInitialsAreNoSentenceEnds() {
        assertThat(split("J. K. Meyer paid 3.5 million to www.fund.example yesterday. It was No. 2."))
                .hasSize(2);
    }

    @Test
    void aDayAfterAMonthWithAStopIsNoSentenceOfItsOwn() {
        assertThat(split("The waiver ends October. 9")).hasSize(1);
        assertThat(split("The waiver ends October. 9.")).hasSize(1);
        assertThat(split("The waiver ended in October. 9 envoys left.")).hasSize(2);
    }
}
