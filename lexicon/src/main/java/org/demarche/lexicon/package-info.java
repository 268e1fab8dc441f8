/** The words that the stages know, as data: acts, actors, subjects, cues, quantities. */
@NullMarked
package org.demarche.lexicon;

import org.jspecify.annotations.NullMarked;
