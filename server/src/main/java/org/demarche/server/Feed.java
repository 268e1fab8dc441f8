package org.demarche.server;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.demarche.model.Citation;
import org.demarche.model.Document;
import org.demarche.model.Event;
import org.demarche.view.Search;
import org.jspecify.annotations.Nullable;

/** A saved search as an Atom feed (RFC 4287). An entry is updated when the report was published that last told of it. */
final class Feed {
    private static final int MOST = 200;
    private static final String NEVER = "1970-01-01T00:00:00Z";

    private final Shelf.Copy copy;
    private final Query query;
    private final String base;

    /**
     * The feed of a question.
     *
     * @param base scheme and authority of the server, without a slash at the end
     */
    Feed(Shelf.Copy copy, Query query, String base) {
        this.copy = copy;
        this.query = query;
        this.base = base;
    }

    private record Item(String id, String title, String link, String updated, String summary) {}

    String atom() {
        List<Item> items = query.words() == null ? events() : sentences();
        String updated =
                items.stream().map(Item::updated).max(String::compareTo).orElse(NEVER);
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>")
                .append(xml(title()))
                .append("</title><id>")
                .append(xml(base + query.same("/feed.atom")))
                .append("</id><link rel=\"self\" href=\"")
                .append(xml(base + query.same("/feed.atom")))
                .append("\"/><updated>")
                .append(updated)
                .append("</updated><author><name>Demarche</name></author>\n");
        for (Item item : items.subList(0, Math.min(MOST, items.size()))) {
            out.append("<entry><id>")
                    .append(xml(item.id()))
                    .append("</id><title>")
                    .append(xml(item.title()))
                    .append("</title><link href=\"")
                    .append(xml(base + item.link()))
                    .append("\"/><updated>")
                    .append(item.updated())
                    .append("</updated><summary>")
                    .append(xml(item.summary()))
                    .append("</summary></entry>\n");
        }
        return out.append("</feed>\n").toString();
    }

    private String title() {
        String about = query.parties().isEmpty() ? "all relations" : copy.names.dyad(query.parties());
        return "Demarche: " + (query.words() == null ? about : "\u201C" + query.words() + "\u201D, " + about);
    }

    private List<Item> events() {
        List<Item> out = new ArrayList<>();
        for (Event event : new EventFilter(copy, query)
                .of(query.selection().of(copy.dossier).events())) {
            String words = copy.claims(event).stream()
                    .map(c -> Cites.shortened(c.sentence().quote()))
                    .findFirst()
                    .orElse("");
            String updated = event.documents().stream()
                    .map(this::published)
                    .max(String::compareTo)
                    .orElse(NEVER);
            out.add(new Item(
                    "urn:demarche:" + event.id(),
                    copy.names.line(event),
                    "/timeline?event=" + event.id() + "#" + event.id(),
                    updated,
                    words));
        }
        out.sort(Comparator.comparing(Item::updated).reversed().thenComparing(Item::id));
        return out;
    }

    private List<Item> sentences() {
        String words = query.words();
        if (words == null || words.chars().noneMatch(Character::isLetterOrDigit)) {
            return List.of();
        }
        List<Item> out = new ArrayList<>();
        for (Search.Hit hit : Search.find(copy.dossier, List.of(words.split("\\s+")))) {
            Citation at = hit.at();
            Document document = copy.documents.get(at.document());
            out.add(new Item(
                    "urn:demarche:" + at.document() + ":" + at.start(),
                    document == null ? at.document() : copy.names.source(document),
                    query.link("/reader", "doc", at.document(), "at", String.valueOf(at.start())) + "#at",
                    published(at.document()),
                    Cites.shortened(at.quote())));
        }
        out.sort(Comparator.comparing(Item::updated).reversed().thenComparing(Item::id));
        return out;
    }

    private String published(String id) {
        @Nullable Document document = copy.documents.get(id);
        if (document == null || document.published().end() == null) {
            return NEVER;
        }
        return document.published().end().last().map(d -> d + "T00:00:00Z").orElse(NEVER);
    }

    /** Text for XML 1.0: escaped, without the characters that it forbids. */
    private static String xml(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .filter(c -> c >= 0x20 && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF))
                .forEach(clean::appendCodePoint);
        return Strip.escape(clean.toString());
    }
}
