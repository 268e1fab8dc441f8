package org.demarche.mention.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.model.Citation;
import org.demarche.model.Document;
import org.demarche.model.Mention;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.demarche.model.When;

/**
 * Finds time expressions and counts what days they mean, from the report's date and from the dates before them in the text.
 *
 * <p>Spans, types and values follow TIMEX3 (TimeML 1.2.1). What {@link Mention.OfTime#when()} adds are the days: with the preposition before the phrase
 * taken in ("by 2 April" has no first day, "since Monday" ends with the report), both ends of "12 to 14 March" meaning the whole, and "within a week"
 * counted from the act before it. A date whose year the document does not give keeps none. Works on words alone; no sentence need be parsed. Stateless.
 */
public final class TimeFinder {
    /** Most pieces that a heading has. */
    private static final int HEADING = 9;

    /** Most pieces of a phrase before one that means a time. */
    private static final int LOOK_AHEAD = 8;

    /** Time expressions in text order; they do not overlap. */
    public List<Mention.OfTime> find(Document document, List<Sentence> sentences) {
        Optional<Moment> report = Bounding.moment(document.published());
        List<Pieces> pieces = sentences.stream()
                .map(s -> Pieces.of(document.text(), s.span()))
                .toList();
        boolean narrative = Narrative.isHistory(pieces, sentences, report);
        return read(document, sentences, pieces, new Anchors(report.orElse(null), narrative));
    }

    private static List<Mention.OfTime> read(
            Document document, List<Sentence> sentences, List<Pieces> pieces, Anchors anchors) {
        List<Mention.OfTime> out = new ArrayList<>();
        int paragraph = 0;
        for (int s = 0; s < sentences.size(); s++) {
            Sentence sentence = sentences.get(s);
            Sentence before = sentences.get(Math.max(0, s - 1));
            if (breaks(document.text(), before.span(), sentence.span()) || sentence.kind() != before.kind()) {
                paragraph++;
            }
            boolean tells = sentence.kind() != Sentence.Kind.FURNITURE && sentence.kind() != Sentence.Kind.CAPTION;
            Anchors mine = tells ? anchors : new Anchors(anchors.report().orElse(null), anchors.narrative());
            boolean heading = isHeading(sentences, s, document.text(), pieces.get(s));
            out.addAll(read(document, sentence, new Line(pieces.get(s), s, paragraph, heading), mine));
        }
        return List.copyOf(out);
    }

    private static List<Mention.OfTime> read(Document document, Sentence sentence, Line line, Anchors anchors) {
        List<Mention.OfTime> out = new ArrayList<>();
        int i = 0;
        int strong = -1;
        while (i < line.pieces().size()) {
            if (strong < i) {
                strong = i;
                while (strong < line.pieces().size()
                        && !TimeWords.isStrong(line.pieces().at(strong))) {
                    strong++;
                }
            }
            if (strong > i + LOOK_AHEAD) {
                i = strong - LOOK_AHEAD;
                continue;
            }
            Optional<RuleBook.Reading> reading = RuleBook.at(line, i, anchors);
            if (reading.isEmpty()) {
                i++;
                continue;
            }
            for (Finding finding : reading.get().findings()) {
                Span span = line.pieces().span(finding.from(), finding.to());
                When when = Bounding.when(document, span, finding, line.pieces(), anchors);
                out.add(new Mention.OfTime(span, sentence.index(), finding.value(), finding.type(), when));
                Moment moment = finding.moment();
                Citation header = document.published().citation();
                boolean ofHeader = header != null && header.overlaps(document.cite(span));
                if (moment != null && !ofHeader) {
                    Anchors.Part part = Bounding.part(finding, line, anchors);
                    boolean limit = Bounding.isLimit(finding, line.pieces());
                    anchors.meet(new Anchors.Met(moment, finding.basis(), line.index(), line.paragraph(), part, limit));
                }
            }
            i = Math.max(i + 1, reading.get().to());
        }
        return out;
    }

    /** A short line of its own without a full stop. */
    private static boolean isHeading(List<Sentence> sentences, int s, String text, Pieces pieces) {
        Sentence.Kind kind = sentences.get(s).kind();
        if (kind == Sentence.Kind.HEADING) {
            return true;
        }
        Span span = sentences.get(s).span();
        boolean alone = (s == 0 || breaks(text, sentences.get(s - 1).span(), span))
                && (s == sentences.size() - 1
                        || breaks(text, span, sentences.get(s + 1).span()));
        return kind == Sentence.Kind.BODY
                && s > 0
                && alone
                && pieces.size() <= HEADING
                && !pieces.at(pieces.size() - 1).is(".");
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
