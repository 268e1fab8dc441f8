package org.demarche.spark;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** How far coding is: a line at most every ten seconds, and a word where an executor is lost. */
final class Progress extends SparkListener {
    private static final long SECOND = 1_000_000_000L;

    private final int all;
    private final PrintStream out;
    private final long began = System.nanoTime();
    private final int before;
    private long shown = began;
    private int done;
    private long runMillis;
    private long processorNanos;

    Progress(List<PartFacts> known, int all, PrintStream out) {
        this.before = known.size();
        this.all = all;
        this.out = out;
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd task) {
        done += task.taskInfo().successful() ? 1 : 0;
        if (task.taskMetrics() != null) {
            runMillis += task.taskMetrics().executorRunTime();
            processorNanos += task.taskMetrics().executorCpuTime();
        }
        long now = System.nanoTime();
        if (now - shown >= 10 * SECOND) {
            shown = now;
            out.println(String.format(
                    Locale.ROOT,
                    "coding %,d of %,d parts | %.2f parts/s",
                    before + done,
                    all,
                    done / ((now - began) / (double) SECOND)));
        }
    }

    /** What all tasks together took. */
    synchronized void end() {
        out.println(String.format(
                Locale.ROOT,
                "coded %,d parts in %.1f s: %.1f s of executors, %.1f s of their processors",
                done,
                (System.nanoTime() - began) / (double) SECOND,
                runMillis / 1000.0,
                processorNanos / (double) SECOND));
    }

    @Override
    public synchronized void onExecutorRemoved(SparkListenerExecutorRemoved gone) {
        out.println("DEM-241 executor " + gone.executorId() + " was lost ("
                + gone.reason().lines().findFirst().orElse("") + "); what it had not finished is done again.");
    }
}
