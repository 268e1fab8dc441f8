package org.demarche.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.demarche.model.Sentence;
import org.demarche.model.Sentence.Kind;

/**
 * Says of every sentence what it is on the page: title, heading, byline, caption, furniture or body. Judges by form and place alone: length, closing stop, letter case, what stands at its
 * beginning. Immutable.
 */
public final class SentenceKinds {

    private static final int LONGEST_HEADING = 120;

    private static final Pattern BYLINE = Pattern.compile(
            "(?:by\\s+\\p{Lu}[\\p{L}.'’-]{0,30}(?:\\s[\\p{L}.'’&,-]{1,30}){0,8}|(?:published|updated|posted|last modified|filed)\\b.{0,80}|\\d{1,2}:\\d{2}\\b.{0,60})",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern DATE_LINE = Pattern.compile(
            "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s+)?(?:\\d{1,2}\\s+[A-Z][a-z]{2,8}\\.?,?|[A-Z][a-z]{2,8}\\.?\\s+\\d{1,2},?)\\s+\\d{4}(?:\\W.{0,40})?|\\d{4}-\\d{2}-\\d{2}.{0,30}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}.{0,30}",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CAPTION = Pattern.compile(
            "(?:photo|picture|image|file photo|file|caption)\\s*(?:by|:|/|courtesy).{0,300}|.{0,400}\\b(?:photo|getty images|file photo|handout)\\)?[.]?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern FURNITURE = Pattern.compile(
            "(?:share (?:this|on|via)|tweet|read (?:more|also|next)|see also|related(?: (?:articles?|stories|news|topics))?\\b|leave a (?:reply|comment)|comments?\\b|subscribe|sign up|log ?in|follow us"
                    + "|advertisement|all rights reserved|copyright|©|click here|your email address|recommended|most (?:read|popular)|tags?:|print this|back to top|newsletter|cookie|required fields|editing by|reporting by).{0,200}",
            Pattern.CASE_INSENSITIVE);

    /** The same sentences, each with its kind. */
    public List<Sentence> label(String text, List<Sentence> sentences) {
        List<Sentence> out = new ArrayList<>(sentences.size());
        boolean bodySeen = false;
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            Kind kind = kind(text, sentences, i, bodySeen);
            bodySeen |= kind == Kind.BODY;
            out.add(sentence.withKind(kind));
        }
        return out;
    }

    private static Kind kind(String text, List<Sentence> sentences, int i, boolean bodySeen) {
        Sentence sentence = sentences.get(i);
        if (sentence.span().length() > 500 || !standsAlone(text, sentences, i)) {
            return Kind.BODY;
        }
        String words = sentence.span().in(text);
        if (FURNITURE.matcher(words).matches()) {
            return Kind.FURNITURE;
        }
        if (CAPTION.matcher(words).matches()) {
            return Kind.CAPTION;
        }
        if (BYLINE.matcher(words).matches() || DATE_LINE.matcher(words).matches()) {
            return Kind.META;
        }
        if (words.length() > LONGEST_HEADING
                || endsLikeSentence(words)
                || !Character.isLetterOrDigit(words.codePointAt(0)) && !Characters.isOpening(words.codePointAt(0))) {
            return Kind.BODY;
        }
        return bodySeen ? Kind.HEADING : Kind.TITLE;
    }

    /** Whether the sentence has its lines to itself. */
    private static boolean standsAlone(String text, List<Sentence> sentences, int i) {
        boolean before = i == 0
                || hasLineEnd(
                        text,
                        sentences.get(i - 1).span().end(),
                        sentences.get(i).span().start());
        return before
                && (i + 1 == sentences.size()
                        || hasLineEnd(
                                text,
                                sentences.get(i).span().end(),
                                sentences.get(i + 1).span().start()));
    }

    private static boolean hasLineEnd(String text, int from, int to) {
        for (int k = from; k < to; k++) {
            if (text.charAt(k) == '\n' || text.charAt(k) == '\r') {
                return true;
            }
        }
        return false;
    }

    private static boolean endsLikeSentence(String words) {
        int end = words.length();
        while (end > 1 && Characters.isClosing(words.charAt(end - 1))) {
            end--;
        }
        return ".!?…:;,".indexOf(words.charAt(end - 1)) >= 0;
    }
}
