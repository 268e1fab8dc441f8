package org.demarche.mention.actor;

import java.util.List;
import java.util.Set;
import org.demarche.model.Token;
import org.demarche.model.Upos;
import org.jspecify.annotations.Nullable;

/** Finds the lexicon's phrases in a sentence: longest first from the left, each with the one meaning that fits its place. */
final class TermScanner {
    /** States, towns and people that are first or last names, or words of the language, as often. */
    private static final Set<String> ALSO_NAMES = WordSet.of("""
            jordan chad georgia israel paris sofia sydney victoria santiago washington florence berlin lima
            kingston cuba america england holland virginia montana dallas houston jackson lincoln darwin
            wellington carter bush nice male split bo jos park moon may straw begin hu king ford rice baker
            major brown cook hague gore taylor kim wang lee castro morales clinton powell perry ivanov costa
            khan singh sharif hamilton stanley salisbury dawn bild tito rama abe kerry blair jiang deng zhao
            hua wen xi anwar ortega fox care wade barak sharon bashir hadi bor pale nis tyre acre reading
            valletta bali goma""");

    private static final Set<String> WHERE = WordSet.of("in at near outside around of");
    private static final Set<String> PLACES = WordSet.of(
            "city town village port province outskirts capital district suburb streets north south east west");

    private final ActorLexicon lexicon;

    TermScanner(ActorLexicon lexicon) {
        this.lexicon = lexicon;
    }

    void scan(Passage passage) {
        Words words = passage.words;
        int i = 0;
        while (i < words.size()) {
            Gazetteer.Match match = lexicon.gazetteer().longest(words, i);
            Entry entry = match == null ? null : choose(passage, match);
            if (match == null || entry == null) {
                i++;
                continue;
            }
            if (entry.type() != Entry.Type.NOBODY) {
                passage.put(new Term(match.from(), match.to(), entry));
            }
            i = match.to();
        }
    }

    private static @Nullable Entry choose(Passage passage, Gazetteer.Match match) {
        List<Entry> entries = match.entries();
        Entry best = null;
        int bestRank = Integer.MAX_VALUE;
        for (Entry entry : entries) {
            int rank = rank(passage, match, entry);
            if (rank < bestRank) {
                best = entry;
                bestRank = rank;
            }
        }
        return best != null && fits(passage, match, best) ? best : null;
    }

    /** The smaller, the likelier; an adjective before a noun, a people where no noun follows. */
    private static int rank(Passage passage, Gazetteer.Match match, Entry entry) {
        int rank = switch (entry.type()) {
            case STATE -> 10;
            case ORGANISATION -> 12;
            case GROUP -> 13;
            case PERSON -> 14;
            case ADJECTIVE -> 20;
            case CAPITAL -> 30;
            case NATIONAL, NATION -> 40;
            case PLACE -> 50;
            case TOWN -> 55;
            case NOBODY -> 1;
            case ROLE_ONE, ROLE_MANY -> 60;
        };
        if (entry.type() == Entry.Type.NATION || entry.type() == Entry.Type.NATIONAL) {
            Token token = passage.token(match.to() - 1);
            if (token != null && token.upos() == Upos.NOUN) {
                rank = 5;
            } else if (token != null
                    && token.upos() == Upos.PROPN
                    && passage.headToken(match.from(), match.to()) >= 0) {
                rank = token.relation().equals("compound") || token.relation().equals("flat") ? 40 : 15;
            }
        }
        return rank;
    }

    private static boolean fits(Passage passage, Gazetteer.Match match, Entry entry) {
        Words words = passage.words;
        int last = match.to() - 1;
        if (entry.type().isRole()) {
            Token token = passage.token(last);
            boolean name = token != null && token.upos() == Upos.PROPN;
            boolean noun = token == null || name || token.upos() == Upos.NOUN;
            return noun || (match.to() - match.from() > 1 && token != null && token.upos() == Upos.ADJ);
        }
        if (entry.type() == Entry.Type.NOBODY) {
            return true;
        }
        if (entry.type() == Entry.Type.TOWN && !isTown(passage, match)) {
            return false;
        }
        boolean single = match.to() - match.from() == 1;
        if (single && ALSO_NAMES.contains(words.folded(match.from()))) {
            return standsAlone(passage, match, entry);
        }
        Token token = passage.token(last);
        return token == null || !single || words.isAllCapital(last) || !isFunction(token.upos());
    }

    /** Whether a preposition of place stands before, or the parser sees a place. */
    private static boolean isTown(Passage passage, Gazetteer.Match match) {
        Words words = passage.words;
        Token token = passage.token(match.from());
        if (token != null && !token.name().equals("O")) {
            return token.name().endsWith("-PLACE");
        }
        String before = words.isTight(match.from() - 1, false) ? words.folded(match.from() - 1) : "";
        boolean more = words.isTight(match.to() - 1, true) && words.isCapital(match.to());
        return !more
                && WHERE.contains(before)
                && (!before.equals("of") || PLACES.contains(words.folded(match.from() - 2)));
    }

    private static boolean isFunction(Upos upos) {
        return upos == Upos.VERB || upos == Upos.AUX || upos == Upos.PRON || upos == Upos.DET || upos == Upos.ADP;
    }

    /** "On Monday Israel …", "on 5 May Jordan …": no name goes on behind a day or a month. */
    private static boolean isTime(Words words, int i) {
        String word = words.folded(i);
        return PersonNames.isTime(word)
                || word.equals("may") && words.folded(i - 1).matches("\\d{1,2}");
    }

    /** Whether a word that is also somebody's name, or a plain word, is by itself a name here. */
    private static boolean standsAlone(Passage passage, Gazetteer.Match match, Entry entry) {
        Words words = passage.words;
        int i = match.from();
        Token token = passage.token(i);
        if (token != null) {
            if (token.upos() != Upos.PROPN) {
                return false;
            }
            boolean person = token.name().endsWith("PERSON") || token.name().endsWith("PER");
            if (!token.name().equals("O") && entry.type() == Entry.Type.PERSON) {
                return person;
            }
        }
        boolean afterName = words.isTight(i - 1, false)
                && words.isCapital(i - 1)
                && passage.term(i - 1) == null
                && i > 1
                && !isTime(words, i - 1);
        boolean beforeName = words.isTight(i, false)
                && words.isCapital(i + 1)
                && !words.isPossessive(i + 1)
                && !PersonNames.isOther(words.folded(i + 1));
        if (entry.type() == Entry.Type.PERSON) {
            return !afterName && !beforeName && i > 0;
        }
        return !afterName && (!beforeName || words.isAllCapital(i + 1));
    }
}
