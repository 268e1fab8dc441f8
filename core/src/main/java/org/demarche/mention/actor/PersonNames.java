package org.demarche.mention.actor;

import java.util.Set;
import org.demarche.model.Token;
import org.jspecify.annotations.Nullable;

/** Where a person's name ends, by its capitals and particles. */
final class PersonNames {
    private static final int MOST_WORDS = 6;
    private static final Set<String> TIMES = WordSet.of("""
            monday tuesday wednesday thursday friday saturday sunday january february march april june july august
            september october november december today yesterday tomorrow""");
    private static final Set<String> NOT_NAMES = WordSet.of("""
            the a an in on at and but he she it they we i his her this that mr mrs ms dr sir lord council committee
            ministry department affairs office house square street party agency act treaty east west north south
            says said tells told warns warned""");

    private PersonNames() {}

    static boolean isTime(String folded) {
        return TIMES.contains(folded);
    }

    /** Whether a capital word is certainly no part of a name: a weekday, an article, a title. */
    static boolean isOther(String folded) {
        return NOT_NAMES.contains(folded) || TIMES.contains(folded);
    }

    static boolean isHonorific(String folded) {
        return switch (folded) {
            case "mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady", "madam", "dame" -> true;
            default -> false;
        };
    }

    /** One past the last word of the name that starts at a word; the word itself where none does. */
    static int end(Passage passage, int from) {
        Words words = passage.words;
        int named = recognised(passage, from);
        if (named > from) {
            return named;
        }
        Term known = passage.term(from);
        if (known != null && known.type() == Entry.Type.PERSON && !goesOn(passage, known)) {
            return known.to();
        }
        if (!passage.isParsed() && passage.isTitleCase()) {
            return from;
        }
        int at = from;
        int end = from;
        while (at < words.size() && at - from < MOST_WORDS) {
            if (at > from && !joins(words, at - 1)) {
                break;
            }
            Term term = passage.term(at);
            boolean bars = term != null
                    && term.type() != Entry.Type.PERSON
                    && (at == from || !isAlsoName(term) || term.to() - term.from() > 1);
            String word = words.folded(at);
            boolean grammar = isGrammar(passage.token(at)) && !ActorLexicon.isParticle(word);
            if (bars || words.isPossessive(at) || grammar) {
                break;
            }
            if (words.isCapital(at) && !isOther(word) && !(words.isAllCapital(at) && word.length() > 3 && at > from)) {
                end = at + 1;
            } else if (at == from || !ActorLexicon.isParticle(word) || word.equals("e") || word.equals("y")) {
                break;
            }
            at++;
        }
        return end;
    }

    /** "Qian Bo", where a list knows another Qian: a family name alone that the next word makes a full one. */
    private static boolean goesOn(Passage passage, Term known) {
        Words words = passage.words;
        int next = known.to();
        Term behind = passage.term(next);
        return known.to() - known.from() == 1
                && !passage.isTitleCase()
                && next < words.size()
                && joins(words, next - 1)
                && !words.isPossessive(next - 1)
                && words.isCapital(next)
                && !words.isAllCapital(next)
                && (behind == null || isAlsoName(behind))
                && !isOther(words.folded(next))
                && !isGrammar(passage.token(next));
    }

    /** "Ambassador From Egypt", "ENVOY ADVISES": a capital of a headline on a word that the tree takes for no name. */
    private static boolean isGrammar(@Nullable Token token) {
        return token != null
                && switch (token.upos()) {
                    case ADP, AUX, CCONJ, DET, NUM, PART, PRON, SCONJ, VERB -> true;
                    default -> false;
                };
    }

    private static boolean isAlsoName(Term term) {
        return term.type() == Entry.Type.STATE || term.type() == Entry.Type.PLACE || term.type() == Entry.Type.CAPITAL;
    }

    private static boolean joins(Words words, int i) {
        CharSequence gap = words.gap(i);
        if (gap.length() > 2) {
            return false;
        }
        for (int k = 0; k < gap.length(); k++) {
            char c = gap.charAt(k);
            boolean initial = c == '.' && words.end(i) - words.start(i) <= 2;
            if (!Character.isWhitespace(c)
                    && c != '\u00A0'
                    && !Words.isHyphen(c)
                    && !Words.isApostrophe(c)
                    && !initial) {
                return false;
            }
        }
        return true;
    }

    /** The end of the person that the parser sees from a word on, or the word itself. */
    static int recognised(Passage passage, int from) {
        Passage.Name name = passage.name(from);
        return name != null && name.isPerson() && name.from() == from ? name.to() : from;
    }
}
