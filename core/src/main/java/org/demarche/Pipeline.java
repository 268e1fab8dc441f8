package org.demarche;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.demarche.model.Document;
import org.demarche.model.Mentions;
import org.demarche.model.Notice;
import org.demarche.model.Sentence;
import org.demarche.text.SentenceParser;

/**
 * The line from a document to a ledger, and the only class that knows every stage.
 *
 * <p>{@link #code} needs one document only, so it runs as a plain map; {@link #merge} groups what the documents say. Neither depends on
 * the order of its input. Safe for use by several threads.
 */
public final class Pipeline {
    private final SentenceParser parser;

    public Pipeline(SentenceParser parser) {
        this.parser = parser;
    }

    /** What one document says by itself. */
    public Coded code(Document document) {
        List<Sentence> sentences = List.of();
        List<Notice> notices = new ArrayList<>();
        return new Coded(document, sentences, Mentions.NONE, List.of(), notices);
    }

    /**
     * What each of many documents says, on several threads, in the order of the documents.
     *
     * <p>Lazy: only a few documents are held at a time. Close the stream, or read it to its end, so that its threads end.
     *
     * @param threads at least 1
     */
    public Stream<Coded> code(Stream<Document> documents, int threads) {
        return new InOrder<>(documents, this::code, threads).stream();
    }

    /** What documents say together; documents whose ids are equal count once. */
    public Merged merge(List<Coded> coded) {
        List<Coded> sorted = coded.stream()
                .sorted(Comparator.comparing((Coded c) -> c.document().file())
                        .thenComparing(c -> c.document().id()))
                .toList();
        return new Merged(sorted, List.of(), List.of(), List.of());
    }
}
