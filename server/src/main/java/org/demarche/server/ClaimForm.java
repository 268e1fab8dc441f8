package org.demarche.server;

import static j2html.TagCreator.a;
import static j2html.TagCreator.blockquote;
import static j2html.TagCreator.button;
import static j2html.TagCreator.datalist;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.form;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.mark;
import static j2html.TagCreator.optgroup;
import static j2html.TagCreator.option;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.select;
import static j2html.TagCreator.span;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import j2html.tags.specialized.InputTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.demarche.Coded;
import org.demarche.coding.ActDefinition;
import org.demarche.model.Document;
import org.demarche.model.Factuality;
import org.demarche.model.Mention;
import org.demarche.model.PartialDate;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.demarche.store.NewClaim;
import org.jspecify.annotations.Nullable;

/** Beside a report: the form by which a reader adds a claim that was missed. Words chosen with the mouse come filled in; a sentence's number does too. */
final class ClaimForm {
    private static final int MOST_CHOICES = 300;

    private final Shelf.Copy copy;
    private final Query query;
    private final Coded coded;
    private final @Nullable Chosen chosen;

    /** What the address asks to add: {@code add=START-END} in code points, {@code add=N} for the sentence of that number, or nothing. */
    ClaimForm(Shelf.Copy copy, Query query, Coded coded) {
        this.copy = copy;
        this.query = query;
        this.coded = coded;
        this.chosen = Chosen.of(coded, query.filter("add"));
    }

    /** The form, or where no words are chosen yet the way to choose some. */
    DomContent content(DomContent seal, String author) {
        return chosen == null
                ? choose()
                : section(h2("Add a claim"), filled(chosen, seal, author))
                        .withId("add")
                        .withClass("adding");
    }

    private DomContent choose() {
        String doc = coded.document().id();
        return details(
                        summary("Something missed or wrong?"),
                        p("Select words in the text, or give the number of a sentence.")
                                .withClass("codes"),
                        form(
                                        ReviewPage.hidden("doc", doc),
                                        ReviewPage.hidden("dyad", String.join("--", query.parties())),
                                        label(
                                                span("Sentence"),
                                                input().withName("add")
                                                        .attr("inputmode", "numeric")
                                                        .attr("pattern", "\\d{1,6}")
                                                        .attr("size", "5")
                                                        .attr("required")),
                                        label(
                                                span("What is it?"),
                                                select(
                                                                option("a claim was missed")
                                                                        .withValue(""),
                                                                each(
                                                                        FixForm.WHAT.entrySet(),
                                                                        w -> option(w.getValue()
                                                                                        .toLowerCase(Locale.ROOT))
                                                                                .withValue(w.getKey())))
                                                        .withName("fix")),
                                        button("Go on").withType("submit"))
                                .withMethod("get")
                                .withAction("/reader#add")
                                .withClass("decide"))
                .withId("missed")
                .withClass("folded");
    }

    private DomContent filled(Chosen at, DomContent seal, String author) {
        Document document = coded.document();
        String whole = document.text();
        Sentence sentence = at.sentence();
        List<DomContent> people = new ArrayList<>();
        names(coded).forEach(n -> people.add(option().withValue(n)));
        List<DomContent> days = new ArrayList<>();
        for (Mention.OfTime time : coded.mentions().times()) {
            PartialDate start = time.when().start();
            if (sentence.span().contains(time.span())
                    && start != null
                    && start.equals(time.when().end())) {
                days.add(option(time.span().in(whole)).withValue(start.toString()));
            }
        }
        return div(
                said(document, at),
                form(
                                seal,
                                ReviewPage.hidden("target", document.id()),
                                ReviewPage.hidden("sentence", String.valueOf(sentence.index())),
                                ReviewPage.hidden(
                                        "start",
                                        String.valueOf(
                                                document.codePoint(at.at().start()))),
                                label(
                                        span("Words that tell the act, as they stand in the sentence"),
                                        required("words")
                                                .withValue(
                                                        at.words() == null
                                                                ? ""
                                                                : at.at().in(whole))
                                                .attr("dir", "auto")),
                                label(span("Act"), acts()),
                                label(
                                        span("Who did it (several: with semicolons)"),
                                        required("actors").attr("list", "people")),
                                label(
                                        span("To whom, if to anybody"),
                                        input().withName("recipients").attr("list", "people")),
                                label(span("When, if the report tells"), date("date")),
                                label(span("In force from, if that is another day"), date("effective")),
                                label(
                                        span("Told as"),
                                        select(each(
                                                        List.of(Factuality.values()),
                                                        f -> option(Say.lower(f))
                                                                .withValue(Say.lower(f))
                                                                .condAttr(
                                                                        f == Factuality.ASSERTED,
                                                                        "selected",
                                                                        "selected")))
                                                .withName("factuality")),
                                label(span("About something on the board"), about()),
                                ReviewPage.name(author),
                                label(span("Reason (required)"), required("why").attr("maxlength", "500")),
                                datalist(each(people, o -> o)).withId("people"),
                                datalist(each(days, o -> o)).withId("days"),
                                div(
                                                button("Add it").withType("submit"),
                                                a("Leave it").withHref(query.link("/reader", "doc", document.id())))
                                        .withClass("buttons"))
                        .withMethod("post")
                        .withAction("/claims")
                        .withClass("decide"),
                p("It stands in the log beside what the rules find, is there again after every re-run, and can be undone under Review.")
                        .withClass("codes"));
    }

    /** The sentence, its chosen words marked. */
    static DomContent said(Document document, Chosen chosen) {
        String whole = document.text();
        Span sentence = chosen.sentence().span();
        Span at = chosen.at();
        return blockquote(span(
                        text("\u201C" + whole.substring(sentence.start(), at.start())),
                        mark(at.in(whole)),
                        text(whole.substring(at.end(), sentence.end()) + "\u201D"))
                .withClass("words")
                .attr("dir", "auto"));
    }

    private static InputTag required(String name) {
        return input().withName(name).attr("required");
    }

    private static InputTag date(String name) {
        return input().withName(name)
                .attr("list", "days")
                .attr("pattern", Frame.DATE)
                .withPlaceholder("YYYY-MM-DD")
                .attr("size", "12");
    }

    /** Who is named in this report, most often named first. */
    static List<String> names(Coded coded) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Mention.OfActor mention : coded.mentions().actors()) {
            counts.merge(mention.actor().name(), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(MOST_CHOICES)
                .toList();
    }

    private static DomContent acts() {
        Map<String, List<DomContent>> byType = new TreeMap<>();
        for (ActDefinition act : NewClaim.acts().values()) {
            String type = act.act().type() == null
                    ? "outside PLOVER"
                    : String.valueOf(act.act().type());
            byType.computeIfAbsent(type, t -> new ArrayList<>())
                    .add(option(Say.act(act.code())).withValue(act.code()).withTitle(act.says()));
        }
        List<DomContent> groups = new ArrayList<>();
        byType.forEach(
                (type, options) -> groups.add(optgroup(each(options, o -> o)).withLabel(type)));
        return select(option("choose \u2026").withValue(""), each(groups, g -> g))
                .withName("act")
                .attr("required");
    }

    private DomContent about() {
        return select(
                        option("nothing that it shows").withValue(""),
                        each(
                                new NewClaim(copy.dossier, copy.names::of)
                                        .subjects(coded).stream()
                                                .limit(MOST_CHOICES)
                                                .toList(),
                                s -> option(Cites.shortened(s.name())).withValue(s.id())))
                .withName("about");
    }
}
