package org.demarche.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Cuts files of JSON Lines at line ends. Whatever may be anything else stays whole. */
final class LineCutter {
    /** A piece is read at once. */
    private static final long MOST_BYTES = 32L << 20;

    private LineCutter() {}

    static List<Piece> cut(Source source, int lines) throws IOException {
        Path disk = Objects.requireNonNull(source.disk());
        long size = Files.size(disk);
        long modified = Files.getLastModifiedTime(disk).toMillis();
        if (!isLines(source)) {
            return List.of(new Piece(source.file(), source.path(), 0, -1, 0, size, modified));
        }
        List<Piece> out = new ArrayList<>();
        long begin = 0;
        long before = 0;
        long line = 0;
        long at = 0;
        int last = 0;
        try (InputStream in = new BufferedInputStream(source.open(), 1 << 16)) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                at++;
                boolean second = b == '\n' && last == '\r';
                line += (b == '\n' || b == '\r') && !second ? 1 : 0;
                last = b;
                if (b == '\n' && (line - before >= lines || at - begin >= MOST_BYTES)) {
                    out.add(new Piece(source.file(), source.path(), begin, at - begin, before, size, modified));
                    begin = at;
                    before = line;
                }
            }
        }
        if (at > begin) {
            out.add(new Piece(source.file(), source.path(), begin, at - begin, before, size, modified));
        }
        return out;
    }

    /** The bytes of a piece. */
    static byte[] bytes(Source source, Piece piece) throws IOException {
        try (InputStream in = source.open()) {
            in.skipNBytes(piece.from());
            return in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, piece.length()));
        }
    }

    /** By name, and because the first line is a whole object; one article over several lines is not cut. */
    private static boolean isLines(Source source) throws IOException {
        String extension = source.extension();
        if (!extension.equals("jsonl") && !extension.equals("ndjson")) {
            return false;
        }
        String head = new String(source.head(1 << 16), StandardCharsets.UTF_8);
        String start = head.startsWith("\uFEFF") ? head.substring(1).stripLeading() : head.stripLeading();
        return start.startsWith("{\"") || (start.startsWith("{") && start.indexOf('"') < start.indexOf('\n'));
    }
}
