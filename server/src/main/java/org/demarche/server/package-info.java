/** The page and the REST interface: one screen, one question; every value opens at its sentence. */
@NullMarked
package org.demarche.server;

import org.jspecify.annotations.NullMarked;
