package org.demarche.mention.subject;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.demarche.lexicon.Lexicon;
import org.demarche.model.Subjects.Party;
import org.jspecify.annotations.Nullable;

/** Which states share a border on land: only those can have a border crossing between them. */
final class Borders {
    private static final Map<String, Set<String>> NEIGHBOURS = read();

    private Borders() {}

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> out = new TreeMap<>();
        Lexicon.mapping("borders.yaml").forEach((state, others) -> {
            for (Object other : (List<?>) others) {
                out.computeIfAbsent((String) state, k -> new TreeSet<>()).add((String) other);
                out.computeIfAbsent((String) other, k -> new TreeSet<>()).add((String) state);
            }
        });
        return out;
    }

    /** Whether two states touch. */
    static boolean touch(Party one, Party other) {
        return NEIGHBOURS.getOrDefault(one.id(), Set.of()).contains(other.id());
    }

    /** Whether a state has a border with any other. */
    static boolean hasAny(Party state) {
        return NEIGHBOURS.containsKey(state.id());
    }

    /**
     * The first two that touch, the one given among them where one is.
     *
     * @param all the nearest first
     */
    static List<Party> between(@Nullable Party one, List<Party> all) {
        for (Party first : one == null ? all : List.of(one)) {
            for (Party second : all) {
                if (touch(first, second)) {
                    return List.of(first, second);
                }
            }
        }
        return List.of();
    }
}
