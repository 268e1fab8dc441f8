/** What people ask of a dossier: selections, explanations, searches. Shared by the command line and the server. */
@NullMarked
package org.demarche.view;

import org.jspecify.annotations.NullMarked;
