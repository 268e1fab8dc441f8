package org.demarche.server;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.Coded;
import org.demarche.model.Claim;
import org.demarche.store.LedgerBook;

/**
 * The rules of claims, of rejected ones too, which the merged ledger has no longer. What a document says is looked up only for claims that
 * no version of the ledger had which was served before. Safe for use by several threads.
 */
final class RawClaims {
    private final Books books;
    private final Map<String, String> rules = new HashMap<>();
    private String searched = "";

    RawClaims(Books books) {
        this.books = books;
    }

    /** Takes note of the claims of a version of the ledger. */
    synchronized void note(Iterable<Claim> claims) {
        claims.forEach(c -> rules.put(c.id(), c.rule()));
    }

    /**
     * The rules of those claims that a document tells today.
     *
     * @param mark of the ledger; what is not found is looked for once for each
     */
    synchronized Map<String, String> of(Set<String> wanted, String mark) {
        if (!rules.keySet().containsAll(wanted) && !searched.equals(mark)) {
            try (LedgerBook book = books.read();
                    Stream<Coded> coded = book.store().coded()) {
                coded.forEach(c -> {
                    note(c.claims());
                    c.mentions().quotes().forEach(q -> rules.put(q.id(c.document()), ""));
                });
            }
            searched = mark;
        }
        Map<String, String> out = new HashMap<>();
        Set<String> here = new HashSet<>(wanted);
        here.retainAll(rules.keySet());
        here.forEach(id -> out.put(id, rules.getOrDefault(id, "")));
        return out;
    }
}
