package org.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.model.SpacedWords.words;

import java.util.ArrayList;
import java.util.List;
import org.demarche.model.Token;
import org.demarche.model.Upos;
import org.demarche.model.Word;
import org.junit.jupiter.api.Test;

class LeadParserTest {
    /** A parser that hangs every word on the first one. */
    private static final SentenceParser FLAT = sentences -> sentences.stream()
            .map(words -> {
                List<Token> out = new ArrayList<>();
                for (int i = 0; i < words.size(); i++) {
                    Word w = words.get(i);
                    out.add(new Token(
                            w.span(), w.form(), w.form(), Upos.X, "X", i == 0 ? -1 : 0, i == 0 ? "root" : "dep", "O"));
                }
                return out;
            })
            .toList();

    @Test
    void placeDayAndAgencyBeforeALeadAreParsedApartAndHangOnItsHead() {
        List<Token> tokens = new LeadParser(FLAT)
                .parse(List.of(words("LIMA , 3 May ( Agency ) - Peru recalled its envoy")))
                .get(0);
        assertThat(tokens).hasSize(12);
        assertThat(tokens.get(8).isRoot()).isTrue();
        assertThat(tokens.get(0).head()).isEqualTo(8);
        assertThat(tokens.get(0).deprel()).isEqualTo("parataxis");
        assertThat(tokens.get(3).head()).isZero();
        assertThat(tokens.get(11).head()).isEqualTo(8);
    }
}
