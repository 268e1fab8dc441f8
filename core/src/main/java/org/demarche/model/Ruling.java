package org.demarche.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person ruled about claims: which tell of one occurrence, and whose reading of it is shown.
 *
 * @param id of the decision
 * @param kind whether the claims belong together or apart, or are shown before others
 * @param claims ids: of one occurrence, or those that are of another than {@code others}, or those that are shown before {@code others}
 * @param others ids from which {@code claims} are kept apart or before which they are shown; empty for {@code ONE}
 * @param by who ruled
 * @param field the field that claims are preferred for ({@code date}, {@code act}, {@code status}); null for the other kinds
 */
public record Ruling(
        String id,
        Kind kind,
        List<String> claims,
        List<String> others,
        String by,
        @Nullable String field) {

    /** The kinds of ruling. */
    public enum Kind {
        ONE,
        APART,
        PREFERRED
    }

    public Ruling {
        claims = List.copyOf(claims);
        others = List.copyOf(others);
    }

    /** Of claims that belong together or apart. */
    public Ruling(String id, Kind kind, List<String> claims, List<String> others, String by) {
        this(id, kind, claims, others, by, null);
    }

    /** Whether the two cannot both be followed. */
    public boolean contradicts(Ruling other) {
        if (kind == Kind.PREFERRED || other.kind == Kind.PREFERRED) {
            return kind == other.kind
                    && Objects.equals(field, other.field)
                    && claims.stream().anyMatch(other.others::contains)
                    && other.claims.stream().anyMatch(others::contains);
        }
        if (kind == other.kind) {
            return false;
        }
        Ruling one = kind == Kind.ONE ? this : other;
        Ruling apart = kind == Kind.ONE ? other : this;
        return apart.claims.stream().anyMatch(one.claims::contains)
                && apart.others.stream().anyMatch(one.claims::contains);
    }
}
