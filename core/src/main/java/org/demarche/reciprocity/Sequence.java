package org.demarche.reciprocity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.demarche.model.Citation;
import org.demarche.model.Claim;

/**
 * The words by which one sentence tells an act as coming soon after another ("expelled two, hours after the other side had"), or because of it
 * ("recalled its envoy over the raid").
 *
 * @param words the conjunction or preposition
 * @param isCause whether it says why, not only when
 */
record Sequence(Citation words, boolean isCause) {
    /** From the conjunction to the act that it leads to. */
    private static final int MOST_WORDS = 14;

    /** "Two days after" at the head of a sentence. */
    private static final int MOST_WORDS_BEFORE = 4;

    private static final Set<String> LATER = Set.of("after", "following");
    private static final Set<String> WHY = Set.of("because", "over", "protest");

    /** What an act did to bring about another: "stormed the embassy, prompting the other side to cut ties". */
    private static final Set<String> BRINGS = Set.of(
            "prompted",
            "prompting",
            "triggered",
            "triggering",
            "provoked",
            "provoking",
            "spurred",
            "spurring",
            "led",
            "leading",
            "causing",
            "pushed",
            "pushing",
            "whereupon");

    /** "Years after": told as a story, not as an answer; "looks after" is another verb. */
    private static final Set<String> NOT_AFTER = Set.of(
            "year",
            "years",
            "decade",
            "decades",
            "generation",
            "generations",
            "long",
            "look",
            "looks",
            "looked",
            "looking",
            "named",
            "called",
            "well",
            "ever");

    /** What leads over to another clause than the one that the conjunction governs ("two weeks after that, ..."). */
    private static final String PAUSES = ",;:\"“”";

    private record Word(String text, int start, int end) {}

    /** How a sentence puts the response after the stimulus; empty where it does not, or where they are of two sentences. */
    static Optional<Sequence> of(Claim stimulus, Claim response) {
        Citation sentence = response.sentence();
        boolean together =
                stimulus.document().equals(response.document()) && stimulus.sentenceIndex() == response.sentenceIndex();
        if (!together) {
            return Optional.empty();
        }
        int first = stimulus.trigger().start() - sentence.start();
        int second = response.trigger().start() - sentence.start();
        int length = sentence.end() - sentence.start();
        if (first < 0 || second < 0 || first >= length || second >= length) {
            return Optional.empty();
        }
        List<Word> words = words(sentence.quote());
        return second < first
                ? led(sentence, words, response.trigger().end() - sentence.start(), first)
                : headed(sentence, words, first, second)
                        .or(() -> brought(sentence, words, stimulus.trigger().end() - sentence.start(), second));
    }

    /** "They closed it after he was arrested": the nearest conjunction before the stimulus, between the two. */
    private static Optional<Sequence> led(Citation sentence, List<Word> words, int from, int to) {
        int seen = 0;
        for (int i = words.size() - 1; i >= 0 && words.get(i).start >= from; i--) {
            if (words.get(i).start >= to) {
                continue;
            }
            Optional<Sequence> tie = tie(sentence, words, i);
            if (tie.isPresent()) {
                return hasPause(sentence.quote(), words.get(i).end, to) ? Optional.empty() : tie;
            }
            if (++seen > MOST_WORDS) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** "Hours after he was arrested, they closed it". */
    private static Optional<Sequence> headed(Citation sentence, List<Word> words, int stimulus, int response) {
        for (int i = 0; i < Math.min(words.size(), MOST_WORDS_BEFORE); i++) {
            Word word = words.get(i);
            if (word.start < stimulus && LATER.contains(word.text) && !isOther(words, i)) {
                String text = sentence.quote();
                int a = text.offsetByCodePoints(0, stimulus);
                int b = text.offsetByCodePoints(0, response);
                boolean clause = text.substring(a, b).indexOf(',') >= 0;
                return clause && !hasPause(text, word.end, stimulus)
                        ? Optional.of(new Sequence(cite(sentence, word, word), false))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** "They raided it, which prompted the other side to leave": the last such verb between the two. */
    private static Optional<Sequence> brought(Citation sentence, List<Word> words, int from, int to) {
        int seen = 0;
        for (int i = words.size() - 1; i >= 0 && words.get(i).start >= from; i--) {
            Word word = words.get(i);
            if (word.start < to && BRINGS.contains(word.text)) {
                return hasPause(sentence.quote(), word.end, to)
                        ? Optional.empty()
                        : Optional.of(new Sequence(cite(sentence, word, word), true));
            }
            if (word.start < to && ++seen > MOST_WORDS) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<Sequence> tie(Citation sentence, List<Word> words, int i) {
        Word word = words.get(i);
        if (word.text.equals("wake")
                && i > 0
                && (words.get(i - 1).text.equals("the") || words.get(i - 1).text.equals("in"))) {
            return Optional.of(new Sequence(cite(sentence, word, word), false));
        }
        if (LATER.contains(word.text)) {
            return isOther(words, i) ? Optional.empty() : Optional.of(new Sequence(cite(sentence, word, word), false));
        }
        if (WHY.contains(word.text)) {
            boolean protest = word.text.equals("protest");
            boolean said = protest
                    ? i > 0 && words.get(i - 1).text.equals("in")
                    : !word.text.equals("over")
                            || i + 1 < words.size()
                                    && !Character.isDigit(words.get(i + 1).text.charAt(0));
            Word from = protest && said ? words.get(i - 1) : word;
            return said ? Optional.of(new Sequence(cite(sentence, from, word), true)) : Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean isOther(List<Word> words, int i) {
        return i > 0 && NOT_AFTER.contains(words.get(i - 1).text);
    }

    private static boolean hasPause(String text, int from, int to) {
        int a = text.offsetByCodePoints(0, from);
        int b = text.offsetByCodePoints(0, to);
        return text.substring(a, b).chars().anyMatch(c -> PAUSES.indexOf(c) >= 0);
    }

    private static Citation cite(Citation sentence, Word from, Word to) {
        String text = sentence.quote();
        String quote = text.substring(text.offsetByCodePoints(0, from.start), text.offsetByCodePoints(0, to.end));
        return new Citation(sentence.document(), sentence.start() + from.start, sentence.start() + to.end, quote);
    }

    /** Words in small letters with their code points. */
    private static List<Word> words(String text) {
        List<Word> out = new ArrayList<>();
        int[] points = text.codePoints().toArray();
        int start = -1;
        for (int i = 0; i <= points.length; i++) {
            boolean inside = i < points.length && (Character.isLetterOrDigit(points[i]) || points[i] == '-');
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                out.add(new Word(new String(points, start, i - start).toLowerCase(Locale.ROOT), start, i));
                start = -1;
            }
        }
        return out;
    }
}
