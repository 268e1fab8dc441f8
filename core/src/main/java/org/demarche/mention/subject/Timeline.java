package org.demarche.mention.subject;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.demarche.model.Subject;
import org.jspecify.annotations.Nullable;

/** The subjects of a document in the order in which they are mentioned. */
final class Timeline {
    /**
     * A subject where it is mentioned.
     *
     * @param word the head's place in its sentence
     * @param type the type of its key; empty where the text does not tell it apart
     * @param holder the last word of the name that stands behind it, or null
     */
    record Known(
            int sentence,
            int word,
            Subject subject,
            String type,
            @Nullable String holder) {
        boolean isBefore(int otherSentence, int otherWord) {
            return sentence < otherSentence || sentence == otherSentence && word < otherWord;
        }
    }

    private final List<Known> all = new ArrayList<>();

    void add(Phrase phrase, Subject subject, String type) {
        Known known = new Known(phrase.sentence(), phrase.head(), subject, type, phrase.holder());
        if (all.stream()
                .noneMatch(k -> k.sentence() == known.sentence()
                        && k.word() == known.word()
                        && k.subject().id().equals(subject.id()))) {
            int at = all.size();
            while (at > 0 && !all.get(at - 1).isBefore(known.sentence(), known.word() + 1)) {
                at--;
            }
            all.add(at, known);
        }
    }

    List<Known> all() {
        return Collections.unmodifiableList(all);
    }

    /** The last one before a phrase that fits. */
    @Nullable
    Known before(Phrase phrase, Predicate<Known> fits) {
        for (int i = all.size() - 1; i >= 0; i--) {
            Known known = all.get(i);
            if (known.isBefore(phrase.sentence(), phrase.head()) && fits.test(known)) {
                return known;
            }
        }
        return null;
    }

    /** The first one behind a phrase that fits. */
    @Nullable
    Known after(Phrase phrase, Predicate<Known> fits) {
        return all.stream()
                .filter(k -> !k.isBefore(phrase.sentence(), phrase.head() + 1))
                .filter(fits)
                .findFirst()
                .orElse(null);
    }

    /** One of a kind, named anywhere else with the same holder. */
    @Nullable
    Known holding(String holder, Phrase phrase, Subject.Kind kind) {
        return all.stream()
                .filter(k -> k.subject().kind() == kind && holder.equals(k.holder()))
                .filter(k -> k.sentence() != phrase.sentence() || k.word() != phrase.head())
                .findFirst()
                .orElse(null);
    }

    @Nullable
    Known at(Phrase phrase) {
        return all.stream()
                .filter(k -> k.sentence() == phrase.sentence() && k.word() == phrase.head())
                .findFirst()
                .orElse(null);
    }
}
