package org.demarche.merge;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Words without their endings, roughly: enough to see that "expelled" and "expelling" are one verb. */
final class Stems {
    /** Past forms that share too little with their verb: verb, then its forms. */
    private static final String IRREGULAR = "say said;tell told;go went gone;take took taken;make made;give gave given;get got gotten;"
            + "win won;lose lost;hold held;meet met;leave left;lead led;shoot shot;fight fought;find found;buy bought;bring brought;"
            + "sell sold;break broke broken;begin began begun;become became;come came;fall fell fallen;send sent;rise rose risen;"
            + "strike struck;steal stole stolen;speak spoke spoken;write wrote written;run ran;see saw seen;choose chose chosen;"
            + "pay paid;die dying died dead death;kill killing;catch caught;drive drove driven;fly flew flown;flee fled;sink sank sunk;"
            + "swear swore sworn;throw threw thrown;withdraw withdrew withdrawn;think thought;know knew known;show shown;lie lay lain;"
            + "be is was were been are;have had has;do did done does";

    private static final Set<String> VAGUE = Set.of(
            "say", "tell", "report", "announc", "be", "have", "do", "make", "take", "get", "go", "com", "come", "giv", "give", "stat",
            "claim", "add", "see", "know", "think", "show", "becom", "become", "happen", "us", "want", "call", "it", "thi", "that");

    private static final Set<String> LITTLE = Set.of("the", "a", "an", "his", "her", "its", "their", "to", "of", "was", "were", "is", "be", "been", "has", "have", "had");

    private static final Map<String, String> VERB_OF = verbs();

    private Stems() {}

    /** The stem of the first word of a phrase that means something. */
    static String head(String phrase) {
        String first = "";
        for (String word : phrase.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty()) {
                first = first.isEmpty() ? word : first;
                if (!LITTLE.contains(word)) {
                    return of(word);
                }
            }
        }
        return of(first);
    }

    /** Whether a stem names an act of speech or hardly any act. */
    static boolean isVague(String stem) {
        return VAGUE.contains(stem);
    }

    static String of(String word) {
        String verb = VERB_OF.getOrDefault(word, word);
        String stem = verb;
        for (String ending : new String[] {"ations", "ation", "ions", "ings", "ion", "ing", "ies", "ied", "ers", "es", "ed", "er", "s", "e"}) {
            if (stem.endsWith(ending) && stem.length() - ending.length() >= 3) {
                stem = stem.substring(0, stem.length() - ending.length());
                break;
            }
        }
        int n = stem.length();
        boolean doubled = n > 3 && stem.charAt(n - 1) == stem.charAt(n - 2) && "bdgklmnprt".indexOf(stem.charAt(n - 1)) >= 0;
        return doubled ? stem.substring(0, n - 1) : stem;
    }

    private static Map<String, String> verbs() {
        Map<String, String> out = new HashMap<>();
        for (String entry : IRREGULAR.split(";")) {
            String[] forms = entry.split(" ");
            for (int i = 1; i < forms.length; i++) {
                out.put(forms[i], forms[0]);
            }
        }
        return out;
    }
}
