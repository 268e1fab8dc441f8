package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.model.Ids;
import org.demarche.model.Sentence;
import org.demarche.model.Token;
import org.demarche.model.Upos;
import org.demarche.model.Word;
import org.demarche.text.SentenceParser;
import org.junit.jupiter.api.Test;

class ParsingTest {
    private static final String PLAIN = "The harvest was late this year. Prices rose in the spring.";
    private static final String MIXED =
            "The brewery was founded in the spring. Rain fell all day. Ghana agreed to build a dam. Rain fell again.";
    private static final String DIPLOMACY = "The embassy was quiet. Rain fell all day. The envoy read a novel.";

    /** An engine that counts what it is given and sees a noun in every word. */
    private static final class Counting implements SentenceParser {
        private int sentences;

        @Override
        public List<List<Token>> parse(List<List<Word>> given) {
            sentences += given.size();
            List<List<Token>> out = new ArrayList<>();
            for (List<Word> words : given) {
                List<Token> tokens = new ArrayList<>();
                for (int i = 0; i < words.size(); i++) {
                    Word w = words.get(i);
                    tokens.add(new Token(
                            w.span(), w.form(), w.form(), Upos.NOUN, "NN", i - 1, i == 0 ? "root" : "flat", "O"));
                }
                out.add(tokens);
            }
            return out;
        }
    }

    private static Document document(String text) {
        return new Document(
                "doc:000000000000",
                "a.txt",
                "a.txt",
                Ids.sha256(text),
                null,
                null,
                null,
                null,
                "en",
                Dateline.UNKNOWN,
                text);
    }

    private static List<Boolean> parsed(String text, Parsing parsing) {
        return new Pipeline(new Counting(), List.of(), parsing)
                .code(document(text)).sentences().stream()
                        .map(Sentence::isParsed)
                        .toList();
    }

    @Test
    void aReportThatCanTellNoActIsNotGivenToTheEngine() {
        Counting engine = new Counting();

        Coded coded = new Pipeline(engine, List.of(), Parsing.AUTO).code(document(PLAIN));

        assertThat(engine.sentences).isZero();
        assertThat(coded.sentences()).hasSize(2);
        assertThat(coded.notices()).hasSize(1);
    }

    @Test
    void ofOtherReportsWhatMayTellAnActIsParsedAndTheLead() {
        assertThat(parsed(MIXED, Parsing.AUTO)).containsExactly(true, false, true, false);
    }

    @Test
    void aReportOfDiplomacyIsParsedWhole() {
        assertThat(parsed(DIPLOMACY, Parsing.AUTO)).containsExactly(true, true, true);
        assertThat(parsed(DIPLOMACY, Parsing.NEEDED)).doesNotContain(true);
    }

    @Test
    void everySentenceIsParsedWhereThatIsAskedFor() {
        assertThat(parsed(PLAIN, Parsing.ALL)).containsExactly(true, true);
    }

    @Test
    void aReportThatIsOnlyADateIsReadWhereAllIsAskedFor() {
        Coded whole = new Pipeline(new Counting(), List.of(), Parsing.ALL).code(document("12/31/2020"));
        Coded needed = new Pipeline(new Counting(), List.of(), Parsing.AUTO).code(document("12/31/2020"));

        assertThat(whole.mentions().times()).hasSize(1);
        assertThat(needed.mentions().times()).isEmpty();
    }
}
