/** Files, pages and feeds into documents: what an article is, without the page around it. */
@NullMarked
package org.demarche.read;

import org.jspecify.annotations.NullMarked;
