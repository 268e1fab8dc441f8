package org.demarche.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The IPTC's NewsML-G2: each {@code newsItem} an article; a withheld or cancelled one takes earlier versions back. */
final class NewsMlFormat implements Format {

    @Override
    public boolean fits(Source source, byte[] head) {
        String start = new String(head, StandardCharsets.UTF_8);
        return start.contains("<newsItem") || start.contains("<newsMessage");
    }

    @Override
    public Stream<Read> read(Source source, ReadOptions options) throws IOException {
        if (source.size() > options.limits().fileBytes()) {
            return Stream.of(Notices.tooLarge(
                    source.file(),
                    "is a NewsML file of more than " + (options.limits().fileBytes() >> 20) + " MB"));
        }
        Document xml = Jsoup.parse(Charsets.decode(source.all(), null).text(), "", Parser.xmlParser());
        List<Read> out = new ArrayList<>();
        for (Element item : xml.select("newsItem")) {
            String guid = item.attr("guid").isBlank() ? source.file() : item.attr("guid");
            String status = attribute(item.selectFirst("itemMeta > pubStatus"), "qcode");
            if (status != null && !status.endsWith("usable")) {
                out.add(new Read.Retracted(guid, status));
                continue;
            }
            Documents.of(source, options, article(item, guid)).forEach(out::add);
        }
        return out.isEmpty() ? Stream.of(Notices.empty(source.file())) : out.stream();
    }

    private static Article article(Element item, String guid) {
        Element inline = item.selectFirst("contentSet > inlineXML, contentSet > inlineData");
        String body = inline == null ? "" : HtmlArticle.fragment(inline.html());
        String title = text(item.selectFirst("contentMeta > headline"));
        String date = text(
                item.selectFirst("itemMeta > firstCreated, itemMeta > versionCreated, contentMeta > contentCreated"));
        return new Article(
                guid,
                title == null ? body : title + "\n\n" + body,
                title,
                guid,
                text(item.selectFirst("itemMeta > provider > name, contentMeta > infoSource > name")),
                text(item.selectFirst("contentMeta > by")),
                null,
                date == null ? null : Dates.parse(date).map(Article::metadata).orElse(null));
    }

    private static @Nullable String text(@Nullable Element element) {
        return element == null || element.text().isBlank()
                ? null
                : element.text().strip();
    }

    private static @Nullable String attribute(@Nullable Element element, String name) {
        return element == null || element.attr(name).isBlank() ? null : element.attr(name);
    }
}
