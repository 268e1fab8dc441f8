package org.demarche.merge;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demarche.model.Citation;
import org.demarche.model.Claim;

/** "Moscow matched the figure": an answer that gives no number of its own has the number of what it says it matched. */
final class Matched {
    private Matched() {}

    /** Puts the numbers into the profiles of such answers, and says whose each took, by the claim's id. */
    static Map<String, Claim> fill(List<Profile> profiles) {
        Map<String, Claim> numbersOf = new TreeMap<>();
        Map<Citation, Profile> byTrigger = new TreeMap<>();
        profiles.forEach(p -> byTrigger.putIfAbsent(p.claim().trigger(), p));
        profiles.replaceAll(p -> {
            if (!p.numbers().isEmpty()) {
                return p;
            }
            for (Claim.ResponseCue cue : p.claim().cues()) {
                Citation other = cue.other();
                Profile first = other == null ? null : byTrigger.get(other);
                if (cue.answers()
                        && "symmetric".equals(cue.symmetry())
                        && first != null
                        && !first.numbers().isEmpty()) {
                    numbersOf.put(p.claim().id(), first.claim());
                    return p.withNumbers(first.numbers());
                }
            }
            return p;
        });
        return numbersOf;
    }
}
