package org.demarche.read;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Writes an element as text: an empty line between blocks, white space folded, preformatted text kept. */
final class BlockText implements NodeVisitor {
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "main",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "ul",
            "body");

    private final StringBuilder out = new StringBuilder();

    private BlockText() {}

    static String of(Element element) {
        BlockText writer = new BlockText();
        element.traverse(writer);
        return writer.out.toString().strip();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            append(text.getWholeText(), isPreformatted(text));
        } else if (node instanceof Element element) {
            if (BLOCKS.contains(element.normalName())) {
                breakBlock();
            } else if (element.normalName().equals("br")) {
                breakLine();
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
            breakBlock();
        }
    }

    private static boolean isPreformatted(TextNode text) {
        Element parent = text.parent();
        return parent != null && parent.normalName().equals("pre");
    }

    private void append(String text, boolean preformatted) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (preformatted && c == '\n') {
                breakLine();
            } else if (Character.isWhitespace(c) || c == '\u00A0') {
                if (!out.isEmpty() && !Character.isWhitespace(out.charAt(out.length() - 1))) {
                    out.append(' ');
                }
            } else {
                out.append(c);
            }
        }
    }

    private void breakLine() {
        trimEnd();
        if (!out.isEmpty()) {
            out.append('\n');
        }
    }

    private void breakBlock() {
        trimEnd();
        if (!out.isEmpty()) {
            out.append("\n\n");
        }
    }

    private void trimEnd() {
        while (!out.isEmpty() && Character.isWhitespace(out.charAt(out.length() - 1))) {
            out.setLength(out.length() - 1);
        }
    }
}
