package org.demarche.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Mention;
import org.demarche.model.Mentions;
import org.demarche.model.Quote;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with all that is known of it when its acts are coded.
 *
 * @param mentions those of the sentence
 * @param discourse what the text has told so far
 */
record Reading(
        ActLexicon lexicon,
        Document document,
        Sentence sentence,
        Mentions mentions,
        Discourse discourse,
        Tree tree,
        Grammar grammar,
        Parties parties,
        Realis realis,
        ClaimDates dates) {

    static Reading of(
            ActLexicon lexicon, Document document, Sentence sentence, Mentions mentions, Discourse discourse) {
        Tree tree = new Tree(sentence, lexicon.lemmas());
        return new Reading(
                lexicon,
                document,
                sentence,
                mentions,
                discourse,
                tree,
                new Grammar(tree, lexicon.light()),
                new Parties(document, tree, mentions.actors(), mentions.subjects(), discourse.actors()),
                new Realis(tree),
                new ClaimDates(document, tree, mentions.times()));
    }

    /** Where an act was done, if its clause says so. */
    Claim.@Nullable Place place(int head) {
        for (Mention.OfActor mention : parties.placesIn(tree.clause(head))) {
            int at = tree.headOf(mention.span());
            if (tree.clause(at) == tree.clause(head) && Set.of("in", "at").contains(tree.preposition(at))) {
                return new Claim.Place(
                        mention.actor().name(), mention.actor().country(), document.cite(mention.span()));
            }
        }
        return null;
    }

    /** Who says that an act was done: the chain of the innermost words that tell of it. */
    List<Claim.Attribution> attribution(int head) {
        Span word = tree.token(head).span();
        Quote best = null;
        for (Quote quote : mentions.quotes()) {
            boolean covers = quote.kind().isSpoken()
                    && quote.content().contains(word)
                    && !quote.chain().isEmpty();
            Span cue = quote.cue();
            if (covers
                    && (cue == null || !cue.overlaps(word))
                    && (best == null
                            || quote.content().length() < best.content().length())) {
                best = quote;
            }
        }
        List<Claim.Attribution> out = new ArrayList<>();
        if (best != null) {
            for (Quote.Holder holder : best.chain()) {
                Span at = holder.at();
                out.add(new Claim.Attribution(
                        holder.holder(), holder.actor(), holder.verb(), at == null ? null : document.cite(at)));
            }
        }
        return out;
    }
}
