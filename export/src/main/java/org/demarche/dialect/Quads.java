package org.demarche.dialect;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The four classes as PLOVER's 2.0 manual has them, for events whose data set has another variant or none. */
final class Quads {
    private Quads() {}

    /** The class of a PLOVER type, or null for a type that is none. */
    static @Nullable Integer ofType(@Nullable String type) {
        return switch (type == null ? "" : type.toUpperCase(Locale.ROOT)) {
            case "AGREE", "CONSULT", "SUPPORT", "CONCEDE" -> 1;
            case "COOPERATE", "AID", "RETREAT" -> 2;
            case "REQUEST", "ACCUSE", "REJECT", "THREATEN" -> 3;
            case "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT" -> 4;
            default -> null;
        };
    }

    /** The class of a CAMEO 1.1b3 code by its root, or null for what is no code. */
    static @Nullable Integer ofCameo(@Nullable String code) {
        if (code == null || code.length() < 2) {
            return null;
        }
        return switch (code.substring(0, 2)) {
            case "01", "02", "03", "04", "05" -> 1;
            case "06", "07", "08" -> 2;
            case "09", "10", "11", "12", "13" -> 3;
            case "14", "15", "16", "17", "18", "19", "20" -> 4;
            default -> null;
        };
    }
}
