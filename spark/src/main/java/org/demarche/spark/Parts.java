package org.demarche.spark;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.demarche.Coded;
import org.demarche.model.Sentence;
import org.demarche.store.Packed;

/**
 * The folder of checkpoints: for each split a file of coded reports (gzipped JSON Lines), and beside it what it holds.
 *
 * <p>A part appears whole or not at all: it is written under a name of its own, forced to disk and renamed; the facts beside it come last. Two
 * attempts at one split write the same, so whichever ends last changes nothing.
 */
record Parts(String folder) implements Serializable {

    /** What an earlier run knows of a split, if it finished it. */
    Optional<PartFacts> finished(Split split) {
        Path facts = facts(split);
        Path part = file(split);
        try {
            if (!Files.isRegularFile(facts) || !Files.isRegularFile(part)) {
                return Optional.empty();
            }
            PartFacts known = Packed.read(Files.readString(facts), PartFacts.class);
            return known.bytes() == Files.size(part) ? Optional.of(known) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a part and says what it holds. */
    PartFacts write(Split split, Entries entries) throws IOException {
        Path home = Files.createDirectories(Path.of(folder));
        Path draft = Files.createTempFile(home, "." + split.name(), ".draft");
        try {
            Tally tally = new Tally();
            try (OutputStream file = Files.newOutputStream(draft);
                    Writer out = new BufferedWriter(
                            new OutputStreamWriter(new GZIPOutputStream(file), StandardCharsets.UTF_8), 1 << 16)) {
                entries.each(counted -> {
                    tally.add(counted);
                    try {
                        out.write(Packed.json(counted.entry()));
                        out.write('\n');
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
            PartFacts facts = tally.facts(split.name(), Files.size(draft), sha256(draft));
            put(draft, file(split));
            Path beside = Files.createTempFile(home, "." + split.name(), ".draft");
            Files.writeString(beside, Packed.json(facts) + "\n");
            put(beside, facts(split));
            return facts;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Gives entries one after the other. */
    interface Entries {
        void each(Consumer<Counted> sink) throws IOException;
    }

    /** Counts what is written. */
    private static final class Tally {
        private int documents;
        private int claims;
        private int said;
        private int lost;
        private long sentences;
        private long parsed;

        void add(Counted counted) {
            Entry entry = counted.entry();
            Coded coded = entry.coded();
            documents += coded == null ? 0 : 1;
            claims += coded == null ? 0 : coded.claims().size();
            sentences += coded == null ? 0 : coded.sentences().size();
            parsed += counted.parsed();
            said += entry.said() == null ? 0 : 1;
            lost += entry.lost() ? 1 : 0;
        }

        PartFacts facts(String part, long bytes, String sha256) {
            return new PartFacts(part, documents, claims, sentences, parsed, said, lost, bytes, sha256);
        }
    }

    /** An entry as it is written, and how many sentences were parsed for it. */
    record Counted(Entry entry, long parsed) {
        static Counted of(Coded coded) {
            return new Counted(
                    Entry.of(coded),
                    coded.sentences().stream().filter(Sentence::isParsed).count());
        }
    }

    /** The entries of a finished part in their order; close the stream. */
    Stream<Entry> read(Split split) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file(split)), 1 << 16), StandardCharsets.UTF_8));
        return lines.lines().map(line -> Packed.read(line, Entry.class)).onClose(() -> {
            try {
                lines.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    Path file(Split split) {
        return Path.of(folder).resolve(split.name() + ".jsonl.gz");
    }

    private Path facts(Split split) {
        return Path.of(folder).resolve(split.name() + ".json");
    }

    private static void put(Path draft, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
