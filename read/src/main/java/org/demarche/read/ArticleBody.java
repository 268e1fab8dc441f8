package org.demarche.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Finds the element that holds the article: paragraphs vote for the elements around them, the nearer the more, and links count
 * against. What the page itself marks as its article wins where it holds most of the prose.
 */
final class ArticleBody {
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins",
            "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr", "picture",
            "source");
    private static final Pattern GOOD = Pattern.compile(
            "article|body|content|entry|hentry|main|page|post|text|blog|story", Pattern.CASE_INSENSITIVE);
    private static final Pattern BAD = Pattern.compile(
            "-ad-|hidden|banner|combx|comment|contact|foot|masthead|media|meta|outbrain|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags|widget",
            Pattern.CASE_INSENSITIVE);
    /** Names that pages give to the element that holds the article and nothing else. */
    private static final Pattern BODY = Pattern.compile(
            "(?:^|[-_\\s])(?:article|story|post|entry|art|news)[-_]?(?:body|content|text|copy)(?:$|[-_\\s])",
            Pattern.CASE_INSENSITIVE);
    /** A candidate of nearly the winner's score is a piece of the same article where an element around holds several of them. */
    private static final double NEARLY = 0.75;

    private static final int PIECES = 3;
    private static final int LEAST = 25;
    private static final int CLIMB = 5;
    private static final int MOST_CLIMB = 12;
    private static final double MUCH_MORE = 1.6;
    private static final double MOSTLY = 0.6;

    private ArticleBody() {}

    static Optional<Element> find(Document page) {
        Map<Element, Double> votes = vote(page);
        Element best = null;
        double most = 0;
        for (Map.Entry<Element, Double> candidate : votes.entrySet()) {
            Element e = candidate.getKey();
            double score = candidate.getValue() * (1 - density(e));
            if (score > most
                    || score == most
                            && best != null
                            && e.text().length() > best.text().length()) {
                best = e;
                most = score;
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        if (isBody(best) && isOnlyBody(page, best)) {
            return Optional.of(best);
        }
        return Optional.of(widen(climb(marked(page, around(best, votes, most))), votes, most));
    }

    private static boolean isBody(Element e) {
        return e.attr("itemprop").equals("articleBody")
                || BODY.matcher(e.className() + " " + e.id()).find();
    }

    /** Whether no other element of the page is named so and holds prose: an article may lie in pieces of the same name. */
    private static boolean isOnlyBody(Document page, Element best) {
        for (Element e : page.select("[itemprop=articleBody], [class], [id]")) {
            if (e != best
                    && isBody(e)
                    && !isWithin(best, e)
                    && !isWithin(e, best)
                    && e.text().length() > LEAST) {
                return false;
            }
        }
        return true;
    }

    /** The nearest element around the winner that holds several pieces which are nearly as good. */
    private static Element around(Element best, Map<Element, Double> votes, double most) {
        List<Element> near = new ArrayList<>();
        for (Map.Entry<Element, Double> candidate : votes.entrySet()) {
            Element e = candidate.getKey();
            if (candidate.getValue() * (1 - density(e)) >= most * NEARLY && !isWithin(best, e)) {
                near.add(e);
            }
        }
        Element up = near.size() < PIECES ? null : best.parent();
        for (int level = 0;
                up != null
                        && level < CLIMB
                        && !up.normalName().equals("body")
                        && !up.normalName().equals("html");
                level++, up = up.parent()) {
            Element at = up;
            if (near.stream().filter(e -> isWithin(e, at)).count() >= PIECES) {
                return up;
            }
        }
        return best;
    }

    private static Map<Element, Double> vote(Document page) {
        Map<Element, Double> votes = new LinkedHashMap<>();
        for (Element e : page.body().select("p, pre, blockquote, td, div, section, li, article, h2, h3")) {
            String text = ownProse(e);
            if (text.length() < LEAST) {
                continue;
            }
            double score = 1 + commas(text) + Math.min(text.length() / 100.0, 3);
            Element up = isLeaf(e) && e.normalName().equals("div") || !isLeaf(e) ? e : e.parent();
            for (int level = 0;
                    up != null && level < CLIMB && !up.normalName().equals("html");
                    level++, up = up.parent()) {
                double share = level == 0 ? 1 : level == 1 ? 0.5 : 1.0 / (level * 3);
                Element at = up;
                votes.compute(at, (k, v) -> (v == null ? weight(k) : v) + score * share);
            }
        }
        return votes;
    }

    /** The text of a block that has only inline content, or the bare text between blocks. */
    private static String ownProse(Element e) {
        if (isLeaf(e)) {
            return e.text();
        }
        StringBuilder own = new StringBuilder();
        for (Node child : e.childNodes()) {
            if (child instanceof TextNode text) {
                own.append(text.text());
            }
        }
        return own.toString().strip();
    }

    private static boolean isLeaf(Element e) {
        for (Element child : e.children()) {
            if (!INLINE.contains(child.normalName())) {
                return false;
            }
        }
        return true;
    }

    private static double weight(Element e) {
        double weight = switch (e.normalName()) {
            case "article", "main" -> 15;
            case "div", "section" -> 5;
            case "pre", "td", "blockquote" -> 3;
            case "ol", "ul", "dl", "dd", "dt", "li", "form", "address" -> -3;
            default -> 0;
        };
        String words = e.className() + " " + e.id();
        if (!words.isBlank()) {
            weight += BAD.matcher(words).find() ? -25 : 0;
            weight += GOOD.matcher(words).find() ? 25 : 0;
        }
        return weight;
    }

    private static long commas(String text) {
        return text.chars()
                .filter(c -> c == ',' || c == '\u060C' || c == '\u3001')
                .count();
    }

    private static double density(Element e) {
        int text = PageCleaner.length(e);
        return text == 0 ? 0 : Math.min(1, PageCleaner.linkLength(e) / (double) text);
    }

    /** The page's own mark, where it holds the winner's prose or most of it. */
    private static Element marked(Document page, Element best) {
        int prose = best.text().length();
        Element chosen = best;
        boolean isArticle = best.normalName().equals("article") || best.closest("article") != null;
        String marks = "[itemprop=articleBody], article, [role=article]" + (isArticle ? "" : ", main, [role=main]");
        for (Element e : page.select(marks)) {
            int length = e.text().length();
            boolean holds = e.equals(best) || isWithin(best, e);
            if (holds && length < prose * 1.6 && length > chosen.text().length()) {
                chosen = e;
            }
        }
        return chosen;
    }

    private static boolean isWithin(Element inner, Element outer) {
        for (Element up = inner.parent(); up != null; up = up.parent()) {
            if (up.equals(outer)) {
                return true;
            }
        }
        return false;
    }

    /** An article whose pieces lie in boxes of their own: as long as the box around holds much more prose and few links, take it. */
    private static Element climb(Element start) {
        Element top = start;
        double prose = prose(top);
        Element up = top.parent();
        for (int level = 0;
                up != null && level < MOST_CLIMB && !up.normalName().equals("html");
                level++, up = up.parent()) {
            double around = prose(up);
            if (around > prose * MUCH_MORE && around > up.text().length() * MOSTLY && density(up) < 0.3) {
                top = up;
                prose = around;
            }
        }
        return top;
    }

    /** Characters of paragraphs that are prose: long enough, and not links. */
    private static double prose(Element e) {
        double sum = 0;
        for (Element p : e.select("p, pre, blockquote > div, td > font")) {
            int length = p.text().length();
            if (length > 80
                    && density(p) < 0.25
                    && p.text().indexOf(". ") + p.text().indexOf(", ") > -2) {
                sum += length;
            }
        }
        return sum;
    }

    /** An article cut in pieces: siblings that are prose too belong to it. */
    private static Element widen(Element top, Map<Element, Double> votes, double most) {
        Element parent = top.parent();
        if (parent == null
                || parent.normalName().equals("html")
                || top.normalName().equals("body")) {
            return top;
        }
        double threshold = Math.max(10, most * 0.2);
        List<Node> kept = new ArrayList<>();
        boolean more = false;
        for (Element sibling : parent.children()) {
            boolean belongs = sibling.equals(top) || belongs(sibling, top, votes, threshold);
            more |= belongs && !sibling.equals(top);
            if (belongs) {
                kept.add(sibling);
            }
        }
        if (!more) {
            return top;
        }
        Element joined = new Element("div");
        kept.forEach(node -> joined.appendChild(node.clone()));
        return joined;
    }

    private static boolean belongs(Element sibling, Element top, Map<Element, Double> votes, double threshold) {
        Double score = votes.get(sibling);
        double bonus = !top.className().isBlank() && sibling.className().equals(top.className()) ? threshold : 0;
        if (score != null && score * (1 - density(sibling)) + bonus >= threshold) {
            return true;
        }
        if (!sibling.normalName().equals("p")) {
            return false;
        }
        int length = sibling.text().length();
        return length > 80 && density(sibling) < 0.25
                || length > 0
                        && length <= 80
                        && density(sibling) == 0
                        && sibling.text().matches(".{0,80}[.!?\u201D\"]");
    }
}
