package org.demarche.mention.subject;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.demarche.model.Mention;
import org.demarche.model.Span;
import org.demarche.model.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Abbreviations and pronouns for subjects: "NRC" once the text has said what it stands for, an unexplained abbreviation of which the
 * text says what only a council does, and "it" before a verb that says what befalls a subject.
 */
final class ShortForms {
    /** Words that make a form bare. */
    enum Determiner {
        THE,
        A,
        AN,
        THIS,
        THAT,
        THESE,
        THOSE,
        ITS,
        THEIR,
        HIS,
        HER,
        OUR,
        NO,
        ANY,
        BOTH,
        ALL,
        SOME,
        IT,
        THEY
    }

    private static final Set<String> HAPPENS = Set.of(
            "exist",
            "exists",
            "existed",
            "meet",
            "meets",
            "met",
            "close",
            "closed",
            "closes",
            "reopen",
            "reopened",
            "open",
            "opened",
            "opens",
            "operate",
            "operates",
            "operated",
            "cease",
            "ceased",
            "functioned",
            "suspended",
            "shut",
            "reopens",
            "moved",
            "lapsed",
            "lapses",
            "expired",
            "expires");
    private static final Set<String> BEFALLS = Set.of(
            "closed",
            "reopened",
            "opened",
            "suspended",
            "established",
            "resumed",
            "shut",
            "created",
            "set",
            "founded",
            "dissolved",
            "abolished",
            "frozen",
            "signed",
            "ratified",
            "terminated",
            "disbanded",
            "reduced",
            "cut",
            "staffed",
            "headed",
            "manned",
            "upgraded",
            "elevated",
            "raised",
            "downgraded",
            "restored",
            "severed",
            "broken",
            "cancelled",
            "canceled",
            "interrupted",
            "evacuated",
            "vacant",
            "open",
            "existed",
            "been",
            "operating");
    private static final Set<Subject.Kind> THINGS = EnumSet.of(
            Subject.Kind.MISSION,
            Subject.Kind.OFFICE,
            Subject.Kind.BODY,
            Subject.Kind.AGREEMENT,
            Subject.Kind.PROGRAMME,
            Subject.Kind.CHANNEL);

    private final SubjectLexicon lexicon;
    private final Discourse discourse;
    private final Parties parties;

    ShortForms(SubjectLexicon lexicon, Discourse discourse, Parties parties) {
        this.lexicon = lexicon;
        this.discourse = discourse;
        this.parties = parties;
    }

    List<Mention.OfSubject> find(Words words, List<Mention.OfSubject> known) {
        List<Mention.OfSubject> all = new ArrayList<>(known);
        List<Mention.OfSubject> out = new ArrayList<>();
        int sentence = words.sentence().index();
        for (int i = 0; i < words.size(); i++) {
            int at = i;
            boolean pronoun = words.lower(i).equals("it") || words.lower(i).equals("they");
            if (!pronoun && !isAbbreviation(words, i)) {
                continue;
            }
            if (known.stream()
                    .anyMatch(m -> m.sentence() == sentence && m.span().contains(words.span(at)))) {
                continue;
            }
            Subject subject = isAbbreviation(words, i) ? abbreviated(words, i) : pronoun(words, i, all);
            if (subject != null) {
                for (Span span : spans(words, i)) {
                    out.add(new Mention.OfSubject(span, sentence, subject));
                }
                all.addAll(out.subList(out.size() - 1, out.size()));
            }
        }
        return out;
    }

    /** The short form, and what stands for the same thing around it: "the NRC", "meetings of the NRC". */
    private List<Span> spans(Words words, int i) {
        List<Span> out = new ArrayList<>();
        int from = i > 0 && Determiners.isArticle(words.lower(i - 1)) ? i - 1 : i;
        out.add(words.span(from, i));
        if (lexicon.isTransparent(words.lower(i + 1)) && !words.isVerb(i + 1)) {
            out.add(words.span(from, i + 1));
        }
        if (words.lower(from - 1).equals("of") && lexicon.isTransparent(words.lower(from - 2))) {
            out.add(words.span(Determiners.isArticle(words.lower(from - 3)) ? from - 3 : from - 2, i));
        }
        return out;
    }

    private static boolean isAbbreviation(Words words, int i) {
        String form = words.form(i);
        if (!words.isCapital(i)) {
            return false;
        }
        return form.length() >= 2 && form.length() <= 6 && form.chars().allMatch(Character::isUpperCase);
    }

    private @Nullable Subject abbreviated(Words words, int i) {
        Subject defined = discourse.abbreviations().get(words.form(i));
        if (defined != null || parties.named(words.form(i)) != null) {
            return defined;
        }
        boolean sits = Set.of("meeting", "meetings", "session", "sessions").contains(words.lower(i + 1))
                || Set.of("meeting", "meetings", "session", "sessions").contains(words.lower(i - 3))
                        && words.lower(i - 2).equals("of")
                || Set.of("meeting", "meetings", "session", "sessions").contains(words.lower(i - 2))
                        && words.lower(i - 1).equals("of");
        if (!sits) {
            return null;
        }
        List<Subject> bodies = discourse.timeline().all().stream()
                .filter(k -> k.subject().kind() == Subject.Kind.BODY
                        && k.isBefore(words.sentence().index(), i))
                .map(Timeline.Known::subject)
                .filter(s -> s.name().contains("–"))
                .toList();
        Subject only = bodies.stream().map(Subject::id).distinct().count() == 1 ? bodies.get(0) : null;
        if (only != null) {
            discourse.abbreviations().put(words.form(i), only);
        }
        return only;
    }

    private @Nullable Subject pronoun(Words words, int i, List<Mention.OfSubject> known) {
        boolean plural = words.lower(i).equals("they");
        if (!plural && !words.lower(i).equals("it")) {
            return null;
        }
        int verb = i + 1;
        boolean be = false;
        while (verb < words.size()
                && Set.of(
                                "is",
                                "was",
                                "has",
                                "had",
                                "will",
                                "were",
                                "are",
                                "have",
                                "been",
                                "be",
                                "also",
                                "later",
                                "then",
                                "still",
                                "now",
                                "only",
                                "again",
                                "being",
                                "would",
                                "not",
                                "never",
                                "remains",
                                "remained",
                                "remain",
                                "stay",
                                "stays",
                                "stayed")
                        .contains(words.lower(verb))) {
            be |= Set.of(
                            "is",
                            "was",
                            "were",
                            "are",
                            "been",
                            "be",
                            "being",
                            "remains",
                            "remained",
                            "remain",
                            "stay",
                            "stays",
                            "stayed",
                            "has",
                            "had",
                            "have")
                    .contains(words.lower(verb));
            verb++;
        }
        if (!(be ? BEFALLS : HAPPENS).contains(words.lower(verb)) && !(be && HAPPENS.contains(words.lower(verb)))) {
            return null;
        }
        if (words.lower(verb + 1).equals("that") || words.lower(verb + 1).equals("its")) {
            return null;
        }
        return plural ? lastPlural(words, i, known) : lastThing(words, i, known);
    }

    private static @Nullable Subject lastPlural(Words words, int i, List<Mention.OfSubject> known) {
        Mention.OfSubject best = null;
        for (Mention.OfSubject mention : known) {
            boolean here = mention.sentence() == words.sentence().index()
                    && mention.span().end() <= words.span(i).start();
            if (here && words.lower(words.wordEndingAt(mention.span().end())).endsWith("s") && isLater(mention, best)) {
                best = mention;
            }
        }
        return best != null ? best.subject() : pluralBefore(words, known);
    }

    private static boolean isPlural(String form) {
        String noun = form.split(" (?:of|in|at|to) ", 2)[0];
        return noun.endsWith("s") || noun.contains("s and ");
    }

    /** What the sentence before names in the plural: "closed three consulates. They …". */
    private static @Nullable Subject pluralBefore(Words words, List<Mention.OfSubject> known) {
        Mention.OfSubject best = null;
        for (Mention.OfSubject mention : known) {
            if (mention.sentence() == words.sentence().index() - 1
                    && THINGS.contains(mention.subject().kind())
                    && isPlural(words.textOf(mention.span()))
                    && isLater(mention, best)) {
                best = mention;
            }
        }
        return best == null ? null : best.subject();
    }

    /** The last thing of this sentence, else the one with which the sentence before begins, else its last. */
    private static @Nullable Subject lastThing(Words words, int i, List<Mention.OfSubject> known) {
        int sentence = words.sentence().index();
        for (int back = 0; back <= 2; back++) {
            Mention.OfSubject best = null;
            for (Mention.OfSubject mention : known) {
                boolean here = mention.sentence() == sentence - back
                        && (back > 0 || mention.span().end() <= words.span(i).start());
                if (here
                        && THINGS.contains(mention.subject().kind())
                        && !isPassing(mention, known)
                        && isLater(mention, best)) {
                    best = mention;
                }
            }
            if (best != null) {
                return best.subject();
            }
        }
        return null;
    }

    private static boolean isLater(Mention.OfSubject mention, Mention.@Nullable OfSubject best) {
        return best == null || mention.span().start() > best.span().start();
    }

    /** Whether a mention only stands inside a longer one of another subject. */
    private static boolean isPassing(Mention.OfSubject mention, List<Mention.OfSubject> known) {
        return known.stream()
                .anyMatch(m -> m.span().contains(mention.span())
                        && m.span().length() > mention.span().length()
                        && !m.subject().id().equals(mention.subject().id()));
    }
}
