package org.demarche.read;

import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The article of a web page: finds the element that holds it and writes its blocks as lines. */
final class HtmlArticle {
    private HtmlArticle() {}

    /** Article and metadata of a whole page. */
    static Article of(String html) {
        Document page = Jsoup.parse(html);
        HtmlMetadata about = HtmlMetadata.of(page);
        PageCleaner.clean(page);
        Optional<Element> body = ArticleBody.find(page);
        String text = body.map(BlockText::of).orElse("");
        if (text.isBlank()) {
            text = BlockText.of(page.body());
        }
        return new Article(
                null,
                text,
                about.title(),
                about.url(),
                about.outlet(),
                about.author(),
                about.language(),
                about.published());
    }

    /** The text of a fragment of HTML, a line for each block. Text without markup comes back as it is. */
    static String fragment(String html) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return html.strip();
        }
        Document page = Jsoup.parseBodyFragment(html);
        page.select("script, style, noscript, template").remove();
        return BlockText.of(page.body());
    }
}
