package org.demarche.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.demarche.model.Sentence;
import org.demarche.model.Token;
import org.demarche.model.Upos;
import org.demarche.model.Word;
import org.demarche.text.SentenceSplitter;
import org.demarche.text.WordSplitter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OnnxSentenceParserTest {

    private static final String NEWS = """
            Lisbon Expels Two Envoys

            Portugal expelled two envoys on Tuesday, revoking the accreditation of a third. "We had no choice," Foreign Minister Rui Costa told reporters in Lisbon.
            The embassy, closed since May, will be headed by a chargé d'affaires. Had the talks gone on, neither side would have recalled its ambassador.
            NATO cut the delegation from 20 to 10. Who asked for it? Nobody knows. The U.S. and the European Union, which had warned of the step, said nothing…
            """;

    private static final String[] BITS = {
        "envoy",
        "U.S.",
        "Mr.",
        ".",
        "...",
        "?!",
        "\"",
        "”",
        "'s",
        "é",
        "e\u0301",
        "👩‍💻",
        "\u200b",
        "\u202e",
        "סגר",
        "大使馆",
        "3.5",
        "$",
        "-",
        "(",
        "[UNK]",
        "##s",
        "[CLS]",
        "\u0000",
        "OSLO",
        "x".repeat(300),
        "1".repeat(50),
        "\ud800",
        "of",
        "expelled",
        "Moscow",
        "and"
    };

    private static OnnxSentenceParser parser;

    private final WordSplitter words = new WordSplitter();

    @BeforeAll
    static void load() {
        boolean present = System.getProperty(OnnxSentenceParser.MODEL_PROPERTY) != null
                || OnnxSentenceParser.class.getResource("sentences.onnx") != null;
        Assumptions.assumeTrue(
                present, "no sentence model: neither bundled nor named by -D" + OnnxSentenceParser.MODEL_PROPERTY);
        parser = OnnxSentenceParser.load();
    }

    @AfterAll
    static void close() {
        if (parser != null) {
            parser.close();
        }
    }

    private List<Token> parse(String text) {
        return parser.parse(List.of(words.split(text))).get(0);
    }

    private static List<List<Word>> news() {
        SentenceSplitter splitter = new SentenceSplitter();
        List<List<Word>> out = new ArrayList<>();
        for (Sentence sentence : splitter.split(NEWS)) {
            out.add(splitter.words(NEWS, sentence));
        }
        return out;
    }

    @Test
    void aSentenceGetsItsTagsTreeLemmasAndNames() {
        List<Token> tokens = parse("Norway expelled two Serbian diplomats.");

        assertThat(tokens).extracting(Token::head).containsExactly(1, -1, 4, 4, 1, 1);
        assertThat(tokens).extracting(Token::deprel).containsExactly("nsubj", "root", "nummod", "amod", "obj", "punct");
        assertThat(tokens)
                .extracting(Token::upos)
                .containsExactly(Upos.PROPN, Upos.VERB, Upos.NUM, Upos.ADJ, Upos.NOUN, Upos.PUNCT);
        assertThat(tokens)
                .extracting(Token::lemma)
                .containsExactly("Norway", "expel", "two", "Serbian", "diplomat", ".");
        assertThat(tokens.get(0).name()).isEqualTo("B-PLACE");
    }

    @Test
    void aSentenceIsReadTheSameAloneAndInAnyCompany() {
        List<List<Word>> sentences = news();
        List<List<Token>> together = parser.parse(sentences);
        for (int i = 0; i < sentences.size(); i++) {
            assertThat(parser.parse(List.of(sentences.get(i)))).containsExactly(together.get(i));
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            order.add(i % sentences.size());
        }
        Collections.shuffle(order, new Random(7));
        List<List<Token>> crowd =
                parser.parse(order.stream().map(sentences::get).toList());
        assertThat(crowd).isEqualTo(order.stream().map(together::get).toList());
    }

    @Test
    void severalThreadsReadTheSame() throws Exception {
        List<List<Word>> sentences = news();
        List<List<Token>> alone = parser.parse(sentences);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<List<List<Token>>>> results = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                results.add(threads.submit(() -> parser.parse(sentences)));
            }
            for (Future<List<List<Token>>> result : results) {
                assertThat(result.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void anotherLoadReadsTheSame() {
        try (OnnxSentenceParser other = OnnxSentenceParser.load()) {
            assertThat(other.parse(news())).isEqualTo(parser.parse(news()));
        }
    }

    @Test
    void aSentenceOfTwoThousandWordsIsOneTree() {
        String text = "The envoy of Malta met the minister in Oslo and ".repeat(200) + "left.";

        List<Token> tokens = parse(text);

        assertThat(tokens).hasSize(2002);
        assertTree(tokens, "a long sentence");
    }

    @Test
    void noWordsGiveNoTokens() {
        assertThat(parser.parse(List.of())).isEmpty();
        assertThat(parser.parse(List.of(List.of(), words.split("Yes"), List.of())))
                .extracting(List::size)
                .containsExactly(0, 1, 0);
    }

    @Test
    void anyWordsAtAllGiveOneTreeOverTheSameWords() {
        for (long seed = 1; seed <= 40; seed++) {
            Random dice = new Random(seed);
            String text = dice.ints(1 + dice.nextInt(60), 0, BITS.length)
                    .mapToObj(i -> BITS[i])
                    .collect(Collectors.joining(" "));
            List<Word> given = words.split(text);
            List<Token> tokens = parser.parse(List.of(given)).get(0);
            assertThat(tokens.stream().map(t -> new Word(t.span(), t.form())).toList())
                    .as("seed %d", seed)
                    .isEqualTo(given);
            assertTree(tokens, "seed " + seed);
            assertThat(parser.parse(List.of(given)).get(0)).as("seed %d", seed).isEqualTo(tokens);
        }
    }

    private static void assertTree(List<Token> tokens, String which) {
        int[] heads = new int[tokens.size() + 1];
        for (int i = 0; i < tokens.size(); i++) {
            heads[i + 1] = tokens.get(i).head() + 1;
            assertThat(tokens.get(i).isRoot())
                    .as(which)
                    .isEqualTo(tokens.get(i).deprel().equals("root"));
        }
        assertThat(TreeDecoder.isTree(heads)).as(which).isTrue();
    }
}
