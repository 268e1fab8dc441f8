package org.demarche.mention.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.model.Document;
import org.demarche.model.Mention;
import org.demarche.model.Sentence;
import org.demarche.model.Span;

/**
 * Finds time expressions and counts what days they mean, from the report's date and from the dates before them in the text.
 *
 * <p>Spans, types and values follow TIMEX3 (TimeML 1.2.1). What {@link Mention.OfTime#when()} adds are the days: with the preposition before the phrase
 * taken in ("by 2 April" has no first day, "since Monday" ends with the report), both ends of "12 to 14 March" meaning the whole, and "within a week"
 * counted from the act before it. A date whose year the document does not give keeps none. Works on words alone; no sentence need be parsed. Stateless.
 */
public final class TimeFinder {

    /** Time expressions in text order; they do not overlap. */
    public List<Mention.OfTime> find(Document document, List<Sentence> sentences) {
        Optional<Moment> report = Bounding.moment(document.published());
        List<Pieces> pieces = sentences.stream()
                .map(s -> Pieces.of(document.text(), s.span()))
                .toList();
        boolean narrative = Narrative.isHistory(pieces, sentences, report);
        return read(document, sentences, pieces, new Anchors(report.orElse(null), narrative));
    }

    static List<Mention.OfTime> read(
            Document document, List<Sentence> sentences, List<Pieces> pieces, Anchors anchors) {
        List<Mention.OfTime> out = new ArrayList<>();
        int paragraph = 0;
        for (int s = 0; s < sentences.size(); s++) {
            Sentence sentence = sentences.get(s);
            if (s > 0
                    && (breaks(document.text(), sentences.get(s - 1).span(), sentence.span())
                            || sentence.kind() != sentences.get(s - 1).kind())) {
                paragraph++;
            }
            boolean tells = sentence.kind() != Sentence.Kind.FURNITURE && sentence.kind() != Sentence.Kind.CAPTION;
            Anchors mine = tells ? anchors : new Anchors(anchors.report().orElse(null), anchors.narrative());
            read(document, sentence, pieces.get(s), s, paragraph, mine, out);
        }
        return List.copyOf(out);
    }

    private static void read(
            Document document,
            Sentence sentence,
            Pieces pieces,
            int index,
            int paragraph,
            Anchors anchors,
            List<Mention.OfTime> out) {
        int i = 0;
        while (i < pieces.size()) {
            Optional<RuleBook.Reading> reading = RuleBook.at(pieces, i, index, paragraph, anchors);
            if (reading.isEmpty()) {
                i++;
                continue;
            }
            for (Finding finding : reading.get().findings()) {
                Span span = pieces.span(finding.from(), finding.to());
                out.add(new Mention.OfTime(
                        span,
                        sentence.index(),
                        finding.value(),
                        finding.type(),
                        Bounding.when(document, span, finding, pieces, anchors)));
                Moment moment = finding.moment();
                if (moment != null) {
                    anchors.meet(new Anchors.Met(
                            moment, finding.basis(), index, paragraph, Bounding.setsScene(pieces, finding)));
                }
            }
            i = Math.max(i + 1, reading.get().to());
        }
    }

    private static boolean breaks(String text, Span before, Span after) {
        for (int i = before.end(); i < after.start(); i++) {
            if (text.charAt(i) == '\n') {
                return true;
            }
        }
        return false;
    }
}
