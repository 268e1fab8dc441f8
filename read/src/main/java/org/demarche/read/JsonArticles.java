package org.demarche.read;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.model.Dateline;
import org.demarche.model.PartialDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A JSON object into an article: the habitual field names of corpora, and the IPTC's ninjs. */
final class JsonArticles {
    private static final List<String> TEXT =
            List.of("text", "event_text", "body", "content", "body_text", "article", "maintext");
    private static final List<String> ID = List.of("id", "uri", "story_id", "_id", "guid");
    private static final List<String> DATE = List.of(
            "published",
            "date",
            "publish_date",
            "date_publish",
            "versioncreated",
            "pubDate",
            "published_at",
            "firstcreated");
    private static final List<String> TITLE = List.of("title", "headline");
    private static final List<String> OUTLET = List.of("outlet", "source", "source_domain", "publisher", "site_name");
    private static final List<String> URL = List.of("url", "link", "canonicalurl");
    private static final List<String> AUTHOR = List.of("author", "byline", "authors");
    private static final List<String> LANGUAGE = List.of("language", "lang");

    private JsonArticles() {}

    static Stream<Read> read(Source source, ReadOptions options, JsonNode row, long line) {
        if (!row.isObject()) {
            return Stream.of(Notices.badRow(source.file(), line, "not an object"));
        }
        String status = string(row, List.of("pubstatus")).orElse("usable");
        String id = string(row, ID).orElse(null);
        String url = string(row, URL).orElse(null);
        if (!status.equals("usable") && id != null) {
            return Stream.of(new Read.Retracted(url != null ? url : id, "pubstatus " + status));
        }
        String text = string(row, TEXT).orElse(null);
        if (text == null) {
            String html =
                    string(row, List.of("body_html", "body_xhtml", "html")).orElse(null);
            if (html == null) {
                return Stream.of(Notices.badRow(source.file(), line, "no \"text\""));
            }
            text = HtmlArticle.fragment(html);
        }
        Stream<Read> notices = Stream.empty();
        Dateline published = null;
        JsonNode date = first(row, DATE);
        if (date != null) {
            published = dateline(date);
            if (published == null && !date.asString("").isBlank()) {
                notices = Stream.of(Notices.unreadableDate(id != null ? id : source.file(), date.asString("")));
            }
        }
        Article article = new Article(
                id,
                text,
                string(row, TITLE).orElse(null),
                url,
                string(row, OUTLET).orElse(null),
                string(row, AUTHOR).orElse(null),
                string(row, LANGUAGE)
                        .map(l -> l.toLowerCase(Locale.ROOT))
                        .filter(l -> l.length() == 2)
                        .orElse(null),
                published);
        return Stream.concat(notices, Documents.of(source, options, article));
    }

    /** A date string, or an object {start, end, basis}; null where it says nothing. */
    private static @Nullable Dateline dateline(JsonNode date) {
        if (date.isObject()) {
            PartialDate start = partial(date.path("start"));
            PartialDate end = partial(date.path("end"));
            String basis = date.path("basis").asString("metadata").toUpperCase(Locale.ROOT);
            if (start == null && end == null) {
                return null;
            }
            for (Dateline.Basis known : Dateline.Basis.values()) {
                if (known.name().equals(basis)) {
                    return Article.dateline(start, end, known);
                }
            }
            return Article.dateline(start, end, Dateline.Basis.METADATA);
        }
        return Dates.parse(date.asString("")).map(Article::metadata).orElse(null);
    }

    private static @Nullable PartialDate partial(JsonNode value) {
        return value.isString() ? PartialDate.parse(value.asString()).orElse(null) : null;
    }

    private static @Nullable JsonNode first(JsonNode row, List<String> names) {
        for (String name : names) {
            JsonNode value = row.get(name);
            if (value != null
                    && !value.isNull()
                    && !(value.isString() && value.asString().isBlank())) {
                return value;
            }
        }
        return null;
    }

    private static Optional<String> string(JsonNode row, List<String> names) {
        for (String name : names) {
            JsonNode value = row.get(name);
            if (value != null
                    && (value.isString() || value.isNumber())
                    && !value.asString().isBlank()) {
                return Optional.of(value.asString());
            }
            if (value != null
                    && value.isArray()
                    && !value.isEmpty()
                    && value.get(0).isString()) {
                return Optional.of(value.get(0).asString());
            }
        }
        return Optional.empty();
    }
}
