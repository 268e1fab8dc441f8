package org.demarche.lexicon;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The YAML files of the lexicon as the build has packed them, each with the check sum and length of the text that it was packed from. */
final class PackedLexicon {
    static final String NAME = "lexicon.packed";

    private static final int FORMAT = 0x444c5801;

    private record Entry(long sum, int length, byte[] packed) {}

    private final Map<String, Entry> entries = new HashMap<>();

    private static final class Bundled {
        static final PackedLexicon LEXICON = read();
    }

    /** What the build left beside this class; empty where it left nothing. */
    static PackedLexicon bundled() {
        return Bundled.LEXICON;
    }

    private static PackedLexicon read() {
        try (InputStream in = PackedLexicon.class.getResourceAsStream(NAME)) {
            return in == null ? new PackedLexicon() : read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the lexicon's " + NAME, e);
        }
    }

    /** Empty where the bytes are of another format. */
    static PackedLexicon read(byte[] bytes) throws IOException {
        PackedLexicon out = new PackedLexicon();
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readInt() != FORMAT) {
            return out;
        }
        for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            long sum = in.readLong();
            int length = in.readInt();
            byte[] packed = new byte[in.readInt()];
            in.readFully(packed);
            out.entries.put(name, new Entry(sum, length, packed));
        }
        return out;
    }

    /**
     * The bytes of a file of packed YAML.
     *
     * @param yaml texts by name, written in the order in which they come
     */
    static byte[] write(Map<String, byte[]> yaml) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(FORMAT);
        out.writeInt(yaml.size());
        for (Map.Entry<String, byte[]> each : yaml.entrySet()) {
            byte[] packed = YamlPacker.pack(each.getKey(), new String(each.getValue(), StandardCharsets.UTF_8));
            out.writeUTF(each.getKey());
            out.writeLong(sum(each.getValue()));
            out.writeInt(each.getValue().length);
            out.writeInt(packed.length);
            out.write(packed);
        }
        return bytes.toByteArray();
    }

    /** The packed form of a text; null where there is none, or where it is of another text. */
    byte @Nullable [] find(String name, byte[] yaml) {
        Entry entry = entries.get(name);
        return entry != null && entry.length() == yaml.length && entry.sum() == sum(yaml) ? entry.packed() : null;
    }

    private static long sum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return sum.getValue();
    }
}
