package org.demarche.dialect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.demarche.export.JsonLines;
import org.demarche.export.Row;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Event;
import org.jspecify.annotations.Nullable;

/**
 * Claims as a W3C Web Annotation collection: one annotation for the words of the act, one for each side and date that has words of its own. Every target has a
 * TextQuoteSelector and a TextPositionSelector; positions are counted in Unicode code points over the document's text.
 */
final class WebAnnotations {
    static final Conventions CONVENTIONS = new Conventions(
            "our acts; PLOVER 2.0 and CAMEO 1.1b3 as tags",
            "none",
            "none",
            "the body is left out",
            "merged values and readings: an annotation tells of one claim; what no words of a report support has none");

    private static final int AROUND = 32;

    private WebAnnotations() {}

    static Exported write(Source source) {
        Tally tally = new Tally();
        List<Row> items = new ArrayList<>();
        Map<String, String> events = new HashMap<>();
        for (Event event : source.events()) {
            event.claims().forEach(c -> events.put(c, event.id()));
        }
        for (Claim claim : source.dossier().claims()) {
            Document document = source.document(claim.document());
            if (document == null) {
                tally.lose("claims of a report that is not there, left out");
                continue;
            }
            items.add(act(source, document, claim, events.get(claim.id())));
            side(source, document, claim, "actor", claim.actors(), items);
            side(source, document, claim, "recipient", claim.recipients(), items);
            date(
                    source,
                    document,
                    claim,
                    "date",
                    claim.date().citation(),
                    String.valueOf(claim.date().start()),
                    items);
        }
        Row page =
                new Row().with("type", "AnnotationPage").with("startIndex", 0).with("items", items);
        Row collection = new Row()
                .with("@context", "http://www.w3.org/ns/anno.jsonld")
                .with("id", "urn:demarche:annotations")
                .with("type", "AnnotationCollection")
                .with("label", "Claims of diplomatic acts, with the words that support them")
                .with("total", items.size())
                .with("first", page);
        ExportFile file = new ExportFile(
                "demarche.webannotation.jsonld", items.size(), out -> out.write(JsonLines.line(collection) + "\n"));
        return new Exported(List.of(file), tally.losses());
    }

    private static Row act(Source source, Document document, Claim claim, @Nullable String event) {
        List<Row> bodies = new ArrayList<>();
        bodies.add(tag("classifying", claim.act().code()));
        String type = claim.act().type();
        String mode = claim.act().mode();
        if (type != null) {
            bodies.add(tag("tagging", "PLOVER:" + type + (mode == null ? "" : "-" + mode)));
        }
        String cameo = claim.act().cameo();
        if (cameo != null) {
            bodies.add(tag("tagging", "CAMEO:" + cameo));
        }
        bodies.add(tag("tagging", "factuality:" + Words.of(claim.factuality())));
        if (event != null) {
            bodies.add(tag("linking", urn(event)));
        }
        return annotation(urn(claim.id()), "classifying", bodies, source, document, claim.trigger());
    }

    private static void side(
            Source source, Document document, Claim claim, String role, List<Claim.Party> parties, List<Row> items) {
        int number = 0;
        for (Claim.Party party : parties) {
            number++;
            Citation citation = party.citation();
            if (citation != null && citation.document().equals(document.id())) {
                items.add(annotation(
                        urn(claim.id()) + "#" + role + "-" + number,
                        "identifying",
                        List.of(
                                tag("identifying", party.actor().id()),
                                tag("tagging", role),
                                tag("linking", urn(claim.id()))),
                        source,
                        document,
                        citation));
            }
        }
    }

    private static void date(
            Source source,
            Document document,
            Claim claim,
            String role,
            @Nullable Citation words,
            String value,
            List<Row> items) {
        if (words != null && words.document().equals(document.id())) {
            items.add(annotation(
                    urn(claim.id()) + "#" + role,
                    "describing",
                    List.of(tag("describing", value), tag("tagging", role), tag("linking", urn(claim.id()))),
                    source,
                    document,
                    words));
        }
    }

    private static Row annotation(
            String id, String motivation, List<Row> bodies, Source source, Document document, Citation words) {
        int end = document.text().codePointCount(0, document.text().length());
        Row quote = new Row()
                .with("type", "TextQuoteSelector")
                .with("exact", words.quote())
                .with("prefix", slice(document, Math.max(0, words.start() - AROUND), words.start()))
                .with("suffix", slice(document, words.end(), Math.min(end, words.end() + AROUND)));
        Row position = new Row()
                .with("type", "TextPositionSelector")
                .with("start", words.start())
                .with("end", words.end());
        return new Row()
                .with("id", id)
                .with("type", "Annotation")
                .with("motivation", motivation)
                .with("body", bodies)
                .with(
                        "target",
                        new Row().with("source", address(source, document)).with("selector", List.of(quote, position)));
    }

    private static String slice(Document document, int start, int end) {
        String text = document.text();
        int from = text.offsetByCodePoints(0, start);
        return text.substring(from, text.offsetByCodePoints(from, end - start));
    }

    private static Row tag(String purpose, String value) {
        return new Row().with("type", "TextualBody").with("purpose", purpose).with("value", value);
    }

    /** The address of a report, or a name that its text alone decides. */
    private static String address(Source source, Document document) {
        String url = document.url();
        return url == null || url.isBlank() ? "urn:sha256:" + document.sha256() : source.address(document.id());
    }

    private static String urn(String id) {
        return "urn:demarche:" + id;
    }
}
