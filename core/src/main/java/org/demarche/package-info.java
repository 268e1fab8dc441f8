/** The line itself: {@link org.demarche.Pipeline} joins the stages, the only place that knows them all. */
@NullMarked
package org.demarche;

import org.jspecify.annotations.NullMarked;
