package org.demarche.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.demarche.merge.GroupingTask;
import org.demarche.merge.GroupingTask.Together;
import org.demarche.merge.GroupingTasks;
import org.demarche.store.Packed;

/** Groups the blocks of a merge on the executors: large ones by themselves, small ones in bundles. */
record OnCluster(Cluster cluster) implements GroupingTasks {
    private static final int BUNDLES_FOR_EACH_CORE = 4;

    /** Work for one task: blocks as JSON, and which ones they are. */
    record Bundle(int[] which, List<String> blocks) implements Serializable {}

    private record Load(List<Integer> which, long claims) {}

    @Override
    public List<List<Together>> run(List<GroupingTask> tasks) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        List<Bundle> bundles = new ArrayList<>();
        for (Load load : loads(tasks)) {
            bundles.add(new Bundle(
                    load.which().stream().mapToInt(Integer::intValue).toArray(),
                    load.which().stream().map(i -> Packed.json(tasks.get(i))).toList()));
        }
        List<List<String>> found = cluster.context()
                .parallelize(bundles, bundles.size())
                .map(OnCluster::group)
                .collect();
        Together[][] out = new Together[tasks.size()][];
        for (int b = 0; b < bundles.size(); b++) {
            int[] which = bundles.get(b).which();
            for (int i = 0; i < which.length; i++) {
                out[which[i]] = Packed.read(found.get(b).get(i), Together[].class);
            }
        }
        return Arrays.stream(out).map(List::of).toList();
    }

    private static List<String> group(Bundle bundle) {
        List<String> out = new ArrayList<>();
        for (String block : bundle.blocks()) {
            out.add(Packed.json(Packed.read(block, GroupingTask.class).run()));
        }
        return out;
    }

    /** The largest first, each to the bundle that has least to do. */
    private List<Load> loads(List<GroupingTask> tasks) {
        int most =
                Math.min(tasks.size(), BUNDLES_FOR_EACH_CORE * cluster.context().defaultParallelism());
        PriorityQueue<Load> open = new PriorityQueue<>(Comparator.comparingLong(Load::claims)
                .thenComparing(l -> l.which().isEmpty() ? -1 : l.which().get(0)));
        for (int i = 0; i < most; i++) {
            open.add(new Load(List.of(), 0));
        }
        IntStream.range(0, tasks.size())
                .boxed()
                .sorted(Comparator.comparingInt(
                        (Integer i) -> -tasks.get(i).claims().size()))
                .forEach(i -> {
                    Load least = open.remove();
                    List<Integer> which = new ArrayList<>(least.which());
                    which.add(i);
                    open.add(new Load(
                            which, least.claims() + tasks.get(i).claims().size()));
                });
        return open.stream()
                .filter(l -> !l.which().isEmpty())
                .sorted(Comparator.comparing((Load l) -> l.which().get(0)))
                .toList();
    }
}
