package org.demarche.dialect;

import org.jspecify.annotations.Nullable;

/**
 * A person's decision about the ledger, as provenance tells it.
 *
 * @param at when, ISO 8601 in UTC
 * @param kind {@code accept}, {@code reject}, {@code set} …
 * @param target id of the claim, event or document it is about
 * @param why the reason, or null where none was given
 */
public record Decided(
        String id,
        String at,
        String by,
        String kind,
        String target,
        @Nullable String why) {}
