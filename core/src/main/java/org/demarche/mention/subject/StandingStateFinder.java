package org.demarche.mention.subject;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demarche.model.Actor;
import org.demarche.model.Change;
import org.demarche.model.Document;
import org.demarche.model.Mention;
import org.demarche.model.Mentions;
import org.demarche.model.Sentence;
import org.demarche.model.Subject;
import org.demarche.model.Subjects;
import org.demarche.model.Subjects.Party;

/**
 * Finds what a report says of the state of a subject without telling an act: that a post stands empty, that an embassy stays open, how many work in
 * a mission and how many may, who leads an office.
 *
 * <p>A present tense was seen to hold when the report was published, "since" tells when a state began, and a past tense was seen at the date of its
 * sentence. Works on parsed and unparsed sentences; stateless and safe for use by several threads.
 */
public final class StandingStateFinder {
    private final StandingLexicon lexicon = StandingLexicon.load();

    /** States in text order; the citation holds the words for the subject and for its state. */
    public List<Change> find(Document document, List<Sentence> sentences, Mentions mentions) {
        Known known = new Known(mentions);
        CountReader counts = new CountReader(lexicon, known);
        ChannelReader channels = new ChannelReader();
        StatusReader statuses = new StatusReader(lexicon);
        ChangeReader changes = new ChangeReader(lexicon);
        HolderReader holders = new HolderReader(lexicon);
        List<Change> out = new ArrayList<>();
        for (Sentence sentence : sentences) {
            if (sentence.kind().carriesActs()) {
                Scene scene = new Scene(document, sentence, mentions);
                List<Change> standing = statuses.read(scene);
                out.addAll(standing);
                changes.read(scene).stream()
                        .filter(c -> standing.stream()
                                .noneMatch(
                                        s -> s.subject().id().equals(c.subject().id())))
                        .forEach(out::add);
                out.addAll(holders.read(scene));
                out.addAll(counts.read(scene));
                out.addAll(channels.read(scene, known.in(sentence.index(), mentions), known.two()));
            }
        }
        return once(out);
    }

    /** One for each subject, attribute and value of overlapping words: the longest words. */
    private static List<Change> once(List<Change> all) {
        List<Change> out = new ArrayList<>();
        for (Change change : all) {
            int same = -1;
            for (int i = 0; i < out.size(); i++) {
                Change other = out.get(i);
                boolean alike = other.subject().id().equals(change.subject().id())
                        && other.attribute() == change.attribute()
                        && String.valueOf(other.value()).equals(String.valueOf(change.value()))
                        && other.citation().overlaps(change.citation());
                same = alike ? i : same;
            }
            if (same < 0) {
                out.add(change);
            } else if (length(change) > length(out.get(same))) {
                out.set(same, change);
            }
        }
        out.sort(Comparator.comparing(Change::citation)
                .thenComparing(c -> c.subject().id())
                .thenComparing(Change::attribute));
        return List.copyOf(out);
    }

    private static int length(Change change) {
        return change.citation().end() - change.citation().start();
    }

    /** Subjects of the document and the names of its parties, for subjects that follow from others. */
    private static final class Known implements CountReader.Subjects {
        private final Map<String, Party> parties = new LinkedHashMap<>();
        private final Map<String, Subject> subjects = new LinkedHashMap<>();
        private final Map<String, Integer> named = new TreeMap<>();

        Known(Mentions mentions) {
            for (Mention.OfActor mention : mentions.actors()) {
                if (Character.isUpperCase(mention.actor().principal().codePointAt(0))) {
                    named.merge(mention.actor().principal(), 1, Integer::sum);
                }
                Party party = Party.of(mention.actor());
                if (mention.actor().id().equals(party.id())) {
                    parties.put(party.id(), party);
                }
            }
            mentions.subjects().forEach(m -> subjects.put(m.subject().id(), m.subject()));
        }

        private Party party(String id) {
            return parties.getOrDefault(id, PartyNames.of(id));
        }

        /** The two that are named most. */
        List<Party> two() {
            return named.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(2)
                    .map(e -> party(e.getKey()))
                    .toList();
        }

        /** The states and organisations of a sentence, in the order in which it names them. */
        List<Party> in(int sentence, Mentions mentions) {
            return mentions.actors().stream()
                    .filter(a -> a.sentence() == sentence && a.actor().kind() != Actor.Kind.PLACE)
                    .filter(a -> Character.isUpperCase(a.actor().principal().codePointAt(0)))
                    .map(a -> party(a.actor().principal()))
                    .distinct()
                    .toList();
        }

        private Subject known(Subject subject) {
            return subjects.getOrDefault(subject.id(), subject);
        }

        @Override
        public Subject house(Subject subject) {
            if (subject.kind() != Subject.Kind.STAFF || subject.parties().isEmpty()) {
                return subject;
            }
            Party sender = party(subject.parties().get(0));
            Party host = subject.parties().size() > 1 ? party(subject.parties().get(1)) : null;
            if (sender.organisation()) {
                return subjects.values().stream()
                        .filter(s ->
                                s.kind() == Subject.Kind.MISSION && s.parties().equals(subject.parties()))
                        .findFirst()
                        .orElse(subject);
            }
            return known(Subjects.mission(sender, host));
        }

        @Override
        public Subject staff(Subject house) {
            List<Party> sides = house.parties().stream().map(this::party).toList();
            return known(Subjects.of(Subject.Kind.STAFF, "", sides, null));
        }

        @Override
        public Subject members(Actor organisation) {
            return known(Subjects.membership(null, Party.of(organisation)));
        }
    }
}
