package org.demarche.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.model.Citation;
import org.demarche.model.Document;

/** The notes of a brief: each citation has one number, in order of first use. Not thread-safe. */
final class BriefNotes {
    private static final int LONGEST_QUOTE = 300;

    private final Map<String, Document> documents;
    private final Grades grades;
    private final Map<Citation, Brief.Source> notes = new LinkedHashMap<>();

    BriefNotes(Map<String, Document> documents, Grades grades) {
        this.documents = documents;
        this.grades = grades;
    }

    /** A line of at most so many notes: those of as many reports as can be, before a second one of the same. */
    Brief.Line line(String text, List<String> cells, Brief.Mark mark, List<Citation> words, int most) {
        TreeSet<Integer> numbers = new TreeSet<>();
        chosen(words, most).forEach(c -> numbers.add(note(c).number()));
        return new Brief.Line(text, cells, mark, List.copyOf(numbers));
    }

    Brief.Line line(String text, Brief.Mark mark, List<Citation> words, int most) {
        return line(text, List.of(), mark, words, most);
    }

    private static List<Citation> chosen(List<Citation> words, int most) {
        List<Citation> sorted = words.stream().distinct().sorted().toList();
        Set<Citation> out = new LinkedHashSet<>();
        Set<String> met = new TreeSet<>();
        sorted.stream().filter(c -> met.add(c.document())).limit(most).forEach(out::add);
        sorted.stream().limit(most).takeWhile(c -> out.size() < most).forEach(out::add);
        return new ArrayList<>(out);
    }

    private Brief.Source note(Citation citation) {
        Brief.Source known = notes.get(citation);
        if (known != null) {
            return known;
        }
        Document document = documents.get(citation.document());
        String quote = citation.quote().replaceAll("\\s+", " ").strip();
        Brief.Source source = new Brief.Source(
                notes.size() + 1,
                document == null ? citation.document() : document.file(),
                document == null ? null : document.outlet(),
                document == null || document.published().start() == null
                        ? "undated"
                        : document.published().start().toString(),
                citation.start(),
                quote.length() > LONGEST_QUOTE ? quote.substring(0, LONGEST_QUOTE - 1) + "\u2026" : quote,
                document == null ? null : grades.of(document));
        notes.put(citation, source);
        return source;
    }

    List<Brief.Source> sources() {
        return List.copyOf(notes.values());
    }

    /** The reports that the notes point at, by file. */
    List<Document> reports() {
        return notes.keySet().stream()
                .map(c -> documents.get(c.document()))
                .filter(Objects::nonNull)
                .distinct()
                .sorted(Comparator.comparing(Document::file).thenComparing(Document::id))
                .toList();
    }
}
