package org.demarche.coding;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A family of rules as somebody may write it. */
public final class RuleFileTarget {
    private static final FrameParser FRAMES = new FrameParser(Map.of("close", Set.of("close", "shut")));
    private static final Map<String, WordClass> CLASSES = Map.of(
            "office",
            new WordClass(
                    "office",
                    Set.of("office", "mission"),
                    Set.of("office"),
                    Set.of(),
                    false,
                    Set.of(),
                    Set.of(),
                    Set.of()));

    private RuleFileTarget() {}

    public static void read(String text) {
        try {
            for (YamlSource each :
                    YamlSource.read("rules.yaml", new StringReader(text)).list()) {
                ActLexicon.act(each, FRAMES, CLASSES, Map.of("REDUCE", List.of("3")), Map.of("166", -7.0));
            }
        } catch (IllegalArgumentException saidWithItsLine) {
            if (saidWithItsLine.getMessage() == null) {
                throw new AssertionError("refused without a word", saidWithItsLine);
            }
        }
    }
}
