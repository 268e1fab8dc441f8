/** From the claims of many documents to events: what is one occurrence, when it was, where the sources differ. */
@NullMarked
package org.demarche.merge;

import org.jspecify.annotations.NullMarked;
