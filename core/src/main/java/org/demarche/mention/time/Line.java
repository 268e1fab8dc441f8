package org.demarche.mention.time;

/**
 * A sentence while it is read.
 *
 * @param pieces its pieces
 * @param index its place among the sentences
 * @param paragraph number of the paragraph it stands in
 * @param heading whether it is a heading
 */
record Line(Pieces pieces, int index, int paragraph, boolean heading) {}
