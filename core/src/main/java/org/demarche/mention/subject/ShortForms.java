package org.demarche.mention.subject;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.demarche.model.Mention;
import org.demarche.model.Span;
import org.demarche.model.Subject;

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
        List<Mention.OfSubject> out = new ArrayList<>();
        int sentence = words.sentence().index();
        for (int i = 0; i < words.size(); i++) {
            int at = i;
            if (known.stream()
                    .anyMatch(m -> m.sentence() == sentence && m.span().contains(words.span(at)))) {
                continue;
            }
            Subject subject = isAbbreviation(words, i) ? abbreviated(words, i) : pronoun(words, i, known);
            if (subject != null) {
                int from = i > 0 && words.lower(i - 1).equals("the") ? i - 1 : i;
                Span span = words.span(from, i);
                out.add(new Mention.OfSubject(span, sentence, subject));
                if (lexicon.isTransparent(words.lower(i + 1)) && !words.isVerb(i + 1)) {
                    out.add(new Mention.OfSubject(words.span(from, i + 1), sentence, subject));
                }
                if (words.lower(from - 1).equals("of") && lexicon.isTransparent(words.lower(from - 2))) {
                    int begin = words.lower(from - 3).equals("the") ? from - 3 : from - 2;
                    out.add(new Mention.OfSubject(words.span(begin, i), sentence, subject));
                }
            }
        }
        return out;
    }

    private static boolean isAbbreviation(Words words, int i) {
        String form = words.form(i);
        return form.length() >= 2 && form.length() <= 6 && form.chars().allMatch(Character::isUpperCase);
    }

    private @org.jspecify.annotations.Nullable Subject abbreviated(Words words, int i) {
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
        List<Subject> bodies = discourse.before(words.sentence().index(), i, EnumSet.of(Subject.Kind.BODY));
        return bodies.stream().map(Subject::id).distinct().count() == 1 ? bodies.get(0) : null;
    }

    private @org.jspecify.annotations.Nullable Subject pronoun(Words words, int i, List<Mention.OfSubject> known) {
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
                            "stays",
                            "stayed",
                            "has",
                            "had")
                    .contains(words.lower(verb));
            verb++;
        }
        if (!(be ? BEFALLS : HAPPENS).contains(words.lower(verb)) && !(be && HAPPENS.contains(words.lower(verb)))) {
            return null;
        }
        if (words.lower(verb + 1).equals("that") || words.lower(verb + 1).equals("its")) {
            return null;
        }
        int sentence = words.sentence().index();
        Subject best = null;
        for (Mention.OfSubject mention : known) {
            boolean near = mention.sentence() == sentence
                            && mention.span().end() <= words.span(i).start()
                    || mention.sentence() < sentence && mention.sentence() >= sentence - 2;
            if (near && THINGS.contains(mention.subject().kind()) && (best == null || !isPassing(mention, known))) {
                best = mention.subject();
            }
        }
        return best;
    }

    /** Whether a mention only stands inside a longer one of another subject. */
    private static boolean isPassing(Mention.OfSubject mention, List<Mention.OfSubject> known) {
        return known.stream()
                .anyMatch(m -> m.span().contains(mention.span())
                        && m.span().length() > mention.span().length()
                        && !m.subject().id().equals(mention.subject().id()));
    }
}
