package org.demarche.mention.actor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.demarche.model.Document;
import org.demarche.model.Mention;
import org.demarche.model.PartialDate;
import org.demarche.model.Sentence;

/**
 * Finds those who act or are acted upon: by name, demonym, metonym, title, common noun and pronoun, each resolved as of the report's date.
 *
 * <p>A title and the name beside it are two mentions of one actor; so are "both sides" two mentions, one for each side. Works on text alone, and
 * better where sentences are parsed. Safe for several threads.
 */
public final class ActorFinder {
    private final ActorLexicon lexicon;
    private final TermScanner scanner;

    public ActorFinder() {
        this(ActorLexicon.bundled());
    }

    public ActorFinder(ActorLexicon lexicon) {
        this.lexicon = lexicon;
        this.scanner = new TermScanner(lexicon);
    }

    /** The mentions of a document's sentences, in text order, the longer before the shorter. */
    public List<Mention.OfActor> find(Document document, List<Sentence> sentences) {
        Discourse discourse = new Discourse();
        String day = day(document);
        NameVotes votes = new NameVotes(sentences);
        List<Mention.OfActor> out = new ArrayList<>();
        List<Passage> passages = sentences.stream()
                .map(sentence -> new Passage(document.text(), sentence))
                .toList();
        passages.forEach(scanner::scan);
        Topic topic = new Topic(lexicon, passages);
        for (Passage passage : passages) {
            out.addAll(new PassageReader(lexicon, discourse, topic, day, passage, votes).read());
        }
        out.sort(Comparator.comparing(Mention.OfActor::span));
        return List.copyOf(out);
    }

    /** The last day on which the report can have been written, ISO, or "" where nothing is known of it. */
    private static String day(Document document) {
        PartialDate end = document.published().end();
        PartialDate date = end == null ? document.published().start() : end;
        return date == null || !date.hasYear() ? "" : date.toString();
    }
}
