package org.demarche;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.demarche.coding.EventCoder;
import org.demarche.mention.actor.ActorFinder;
import org.demarche.mention.actor.ActorLexicon;
import org.demarche.mention.quantity.QuantityFinder;
import org.demarche.mention.quote.QuoteFinder;
import org.demarche.mention.subject.StandingStateFinder;
import org.demarche.mention.subject.SubjectFinder;
import org.demarche.mention.time.DatelineFinder;
import org.demarche.mention.time.TimeFinder;
import org.demarche.model.Change;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.model.Mention;
import org.demarche.model.Mentions;
import org.demarche.model.Notice;
import org.demarche.model.Sentence;
import org.demarche.model.Token;
import org.demarche.model.Word;
import org.demarche.text.SentenceKinds;
import org.demarche.text.SentenceParser;
import org.demarche.text.SentenceSplitter;

/** The stages that need one document only, in their order. Immutable; safe for use by several threads. */
final class DocumentCoder {
    private static final int MOST_SENTENCES_AT_ONCE = 64;

    private final SentenceParser parser;
    private final SentenceSplitter splitter = new SentenceSplitter();
    private final SentenceKinds kinds = new SentenceKinds();
    private final DatelineFinder datelines = new DatelineFinder();
    private final ActorFinder actors;
    private final TimeFinder times = new TimeFinder();
    private final QuantityFinder quantities = new QuantityFinder();
    private final SubjectFinder subjects = new SubjectFinder();
    private final StandingStateFinder states = new StandingStateFinder();
    private final QuoteFinder quotes = new QuoteFinder();
    private final EventCoder events = EventCoder.standard();

    DocumentCoder(SentenceParser parser, ActorLexicon lexicon) {
        this.parser = parser;
        this.actors = new ActorFinder(lexicon);
    }

    /** Codes a document: only sentences that may carry acts are parsed. */
    Coded code(Document document) {
        List<Sentence> sentences = split(document.text());
        if (!isCovered(document)) {
            return new Coded(document, sentences, Mentions.NONE, List.of(), List.of());
        }
        return code(document, parse(document.text(), sentences, Sentence.Kind::carriesActs));
    }

    /** The same with every sentence parsed, furniture included. */
    Coded annotate(Document document) {
        return code(document, parse(document.text(), split(document.text()), kind -> true));
    }

    /** The same with sentences and words that are given; their trees are made anew. */
    Coded annotate(Document document, List<Sentence> given) {
        List<Sentence> out = new ArrayList<>();
        for (int from = 0; from < given.size(); from += MOST_SENTENCES_AT_ONCE) {
            List<Sentence> batch = given.subList(from, Math.min(given.size(), from + MOST_SENTENCES_AT_ONCE));
            List<List<Word>> words = batch.stream()
                    .map(s -> s.tokens().stream()
                            .map(t -> new Word(t.span(), t.form()))
                            .toList())
                    .toList();
            List<List<Token>> tokens = parser.parse(words);
            for (int i = 0; i < batch.size(); i++) {
                out.add(batch.get(i).withTokens(tokens.get(i)));
            }
        }
        return code(document, out);
    }

    /** The stages after the parser. */
    private Coded code(Document read, List<Sentence> sentences) {
        List<Notice> notices = new ArrayList<>();
        Document document = read.withPublished(datelines.find(read, sentences));
        if (document.published().basis() == Dateline.Basis.UNKNOWN) {
            notices.add(undated(document));
        }
        List<Mention.OfActor> found = actors.find(document, sentences);
        Mentions mentions = new Mentions(
                found,
                times.find(document, sentences),
                quantities.find(document, sentences),
                subjects.find(document, sentences, found),
                quotes.find(document, sentences, found));
        List<Change> standing = states.find(document, sentences, mentions);
        return new Coded(document, sentences, mentions, events.code(document, sentences, mentions, standing), notices);
    }

    private static Notice undated(Document document) {
        return new Notice(
                "DEM-102",
                Notice.Severity.WARNING,
                document.file(),
                null,
                null,
                "no date of publication is found in the text or around it. Kept as undated; dates counted from it stay open",
                "Give --published DATE, or a line `date: 2021-10-20` at its head.");
    }

    /** Only English is read; a text whose language could not be told is taken for English. */
    private static boolean isCovered(Document document) {
        return document.language().startsWith("en") || document.language().equals("und");
    }

    private List<Sentence> split(String text) {
        return kinds.label(text, splitter.split(text));
    }

    private List<Sentence> parse(String text, List<Sentence> sentences, Predicate<Sentence.Kind> wanted) {
        List<Sentence> out = new ArrayList<>(sentences);
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            if (wanted.test(sentences.get(i).kind())) {
                chosen.add(i);
            }
        }
        for (int from = 0; from < chosen.size(); from += MOST_SENTENCES_AT_ONCE) {
            List<Integer> batch = chosen.subList(from, Math.min(chosen.size(), from + MOST_SENTENCES_AT_ONCE));
            List<List<Word>> words = new ArrayList<>();
            for (int i : batch) {
                words.add(splitter.words(text, sentences.get(i)));
            }
            List<List<Token>> tokens = parser.parse(words);
            for (int k = 0; k < batch.size(); k++) {
                out.set(batch.get(k), sentences.get(batch.get(k)).withTokens(tokens.get(k)));
            }
        }
        return out;
    }
}
