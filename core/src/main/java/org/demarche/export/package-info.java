/** The tables that leave the program: rows with fixed keys in a fixed order, as JSON Lines and as CSV. */
@NullMarked
package org.demarche.export;

import org.jspecify.annotations.NullMarked;
