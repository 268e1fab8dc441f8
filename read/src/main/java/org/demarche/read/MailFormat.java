package org.demarche.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A mail message (RFC 5322 and MIME): subject, date, sender, and its text part, or else its HTML part. */
final class MailFormat implements Format {
    private static final Pattern ENCODED = Pattern.compile("=\\?([\\w-]{1,40})\\?([BbQq])\\?([^?]{0,2000})\\?=");
    private static final Pattern PARAMETER = Pattern.compile(
            "(boundary|charset)\\s*=\\s*(?:\"([^\"]{1,200})\"|([^;\\s]{1,200}))", Pattern.CASE_INSENSITIVE);
    private static final int MOST_PARTS = 200;

    @Override
    public boolean fits(Source source, byte[] head) {
        String start = new String(head, StandardCharsets.ISO_8859_1);
        return source.extension().equals("eml") && start.matches("(?s)[!-9;-~]{1,60}:.*") && !TextFormat.isBinary(head);
    }

    @Override
    public Stream<Read> read(Source source, ReadOptions options) throws IOException {
        if (source.size() > options.limits().fileBytes()) {
            return Stream.of(Notices.tooLarge(
                    source.file(),
                    "is a message of more than " + (options.limits().fileBytes() >> 20) + " MB"));
        }
        String raw = new String(source.all(), StandardCharsets.ISO_8859_1);
        Part message = Part.of(raw);
        String title = words(message.header("subject"));
        String body = body(message);
        String date = message.header("date");
        return Documents.of(
                source,
                options,
                new Article(
                        null,
                        title == null ? body : title + "\n\n" + body,
                        title,
                        null,
                        words(message.header("from")),
                        null,
                        null,
                        date == null
                                ? null
                                : Dates.parse(date).map(Article::metadata).orElse(null)));
    }

    /** The first plain text part in depth-first order, or the first HTML part. */
    private static String body(Part message) {
        Deque<Part> open = new ArrayDeque<>();
        open.push(message);
        String html = "";
        for (int seen = 0; !open.isEmpty() && seen < MOST_PARTS; seen++) {
            Part part = open.pop();
            String type = part.type();
            if (type.startsWith("multipart/")) {
                String boundary = part.parameter("boundary");
                if (boundary != null) {
                    String[] pieces =
                            part.content().split("(?m)^--" + Pattern.quote(boundary) + "(?:--)?\\s*$", MOST_PARTS);
                    for (int i = pieces.length - 1; i > 0; i--) {
                        if (!pieces[i].isBlank()) {
                            open.push(Part.of(pieces[i].stripLeading()));
                        }
                    }
                }
            } else if (type.equals("text/plain")) {
                return part.text();
            } else if (type.equals("text/html") && html.isEmpty()) {
                html = HtmlArticle.fragment(part.text());
            }
        }
        return html;
    }

    /** RFC 2047: words of a header in other character sets. */
    private static @Nullable String words(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return null;
        }
        Matcher m = ENCODED.matcher(header);
        StringBuilder out = new StringBuilder();
        while (m.find()) {
            byte[] bytes = m.group(2).equalsIgnoreCase("B")
                    ? base64(m.group(3))
                    : quoted(m.group(3).replace('_', ' '));
            m.appendReplacement(
                    out,
                    Matcher.quoteReplacement(Charsets.decode(bytes, m.group(1)).text()));
        }
        m.appendTail(out);
        return out.toString().strip();
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getMimeDecoder().decode(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException notBase64) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private static byte[] quoted(String text) {
        var out = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '=') {
                out.write(c);
            } else if (i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                i++;
            } else if (i + 2 < text.length() && text.charAt(i + 1) == '\r') {
                i += 2;
            } else if (i + 2 < text.length()
                    && Character.digit(text.charAt(i + 1), 16) >= 0
                    && Character.digit(text.charAt(i + 2), 16) >= 0) {
                out.write(Integer.parseInt(text, i + 1, i + 3, 16));
                i += 2;
            } else {
                out.write(c);
            }
        }
        return out.toByteArray();
    }

    /** A message or a part of one: headers in lower case, and what follows them. */
    private record Part(Map<String, String> headers, String content) {

        static Part of(String raw) {
            Map<String, String> headers = new TreeMap<>();
            int at = 0;
            String last = null;
            while (at < raw.length()) {
                int end = raw.indexOf('\n', at);
                end = end < 0 ? raw.length() : end;
                String line = raw.substring(at, end).stripTrailing();
                at = Math.min(end + 1, raw.length());
                int colon = line.indexOf(':');
                if (line.isEmpty()) {
                    break;
                }
                if (Character.isWhitespace(line.charAt(0)) && last != null) {
                    headers.merge(last, " " + line.strip(), String::concat);
                } else if (colon > 0) {
                    last = line.substring(0, colon).toLowerCase(Locale.ROOT);
                    headers.putIfAbsent(last, line.substring(colon + 1).strip());
                }
            }
            return new Part(headers, raw.substring(at));
        }

        @Nullable
        String header(String name) {
            return headers.get(name);
        }

        String type() {
            String type = headers.getOrDefault("content-type", "text/plain");
            int end = type.indexOf(';');
            return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        }

        @Nullable
        String parameter(String name) {
            Matcher m = PARAMETER.matcher(headers.getOrDefault("content-type", ""));
            while (m.find()) {
                if (m.group(1).equalsIgnoreCase(name)) {
                    return m.group(2) != null ? m.group(2) : m.group(3);
                }
            }
            return null;
        }

        String text() {
            byte[] bytes = switch (headers.getOrDefault("content-transfer-encoding", "")
                    .strip()
                    .toLowerCase(Locale.ROOT)) {
                case "base64" -> base64(content);
                case "quoted-printable" -> quoted(content);
                default -> new ByteArrayInputStream(content.getBytes(StandardCharsets.ISO_8859_1)).readAllBytes();
            };
            return Charsets.decode(bytes, parameter("charset")).text();
        }
    }
}
