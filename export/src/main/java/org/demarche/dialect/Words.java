package org.demarche.dialect;

import java.util.Locale;

/** Constants of the model as people read them. */
final class Words {
    private static final String[] QUADS = {
        "VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT"
    };

    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** {@code revoke accreditation}, of {@code revoke-accreditation}. */
    static String act(String code) {
        return code.replace('-', ' ');
    }

    /** The name of a quad class from 1 to 4. */
    static String quad(int quad) {
        return QUADS[quad - 1];
    }
}
