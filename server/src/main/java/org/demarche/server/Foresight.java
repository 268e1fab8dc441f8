package org.demarche.server;

import static j2html.TagCreator.a;
import static j2html.TagCreator.p;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import java.util.function.Supplier;

/** What a decision would change: worked out with the page in a small ledger, and in a large one, where that takes seconds, when it is asked for. */
final class Foresight {
    /** Up to so many claims it takes no time to speak of. */
    private static final int FEW_CLAIMS = 3000;

    private final Shelf.Copy copy;
    private final Query query;
    private final String deed;
    private final String again;

    /**
     * What is asked on a page.
     *
     * @param deed what is thought of: "a rejection"
     * @param path of the page
     * @param more what its address has beside the parameters that every page knows, each beginning with an ampersand
     */
    Foresight(Shelf.Copy copy, Query query, String deed, String path, String more) {
        this.copy = copy;
        this.query = query;
        this.deed = deed;
        this.again = query.same(path, "changes", "on") + more;
    }

    /** What is worked out, or the way to have it worked out. */
    DomContent of(Supplier<DomContent> changes) {
        return copy.dossier.claims().size() <= FEW_CLAIMS || query.filter("changes") != null
                ? changes.get()
                : p(
                                a("Work out what " + deed + " changes on the board")
                                        .withHref(again)
                                        .attr("rel", "nofollow"),
                                text(" (takes some seconds in a ledger of this size)"))
                        .withClass("codes");
    }
}
