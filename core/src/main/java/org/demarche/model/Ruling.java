package org.demarche.model;

import java.util.List;

/**
 * What a person ruled about which claims tell of one occurrence.
 *
 * @param id of the decision
 * @param kind whether the claims belong together or apart
 * @param claims ids: of one occurrence, or those that are of another than {@code others}
 * @param others ids from which {@code claims} are kept apart; empty for {@code ONE}
 * @param by who ruled
 */
public record Ruling(String id, Kind kind, List<String> claims, List<String> others, String by) {

    /** The kinds of ruling. */
    public enum Kind {
        ONE,
        APART
    }

    public Ruling {
        claims = List.copyOf(claims);
        others = List.copyOf(others);
    }

    /** Whether the two cannot both be followed. */
    public boolean contradicts(Ruling other) {
        if (kind == other.kind) {
            return false;
        }
        Ruling one = kind == Kind.ONE ? this : other;
        Ruling apart = kind == Kind.ONE ? other : this;
        return apart.claims.stream().anyMatch(one.claims::contains)
                && apart.others.stream().anyMatch(one.claims::contains);
    }
}
