package org.demarche.dialect;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.model.Ids;

/**
 * Whole numbers for formats whose ids are numbers. A number is the first 53 bits of the SHA-256 of what it stands for, so that it is the same
 * in every run and exact in programs that keep numbers as doubles; where two would be the same, the one whose key comes later is hashed anew.
 */
final class Surrogates {
    private final Map<String, Long> numbers = new HashMap<>();

    Surrogates(Collection<String> keys) {
        Set<Long> taken = new HashSet<>();
        for (String key : new TreeSet<>(keys)) {
            String text = key;
            long number = number(text);
            while (number == 0 || !taken.add(number)) {
                text += "\0again";
                number = number(text);
            }
            numbers.put(key, number);
        }
    }

    private static long number(String text) {
        return Long.parseUnsignedLong(Ids.sha256(text).substring(0, 16), 16) >>> 11;
    }

    long of(String key) {
        Long number = numbers.get(key);
        if (number == null) {
            throw new IllegalArgumentException("no number was given to " + key);
        }
        return number;
    }
}
