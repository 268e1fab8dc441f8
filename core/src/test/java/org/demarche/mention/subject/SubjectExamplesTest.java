package org.demarche.mention.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.demarche.lexicon.Lexicon;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the examples that stand with the words in {@code subjects.yaml}. */
class SubjectExamplesTest {
    @TestFactory
    Stream<DynamicTest> examplesOfTheLexiconHold() {
        List<?> examples = (List<?>) Lexicon.mapping("subjects.yaml").get("examples");
        return List.copyOf(examples).stream().map(e -> test((Map<?, ?>) e));
    }

    private static DynamicTest test(Map<?, ?> example) {
        String says = String.valueOf(example.get("says"));
        List<String> wanted = ((List<?>) example.get("subjects"))
                .stream().map(String::valueOf).toList();
        return DynamicTest.dynamicTest(
                says,
                () -> assertThat(Report.of(says).subjects().stream()
                                .map(m -> m.subject().name())
                                .distinct()
                                .toList())
                        .containsExactlyElementsOf(wanted));
    }
}
