/** Which act answered which, and how relations went from day to day. */
@NullMarked
package org.demarche.reciprocity;

import org.jspecify.annotations.NullMarked;
