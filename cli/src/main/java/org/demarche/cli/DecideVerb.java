package org.demarche.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.demarche.Dossier;
import org.demarche.model.Event;
import org.demarche.store.Decisions;
import org.demarche.store.Entry;
import org.demarche.store.LedgerBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "decide",
        description = "Put a decision of yours on record. Nothing is overwritten; `undo` takes one back.",
        footer = {
            "",
            "Decisions: accept, reject, unsure; set date|effective|factuality VALUE (claims); undo (decisions).",
            "What is decided about an event holds for its claims.",
            "",
            "Examples:",
            "  demarche decide clm:77aa01c4d2f9 reject --why \"a comment, not an act\"",
            "  demarche decide clm:77aa01c4d2f9 set date 2021-10-18 --by ana --why \"the ministry's own page\"",
            "  demarche decide dec:0c44a1f2be90 undo"
        })
final class DecideVerb extends Verb {
    private static final Set<String> VERDICTS = Set.of("accept", "reject", "unsure");

    @Parameters(index = "0", paramLabel = "ID", description = "A claim, an event, or a decision to undo.")
    String id = "";

    @Parameters(index = "1", paramLabel = "DECISION", description = "accept, reject, unsure, set or undo.")
    String decision = "";

    @Parameters(index = "2..*", paramLabel = "FIELD VALUE", description = "For set.")
    List<String> rest = new ArrayList<>();

    @Mixin
    LedgerOption ledger = new LedgerOption();

    @Mixin
    Author author = new Author();

    @Override
    public Integer call() throws Exception {
        try (LedgerBook book = ledger.write()) {
            for (Entry.Draft draft : drafts(book)) {
                Entry entry = book.store().append(draft);
                Console.say(entry.id() + "  " + entry.target() + " " + entry.kind()
                        + (entry.field() == null ? "" : " " + entry.field() + " = " + entry.value()));
            }
            book.refresh();
        }
        return Exit.DONE;
    }

    private List<Entry.Draft> drafts(LedgerBook book) {
        if (decision.equals("undo")) {
            if (book.store().log().stream().noneMatch(e -> e.id().equals(id))) {
                throw new IllegalArgumentException(
                        "DEM-401 the ledger has no decision " + id + "; `demarche review --log` lists them");
            }
            return List.of(author.draft("undo", id, null, null));
        }
        List<String> claims = claims(book, id);
        if (VERDICTS.contains(decision)) {
            return claims.stream()
                    .map(c -> author.draft(decision, c, null, null))
                    .toList();
        }
        if (!decision.equals("set")) {
            throw new IllegalArgumentException(
                    "no such decision: " + decision + "; there are accept, reject, unsure, set, undo");
        }
        if (rest.size() != 2) {
            throw new IllegalArgumentException("set needs a field and a value: set date 2021-10-18");
        }
        if (author.reason == null) {
            throw new IllegalArgumentException("a correction needs a reason: --why REASON");
        }
        Decisions.check(rest.get(0), rest.get(1));
        return claims.stream()
                .map(c -> author.draft("set", c, rest.get(0), rest.get(1)))
                .toList();
    }

    /** The claims that an id stands for. Rejected ones are found too, so that they can be accepted again. */
    private static List<String> claims(LedgerBook book, String id) {
        Dossier dossier = book.dossier();
        List<String> ofEvent = dossier.events().stream()
                .filter(e -> e.id().equals(id))
                .map(Event::claims)
                .findFirst()
                .orElse(List.of());
        if (!ofEvent.isEmpty()) {
            return ofEvent;
        }
        boolean known = book.store().coded().anyMatch(c -> c.claims().stream().anyMatch(k -> k.id().equals(id)));
        if (!known) {
            throw new IllegalArgumentException(
                    "DEM-401 the ledger has no claim or event " + id + "; `demarche timeline` shows events");
        }
        return List.of(id);
    }
}
