/** Amounts in figures and words: what they count, what bounds them, and what they are of a change. */
@NullMarked
package org.demarche.mention.quantity;

import org.jspecify.annotations.NullMarked;
