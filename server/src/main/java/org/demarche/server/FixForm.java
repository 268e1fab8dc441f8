package org.demarche.server;

import static j2html.TagCreator.a;
import static j2html.TagCreator.button;
import static j2html.TagCreator.datalist;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.fieldset;
import static j2html.TagCreator.form;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.legend;
import static j2html.TagCreator.option;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.select;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.demarche.Coded;
import org.demarche.model.Claim;
import org.demarche.model.Mention;
import org.demarche.model.PartialDate;
import org.demarche.model.Quote;
import org.demarche.store.Correction;
import org.jspecify.annotations.Nullable;

/**
 * Beside a report: what is wrong with a claim or quotation of the chosen words. First what it is about and what is right, then what that
 * changes on the board, then name and reason; each step is an address or a form and needs no script.
 */
final class FixForm {
    /** What can be wrong, by the word in the address. */
    static final Map<String, String> WHAT = new LinkedHashMap<>();

    static {
        WHAT.put("actors", "Wrong actor");
        WHAT.put("date", "Wrong date");
        WHAT.put("attribution", "Quote by somebody else");
        WHAT.put("reject", "Not an event");
    }

    private final Shelf shelf;
    private final Desk desk;
    private final Shelf.Copy copy;
    private final Query query;
    private final Coded coded;
    private final Chosen chosen;
    private final String fix;
    private final @Nullable String value;

    FixForm(Shelf shelf, Desk desk, Shelf.Copy copy, Query query, Coded coded, Chosen chosen, String fix) {
        this.shelf = shelf;
        this.desk = desk;
        this.copy = copy;
        this.query = query;
        this.coded = coded;
        this.chosen = chosen;
        this.fix = fix;
        this.value = query.filter("value");
    }

    /** Something that can be corrected. */
    private record Target(String id, String line, String now) {}

    DomContent content(LocalDate asOf, DomContent seal, String author) {
        List<DomContent> out = new ArrayList<>();
        out.add(h2(WHAT.getOrDefault(fix, fix)));
        out.add(ClaimForm.said(coded.document(), chosen));
        List<Target> targets = targets();
        Target target = targets.stream()
                .filter(t -> t.id().equals(query.filter("claim")))
                .findFirst()
                .orElse(null);
        if (targets.isEmpty()) {
            out.add(p("No claim rests on this sentence" + (fix.equals("attribution") ? ", and no quotation." : "."))
                    .withClass("codes"));
            out.add(p(a("Add one").withHref(query.same("/reader", "fix", null) + "#add")));
        } else if (target == null) {
            out.add(choose(targets));
        } else {
            out.add(confirm(target, targets, asOf, seal, author));
        }
        return section(out.toArray(DomContent[]::new)).withId("add").withClass("adding");
    }

    /** The claims of the sentence, those of the chosen words first; quotations too where their speaker is wrong. */
    private List<Target> targets() {
        List<Target> out = new ArrayList<>();
        List<Target> others = new ArrayList<>();
        if (fix.equals("attribution")) {
            for (Quote quote : coded.mentions().quotes()) {
                if (chosen.touches(quote.content())) {
                    out.add(new Target(
                            quote.id(coded.document()),
                            "the words "
                                    + Cites.quoted(Cites.shortened(quote.content()
                                            .in(coded.document().text())
                                            .strip())),
                            quote.chain().isEmpty()
                                    ? "nobody"
                                    : quote.chain().get(0).holder()));
                }
            }
        }
        for (Claim claim : coded.claims()) {
            if (claim.sentenceIndex() == chosen.sentence().index()) {
                boolean isMeant = chosen.touches(coded.document().span(claim.trigger()));
                (isMeant ? out : others)
                        .add(new Target(
                                claim.id(),
                                copy.names.act(claim) + " (\u201C"
                                        + Cites.shortened(claim.trigger().quote()) + "\u201D): "
                                        + copy.names.sides(claim)
                                        + ", " + Say.when(claim.date()),
                                now(claim)));
            }
        }
        out.addAll(others);
        return out;
    }

    private String shown(String right) {
        return fix.equals("date")
                ? Say.when(Correction.when(right))
                : right.isEmpty() ? fix.equals("attribution") ? "the report itself" : "nobody" : right;
    }

    private String now(Claim claim) {
        return switch (field()) {
            case "date" -> Say.when(claim.date());
            case "effective" -> claim.effective() == null ? "not told apart" : Say.when(claim.effective());
            case "recipients" -> claim.recipients().isEmpty() ? "nobody" : Say.parties(claim.recipients());
            case "attribution" ->
                claim.attribution().isEmpty()
                        ? "the report itself"
                        : claim.attribution().stream()
                                .map(Claim.Attribution::holder)
                                .collect(Collectors.joining(", as told by "));
            case "actors" -> claim.actors().isEmpty() ? "somebody" : Say.parties(claim.actors());
            default -> Say.lower(claim.factuality());
        };
    }

    /** The fields that one such fault can be about. */
    private List<String> fields() {
        return switch (fix) {
            case "actors" -> List.of("actors", "recipients");
            case "date" -> List.of("date", "effective");
            default -> List.of(fix);
        };
    }

    private String field() {
        String asked = query.filter("field");
        return asked != null && fields().contains(asked) ? asked : fields().get(0);
    }

    private DomContent choose(List<Target> targets) {
        List<DomContent> choices = new ArrayList<>();
        for (Target t : targets) {
            choices.add(label(
                    input().withType("radio")
                            .withName("claim")
                            .withValue(t.id())
                            .condAttr(choices.isEmpty(), "checked", "checked")
                            .attr("required"),
                    span(t.line() + (fix.equals("attribution") ? "; now: " + t.now() : ""))));
        }
        List<DomContent> parts = new ArrayList<>();
        parts.add(fieldset(legend("Which?"), each(choices, c -> c)).withClass("which"));
        if (!fix.equals("reject")) {
            if (fields().size() > 1) {
                parts.add(label(
                        span("What is wrong"),
                        select(each(
                                        fields(),
                                        f -> option(Say.field(f))
                                                .withValue(f)
                                                .condAttr(f.equals(field()), "selected", "selected")))
                                .withName("field")));
            }
            parts.add(label(
                    span(asked()),
                    input().withName("value")
                            .withValue(value == null ? proposed() : value)
                            .attr("list", "right")
                            .attr("maxlength", "150")
                            .condAttr(fix.equals("date"), "required", "required")));
            parts.add(datalist(each(choices(), c -> option().withValue(c))).withId("right"));
        }
        return form(kept(), each(parts, x -> x), buttons("Show what it changes"))
                .withMethod("get")
                .withAction("/reader#add")
                .withClass("decide");
    }

    private DomContent buttons(String goOn) {
        return div(
                        button(goOn).withType("submit"),
                        a("Leave it")
                                .withHref(query.link(
                                        "/reader", "doc", coded.document().id())))
                .withClass("buttons");
    }

    private String asked() {
        return switch (fix) {
            case "actors" -> "Right: a state, organisation or person as the pages call it (several: with semicolons)";
            case "date" -> "Right: YYYY-MM-DD, YYYY-MM or YYYY; two with a slash where it lies between them";
            default -> "On whose word (blank: the report\u2019s own)";
        };
    }

    private DomContent kept() {
        Map<String, String> all = query.asParameters();
        List<DomContent> out = new ArrayList<>();
        all.forEach((name, v) -> {
            if (!List.of("claim", "value", "field").contains(name)) {
                out.add(ReviewPage.hidden(name, v));
            }
        });
        return each(out, o -> o);
    }

    /** What the chosen words themselves name: an actor, a day, a speaker. */
    private String proposed() {
        if (chosen.words() == null) {
            return "";
        }
        if (fix.equals("date")) {
            return coded.mentions().times().stream()
                    .filter(t -> chosen.touches(t.span()))
                    .map(FixForm::iso)
                    .filter(d -> !d.isEmpty())
                    .findFirst()
                    .orElse("");
        }
        return coded.mentions().actors().stream()
                .filter(m -> m.span().contains(chosen.at()))
                .map(m -> m.actor().name())
                .findFirst()
                .orElse("");
    }

    private static String iso(Mention.OfTime time) {
        PartialDate start = time.when().start();
        PartialDate end = time.when().end();
        return start == null || end == null ? "" : start.equals(end) ? start.toString() : start + "/" + end;
    }

    private List<String> choices() {
        return fix.equals("date")
                ? coded.mentions().times().stream()
                        .map(FixForm::iso)
                        .filter(d -> !d.isEmpty())
                        .distinct()
                        .toList()
                : ClaimForm.names(coded);
    }

    /** The last look: what is shown now, what would be, and which rows of the board that turns. */
    private DomContent confirm(Target target, List<Target> targets, LocalDate asOf, DomContent seal, String author) {
        boolean isRejection = fix.equals("reject");
        String kind = isRejection ? "reject" : "set";
        String right = value == null ? "" : value;
        List<DomContent> out = new ArrayList<>();
        out.add(p(target.line()).withClass("reading"));
        Desk.Wish wish = new Desk.Wish(kind, target.id(), isRejection ? null : field(), right, "preview", "preview");
        try {
            desk.check(wish);
            out.add(new Foresight(copy, query, isRejection ? "the rejection" : "the correction", "/reader", "")
                    .of(() -> new Flips(shelf, copy, asOf, query.knownOn())
                            .table(isRejection ? "Rejecting it" : "The correction", desk.preview(wish))));
        } catch (IllegalArgumentException wrong) {
            return div(p("! " + wrong.getMessage()).withClass("flag"), choose(targets));
        }
        if (!isRejection) {
            out.add(
                    1,
                    p(
                                    span(Say.field(field()) + ": "),
                                    span(target.now() + " \u2192 ").withClass("was"),
                                    span(shown(right)))
                            .withClass("turn"));
        }
        out.add(form(
                        seal,
                        ReviewPage.hidden("target", target.id()),
                        ReviewPage.hidden("kind", kind),
                        isRejection ? text("") : ReviewPage.hidden("field", field()),
                        isRejection ? text("") : ReviewPage.hidden("value", right),
                        ReviewPage.hidden("dyad", String.join("--", query.parties())),
                        ReviewPage.hidden("doc", coded.document().id()),
                        ReviewPage.hidden(
                                "sentence", String.valueOf(chosen.sentence().index())),
                        ReviewPage.name(author),
                        label(
                                span("Reason (required)"),
                                input().withName("why").attr("maxlength", "500").attr("required")),
                        buttons(isRejection ? "Reject it" : "Correct it"))
                .withMethod("post")
                .withAction("/review")
                .withClass("decide"));
        out.add(
                p("What the rules read stays in the log beside it; the correction is there again after every re-run, and can be undone under Review.")
                        .withClass("codes"));
        return div(out.toArray(DomContent[]::new));
    }
}
