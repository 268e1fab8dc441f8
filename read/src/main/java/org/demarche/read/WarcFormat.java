package org.demarche.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.model.Ids;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * Web archives (ISO 28500): the HTML responses, each page once. A revisit of a page that is in the archive adds nothing. The day of
 * capture is not the day of publication and is not taken for it.
 */
final class WarcFormat implements Format {

    @Override
    public boolean fits(Source source, byte[] head) {
        String start = new String(head, 0, Math.min(8, head.length), StandardCharsets.ISO_8859_1);
        return start.startsWith("WARC/") || source.file().endsWith(".warc.gz");
    }

    @Override
    public Stream<Read> read(Source source, ReadOptions options) throws IOException {
        List<Read> out = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        try (WarcReader warc = new WarcReader(source.open())) {
            for (WarcRecord record = warc.next().orElse(null);
                    record != null;
                    record = warc.next().orElse(null)) {
                if (record instanceof WarcResponse response) {
                    page(response, source, options, seen).forEach(out::add);
                }
            }
        } catch (IOException | RuntimeException e) {
            out.add(Notices.broken(source.file(), "WARC", String.valueOf(e.getMessage())));
        }
        return out.isEmpty() ? Stream.of(Notices.empty(source.file())) : out.stream();
    }

    private static Stream<Read> page(WarcResponse response, Source source, ReadOptions options, Set<String> seen)
            throws IOException {
        MediaType type = response.payloadType();
        if (response.http().status() != 200
                || !(type.base().equals(MediaType.HTML)
                        || type.base().toString().equals("application/xhtml+xml"))) {
            return Stream.empty();
        }
        String url = response.target();
        byte[] bytes = response.http().body().stream()
                .readNBytes((int) options.limits().fileBytes());
        Charsets.Decoded page = Charsets.decode(bytes, type.parameters().get("charset"));
        if (!seen.add(Ids.sha256(page.text()))) {
            return Stream.empty();
        }
        Article article = HtmlArticle.of(page.text());
        return Documents.of(
                source,
                options,
                new Article(
                        url,
                        article.text(),
                        article.title(),
                        article.url() != null ? article.url() : url,
                        article.outlet(),
                        article.author(),
                        article.language(),
                        article.published()));
    }
}
