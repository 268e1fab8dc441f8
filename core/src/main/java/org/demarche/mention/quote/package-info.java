/** Who said what: direct and indirect speech, beliefs and demands, with the words that name the holder and the words that say so. */
@NullMarked
package org.demarche.mention.quote;

import org.jspecify.annotations.NullMarked;
