package org.demarche.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The small parts of the engine that need no model. */
class PartsTest {

    @Test
    void wordsAreSplitIntoTheLongestPiecesThatTheVocabularyHas() {
        List<String> vocabulary = new ArrayList<>(java.util.Collections.nCopies(103, "[unused]"));
        vocabulary.addAll(List.of("embassy", "em", "##bassy", "##s", "-", "e"));
        WordPieces pieces = new WordPieces(vocabulary);

        assertThat(pieces.of("Embassys")).containsExactly(103, 106);
        assertThat(pieces.of("É-e\u0301")).containsExactly(108, 107, 108);
        assertThat(pieces.of("xyz")).containsExactly(WordPieces.UNKNOWN);
        assertThat(pieces.of("\u200b")).containsExactly(WordPieces.UNKNOWN);
        assertThat(pieces.of("e-".repeat(5_000))).hasSize(WordPieces.MOST_PIECES);
    }

    @Test
    void howAWordIsWrittenIsToldApart() {
        assertThat(List.of("envoy", "NATO", "A", "Oslo", "McKay", "2021", "F16", "3.5", "大使", "—"))
                .extracting(w -> LetterCase.of(w, false))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(LetterCase.of("Oslo", true)).isEqualTo(14);
    }

    @Test
    void lemmasAreMadeByScriptsWhereTheLexiconHasNone() {
        assertThat(LemmaScript.parse("l:3:y").apply("Embassies")).isEqualTo("embassy");
        assertThat(LemmaScript.parse("k:0:").apply("NATO")).isEqualTo("NATO");
        assertThat(LemmaScript.parse("t:0:").apply("OSLO")).isEqualTo("Oslo");
        assertThat(LemmaScript.parse("l:9:").apply("is")).isEqualTo("is");
        LemmaLexicon lexicon = new LemmaLexicon(List.of("met\tVBD\tmeet"));
        assertThat(lexicon.find("Met", "VBD")).isEqualTo("meet");
        assertThat(lexicon.find("Met", "NNP")).isNull();
        assertThat(lexicon.find("1,200", "CD")).isEqualTo("1200");
    }

    @Test
    void regularFormsOfWordsThatTheLexiconLacksFindTheirBase() {
        RegularForms forms = new RegularForms(
                Set.of("sever"), Set.of("envoy"), Set.of("severe", "lodge", "bar", "barr", "press", "deny"));

        assertThat(forms.find("lodged", "VBD")).isEqualTo("lodge");
        assertThat(forms.find("Severed", "VBN")).isEqualTo("sever");
        assertThat(forms.find("barred", "VBN")).isEqualTo("bar");
        assertThat(forms.find("pressing", "VBG")).isEqualTo("press");
        assertThat(forms.find("denied", "VBD")).isEqualTo("deny");
        assertThat(forms.find("tying", "VBG")).isEqualTo("tie");
        assertThat(forms.find("denounced", "VBD")).isEqualTo("denounce");
        assertThat(forms.find("annulled", "VBD")).isEqualTo("annul");
        assertThat(forms.find("abrogates", "VBZ")).isEqualTo("abrogate");
        assertThat(forms.find("embassies", "NNS")).isEqualTo("embassy");
        assertThat(forms.find("politics", "NNS")).isNull();
        assertThat(forms.find("withdrew", "VBD")).isNull();
        assertThat(forms.find("denounced", "NN")).isNull();
        assertThat(forms.find("ed", "VBD")).isNull();
    }

    @Test
    void aNameNeverGoesOnWithAnotherType() {
        NameDecoder decoder = new NameDecoder(List.of("O", "B-ORG", "I-ORG", "B-PLACE", "I-PLACE"));
        float[][] scores = {{-3, -1, -9, -2, 0}, {-3, -9, -2, -9, -1.5f}};

        assertThat(decoder.decode(scores)).containsExactly(1, 2);
        assertThat(decoder.decode(new float[0][])).isEmpty();
    }

    @Test
    void windowsCoverALongSentenceOnceAndOverlap() {
        for (long seed = 1; seed <= 200; seed++) {
            Random dice = new Random(seed);
            int[] pieces = dice.ints(dice.nextInt(3_000), 1, WordPieces.MOST_PIECES + 1)
                    .toArray();
            int at = 0;
            for (Windows.Window window : Windows.of(pieces)) {
                assertThat(window.coreStart())
                        .as("seed %d", seed)
                        .isEqualTo(at)
                        .isBetween(window.start(), window.end());
                assertThat(Arrays.stream(pieces, window.start(), window.end()).sum())
                        .isLessThanOrEqualTo(Windows.LONGEST);
                assertThat(window.coreEnd()).isLessThanOrEqualTo(window.end());
                at = window.coreEnd();
            }
            assertThat(at).as("seed %d", seed).isEqualTo(pieces.length);
        }
    }

    @Test
    void headsFromSeveralWindowsAreJoinedToOneTree() {
        for (long seed = 1; seed <= 500; seed++) {
            Random dice = new Random(seed);
            int size = 1 + dice.nextInt(12);
            int[] heads = new int[size + 1];
            for (int i = 0; i < size; i++) {
                int head = dice.nextInt(size + 1) - 1;
                heads[i + 1] = head == i ? -1 : head;
            }
            int[] joined = Arrays.copyOfRange(heads, 1, size + 1);
            Windows.join(joined);
            int[] shifted = new int[size + 1];
            for (int i = 0; i < size; i++) {
                shifted[i + 1] = joined[i] + 1;
            }
            assertThat(TreeDecoder.isTree(shifted)).as("seed %d", seed).isTrue();
        }
    }
}
