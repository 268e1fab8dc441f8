package org.demarche.merge;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Event;
import org.jspecify.annotations.Nullable;

/**
 * What the last merge worked out, for the next one of nearly the same claims. Nothing is taken over but what was worked out from equal
 * input, so what comes out is the same as without it. Given back when memory runs short. Safe for use by several threads.
 */
public final class MergeMemory {
    /** Of more claims than these nothing is remembered. */
    private static final int MOST_CLAIMS = 100_000;

    private volatile SoftReference<Rounds> last = new SoftReference<>(null);

    /**
     * One grouping of claims.
     *
     * @param inText what was grouped, in the order of the claims
     * @param profiles the same by claim, before one claim lends another its numbers
     * @param rarity how telling each stem was
     * @param blocks by the claim that comes first in each
     * @param groups of all blocks
     */
    record Round(
            List<Profile> inText,
            Map<String, Profile> profiles,
            Map<String, Double> rarity,
            Map<String, Block> blocks,
            List<Group> groups) {

        static final Round NONE = new Round(List.of(), Map.of(), Map.of(), Map.of(), List.of());

        /** The groups of a block, where it was grouped already by words that told as much; else null. */
        @Nullable
        List<Group> groups(List<Profile> block, Map<String, Double> words) {
            Block same = blocks.get(block.get(0).claim().id());
            return same != null && isSame(same.profiles, block) && (words == rarity || tellAsMuch(block, words))
                    ? same.groups
                    : null;
        }

        /** The same words as they were known already, where each tells as much as it did. */
        static Map<String, Double> known(Map<String, Double> words, List<Round> rounds) {
            return rounds.stream()
                    .map(Round::rarity)
                    .filter(words::equals)
                    .findFirst()
                    .orElse(words);
        }

        private boolean tellAsMuch(List<Profile> block, Map<String, Double> words) {
            return block.stream()
                    .allMatch(p -> p.context().stream().allMatch(w -> Objects.equals(words.get(w), rarity.get(w))));
        }

        static boolean isSame(List<Profile> some, List<Profile> others) {
            if (some.size() != others.size()) {
                return false;
            }
            for (int i = 0; i < some.size(); i++) {
                if (some.get(i) != others.get(i) && !some.get(i).equals(others.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Claims that have nothing to do with others, and their groups. */
    record Block(List<Profile> profiles, List<Group> groups) {}

    /** The event that was made of a group, of claims and reports as they were then. */
    record Built(List<Claim> claims, List<Document> reports, Event event) {}

    /** A whole merge: it groups twice, and makes events of the second groups. */
    record Rounds(Round first, Round second, Map<Group, Built> events) {
        static final Rounds NONE = new Rounds(Round.NONE, Round.NONE, Map.of());
    }

    Rounds last() {
        Rounds known = last.get();
        return known == null ? Rounds.NONE : known;
    }

    void keep(Rounds rounds) {
        last = new SoftReference<>(rounds.first.inText.size() > MOST_CLAIMS ? Rounds.NONE : rounds);
    }
}
