package org.demarche.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Trees as a parser gives them now and then, and what is made of them. */
class SideMendsTest {

    @Test
    void aVerbOfAWholeSentenceWithoutAuxiliaryIsActive() {
        assertThat(mended("Qatar//NNP/nsubj:pass>2 mediated/mediate/VBN/root>0 again//RB/advmod>2 .//./punct>2"))
                .startsWith("nsubj>2");
        assertThat(mended("Envoys//NNS/nsubj:pass>2 expelled/expel/VBN/root>0 again//RB/advmod>2"))
                .startsWith("nsubj:pass>2");
        assertThat(mended("Ali//NNP/nsubj:pass>3 was//VBD/aux:pass>3 expelled/expel/VBN/root>0 .//./punct>3"))
                .startsWith("nsubj:pass>3");
    }

    @Test
    void thePlaceAfterAPostBelongsToThePost() {
        assertThat(
                        mended(
                                "Ireland//NNP/nsubj>2 promoted/promote/VBD/root>0 its//PRP$/nmod:poss>4 envoy/envoy/NN/obj>2 in//IN/case>6 Hanoi//NNP/obl>2"))
                .endsWith("nmod>4");
        assertThat(
                        mended(
                                "Ireland//NNP/nsubj>2 met/meet/VBD/root>0 its//PRP$/nmod:poss>4 guests/guest/NNS/obj>2 in//IN/case>6 Hanoi//NNP/obl>2"))
                .endsWith("obl>2");
    }

    @Test
    void whatIsNamedIsAnObject() {
        assertThat(mended("Fiji//NNP/nsubj>2 named/name/VBD/root>0 Tora//NNP/xcomp>2"))
                .endsWith("obj>2");
        assertThat(mended("Fiji//NNP/nsubj>2 became/become/VBD/root>0 Tora//NNP/xcomp>2"))
                .endsWith("xcomp>2");
    }

    @Test
    void daysOfTalksAreWhatEnded() {
        assertThat(
                        mended(
                                "Togo//NNP/nsubj>2 ended/end/VBD/root>0 days/day/NNS/obl:unmarked>2 of//IN/case>5 talks//NNS/nmod>3"))
                .contains("obj>2");
    }

    @Test
    void noDayIsBetweenTwoSides() {
        assertThat(
                        mended(
                                "Fire//NN/nsubj>2 flared/flare/VBD/root>0 on//IN/case>4 Monday//NNP/obl>2 between//IN/case>6 guards//NNS/nmod>4"))
                .endsWith("case>6", "obl>2");
    }

    @Test
    void aNameBetweenANounAndAVerbWithoutSubjectIsTheSubject() {
        assertThat(
                        mended(
                                "After//IN/case>3 the//DT/det>3 raid/raid/NN/obl>5 Chad//NNP/appos>3 closed/close/VBD/root>0 roads//NNS/obj>5"))
                .contains("nsubj>5");
    }

    @Test
    void noIsSaidToSomebody() {
        assertThat(mended("Oman//NNP/nsubj>2 said/say/VBD/root>0 no//UH/obj>2 to//IN/case>5 Chad//NNP/obl>3"))
                .endsWith("obl>2");
    }

    private static List<String> mended(String rows) {
        return TreeRows.mended(rows, (sentence, heads, deprels) -> new SideMends(sentence, heads, deprels).mend());
    }
}
