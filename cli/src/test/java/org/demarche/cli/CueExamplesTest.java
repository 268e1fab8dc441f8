package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.demarche.Pipeline;
import org.demarche.language.OnnxSentenceParser;
import org.demarche.model.Quote;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The examples of the words that give words to somebody, read by the real engine. */
class CueExamplesTest {
    private static final Pipeline PIPELINE = new Pipeline(OnnxSentenceParser.load());

    @TestFactory
    Stream<DynamicTest> everyGroupOfVerbsIsFoundInItsExamplesAndNotInItsCounterexamples() {
        return groups().stream()
                .map(group -> DynamicTest.dynamicTest(
                        group.get("class") + " " + group.get("content"),
                        () -> assertThat(faults(group)).isEmpty()));
    }

    @Test
    void everyGroupOfVerbsHasAnExample() {
        assertThat(groups())
                .filteredOn(group -> strings(group.get("examples")).isEmpty())
                .isEmpty();
    }

    private static List<String> faults(Map<?, ?> group) {
        Set<String> verbs = new TreeSet<>(strings(group.get("verbs")));
        List<String> out = new ArrayList<>();
        for (String text : strings(group.get("examples"))) {
            if (quotes(text).stream().noneMatch(q -> isBy(q, verbs))) {
                out.add("not found: " + text + " " + quotes(text));
            }
        }
        for (String text : strings(group.get("not"))) {
            if (quotes(text).stream().anyMatch(q -> q.isStatement() && isBy(q, verbs))) {
                out.add("must not be found: " + text);
            }
        }
        return out;
    }

    private static boolean isBy(Quote quote, Set<String> verbs) {
        return quote.chain().stream().anyMatch(holder -> verbs.contains(holder.verb()));
    }

    private static List<Quote> quotes(String text) {
        return PIPELINE.annotate(Reports.of(text)).mentions().quotes();
    }

    private static List<Map<?, ?>> groups() {
        try (InputStream in = CueExamplesTest.class.getResourceAsStream("/org/demarche/lexicon/cues.yaml")) {
            Object data = new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            List<Map<?, ?>> out = new ArrayList<>();
            for (Object group : (Collection<?>) ((Map<?, ?>) data).get("verbs")) {
                out.add((Map<?, ?>) group);
            }
            return out;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> strings(Object value) {
        return value instanceof Collection<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
