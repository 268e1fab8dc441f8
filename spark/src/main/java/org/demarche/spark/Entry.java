package org.demarche.spark;

import org.demarche.Coded;
import org.demarche.model.Notice;
import org.jspecify.annotations.Nullable;

/**
 * A line of a part: a coded report, or what reading said, or a report that its publisher took back.
 *
 * @param lost whether a report is missing for what reading said
 * @param taken address of a report that was taken back
 */
record Entry(
        @Nullable Coded coded,
        @Nullable Notice said,
        boolean lost,
        @Nullable String taken,
        @Nullable String why) {

    static Entry of(Coded coded) {
        return new Entry(coded.withoutTokens(), null, false, null, null);
    }

    static Entry of(Notice said, boolean lost) {
        return new Entry(null, said, lost, null, null);
    }

    static Entry taken(String url, String why) {
        return new Entry(null, null, false, url, why);
    }
}
