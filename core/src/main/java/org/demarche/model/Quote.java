package org.demarche.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words that a report gives to somebody: direct or indirect speech, a belief, an announcement.
 *
 * @param sentence index of the sentence the content begins in
 * @param source words that name the holder, or null where the report names none
 * @param cue words that say so ("said", "according to"), or null
 * @param content what is said
 * @param direct whether it stands between quotation marks
 * @param chain who holds it, innermost first; empty where no owner is given, and none is made up
 * @param addressee who is told, or null
 * @param kind what the holder does with the words
 * @param named whether the innermost holder is somebody whom the report names, not "some", "critics" or a pronoun that stands for nobody
 */
public record Quote(
        int sentence,
        @Nullable Span source,
        @Nullable Span cue,
        Span content,
        boolean direct,
        List<Holder> chain,
        @Nullable Actor addressee,
        Kind kind,
        boolean named) {

    /** What a holder does with words. */
    public enum Kind {
        /** Says something to somebody. */
        STATEMENT,
        /** Asks. */
        QUESTION,
        /** Wants something done, and says so: a demand, an order, an appeal. */
        ORDER,
        /** Says what it will do or would do: a pledge, an offer, a threat. */
        OFFER,
        /** Judges somebody or something: blames, praises, denies, gives it a name. */
        EVALUATION,
        /** Holds something to be so, hopes or fears it. */
        BELIEF,
        /** Wants or decides; words may not have been said. */
        INTENT,
        /** Likes, fears, distrusts somebody or something. */
        ATTITUDE,
        /** Takes a side. */
        SUPPORT,
        /** Takes something up, without what is said of it. */
        TOPIC,
        /** A document, a poll or an inquiry has it. */
        FINDING;

        /** Whether words were said or a view is held; the others are acts, moods and things. */
        public boolean isSpoken() {
            return compareTo(BELIEF) <= 0;
        }
    }

    /**
     * One holder of a chain.
     *
     * @param holder name of the actor, or the words of the source where it resolves to none
     * @param actor the resolved holder, or null
     * @param verb lemma of the cue
     */
    public record Holder(
            String holder,
            @Nullable Actor actor,
            String verb,
            @Nullable Span at) {}

    public Quote {
        chain = List.copyOf(chain);
    }

    /** {@code quo:} and twelve hex digits of where its words stand in a document, in code points. */
    public static String id(String document, int start, int end) {
        return Ids.of("quo", document, String.valueOf(start), String.valueOf(end));
    }

    /** The id of this quotation of a document. */
    public String id(Document document) {
        return id(document.id(), document.codePoint(content.start()), document.codePoint(content.end()));
    }

    /** Whether it is a quotation that the report gives to nobody. */
    public boolean isUnowned() {
        return direct && chain.isEmpty() && cue == null;
    }

    public Quote withChain(List<Holder> other) {
        return new Quote(sentence, source, cue, content, direct, other, addressee, kind, named);
    }

    /** The same by others, whom these words name; by nobody where there are none. */
    public Quote withHolders(List<Holder> others, @Nullable Span words) {
        return new Quote(sentence, words, cue, content, direct, others, addressee, kind, !others.isEmpty());
    }

    public Quote withContent(Span other) {
        return new Quote(sentence, source, cue, other, direct, chain, addressee, kind, named);
    }

    /** Whether it belongs into a table of statements: something said, demanded, offered, judged or believed by somebody who is named. */
    public boolean isStatement() {
        return kind.isSpoken() && named && !chain.isEmpty();
    }
}
