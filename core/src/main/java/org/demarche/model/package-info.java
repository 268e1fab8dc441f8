/** The nouns of the line: immutable values, each right once built. Nothing here knows a stage, an engine or a store. */
@NullMarked
package org.demarche.model;

import org.jspecify.annotations.NullMarked;
