package org.demarche.coding;

import java.util.ArrayList;
import java.util.List;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.demarche.model.Token;
import org.demarche.model.Upos;

/** Trees written in a line: words as form/lemma/xpos/relation>head, heads from 1; the lemma may be left out. */
final class TreeRows {
    /** Changes heads and relations of a sentence in place. */
    interface Mends {
        void mend(Sentence sentence, int[] heads, String[] deprels);
    }

    private TreeRows() {}

    /** Relation and head of each word, mended: "obj>2". */
    static List<String> mended(String rows, Mends mends) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        for (String row : rows.split(" ")) {
            String[] part = row.split("/");
            String lemma = part[1].isEmpty() ? part[0] : part[1];
            String[] link = part[3].split(">");
            Span span = new Span(at, at + part[0].length());
            tokens.add(new Token(
                    span, part[0], lemma, upos(part[2]), part[2], Integer.parseInt(link[1]) - 1, link[0], "O"));
            at += part[0].length() + 1;
        }
        int[] heads = tokens.stream().mapToInt(Token::head).toArray();
        String[] deprels = tokens.stream().map(Token::deprel).toArray(String[]::new);
        mends.mend(new Sentence(0, new Span(0, at), Sentence.Kind.BODY, tokens), heads, deprels);
        List<String> out = new ArrayList<>();
        for (int i = 0; i < heads.length; i++) {
            out.add(deprels[i] + ">" + (heads[i] + 1));
        }
        return out;
    }

    private static Upos upos(String tag) {
        return tag.startsWith("NNP")
                ? Upos.PROPN
                : tag.startsWith("NN") ? Upos.NOUN : tag.matches("\\W+") ? Upos.PUNCT : Upos.VERB;
    }
}
