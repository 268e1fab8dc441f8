package org.demarche.mention.quote;

import java.util.ArrayList;
import java.util.List;
import org.demarche.model.Span;
import org.jspecify.annotations.Nullable;

/**
 * Joins quotations with the attributions beside them: what stands between marks is content as a whole, a quotation next to "he said" is his, and a
 * quotation of whole sentences that follows it without a break goes on with it. A quoted word inside a sentence that no cue governs stays nobody's.
 */
final class DirectSpeech {
    private static final int WIDEST_GAP = 160;

    private final String text;
    private final List<Marks.Quoted> quotations;

    DirectSpeech(String text, List<Marks.Quoted> quotations) {
        this.text = text;
        this.quotations = quotations.stream().filter(q -> q.depth() == 0).toList();
    }

    /** The attributions with their contents put right, in the same order; continuations come right behind what they continue. */
    List<Attribution> join(List<Attribution> attributions, List<Span> sentences) {
        List<Attribution> out = new ArrayList<>();
        boolean[] taken = new boolean[quotations.size()];
        for (Attribution attribution : attributions) {
            Span place = attribution.place();
            if (place == null || isInside(place)) {
                out.add(attribution);
                continue;
            }
            List<Span> contents = widened(besideSpeech(attribution, place), place, taken);
            if (attribution.quotes()) {
                contents = withNeighbours(place, contents, sentences.get(attribution.sentence()), taken);
            }
            out.add(attribution.withContents(contents));
        }
        return continued(out, taken);
    }

    /** Whether a place stands inside a quotation: then its attribution is the speaker's, not the report's. */
    boolean isInside(Span place) {
        int i = lastStartingAtOrBefore(place.start());
        return i >= 0 && quotations.get(i).inner().contains(place);
    }

    /** Whether a content is, up to signs, all quotation. */
    boolean isDirect(Span content) {
        int i = lastStartingAtOrBefore(content.start());
        Marks.Quoted q = i < 0 ? null : quotations.get(i);
        return q != null && q.outer().contains(content);
    }

    /**
     * Where a quotation ends right before "he said", it is what he said: not the whole sentence around the two, into which a parser draws it, nor what the report goes on to
     * tell after them, unless that is quoted as well.
     */
    private Attribution besideSpeech(Attribution attribution, Span place) {
        int before = lastStartingAtOrBefore(place.start());
        boolean speech = attribution.quotes()
                && before >= 0
                && isSpeech(before)
                && isLink(quotations.get(before).outer().end(), place.start());
        Span quoted = speech ? quotations.get(before).outer() : place;
        if (!speech || attribution.contents().stream().noneMatch(c -> c.overlaps(quoted))) {
            return attribution;
        }
        List<Span> contents = new ArrayList<>();
        contents.add(quoted);
        for (Span content : attribution.contents()) {
            if (content.start() >= place.end() && isDirect(content)) {
                contents.add(content);
            }
        }
        return attribution.withContents(contents);
    }

    private List<Span> widened(Attribution attribution, Span place, boolean[] taken) {
        List<Span> out = new ArrayList<>();
        for (Span whole : attribution.contents()) {
            Span content = besides(whole, place);
            if (content == null) {
                continue;
            }
            Span wide = content;
            for (int i = Math.max(0, lastStartingAtOrBefore(content.start())); i < quotations.size(); i++) {
                Span outer = quotations.get(i).outer();
                if (outer.start() >= wide.end()) {
                    break;
                }
                if (!outer.overlaps(wide) || outer.overlaps(place)) {
                    continue;
                }
                if (outer.start() >= content.start()
                        || quotations.get(i).inner().start() <= content.start()) {
                    boolean ahead =
                            outer.start() < content.start() && outer.end() < content.end() && !attribution.report();
                    wide = ahead ? wide : wide.cover(outer);
                    taken[i] = true;
                }
            }
            if (out.isEmpty() || !out.get(out.size() - 1).overlaps(wide)) {
                out.add(wide);
            }
        }
        return out;
    }

    /** A content without holder and cue, which a parser may have left in it: the longer of the two sides. Null where nothing is left. */
    private @Nullable Span besides(Span content, Span place) {
        if (!content.overlaps(place)
                || content.contains(place) && content.start() < place.start() && place.end() < content.end()) {
            return content;
        }
        int before = place.start() - content.start();
        int after = content.end() - place.end();
        int start = before >= after ? content.start() : place.end();
        int end = before >= after ? place.start() : content.end();
        while (start < end && (Character.isWhitespace(text.charAt(start)) || ",;:".indexOf(text.charAt(start)) >= 0)) {
            start++;
        }
        while (end > start
                && (Character.isWhitespace(text.charAt(end - 1)) || ",;:.".indexOf(text.charAt(end - 1)) >= 0)) {
            end--;
        }
        return start < end ? new Span(start, end) : null;
    }

    private List<Span> withNeighbours(Span place, List<Span> contents, Span sentence, boolean[] taken) {
        List<Span> out = new ArrayList<>(contents);
        int before = lastStartingAtOrBefore(place.start());
        if (before >= 0
                && !taken[before]
                && isSpeech(before)
                && isLink(quotations.get(before).outer().end(), place.start())
                && out.stream().noneMatch(c -> c.start() < place.start())) {
            Span outer = quotations.get(before).outer();
            if (out.isEmpty() || out.stream().allMatch(this::isDirect)) {
                out.add(0, outer);
                taken[before] = true;
            }
        }
        int after = before + 1;
        if (after < quotations.size() && !taken[after]) {
            Span outer = quotations.get(after).outer();
            boolean opens = out.isEmpty() && opensSpeech(place.end(), outer.start(), sentence) && isSpeech(after);
            if (opens) {
                out.add(outer);
                taken[after] = true;
            }
        }
        return out;
    }

    /** A quotation of whole sentences right behind one that has a holder, or behind "he said." */
    private List<Attribution> continued(List<Attribution> attributions, boolean[] taken) {
        List<Attribution> out = new ArrayList<>();
        for (Attribution attribution : attributions) {
            out.add(attribution);
            Span place = attribution.place();
            boolean direct = !attribution.contents().isEmpty()
                    && attribution.contents().stream().anyMatch(this::isDirect);
            if (place == null
                    || attribution.contents().isEmpty()
                    || !attribution.quotes()
                    || !(direct || attribution.report())) {
                continue;
            }
            Span last = attribution.contents().get(attribution.contents().size() - 1);
            int end = Math.max(place.end(), last.end());
            int next = lastStartingAtOrBefore(end - 1) + 1;
            while (next < quotations.size() && !taken[next] && follows(end, next)) {
                Span outer = quotations.get(next).outer();
                taken[next] = true;
                out.add(attribution.withContents(List.of(outer)));
                end = outer.end();
                next++;
            }
        }
        return out;
    }

    private boolean follows(int end, int next) {
        Span outer = quotations.get(next).outer();
        if (outer.start() < end || outer.start() - end > WIDEST_GAP || !isSpeech(next)) {
            return false;
        }
        String gap = text.substring(end, outer.start());
        boolean sameParagraph =
                gap.indexOf('\n') < 0 || !quotations.get(Math.max(0, next - 1)).closed();
        int words = 0;
        boolean ended = false;
        for (int i = 0; i < gap.length(); i++) {
            char c = gap.charAt(i);
            ended |= ".!?".indexOf(c) >= 0 && (i + 1 == gap.length() || Character.isWhitespace(gap.charAt(i + 1)));
            words += Character.isLetter(c) && (i == 0 || !Character.isLetter(gap.charAt(i - 1))) ? 1 : 0;
            if (ended && Character.isLetter(c)) {
                return false;
            }
        }
        return sameParagraph && words <= 12 && (words == 0 || ended);
    }

    /** Words enough, or a sign that ends a sentence or hands over to "he said". */
    private boolean isSpeech(int index) {
        String inner = quotations.get(index).inner().in(text).strip();
        int words = 0;
        for (int i = 0; i < inner.length(); i++) {
            words += Character.isLetterOrDigit(inner.charAt(i))
                            && (i == 0 || Character.isWhitespace(inner.charAt(i - 1)))
                    ? 1
                    : 0;
        }
        return !inner.isEmpty() && (".,!?…—".indexOf(inner.charAt(inner.length() - 1)) >= 0 || words >= 5);
    }

    /** Between a quotation and its "he said": nothing, a comma, or a dash. */
    private boolean isLink(int end, int start) {
        if (start < end || start - end > 6) {
            return false;
        }
        return text.substring(end, start).chars().allMatch(c -> Character.isWhitespace(c) || ",—–-".indexOf(c) >= 0);
    }

    /** "he said: “", "she told reporters in Vienna, “". */
    private boolean opensSpeech(int end, int start, Span sentence) {
        if (start < end || start - end > WIDEST_GAP || end > sentence.end()) {
            return false;
        }
        String gap = text.substring(end, start);
        String stripped = gap.strip();
        boolean ended = false;
        for (int i = 0; i + 1 < gap.length(); i++) {
            ended |= ".!?".indexOf(gap.charAt(i)) >= 0
                    && Character.isWhitespace(gap.charAt(i + 1))
                    && i + 2 < gap.length();
        }
        boolean handed = stripped.isEmpty() || ",:".indexOf(stripped.charAt(stripped.length() - 1)) >= 0;
        return handed && !ended && gap.indexOf("\n\n") < 0;
    }

    private int lastStartingAtOrBefore(int offset) {
        int low = 0;
        int high = quotations.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (quotations.get(middle).outer().start() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
