package org.demarche.reciprocity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.demarche.model.Act;
import org.demarche.model.Citation;
import org.demarche.model.Claim;

/**
 * A noun by which a sentence takes up an act that was told before: "the expulsion", "Ruritania's decision", "these steps". A noun that names
 * the kind of act stands for one of that kind alone; a general one for any.
 *
 * @param kinds beginnings of the codes of acts that it can stand for; empty where it can stand for any
 */
record Reference(Set<String> kinds) {
    /** So many words lie between the determiner and the noun at most: "the latest round of". */
    private static final int NEAR = 3;

    private static final Set<String> DETERMINERS =
            Set.of("the", "this", "these", "those", "that", "its", "their", "his", "her", "such", "s");

    private static final Map<String, Set<String>> NOUNS = new LinkedHashMap<>();

    static {
        kind("expulsion expulsions ouster ousting", "expel", "revoke-accreditation", "deport", "force-out");
        kind("closure closures shutdown", "close", "suspend-mission", "suspend-office");
        kind("suspension freeze halt", "suspend", "cancel", "withhold");
        kind("recall withdrawal", "recall", "withdraw");
        kind("severance rupture", "sever");
        kind("downgrade downgrading", "downgrade");
        kind("ban bans blockade embargo sanctions", "ban", "impose", "restrict", "close-border", "withhold", "boycott");
        kind("revocation", "revoke", "withdraw");
        kind(
                "attack attacks strike strikes raid bombing invasion incursion assault",
                "attack",
                "bombard",
                "incursion",
                "kill");
        kind("arrest arrests detention", "arrest");
        kind(
                "call calls demand demands appeal criticism remarks accusation accusations",
                "demand",
                "criticise",
                "accuse",
                "condemn");
        kind("decision decisions move moves step steps measure measures action actions");
    }

    private static void kind(String nouns, String... codes) {
        for (String noun : nouns.split(" ")) {
            NOUNS.put(noun, Set.of(codes));
        }
    }

    /** What the sentence of a claim takes up, in the order of its text, behind the words of the claim itself. */
    static List<Reference> in(Claim claim) {
        Citation sentence = claim.sentence();
        String text = sentence.quote();
        int from = claim.trigger().start() - sentence.start();
        if (from < 0 || from > text.codePointCount(0, text.length())) {
            return List.of();
        }
        return in(text.substring(text.offsetByCodePoints(0, from)));
    }

    /** What a stretch of text takes up. */
    static List<Reference> in(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
        List<Reference> out = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            Set<String> kinds = NOUNS.get(words[i]);
            boolean definite = false;
            for (int j = Math.max(0, i - NEAR); kinds != null && j < i; j++) {
                definite |= DETERMINERS.contains(words[j]);
            }
            if (kinds != null && definite) {
                out.add(new Reference(kinds));
            }
        }
        return out;
    }

    boolean canBe(Act act) {
        return kinds.isEmpty() || kinds.stream().anyMatch(act.code()::startsWith);
    }
}
