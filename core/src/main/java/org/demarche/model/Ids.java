package org.demarche.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Identifiers derived from content, so that the same input gives the same ids on any machine in any order. */
public final class Ids {
    private Ids() {}

    /** Prefix, colon, and twelve hex digits of the SHA-256 of the parts, which are told apart by a zero byte. */
    public static String of(String prefix, String... parts) {
        return prefix + ":" + sha256(String.join("\0", parts)).substring(0, 12);
    }

    /** SHA-256 of a text in UTF-8, hex. */
    public static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
