package org.demarche.language;

import java.util.List;

/**
 * A sentence, or a window of one, as the network reads it.
 *
 * @param pieces numbers of the word pieces, [CLS] first and [SEP] last
 * @param cases the letter case of each piece's word, 0 for [CLS] and [SEP]
 * @param first for every word, after the root at 0, the place of its first piece
 * @param wordCases the letter case of each word, 0 for the root
 */
record Features(int[] pieces, int[] cases, int[] first, int[] wordCases) {

    static Features of(List<int[]> pieces, int[] letterCases) {
        int length = 2;
        for (int[] word : pieces) {
            length += word.length;
        }
        int[] ids = new int[length],
                cases = new int[length],
                first = new int[pieces.size() + 1],
                wordCases = new int[pieces.size() + 1];
        ids[0] = WordPieces.CLS;
        ids[length - 1] = WordPieces.SEP;
        int at = 1;
        for (int i = 0; i < pieces.size(); i++) {
            first[i + 1] = at;
            wordCases[i + 1] = letterCases[i];
            for (int piece : pieces.get(i)) {
                ids[at] = piece;
                cases[at] = letterCases[i];
                at++;
            }
        }
        return new Features(ids, cases, first, wordCases);
    }
}
