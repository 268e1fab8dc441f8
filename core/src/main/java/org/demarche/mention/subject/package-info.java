/** Sentences and actors to subjects: which words name a mission, a council, a treaty, and which of them name the same one. */
@NullMarked
package org.demarche.mention.subject;

import org.jspecify.annotations.NullMarked;
