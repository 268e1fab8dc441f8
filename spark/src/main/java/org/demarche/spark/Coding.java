package org.demarche.spark;

import java.io.IOException;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.Function;
import org.demarche.Pipeline;
import org.demarche.model.Document;
import org.demarche.read.Piece;
import org.demarche.read.Read;
import org.demarche.read.Reader;

/** The task of an executor: reads a split, codes its reports and leaves a part. */
record Coding(Settings settings, Parts parts) implements Function<Split, PartFacts> {

    @Override
    public PartFacts call(Split split) throws IOException {
        Pipeline pipeline = Engines.of(settings.parsing());
        Reader reader = new Reader(settings.options());
        return parts.write(split, sink -> {
            for (Piece piece : split.pieces()) {
                try (Stream<Read> input = reader.read(piece)) {
                    input.forEachOrdered(read -> sink.accept(counted(read, pipeline)));
                }
            }
        });
    }

    private static Parts.Counted counted(Read read, Pipeline pipeline) {
        if (read instanceof Read.Of of) {
            Document document = of.document();
            return Parts.Counted.of(pipeline.code(document));
        }
        if (read instanceof Read.Said said) {
            return new Parts.Counted(Entry.of(said.notice(), said.lost()), 0);
        }
        Read.Retracted taken = (Read.Retracted) read;
        return new Parts.Counted(Entry.taken(taken.url(), taken.why()), 0);
    }
}
