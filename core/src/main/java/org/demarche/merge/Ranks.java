package org.demarche.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Disagreement;
import org.demarche.model.Disagreement.Kind;
import org.demarche.model.Event;
import org.jspecify.annotations.Nullable;

/** Whom an order to leave or a recall was about: an ambassador or a chargé, a diplomat or, in other words, a spy. */
final class Ranks {
    /** So many letters behind the words of the act stands whom it was done to. */
    private static final int BEHIND = 60;

    private static final Map<String, String> WORDS = new LinkedHashMap<>();

    /** Ranks of which one person has but one. */
    private static final List<String> POSTS = List.of("ambassador", "chargé d'affaires", "consul", "attaché");

    static {
        rank("ambassador", "ambassador", "ambassadors", "high commissioner");
        rank("chargé d'affaires", "chargé", "charge d’affaires", "charge d'affaires", "chargés");
        rank("consul", "consul", "consul general", "consul-general");
        rank("attaché", "attaché", "attache", "attachés", "attaches");
        rank(
                "spy",
                "spy",
                "spies",
                "intelligence officer",
                "intelligence officers",
                "intelligence agent",
                "intelligence agents",
                "intelligence service",
                "intelligence chief",
                "station chief",
                "spymaster",
                "secret agent");
        rank("diplomat", "diplomat", "diplomats", "envoy", "envoys", "embassy official", "embassy staff", "employees");
    }

    private Ranks() {}

    private static void rank(String name, String... words) {
        for (String word : words) {
            WORDS.put(word, name);
        }
    }

    /** Where reports differ about the rank of those that an event was about; null where they do not. */
    static @Nullable Disagreement find(Event e, List<Claim> own) {
        boolean persons = own.stream()
                .allMatch(c -> Family.of(c) == Family.EXPEL
                        || c.act().code().equals("recall-ambassador")
                        || c.act().code().equals("recall-staff"));
        if (!persons) {
            return null;
        }
        DisagreementFinder.Values values = new DisagreementFinder.Values();
        List<String> seen = new ArrayList<>();
        for (Claim c : own) {
            if (!c.factuality().stands()) {
                continue;
            }
            Map.Entry<String, Citation> rank = rank(c);
            if (rank != null) {
                values.put(rank.getKey(), rank.getValue());
                seen.add(rank.getKey());
            }
        }
        boolean posts = seen.stream().filter(POSTS::contains).distinct().count() > 1;
        boolean spies = seen.contains("spy") && seen.contains("diplomat");
        return (posts || spies) && values.documents().size() > 1
                ? values.of(e.id(), "rank", posts ? Kind.CONTRADICTION : Kind.WORDING)
                : null;
    }

    /** The rank that a claim names, in the words for whom it was done to or right behind those for the act. */
    private static Map.@Nullable Entry<String, Citation> rank(Claim claim) {
        for (Claim.Party p : claim.recipients()) {
            Citation named = p.citation();
            Map.Entry<String, Citation> found =
                    named == null || named.start() < claim.sentence().start() ? null : in(named);
            if (found != null) {
                return found;
            }
        }
        Citation sentence = claim.sentence();
        String text = sentence.quote();
        int n = text.codePointCount(0, text.length());
        int from = claim.trigger().start() - sentence.start();
        int to = claim.trigger().end() - sentence.start();
        if (from < 0 || to > n) {
            return null;
        }
        int a = text.offsetByCodePoints(0, from);
        int b = Math.min(text.length(), text.offsetByCodePoints(0, to) + BEHIND);
        String stretch = text.substring(a, b);
        int pause = stretch.indexOf(';');
        String clause = pause < 0 ? stretch : stretch.substring(0, pause);
        return in(new Citation(
                sentence.document(),
                claim.trigger().start(),
                claim.trigger().start() + clause.codePointCount(0, clause.length()),
                clause));
    }

    /** The first rank that a stretch of text names, the longest words for it. */
    private static Map.@Nullable Entry<String, Citation> in(Citation stretch) {
        String text = stretch.quote().toLowerCase(Locale.ROOT);
        if (text.length() != stretch.quote().length()) {
            return null;
        }
        int best = -1;
        String found = null;
        for (String word : WORDS.keySet()) {
            int at = text.indexOf(word);
            while (at >= 0 && !isWord(text, at, at + word.length())) {
                at = text.indexOf(word, at + 1);
            }
            boolean nearer = at >= 0
                    && (best < 0 || at < best || (at == best && found != null && word.length() > found.length()));
            if (nearer) {
                best = at;
                found = word;
            }
        }
        if (found == null) {
            return null;
        }
        int start = stretch.start() + stretch.quote().codePointCount(0, best);
        String quote = stretch.quote().substring(best, best + found.length());
        return Map.entry(
                Objects.requireNonNull(WORDS.get(found)),
                new Citation(stretch.document(), start, start + quote.codePointCount(0, quote.length()), quote));
    }

    private static boolean isWord(String text, int from, int to) {
        return (from == 0 || !Character.isLetter(text.charAt(from - 1)))
                && (to == text.length() || !Character.isLetter(text.charAt(to)));
    }
}
