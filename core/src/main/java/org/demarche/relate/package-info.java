/** The relation between two parties that are given by their words, where no rule tells it: a small model of words and tree. */
@NullMarked
package org.demarche.relate;

import org.jspecify.annotations.NullMarked;
