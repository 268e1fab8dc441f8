/** Our own tables as Parquet files. */
@NullMarked
package org.demarche.parquet;

import org.jspecify.annotations.NullMarked;
