package org.demarche.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Days;
import org.demarche.model.Disagreement;
import org.demarche.model.Disagreement.Kind;
import org.demarche.model.Event;
import org.demarche.model.Factuality;
import org.jspecify.annotations.Nullable;

/** Whether what was done broke the law: what one side or others hold against a side, and what that side says to it, in whatever report. */
final class Lawfulness {
    /** A reproach and its rejection so many days apart are of one matter. */
    private static final int ONE_MATTER_DAYS = 45;

    private static final int NEXT_SENTENCES = 2;

    private static final Set<String> BREACHES =
            Words.stems("violate violation violated violating breach breached breaching flout"
                    + " flouting flouted infringe infringement contravene contravention disregard trample");

    /** Words that say by themselves that it is the law that is broken. */
    private static final Set<String> ILLEGAL = Set.of("illegal", "illegally", "illegality", "unlawful", "unlawfully");

    private static final Set<String> LAWS =
            Set.of("law", "laws", "convention", "conventions", "treaty", "treaties", "charter", "norms", "obligations");

    /** What a reply calls a reproach. */
    private static final Set<String> TAKEN_UP = Words.stems(
            "accusation accusations allegation allegations charge charges claim claims notion suggestion reproach reproaches criticism");

    private final Map<String, Event> eventOf;

    private Lawfulness(Merged merged) {
        this.eventOf = merged.eventOf();
    }

    static List<Disagreement> find(Merged merged) {
        return new Lawfulness(merged).all(merged);
    }

    private List<Disagreement> all(Merged merged) {
        Map<String, List<Claim>> reproaches = new TreeMap<>();
        List<Claim> open = new ArrayList<>();
        List<Claim> replies = new ArrayList<>();
        for (Claim c : merged.claims()) {
            if ("ACCUSE".equals(c.act().type()) && c.factuality() == Factuality.ASSERTED && isOfLaw(c)) {
                Set<String> accused = Claim.Party.principals(c.recipients());
                accused.forEach(a ->
                        reproaches.computeIfAbsent(a, k -> new ArrayList<>()).add(c));
                if (accused.isEmpty()) {
                    open.add(c);
                }
            } else if ("REJECT".equals(c.act().type()) && c.factuality() == Factuality.ASSERTED) {
                replies.add(c);
            }
        }
        Map<String, DisagreementFinder.Values> bySide = new LinkedHashMap<>();
        Map<String, Event> about = new LinkedHashMap<>();
        for (Claim reply : replies) {
            for (String side : Claim.Party.principals(reply.actors())) {
                List<Claim> against = new ArrayList<>(reproaches.getOrDefault(side, List.of()));
                against.addAll(open);
                List<Claim> met = against.stream()
                        .filter(r -> isOfOneMatter(r, reply, side))
                        .filter(r -> isOfLaw(reply) || (takesUp(reply) && isNext(r, reply)))
                        .toList();
                for (Claim reproach : met) {
                    Event event = Objects.requireNonNull(eventOf.get(reproach.id()));
                    about.putIfAbsent(side, event);
                    DisagreementFinder.Values values =
                            bySide.computeIfAbsent(side, k -> new DisagreementFinder.Values());
                    values.put("unlawful", words(reproach));
                    values.put("lawful", words(reply));
                }
            }
        }
        List<Disagreement> out = new ArrayList<>();
        bySide.forEach((side, values) -> {
            Disagreement d = values.of(
                    Objects.requireNonNull(about.get(side)).id(),
                    "lawfulness",
                    values.isOfOneReport() ? Kind.INTERNAL : Kind.CONTRADICTION);
            if (d != null) {
                out.add(d);
            }
        });
        return out;
    }

    private boolean isOfOneMatter(Claim reproach, Claim reply, String side) {
        Event a = eventOf.get(reproach.id());
        Event b = eventOf.get(reply.id());
        return a != null
                && b != null
                && a != b
                && !Claim.Party.principals(reproach.actors()).contains(side)
                && Days.of(a.date()).gap(Days.of(b.date())) <= ONE_MATTER_DAYS;
    }

    private static boolean takesUp(Claim reply) {
        List<String> words = Words.split(reply.sentence().quote());
        return words.stream().map(Words::stem).anyMatch(TAKEN_UP::contains);
    }

    /** "The other side rejected any such notion": right behind the reproach. */
    private static boolean isNext(Claim reproach, Claim reply) {
        int back = reply.sentenceIndex() - reproach.sentenceIndex();
        return reproach.document().equals(reply.document())
                && back >= 0
                && back <= NEXT_SENTENCES
                && reproach.trigger().start() < reply.trigger().start();
    }

    private static boolean isOfLaw(Claim claim) {
        return !claim.sentence().equals(claim.trigger()) && span(claim) != null;
    }

    private static Citation words(Claim claim) {
        Citation span = span(claim);
        return span == null ? claim.trigger() : span;
    }

    /** From the word for a breach to the law that is named with it, behind the words of the claim; null where it is of no law. */
    private static @Nullable Citation span(Claim claim) {
        Citation sentence = claim.sentence();
        String text = sentence.quote();
        int n = text.codePointCount(0, text.length());
        int from = claim.trigger().start() - sentence.start();
        if (from < 0 || from > n) {
            return null;
        }
        int first = -1;
        int last = -1;
        boolean breach = false;
        boolean named = false;
        boolean illegal = false;
        int at = text.offsetByCodePoints(0, from);
        for (int i = at; i < text.length(); ) {
            int j = i;
            while (j < text.length() && Character.isLetter(text.charAt(j))) {
                j++;
            }
            if (j > i) {
                String word = text.substring(i, j).toLowerCase(Locale.ROOT);
                boolean broken = BREACHES.contains(Words.stem(word));
                boolean law = LAWS.contains(word);
                if (broken || law || ILLEGAL.contains(word)) {
                    breach |= broken;
                    named |= law;
                    illegal |= ILLEGAL.contains(word);
                    first = first < 0 ? i : first;
                    last = j;
                }
            }
            i = Math.max(j, i + 1);
        }
        if (!illegal && !(breach && named)) {
            return null;
        }
        int start = sentence.start() + text.codePointCount(0, first);
        int end = sentence.start() + text.codePointCount(0, last);
        return new Citation(sentence.document(), start, end, text.substring(first, last));
    }
}
