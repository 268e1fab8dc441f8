package org.demarche.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.demarche.Dossier;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.model.PartialDate;

/** The notes of a brief: each sentence has one number, in order of first use. Not thread-safe. */
final class BriefNotes {
    private static final int LONGEST_QUOTE = 300;
    private static final NavigableMap<Integer, Citation> NONE = Collections.emptyNavigableMap();

    private final Map<String, Document> documents;
    private final Grades grades;
    private final Map<String, NavigableMap<Integer, Citation>> sentences = new HashMap<>();
    private final Map<Citation, Brief.Source> notes = new LinkedHashMap<>();

    BriefNotes(Dossier dossier, Grades grades) {
        this.documents = dossier.byId();
        this.grades = grades;
        for (Claim claim : dossier.claims()) {
            sentences
                    .computeIfAbsent(claim.document(), d -> new TreeMap<>())
                    .putIfAbsent(claim.sentence().start(), claim.sentence());
        }
    }

    /** The sentence that words stand in, which can be checked without opening the report; a long one only as far as the words go. */
    private Citation sentence(Citation words) {
        Map.Entry<Integer, Citation> before =
                sentences.getOrDefault(words.document(), NONE).floorEntry(words.start());
        return before == null
                        || before.getValue().end() < words.end()
                        || before.getValue().quote().length() > LONGEST_QUOTE
                ? words
                : before.getValue();
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

    private List<Citation> chosen(List<Citation> words, int most) {
        List<Citation> sorted =
                words.stream().map(this::sentence).distinct().sorted().toList();
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
                document == null ? "undated" : day(document.published()),
                citation.start(),
                quote.length() > LONGEST_QUOTE ? quote.substring(0, LONGEST_QUOTE - 1) + "\u2026" : quote,
                document == null ? null : grades.of(document));
        notes.put(citation, source);
        return source;
    }

    /** When a report was published, as far as that is known, and whether it is inferred. */
    static String day(Dateline published) {
        PartialDate start = published.start();
        PartialDate end = published.end();
        if (start == null && end == null) {
            return "undated";
        }
        String day = start == null
                ? "by " + end
                : start.equals(end) ? start.toString() : end == null ? "from " + start + " on" : start + " to " + end;
        return published.basis() == Dateline.Basis.INFERRED ? day + " (inferred)" : day;
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
