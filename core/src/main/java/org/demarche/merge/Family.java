package org.demarche.merge;

import java.util.List;
import java.util.Set;
import org.demarche.model.Act;
import org.demarche.model.Attribute;
import org.demarche.model.Change;
import org.demarche.model.Claim;
import org.demarche.model.Subject;

/**
 * The kind of occurrence that an act is, coarser than its code: reports of one occurrence may code it differently ("revoked", "expelled",
 * "sent home"), but never across families.
 */
enum Family {
    /** Persons are made to leave: expulsions, accreditations revoked, orders to go. */
    EXPEL,
    /** How many may stay is cut or raised; posts are abolished. */
    CEILING,
    /** A mission, office, body, programme or the relations are suspended, closed, left, recalled. */
    STOP,
    /** They are established, opened, signed, joined. */
    START,
    /** Help, exchange and support that begins nothing. */
    DEED,
    /** They are taken up again. */
    RESUME,
    /** Meetings, visits, calls. */
    MEET,
    /** Force and coercion other than against diplomats. */
    FORCE,
    /** Words: accusation, refusal, request, offer, threat. */
    WORDS,
    /** A standing state or anything else. */
    OTHER;

    private static final Set<String> WORD_TYPES =
            Set.of("ACCUSE", "REJECT", "REQUEST", "AGREE", "THREATEN", "CONCEDE", "PROTEST");
    private static final List<String> AGAIN =
            List.of("resum", "reopen", "restor", "return", "reinstat", "lift", "normali");
    private static final List<String> CEILINGS = List.of("ceiling", "quota", "posts", "vacanc", "staff-size", "parity");
    private static final List<String> STARTS = List.of(
            "establish",
            "open",
            "create",
            "found",
            "sign",
            "join",
            "adopt",
            "begin",
            "start",
            "launch",
            "set-up",
            "admit",
            "ratif",
            "accede",
            "recogni",
            "elevate",
            "upgrade");

    static Family of(Claim claim) {
        Act act = claim.act();
        String code = act.code();
        String type = act.type() == null ? "" : act.type();
        if (claim.changes().stream().map(Change::attribute).anyMatch(a -> a == Attribute.CEILING)
                || has(code, CEILINGS)) {
            return CEILING;
        }
        return switch (type) {
            case "SANCTION" -> "expel".equals(act.mode()) ? EXPEL : STOP;
            case "SUPPORT", "COOPERATE", "CONCEDE", "AID" ->
                has(code, AGAIN) ? RESUME : has(code, STARTS) || opens(claim) ? START : DEED;
            case "CONSULT" -> MEET;
            case "COERCE" -> shuts(claim) ? STOP : FORCE;
            case "ASSAULT", "MOBILIZE" -> FORCE;
            case "" -> has(code, STARTS) ? START : has(code, AGAIN) ? RESUME : OTHER;
            default -> WORD_TYPES.contains(type) ? WORDS : OTHER;
        };
    }

    private static boolean opens(Claim claim) {
        return claim.changes().stream().anyMatch(c -> c.nature() == Change.Nature.BEGINS && "open".equals(c.value()));
    }

    /** A house that one report has closed another has seized. */
    private static boolean shuts(Claim claim) {
        return claim.changes().stream()
                .anyMatch(c -> "closed".equals(c.value()) && c.subject().kind() == Subject.Kind.OFFICE);
    }

    private static boolean has(String code, List<String> stems) {
        return stems.stream().anyMatch(s -> code.startsWith(s) || code.contains("-" + s));
    }

    /** Whether it is one occurrence whoever of the two sides is named first. */
    boolean isMutual() {
        return this == START || this == RESUME || this == MEET;
    }

    /** Whether it is told apart from others of its family by the thing it is about. */
    boolean isAboutSubject() {
        return this == STOP || this == START || this == RESUME || this == CEILING;
    }
}
