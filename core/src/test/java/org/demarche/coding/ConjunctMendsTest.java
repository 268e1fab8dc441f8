package org.demarche.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What "and" joins, as a parser has it now and then, and as it is. */
class ConjunctMendsTest {

    @Test
    void aDeedIsJoinedToADeed() {
        assertThat(
                        mended(
                                "the//DT/det>2 recall/recall/NN/root>0 of//IN/case>4 staff/staff/NN/nmod>2 and//CC/cc>7 the//DT/det>7 closure/closure/NN/conj>4"))
                .endsWith("conj>2");
        assertThat(
                        mended(
                                "the//DT/det>2 recall/recall/NN/root>0 of//IN/case>4 staff/staff/NN/nmod>2 and//CC/cc>7 the//DT/det>7 guards/guard/NNS/conj>4"))
                .endsWith("conj>4");
    }

    @Test
    void whatIsJoinedCrossesNothingThatIsJoined() {
        assertThat(
                        mended(
                                "staff/staff/NN/root>0 sent/send/VBN/acl>1 to//IN/case>4 Togo//NNP/obl>2 and//CC/cc>6 envoys/envoy/NNS/conj>1 or//CC/cc>8 agents/agent/NNS/conj>4"))
                .endsWith("conj>6");
    }

    @Test
    void aNameAfterAnAsideIsJoinedToTheNameBeforeIt() {
        List<String> tree = mended(
                "closure/closure/NN/root>0 of//IN/case>4 Border//NNP/compound>4 Post//NNP/nmod>1 in//IN/case>6 Lima//NNP/nmod>4 ,//,/punct>8 tied/tie/VBN/acl>1"
                        + " to//IN/case>10 ministry/ministry/NN/obl>8 ,//,/punct>14 and//CC/cc>14 Trade//NNP/compound>14 Bureau//NNP/conj>10");

        assertThat(tree).endsWith("conj>4");
    }

    @Test
    void whatIsSaidBesidesIsJoinedToTheSaying() {
        assertThat(
                        mended(
                                "Peru//NNP/nsubj>2 said/say/VBD/root>0 they//PRP/nsubj>4 lied/lie/VBD/ccomp>2 ,//,/punct>7 and//CC/cc>7 vowed/vow/VBD/conj>4"))
                .endsWith("conj>2");
        assertThat(
                        mended(
                                "Peru//NNP/nsubj>2 said/say/VBD/root>0 they//PRP/nsubj>4 lied/lie/VBD/ccomp>2 and//CC/cc>6 vowed/vow/VBD/conj>4"))
                .endsWith("conj>4");
    }

    private static List<String> mended(String rows) {
        return TreeRows.mended(rows, (sentence, heads, deprels) -> new ConjunctMends(sentence, heads, deprels).mend());
    }
}
