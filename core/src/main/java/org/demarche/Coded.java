package org.demarche;

import java.util.List;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Mentions;
import org.demarche.model.Notice;
import org.demarche.model.Sentence;

/**
 * All that one document gives by itself: the result of the map.
 *
 * @param document as read, dated from its own words where the reader had no date
 * @param sentences in text order
 * @param claims in text order of their triggers
 * @param notices what could not be read, dated or resolved
 */
public record Coded(
        Document document, List<Sentence> sentences, Mentions mentions, List<Claim> claims, List<Notice> notices) {
    public Coded {
        sentences = List.copyOf(sentences);
        claims = List.copyOf(claims);
        notices = List.copyOf(notices);
    }

    /** The same without words and trees: what a store keeps. */
    public Coded withoutTokens() {
        return new Coded(
                document, sentences.stream().map(s -> s.withTokens(List.of())).toList(), mentions, claims, notices);
    }

    /** The same with other claims. */
    public Coded withClaims(List<Claim> others) {
        return new Coded(document, sentences, mentions, others, notices);
    }

    /** The same with other mentions. */
    public Coded withMentions(Mentions others) {
        return new Coded(document, sentences, others, claims, notices);
    }
}
