package org.demarche.dialect;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What three data sets make of a CAMEO 1.1b3 code: its Goldstein value and its class. They differ, so none is ever mixed with another.
 * Sources: the published scales in {@code cameo-goldstein.tsv}, whose header says how they number.
 */
final class Cameo {
    /** Whose values. */
    enum Scale {
        GDELT(1),
        ICEWS(2),
        PHOENIX(3);

        private final int column;

        Scale(int column) {
            this.column = column;
        }
    }

    /** Codes that CAMEO 0.9 numbers otherwise, from 1.1b3 to 0.9: embargo, halt negotiations, expel or withdraw. */
    private static final Map<String, String> OLD = Map.of("163", "166", "164", "163", "166", "164");

    private static final Map<String, String[]> VALUES = new HashMap<>();

    static {
        for (String[] row : Resource.rows("cameo-goldstein.tsv")) {
            VALUES.put(row[0], row);
        }
    }

    private Cameo() {}

    /** The Goldstein value, that of the nearest code above where the scale has none for the code itself; null where it has none at all. */
    static @Nullable Double goldstein(String code, Scale scale) {
        String wanted = scale == Scale.PHOENIX ? old(code) : code;
        for (String at = wanted; at.length() >= 2; at = at.substring(0, at.length() - 1)) {
            String[] row = VALUES.get(at);
            String value = row == null ? "" : Resource.cell(row, scale.column);
            if (!value.isEmpty()) {
                return Double.valueOf(value);
            }
        }
        return null;
    }

    /** The same act's code in CAMEO 0.9. */
    static String old(String code) {
        String three = code.length() > 3 ? code.substring(0, 3) : code;
        String other = OLD.get(three);
        return other == null ? code : other + code.substring(three.length());
    }

    /** The same act's code in CAMEO 1.1b3, of one in CAMEO 0.9. */
    static String fromOld(String code) {
        String three = code.length() > 3 ? code.substring(0, 3) : code;
        return OLD.entrySet().stream()
                .filter(e -> e.getValue().equals(three))
                .map(e -> e.getKey() + code.substring(three.length()))
                .findFirst()
                .orElse(code);
    }

    static String root(String code) {
        return code.substring(0, 2);
    }

    static String base(String code) {
        return code.length() < 3 ? code : code.substring(0, 3);
    }

    /** GDELT's quad class, 1 to 4: it counts investigations as material co-operation and protests as verbal conflict. */
    static int quadGdelt(String code) {
        int root = Integer.parseInt(root(code));
        if (root <= 5) {
            return 1;
        }
        if (root <= 9) {
            return 2;
        }
        return root <= 14 ? 3 : 4;
    }

    /** Phoenix's penta class, 0 to 4: 0 are statements and appeals, and reduced relations are verbal conflict. */
    static int pentaPhoenix(String code) {
        int root = Integer.parseInt(root(code));
        if (root <= 2) {
            return 0;
        }
        if (root <= 5) {
            return 1;
        }
        if (root <= 8) {
            return 2;
        }
        return root <= 13 || root == 16 ? 3 : 4;
    }

    /** A value as the data sets write it: at least one digit after the point. */
    static String shown(@Nullable Double value) {
        return value == null ? "" : String.valueOf(value);
    }
}
