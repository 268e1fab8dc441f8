package org.demarche.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.demarche.store.Correction;
import org.demarche.store.Entry;
import org.demarche.store.LedgerBook;
import org.demarche.store.Named;
import org.demarche.store.NewClaim;
import org.demarche.store.Preference;
import org.demarche.store.Targets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "decide",
        description = "Put a decision of yours on record. Nothing is overwritten; `undo` takes one back.",
        footer = {
            "",
            "Decisions: accept, reject, unsure; set FIELD VALUE; merge ID...; split CLAIM...;",
            "prefer VALUE (of a disagreement: which reading is shown; the others are kept);",
            "comment (with --why); undo (of a decision, also of an undo);",
            "add (to a report: a claim that was missed, by --words, --act, --actors ...).",
            "Fields: date, effective, factuality; actors, recipients (names or ids, with semicolons between them);",
            "attribution (on whose word; also of a quotation, \"\" for the report's own).",
            "What is decided about an event holds for its claims. What it changes on the board is shown first.",
            "Where two reviewers differ, both decisions are kept and neither is followed; `demarche review --log`"
                    + " lists them.",
            "",
            "Examples:",
            "  demarche decide clm:77aa01c4d2f9 reject --why \"a comment, not an act\"",
            "  demarche decide clm:77aa01c4d2f9 set date 2021-10-18 --by ana --why \"the ministry's own page\"",
            "  demarche decide clm:77aa01c4d2f9 set actors \"Russia; Belarus\" --why \"both signed it\"",
            "  demarche decide evt:51c09d2e4b1f merge evt:9a50a8a5ccc4 --preview",
            "  demarche decide evt:51c09d2e4b1f split clm:77aa01c4d2f9 --why \"another expulsion\"",
            "  demarche decide dis:5ac0b1ffa012 prefer 2021-10-18 --why \"the ministry's own page\"",
            "  demarche decide wire-12.txt add --words \"sent two envoys home\" --act expel-diplomats"
                    + " --actors Chile --recipients Peru --date 2019-03-04 --why \"the verb was not known\"",
            "  demarche decide dec:0c44a1f2be90 undo"
        })
final class DecideVerb extends Verb {
    private static final Set<String> VERDICTS = Set.of("accept", "reject", "unsure");

    @Parameters(
            index = "0",
            paramLabel = "ID",
            description =
                    "A claim, an event, a quotation, a disagreement, a decision to undo, or a report (id or file) to add"
                            + " to.")
    String id = "";

    @Parameters(
            index = "1",
            paramLabel = "DECISION",
            description = "accept, reject, unsure, set, merge, split, prefer, comment, add or undo.")
    String decision = "";

    @Parameters(
            index = "2..*",
            paramLabel = "REST",
            description = "FIELD VALUE for set; ids for merge and split; the reading for prefer.")
    List<String> rest = new ArrayList<>();

    @Option(names = "--preview", description = "Only show what it would change.")
    boolean preview;

    @Mixin
    AddedClaim added = new AddedClaim();

    @Mixin
    LedgerOption ledger = new LedgerOption();

    @Mixin
    AsOf asOf = new AsOf();

    @Mixin
    Author author = new Author();

    @Override
    public Integer call() throws Exception {
        try (LedgerBook book = preview ? ledger.read() : ledger.write();
                PrintWriter out = Console.text()) {
            List<Entry.Draft> drafts = drafts(book);
            Flips flips = new Flips(book.dossier(), book.preview(drafts), asOf);
            if (preview) {
                flips.print("It would change", out);
                return Exit.DONE;
            }
            for (Entry.Draft draft : drafts) {
                Entry entry = Author.append(book, draft);
                out.println(entry.id() + "  " + entry.target() + " " + entry.kind()
                        + (entry.field() == null ? "" : " " + entry.field())
                        + (entry.value() == null || entry.kind().equals("add")
                                ? ""
                                : " = "
                                        + Correction.shown(
                                                decision.equals("set") ? entry.field() : null, entry.value())));
            }
            book.refresh();
            flips.print("Changed", out);
        }
        return Exit.DONE;
    }

    private List<Entry.Draft> drafts(LedgerBook book) {
        if (added.isGiven() && !decision.equals("add")) {
            throw new IllegalArgumentException(
                    "--words, --act, --actors and what else a claim says go with add; a field of a claim that is there is"
                            + " set: set date 2021-10-18");
        }
        switch (decision) {
            case "add" -> {
                String why = needsReason("an added claim");
                if (!rest.isEmpty()) {
                    throw new IllegalArgumentException("add takes options, not: " + String.join(" ", rest)
                            + "; put words of the report between quotation marks after --words");
                }
                Entry.Draft draft = author.draft("add", id, null, null);
                return List.of(
                        new NewClaim(book.dossier(), name -> name).draft(added.of(id), draft.at(), draft.by(), why));
            }
            case "undo" -> {
                if (book.store().log().stream().noneMatch(e -> e.id().equals(id))) {
                    throw new IllegalArgumentException(
                            "DEM-401 the ledger has no decision " + id + "; `demarche review --log` lists them");
                }
                return List.of(author.draft("undo", id, null, null));
            }
            case "merge" -> {
                return List.of(merge(book));
            }
            case "split" -> {
                return List.of(split(book));
            }
            case "prefer" -> {
                String why = needsReason("a preference");
                if (rest.size() != 1) {
                    throw new IllegalArgumentException("prefer needs the reading: prefer 2021-10-18");
                }
                Entry.Draft draft = author.draft("prefer", id, null, null);
                return List.of(new Preference(book.dossier()).draft(id, rest.get(0), draft.at(), draft.by(), why));
            }
            case "comment" -> {
                needsReason("a comment");
                return List.of(author.draft("comment", targets(book).claims(id).get(0), null, id));
            }
            default -> {
                return ofClaims(book);
            }
        }
    }

    private List<Entry.Draft> ofClaims(LedgerBook book) {
        List<String> claims = Named.isQuote(id) ? List.of(id) : targets(book).claims(id);
        if (VERDICTS.contains(decision) && !Named.isQuote(id)) {
            return claims.stream()
                    .map(c -> author.draft(decision, c, null, null))
                    .toList();
        }
        if (!decision.equals("set")) {
            throw new IllegalArgumentException("no such decision: " + decision
                    + "; there are accept, reject, unsure, set, merge, split, prefer, comment, add, undo");
        }
        if (rest.size() != 2) {
            throw new IllegalArgumentException("set needs a field and a value: set date 2021-10-18");
        }
        needsReason("a correction");
        Named named = new Named(book.dossier(), name -> name);
        return claims.stream()
                .map(c -> author.draft("set", c, rest.get(0), named.value(c, rest.get(0), rest.get(1))))
                .toList();
    }

    private Entry.Draft merge(LedgerBook book) {
        String value = targets(book).merge(id, rest);
        return author.draft("merge", Targets.first(value), null, value);
    }

    private Entry.Draft split(LedgerBook book) {
        String value = targets(book).split(id, rest);
        return author.draft("split", Targets.first(value), null, value);
    }

    private String needsReason(String what) {
        String reason = author.reason;
        if (reason == null) {
            throw new IllegalArgumentException(what + " needs a reason: --why REASON");
        }
        return reason;
    }

    private static Targets targets(LedgerBook book) {
        return new Targets(
                book.dossier(),
                id -> book.store().coded().anyMatch(c -> c.claims().stream().anyMatch(k -> k.id().equals(id))));
    }
}
