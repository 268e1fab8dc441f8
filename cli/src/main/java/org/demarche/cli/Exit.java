package org.demarche.cli;

/** What the exit status says. */
final class Exit {
    /** Done; warnings, such as an undated report, included. */
    static final int DONE = 0;
    /** The command was used wrongly. */
    static final int WRONG_USE = 1;
    /** Nothing could be read. */
    static final int NOTHING_READ = 2;
    /** Some documents could not be read; each is listed, the rest is safe. */
    static final int PARTLY = 3;
    /** A fault of the program. */
    static final int FAULT = 4;

    private Exit() {}
}
