package org.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.demarche.model.Sentence;
import org.demarche.model.Token;
import org.junit.jupiter.api.Test;

class ConlluTest {

    private static final String PARSED = """
            # newdoc id = note-1
            # sent_id = note-1-1
            # text = Oslo didn't recall Ms. Berg.
            1	Oslo	Oslo	PROPN	NNP	_	4	nsubj	_	NER=B-PLACE
            2	did	do	AUX	VBD	_	4	aux	_	SpaceAfter=No
            3	n't	not	PART	RB	_	4	advmod	_	_
            4	recall	recall	VERB	VB	_	0	root	_	_
            5	Ms.	Ms.	PROPN	NNP	_	4	obj	_	_
            6	Berg	Berg	PROPN	NNP	_	5	flat	_	NER=B-PERSON|SpaceAfter=No
            7	.	.	PUNCT	.	_	4	punct	_	_

            """;

    @Test
    void whatIsWrittenIsWhatWasRead() {
        ConlluText text = ConlluReader.read(PARSED).get(0);

        assertThat(ConlluWriter.write(text.id(), text.text(), text.sentences())).isEqualTo(PARSED);
    }

    @Test
    void wordsThatAContractionDoesNotSpellOutShareItsSpan() {
        String contracted = """
                # text = Dunno where.
                1-3	Dunno	_	_	_	_	_	_	_	_
                1	Do	do	AUX	VBP	_	3	aux	_	_
                2	not	not	PART	RB	_	3	advmod	_	_
                3	know	know	VERB	VB	_	0	root	_	_
                4	where	where	ADV	WRB	_	3	obj	_	SpaceAfter=No
                5	.	.	PUNCT	.	_	3	punct	_	_
                """;

        Sentence sentence = ConlluReader.read(contracted).get(0).sentences().get(0);

        assertThat(sentence.tokens()).extracting(t -> t.span().start()).containsExactly(0, 0, 0, 6, 11);
        assertThat(sentence.tokens()).extracting(Token::head).containsExactly(2, 2, -1, 2, 2);
        assertThat(ConlluReader.read(ConlluWriter.write("x", "Dunno where.", List.of(sentence)))
                        .get(0)
                        .sentences()
                        .get(0)
                        .tokens())
                .isEqualTo(sentence.tokens());
    }

    @Test
    void aLineThatIsNotConlluIsNamed() {
        assertThatThrownBy(() -> ConlluReader.read("# text = A\n1\tA\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2");
    }
}
