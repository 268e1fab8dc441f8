package org.demarche.mention.subject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.demarche.model.Actor;
import org.demarche.model.Attribute;
import org.demarche.model.Change;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.model.Mention;
import org.demarche.model.Mentions;
import org.demarche.model.PartialDate;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.demarche.model.Subject;
import org.demarche.model.Token;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/** One sentence with all that was found in it, for those who read states from it. */
final class Scene {
    private static final Set<String> SINCE = Set.of("since", "from");
    private static final Set<String> UNTIL = Set.of("until", "till", "to", "through", "before");

    /** A subject by the words of its mention. */
    record Anchor(int from, int to, Subject subject) {}

    /** A date of the sentence with the word before it. */
    record Dated(int word, String cue, When when) {}

    private static final int NEWS_DAYS = 31;
    private static final int STAFF_SENTENCES = 2;

    private final Document document;
    private final Words words;
    private final List<Anchor> anchors = new ArrayList<>();
    private final List<Dated> dates = new ArrayList<>();
    private final List<Mention.OfQuantity> quantities;
    private final List<Mention.OfActor> persons;
    private final List<Mention.OfActor> organisations;
    private final List<Mention.OfSubject> staffBefore;
    private final Set<Subject> posts = new LinkedHashSet<>();

    Scene(Document document, Sentence sentence, Mentions mentions) {
        this.document = document;
        this.words = new Words(document.text(), sentence);
        for (Mention.OfSubject mention : mentions.subjects()) {
            if (mention.subject().kind() == Subject.Kind.POST) {
                posts.add(mention.subject());
            }
            if (mention.sentence() == sentence.index()) {
                int from = wordAt(mention.span().start());
                int to = wordBefore(mention.span().end());
                if (from >= 0 && to >= from) {
                    anchors.add(new Anchor(from, to, mention.subject()));
                }
            }
        }
        for (Mention.OfTime time : mentions.times()) {
            int at = time.sentence() == sentence.index() ? wordAt(time.span().start()) : -1;
            if (at >= 0 && time.when().isKnown()) {
                int before = at - 1;
                while (Set.of("the", "early", "late", "mid", "beginning", "end", "start", "of", "at")
                        .contains(words.lower(before))) {
                    before--;
                }
                boolean cued =
                        words.lower(at).equals("since") || words.lower(at).equals("until");
                dates.add(new Dated(at, cued ? words.lower(at) : words.lower(before), time.when()));
            }
        }
        staffBefore = mentions.subjects().stream()
                .filter(m -> m.subject().kind() == Subject.Kind.STAFF
                        && m.subject().parties().size() == 2
                        && m.sentence() < sentence.index()
                        && m.sentence() >= sentence.index() - STAFF_SENTENCES)
                .toList();
        quantities = mentions.quantities().stream()
                .filter(q -> q.sentence() == sentence.index())
                .toList();
        persons = mentions.actors().stream()
                .filter(a -> a.sentence() == sentence.index() && a.actor().kind() == Actor.Kind.PERSON)
                .filter(a -> a.form() == Mention.OfActor.Form.NAME)
                .toList();
        organisations = mentions.actors().stream()
                .filter(a -> a.sentence() == sentence.index()
                        && a.actor().kind() == Actor.Kind.ORGANISATION
                        && !a.actor().id().contains("/"))
                .toList();
    }

    /** The organisation named last before a word and within some words of it, or null. */
    @Nullable
    Actor organisationBefore(int word, int most) {
        return organisations.stream()
                .filter(o -> wordBefore(o.span().end()) < word
                        && word - wordBefore(o.span().end()) <= most)
                .reduce((a, b) -> b)
                .map(Mention.OfActor::actor)
                .orElse(null);
    }

    /** Where an actor is named last before a word. */
    int startOf(Actor actor, int word) {
        return organisations.stream()
                .filter(o -> o.actor().equals(actor) && wordBefore(o.span().end()) < word)
                .mapToInt(o -> o.span().start())
                .max()
                .orElse(words.span(0).start());
    }

    Words words() {
        return words;
    }

    List<Anchor> anchors() {
        return anchors;
    }

    List<Mention.OfQuantity> quantities() {
        return quantities;
    }

    /** The word that holds or follows an offset, or -1. */
    int wordAt(int offset) {
        for (int i = 0; i < words.size(); i++) {
            if (words.span(i).end() > offset) {
                return i;
            }
        }
        return -1;
    }

    /** The last word before an offset, or -1. */
    int wordBefore(int offset) {
        int last = -1;
        for (int i = 0; i < words.size() && words.span(i).start() < offset; i++) {
            last = i;
        }
        return last;
    }

    /** A name of somebody by its words. */
    record Name(String value, int from, int to) {}

    /** The name that begins at a word: a person's, or capitalised words that name nobody else; null where none does. */
    @Nullable
    Name nameAt(int word) {
        for (Mention.OfActor person : persons) {
            if (wordAt(person.span().start()) == word) {
                return new Name(
                        person.actor().name(), word, wordBefore(person.span().end()));
            }
        }
        if (words.isTitleCase()) {
            return null;
        }
        int last = word;
        while (last < words.size() && last < word + 4 && words.isName(last) && !named(last)) {
            last++;
        }
        return last - word < 2 ? null : new Name(words.text(word, last - 1), word, last - 1);
    }

    /** The person whose name ends at a word, or null. */
    @Nullable
    Name nameEndingAt(int word) {
        for (Mention.OfActor person : persons) {
            if (wordBefore(person.span().end()) == word) {
                return new Name(person.actor().name(), wordAt(person.span().start()), word);
            }
        }
        return null;
    }

    /** Whether a word is of a subject or an organisation. */
    private boolean named(int word) {
        return anchors.stream().anyMatch(a -> a.from() <= word && word <= a.to())
                || organisations.stream().anyMatch(o -> o.span().overlaps(words.span(word)));
    }

    /** When something began, where the sentence says so: the first day of what "since" covers. */
    @Nullable
    When since(int first, int last) {
        When when = cued(SINCE, first, last);
        if (when == null) {
            return null;
        }
        boolean open = when.end() == null
                || when.start() != null
                        && when.start().month() > 0
                        && !when.start().equals(when.end());
        return when.start() != null && open
                ? new When(when.start(), when.start(), when.precision(), when.basis(), when.citation())
                : when;
    }

    /** When something ended, where the sentence says so. */
    @Nullable
    When until(int first, int last) {
        When when = cued(UNTIL, first, last);
        return when == null || when.start() != null || when.end() == null
                ? when
                : new When(when.end(), when.end(), when.precision(), when.basis(), when.citation());
    }

    /** A date of the predicate: not far behind its words, or at the head of the sentence. */
    private @Nullable When cued(Set<String> cues, int first, int last) {
        return dates.stream()
                .filter(d -> cues.contains(d.cue()))
                .filter(d -> d.word() <= 2 || d.word() > first && d.word() <= last + 7)
                .map(Dated::when)
                .findFirst()
                .orElse(null);
    }

    /** The date nearest to a word, whatever stands before it; null where the sentence has none. */
    @Nullable
    When nearest(int word) {
        return dates.stream()
                .filter(d -> !d.cue().equals("until"))
                .min(Comparator.comparingInt(d -> Math.abs(d.word() - word)))
                .map(Dated::when)
                .orElse(null);
    }

    /** The date nearest to a word and at most so many words from it; null where there is none. */
    @Nullable
    When nearest(int word, int most) {
        return dates.stream()
                .filter(d -> !UNTIL.contains(d.cue()) && Math.abs(d.word() - word) <= most)
                .min(Comparator.comparingInt(d -> Math.abs(d.word() - word)))
                .map(Dated::when)
                .orElse(null);
    }

    /** The staff that the sentences just before spoke of last, or null. */
    @Nullable
    Subject staffBefore() {
        return staffBefore.isEmpty()
                ? null
                : staffBefore.get(staffBefore.size() - 1).subject();
    }

    /** Whether the sentence tells of what was done on a day well before the report, or before nobody knows which. */
    boolean tellsOfEarlier() {
        int root = words.sentence().root();
        if (root < 0) {
            return false;
        }
        Sentence sentence = words.sentence();
        boolean past = sentence.token(root).xpos().equals("VBD")
                || sentence.children(root).stream()
                        .anyMatch(c -> Set.of("had", "was", "were", "did")
                                .contains(sentence.token(c).form().toLowerCase(Locale.ROOT)));
        PartialDate report = document.published().start();
        Optional<LocalDate> day = report == null ? Optional.empty() : report.first();
        return past
                && dates.stream().anyMatch(d -> {
                    PartialDate end = d.when().end();
                    Optional<LocalDate> last = end == null ? Optional.empty() : end.last();
                    return last.isPresent()
                            && (day.isEmpty() || last.get().isBefore(day.get().minusDays(NEWS_DAYS)));
                });
    }

    /** Whether the words of a subject are but its noun, and the report speaks of several that are called so. */
    boolean isUnclear(Anchor anchor) {
        String title = title(anchor.subject());
        return anchor.from() == anchor.to()
                && posts.stream().filter(p -> title(p).equals(title)).count() > 1;
    }

    private static String title(Subject post) {
        int of = post.name().indexOf(" of ");
        return of < 0 ? post.name() : post.name().substring(0, of);
    }

    /** The day of the report, as the day on which a present tense saw something hold. */
    When reported() {
        Dateline published = document.published();
        return published.start() == null && published.end() == null
                ? When.UNKNOWN
                : new When(published.start(), published.end(), published.precision(), When.Basis.RELATIVE_REPORT, null);
    }

    /** When what a predicate says began or was seen: "since" begins, a past tense with a date was seen then, a present tense at the report. */
    Change change(
            Subject subject,
            Attribute attribute,
            @Nullable String value,
            @Nullable Double low,
            @Nullable Double high,
            boolean past,
            int at,
            int from,
            int to) {
        When since = since(from, to);
        When until = until(from, to);
        if (since != null) {
            return change(subject, attribute, value, low, high, Change.Nature.BEGINS, since, until, from, to);
        }
        When near = nearest(at);
        When seen = past ? (near == null ? When.UNKNOWN : near) : reported();
        return change(subject, attribute, value, low, high, Change.Nature.HOLDS, seen, until, from, to);
    }

    Change change(
            Subject subject,
            Attribute attribute,
            @Nullable String value,
            @Nullable Double low,
            @Nullable Double high,
            Change.Nature nature,
            When from,
            @Nullable When until,
            int first,
            int last) {
        Span span = words.span(Math.min(first, last), Math.max(first, last));
        return new Change(subject, attribute, value, low, high, nature, from, until, document.cite(span));
    }

    /** Where the predicate of a subject begins: the word behind it, or what the tree says; -1 where it is not a subject of one. */
    int predicate(Anchor anchor) {
        int i = anchor.to() + 1;
        if (words.isParsed()) {
            int byTree = predicateByTree(anchor);
            if (byTree > anchor.to()) {
                return byTree;
            }
        }
        for (int steps = 0; steps < 3; steps++) {
            String word = words.lower(i);
            if (word.equals(",") || word.equals("(")) {
                int close = word.equals(",") ? find(",", i + 1, 14) : find(")", i + 1, 12);
                boolean relative = Set.of("which", "that", "who").contains(words.lower(i + 1));
                i = relative ? i + 2 : close < 0 ? words.size() : close + 1;
            } else if (Set.of("which", "that").contains(word)) {
                i++;
            } else if (Set.of("between", "with", "in", "of", "at", "to", "on", "for")
                    .contains(word)) {
                int verb = i + 1;
                while (verb < Math.min(words.size(), i + 9)
                        && !VerbGroup.isAuxiliary(words.lower(verb))
                        && words.isWord(verb)) {
                    verb++;
                }
                i = VerbGroup.isAuxiliary(words.lower(verb)) ? verb : words.size();
            } else {
                break;
            }
        }
        return i < words.size() ? i : -1;
    }

    private int predicateByTree(Anchor anchor) {
        Sentence sentence = words.sentence();
        for (int i = anchor.to(); i >= anchor.from(); i--) {
            int t = words.token(i);
            if (t < 0 || !sentence.token(t).relation().equals("nsubj")) {
                continue;
            }
            int head = sentence.token(t).head();
            int first = head;
            for (int k = t + 1; k < head; k++) {
                Token token = sentence.token(k);
                if (token.head() == head
                        && (token.relation().equals("aux") || token.relation().equals("cop"))) {
                    first = k;
                    break;
                }
            }
            if (first > t) {
                return wordAt(sentence.token(first).span().start());
            }
        }
        return -1;
    }

    private int find(String mark, int from, int most) {
        for (int i = from; i < Math.min(words.size(), from + most); i++) {
            if (words.lower(i).equals(mark)) {
                return i;
            }
        }
        return -1;
    }
}
