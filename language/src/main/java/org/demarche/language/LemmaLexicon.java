package org.demarche.language;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The lemmas on which the treebanks agree, by form and Penn tag; edit scripts serve for the rest. Immutable. */
final class LemmaLexicon {

    private final Map<String, String> lemmas;

    /** @param lines {@code form TAB tag TAB lemma}, forms in lower case */
    LemmaLexicon(List<String> lines) {
        lemmas = new HashMap<>(lines.size() * 2);
        for (String line : lines) {
            int last = line.lastIndexOf('\t');
            if (last <= 0) {
                throw new IllegalArgumentException("not a form, tag and lemma: " + line);
            }
            lemmas.put(line.substring(0, last), line.substring(last + 1));
        }
    }

    /** The lemma, or null where the lexicon has none. Numbers lose the commas between their digits, as in the treebanks. */
    @Nullable
    String find(String form, String xpos) {
        if (xpos.equals("CD") && isGrouped(form)) {
            return form.replace(",", "");
        }
        return lemmas.get(form.toLowerCase(Locale.ROOT) + '\t' + xpos);
    }

    /** The lemmas of forms whose tag begins so, {@code VB} or {@code NN}. */
    Set<String> lemmas(String tag) {
        return lemmas.entrySet().stream()
                .filter(e -> e.getKey().startsWith(tag, e.getKey().lastIndexOf('\t') + 1))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }

    private static boolean isGrouped(String form) {
        return form.indexOf(',') > 0 && form.chars().allMatch(c -> c >= '0' && c <= '9' || c == ',' || c == '.');
    }
}
