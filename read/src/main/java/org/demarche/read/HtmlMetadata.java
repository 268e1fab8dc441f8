package org.demarche.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.demarche.model.Dateline;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page says about its article: JSON-LD (schema.org) first, then Open Graph and Dublin Core meta tags, then the markup of the
 * article itself.
 */
record HtmlMetadata(
        @Nullable String title,
        @Nullable String url,
        @Nullable String outlet,
        @Nullable String author,
        @Nullable String language,
        @Nullable Dateline published) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();
    private static final int MOST_NODES = 5000;
    private static final List<String> DATE_TAGS = List.of(
            "meta[property=article:published_time]",
            "meta[property=og:article:published_time]",
            "meta[itemprop=datePublished]",
            "meta[name=pubdate]",
            "meta[name=publishdate]",
            "meta[name=publish-date]",
            "meta[name=publication_date]",
            "meta[name=article.published]",
            "meta[name=parsely-pub-date]",
            "meta[name=sailthru.date]",
            "meta[name=cXenseParse:recs:publishtime]",
            "meta[name=DC.date.issued]",
            "meta[name=dcterms.created]",
            "meta[name=dcterms.date]",
            "meta[name=DC.date]",
            "meta[name=date]",
            "meta[name=citation_publication_date]");

    static HtmlMetadata of(Document page) {
        JsonNode article = article(page);
        String title = first(
                string(article, "headline"),
                content(page, "meta[property=og:title]"),
                content(page, "meta[name=twitter:title]"));
        if (title == null) {
            Element heading = page.selectFirst("article h1, main h1, h1");
            title = heading != null && !heading.text().isBlank() ? heading.text() : blank(page.title());
        }
        String language = page.selectFirst("html[lang]") == null
                ? null
                : page.selectFirst("html[lang]").attr("lang");
        return new HtmlMetadata(
                title,
                first(
                        href(page, "link[rel=canonical]"),
                        content(page, "meta[property=og:url]"),
                        string(article, "url")),
                first(
                        content(page, "meta[property=og:site_name]"),
                        name(article.path("publisher")),
                        content(page, "meta[name=application-name]")),
                first(
                        name(article.path("author")),
                        content(page, "meta[name=author]"),
                        text(page, "[rel=author], [itemprop=author], .byline .author, .author-name")),
                language == null || language.length() < 2
                        ? null
                        : language.substring(0, 2).toLowerCase(Locale.ROOT),
                published(page, article));
    }

    private static @Nullable Dateline published(Document page, JsonNode article) {
        Dateline date = date(string(article, "datePublished"));
        for (String tag : DATE_TAGS) {
            date = date != null ? date : date(content(page, tag));
        }
        if (date != null) {
            return date;
        }
        for (Element time : page.select(
                "time[itemprop=datePublished], time[pubdate], article time[datetime], header time[datetime], main time[datetime], time[datetime], [itemprop=datePublished][content], abbr.published[title]")) {
            String value = time.hasAttr("datetime")
                    ? time.attr("datetime")
                    : time.hasAttr("content") ? time.attr("content") : time.attr("title");
            Dateline found = date(value.isBlank() ? time.text() : value);
            if (found != null) {
                return found;
            }
        }
        return date(string(article, "dateCreated"));
    }

    private static @Nullable Dateline date(@Nullable String value) {
        return value == null ? null : Dates.parse(value).map(Article::metadata).orElse(null);
    }

    /** The first JSON-LD node that is an article, else the first that says when it was published, or an empty node. */
    private static JsonNode article(Document page) {
        JsonNode dated = null;
        int seen = 0;
        for (Element script : page.select("script[type=application/ld+json]")) {
            Deque<JsonNode> open = new ArrayDeque<>();
            try {
                open.add(JSON.readTree(bare(script.data())));
            } catch (JacksonException notJson) {
                // the next script may be
            }
            for (; !open.isEmpty() && seen < MOST_NODES; seen++) {
                JsonNode node = open.poll();
                if (node.isObject() && isArticle(node.path("@type"))) {
                    return node;
                }
                if (dated == null
                        && node.isObject()
                        && node.path("datePublished").isString()) {
                    dated = node;
                }
                if (node.isArray()) {
                    node.forEach(open::add);
                } else if (node.isObject()) {
                    open.add(node.path("@graph"));
                    open.add(node.path("mainEntity"));
                }
            }
        }
        return dated == null ? JSON.createObjectNode() : dated;
    }

    /** A script without the marks that keep it from readers of XHTML: the text from the first brace to the last. */
    private static String bare(String script) {
        int object = script.indexOf('{');
        int array = script.indexOf(
                '[', script.startsWith("<![CDATA[") || script.contains("CDATA[") ? script.indexOf("CDATA[") + 6 : 0);
        int start = array >= 0 && (array < object || object < 0) ? array : object;
        int end = Math.max(script.lastIndexOf('}'), start >= 0 && start == array ? lastBracket(script) : -1);
        return start < 0 || end < start ? script : script.substring(start, end + 1);
    }

    private static int lastBracket(String script) {
        int close = script.lastIndexOf("]]>");
        return script.lastIndexOf(']', close < 0 ? script.length() : close - 1);
    }

    private static boolean isArticle(JsonNode type) {
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (isArticle(one)) {
                    return true;
                }
            }
            return false;
        }
        String name = type.asString("");
        return name.endsWith("Article") || name.endsWith("Posting") || name.equals("Report");
    }

    private static @Nullable String name(JsonNode node) {
        JsonNode one = node.isArray() && !node.isEmpty() ? node.get(0) : node;
        return one.isString() ? blank(one.asString()) : string(one, "name");
    }

    private static @Nullable String string(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() ? blank(value.asString()) : null;
    }

    private static @Nullable String content(Document page, String selector) {
        Element found = page.selectFirst(selector);
        return found == null ? null : blank(found.attr("content"));
    }

    private static @Nullable String href(Document page, String selector) {
        Element found = page.selectFirst(selector);
        return found == null ? null : blank(found.attr("href"));
    }

    private static @Nullable String text(Document page, String selector) {
        Element found = page.selectFirst(selector);
        return found == null || found.text().length() > 100 ? null : blank(found.text());
    }

    private static @Nullable String first(@Nullable String a, @Nullable String b, @Nullable String c) {
        return a != null ? a : b != null ? b : c;
    }

    private static @Nullable String blank(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
