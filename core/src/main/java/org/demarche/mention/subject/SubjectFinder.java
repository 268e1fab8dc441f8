package org.demarche.mention.subject;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.model.Document;
import org.demarche.model.Mention;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.demarche.model.Subject;
import org.demarche.model.Subjects;

/**
 * Finds the words of a document for what can be open, suspended, closed or counted, and tells which of them mean the same.
 *
 * <p>Works on parsed and unparsed sentences. Where the tree does not hold a phrase together, its head noun is a mention of its own. A phrase for several ("the embassies in Lima and Quito") gives several mentions of one
 * span; words that stand for a subject ("the work of the mission") give a mention of their own, around the inner one, so that the head
 * of either leads to it. Stateless and safe for use by several threads.
 */
public final class SubjectFinder {
    private final SubjectLexicon lexicon = SubjectLexicon.load();

    /** Every word, in lower case, that a noun phrase for a subject can have at its head. */
    public static Set<String> words() {
        return SubjectLexicon.load().words();
    }

    /** Mentions in text order; of two that begin together, the longer comes first. */
    public List<Mention.OfSubject> find(Document document, List<Sentence> sentences, List<Mention.OfActor> actors) {
        String text = document.text();
        Parties parties = new Parties(text, sentences.size(), actors);
        PhraseFinder finder = new PhraseFinder(lexicon, parties);
        Discourse discourse = new Discourse(document.id(), lexicon, parties);
        List<Words> cut = new ArrayList<>();
        List<List<Phrase>> phrases = new ArrayList<>();
        for (Sentence sentence : sentences) {
            Words words = new Words(text, sentence);
            cut.add(words);
            phrases.add(sentence.kind().carriesActs() ? finder.find(words) : List.of());
        }
        phrases.forEach(all -> all.forEach(discourse::introduce));
        List<Mention.OfSubject> found = new ArrayList<>();
        for (int i = 0; i < cut.size(); i++) {
            for (Phrase phrase : phrases.get(i)) {
                for (Subject subject : discourse.resolve(phrase, phrases.get(i))) {
                    found.add(new Mention.OfSubject(phrase.span(), i, subject));
                    for (Span outer : phrase.outer()) {
                        found.add(new Mention.OfSubject(outer, i, subject));
                    }
                    boolean torn =
                            cut.get(i).governor(phrase.span()) != cut.get(i).token(phrase.head());
                    if (torn && !phrase.noun().contains(" of ")) {
                        found.add(new Mention.OfSubject(cut.get(i).span(phrase.head(), phrase.head()), i, subject));
                    }
                }
            }
        }
        ShortForms shorts = new ShortForms(lexicon, discourse, parties);
        for (Words words : cut) {
            if (words.sentence().kind().carriesActs()) {
                found.addAll(shorts.find(words, found));
            }
        }
        return named(text, found);
    }

    /** Gives every subject the names by which the document calls it, and keeps each mention once. */
    private static List<Mention.OfSubject> named(String text, List<Mention.OfSubject> found) {
        Map<String, Set<String>> forms = new LinkedHashMap<>();
        Map<String, Subject> first = new LinkedHashMap<>();
        for (Mention.OfSubject mention : found) {
            String form = mention.span().in(text);
            first.putIfAbsent(mention.subject().id(), mention.subject());
            if (form.length() <= 120 && !form.contains("\n") && isName(form)) {
                forms.computeIfAbsent(mention.subject().id(), k -> new TreeSet<>())
                        .add(form);
            }
        }
        Map<String, Subject> full = new LinkedHashMap<>();
        found.forEach(m -> first.merge(m.subject().id(), m.subject(), SubjectFinder::fuller));
        first.forEach((id, subject) -> full.put(id, Subjects.withAliases(subject, forms.getOrDefault(id, Set.of()))));
        Set<Mention.OfSubject> out = new LinkedHashSet<>();
        found.stream()
                .map(m -> new Mention.OfSubject(
                        m.span(), m.sentence(), full.getOrDefault(m.subject().id(), m.subject())))
                .sorted(Comparator.comparing(Mention.OfSubject::span)
                        .thenComparing(m -> m.subject().id()))
                .forEach(out::add);
        return List.copyOf(out);
    }

    /** The one that says where it stands; else the first. */
    private static Subject fuller(Subject one, Subject other) {
        return one.location() == null && other.location() != null ? other : one;
    }

    /** Whether a form says more than a bare "the mission" or "it", which name nothing outside their text. */
    private static boolean isName(String form) {
        String[] words = form.split("[\\s-]+", 8);
        boolean bare = words.length <= 2
                && EnumSet.allOf(ShortForms.Determiner.class).stream()
                        .anyMatch(d -> d.name().equals(words[0].toUpperCase(Locale.ROOT)));
        return !bare && (words.length > 1 || form.equals(form.toUpperCase(Locale.ROOT)));
    }
}
