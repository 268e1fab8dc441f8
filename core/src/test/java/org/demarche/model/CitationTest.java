package org.demarche.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CitationTest {
    /** The flag is one code point of two UTF-16 units. */
    private final Citation words = new Citation("doc", 10, 17, "\uD83C\uDFF4 Peru,");

    @Test
    void theRestOfAQuoteIsCountedInCodePointsOfTheDocument() {
        assertThat(words.quoteFrom(10)).isEqualTo(words.quote());
        assertThat(words.quoteFrom(12)).isEqualTo("Peru,");
    }

    @Test
    void nothingIsLeftAtTheEndOfAQuoteAndOutsideIt() {
        assertThat(words.quoteFrom(17)).isEmpty();
        assertThat(words.quoteFrom(18)).isEmpty();
        assertThat(words.quoteFrom(9)).isEmpty();
    }
}
