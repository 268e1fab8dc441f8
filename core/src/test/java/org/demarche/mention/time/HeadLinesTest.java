package org.demarche.mention.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.demarche.model.Span;
import org.junit.jupiter.api.Test;

class HeadLinesTest {

    private static List<String> lines(String text) {
        return HeadLines.of(text, new Span(0, text.length())).stream()
                .map(span -> span.in(text))
                .toList();
    }

    @Test
    void aTitleAndADateThatWereReadAsOneAreAlsoReadApart() {
        String text = "Envoys told to go\nThe Herald, Friday, 8 October 2021";

        assertThat(lines(text)).containsExactly(text, "Envoys told to go", "The Herald, Friday, 8 October 2021");
    }

    @Test
    void wrappedTextIsOneLine() {
        String text = "The envoy was told to go by the ministry on\nFriday, 8 October 2021, and his staff with\nhim";

        assertThat(lines(text)).containsExactly(text);
    }

    @Test
    void theEndOfASentenceIsNoDateLine() {
        assertThat(lines("He was told to go on\n8 October 2021.")).hasSize(2);
    }
}
