package org.demarche.store;

import java.nio.file.AccessDeniedException;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import java.util.Locale;

/** The database failed; says which ledger, and what can be done where that is known. */
public final class LedgerFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** PostgreSQL's code for a full disk. */
    private static final String DISK_FULL = "53100";

    LedgerFault(String location, Exception cause) {
        super(message(location, cause), cause);
    }

    private static String message(String location, Exception cause) {
        String why = String.valueOf(cause.getMessage());
        String words = why.toLowerCase(Locale.ROOT);
        if (why.startsWith("DEM-")) {
            return why;
        }
        boolean full = words.contains("sqlite_full")
                || words.contains("no space left")
                || cause instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState());
        if (full) {
            return "DEM-506 the disk of the ledger " + location
                    + " is full. What was committed is safe; make room and give the same command again.";
        }
        boolean denied = cause instanceof AccessDeniedException
                || cause instanceof ReadOnlyFileSystemException
                || words.contains("read-only file system")
                || words.contains("permission denied")
                || words.contains("sqlite_readonly")
                || words.contains("sqlite_cantopen");
        if (denied) {
            return "DEM-507 this account may not write to the ledger " + location
                    + ". Commands that only read still work; change the rights of its folder, or name another with"
                    + " --ledger.";
        }
        return "DEM-505 the ledger " + location + " could not be used: " + why;
    }
}
