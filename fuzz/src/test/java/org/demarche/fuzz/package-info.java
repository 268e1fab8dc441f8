/** Targets for coverage-guided fuzzing: whatever the input, no exception, no hang, bounded memory. */
@NullMarked
package org.demarche.fuzz;

import org.jspecify.annotations.NullMarked;
