/** Scores on gold sets: what the board runs in one process. */
@NullMarked
package org.demarche.eval;

import org.jspecify.annotations.NullMarked;
