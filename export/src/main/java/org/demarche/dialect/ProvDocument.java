package org.demarche.dialect;

import java.util.List;
import org.demarche.Version;
import org.demarche.export.JsonLines;
import org.demarche.export.Row;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Event;
import org.jspecify.annotations.Nullable;

/**
 * Where every claim and event comes from, in PROV-JSON: reports, claims, events and decisions are entities; coding and merging are activities; the program, its
 * rules and the people who decided are agents.
 */
final class ProvDocument {
    static final Conventions CONVENTIONS = new Conventions(
            "our acts",
            "none",
            "none",
            "the attribute is left out",
            "fields of claims and events: PROV tells where they come from, the other tables what they say;"
                    + " the time of coding, which no table depends on");

    private ProvDocument() {}

    static Exported write(Source source) {
        Row entities = new Row();
        Row generated = new Row();
        Row derived = new Row();
        Row attributed = new Row();
        Row agents = new Row()
                .with(
                        "dem:demarche",
                        new Row()
                                .with("prov:type", name("prov:SoftwareAgent"))
                                .with("prov:label", "Demarche " + Version.program()));
        Row activities = new Row()
                .with("dem:coding", new Row().with("prov:label", "each report is coded by itself"))
                .with("dem:merging", new Row().with("prov:label", "claims of the same act become one event"));
        Row used = new Row();
        for (Document document : source.dossier().documents()) {
            entities.with(id(document.id()), document(document));
            used.with(
                    "_:used/" + document.id(),
                    new Row().with("prov:activity", "dem:coding").with("prov:entity", id(document.id())));
        }
        for (Claim claim : source.dossier().claims()) {
            claim(claim, entities, generated, derived, attributed, agents);
        }
        for (Event event : source.events()) {
            event(event, entities, generated, derived);
        }
        for (Decided decision : source.decisions()) {
            decision(decision, entities, attributed, derived, agents);
        }
        Row associated = new Row()
                .with(
                        "_:with/coding",
                        new Row().with("prov:activity", "dem:coding").with("prov:agent", "dem:demarche"))
                .with(
                        "_:with/merging",
                        new Row().with("prov:activity", "dem:merging").with("prov:agent", "dem:demarche"));
        Row document = new Row()
                .with("prefix", new Row().with("dem", "urn:demarche:").with("xsd", "http://www.w3.org/2001/XMLSchema#"))
                .with("entity", entities)
                .with("activity", activities)
                .with("agent", agents)
                .with("used", used)
                .with("wasGeneratedBy", generated)
                .with("wasDerivedFrom", derived)
                .with("wasAttributedTo", attributed)
                .with("wasAssociatedWith", associated);
        int rows = entities.cells().size();
        return new Exported(
                List.of(new ExportFile("demarche.prov.json", rows, out -> out.write(JsonLines.line(document) + "\n"))),
                List.of());
    }

    private static Row document(Document document) {
        Row row = new Row()
                .with("prov:type", name("dem:document"))
                .with("dem:file", document.file())
                .with("dem:sha256", document.sha256());
        add(row, "prov:label", document.title());
        add(row, "dem:url", document.url());
        add(row, "dem:outlet", document.outlet());
        return row;
    }

    private static void claim(Claim claim, Row entities, Row generated, Row derived, Row attributed, Row agents) {
        String id = id(claim.id());
        String rule = "dem:rule/" + claim.rule().replaceAll("[^A-Za-z0-9._-]", "-");
        entities.with(
                id,
                new Row()
                        .with("prov:type", name("dem:claim"))
                        .with("prov:label", Words.act(claim.act().code()))
                        .with("dem:quote", claim.trigger().quote())
                        .with("dem:start", claim.trigger().start())
                        .with("dem:end", claim.trigger().end())
                        .with("dem:rule", claim.rule()));
        generated.with("_:gen/" + claim.id(), new Row().with("prov:entity", id).with("prov:activity", "dem:coding"));
        derived.with(
                "_:from/" + claim.id(),
                new Row().with("prov:generatedEntity", id).with("prov:usedEntity", id(claim.document())));
        agents.with(
                rule,
                new Row().with("prov:type", name("prov:SoftwareAgent")).with("prov:label", "rule " + claim.rule()));
        attributed.with("_:by/" + claim.id(), new Row().with("prov:entity", id).with("prov:agent", rule));
    }

    private static void event(Event event, Row entities, Row generated, Row derived) {
        String id = id(event.id());
        entities.with(
                id,
                new Row()
                        .with("prov:type", name("dem:event"))
                        .with("prov:label", Words.act(event.act().code())));
        generated.with("_:gen/" + event.id(), new Row().with("prov:entity", id).with("prov:activity", "dem:merging"));
        for (String claim : event.claims()) {
            derived.with(
                    "_:from/" + event.id() + "/" + claim,
                    new Row().with("prov:generatedEntity", id).with("prov:usedEntity", id(claim)));
        }
    }

    private static void decision(Decided decision, Row entities, Row attributed, Row derived, Row agents) {
        String person = "dem:person/" + decision.by().replaceAll("[^\\p{L}\\p{N}._-]", "-");
        Row row = new Row()
                .with("prov:type", name("dem:decision"))
                .with("prov:label", decision.kind())
                .with("dem:target", decision.target())
                .with("dem:at", new Row().with("$", decision.at()).with("type", "xsd:dateTime"));
        add(row, "dem:why", decision.why());
        entities.with(id(decision.id()), row);
        agents.with(person, new Row().with("prov:type", name("prov:Person")).with("prov:label", decision.by()));
        attributed.with(
                "_:by/" + decision.id(),
                new Row().with("prov:entity", id(decision.id())).with("prov:agent", person));
        if (entities.get(id(decision.target())) != null) {
            derived.with(
                    "_:about/" + decision.id(),
                    new Row()
                            .with("prov:generatedEntity", id(decision.id()))
                            .with("prov:usedEntity", id(decision.target())));
        }
    }

    private static Row name(String qualified) {
        return new Row().with("$", qualified).with("type", "prov:QUALIFIED_NAME");
    }

    private static void add(Row row, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            row.with(key, value);
        }
    }

    /** A qualified name: the colon of our ids is not allowed in a local part. */
    private static String id(String id) {
        return "dem:" + id.replace(':', '-').replaceAll("[^\\p{L}\\p{N}._/-]", "-");
    }
}
