package org.demarche;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.demarche.ledger.Ledger;
import org.demarche.ledger.PreferredStates;
import org.demarche.mention.actor.ActorLexicon;
import org.demarche.merge.AnswerDates;
import org.demarche.merge.DisagreementFinder;
import org.demarche.merge.EventMerger;
import org.demarche.merge.GroupingTasks;
import org.demarche.merge.MergeMemory;
import org.demarche.merge.Merged;
import org.demarche.merge.Preferences;
import org.demarche.model.Answer;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Ruling;
import org.demarche.model.Sentence;
import org.demarche.model.State;
import org.demarche.reciprocity.AnswerFinder;
import org.demarche.relate.RelationModel;
import org.demarche.text.SentenceParser;
import org.jspecify.annotations.Nullable;

/**
 * The line from documents to a dossier.
 *
 * <p>{@link #code} needs one document only, so it runs as a plain map; {@link #merge} groups what the documents say. Neither depends on
 * the order of its input. Lexicons are read when the first document is coded. Safe for use by several threads.
 */
public final class Pipeline {
    static final Comparator<Document> BY_FILE =
            Comparator.comparing(Document::file).thenComparing(Document::id);

    /** Claims of one document in the order of its text. */
    static final Comparator<Claim> IN_TEXT =
            Comparator.comparing(Claim::trigger).thenComparing(Claim::id);

    private final SentenceParser parser;
    private final List<Path> actors;
    private final Parsing parsing;
    private @Nullable DocumentCoder coder;
    private @Nullable RelationModel relations;
    private volatile @Nullable Folded folded;

    private record Folded(Dossier dossier, Ledger ledger) {}

    public Pipeline(SentenceParser parser) {
        this(parser, List.of());
    }

    /**
     * A pipeline that knows more actors than the lexicon.
     *
     * @param actors files in the form of the lexicon's own
     */
    public Pipeline(SentenceParser parser, List<Path> actors) {
        this(parser, actors, Parsing.AUTO);
    }

    /**
     * A pipeline that parses more or less of each report.
     *
     * @param actors files in the form of the lexicon's own
     */
    public Pipeline(SentenceParser parser, List<Path> actors, Parsing parsing) {
        this.parser = parser;
        this.actors = List.copyOf(actors);
        this.parsing = parsing;
    }

    private synchronized DocumentCoder coder() {
        if (coder == null) {
            coder = new DocumentCoder(
                    parser,
                    actors.isEmpty() ? ActorLexicon.bundled() : ActorLexicon.load(actors.toArray(new Path[0])),
                    parsing);
        }
        return coder;
    }

    /** What one document says by itself. */
    public Coded code(Document document) {
        return coder().code(document);
    }

    /** What one document says, with every sentence parsed, furniture included. */
    public Coded annotate(Document document) {
        return coder().annotate(document);
    }

    /** The same with sentences and words that are given; their trees are made anew. */
    public Coded annotate(Document document, List<Sentence> sentences) {
        return coder().annotate(document, sentences);
    }

    /**
     * What each of many documents says, on several threads, in the order of the documents.
     *
     * <p>Lazy: only a few documents are held at a time. Close the stream, or read it to its end, so that its threads end.
     *
     * @param threads at least 1
     */
    public Stream<Coded> code(Stream<Document> documents, int threads) {
        return map(documents, this::code, threads);
    }

    /** Work on each document on several threads; results come in the order of the documents. See {@link #code(Stream, int)}. */
    public <T> Stream<T> map(Stream<Document> documents, Function<Document, T> work, int threads) {
        return new InOrder<>(documents, work, threads).stream();
    }

    /** What a text says of two parties that it names; empty where there is nothing to read. */
    public Optional<Relation> relate(Document document, String source, String target) {
        return Relation.of(annotate(document), source, target, relations());
    }

    private synchronized RelationModel relations() {
        if (relations == null) {
            relations = RelationModel.load();
        }
        return relations;
    }

    /** What documents say together; a document that is given twice counts once. */
    public Dossier merge(List<Coded> coded) {
        return merge(coded, List.of());
    }

    /** The same where people have ruled about which claims are one occurrence. */
    public Dossier merge(List<Coded> coded, List<Ruling> rulings) {
        return merge(coded, rulings, new EventMerger(Reread::of));
    }

    /**
     * The same where others group the blocks of claims that have nothing to do with each other; what comes out is the same.
     *
     * @param tasks null to group them here
     */
    public Dossier merge(List<Coded> coded, List<Ruling> rulings, @Nullable GroupingTasks tasks) {
        return merge(coded, rulings, new EventMerger(Reread::of, tasks));
    }

    /**
     * The same for who merges again and again: what has not changed since the last merge that is remembered is not worked out anew; what
     * comes out is the same.
     */
    public Dossier merge(List<Coded> coded, List<Ruling> rulings, MergeMemory memory) {
        return merge(coded, rulings, new EventMerger(Reread::of, null, memory));
    }

    private static Dossier merge(List<Coded> coded, List<Ruling> rulings, EventMerger merger) {
        Map<String, Coded> byId = new TreeMap<>();
        coded.forEach(c -> byId.putIfAbsent(c.document().id(), c));
        List<Coded> sorted = byId.values().stream()
                .sorted(Comparator.comparing(Coded::document, BY_FILE))
                .toList();
        Answered answered = group(
                sorted.stream().map(Coded::document).toList(),
                sorted.stream().flatMap(c -> c.claims().stream()).toList(),
                rulings,
                merger);
        Merged merged = answered.merged();
        Map<String, Integer> place = new HashMap<>();
        sorted.forEach(c -> place.put(c.document().id(), place.size()));
        return new Dossier(
                sorted,
                merged.documents().stream().sorted(BY_FILE).toList(),
                merged.claims().stream()
                        .sorted(Comparator.comparing((Claim c) -> place.getOrDefault(c.document(), 0))
                                .thenComparing(IN_TEXT))
                        .toList(),
                merged.events(),
                new DisagreementFinder().find(merged),
                answered.answers(),
                rulings);
    }

    /** Events, and which of them answer which. */
    private record Answered(Merged merged, List<Answer> answers) {}

    /** Events as people prefer to read them, with the dates that reports give each other, and those that answers set bounds to. */
    private static Answered group(
            List<Document> documents, List<Claim> claims, List<Ruling> rulings, EventMerger merger) {
        Merged merged = merger.merge(documents, claims, rulings);
        Merged preferred = Preferences.follow(merged, rulings);
        List<Answer> answers = new AnswerFinder().find(preferred.claims(), preferred.events());
        Merged bound = AnswerDates.bound(preferred, answers);
        return new Answered(
                bound,
                bound.events().equals(preferred.events())
                        ? answers
                        : new AnswerFinder().find(bound.claims(), bound.events()));
    }

    /**
     * The state of every subject on a day.
     *
     * @param validOn the day that is asked for
     * @param knownOn count only what was published up to this day, or null for everything
     */
    public List<State> states(Dossier dossier, LocalDate validOn, @Nullable LocalDate knownOn) {
        return PreferredStates.follow(ledger(dossier).asOf(validOn, knownOn), dossier.claims(), dossier.rulings());
    }

    /** The ledger of a dossier; that of the last one is kept, since who asks for one day asks for another. */
    private Ledger ledger(Dossier dossier) {
        Folded last = folded;
        if (last == null || last.dossier() != dossier) {
            last = new Folded(dossier, fold(dossier));
            folded = last;
        }
        return last.ledger();
    }

    private static Ledger fold(Dossier dossier) {
        List<Document> documents = dossier.coded().stream().map(Coded::document).toList();
        List<Claim> claims =
                dossier.coded().stream().flatMap(c -> c.claims().stream()).toList();
        Ledger.Grouped whole = new Ledger.Grouped(dossier.documents(), dossier.claims(), dossier.events());
        Ledger.Grouping grouping =
                (some, their) -> some.size() == documents.size() ? whole : grouped(some, their, dossier.rulings());
        return Ledger.of(documents, claims, grouping);
    }

    private static Ledger.Grouped grouped(List<Document> documents, List<Claim> claims, List<Ruling> rulings) {
        Merged merged =
                group(documents, claims, rulings, new EventMerger(Reread::of)).merged();
        return new Ledger.Grouped(merged.documents(), merged.claims(), merged.events());
    }
}
