package org.demarche.merge;

import java.util.List;

/** Where the blocks of a merge are grouped, where that is not the thread that merges: on other machines, for one. */
@FunctionalInterface
public interface GroupingTasks {
    /** What each task found, in the order of the tasks; {@link GroupingTask#run} is all there is to do. */
    List<List<GroupingTask.Together>> run(List<GroupingTask> tasks);
}
