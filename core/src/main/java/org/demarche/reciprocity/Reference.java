package org.demarche.reciprocity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.demarche.model.Act;
import org.demarche.model.Citation;
import org.demarche.model.Claim;

/**
 * A noun by which a sentence takes up an act that was told before: "the expulsion", "Ruritania's decision", "these steps". A noun that names
 * the kind of act stands for one of that kind alone; a general one for any.
 *
 * @param kinds what it can stand for: beginnings of codes of acts, a PLOVER type, or a type and its mode; empty where it can stand for any
 */
record Reference(Set<String> kinds) {
    /** So many words lie between the determiner and the noun at most: "the latest round of". */
    private static final int NEAR = 3;

    private static final Set<String> DETERMINERS =
            Set.of("the", "this", "these", "those", "that", "its", "their", "his", "her", "such", "s");

    /** "Took note of the decision, which it regrets": what is taken up stands before the words of the claim. */
    private static final List<String> RELATIVE = List.of(", which ", ", a move ", ", a step ");

    private static final int LEAST_LETTERS = 3;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}-]+");

    private static final int RELATIVE_WITHIN = 24;

    private static final Map<String, Set<String>> NOUNS = new LinkedHashMap<>();

    /** Verbs for undoing something, with what they undo. */
    private static final Map<Pattern, Set<String>> UNDOING = new LinkedHashMap<>();

    static {
        undoing(
                "re-?admit(ting|s)?|take \\w+ back|take back|let \\w+ (return|back)|allowed? to return",
                "expel",
                "revoke-acc");
        undoing(
                "(release|free|freeing|releasing|hand(ing)? back)\\b",
                "arrest",
                "seize",
                "COERCE:arrest",
                "ASSAULT:abduct");
        undoing("re-?open(ing)? ", "close", "suspend-mission", "suspend-office", "block");
        undoing("(lift|lifting|drop|dropping|unblock) ", "ban", "impose", "restrict", "close-border", "block");
        undoing("(restore|resume|restoring|resuming) ", "suspend", "withhold", "sever", "halt");
        kind("expulsion expulsions ouster ousting ejection", "expel", "revoke-accreditation", "deport", "force-out");
        kind("closure closures shutdown shuttering", "close", "suspend-mission", "suspend-office");
        kind("suspension freeze halt pause", "suspend", "cancel", "withhold");
        kind(
                "recall withdrawal pull-out pullout departure departures evacuation",
                "recall",
                "withdraw",
                "close-mission");
        kind("severance rupture break", "sever");
        kind("downgrade downgrading", "downgrade");
        kind("ban bans blockade embargo sanctions", "ban", "impose", "restrict", "close-border", "withhold", "boycott");
        kind("revocation", "revoke", "withdraw");
        kind(
                "attack attacks strike strikes raid raids bombing invasion incursion assault storming break-in intrusion"
                        + " operation shelling offensive aggression",
                "ASSAULT",
                "COERCE:seize",
                "incursion",
                "seize",
                "destroy");
        kind("poisoning killing murder assassination shooting", "ASSAULT");
        kind("annexation occupation", "seize-territory", "annex", "incursion");
        kind("arrest arrests detention jailing imprisonment", "arrest");
        kind("lawsuit suit complaint case proceedings", "investigate");
        kind("ultimatum deadline threat threats", "threaten", "ultimatum");
        kind(
                "call calls demand demands appeal criticism remark remarks comment comments statement statements accusation"
                        + " accusations allegation allegations charge charges",
                "demand",
                "criticise",
                "accuse",
                "condemn");
        kind("resumption reopening restoration return lifting", "resume", "reopen", "return", "lift");
        kind("release", "release");
        kind("offer proposal overture overtures", "offer", "AGREE");
        kind("agreement deal accord truce ceasefire", "sign", "make-peace", "agree");
        kind("decision decisions move moves step steps measure measures action actions gesture gestures announcement");
    }

    private static void undoing(String verbs, String... codes) {
        UNDOING.put(Pattern.compile("\\b(" + verbs + ")"), Set.of(codes));
    }

    private static void kind(String nouns, String... codes) {
        for (String noun : nouns.split(" ")) {
            NOUNS.put(noun, Set.of(codes));
        }
    }

    /** What the sentence of a claim takes up, in the order of its text, behind the words of the claim itself; before them too where they relate to what stands there. */
    static List<Reference> in(Claim claim) {
        Citation sentence = claim.sentence();
        String text = sentence.quote();
        int from = claim.trigger().start() - sentence.start();
        if (from < 0 || from > text.codePointCount(0, text.length())) {
            return List.of();
        }
        int at = text.offsetByCodePoints(0, from);
        boolean relative =
                RELATIVE.stream().anyMatch(r -> text.lastIndexOf(r, at) >= Math.max(0, at - RELATIVE_WITHIN));
        return in(text.substring(relative ? 0 : at));
    }

    /** Every noun that can take up an act, as alternatives of a pattern. */
    static String nouns() {
        return String.join("|", NOUNS.keySet());
    }

    /** What a stretch of text takes up. */
    static List<Reference> in(String text) {
        String[] words = words(text);
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

    /** "Demanded that it release the crew", "gave it a day to readmit them": the kinds of act that are to be undone. */
    static List<Reference> toUndo(Claim claim) {
        Citation sentence = claim.sentence();
        String text = sentence.quoteFrom(claim.trigger().start()).toLowerCase(Locale.ROOT);
        List<Reference> out = new ArrayList<>();
        UNDOING.forEach((verbs, kinds) -> {
            if (verbs.matcher(text).find()) {
                out.add(new Reference(kinds));
            }
        });
        return out;
    }

    /** "Put it on a list … called the list a breach": a noun behind "the" or "this" that is among the words of the act. */
    static boolean isByItsThing(Claim claim, Claim act) {
        List<String> told = Arrays.asList(words(act.trigger().quote()));
        String[] words = words(claim.sentence().quoteFrom(claim.trigger().start()));
        for (int i = 1; i < words.length; i++) {
            boolean definite = words[i - 1].equals("the") || words[i - 1].equals("this") || words[i - 1].equals("that");
            if (definite && words[i].length() > LEAST_LETTERS && told.contains(words[i])) {
                return true;
            }
        }
        return false;
    }

    private static String[] words(String text) {
        return BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT));
    }

    /** Whether it names a kind of act, not only that there was one. */
    boolean isTelling() {
        return !kinds.isEmpty();
    }

    boolean canBe(Act act) {
        return kinds.isEmpty()
                || kinds.stream()
                        .anyMatch(k -> act.code().startsWith(k)
                                || k.equals(act.type())
                                || k.equals(act.type() + ":" + act.mode()));
    }
}
