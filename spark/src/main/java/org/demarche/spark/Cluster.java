package org.demarche.spark;

import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** A session of Spark, as this program wants it. */
record Cluster(SparkSession session, JavaSparkContext context) implements AutoCloseable {

    static Cluster open(@Nullable String master, Map<String, String> settings) {
        SparkConf conf = new SparkConf();
        conf.setAppName("demarche");
        if (master != null) {
            conf.setMaster(master);
        } else {
            conf.setIfMissing("spark.master", "local[*]");
        }
        conf.setIfMissing("spark.ui.enabled", "false");
        // A machine that dies takes its running tasks with it; they are begun anew elsewhere.
        conf.setIfMissing("spark.task.maxFailures", "8");
        settings.forEach(conf::set);
        SparkSession session = SparkSession.builder().config(conf).getOrCreate();
        return new Cluster(session, new JavaSparkContext(session.sparkContext()));
    }

    @Override
    public void close() {
        session.stop();
    }
}
