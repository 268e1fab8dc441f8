package org.demarche.mention.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.demarche.model.Actor;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.model.Ids;
import org.demarche.model.Mention.OfActor;
import org.demarche.model.Quote;
import org.demarche.model.Quote.Holder;
import org.demarche.model.QuoteLayers;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.demarche.model.Token;
import org.demarche.model.Upos;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class QuoteFinderTest {
    private static final Actor ENVOY = new Actor("NOR/berg-tove", Actor.Kind.PERSON, "Tove Berg", "NOR", "GOV");

    private final QuoteFinder finder = new QuoteFinder();

    @Test
    void aQuotationBelongsToTheSpeakerBesideIt() {
        Quote quote = find("“The pact has lapsed,” Tove Berg said.").get(0);

        assertThat(words(quote.content())).isEqualTo("“The pact has lapsed,”");
        assertThat(quote.source())
                .isNotNull()
                .satisfies(s -> assertThat(words(s)).isEqualTo("Tove Berg"));
        assertThat(quote.direct()).isTrue();
        assertThat(quote.chain()).extracting(Holder::holder).containsExactly("Tove Berg");
        assertThat(quote.isStatement()).isTrue();
    }

    @Test
    void aQuotationThatFollowsWithoutABreakGoesOn() {
        List<Quote> quotes = find("“The pact has lapsed,” Tove Berg said. “Nobody will mourn it.”", 0, 39);

        assertThat(quotes)
                .extracting(q -> words(q.content()))
                .containsExactly("“The pact has lapsed,”", "“Nobody will mourn it.”");
        assertThat(quotes).allSatisfy(q -> assertThat(q.chain()).hasSize(1));
    }

    @Test
    void aQuotedWordThatNoCueGovernsIsNobodys() {
        List<Quote> quotes = find("The “mirror” step came on a Sunday, and Tove Berg left.");

        assertThat(quotes)
                .singleElement()
                .satisfies(q -> assertThat(q.isUnowned()).isTrue());
        assertThat(QuoteLayers.outermost(quotes)).isEmpty();
    }

    @Test
    void aSentenceThatGoesOnWithWhatAPersonSaidQuotesThatPerson() {
        List<Quote> on = find("“The pact has lapsed,” Tove Berg said. It is a “paper” peace.", 0, 39);
        List<Quote> off = find("“The pact has lapsed,” Tove Berg said. The “paper” peace held.", 0, 39);

        assertThat(on.get(1).chain()).extracting(Holder::holder).containsExactly("Tove Berg");
        assertThat(off.get(1).isUnowned()).isTrue();
    }

    @Test
    void wordsAfterAccordingToNameTheHolderOfTheRest() {
        Quote quote =
                find("According to Tove Berg, the consulate will stay open.").get(0);

        assertThat(words(quote.content())).isEqualTo("the consulate will stay open");
        assertThat(quote.chain()).extracting(Holder::verb).containsExactly("according to");
    }

    @Test
    void indirectSpeechKeepsItsLinkWord() {
        Quote quote = find("Tove Berg said that the consulate will stay open.").get(0);

        assertThat(words(quote.content())).isEqualTo("that the consulate will stay open");
        assertThat(quote.direct()).isFalse();
    }

    @Test
    void aTreeGivesTheWholeNounPhraseAndTheVerbGroup() {
        text = "The envoy of Norway has repeatedly warned that talks may fail.";
        List<Token> tokens = tree(
                "the DET 1 det",
                "envoy NOUN 6 nsubj",
                "of ADP 3 case",
                "Norway PROPN 1 nmod",
                "have AUX 6 aux",
                "repeatedly ADV 6 advmod",
                "warn VERB -1 root",
                "that SCONJ 10 mark",
                "talk NOUN 10 nsubj",
                "may AUX 10 aux",
                "fail VERB 6 ccomp",
                ". PUNCT 6 punct");

        Quote quote = find(List.of(new Sentence(0, new Span(0, text.length()), Sentence.Kind.BODY, tokens)), List.of())
                .get(0);

        assertThat(quote.source())
                .isNotNull()
                .satisfies(s -> assertThat(words(s)).isEqualTo("The envoy of Norway"));
        assertThat(quote.cue()).isNotNull().satisfies(s -> assertThat(words(s)).isEqualTo("has repeatedly warned"));
        assertThat(words(quote.content())).isEqualTo("that talks may fail");
    }

    @Test
    void whatAHolderPassesOnHasBothInItsChain() {
        text = "According to Berg, Lund called the council pointless.";
        List<Token> tokens = tree(
                "accord VERB 2 case",
                "to ADP 0 fixed",
                "Berg PROPN 5 obl",
                ", PUNCT 2 punct",
                "Lund PROPN 5 nsubj",
                "call VERB -1 root",
                "the DET 7 det",
                "council NOUN 5 obj",
                "pointless ADJ 5 xcomp",
                ". PUNCT 5 punct");

        List<Quote> quotes =
                find(List.of(new Sentence(0, new Span(0, text.length()), Sentence.Kind.BODY, tokens)), List.of());

        assertThat(quotes)
                .extracting(q -> q.chain().stream().map(Holder::holder).toList())
                .containsExactly(List.of("Berg"), List.of("Lund", "Berg"));
        assertThat(QuoteLayers.outermost(quotes)).hasSize(1);
    }

    @Test
    void anActOrAMoodIsNoStatement() {
        text = "Oslo refused to renew the pact.";
        List<Token> tokens = tree(
                "Oslo PROPN 1 nsubj",
                "refuse VERB -1 root",
                "to PART 3 mark",
                "renew VERB 1 xcomp",
                "the DET 5 det",
                "pact NOUN 3 obj",
                ". PUNCT 1 punct");

        List<Quote> quotes =
                find(List.of(new Sentence(0, new Span(0, text.length()), Sentence.Kind.BODY, tokens)), List.of());

        assertThat(quotes).hasSize(1);
        assertThat(QuoteLayers.statements(quotes)).isEmpty();
    }

    @Test
    void theTwoHalvesAroundHeSaidAreOneStatementOfTheTable() {
        Span cue = new Span(20, 24);
        Holder berg = new Holder("Berg", null, "say", new Span(15, 19));
        List<Quote> halves = List.of(
                new Quote(
                        0,
                        new Span(15, 19),
                        cue,
                        new Span(0, 13),
                        false,
                        List.of(berg),
                        null,
                        Quote.Kind.STATEMENT,
                        true),
                new Quote(
                        0,
                        new Span(15, 19),
                        cue,
                        new Span(26, 40),
                        false,
                        List.of(berg),
                        null,
                        Quote.Kind.STATEMENT,
                        true));

        assertThat(QuoteLayers.statements(halves)).extracting(Quote::content).containsExactly(new Span(0, 40));
    }

    @Test
    void anAgentOfThePassiveIsNoDate() {
        text = "The envoys were ordered by November to leave.";
        List<Token> tokens = tree(
                "the DET 1 det",
                "envoy NOUN 3 nsubj:pass",
                "be AUX 3 aux:pass",
                "order VERB -1 root",
                "by ADP 5 case",
                "November PROPN 3 obl",
                "to PART 7 mark",
                "leave VERB 3 xcomp",
                ". PUNCT 3 punct");

        List<Quote> quotes =
                find(List.of(new Sentence(0, new Span(0, text.length()), Sentence.Kind.BODY, tokens)), List.of());

        assertThat(quotes).allSatisfy(q -> assertThat(q.chain()).isEmpty());
    }

    @Test
    void unbalancedAndNestedMarksAreReadInLinearTime() {
        String hostile = "“".repeat(50_000)
                + "\"a \"".repeat(30_000)
                + "'' ".repeat(30_000)
                + "‘x ".repeat(30_000)
                + "he said ".repeat(5_000);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> find(hostile));
    }

    private String text = "";

    private String words(Span span) {
        return span.in(text);
    }

    private List<Quote> find(String whole, int... starts) {
        text = whole;
        List<Sentence> sentences = new ArrayList<>();
        int[] from = starts.length == 0 ? new int[] {0} : starts;
        for (int i = 0; i < from.length; i++) {
            int end = i + 1 < from.length ? from[i + 1] : text.length();
            sentences.add(new Sentence(i, new Span(from[i], end), Sentence.Kind.BODY, List.of()));
        }
        List<OfActor> actors = new ArrayList<>();
        int at = text.indexOf("Tove Berg");
        if (at >= 0) {
            actors.add(new OfActor(new Span(at, at + 9), 0, ENVOY, OfActor.Form.NAME));
        }
        return find(sentences, actors);
    }

    private List<Quote> find(List<Sentence> sentences, List<OfActor> actors) {
        Document document = new Document(
                "doc:1", "a.txt", "a.txt", Ids.sha256(text), null, null, null, null, "en", Dateline.UNKNOWN, text);
        return finder.find(document, sentences, actors);
    }

    /** Words in the order of the text, each "lemma UPOS head relation". */
    private List<Token> tree(String... rows) {
        List<Token> out = new ArrayList<>();
        int at = 0;
        for (String row : rows) {
            String[] parts = row.split(" ");
            while (text.charAt(at) == ' ') {
                at++;
            }
            int end = at + 1;
            boolean word = Character.isLetter(text.charAt(at));
            while (word && end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
            String form = text.substring(at, end);
            Upos upos = Upos.valueOf(parts[1]);
            String xpos = upos == Upos.VERB
                    ? (form.endsWith("ed") ? "VBD" : "VB")
                    : upos.name().toUpperCase(Locale.ROOT);
            out.add(new Token(
                    new Span(at, end), form, parts[0], upos, xpos, Integer.parseInt(parts[2]), parts[3], "O"));
            at = end;
        }
        return out;
    }
}
