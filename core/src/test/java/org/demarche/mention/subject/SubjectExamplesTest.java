package org.demarche.mention.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Runs the examples that stand with the words in {@code subjects.yaml}. */
class SubjectExamplesTest {
    @TestFactory
    Stream<DynamicTest> examplesOfTheLexiconHold() throws Exception {
        try (InputStream in = SubjectExamplesTest.class.getResourceAsStream("/org/demarche/lexicon/subjects.yaml")) {
            Object data = new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            List<?> examples = (List<?>) ((Map<?, ?>) data).get("examples");
            return List.copyOf(examples).stream().map(e -> test((Map<?, ?>) e));
        }
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
