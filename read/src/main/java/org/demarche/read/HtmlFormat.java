package org.demarche.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A web page: the article in it, and what the page says about it. */
final class HtmlFormat implements Format {
    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?([\\w-]{2,40})", Pattern.CASE_INSENSITIVE);

    @Override
    public boolean fits(Source source, byte[] head) {
        String extension = source.extension();
        if (TextFormat.isBinary(head)) {
            return false;
        }
        if (extension.equals("html") || extension.equals("htm") || extension.equals("xhtml")) {
            return true;
        }
        String start =
                new String(head, StandardCharsets.ISO_8859_1).stripLeading().toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html");
    }

    @Override
    public Stream<Read> read(Source source, ReadOptions options) throws IOException {
        if (source.size() > options.limits().fileBytes()) {
            return Stream.of(Notices.tooLarge(
                    source.file(), "is a page of more than " + (options.limits().fileBytes() >> 20) + " MB"));
        }
        byte[] bytes = source.all();
        Matcher declared =
                CHARSET.matcher(new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.ISO_8859_1));
        return Documents.of(
                source, options, Charsets.decode(bytes, declared.find() ? declared.group(1) : null), HtmlArticle::of);
    }
}
