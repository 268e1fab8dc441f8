package org.demarche.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.demarche.model.ActGuess;
import org.demarche.model.Token;
import org.demarche.model.Word;

/**
 * Parses a lead without the place, day and agency before it: "LIMA, 3 May (Agency) - Peru recalled its envoy." Left where it is, the place would be taken for the subject. In the tree that comes out the
 * head of what stands before hangs on the head of the sentence as {@code parataxis}.
 */
public final class LeadParser implements SentenceParser {
    /** Before the dash there is a place, a day and an agency at most. */
    private static final int LONGEST = 16;

    private static final Set<String> DASHES = Set.of("-", "--", "–", "—");
    private static final Set<String> SMALL =
            Set.of("of", "de", "la", "le", "el", "the", "and", "/", ",", ".", "(", ")");
    private static final Set<String> MONTHS = Set.of(
            "jan",
            "feb",
            "mar",
            "apr",
            "may",
            "jun",
            "jul",
            "aug",
            "sep",
            "sept",
            "oct",
            "nov",
            "dec",
            "january",
            "february",
            "march",
            "april",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private final SentenceParser parser;

    public LeadParser(SentenceParser parser) {
        this.parser = parser;
    }

    @Override
    public List<List<Token>> parse(List<List<Word>> sentences) {
        List<List<Word>> parts = new ArrayList<>();
        for (List<Word> words : sentences) {
            int lead = leadOf(words);
            if (lead > 0) {
                parts.add(words.subList(0, lead));
            }
            parts.add(words.subList(lead, words.size()));
        }
        List<List<Token>> parsed = parser.parse(parts);
        List<List<Token>> out = new ArrayList<>();
        int at = 0;
        for (List<Word> words : sentences) {
            List<Token> first = parsed.get(at++);
            boolean whole = first.size() == words.size();
            out.add(whole ? first : joined(first, parsed.get(at++)));
        }
        return out;
    }

    @Override
    public List<List<ActGuess>> guessActs(List<List<Token>> sentences) {
        return parser.guessActs(sentences);
    }

    /** How many words stand before the sentence proper, the dash included; 0 where none do. */
    static int leadOf(List<Word> words) {
        boolean marked = !words.isEmpty() && isCapitals(words.get(0).form());
        for (int i = 0; i < Math.min(LONGEST, words.size() - 2); i++) {
            String form = words.get(i).form();
            if (i > 0 && DASHES.contains(form) && isApart(words, i)) {
                boolean begins = !Character.isLowerCase(words.get(i + 1).form().charAt(0));
                return marked && begins ? i + 1 : 0;
            }
            char first = form.charAt(0);
            boolean fits = Character.isUpperCase(first)
                    || Character.isDigit(first)
                    || SMALL.contains(form.toLowerCase(Locale.ROOT));
            if (!fits) {
                return 0;
            }
            String bare = form.endsWith(".") ? form.substring(0, form.length() - 1) : form;
            marked |= i > 0 && (form.equals("(") || MONTHS.contains(bare.toLowerCase(Locale.ROOT)));
        }
        return 0;
    }

    /** Whether there is space on both sides of a word. */
    private static boolean isApart(List<Word> words, int i) {
        return words.get(i - 1).span().end() < words.get(i).span().start()
                && words.get(i).span().end() < words.get(i + 1).span().start();
    }

    private static boolean isCapitals(String form) {
        return form.length() > 2 && form.chars().allMatch(Character::isUpperCase);
    }

    private static List<Token> joined(List<Token> lead, List<Token> rest) {
        int root = 0;
        while (root < rest.size() - 1 && !rest.get(root).isRoot()) {
            root++;
        }
        List<Token> out = new ArrayList<>(lead.size() + rest.size());
        for (Token token : lead) {
            out.add(token.isRoot() ? hung(token, lead.size() + root, "parataxis") : token);
        }
        for (Token token : rest) {
            out.add(token.isRoot() ? token : hung(token, lead.size() + token.head(), token.deprel()));
        }
        return out;
    }

    private static Token hung(Token t, int head, String deprel) {
        return new Token(t.span(), t.form(), t.lemma(), t.upos(), t.xpos(), head, deprel, t.name());
    }
}
