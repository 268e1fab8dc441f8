/** Document to sentences: where they begin and end, what they are on the page, which of them are worth parsing. */
@NullMarked
package org.demarche.text;

import org.jspecify.annotations.NullMarked;
