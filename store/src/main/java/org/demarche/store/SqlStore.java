package org.demarche.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.Coded;
import org.demarche.Dossier;
import org.demarche.Dyads;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.model.Event;
import org.jspecify.annotations.Nullable;

/** A ledger in a relational database. */
final class SqlStore implements LedgerStore {
    private static final String MERGED = "merged";
    private static final String FORMER = "former";
    private static final String NAMES = "names";
    private static final String DYAD = "dyad ";
    private static final int COPIED_AT_ONCE = 200;

    private final String location;
    private final Connection connection;
    private final WriteLock lock;
    private final boolean writes;

    SqlStore(String location, Connection connection, WriteLock lock, boolean writes) {
        this.location = location;
        this.connection = connection;
        this.lock = lock;
        this.writes = writes;
    }

    /** A claim of each event that was ever kept. */
    private record Former(Map<String, String> claims) {}

    /** What the parties of the dyads are called. */
    private record Names(Map<String, Set<String>> names) {
        Set<String> keys(String one, String other) {
            Set<String> out = new LinkedHashSet<>();
            for (String a : Dyads.called(names, one)) {
                for (String b : Dyads.called(names, other)) {
                    out.add(Dyads.key(a, b));
                }
            }
            return out;
        }
    }

    /** Work within the database. */
    private interface Work<T> {
        T run() throws SQLException;
    }

    private <T> T reading(Work<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw new LedgerFault(location, e);
        }
    }

    /** Runs work as one durable commit, or not at all. */
    private <T> T writing(Work<T> work) {
        if (!writes) {
            throw new IllegalStateException(location + " is open for reading only");
        }
        try {
            T result = work.run();
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            try {
                connection.rollback();
            } catch (SQLException second) {
                e.addSuppressed(second);
            }
            if (e instanceof RuntimeException fault) {
                throw fault;
            }
            throw new LedgerFault(location, e);
        }
    }

    @Override
    public String location() {
        return location;
    }

    @Override
    public int post(List<Posting> batch) {
        return writing(() -> {
            int added = 0;
            try (PreparedStatement document =
                            connection.prepareStatement("INSERT INTO documents(id, file, path, sha256,"
                                    + " url, outlet, author, title, language, published, text) VALUES (?,?,?,?,?,?,?,?,?,?,?)"
                                    + " ON CONFLICT(id) DO NOTHING");
                    PreparedStatement coded = connection.prepareStatement(
                            "INSERT INTO coded(document, body) VALUES (?,?) ON CONFLICT(document) DO NOTHING")) {
                for (Posting posting : batch) {
                    Document d = posting.read();
                    String[] cells = {
                        d.id(),
                        d.file(),
                        d.path(),
                        d.sha256(),
                        d.url(),
                        d.outlet(),
                        d.author(),
                        d.title(),
                        d.language(),
                        Packed.json(d.published()),
                        d.text()
                    };
                    for (int i = 0; i < cells.length; i++) {
                        document.setString(i + 1, cells[i]);
                    }
                    if (document.executeUpdate() == 1) {
                        added++;
                        coded.setString(1, d.id());
                        coded.setBytes(2, Packed.pack(posting.coded().withoutTokens()));
                        coded.executeUpdate();
                    }
                }
            }
            if (added > 0) {
                countChange();
            }
            return added;
        });
    }

    private void countChange() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE changes SET counter = counter + 1");
        }
    }

    @Override
    public Set<String> ids() {
        return new LinkedHashSet<>(listIds());
    }

    private List<String> listIds() {
        return reading(() -> {
            List<String> out = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT id FROM documents ORDER BY file, id")) {
                while (rows.next()) {
                    out.add(rows.getString(1));
                }
            }
            return out;
        });
    }

    @Override
    public Stream<Document> documents() {
        return listIds().stream().map(this::document);
    }

    private Document document(String id) {
        return reading(() -> {
            try (PreparedStatement statement = connection.prepareStatement("SELECT id, file, path, sha256, url, outlet,"
                    + " author, title, language, published, text FROM documents WHERE id = ?")) {
                statement.setString(1, id);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return new Document(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7),
                            row.getString(8),
                            row.getString(9),
                            Packed.read(row.getString(10), Dateline.class),
                            row.getString(11));
                }
            }
        });
    }

    @Override
    public Stream<Coded> coded() {
        return listIds().stream().map(this::coded);
    }

    private Coded coded(String id) {
        return reading(() -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT body FROM coded WHERE document = ?")) {
                statement.setString(1, id);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return Packed.unpack(row.getBytes(1), Coded.class);
                }
            }
        });
    }

    @Override
    public void recode(List<Coded> batch) {
        writing(() -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("UPDATE coded SET body = ? WHERE document = ?")) {
                for (Coded coded : batch) {
                    statement.setBytes(1, Packed.pack(coded.withoutTokens()));
                    statement.setString(2, coded.document().id());
                    statement.executeUpdate();
                }
            }
            countChange();
            return batch.size();
        });
    }

    @Override
    public List<Entry> log() {
        return reading(() -> {
            List<Entry> out = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery("SELECT sequence, id, at, by_whom, kind, target, field, value,"
                                    + " why, previous, hash FROM entries ORDER BY sequence")) {
                while (row.next()) {
                    out.add(new Entry(
                            row.getInt(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7),
                            row.getString(8),
                            row.getString(9),
                            row.getString(10),
                            row.getString(11)));
                }
            }
            return out;
        });
    }

    @Override
    public List<Entry> append(List<Entry.Draft> drafts) {
        return writing(() -> {
            List<Entry> log = log();
            String previous = log.isEmpty() ? "" : log.get(log.size() - 1).hash();
            List<Entry> out = new ArrayList<>();
            for (Entry.Draft draft : drafts) {
                Entry entry = draft.after(log.size() + out.size() + 1, previous);
                insert(entry);
                out.add(entry);
                previous = entry.hash();
            }
            if (!out.isEmpty()) {
                countChange();
            }
            return out;
        });
    }

    private void insert(Entry entry) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO entries(sequence, id, at, by_whom,"
                + " kind, target, field, value, why, previous, hash) VALUES (?,?,?,?,?,?,?,?,?,?,?)")) {
            statement.setInt(1, entry.sequence());
            @Nullable
            String[] cells = {
                entry.id(),
                entry.at(),
                entry.by(),
                entry.kind(),
                entry.target(),
                entry.field(),
                entry.value(),
                entry.why(),
                entry.previous(),
                entry.hash()
            };
            for (int i = 0; i < cells.length; i++) {
                statement.setString(i + 2, cells[i]);
            }
            statement.executeUpdate();
        }
    }

    /** Takes over everything of another ledger into this empty one; the log keeps its hashes. */
    int copy(LedgerStore from) {
        Iterator<Document> documents = from.documents().iterator();
        Iterator<Coded> coded = from.coded().iterator();
        List<Posting> batch = new ArrayList<>();
        int count = 0;
        while (documents.hasNext()) {
            batch.add(new Posting(documents.next(), coded.next()));
            count++;
            if (batch.size() == COPIED_AT_ONCE || !documents.hasNext()) {
                post(batch);
                batch.clear();
            }
        }
        writing(() -> {
            for (Entry entry : from.log()) {
                insert(entry);
            }
            remember(from.formerly());
            countChange();
            return 0;
        });
        return count;
    }

    @Override
    public String mark() {
        return reading(() -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT counter FROM changes")) {
                row.next();
                return String.valueOf(row.getInt(1));
            }
        });
    }

    @Override
    public Optional<Dossier> dossier(String mark) {
        return reading(() -> derived(MERGED, mark)).map(b -> Packed.unpack(b, Dossier.class));
    }

    @Override
    public Optional<Dossier> dyad(String mark, String one, String other) {
        return reading(() -> {
            Optional<Names> names = derived(NAMES, mark).map(b -> Packed.unpack(b, Names.class));
            Optional<Dossier> only = Optional.empty();
            for (String key : names.map(n -> n.keys(one, other)).orElse(Set.of())) {
                Optional<Dossier> part = derived(DYAD + key, mark).map(b -> Packed.unpack(b, Dossier.class));
                if (part.isPresent() && only.isPresent()) {
                    return Optional.empty();
                }
                only = part.isPresent() ? part : only;
            }
            return only;
        });
    }

    @Override
    public void keep(String mark, Dossier dossier) {
        writing(() -> {
            derive(MERGED, mark, Packed.pack(dossier));
            keepDyads(mark, new Dyads(dossier));
            remember(names(dossier));
            return 0;
        });
    }

    @Override
    public void remember(Dossier dossier) {
        writing(() -> {
            remember(names(dossier));
            return 0;
        });
    }

    private static Map<String, String> names(Dossier dossier) {
        return dossier.events().stream()
                .filter(e -> !e.claims().isEmpty())
                .collect(Collectors.toMap(Event::id, e -> e.claims().get(0), (a, b) -> a, TreeMap::new));
    }

    @Override
    public boolean keepAs(String mark, String later) {
        return writing(() -> {
                    try (PreparedStatement all =
                            connection.prepareStatement("UPDATE derived SET mark = ? WHERE mark = ?")) {
                        all.setString(1, later);
                        all.setString(2, mark);
                        return all.executeUpdate();
                    }
                })
                > 0;
    }

    @Override
    public Map<String, String> formerly() {
        return reading(this::former);
    }

    private Map<String, String> former() throws SQLException {
        return derived(FORMER, FORMER)
                .map(b -> new TreeMap<>(Packed.unpack(b, Former.class).claims()))
                .orElseGet(TreeMap::new);
    }

    /** Adds names that events had; none is ever taken out. */
    private void remember(Map<String, String> events) throws SQLException {
        Map<String, String> all = former();
        int before = all.size();
        events.forEach(all::putIfAbsent);
        if (all.size() > before) {
            derive(FORMER, FORMER, Packed.pack(new Former(all)));
        }
    }

    private void keepDyads(String mark, Dyads dyads) throws SQLException {
        try (Statement old = connection.createStatement()) {
            old.executeUpdate("DELETE FROM derived WHERE name LIKE '" + DYAD + "%'");
        }
        derive(NAMES, mark, Packed.pack(new Names(dyads.names())));
        try (PreparedStatement row =
                connection.prepareStatement("INSERT INTO derived(name, mark, body) VALUES (?,?,?)")) {
            List<SQLException> failed = new ArrayList<>();
            dyads.each((key, part) -> {
                try {
                    row.setString(1, DYAD + key);
                    row.setString(2, mark);
                    row.setBytes(3, Packed.pack(part));
                    row.executeUpdate();
                } catch (SQLException e) {
                    failed.add(e);
                }
            });
            if (!failed.isEmpty()) {
                throw failed.get(0);
            }
        }
    }

    private Optional<byte[]> derived(String name, String mark) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT body FROM derived WHERE name = ? AND mark = ?")) {
            statement.setString(1, name);
            statement.setString(2, mark);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        }
    }

    private void derive(String name, String mark, byte[] body) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO derived(name, mark, body)"
                + " VALUES (?,?,?) ON CONFLICT(name) DO UPDATE SET mark = excluded.mark, body = excluded.body")) {
            statement.setString(1, name);
            statement.setString(2, mark);
            statement.setBytes(3, body);
            statement.executeUpdate();
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
            lock.close();
        } catch (SQLException | IOException e) {
            throw new LedgerFault(location, e instanceof SQLException ? e : new IOException(e));
        }
    }
}
