package org.demarche.mention.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.demarche.model.Subjects.Party;

/** The type that a phrase gives its subject: the lexicon's, or the words of a name. */
final class Typed {
    private static final Pattern YEAR = Pattern.compile("\\d{1,4}(?:st|nd|rd|th)?");
    private static final Set<String> NOT_OF_A_NAME = Set.of(
            "new",
            "old",
            "existing",
            "proposed",
            "draft",
            "planned",
            "historic",
            "landmark",
            "bilateral",
            "recent",
            "so",
            "called",
            "current",
            "final",
            "first",
            "last",
            "next",
            "same",
            "own",
            "earlier",
            "latest",
            "separate",
            "similar",
            "former",
            "another",
            "s",
            "original",
            "controversial",
            "key",
            "major",
            "long",
            "standing",
            "signed",
            "practical",
            "general",
            "broad",
            "comprehensive",
            "then");

    private Typed() {}

    static String of(Phrase phrase) {
        if (!phrase.sense().named()) {
            return phrase.sense().typeWith(phrase.modifiers());
        }
        List<String> words = nameWords(phrase);
        if (words.isEmpty()) {
            return phrase.noun();
        }
        if (phrase.plural()) {
            String noun = phrase.noun();
            words.set(words.size() - 1, noun.substring(noun.lastIndexOf(' ') + 1));
        }
        return String.join(" ", words)
                .toLowerCase(Locale.ROOT)
                .replace("programme", "program")
                .replace("co operation", "cooperation");
    }

    /** Whether only the noun itself is said: "the council", "a treaty". */
    static boolean isBare(Phrase phrase) {
        return phrase.sense().named()
                && of(phrase).equals(phrase.noun())
                && !phrase.noun().contains(" ");
    }

    /** "Peru–Chile Council", in the order of the alphabet. */
    static String sharedName(List<Party> parties, Phrase phrase) {
        String joined =
                String.join("–", parties.stream().map(Party::name).sorted().toList());
        String words = String.join(" ", nameWords(phrase));
        return joined.isEmpty() ? words : joined + " " + words;
    }

    private static List<String> nameWords(Phrase phrase) {
        List<String> out = new ArrayList<>();
        for (String word : phrase.name().split(" ", -1)) {
            String lower = word.toLowerCase(Locale.ROOT);
            if (!YEAR.matcher(word).matches() && !NOT_OF_A_NAME.contains(lower)) {
                out.add(word);
            }
        }
        return out;
    }
}
