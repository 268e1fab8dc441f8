package org.demarche.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.demarche.model.Claim;
import org.demarche.model.Document;

/**
 * Claims that can only be of one occurrence with each other, and all that is needed to group them: work for any machine.
 *
 * @param documents the reports of the claims; their texts are not needed
 * @param numbersOf for a claim that says it matched another, without a number of its own, that other one, by the id of the first
 * @param rarity how telling each stem in the sentences is, among all sentences of the merge
 */
public record GroupingTask(
        List<Claim> claims, List<Document> documents, Map<String, Claim> numbersOf, Map<String, Double> rarity) {

    /**
     * Claims that are of one occurrence.
     *
     * @param claims their ids in the order in which they came together
     * @param why what spoke for each of them
     */
    public record Together(List<String> claims, List<String> why) {
        public Together {
            claims = List.copyOf(claims);
            why = List.copyOf(why);
        }
    }

    public GroupingTask {
        claims = List.copyOf(claims);
        documents = List.copyOf(documents);
    }

    static GroupingTask of(List<Profile> block, Map<String, Claim> numbersOf, Map<String, Double> rarity) {
        Map<String, Document> documents = new HashMap<>();
        Map<String, Claim> numbers = new HashMap<>();
        Map<String, Double> words = new HashMap<>();
        List<Claim> claims = new ArrayList<>();
        for (Profile p : block) {
            Claim claim = p.claim();
            claims.add(claim);
            documents.putIfAbsent(p.document().id(), p.document().withoutText());
            Claim other = numbersOf.get(claim.id());
            if (other != null) {
                numbers.put(claim.id(), other);
            }
            for (String word : p.context()) {
                Double weight = rarity.get(word);
                if (weight != null) {
                    words.put(word, weight);
                }
            }
        }
        return new GroupingTask(claims, List.copyOf(documents.values()), numbers, words);
    }

    /** The claims by occurrence, each in one group. */
    public List<Together> run() {
        Map<String, Document> known = new HashMap<>();
        documents.forEach(d -> known.put(d.id(), d));
        List<Profile> profiles = new ArrayList<>();
        for (Claim claim : claims) {
            Document document = Objects.requireNonNull(known.get(claim.document()));
            Profile own = Profile.of(claim, document);
            Claim other = numbersOf.get(claim.id());
            profiles.add(
                    other == null
                            ? own
                            : own.withNumbers(Profile.of(other, document).numbers()));
        }
        return EventMerger.grouped(profiles, new Affinity(rarity)).stream()
                .map(GroupingTask::together)
                .toList();
    }

    private static Together together(Group group) {
        return new Together(group.members.stream().map(p -> p.claim().id()).toList(), group.why);
    }
}
