package org.demarche;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.demarche.coding.ActGate;
import org.demarche.coding.ActLexicon;
import org.demarche.coding.EventCoder;
import org.demarche.mention.actor.ActorFinder;
import org.demarche.mention.actor.ActorLexicon;
import org.demarche.mention.quantity.QuantityFinder;
import org.demarche.mention.quote.QuoteFinder;
import org.demarche.mention.subject.StandingStateFinder;
import org.demarche.mention.subject.SubjectFinder;
import org.demarche.mention.time.DatelineFinder;
import org.demarche.mention.time.TimeFinder;
import org.demarche.model.ActGuess;
import org.demarche.model.Change;
import org.demarche.model.Claim;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.model.Mention;
import org.demarche.model.Mentions;
import org.demarche.model.Notice;
import org.demarche.model.Sentence;
import org.demarche.model.Token;
import org.demarche.model.Word;
import org.demarche.text.LeadParser;
import org.demarche.text.SentenceKinds;
import org.demarche.text.SentenceParser;
import org.demarche.text.SentenceSplitter;

/** The stages that need one document only, in their order. Immutable; safe for use by several threads. */
final class DocumentCoder {
    private static final int MOST_SENTENCES_AT_ONCE = 64;

    private final SentenceParser parser;
    private final LeadParser leads;
    private final SentenceSplitter splitter = new SentenceSplitter();
    private final SentenceKinds kinds = new SentenceKinds();
    private final DatelineFinder datelines = new DatelineFinder();
    private final ActorFinder actors;
    private final TimeFinder times = new TimeFinder();
    private final QuantityFinder quantities = new QuantityFinder();
    private final SubjectFinder subjects = new SubjectFinder();
    private final StandingStateFinder states = new StandingStateFinder();
    private final QuoteFinder quotes = new QuoteFinder();
    private final EventCoder events;
    private final ParsePlan plan;

    DocumentCoder(SentenceParser parser, ActorLexicon lexicon, Parsing parsing) {
        this.parser = parser;
        this.leads = new LeadParser(parser);
        this.actors = new ActorFinder(lexicon);
        ActLexicon acts = ActLexicon.load();
        this.events = new EventCoder(acts);
        this.plan = new ParsePlan(ActGate.of(acts, SubjectFinder.words(), lexicon.commonWords()), parsing);
    }

    /** Codes a document. One in which no sentence may tell an act is dated and split, and no more, unless all of it is asked for. */
    Coded code(Document document) {
        List<Sentence> sentences = split(document.text());
        if (!isCovered(document)) {
            return new Coded(document, sentences, Mentions.NONE, List.of(), List.of());
        }
        Set<Integer> chosen = plan.choose(document.text(), sentences);
        if (chosen.isEmpty() && !plan.isWhole()) {
            Document dated = document.withPublished(datelines.find(document, sentences));
            return new Coded(dated, sentences, Mentions.NONE, List.of(), notices(dated));
        }
        return code(document, parse(document.text(), sentences, List.copyOf(chosen)), true);
    }

    /** The same with every sentence parsed, furniture included, and no act guessed: layers have none. */
    Coded annotate(Document document) {
        List<Sentence> sentences = split(document.text());
        return code(
                document,
                parse(
                        document.text(),
                        sentences,
                        IntStream.range(0, sentences.size()).boxed().toList()),
                false);
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
        return code(document, out, false);
    }

    /** The stages after the parser. */
    private Coded code(Document read, List<Sentence> sentences, boolean guessing) {
        Document document = read.withPublished(datelines.find(read, sentences));
        List<Mention.OfActor> found = actors.find(document, sentences);
        Mentions mentions = new Mentions(
                found,
                times.find(document, sentences),
                quantities.find(document, sentences),
                subjects.find(document, sentences, found),
                quotes.find(document, sentences, found));
        List<Change> standing = states.find(document, sentences, mentions);
        List<Claim> claims = events.code(
                document, sentences, mentions, standing, guessing ? guesses(document, sentences) : Map.of());
        return new Coded(document, sentences, mentions, claims, notices(document));
    }

    /** What acts the model takes words to tell, by sentence; in a report that is not of diplomacy it is not asked. */
    private Map<Integer, List<ActGuess>> guesses(Document document, List<Sentence> sentences) {
        Map<Integer, List<ActGuess>> out = new TreeMap<>();
        List<Sentence> telling = plan.isOfDiplomacy(document.text())
                ? sentences.stream()
                        .filter(s -> s.isParsed() && s.kind().carriesActs())
                        .toList()
                : List.of();
        List<List<ActGuess>> guesses =
                parser.guessActs(telling.stream().map(Sentence::tokens).toList());
        for (int i = 0; i < telling.size(); i++) {
            out.put(telling.get(i).index(), guesses.get(i));
        }
        return out;
    }

    /** What is odd about a dated document. */
    private static List<Notice> notices(Document document) {
        return document.published().basis() == Dateline.Basis.UNKNOWN ? List.of(undated(document)) : List.of();
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

    private List<Sentence> parse(String text, List<Sentence> sentences, List<Integer> chosen) {
        List<Sentence> out = new ArrayList<>(sentences);
        for (int from = 0; from < chosen.size(); from += MOST_SENTENCES_AT_ONCE) {
            List<Integer> batch = chosen.subList(from, Math.min(chosen.size(), from + MOST_SENTENCES_AT_ONCE));
            List<List<Word>> words = new ArrayList<>();
            for (int i : batch) {
                words.add(splitter.words(text, sentences.get(i)));
            }
            List<List<Token>> tokens = leads.parse(words);
            for (int k = 0; k < batch.size(); k++) {
                out.set(batch.get(k), sentences.get(batch.get(k)).withTokens(tokens.get(k)));
            }
        }
        return out;
    }
}
