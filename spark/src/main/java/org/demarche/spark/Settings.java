package org.demarche.spark;

import java.io.Serializable;
import java.util.Map;
import org.demarche.ContentHash;
import org.demarche.Parsing;
import org.demarche.Version;
import org.demarche.language.OnnxSentenceParser;
import org.demarche.lexicon.Lexicon;
import org.demarche.model.Ids;
import org.demarche.model.PartialDate;
import org.demarche.read.ReadOptions;
import org.jspecify.annotations.Nullable;

/**
 * What the user says about the input and how much of it is parsed, in a form that travels to the executors.
 *
 * @param published date of reports that bring none
 * @param outlet who published reports that name nobody
 * @param meta content of the metadata file, or null
 */
record Settings(
        @Nullable String published,
        @Nullable String outlet,
        @Nullable String meta,
        Parsing parsing) implements Serializable {

    ReadOptions options() {
        PartialDate date =
                published == null ? null : PartialDate.parse(published).orElseThrow();
        return new ReadOptions(
                date, outlet, meta == null ? Map.of() : ReadOptions.metadata(meta), ReadOptions.Limits.DEFAULT);
    }

    /** Changes with the settings, the program, its lexicon and its model: what was coded under another mark is stale. */
    String mark() {
        return Ids.sha256(String.join(
                "\n",
                String.valueOf(published),
                String.valueOf(outlet),
                String.valueOf(meta),
                parsing.name(),
                Version.program(),
                Version.commit(),
                ContentHash.of(Lexicon.class),
                ContentHash.of(OnnxSentenceParser.class)));
    }
}
