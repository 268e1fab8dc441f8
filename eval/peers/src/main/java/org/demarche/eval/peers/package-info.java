/** Other readers of English, behind one interface, so that the same program measures all. Never shipped. */
@NullMarked
package org.demarche.eval.peers;

import org.jspecify.annotations.NullMarked;
