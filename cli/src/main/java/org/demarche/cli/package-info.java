/** The command line: one class a verb. Data goes to standard output, notices and progress to standard error. */
@NullMarked
package org.demarche.cli;

import org.jspecify.annotations.NullMarked;
