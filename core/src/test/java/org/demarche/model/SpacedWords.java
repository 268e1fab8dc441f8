package org.demarche.model;

import java.util.ArrayList;
import java.util.List;

/** Words of a text whose words and marks are parted by spaces. */
public final class SpacedWords {
    private SpacedWords() {}

    public static List<Word> words(String text) {
        List<Word> out = new ArrayList<>();
        int at = 0;
        for (String form : text.split(" ")) {
            out.add(new Word(new Span(at, at + form.length()), form));
            at += form.length() + 1;
        }
        return out;
    }
}
