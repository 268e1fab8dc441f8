package org.demarche.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.demarche.model.Dateline;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** RSS and Atom feeds: each item an article. The parser resolves no entity that a document declares and fetches nothing. */
final class FeedFormat implements Format {

    @Override
    public boolean fits(Source source, byte[] head) {
        String start = new String(head, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        return start.contains("<rss")
                || start.contains("<rdf:rdf")
                || start.contains("<feed") && start.contains("atom");
    }

    @Override
    public Stream<Read> read(Source source, ReadOptions options) throws IOException {
        if (source.size() > options.limits().fileBytes()) {
            return Stream.of(Notices.tooLarge(
                    source.file(), "is a feed of more than " + (options.limits().fileBytes() >> 20) + " MB"));
        }
        Document feed = Jsoup.parse(Charsets.decode(source.all(), null).text(), "", Parser.xmlParser());
        String outlet = text(feed.selectFirst("channel > title, feed > title"));
        List<Read> out = new ArrayList<>();
        for (Element item : feed.select("item, entry")) {
            article(item, outlet, source)
                    .forEach(a -> Documents.of(source, options, a).forEach(out::add));
        }
        return out.isEmpty() ? Stream.of(Notices.empty(source.file())) : out.stream();
    }

    private static Stream<Article> article(Element item, @Nullable String outlet, Source source) {
        Element body = first(item, "content|encoded", "content", "description", "summary");
        String title = text(item.selectFirst("> title"));
        if (body == null && title == null) {
            return Stream.empty();
        }
        String link = text(item.selectFirst("> link"));
        Element href = item.selectFirst("> link[href]");
        String key = text(first(item, "guid", "id"));
        String url = link != null ? link : href != null ? href.attr("href") : null;
        String date = text(first(item, "pubDate", "dc|date", "published", "updated"));
        Dateline published =
                date == null ? null : Dates.parse(date).map(Article::metadata).orElse(null);
        String content = body == null ? "" : HtmlArticle.fragment(body.wholeText());
        return Stream.of(new Article(
                source.file() + "#" + (key != null ? key : url != null ? url : String.valueOf(title)),
                title == null ? content : title + "\n\n" + content,
                title,
                url,
                outlet,
                text(first(item, "dc|creator", "author > name", "author")),
                null,
                published));
    }

    private static @Nullable Element first(Element item, String... names) {
        for (String name : names) {
            Element found = item.selectFirst("> " + name);
            if (found != null && !found.wholeText().isBlank()) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable String text(@Nullable Element element) {
        return element == null || element.wholeText().isBlank()
                ? null
                : element.wholeText().strip();
    }
}
