package org.demarche.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The kind of an act: our own fine code and its place in the field's code books.
 *
 * @param code our code ({@code revoke-accreditation}); documented in the lexicon
 * @param type PLOVER 2.0 type in capitals, or null where the act is outside PLOVER (a standing state, a comment)
 * @param mode PLOVER 2.0 mode in lower case, or null
 * @param contexts PLOVER contexts, sorted
 * @param cameo CAMEO 1.1b3 code, or null
 * @param quad 1 verbal co-operation, 2 material co-operation, 3 verbal conflict, 4 material conflict; null outside PLOVER
 * @param goldstein Goldstein value of the CAMEO code on GDELT's scale, or null
 */
public record Act(
        String code,
        @Nullable String type,
        @Nullable String mode,
        List<String> contexts,
        @Nullable String cameo,
        @Nullable Integer quad,
        @Nullable Double goldstein) {
    /** The code of what is no act: how things stand. */
    public static final String STATE = "state";

    public Act {
        contexts = List.copyOf(contexts);
    }

    /** Whether no act is told, only how things stand: "the post is vacant". Its place is among the states. */
    public boolean isState() {
        return code.equals(STATE);
    }
}
