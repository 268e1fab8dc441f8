/** The ledger on disk: SQLite by default, PostgreSQL for a team, behind one interface. */
@NullMarked
package org.demarche.store;

import org.jspecify.annotations.NullMarked;
