package org.demarche.read;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The article of a web page: finds the element that holds it and writes its blocks as lines. */
final class HtmlArticle {
    /** An article of fewer characters is looked for again with less taken away. */
    private static final int SHORT = 200;

    private static final int MUCH_MORE = 3;

    private HtmlArticle() {}

    /** Article and metadata of a whole page. */
    static Article of(String html) {
        Document page = Jsoup.parse(html);
        HtmlMetadata about = HtmlMetadata.of(page);
        PageCleaner.clean(page);
        String text = article(page);
        if (text.length() < SHORT) {
            Document again = Jsoup.parse(html);
            PageCleaner.cleanLightly(again);
            String whole = article(again);
            text = whole.length() > text.length() * MUCH_MORE ? whole : text;
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

    private static String article(Document page) {
        String text = ArticleBody.find(page).map(BlockText::of).orElse("");
        return text.isBlank() ? BlockText.of(page.body()) : text;
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
