package org.demarche.mention.time;

import java.util.ArrayList;
import java.util.List;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.model.Mention;
import org.demarche.model.PartialDate;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/** Small reports for the tests of this package: a line is a paragraph, a full stop before a capital ends a sentence. */
final class Reports {
    private Reports() {}

    static Document report(String text, @Nullable String published) {
        PartialDate day =
                published == null ? null : PartialDate.parse(published).orElseThrow();
        Dateline dateline = day == null
                ? Dateline.UNKNOWN
                : new Dateline(day, day, When.Precision.DAY, Dateline.Basis.SUPPLIED, null);
        return new Document("doc:test", "test.txt", "test.txt", "0", null, null, null, null, "en", dateline, text);
    }

    static List<Sentence> sentences(String text) {
        List<Sentence> out = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean line = i == text.length() || text.charAt(i) == '\n';
            boolean stop = !line
                    && i + 2 < text.length()
                    && ".?!".indexOf(text.charAt(i)) >= 0
                    && text.charAt(i + 1) == ' '
                    && Character.isUpperCase(text.charAt(i + 2))
                    && !Character.isUpperCase(text.charAt(Math.max(0, i - 1)));
            if (line || stop) {
                int end = line ? i : i + 1;
                int from = start;
                while (from < end && Character.isWhitespace(text.charAt(from))) {
                    from++;
                }
                if (from < end) {
                    out.add(new Sentence(out.size(), new Span(from, end), Sentence.Kind.BODY, List.of()));
                }
                start = end;
            }
        }
        return out;
    }

    static List<Mention.OfTime> times(String text, @Nullable String published) {
        return new TimeFinder().find(report(text, published), sentences(text));
    }

    static Mention.OfTime time(String text, @Nullable String published, String quote) {
        return times(text, published).stream()
                .filter(t -> t.span().in(text).equals(quote))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no \"" + quote + "\" among "
                        + times(text, published).stream()
                                .map(t -> t.span().in(text))
                                .toList()));
    }

    static String days(When when) {
        return when.start() + ".." + when.end();
    }
}
