package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.demarche.Coded;
import org.demarche.Pipeline;
import org.demarche.language.OnnxSentenceParser;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.demarche.model.Token;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every finder and the engine on random and hostile text: twice, and on several threads. Spans lie within the text, quotes are its words, orders are kept, results repeat; a fault names its seed.
 */
class AnyTextTest {
    private static final Pipeline PIPELINE = new Pipeline(OnnxSentenceParser.load());
    private static final Pipeline ANOTHER = new Pipeline(OnnxSentenceParser.load());

    /** What the finders look for, and what upsets them. */
    private static final String[] BITS = {
        "Latvia",
        "the United States",
        "NATO",
        "Moscow's",
        "the Belarusian ambassador",
        "Foreign Minister Rui Costa",
        "both sides",
        "its",
        "he",
        "they",
        "expelled",
        "will expel",
        "was recalled",
        "has not closed",
        "suspended",
        "denied that",
        "said",
        "“We regret it,”",
        "\"Never,\"",
        "she added",
        "eight diplomats",
        "20 to 10",
        "from 1,200",
        "two-thirds of",
        "a dozen",
        "$5m",
        "on Tuesday",
        "two weeks after that",
        "by 1 November",
        "in 2019",
        "March 3",
        "31 February",
        "yesterday",
        "the same day",
        "the embassy in Oslo",
        "the treaty",
        "of",
        "and",
        "as well as",
        "because",
        "if",
        ",",
        ".",
        "?",
        "!",
        ";",
        ":",
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        "(",
        ")",
        "[3]",
        "–",
        "—",
        "”",
        "“",
        "'",
        "’s",
        "…",
        "é",
        "e\u0301",
        "👩‍💻",
        "👍🏽",
        "\u200b",
        "\ufeff",
        "\u202e",
        "\u2066",
        "\u0000",
        "\ud800",
        "\udc00",
        "\u2028",
        "סגר",
        "طرد السفير",
        "驱逐外交官",
        "http://x.example/a?b=c",
        "a@b.example",
        "LONDON, Jan. 3 (AP) —",
        "By Jo Smith",
        "Photo:",
        "x".repeat(400),
        "1".repeat(60),
        "U.S.",
        "Mr.",
        "\u00a0",
        "İstanbul",
        "ß",
        "ﬁ"
    };

    @TempDir
    Path folder;

    private static Document report(String text) {
        return new Document("doc:any", "any.txt", "any.txt", "0", null, null, null, null, "en", Dateline.UNKNOWN, text);
    }

    private static String random(long seed) {
        Random dice = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = dice.nextInt(120); i >= 0; i--) {
            text.append(BITS[dice.nextInt(BITS.length)]);
            if (dice.nextInt(8) > 0) {
                text.append(' ');
            }
        }
        return text.toString();
    }

    @Test
    void randomTextIsReadTheSameTwiceAndOnSeveralThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            for (long first = 1; first <= 60; first += 6) {
                List<Callable<Coded>> work = new ArrayList<>();
                for (long seed = first; seed < first + 6; seed++) {
                    String text = random(seed);
                    work.add(() -> PIPELINE.annotate(report(text)));
                    work.add(() -> ANOTHER.annotate(report(text)));
                }
                List<Future<Coded>> read = threads.invokeAll(work);
                for (int i = 0; i < read.size(); i += 2) {
                    String which = "seed " + (first + i / 2);
                    Coded coded = read.get(i).get();
                    assertThat(read.get(i + 1).get()).as(which).isEqualTo(coded);
                    check(coded, which);
                }
            }
        } finally {
            threads.shutdown();
        }
    }

    static Stream<Map.Entry<String, String>> texts() {
        String told = "Latvia expelled two Belarusian diplomats on 3 May 2021 and recalled its ambassador from Minsk";
        return Stream.of(
                Map.entry("no end of a sentence", (told + "\t").repeat(60)),
                Map.entry("emoji", "😀👩‍💻🇱🇻 " + told + " 👍🏽. 🎉 " + told + ".🎉"),
                Map.entry("from right to left", "\u202b" + told + " טען הדובר\u202c. قال المتحدث \"" + told + "\"."),
                Map.entry(
                        "no width at all",
                        String.join("\u200b", told.split("")) + ". \ufeff" + told.replace(" ", " \u200d") + "."),
                Map.entry("marks on marks", "e\u0301\u0302".repeat(3_000) + " " + told + "."),
                Map.entry("quotes that never end", ("“" + told + ", the ministry said. ").repeat(40)),
                Map.entry("brackets that never end", "(".repeat(5_000) + told + "."),
                Map.entry("names without verbs", "Latvia, Belarus and Lithuania and ".repeat(300)),
                Map.entry("dates without end", "on 3 May 2021, two weeks after that, ".repeat(200)),
                Map.entry("numbers without end", "from 20 to 10 and 1,200 of 3.5 million ".repeat(200)));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void hostileTextIsReadInBoundedTime(Map.Entry<String, String> text) {
        Assertions.assertTimeout(Duration.ofSeconds(120), () -> {
            Coded coded = PIPELINE.code(report(text.getValue()));
            check(coded, text.getKey());
            assertThat(PIPELINE.code(report(text.getValue()))).as(text.getKey()).isEqualTo(coded);
        });
    }

    @Test
    void anActIsFoundAmongEmojiAndAfterTextFromRightToLeft() {
        for (String text : List.of(
                "😀 Latvia expelled two Belarusian diplomats on 3 May 2021. 🎉",
                "قال المتحدث. Latvia expelled two Belarusian diplomats on 3 May 2021.")) {
            assertThat(PIPELINE.code(report(text)).claims())
                    .as(text)
                    .extracting(claim -> claim.act().code())
                    .contains("expel-diplomats");
        }
    }

    @Test
    void aLineOfTenMegabytesIsLeftOutWithANoticeAndTheRestIsRead() throws Exception {
        Path in = Files.createDirectories(folder.resolve("in"));
        Files.writeString(in.resolve("endless.txt"), "Latvia expelled two Belarusian diplomats and ".repeat(230_000));
        Files.writeString(
                in.resolve("good.txt"), "RIGA, 3 May 2021\n\nLatvia expelled two Belarusian diplomats on Monday.\n");

        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx700m",
                        Demarche.class.getName(),
                        "code",
                        in.toString())
                .redirectErrorStream(true);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();

        assertThat(said)
                .contains("DEM-107")
                .contains("endless.txt")
                .contains("\"expel-diplomats\"")
                .doesNotContain("\tat ");
    }

    private static void check(Coded coded, String which) throws ReflectiveOperationException {
        Document document = coded.document();
        int last = 0;
        for (Sentence sentence : coded.sentences()) {
            assertThat(sentence.span().start()).as(which).isGreaterThanOrEqualTo(last);
            last = sentence.span().end();
            assertThat(last).as(which).isLessThanOrEqualTo(document.text().length());
            int end = sentence.span().start();
            for (Token token : sentence.tokens()) {
                if (token.span().start() < end
                        || !sentence.span().contains(token.span())
                        || !token.span().in(document.text()).equals(token.form())) {
                    throw new AssertionError(which + ": " + token + " in " + sentence.span());
                }
                end = token.span().end();
            }
        }
        assertThat(coded.claims().stream().map(Claim::trigger).toList())
                .as(which)
                .isSorted();
        assertThat(coded.claims().stream().map(Claim::id)).as(which).doesNotHaveDuplicates();
        citations(List.of(coded.mentions(), coded.claims(), document.published()), document, which);
    }

    /** Every citation and span anywhere in what was found. */
    private static void citations(Object found, Document document, String which) throws ReflectiveOperationException {
        if (found instanceof Citation citation) {
            String text = document.text();
            int start = text.offsetByCodePoints(0, citation.start());
            int end = text.offsetByCodePoints(start, citation.end() - citation.start());
            assertThat(citation.quote()).as(which).isEqualTo(text.substring(start, end));
        } else if (found instanceof Span span) {
            assertThat(span.end()).as(which).isLessThanOrEqualTo(document.text().length());
        } else if (found instanceof Iterable<?> items) {
            for (Object item : items) {
                citations(item, document, which);
            }
        } else if (found instanceof Record) {
            for (RecordComponent component : found.getClass().getRecordComponents()) {
                Object value = component.getAccessor().invoke(found);
                if (value != null) {
                    citations(value, document, which);
                }
            }
        }
    }
}
