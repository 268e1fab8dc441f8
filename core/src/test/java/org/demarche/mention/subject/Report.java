package org.demarche.mention.subject;

import java.util.ArrayList;
import java.util.List;
import org.demarche.mention.actor.ActorFinder;
import org.demarche.mention.quantity.QuantityFinder;
import org.demarche.mention.time.DatelineFinder;
import org.demarche.mention.time.TimeFinder;
import org.demarche.model.Change;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.model.Mention;
import org.demarche.model.Mentions;
import org.demarche.model.Sentence;
import org.demarche.model.Subject;
import org.demarche.text.SentenceSplitter;

/** A text of a test with what is found in it, without a parser. */
record Report(Document document, List<Mention.OfSubject> subjects, List<Change> states) {

    static Report of(String text) {
        Document raw = new Document(
                "doc:test", "test.txt", "test.txt", "", null, null, null, null, "en", Dateline.UNKNOWN, text);
        List<Sentence> sentences = new SentenceSplitter().split(text);
        Document document = raw.withPublished(new DatelineFinder().find(raw, sentences));
        List<Mention.OfActor> actors = new ActorFinder().find(document, sentences);
        List<Mention.OfSubject> subjects = new SubjectFinder().find(document, sentences, actors);
        Mentions mentions = new Mentions(
                actors,
                new TimeFinder().find(document, sentences),
                new QuantityFinder().find(document, sentences),
                subjects,
                List.of());
        return new Report(document, subjects, new StandingStateFinder().find(document, sentences, mentions));
    }

    /** Names of the subjects of the mentions that are written so, in text order. */
    List<String> named(String words) {
        return ofWords(words).stream().map(Subject::name).toList();
    }

    /** Ids of the subjects of the mentions that are written so, in text order. */
    List<String> ids(String words) {
        return ofWords(words).stream().map(Subject::id).toList();
    }

    /** Parties of the subjects of the mentions that are written so, in text order. */
    List<String> parties(String words) {
        return ofWords(words).stream().flatMap(s -> s.parties().stream()).toList();
    }

    private List<Subject> ofWords(String words) {
        List<Subject> out = new ArrayList<>();
        for (Mention.OfSubject mention : subjects) {
            if (mention.span().in(document.text()).equals(words)) {
                out.add(mention.subject());
            }
        }
        return out;
    }

    /** "SUBJECT ATTRIBUTE=VALUE" of every state, with low and high where there is no value. */
    List<String> said() {
        return states.stream()
                .map(c -> c.subject().name() + " " + c.attribute() + "="
                        + (c.value() == null ? c.low() + ".." + c.high() : c.value()))
                .toList();
    }
}
