/**
 * When things were: time expressions and what they mean (TIMEX3 values, days), and the date of the report itself.
 *
 * <p>{@link org.demarche.mention.time.TimeFinder} reads a document from left to right. Phrases are recognised by {@code Phrase}s, small patterns over
 * words, one class per family; what a phrase means is counted from {@code Anchors}, which know the report's date and the dates met so far.
 */
@NullMarked
package org.demarche.mention.time;

import org.jspecify.annotations.NullMarked;
