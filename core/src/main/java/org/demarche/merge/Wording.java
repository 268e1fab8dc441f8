package org.demarche.merge;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Factuality;
import org.jspecify.annotations.Nullable;

/**
 * What reports call an act. Words of one sense ("shut", "closure") are one wording; words that name different legal acts (an accreditation
 * refused, revoked; an office suspended, closed, banned) are two, even where the outcome is the same.
 */
final class Wording {
    private static final int MOST_WORDS = 7;

    private static final Map<String, Set<String>> SENSES = new LinkedHashMap<>();

    /** Names for a use of force that say what it was to whoever tells it. */
    private static final Map<String, Set<String>> FORCE = new LinkedHashMap<>();

    /** The senses that words can have in a family of acts; all where it is not listed. */
    private static final Map<Family, Set<String>> FITTING = Map.of(
            Family.EXPEL, Set.of("refuse", "revoke", "expel", "order to leave", "ban", "recall"),
            Family.STOP,
                    Set.of(
                            "refuse",
                            "revoke",
                            "suspend",
                            "close",
                            "end",
                            "ban",
                            "sever",
                            "recall",
                            "abolish",
                            "reduce",
                            "order to leave"),
            Family.START, Set.of("establish", "sign", "become"));

    /** How sure an accusation is. */
    private static final Map<String, Set<String>> SURE = new LinkedHashMap<>();

    static {
        sense("refuse", "refus deny den declin reject non");
        sense("revoke", "revok withdrew withdraw withdrawn cancel strip annul rescind");
        sense(
                "expel",
                "persona personae expel expul oust eject throw threw thrown kick banish deport grata send sent home door unwelcom");
        sense("order to leave", "leav left go gone depart");
        sense("suspend", "suspend suspen freez froz frozen halt paus interrupt");
        sense("close", "clos shut shutter");
        sense("end", "terminat termin end ceas stop discontinu");
        sense("ban", "ban prohibit forbid outlaw");
        sense("sever", "sever severanc break broken brok breakdown rupt");
        sense("recall", "recal");
        sense("abolish", "abolish scrap");
        sense("establish", "establish creat found form set open launch start begin beg began");
        sense("sign", "sign adopt adopt conclud");
        sense("become", "becam becom");
        sense("reduce", "reduc reduct cut low lower halv shrink trim");
        sense("invade", "invas inva invad");
        sense("war", "war conflict");
        sense("annex", "annex");
        sense("attack", "attack assault");
        force("war", "war wars conflict fighting hostilities");
        force("invasion", "invasion invaded invade invading");
        force("annexation", "annexed annexation annex annexing reunification");
        force("operation", "operation intervention");
        force("incursion", "incursion intrusion trespass entered entry entering");
        force("raid", "raid raided raiding storm stormed storming assault assaulted attack attacked attacking broke");
        force("death", "death died");
        force("murder", "murder murdered");
        force("assassination", "assassination assassinated assassinating");
        force("arrest", "arrest arrested arresting detain detained detention");
        force("abduction", "abduct abducted abduction kidnap kidnapped kidnapping snatched");
        SURE.put(
                "accuse",
                Words.stems("accused accuse accusing accusation alleged allege allegation charged blamed blaming"));
        SURE.put(
                "call",
                Words.stems("called call calling labelled labeled labelling labeling described branded dubbed"));
        SURE.put("conclude", Words.stems("concluded conclude determined assessed identified established proved"));
        SURE.put(
                "suggest",
                Words.stems("suggested suggest hinted implied wondered suspects suspected possible insinuated"));
    }

    private static void force(String name, String words) {
        FORCE.put(name, Words.stems(words));
    }

    /** Verbs that only carry the noun that says what was done: "express regret", "issue a denial". */
    private static final Set<String> LIGHT =
            Set.of("express", "voic", "issu", "mak", "mad", "giv", "gav", "tak", "took");

    private static final Set<String> ECHOES = Words.stems("matched reciprocated retaliated responded mirrored");

    private Wording() {}

    private static void sense(String name, String stems) {
        SENSES.put(name, Arrays.stream(stems.split(" ")).collect(Collectors.toSet()));
    }

    /** The sense of a claim's words; the first content word where none is listed. */
    static String of(Claim claim) {
        List<String> words = Words.split(claim.trigger().quote());
        if (claim.factuality() == Factuality.DENIED) {
            return "no such act";
        }
        Family family = Family.of(claim);
        String code = claim.act().code();
        for (String word : family == Family.WORDS ? List.<String>of() : words) {
            String stem = Words.stem(word);
            for (Map.Entry<String, Set<String>> sense : SENSES.entrySet()) {
                if (sense.getValue().contains(stem)) {
                    return ofCode(sense.getKey(), code);
                }
            }
        }
        if (family == Family.EXPEL) {
            return "order to leave";
        }
        String named = family == Family.WORDS ? null : named(code);
        if (named != null) {
            return named;
        }
        List<String> stems =
                words.stream().filter(w -> !Words.isEmpty(w)).map(Words::stem).toList();
        return stems.stream()
                .filter(w -> !LIGHT.contains(w))
                .findFirst()
                .orElse(stems.isEmpty() ? claim.act().code() : stems.get(0));
    }

    /**
     * The sense of a claim's words where they name one act and not another: a legal measure ("suspended", "closed"), a use of force by what it
     * is to whoever tells it ("operation", "raid"), an accusation by how sure it is ("accused", "suggested"). Null where they only say that it was done or said.
     */
    static @Nullable String telling(Claim claim) {
        Family family = Family.of(claim);
        Map<String, Set<String>> senses = switch (family) {
            case FORCE -> FORCE;
            case WORDS ->
                "ACCUSE".equals(claim.act().type())
                                && "allege".equals(claim.act().mode())
                        ? SURE
                        : Map.of();
            case EXPEL, STOP, CEILING, START -> SENSES;
            default -> Map.of();
        };
        Set<String> fitting = FITTING.getOrDefault(family, senses.keySet());
        for (String word : Words.split(claim.trigger().quote())) {
            String stem = Words.stem(word);
            for (Map.Entry<String, Set<String>> sense : senses.entrySet()) {
                if (sense.getValue().contains(stem) && fitting.contains(sense.getKey())) {
                    return ofAct(sense.getKey(), claim.act().code());
                }
            }
        }
        String named = family == Family.STOP ? named(claim.act().code()) : null;
        return named == null || !fitting.contains(named)
                ? null
                : ofAct(named, claim.act().code());
    }

    private static String ofAct(String sense, String code) {
        return sense.equals("end") && code.equals("sever-relations") ? "sever" : ofCode(sense, code);
    }

    /** Whether a claim only says that the same was done ("followed suit"), and so calls it nothing. */
    static boolean isEcho(Claim claim) {
        List<String> words = Words.split(claim.trigger().quote());
        return words.stream().map(Words::stem).anyMatch(ECHOES::contains)
                || words.contains("suit")
                || words.contains("same");
    }

    /** "Cut ties" severs them, "withdrew the ambassador" recalls him: words that mean one thing in one act and another in the next. */
    private static String ofCode(String sense, String code) {
        if (sense.equals("reduce") && (code.startsWith("sever-") || code.equals("suspend-contacts"))) {
            return "sever";
        }
        return code.startsWith("recall-") ? "recall" : sense;
    }

    /** The sense that the name of an act has itself, where its words tell none; null where it has none. */
    private static @Nullable String named(String code) {
        String verb = Words.stem(code.split("-", 2)[0]);
        for (Map.Entry<String, Set<String>> sense : SENSES.entrySet()) {
            if (code.indexOf('-') > 0 && sense.getValue().contains(verb)) {
                return sense.getKey();
            }
        }
        return null;
    }

    static boolean isListed(String sense) {
        return SENSES.containsKey(sense);
    }

    /** The trigger with the words that go on from it, to the next mark of punctuation. */
    static Citation phrase(Claim claim) {
        Citation trigger = claim.trigger();
        Citation sentence = claim.sentence();
        String text = sentence.quote();
        int n = text.codePointCount(0, text.length());
        int from = trigger.end() - sentence.start();
        if (trigger.start() < sentence.start() || from > n || from < 0) {
            return trigger;
        }
        int at = text.offsetByCodePoints(0, from);
        int end = at;
        int words = Words.split(trigger.quote()).size();
        boolean inWord = false;
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c) || c == '’' || c == '\'' || c == '-') {
                if (!inWord && ++words > MOST_WORDS) {
                    break;
                }
                inWord = true;
                end = i + 1;
            } else if (c == ' ') {
                inWord = false;
            } else {
                break;
            }
        }
        int start = text.offsetByCodePoints(0, trigger.start() - sentence.start());
        if (end <= start) {
            return trigger;
        }
        int last = sentence.start() + text.codePointCount(0, end);
        return last <= trigger.end()
                ? trigger
                : new Citation(trigger.document(), trigger.start(), last, text.substring(start, end));
    }
}
