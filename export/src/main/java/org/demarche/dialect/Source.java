package org.demarche.dialect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.demarche.Coded;
import org.demarche.Dossier;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Event;
import org.demarche.model.PartialDate;
import org.demarche.model.Sentence;
import org.jspecify.annotations.Nullable;

/** What is exported, with the look-ups that every dialect needs. Not thread-safe. */
public final class Source {
    private final Dossier dossier;
    private final List<Decided> decisions;
    private final Map<String, Document> documents;
    private final Map<String, Claim> claims = new HashMap<>();
    private final Map<String, Coded> coded = new HashMap<>();

    /**
     * A source.
     *
     * @param decisions of people, oldest first; only provenance tells of them
     */
    public Source(Dossier dossier, List<Decided> decisions) {
        this.dossier = dossier;
        this.decisions = List.copyOf(decisions);
        this.documents = dossier.byId();
        dossier.claims().forEach(c -> claims.put(c.id(), c));
        dossier.coded().forEach(c -> coded.put(c.document().id(), c));
    }

    Dossier dossier() {
        return dossier;
    }

    List<Event> events() {
        return dossier.events();
    }

    List<Decided> decisions() {
        return decisions;
    }

    @Nullable
    Document document(String id) {
        return documents.get(id);
    }

    @Nullable
    Coded coded(String document) {
        return coded.get(document);
    }

    /** The claims of an event, those of the first report first: by day of publication, undated reports last, then by file and place. */
    List<Claim> claims(Event event) {
        List<Claim> out = new ArrayList<>(event.claims().stream()
                .map(claims::get)
                .filter(Objects::nonNull)
                .toList());
        out.sort(Comparator.comparing(
                        (Claim c) -> published(c.document()), Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(c -> file(c.document()))
                .thenComparing(c -> c.trigger().start())
                .thenComparing(Claim::id));
        return out;
    }

    /** The name by which tables call a document. */
    String file(String document) {
        Document found = documents.get(document);
        return found == null ? document : found.file();
    }

    /** The one day on which a document was published, or null where it is not known to the day. */
    @Nullable
    LocalDate published(String document) {
        Document found = documents.get(document);
        if (found == null) {
            return null;
        }
        PartialDate start = found.published().start();
        return start != null && start.isDay() && start.equals(found.published().end())
                ? start.first().orElse(null)
                : null;
    }

    /** Where a document is found: its address, or its file where it has none. */
    String address(String document) {
        Document found = documents.get(document);
        String url = found == null ? null : found.url();
        return url == null || url.isBlank() ? file(document) : url;
    }

    String outlet(String document) {
        Document found = documents.get(document);
        String outlet = found == null ? null : found.outlet();
        return outlet == null ? "" : outlet;
    }

    /** The words of a claim's sentence. */
    String sentence(Claim claim) {
        return claim.sentence().quote();
    }

    /** Whether a claim stands in the paragraph with which its report begins. */
    boolean isLead(Claim claim) {
        Coded report = coded.get(claim.document());
        if (report == null) {
            return false;
        }
        String text = report.document().text();
        int end = report.sentences().stream()
                .filter(s -> s.kind() == Sentence.Kind.BODY)
                .map(s -> s.span().start())
                .min(Comparator.naturalOrder())
                .map(start -> text.indexOf('\n', start))
                .orElse(-1);
        int lead = end < 0 ? text.length() : end;
        return claim.sentence().start() < report.document().codePoint(lead);
    }
}
