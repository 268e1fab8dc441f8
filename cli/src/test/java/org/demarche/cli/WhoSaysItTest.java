package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.demarche.Pipeline;
import org.demarche.language.OnnxSentenceParser;
import org.demarche.model.Claim;
import org.demarche.model.Factuality;
import org.demarche.model.Quote;
import org.demarche.model.QuoteLayers;
import org.junit.jupiter.api.Test;

/** Who is told to have said something, and how sure what is passed on or put off is. */
class WhoSaysItTest {
    private static final Pipeline PIPELINE = new Pipeline(OnnxSentenceParser.load());

    private static List<String> holders(String text) {
        return QuoteLayers.statements(PIPELINE.code(Reports.of(text)).mentions().quotes()).stream()
                .filter(quote -> !quote.chain().isEmpty())
                .map(quote -> quote.chain().get(0).holder())
                .toList();
    }

    private static List<Factuality> factuality(String text) {
        return PIPELINE.code(Reports.of(text)).claims().stream()
                .filter(claim -> claim.act().type() != null)
                .map(Claim::factuality)
                .toList();
    }

    @Test
    void somebodyWhomNobodyNamesIsCalledAsTheReportCallsHim() {
        assertThat(
                        holders(
                                "Norway has raised the case with Danish colleagues, a spokeswoman for its foreign minister said."))
                .containsExactly("a spokeswoman for its foreign minister");
        assertThat(holders("Peru has moved its envoys to Lima, according to two people familiar with the move."))
                .containsExactly("two people familiar with the move");
        assertThat(
                        holders(
                                "Chad took the matter up, two officials said. Sudan brushed it aside, according to one of them."))
                .containsExactly("two officials", "one of them");
    }

    @Test
    void aHouseThatANameStandsForKeepsItsNameAndAPersonHasHisOwn() {
        assertThat(holders("Downing Street said that Britain would stay in the pact."))
                .containsExactly("Downing Street");
        assertThat(holders("The Danish foreign minister, Lars Løkke Rasmussen, said the office had closed."))
                .first()
                .asString()
                .endsWith("Rasmussen");
    }

    @Test
    void whatIsDemandedOfSomebodyGoesOnBehindHim() {
        String text = "The opposition leader, Carla Duarte, called on the government to publish the file.";
        assertThat(PIPELINE.code(Reports.of(text)).mentions().quotes())
                .extracting(Quote::content)
                .extracting(span -> span.in(text))
                .contains("the government to publish the file");
    }

    @Test
    void aPaperHasNoVoiceAndAnIdiomIsNoSpeech() {
        assertThat(holders("Ghana will not respond in kind.")).isEmpty();
        assertThat(holders("Bolivia called its ambassador home on Monday.")).isEmpty();
    }

    @Test
    void hearsayIsAllegedAndWhatHasYetToBeDoneIsNotDone() {
        assertThat(factuality("Nepal is said to have recalled its ambassador from India."))
                .containsExactly(Factuality.ALLEGED);
        assertThat(factuality("Oman is reported to have expelled two Yemeni envoys."))
                .containsExactly(Factuality.ALLEGED);
        assertThat(factuality("Ghana has yet to recall its ambassador from Togo."))
                .containsExactly(Factuality.DENIED);
    }

    @Test
    void whoHasAlwaysDeniedItDeniesIt() {
        assertThat(factuality("Poland accused Belarus of spying. Belarus has always denied it."))
                .containsExactly(Factuality.ASSERTED, Factuality.ASSERTED);
    }
}
