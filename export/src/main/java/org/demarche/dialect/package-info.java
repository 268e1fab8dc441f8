/** The ledger in the formats of other projects of the field, and their event data as sources to compare with. */
@NullMarked
package org.demarche.dialect;

import org.jspecify.annotations.NullMarked;
