package org.demarche.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.Dossier;
import org.demarche.model.Disagreement;
import org.demarche.model.Event;
import org.demarche.store.Correction;
import org.demarche.store.Decisions;
import org.demarche.store.Entry;
import org.demarche.store.LedgerBook;
import org.demarche.view.Explanation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "review",
        description =
                "What a person should look at first: events that sources tell differently and nobody decided about.",
        footer = {"", "Examples:", "  demarche review", "  demarche review --first 3", "  demarche review --log"})
final class ReviewVerb extends Verb {
    @Option(names = "--first", paramLabel = "N", description = "So many items (10).")
    int first = 10;

    @Option(names = "--log", description = "Show the decisions that were taken instead.")
    boolean log;

    @Mixin
    LedgerOption ledger = new LedgerOption();

    @Override
    public Integer call() throws Exception {
        try (LedgerBook book = ledger.read();
                PrintWriter out = Console.text()) {
            if (log) {
                printLog(book, out);
            } else {
                printQueue(book, out);
            }
        }
        return Exit.DONE;
    }

    private static void printLog(LedgerBook book, PrintWriter out) {
        List<Entry> entries = book.store().log();
        Decisions decisions = new Decisions(entries);
        Set<String> standing = new TreeSet<>();
        decisions.standing().forEach(e -> standing.add(e.id()));
        Set<String> stale = new TreeSet<>();
        book.stale().forEach(e -> stale.add(e.id()));
        if (entries.isEmpty()) {
            out.println("No decisions yet. `demarche decide ID accept|reject|...` takes one.");
        }
        for (Entry e : entries) {
            out.println(e.id() + "  " + e.at() + "  " + e.by() + "  " + e.kind() + " " + e.target()
                    + (e.field() == null ? "" : " " + e.field())
                    + (e.value() == null || e.kind().equals("add")
                            ? ""
                            : " = " + Correction.shown(e.kind().equals("set") ? e.field() : null, e.value()))
                    + (e.why() == null ? "" : "  (" + e.why() + ")")
                    + (e.kind().equals("undo") || standing.contains(e.id()) ? "" : "  [undone]")
                    + (stale.contains(e.id()) ? "  [stale: today's rules do not find it]" : ""));
        }
        for (List<Entry> differ : decisions.differing()) {
            out.println("! reviewers differ, neither is followed: "
                    + String.join(
                            "; ",
                            differ.stream()
                                    .map(e -> e.by() + " " + e.kind() + " " + e.target() + " (" + e.id() + ")")
                                    .toList()));
        }
    }

    private void printQueue(LedgerBook book, PrintWriter out) {
        Dossier dossier = book.dossier();
        Set<String> decided = new TreeSet<>();
        new Decisions(book.store().log()).standing().forEach(e -> decided.add(e.target()));
        List<Event> queue = new ArrayList<>();
        for (Event event : dossier.events()) {
            if (event.claims().stream().noneMatch(decided::contains)) {
                queue.add(event);
            }
        }
        queue.sort(Comparator.comparingInt((Event e) -> -disputes(dossier, e)).thenComparing(Event::id));
        out.println(Summary.plural(queue.size(), "event") + " without a decision; the most disputed first.");
        for (Event event : queue.subList(0, Math.min(first, queue.size()))) {
            out.println();
            out.println(event.id() + "  " + Explanation.line(event) + "  ("
                    + Summary.plural(event.claims().size(), "claim") + ")");
            for (Disagreement d : dossier.disagreements()) {
                if (d.about().equals(event.id())) {
                    out.println("  ! " + d.field() + ": "
                            + String.join(
                                    " | ",
                                    d.readings().stream()
                                            .map(Disagreement.Reading::value)
                                            .distinct()
                                            .toList()));
                }
            }
        }
        if (!queue.isEmpty()) {
            out.println();
            out.println("`demarche explain ID` shows the words; `demarche decide ID accept|reject|unsure` decides.");
        }
    }

    private static int disputes(Dossier dossier, Event event) {
        return (int) dossier.disagreements().stream()
                .filter(d -> d.about().equals(event.id()))
                .count();
    }
}
