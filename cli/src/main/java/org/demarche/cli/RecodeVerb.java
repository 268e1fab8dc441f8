package org.demarche.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.Dossier;
import org.demarche.model.Claim;
import org.demarche.model.Event;
import org.demarche.store.Entry;
import org.demarche.store.LedgerBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "recode",
        description = "Code the stored documents anew with today's rules, replay all decisions, and say what changed.",
        footer = {
            "",
            "Examples:",
            "  demarche recode",
            "  demarche recode --ledger ./nato --threads 4",
            "  demarche backup before.db && demarche recode"
        })
final class RecodeVerb extends Verb {
    @Mixin
    LedgerOption ledger = new LedgerOption();

    @Mixin
    OwnActors actors = new OwnActors();

    @Mixin
    ReadingOptions reading = new ReadingOptions();

    @Mixin
    Threads threads = new Threads();

    @Override
    public Integer call() throws Exception {
        PrintStream messages = messages();
        try (LedgerBook book = ledger.write(actors.files, reading)) {
            Dossier before = book.dossier();
            Progress progress = new Progress("recoding", messages);
            book.recode(threads.count(), progress);
            progress.end();
            Dossier after = book.refresh();
            say(
                    "claims",
                    ids(before.claims().stream().map(Claim::id).toList()),
                    ids(after.claims().stream().map(Claim::id).toList()));
            say(
                    "events",
                    ids(before.events().stream().map(Event::id).toList()),
                    ids(after.events().stream().map(Event::id).toList()));
            for (Entry entry : book.stale()) {
                messages.println("DEM-211 " + entry.id() + " (" + entry.kind() + " by " + entry.by() + ") is about "
                        + entry.target() + ", which today's rules no longer find. The decision is kept.");
            }
        }
        return Exit.DONE;
    }

    private static Set<String> ids(List<String> all) {
        return new TreeSet<>(all);
    }

    private static void say(String what, Set<String> before, Set<String> after) {
        Set<String> gone = new TreeSet<>(before);
        gone.removeAll(after);
        Set<String> added = new TreeSet<>(after);
        added.removeAll(before);
        Console.say(what + ": " + before.size() + " -> " + after.size() + " (" + added.size() + " new, " + gone.size()
                + " gone)");
    }
}
