package org.demarche.export;

import java.util.List;
import java.util.TreeSet;
import org.demarche.merge.MentionClusterer.Mention;
import org.demarche.model.Ids;

/** Rows of {@code merge}: events made of bare mentions. */
public final class MentionRows {
    /** The columns of the flat form. */
    public static final List<String> COLUMNS = List.of("id", "claims", "documents", "triggers");

    private MentionRows() {}

    public static Row row(List<Mention> group) {
        List<String> ids = group.stream().map(Mention::id).toList();
        TreeSet<String> documents = new TreeSet<>();
        TreeSet<String> triggers = new TreeSet<>();
        for (Mention mention : group) {
            documents.add(mention.document());
            triggers.add(mention.trigger());
        }
        return new Row()
                .with("id", Ids.of("evt", ids.toArray(new String[0])))
                .with("claims", ids)
                .with("documents", List.copyOf(documents))
                .with("triggers", List.copyOf(triggers));
    }
}
