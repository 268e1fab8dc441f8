package org.demarche.text;

import java.util.ArrayList;
import java.util.List;
import org.demarche.model.ActGuess;
import org.demarche.model.Leads;
import org.demarche.model.Token;
import org.demarche.model.Word;

/**
 * Parses a lead without the place, day and agency before it: "LIMA, 3 May (Agency) - Peru recalled its envoy." Left where it is, the place would be taken for the subject. In the tree that comes out the
 * head of what stands before hangs on the head of the sentence as {@code parataxis}.
 */
public final class LeadParser implements SentenceParser {
    private final SentenceParser parser;

    public LeadParser(SentenceParser parser) {
        this.parser = parser;
    }

    @Override
    public List<List<Token>> parse(List<List<Word>> sentences) {
        List<List<Word>> parts = new ArrayList<>();
        for (List<Word> words : sentences) {
            int lead = Leads.length(words);
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
