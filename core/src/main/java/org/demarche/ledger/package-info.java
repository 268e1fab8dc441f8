/** Facts about what can be open, suspended, closed, counted, folded over time: what was so on a day, as known on another. */
@NullMarked
package org.demarche.ledger;

import org.jspecify.annotations.NullMarked;
