package org.demarche.store;

import java.util.List;
import java.util.stream.Stream;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Ids;
import tools.jackson.core.JacksonException;

/**
 * A claim that a person read in a report where the rules found none. The log has all of it, so that it is there again after every re-run.
 *
 * @param claim its rule is {@code decision} and the id of the entry
 */
public record Addition(Claim claim) {
    private static final String RULE = "decision";

    /**
     * The id of a claim that a person reads: the same for the same words, act and sides, whoever reads it.
     *
     * @param parties ids of the actors, a bar, ids of the recipients
     */
    public static String id(Citation trigger, String act, String parties) {
        return Ids.of("clm", trigger.document(), trigger.start() + "-" + trigger.end(), act, RULE, parties);
    }

    /** What the log keeps of it. */
    public static String value(Claim claim) {
        return Packed.json(claim);
    }

    /**
     * The claim of an entry of kind {@code add}.
     *
     * @throws IllegalStateException if the entry holds none
     */
    static Addition of(Entry entry) {
        try {
            Claim c = Packed.read(String.valueOf(entry.value()), Claim.class);
            return new Addition(new Claim(
                    c.id(),
                    c.document(),
                    c.sentenceIndex(),
                    c.sentence(),
                    c.trigger(),
                    c.act(),
                    c.actors(),
                    c.recipients(),
                    c.date(),
                    c.effective(),
                    c.place(),
                    c.quantities(),
                    c.factuality(),
                    c.attribution(),
                    c.subjects(),
                    c.changes(),
                    c.cues(),
                    RULE + " " + entry.id(),
                    null));
        } catch (JacksonException | IllegalArgumentException noClaim) {
            throw new IllegalStateException("the ledger holds an addition that is no claim: " + entry.id(), noClaim);
        }
    }

    /** Whether the document has the words that it cites, and no claim among those that are told yet says the same. */
    boolean isNewTo(Document document, List<Claim> told) {
        boolean holds = Stream.of(claim.trigger(), claim.sentence()).allMatch(c -> isIn(document, c));
        return holds
                && told.stream()
                        .noneMatch(t -> t.id().equals(claim.id())
                                || t.act().code().equals(claim.act().code())
                                        && t.trigger().overlaps(claim.trigger()));
    }

    private static boolean isIn(Document document, Citation citation) {
        int length = document.codePoint(document.text().length());
        return citation.document().equals(document.id())
                && citation.end() <= length
                && document.span(citation).in(document.text()).equals(citation.quote());
    }
}
