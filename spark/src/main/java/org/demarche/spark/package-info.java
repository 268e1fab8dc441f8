/** The line on Apache Spark: reading and coding as a map over the cluster, grouping and folding by blocks, checkpointed part by part. */
@NullMarked
package org.demarche.spark;

import org.jspecify.annotations.NullMarked;
