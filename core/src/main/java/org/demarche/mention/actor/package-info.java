/** Words to those who act: names, demonyms, metonyms, titles, groups, and what refers back to them. */
@NullMarked
package org.demarche.mention.actor;

import org.jspecify.annotations.NullMarked;
