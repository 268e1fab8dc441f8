package org.demarche.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.demarche.Coded;
import org.demarche.Parsing;
import org.demarche.Pipeline;
import org.demarche.model.Claim;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.model.Ids;
import org.demarche.model.Token;
import org.demarche.model.Upos;
import org.demarche.model.Word;
import org.demarche.text.SentenceParser;
import org.junit.jupiter.api.Test;

/** One sentence of very many acts: a list of who did what, as agencies print it, or a hostile text. */
class LongSentenceTest {
    private static final String[] STATES = {"Norway", "Chile", "Ghana", "Kenya", "Japan", "Egypt", "Spain", "Italy"};
    private static final Set<String> NUMBERS = Set.of("two", "three", "four");
    private static final Duration ENOUGH = Duration.ofMinutes(1);

    /** Each clause hangs on the first one, or each on the one before it. */
    private record Engine(boolean chained) implements SentenceParser {
        @Override
        public List<List<Token>> parse(List<List<Word>> sentences) {
            return sentences.stream().map(this::tree).toList();
        }

        private List<Token> tree(List<Word> words) {
            List<Token> out = new ArrayList<>();
            int verb = -1;
            for (int i = 0; i < words.size(); i++) {
                String form = words.get(i).form();
                if (form.equals("expelled")) {
                    out.add(token(words.get(i), "expel", Upos.VERB, "VBD", verb, verb < 0 ? "root" : "conj"));
                    verb = chained || verb < 0 ? i : verb;
                } else if (form.equals("envoys")) {
                    out.add(token(words.get(i), "envoy", Upos.NOUN, "NNS", i - 2, "obj"));
                } else if (NUMBERS.contains(form)) {
                    out.add(token(words.get(i), form, Upos.NUM, "CD", i + 1, "nummod"));
                } else if (form.equals("of")) {
                    out.add(token(words.get(i), form, Upos.ADP, "IN", i + 1, "case"));
                } else if (i > 0 && words.get(i - 1).form().equals("of")) {
                    out.add(token(words.get(i), form, Upos.PROPN, "NNP", i - 2, "nmod"));
                } else if (form.equals(",") || form.equals(".")) {
                    out.add(token(words.get(i), form, Upos.PUNCT, form, Math.max(verb, 0), "punct"));
                } else {
                    out.add(token(words.get(i), form, Upos.PROPN, "NNP", i + 1, "nsubj"));
                }
            }
            return out;
        }

        private static Token token(Word word, String lemma, Upos upos, String xpos, int head, String deprel) {
            return new Token(word.span(), word.form(), lemma, upos, xpos, head, deprel, "O");
        }
    }

    private static List<Claim> claims(int clauses, boolean chained) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < clauses; i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(STATES[i % STATES.length])
                    .append(" expelled ")
                    .append(NUMBERS.stream().sorted().toList().get(i % NUMBERS.size()))
                    .append(" envoys of ")
                    .append(STATES[(i + 3) % STATES.length]);
        }
        Document document = new Document(
                "doc:000000000000",
                "a.txt",
                "a.txt",
                Ids.sha256(text.toString()),
                null,
                null,
                null,
                null,
                "en",
                Dateline.UNKNOWN,
                text.append('.').toString());
        Coded coded = new Pipeline(new Engine(chained), List.of(), Parsing.ALL).code(document);
        return coded.claims();
    }

    @Test
    void everyClauseOfAListIsAnAct() {
        List<Claim> claims = assertTimeoutPreemptively(ENOUGH, () -> claims(600, false));

        assertThat(claims).hasSize(600);
    }

    @Test
    void aListThatTheParserHangsClauseOnClauseEndsAsSoon() {
        List<Claim> claims = assertTimeoutPreemptively(ENOUGH, () -> claims(600, true));

        assertThat(claims).hasSize(600);
    }
}
