package org.demarche.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.demarche.Coded;
import org.demarche.Dossier;
import org.demarche.model.Answer;
import org.demarche.model.Attested;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Disagreement;
import org.demarche.model.Document;
import org.demarche.model.Event;
import org.demarche.model.State;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/** Says why a value is in the ledger: rule, words, and who else says what. Lines for a reader. */
public final class Explanation {
    private final Dossier dossier;
    private final Map<String, Document> documents;

    public Explanation(Dossier dossier) {
        this.dossier = dossier;
        this.documents = dossier.byId();
    }

    /**
     * The lines about an id; empty where the ledger has no such thing.
     *
     * @param states the states among which the id of a subject is looked for
     */
    public Optional<List<String>> of(String id, List<State> states) {
        List<String> out = new ArrayList<>();
        dossier.events().stream().filter(e -> e.id().equals(id)).findFirst().ifPresent(e -> event(e, out));
        dossier.claims().stream().filter(c -> c.id().equals(id)).findFirst().ifPresent(c -> claim(c, out));
        dossier.disagreements().stream()
                .filter(d -> d.id().equals(id))
                .findFirst()
                .ifPresent(d -> disagreement(d, out));
        dossier.answers().stream().filter(a -> a.id().equals(id)).findFirst().ifPresent(a -> answer(a, out));
        dossier.coded().stream()
                .filter(c -> c.document().id().equals(id) || c.document().file().equals(id))
                .findFirst()
                .ifPresent(c -> document(c, out));
        states.stream().filter(s -> s.subject().id().equals(id)).forEach(s -> state(s, out));
        return out.isEmpty() ? Optional.empty() : Optional.of(out);
    }

    private void event(Event event, List<String> out) {
        out.add(event.id() + "  " + line(event));
        out.add("  type " + type(event.act().type(), event.act().mode()) + ", CAMEO "
                + event.act().cameo() + ", " + word(event.factuality()) + ", " + event.sources()
                + (event.sources() == 1 ? " source" : " sources"));
        if (event.effective() != null) {
            out.add("  in force " + date(event.effective()));
        }
        if (event.parent() != null) {
            out.add("  part of " + event.parent());
        }
        event.subjects().forEach(s -> out.add("  about " + s.id() + "  " + s.name()));
        for (Map.Entry<String, Attested<String>> field : event.readings().entrySet()) {
            if (field.getValue().isDisputed()) {
                out.add("  " + field.getKey() + " has "
                        + field.getValue().readings().size() + " readings:");
                field.getValue().readings().forEach(r -> reading(r.value(), r.citations(), out));
            }
        }
        out.add("  told by:");
        for (Claim claim : dossier.claims()) {
            if (event.claims().contains(claim.id())) {
                out.add("    " + claim.id() + "  " + cite(claim.sentence()));
            }
        }
        if (!event.why().isEmpty()) {
            out.add("  one event because:");
            event.why().forEach(w -> out.add("    " + w));
        }
        for (Answer answer : dossier.answers()) {
            if (answer.stimulus().equals(event.id()) || answer.response().equals(event.id())) {
                out.add("  "
                        + (answer.response().equals(event.id())
                                ? "answers " + answer.stimulus()
                                : "answered by " + answer.response())
                        + " (" + answer.basis() + ", " + answer.id() + ")");
            }
        }
    }

    /** An event in one line: date, who, what, to whom. */
    public static String line(Event event) {
        return date(event.date()) + "  " + names(event.actors()) + " -> " + names(event.recipients()) + "  "
                + event.act().code();
    }

    private void claim(Claim claim, List<String> out) {
        out.add(claim.id() + "  " + date(claim.date()) + "  " + names(claim.actors()) + " -> "
                + names(claim.recipients()) + "  " + claim.act().code());
        out.add("  type " + type(claim.act().type(), claim.act().mode()) + ", CAMEO "
                + claim.act().cameo() + ", " + word(claim.factuality()));
        out.add("  sentence " + cite(claim.sentence()));
        out.add("  act named by \"" + claim.trigger().quote() + "\"");
        parties("actor", claim.actors(), out);
        parties("recipient", claim.recipients(), out);
        when("date", claim.date(), out);
        when("in force", claim.effective(), out);
        claim.quantities()
                .forEach(q -> out.add(
                        "  amount " + word(q.role()) + " " + (q.value() == null ? q.low() + ".." + q.high() : q.value())
                                + (q.unit() == null ? "" : " " + q.unit()) + ": \""
                                + q.citation().quote() + "\""));
        claim.attribution().forEach(a -> out.add("  on the word of " + a.holder() + " (" + a.verb() + ")"));
        claim.changes()
                .forEach(c -> out.add("  so " + c.subject().name() + " " + word(c.attribute()) + " = " + c.value() + " "
                        + date(c.from())));
        out.add("  rule " + claim.rule() + (claim.score() == null ? "" : ", proposed with score " + claim.score()));
    }

    private static void parties(String role, List<Claim.Party> parties, List<String> out) {
        for (Claim.Party party : parties) {
            Citation citation = party.citation();
            out.add("  " + role + " " + party.actor().id() + " " + party.actor().name()
                    + (citation == null ? " (follows from the context)" : ": \"" + citation.quote() + "\""));
        }
    }

    private static void when(String what, @Nullable When when, List<String> out) {
        if (when != null && !when.equals(When.BY_REPORT)) {
            Citation citation = when.citation();
            out.add("  " + what + " " + date(when) + " (" + word(when.basis()) + ")"
                    + (citation == null ? "" : ": \"" + citation.quote() + "\""));
        }
    }

    private void disagreement(Disagreement disagreement, List<String> out) {
        out.add(disagreement.id() + "  " + word(disagreement.kind()) + " about " + disagreement.field() + " of "
                + disagreement.about());
        disagreement.readings().forEach(r -> reading(r.value(), List.of(r.citation()), out));
    }

    private void answer(Answer answer, List<String> out) {
        out.add(answer.id() + "  " + answer.responder() + " answered " + answer.stimulus() + " with "
                + answer.response());
        out.add("  " + word(answer.symmetry()) + ", lag " + answer.lagLow() + ".." + answer.lagHigh() + " days, "
                + answer.basis());
        answer.citations().forEach(c -> out.add("  " + cite(c)));
    }

    private static void document(Coded coded, List<String> out) {
        Document document = coded.document();
        Citation citation = document.published().citation();
        out.add(document.id() + "  " + document.file());
        out.add("  published " + document.published().start() + ".."
                + document.published().end() + " (" + word(document.published().basis()) + ")"
                + (citation == null ? "" : ": \"" + citation.quote() + "\""));
        out.add("  " + coded.sentences().size() + " sentences, "
                + coded.claims().size() + " claims");
        coded.notices().forEach(n -> out.add("  " + n.code() + " " + n.message()));
    }

    private void state(State state, List<String> out) {
        out.add(state.subject().id() + "  " + state.subject().name() + "  " + word(state.attribute()) + " = "
                + (state.value() == null ? state.low() + ".." + state.high() : state.value()));
        out.add("  since " + date(state.since()) + ", " + word(state.basis()) + ": " + state.why());
        for (State.Reading reading : state.readings()) {
            reading(
                    reading.value() == null ? reading.low() + ".." + reading.high() : reading.value(),
                    reading.citations(),
                    out);
        }
    }

    private void reading(String value, List<Citation> citations, List<String> out) {
        out.add("    " + value);
        citations.forEach(c -> out.add("      " + cite(c)));
    }

    private String cite(Citation citation) {
        Document document = documents.get(citation.document());
        return (document == null ? citation.document() : document.file()) + "@" + citation.start() + ": \""
                + citation.quote().replaceAll("\\s+", " ") + "\"";
    }

    private static String names(List<Claim.Party> parties) {
        return parties.isEmpty()
                ? "?"
                : String.join(
                        ", ",
                        parties.stream().map(p -> p.actor().id()).distinct().toList());
    }

    private static String type(@Nullable String type, @Nullable String mode) {
        return type == null ? "outside PLOVER" : mode == null ? type : type + "-" + mode;
    }

    static String date(@Nullable When when) {
        if (when == null || !when.isKnown()) {
            return "undated";
        }
        String start = when.start() == null ? "" : when.start().toString();
        String end = when.end() == null ? "" : when.end().toString();
        return start.equals(end) ? start : start + ".." + end;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
