package org.demarche.coding;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.lexicon.Lexicon;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A node of a lexicon file that remembers where it stands, so that a mistake can be shown with file and line. */
final class YamlSource {
    private final String file;
    private final Node node;

    private YamlSource(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    /** Reads a resource of the lexicon. */
    static YamlSource resource(String file) {
        return read(file, new StringReader(Lexicon.text("acts/" + file)));
    }

    static YamlSource read(String file, java.io.Reader text) {
        try {
            Optional<Node> root =
                    new Compose(LoadSettings.builder().setUseMarks(true).build()).composeReader(text);
            return new YamlSource(file, root.orElseThrow(() -> new IllegalArgumentException(file + " is empty")));
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    String where() {
        return file + ":" + node.getStartMark().map(m -> m.getLine() + 1).orElse(0);
    }

    IllegalArgumentException fault(String message) {
        return new IllegalArgumentException(where() + ": " + message);
    }

    Map<String, YamlSource> map() {
        if (!(node instanceof MappingNode mapping)) {
            throw fault("a mapping (name: value) is wanted here");
        }
        Map<String, YamlSource> out = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            YamlSource key = new YamlSource(file, tuple.getKeyNode());
            if (out.put(key.text(), new YamlSource(file, tuple.getValueNode())) != null) {
                throw key.fault("'" + key.text() + "' stands here twice");
            }
        }
        return out;
    }

    @Nullable
    YamlSource get(String name) {
        return map().get(name);
    }

    YamlSource need(String name) {
        YamlSource found = get(name);
        if (found == null) {
            throw fault("'" + name + ":' is missing");
        }
        return found;
    }

    List<YamlSource> list() {
        if (node instanceof ScalarNode) {
            return List.of(this);
        }
        if (!(node instanceof SequenceNode sequence)) {
            throw fault("a list is wanted here");
        }
        List<YamlSource> out = new ArrayList<>();
        for (Node each : sequence.getValue()) {
            out.add(new YamlSource(file, each));
        }
        return out;
    }

    List<String> texts() {
        List<String> out = new ArrayList<>();
        for (YamlSource each : list()) {
            out.add(each.text());
        }
        return out;
    }

    String text() {
        if (!(node instanceof ScalarNode scalar)) {
            throw fault("a word or text is wanted here");
        }
        return scalar.getValue();
    }

    boolean isTrue() {
        String text = text();
        if (text.equals("true") || text.equals("yes")) {
            return true;
        }
        if (text.equals("false") || text.equals("no")) {
            return false;
        }
        throw fault("yes or no is wanted here, not '" + text + "'");
    }
}
