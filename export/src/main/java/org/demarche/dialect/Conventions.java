package org.demarche.dialect;

/**
 * Which variant of the field's conventions a dialect follows.
 *
 * @param codes the code book of its event codes ({@code CAMEO 1.1b3}, {@code PLOVER 2.0}), or {@code none}
 * @param quad where its quad classes come from
 * @param scale whose conflict-cooperation values it carries: {@code gdelt}, {@code icews}, {@code phoenix}, {@code plover} or {@code none}
 * @param missing how it writes a missing value, in words
 * @param never what it never carries, whatever the ledger has, in words
 */
public record Conventions(String codes, String quad, String scale, String missing, String never) {}
