package org.demarche.mention.quote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From the form of a verb to its lemma, among the verbs that are known: "denied" to "deny", "told" to "tell". Immutable. */
final class Forms {
    private static final Map<String, String> IRREGULAR = new HashMap<>();

    static {
        String[] pairs = {
            "said say",
            "told tell",
            "wrote write",
            "written write",
            "thought think",
            "felt feel",
            "knew know",
            "known know",
            "saw see",
            "seen see",
            "spoke speak",
            "spoken speak",
            "swore swear",
            "sworn swear",
            "found find",
            "shown show",
            "showed show",
            "held hold",
            "read read",
            "put put",
            "went go",
            "gone go",
            "began begin",
            "begun begin",
            "sang sing",
            "understood understand",
            "forgot forget",
            "forgotten forget",
            "foresaw foresee",
            "foreseen foresee",
            "meant mean",
            "sought seek",
            "forecast forecast",
            "dreamt dream",
            "learnt learn",
            "rebutted rebut",
            "fought fight",
            "laid lay",
            "gave give",
            "given give",
            "made make",
            "sent send",
            "withheld withhold",
            "upheld uphold",
            "overruled overrule"
        };
        for (String pair : pairs) {
            int space = pair.indexOf(' ');
            IRREGULAR.put(pair.substring(0, space), pair.substring(space + 1));
        }
    }

    private final Set<String> known;

    Forms(Set<String> known) {
        this.known = Set.copyOf(known);
    }

    /** The known lemma of a form in lower case, or "". */
    String lemma(String form) {
        for (String candidate : candidates(form)) {
            if (known.contains(candidate)) {
                return candidate;
            }
        }
        return "";
    }

    private static List<String> candidates(String form) {
        List<String> out = new ArrayList<>();
        String irregular = IRREGULAR.get(form);
        if (irregular != null) {
            out.add(irregular);
        }
        out.add(form);
        for (String end : List.of("ed", "d", "ing", "s", "es")) {
            if (!form.endsWith(end) || form.length() < end.length() + 2) {
                continue;
            }
            String stem = form.substring(0, form.length() - end.length());
            out.add(stem);
            out.add(stem + "e");
            int n = stem.length();
            if (n > 3 && stem.charAt(n - 1) == stem.charAt(n - 2)) {
                out.add(stem.substring(0, n - 1));
            }
        }
        if (form.endsWith("ied") || form.endsWith("ies")) {
            out.add(form.substring(0, form.length() - 3) + "y");
        }
        return out;
    }
}
