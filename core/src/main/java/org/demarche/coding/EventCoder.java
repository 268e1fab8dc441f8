package org.demarche.coding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.demarche.model.Act;
import org.demarche.model.ActGuess;
import org.demarche.model.Change;
import org.demarche.model.Claim;
import org.demarche.model.Days;
import org.demarche.model.Document;
import org.demarche.model.Factuality;
import org.demarche.model.Ids;
import org.demarche.model.Mentions;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.jspecify.annotations.Nullable;

/**
 * Codes acts: finds in each sentence which acts of the lexicon it tells of, and who did them to whom, when, how sure and on whose
 * word. Needs parsed sentences; those without a tree carry no claim. Immutable and safe for several threads.
 */
public final class EventCoder {
    private static final Act STATE = new Act(Act.STATE, null, null, List.of(), null, null, null);

    /** Sentences at the head of a report within which the day is named that its first words leave unsaid. */
    private static final int LEAD = 4;

    private final ActLexicon lexicon;

    public EventCoder(ActLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** A coder with the lexicon that is shipped. */
    public static EventCoder standard() {
        return new EventCoder(ActLexicon.load());
    }

    /** The claims of a document in text order. */
    public List<Claim> code(Document document, List<Sentence> sentences, Mentions mentions) {
        return code(document, sentences, mentions, List.of(), Map.of());
    }

    /**
     * The claims of a document in text order.
     *
     * @param standing states that sentences tell of without an act ("the post remained vacant"); each becomes a claim of act
     *     {@code state}
     * @param guesses what acts a model takes words to tell, by the index of their sentence
     */
    public List<Claim> code(
            Document document,
            List<Sentence> sentences,
            Mentions mentions,
            List<Change> standing,
            Map<Integer, List<ActGuess>> guesses) {
        List<Claim> out = new ArrayList<>();
        Discourse discourse = new Discourse(document, mentions);
        MentionsBySentence bySentence = new MentionsBySentence(sentences, mentions);
        List<Sentence> telling = sentences.stream()
                .filter(s -> s.kind().carriesActs() && s.isParsed() && !isQuestion(s))
                .toList();
        for (Sentence sentence : telling.subList(0, Math.min(LEAD, telling.size()))) {
            SentenceCoder coder = new SentenceCoder(lexicon, document, sentence, bySentence.of(sentence), discourse);
            Scene scene = coder.opening(List.of());
            if (scene != null) {
                discourse.ahead(scene.isDay() ? scene : null, telling.get(0).index() + 1);
            }
            if (scene != null || coder.namesDay()) {
                break;
            }
        }
        List<Sentence> taken = new ArrayList<>();
        Sentence before = null;
        for (Sentence sentence : telling) {
            if (before != null && isApart(document, before, sentence)) {
                discourse.paragraph(sentence.index());
            }
            before = sentence;
            SentenceCoder coder = new SentenceCoder(lexicon, document, sentence, bySentence.of(sentence), discourse);
            out.addAll(coder.code(guesses.getOrDefault(sentence.index(), List.of())));
            coder.comingIntoForce(out);
            if (coder.isCorrection()) {
                taken.add(sentence);
            }
        }
        Corrigenda corrigenda = new Corrigenda(document, mentions.quantities(), mentions.times());
        for (Sentence sentence : taken) {
            corrigenda.apply(sentence, next(document, sentences, sentence), out);
        }
        List<Claim> acts = List.copyOf(out);
        for (Change state : standing) {
            Claim claim = claim(document, sentences, dated(claim(document, sentences, state), state, acts));
            if (acts.stream().noneMatch(a -> tells(a, claim, state))) {
                out.add(claim);
            }
        }
        out.sort(Comparator.comparing(Claim::trigger).thenComparing(Claim::id));
        return out;
    }

    /** A change that its words do not date has the date of the act that they tell. */
    private static Change dated(Claim claim, Change state, List<Claim> acts) {
        boolean undated = state.nature() == Change.Nature.BEGINS && state.from().citation() == null;
        return acts.stream()
                .filter(a -> undated
                        && a.sentence().equals(claim.sentence())
                        && a.factuality() == Factuality.ASSERTED
                        && a.date().isKnown()
                        && a.trigger().overlaps(state.citation()))
                .findFirst()
                .map(a -> state.withDates(a.date(), state.until()))
                .orElse(state);
    }

    /** Whether an act of the same sentence, or of the report where no words date the change, changes the same: then its days are those of the act. */
    private static boolean tells(Claim act, Claim claim, Change state) {
        boolean here = act.sentence().equals(claim.sentence());
        return state.nature() == Change.Nature.BEGINS
                && (here || state.from().citation() == null)
                && act.changes().stream()
                        .anyMatch(c -> c.attribute() == state.attribute()
                                && c.subject().id().equals(state.subject().id()));
    }

    /** The sentence behind one in its paragraph; null where it is the last. */
    private static @Nullable Sentence next(Document document, List<Sentence> sentences, Sentence sentence) {
        int at = sentence.index() + 1;
        return at < sentences.size() && !isApart(document, sentence, sentences.get(at)) ? sentences.get(at) : null;
    }

    /** Whether a new paragraph begins between two sentences. */
    private static boolean isApart(Document document, Sentence before, Sentence sentence) {
        int from = before.span().end();
        int to = sentence.span().start();
        return from < to && new Span(from, to).in(document.text()).indexOf('\n') >= 0;
    }

    private static boolean isQuestion(Sentence sentence) {
        String last = sentence.token(sentence.tokens().size() - 1).form();
        return last.equals("?") || last.endsWith("?");
    }

    private static boolean isToCome(Document document, Change state) {
        return state.nature() == Change.Nature.BEGINS
                && Days.of(document.published()).isBefore(Days.of(state.from()));
    }

    private static Claim claim(Document document, List<Sentence> sentences, Change state) {
        int index = 0;
        for (Sentence sentence : sentences) {
            if (document.cite(sentence.span()).overlaps(state.citation())) {
                index = sentence.index();
                break;
            }
        }
        return new Claim(
                Ids.of(
                        "clm",
                        document.id(),
                        state.citation().start() + "-" + state.citation().end(),
                        STATE.code(),
                        state.subject().id(),
                        state.attribute().name()),
                document.id(),
                index,
                document.cite(sentences.get(index).span()),
                state.citation(),
                STATE,
                List.of(),
                List.of(),
                state.from(),
                null,
                null,
                List.of(),
                isToCome(document, state) ? Factuality.PLANNED : Factuality.ASSERTED,
                List.of(),
                List.of(state.subject()),
                List.of(state),
                List.of(),
                "state/1",
                null);
    }
}
