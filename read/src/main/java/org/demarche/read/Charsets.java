package org.demarche.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/** Bytes into text: UTF-8 where it is valid, else what the file declares, else what its bytes look like. */
final class Charsets {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private Charsets() {}

    /**
     * A decoded text.
     *
     * @param charset name of the character set where it had to be declared or guessed, or null for UTF-8
     */
    record Decoded(String text, @Nullable String charset) {}

    /**
     * Decodes.
     *
     * @param declared what the page or message says of itself, or null
     */
    static Decoded decode(byte[] bytes, @Nullable String declared) {
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return new Decoded(new String(bytes, StandardCharsets.UTF_16LE), "UTF-16LE");
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return new Decoded(new String(bytes, StandardCharsets.UTF_16BE), "UTF-16BE");
        }
        try {
            return new Decoded(strictly(bytes, StandardCharsets.UTF_8), null);
        } catch (CharacterCodingException notUtf8) {
            Charset charset = named(declared);
            if (charset == null || charset.equals(StandardCharsets.UTF_8)) {
                charset = guess(bytes);
            }
            return new Decoded(new String(bytes, charset), charset.name());
        }
    }

    private static String strictly(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /** A few bad bytes in a UTF-8 text leave it UTF-8 with marks; more of them mean another character set. */
    private static Charset guess(byte[] bytes) {
        int bad = 0;
        int high = 0;
        String lenient = new String(bytes, StandardCharsets.UTF_8);
        for (int i = 0; i < lenient.length(); i++) {
            char c = lenient.charAt(i);
            bad += c == '\uFFFD' ? 1 : 0;
            high += c > 127 ? 1 : 0;
        }
        if (high > 0 && bad * 5 < high) {
            return StandardCharsets.UTF_8;
        }
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, Math.min(bytes.length, 1 << 16));
        detector.dataEnd();
        Charset found = named(detector.getDetectedCharset());
        return found == null || found.equals(StandardCharsets.UTF_8) || found.equals(StandardCharsets.US_ASCII)
                ? WINDOWS
                : found;
    }

    private static @Nullable Charset named(@Nullable String name) {
        if (name == null) {
            return null;
        }
        try {
            Charset charset = Charset.forName(name.trim());
            return charset.equals(StandardCharsets.ISO_8859_1) ? WINDOWS : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static boolean startsWith(byte[] bytes, int a, int b) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == a && (bytes[1] & 0xFF) == b;
    }
}
