package org.demarche.eval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.demarche.model.Span;
import org.demarche.model.Word;
import org.demarche.text.WordSplitter;

/**
 * Sentences with acts marked as {@code {sent home|SANCTION.expel}} to words with labels, one on a line, as {@code language/train/acts.py} reads them: the first word of an act that says something
 * has its label, the others {@code ?}, all else {@code O}; an empty line ends a sentence. Arguments: the folder with the marked {@code .txt}, and the folder for the {@code .tsv}.
 */
public final class MarkedWords {
    private static final Pattern MARK = Pattern.compile("\\{([^{}|]+)\\|([A-Z]+(?:\\.[a-z-]+)?)\\}");

    /** Words with which the words of an act may begin that do not tell it. */
    private static final Set<String> SMALL = Set.of(
            "a", "an", "the", "its", "their", "his", "her", "our", "have", "has", "had", "been", "be", "was", "were",
            "is", "are", "to", "will", "would", "not", "no", "of", "being", "all", "any", "this", "that");

    private record Mark(Span span, String label) {}

    private final WordSplitter splitter = new WordSplitter();

    private MarkedWords() {}

    public static void main(String[] args) throws IOException {
        Path out = Files.createDirectories(Path.of(args[1]));
        try (Stream<Path> files = Files.list(Path.of(args[0]))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
                String name = file.getFileName().toString().replace(".txt", ".tsv");
                Files.writeString(out.resolve(name), new MarkedWords().rows(file));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private String rows(Path file) throws IOException {
        StringBuilder out = new StringBuilder();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            StringBuilder text = new StringBuilder();
            List<Mark> marks = new ArrayList<>();
            Matcher matcher = MARK.matcher(line);
            int at = 0;
            while (matcher.find()) {
                text.append(line, at, matcher.start());
                int start = text.length();
                text.append(matcher.group(1));
                marks.add(new Mark(new Span(start, text.length()), matcher.group(2)));
                at = matcher.end();
            }
            text.append(line, at, line.length());
            if (text.indexOf("{") >= 0 || text.indexOf("|") >= 0) {
                throw new IllegalArgumentException(file + ":" + number + ": not a mark: " + line);
            }
            for (String row : rows(text.toString(), marks)) {
                out.append(row).append('\n');
            }
            out.append('\n');
        }
        return out.toString();
    }

    private List<String> rows(String text, List<Mark> marks) {
        List<Word> words = splitter.split(text);
        String[] labels = new String[words.size()];
        for (Mark mark : marks) {
            int first = -1;
            int telling = -1;
            for (int i = 0; i < labels.length; i++) {
                if (words.get(i).span().overlaps(mark.span())) {
                    labels[i] = "?";
                    first = first < 0 ? i : first;
                    boolean small = SMALL.contains(words.get(i).form().toLowerCase(Locale.ROOT));
                    telling = telling < 0 && !small ? i : telling;
                }
            }
            if (first >= 0) {
                labels[telling < 0 ? first : telling] = mark.label();
            }
        }
        List<String> out = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            out.add(words.get(i).form() + "\t" + (labels[i] == null ? "O" : labels[i]));
        }
        return out;
    }
}
