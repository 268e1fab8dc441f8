package org.demarche.export;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.Function;
import org.demarche.Dossier;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.State;

/** All tables of a dossier. */
public final class Tables {
    private final Dossier dossier;
    private final Map<String, Document> documents;
    private final Map<String, String> eventOf;

    public Tables(Dossier dossier) {
        this.dossier = dossier;
        this.documents = dossier.byId();
        this.eventOf = dossier.eventOf();
    }

    /**
     * The rows of a table, in its order. A row is made each time that it is looked at, so that a page of a long table costs no more than
     * itself.
     *
     * @param states what {@link Table#STATES} shows: the states as of a day
     */
    public List<Row> rows(Table table, List<State> states) {
        return switch (table) {
            case DOCUMENTS -> new RowList<>(dossier.documents(), DocumentRows::row);
            case CLAIMS -> claims();
            case EVENTS -> new RowList<>(dossier.happenings(), EventRows::row);
            case STATES -> states(states);
            case DISAGREEMENTS -> new RowList<>(dossier.disagreements(), d -> DisagreementRows.row(d, documents));
            case ANSWERS -> new RowList<>(dossier.answers(), a -> AnswerRows.row(a, documents));
            case QUOTES -> quotes();
            case NOTICES ->
                dossier.coded().stream()
                        .flatMap(c -> c.notices().stream())
                        .map(NoticeRows::row)
                        .toList();
        };
    }

    public List<Row> states(List<State> states) {
        return new RowList<>(states, s -> StateRows.row(s, documents));
    }

    private List<Row> claims() {
        List<Claim> known = dossier.acts().stream()
                .filter(c -> documents.containsKey(c.document()))
                .toList();
        return new RowList<>(
                known, c -> ClaimRows.row(c, Objects.requireNonNull(documents.get(c.document())), eventOf.get(c.id())));
    }

    private List<Row> quotes() {
        List<Row> out = new ArrayList<>();
        dossier.coded().forEach(c -> out.addAll(QuoteRows.rows(c, eventOf)));
        return out;
    }

    /** Rows over values of the model. */
    private static final class RowList<T> extends AbstractList<Row> implements RandomAccess {
        private final List<T> values;
        private final Function<T, Row> row;

        RowList(List<T> values, Function<T, Row> row) {
            this.values = values;
            this.row = row;
        }

        @Override
        public Row get(int index) {
            return row.apply(values.get(index));
        }

        @Override
        public int size() {
            return values.size();
        }
    }
}
