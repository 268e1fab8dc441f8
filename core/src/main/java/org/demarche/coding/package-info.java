/** From mentions to claims: which act a sentence tells of, who did it to whom, when, how sure, on whose word. */
@NullMarked
package org.demarche.coding;

import org.jspecify.annotations.NullMarked;
