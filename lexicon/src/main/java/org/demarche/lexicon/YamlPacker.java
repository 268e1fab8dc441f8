package org.demarche.lexicon;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** YAML in the form that {@link LexiconNode} reads. */
final class YamlPacker {
    /** Aliases of aliases would grow without end. */
    private static final int MOST_BYTES = 16 << 20;

    private static final int DEEPEST = 64;

    private final String name;

    private YamlPacker(String name) {
        this.name = name;
    }

    static byte[] pack(String name, String yaml) {
        try {
            Optional<Node> root =
                    new Compose(LoadSettings.builder().setUseMarks(true).build()).composeString(yaml);
            return new YamlPacker(name)
                    .pack(root.orElseThrow(() -> new IllegalArgumentException(name + " is empty")), 0);
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        } catch (StackOverflowError e) {
            // The reader of YAML calls itself for every level.
            throw new IllegalArgumentException(name + ": lists and mappings lie too deep in each other", e);
        }
    }

    private byte[] pack(Node node, int depth) {
        int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
        if (depth > DEEPEST) {
            throw new IllegalArgumentException(name + ":" + line + ": lists and mappings lie too deep in each other");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (node instanceof ScalarNode scalar) {
            byte[] text = scalar.getValue().getBytes(charset(scalar.getValue()));
            return whole(kind(scalar), line, text);
        }
        if (node instanceof SequenceNode sequence) {
            for (Node each : sequence.getValue()) {
                add(out, pack(each, depth + 1), line);
            }
            return whole(LexiconNode.LIST, line, out.toByteArray());
        }
        if (node instanceof MappingNode mapping) {
            for (NodeTuple each : mapping.getValue()) {
                add(out, pack(each.getKeyNode(), depth + 1), line);
                add(out, pack(each.getValueNode(), depth + 1), line);
            }
            return whole(LexiconNode.MAPPING, line, out.toByteArray());
        }
        throw new IllegalArgumentException(name + ":" + line + ": neither a text nor a list nor a mapping");
    }

    private void add(ByteArrayOutputStream out, byte[] node, int line) {
        if (out.size() + node.length > MOST_BYTES) {
            throw new IllegalArgumentException(name + ":" + line + ": more than a lexicon can hold");
        }
        out.writeBytes(node);
    }

    private static byte[] whole(char kind, int line, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 8);
        out.write(kind);
        number(out, line);
        number(out, content.length);
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static void number(ByteArrayOutputStream out, int value) {
        int rest = value;
        while (rest > 0x7f) {
            out.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    private static char kind(ScalarNode scalar) {
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.INT)) {
            return LexiconNode.WHOLE;
        }
        if (tag.equals(Tag.FLOAT)) {
            return LexiconNode.REAL;
        }
        if (tag.equals(Tag.BOOL)) {
            return LexiconNode.TRUTH;
        }
        if (tag.equals(Tag.NULL)) {
            return LexiconNode.NOTHING;
        }
        return charset(scalar.getValue()).equals(StandardCharsets.UTF_8) ? LexiconNode.WIDE_TEXT : LexiconNode.TEXT;
    }

    /** Text of Latin letters takes a byte a letter, which is what Java keeps it in. */
    private static Charset charset(String text) {
        return text.chars().allMatch(c -> c < 0x100) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    }
}
