package org.demarche.coding;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.lexicon.Lexicon;
import org.demarche.lexicon.LexiconNode;
import org.jspecify.annotations.Nullable;

/** A node of a lexicon file that remembers where it stands, so that a mistake can be shown with file and line. */
final class YamlSource {
    private final String file;
    private final LexiconNode node;
    private @Nullable Map<String, YamlSource> map;

    private YamlSource(String file, LexiconNode node) {
        this.file = file;
        this.node = node;
    }

    /** Reads a resource of the lexicon. */
    static YamlSource resource(String file) {
        return new YamlSource(file, Lexicon.node("acts/" + file));
    }

    static YamlSource read(String file, Reader text) {
        try {
            StringWriter all = new StringWriter();
            text.transferTo(all);
            return new YamlSource(file, Lexicon.parse(file, all.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    String where() {
        return file + ":" + node.line();
    }

    IllegalArgumentException fault(String message) {
        return new IllegalArgumentException(where() + ": " + message);
    }

    Map<String, YamlSource> map() {
        Map<String, YamlSource> known = map;
        if (known != null) {
            return known;
        }
        if (!node.isMapping()) {
            throw fault("a mapping (name: value) is wanted here");
        }
        Map<String, YamlSource> out = new LinkedHashMap<>();
        List<LexiconNode> nodes = node.nodes();
        for (int i = 0; i < nodes.size(); i += 2) {
            YamlSource key = new YamlSource(file, nodes.get(i));
            if (out.put(key.text(), new YamlSource(file, nodes.get(i + 1))) != null) {
                throw key.fault("'" + key.text() + "' stands here twice");
            }
        }
        known = Collections.unmodifiableMap(out);
        map = known;
        return known;
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
        if (node.isText()) {
            return List.of(this);
        }
        if (!node.isList()) {
            throw fault("a list is wanted here");
        }
        List<YamlSource> out = new ArrayList<>();
        for (LexiconNode each : node.nodes()) {
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
        if (!node.isText()) {
            throw fault("a word or text is wanted here");
        }
        return node.text();
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
