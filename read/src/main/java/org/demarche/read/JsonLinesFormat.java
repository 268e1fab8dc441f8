package org.demarche.read;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON Lines of articles, read as a stream; also one JSON object or array over several lines. */
final class JsonLinesFormat implements Format {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public boolean fits(Source source, byte[] head) {
        String extension = source.extension();
        if (extension.equals("jsonl") || extension.equals("ndjson") || extension.equals("json")) {
            return true;
        }
        String start = new String(head, StandardCharsets.UTF_8).stripLeading();
        return start.startsWith("{\"");
    }

    @Override
    public Stream<Read> read(Source source, ReadOptions options) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(source.open(), StandardCharsets.UTF_8));
        lines.mark(1 << 16);
        int c = lines.read();
        while (c == '\uFEFF' || Character.isWhitespace(c)) {
            lines.mark(1 << 16);
            c = lines.read();
        }
        lines.reset();
        if (source.linesBefore() == 0 && (c == '[' || !isWhole(source))) {
            try (lines) {
                return readWhole(source, options);
            }
        }
        AtomicLong line = new AtomicLong(source.linesBefore());
        return lines.lines().onClose(() -> close(lines)).flatMap(text -> {
            long at = line.incrementAndGet();
            return text.isBlank() ? Stream.empty() : readLine(source, options, text, at);
        });
    }

    /** Whether the first line is a JSON value of its own. */
    private static boolean isWhole(Source source) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(source.open(), StandardCharsets.UTF_8))) {
            String first = lines.readLine();
            while (first != null && first.isBlank()) {
                first = lines.readLine();
            }
            String bare = first == null ? "" : first.strip();
            return !bare.equals("{")
                    && (bare.endsWith("}") || !source.extension().equals("json"));
        }
    }

    private static Stream<Read> readLine(Source source, ReadOptions options, String text, long line) {
        try {
            return JsonArticles.read(source, options, JSON.readTree(text), line);
        } catch (JacksonException e) {
            return Stream.of(Notices.badRow(source.file(), line, "not JSON"));
        }
    }

    private static Stream<Read> readWhole(Source source, ReadOptions options) throws IOException {
        if (source.size() > options.limits().fileBytes()) {
            return Stream.of(Notices.tooLarge(
                    source.file(),
                    "is one JSON value of more than " + (options.limits().fileBytes() >> 20) + " MB"));
        }
        try {
            JsonNode root = JSON.readTree(Charsets.decode(source.all(), null).text());
            if (!root.isArray()) {
                return JsonArticles.read(source, options, root, 1);
            }
            AtomicLong item = new AtomicLong();
            return StreamSupport.stream(root.spliterator(), false)
                    .flatMap(row -> JsonArticles.read(source, options, row, item.incrementAndGet()));
        } catch (JacksonException e) {
            return Stream.of(Notices.badRow(source.file(), 1, "not JSON"));
        }
    }

    private static void close(BufferedReader lines) {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
