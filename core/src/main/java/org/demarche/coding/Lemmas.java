package org.demarche.coding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.demarche.model.Token;
import org.demarche.model.Upos;

/**
 * Dictionary forms of the words that the lexicon knows, where the engine's own are not among them: "shuttered" is of "shutter" whatever
 * the engine says. Words that the lexicon does not know keep what the engine says. Immutable.
 */
final class Lemmas {
    private static final String IRREGULAR = """
            was/be were/be been/be is/be are/be am/be has/have had/have did/do done/do gave/give given/give took/take taken/take
            sent/send broke/break broken/break met/meet said/say told/tell held/hold threw/throw thrown/throw shown/show
            withdrew/withdraw withdrawn/withdraw froze/freeze frozen/freeze drove/drive driven/drive left/leave went/go gone/go
            fought/fight struck/strike stricken/strike sought/seek spoke/speak spoken/speak began/begin begun/begin made/make
            brought/bring bought/buy thought/think led/lead lent/lend paid/pay ran/run rose/rise risen/rise sold/sell
            swore/swear sworn/swear tore/tear torn/tear wrote/write written/write became/become came/come drew/draw drawn/draw
            fell/fall fallen/fall felt/feel flew/fly flown/fly forbade/forbid forbidden/forbid forgave/forgive found/find
            kept/keep laid/lay lost/lose meant/mean overthrew/overthrow rode/ride sat/sit shot/shoot slew/slay slain/slay
            stood/stand stole/steal taught/teach understood/understand undertook/undertake undertaken/undertake
            upheld/uphold withheld/withhold won/win built/build rebuilt/rebuild dealt/deal hit/hit cut/cut shut/shut set/set
            put/put beat/beat beaten/beat burnt/burn blew/blow blown/blow hung/hang overran/overrun struck/strike clung/cling
            personae/persona men/man women/woman children/child""";

    private static final Map<String, String> IRREGULARS = irregulars();

    private final Set<String> known;

    /** @param known every word in dictionary form that the lexicon speaks of */
    Lemmas(Set<String> known) {
        this.known = Set.copyOf(known);
    }

    private static Map<String, String> irregulars() {
        Map<String, String> out = new LinkedHashMap<>();
        for (String pair : IRREGULAR.split("\\s+")) {
            int slash = pair.indexOf('/');
            out.put(pair.substring(0, slash), pair.substring(slash + 1));
        }
        return out;
    }

    /** Irregular forms with the word that each is of. */
    static Map<String, String> irregular() {
        return IRREGULARS;
    }

    String of(Token token) {
        String lemma = token.lemma().toLowerCase(Locale.ROOT);
        String form = token.form().toLowerCase(Locale.ROOT);
        boolean verb = token.upos() == Upos.VERB || token.xpos().startsWith("VB");
        if (!verb && token.upos() != Upos.NOUN && token.upos() != Upos.PROPN && token.upos() != Upos.ADJ) {
            return lemma;
        }
        String irregular = verb || token.upos() == Upos.NOUN ? IRREGULARS.get(form) : null;
        if (irregular != null && !(form.equals("found") && lemma.equals("found")) && !(form.equals("left") && !verb)) {
            return irregular;
        }
        if (known.contains(lemma) && (!verb || stems(form).contains(lemma))) {
            return lemma;
        }
        if (verb || form.endsWith("s")) {
            for (String stem : stems(form)) {
                if (known.contains(stem)) {
                    return stem;
                }
            }
        }
        return lemma;
    }

    /** What a regular form may come from, likeliest first. */
    private static List<String> stems(String form) {
        List<String> out = new ArrayList<>();
        out.add(form);
        strip(form, "ed", out);
        strip(form, "ing", out);
        if (form.endsWith("ies") || form.endsWith("ied")) {
            out.add(form.substring(0, form.length() - 3) + "y");
        }
        if (form.endsWith("es")) {
            out.add(form.substring(0, form.length() - 2));
        }
        if (form.endsWith("s") && !form.endsWith("ss")) {
            out.add(form.substring(0, form.length() - 1));
        }
        return out;
    }

    private static void strip(String form, String ending, List<String> out) {
        if (!form.endsWith(ending) || form.length() < ending.length() + 2) {
            return;
        }
        String stem = form.substring(0, form.length() - ending.length());
        out.add(stem);
        out.add(stem + "e");
        int n = stem.length();
        if (n > 2 && stem.charAt(n - 1) == stem.charAt(n - 2)) {
            out.add(stem.substring(0, n - 1));
        }
    }
}
