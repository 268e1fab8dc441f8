package org.demarche.server;

import static j2html.TagCreator.button;
import static j2html.TagCreator.each;
import static j2html.TagCreator.form;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.time;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.store.Correction;
import org.demarche.store.Decisions;
import org.demarche.store.Entry;

/** The log of decisions, newest first, each with its undo; and where reviewers differ. */
final class ReviewLog {
    private static final int MOST = 50;

    private final Shelf.Copy copy;
    private final Query query;
    private final DomContent seal;
    private final String author;
    private final Decisions decisions;
    private final Set<String> standing = new HashSet<>();

    ReviewLog(Shelf.Copy copy, Query query, DomContent seal, String author) {
        this.copy = copy;
        this.query = query;
        this.seal = seal;
        this.author = author;
        this.decisions = new Decisions(copy.log);
        decisions.standing().forEach(e -> standing.add(e.id()));
    }

    DomContent content(boolean writable) {
        List<List<Entry>> deeds = deeds();
        List<DomContent> rows = new ArrayList<>();
        for (int i = deeds.size() - 1; i >= Math.max(0, deeds.size() - MOST); i--) {
            rows.add(row(deeds.get(i), writable));
        }
        List<DomContent> differ = new ArrayList<>();
        for (List<Entry> entries : decisions.differing()) {
            differ.add(li(entries.stream().map(e -> e.by() + ": " + what(e)).collect(Collectors.joining(" \u2014 "))
                    + " (about " + entries.get(0).target() + ")"));
        }
        List<DomContent> stale = new ArrayList<>();
        for (Entry e : copy.stale(decisions)) {
            stale.add(li(e.by() + ": " + what(e) + " (about " + e.target() + ", " + e.at().substring(0, 10) + ")"
                    + (e.why() == null ? "" : ", because: " + e.why())));
        }
        return section(
                        h2("Decisions"),
                        stale.isEmpty()
                                ? span()
                                : section(
                                                p("! Stale: "
                                                                + Say.count(stale.size(), "decision")
                                                                + " about what today's rules do not find in the reports. None is lost: each counts again once its claim is found again.")
                                                        .withClass("flag"),
                                                ul(each(stale.subList(0, Math.min(MOST, stale.size())), s -> s)))
                                        .withClass("stale"),
                        differ.isEmpty()
                                ? span()
                                : section(
                                        p("! Reviewers differ; all are kept and none is followed:")
                                                .withClass("flag"),
                                        ul(each(differ, d -> d))),
                        rows.isEmpty()
                                ? p("None yet.")
                                : ListPages.grid(
                                        "The log, newest first" + (deeds.size() > MOST ? "; the last " + MOST : ""),
                                        List.of("when", "who", "what", "about", "why", "undo"),
                                        rows))
                .withClass("log");
    }

    /** What was done in one go: a verdict on an event stands in the log once a claim. */
    private List<List<Entry>> deeds() {
        List<List<Entry>> out = new ArrayList<>();
        for (Entry e : copy.log) {
            List<Entry> last = out.isEmpty() ? List.of() : out.get(out.size() - 1);
            if (!last.isEmpty() && isSameDeed(last.get(0), e)) {
                last.add(e);
            } else {
                out.add(new ArrayList<>(List.of(e)));
            }
        }
        return out;
    }

    private static boolean isSameDeed(Entry a, Entry b) {
        return a.at().equals(b.at())
                && a.by().equals(b.by())
                && a.kind().equals(b.kind())
                && !a.kind().equals("merge")
                && !a.kind().equals("split")
                && Objects.equals(a.field(), b.field())
                && Objects.equals(a.value(), b.value())
                && Objects.equals(a.why(), b.why());
    }

    private DomContent row(List<Entry> deed, boolean writable) {
        Entry e = deed.get(0);
        List<String> open =
                deed.stream().map(Entry::id).filter(standing::contains).toList();
        String what = what(e);
        String about = deed.stream().map(Entry::target).limit(3).collect(Collectors.joining(", "))
                + (deed.size() > 3 ? " and " + (deed.size() - 3) + " more" : "");
        return tr(
                th(time(e.at().replace('T', ' ').replace("Z", "")).attr("datetime", e.at()))
                        .attr("scope", "row"),
                td(e.by()).attr("dir", "auto"),
                td(what),
                td(about),
                td(e.why() == null ? "" : e.why()).attr("dir", "auto"),
                td(
                        writable && !open.isEmpty()
                                ? form(
                                                seal,
                                                ReviewPage.hidden("target", String.join(" ", open)),
                                                ReviewPage.hidden("kind", "undo"),
                                                ReviewPage.hidden("next", ""),
                                                ReviewPage.hidden("by", author.isEmpty() ? e.by() : author),
                                                ReviewPage.hidden("dyad", String.join("--", query.parties())),
                                                button("Undo")
                                                        .attr("aria-label", "Undo " + what + " of " + about)
                                                        .attr("data-undo"))
                                        .withMethod("post")
                                        .withAction("/review")
                                : text(e.kind().equals("undo") || !writable ? "" : "undone")));
    }

    private static String what(Entry e) {
        String value = e.value();
        if (e.kind().equals("merge") && value != null) {
            return "merge of " + value.split(" ").length + " claims";
        }
        if (e.kind().equals("add")) {
            return "added a claim";
        }
        if (e.kind().equals("prefer")) {
            return "prefers a reading of " + e.field();
        }
        if (e.kind().equals("split") && value != null) {
            String[] sides = value.split("\\|", 2);
            return "split: " + sides[0].strip().split(" ").length + " out";
        }
        return e.kind() + (value == null ? "" : " " + e.field() + " = " + Correction.shown(e.field(), value));
    }
}
