package org.demarche.store;

import java.lang.ref.SoftReference;
import java.util.List;
import org.demarche.Coded;
import org.demarche.merge.MergeMemory;
import org.jspecify.annotations.Nullable;

/**
 * What those who decide on one ledger again and again need not read and work out anew each time: what its reports say by themselves, and
 * the last merge. Given back when memory runs short. Safe for use by several threads, for one ledger only.
 */
public final class Recollection {
    final MergeMemory merged = new MergeMemory();
    private SoftReference<@Nullable Reports> reports = new SoftReference<>(null);

    private record Reports(String mark, List<Coded> coded) {}

    /** What the reports say at a mark, or null where that is not remembered. */
    synchronized @Nullable List<Coded> coded(String mark) {
        Reports known = reports.get();
        return known == null || !known.mark.equals(mark) ? null : known.coded;
    }

    synchronized void keep(String mark, List<Coded> coded) {
        reports = new SoftReference<>(new Reports(mark, coded));
    }

    /** Decisions alone were added between two marks: the reports say what they said. */
    synchronized void goesOn(String mark, String later) {
        List<Coded> known = coded(mark);
        if (known != null) {
            keep(later, known);
        }
    }
}
