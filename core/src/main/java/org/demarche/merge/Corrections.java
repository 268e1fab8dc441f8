package org.demarche.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.demarche.model.Claim;
import org.demarche.model.Claim.Correction;
import org.demarche.model.Disagreement;
import org.demarche.model.Disagreement.Kind;
import org.demarche.model.Event;
import org.demarche.model.Factuality;
import org.demarche.model.Mention.OfQuantity.Role;

/**
 * What a report takes back, against what it says instead in the next sentences, or what other reports say that the same side did to such a
 * thing.
 */
final class Corrections {
    private static final int NEXT_SENTENCES = 2;

    private static final Set<String> HOUSES =
            Words.stems("embassy embassies consulate consulates mission missions office offices border airspace");

    private Corrections() {}

    static List<Disagreement> find(Merged merged, Map<String, Claim> claims) {
        Map<String, Event> eventOf = merged.eventOf();
        Map<String, List<Claim>> byDocument = new TreeMap<>();
        List<Claim> wrong = new ArrayList<>();
        for (Claim c : merged.claims()) {
            byDocument.computeIfAbsent(c.document(), k -> new ArrayList<>()).add(c);
            if (c.factuality() == Factuality.RETRACTED) {
                wrong.add(c);
            }
        }
        List<Disagreement> out = new ArrayList<>(numbers(merged, claims, eventOf));
        for (Claim c : wrong) {
            Event event = eventOf.get(c.id());
            Correction said = c.correction();
            boolean told = said != null && said.rightValue() == null;
            boolean alone =
                    event != null && event.claims().size() == 1 && Family.of(c).isAboutSubject();
            if (event == null || !told && !alone) {
                continue;
            }
            DisagreementFinder.Values values = new DisagreementFinder.Values();
            values.put(Wording.of(c) + " (taken back)", Wording.phrase(c));
            List<Claim> right = new ArrayList<>();
            byDocument.getOrDefault(c.document(), List.of()).stream()
                    .filter(o -> o.sentenceIndex() > c.sentenceIndex()
                            && o.sentenceIndex() - c.sentenceIndex() <= NEXT_SENTENCES
                            && isRival(o, c))
                    .forEach(right::add);
            merged.claims().stream()
                    .filter(o -> !o.document().equals(c.document()) && isRival(o, c) && isOfOneThing(o, c))
                    .sorted(Comparator.comparing(Claim::trigger))
                    .forEach(right::add);
            right.forEach(o -> values.put(Wording.of(o), Wording.phrase(o)));
            boolean coded =
                    said != null && right.stream().anyMatch(o -> o.trigger().overlaps(said.right()));
            if (said != null && told && !coded) {
                values.put(said.right().quote(), said.right());
            }
            Disagreement d = values.of(event.id(), "act", Kind.CORRECTION);
            if (d != null) {
                out.add(d);
            }
        }
        return out;
    }

    /** The numbers that reports take back, with what they say instead and what others tell of the event. */
    private static List<Disagreement> numbers(Merged merged, Map<String, Claim> claims, Map<String, Event> eventOf) {
        List<Disagreement> out = new ArrayList<>();
        for (Claim c : merged.claims()) {
            Correction said = c.correction();
            Event event = eventOf.get(c.id());
            Double wrong = said == null ? null : said.wrongValue();
            Double right = said == null ? null : said.rightValue();
            if (said == null || event == null || wrong == null || right == null) {
                continue;
            }
            DisagreementFinder.Values values = new DisagreementFinder.Values();
            values.put(Amount.number(right), said.right());
            values.put(Amount.number(wrong), said.wrong());
            event.claims().stream()
                    .map(claims::get)
                    .filter(o -> o != null && o != c)
                    .forEach(o -> o.quantities().stream()
                            .filter(q -> q.role() == Role.COUNT && q.value() != null)
                            .limit(1)
                            .forEach(q -> values.put(Amount.number(Objects.requireNonNull(q.value())), q.citation())));
            Disagreement d = values.of(event.id(), "count", Kind.CORRECTION);
            if (d != null) {
                out.add(d);
            }
        }
        return out;
    }

    /** Said for sure of another act of that family by the same side. */
    private static boolean isRival(Claim other, Claim wrong) {
        return other.factuality() == Factuality.ASSERTED
                && Family.of(other) == Family.of(wrong)
                && !Wording.of(other).equals(Wording.of(wrong))
                && !disjoint(Claim.Party.principals(other.actors()), Claim.Party.principals(wrong.actors()));
    }

    /** About a thing that both name: one subject, or one common noun for houses. */
    private static boolean isOfOneThing(Claim a, Claim b) {
        boolean subject =
                a.subjects().stream().anyMatch(s -> b.subjects().stream().anyMatch(t -> t.id().equals(s.id())));
        Set<String> shared = new TreeSet<>(Words.stems(a.sentence().quote()));
        shared.retainAll(Words.stems(b.sentence().quote()));
        return subject || shared.stream().anyMatch(HOUSES::contains);
    }

    private static boolean disjoint(Set<String> a, Set<String> b) {
        return a.stream().noneMatch(b::contains);
    }
}
