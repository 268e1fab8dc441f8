package org.demarche.read;

import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Takes out of a page what no article has: scripts, forms, navigation, share bars, comments, teasers, what is hidden. */
final class PageCleaner {
    private static final String NEVER =
            "script, style, noscript, template, svg, canvas, iframe, object, embed, link, meta, button, input, select, textarea, dialog, map, audio, video";
    private static final String ROLES =
            "[role=navigation], [role=banner], [role=contentinfo], [role=complementary], [role=search], [role=dialog], [role=alert], [role=menu], [role=menubar], [role=toolbar], [aria-modal=true]";
    private static final String HIDDEN =
            "[hidden], [aria-hidden=true], [style~=(?i)display\\s*:\\s*none], [style~=(?i)visibility\\s*:\\s*hidden]";

    /** Names of classes and ids that furniture goes by. */
    private static final Pattern FURNITURE = Pattern.compile(
            "(?:^|[-_\\s])(?:comments?|disqus|respond|share|sharing|sharedaddy|social|(?:jp-?)?related(?:-?(?:posts|articles|stories|content|links|news))?|recommend(?:ed|ations)?|outbrain|taboola|newsletter|subscribe|subscription|signup|"
                    + "promo|advert(?:isement|s)?|ads?|adsense|sponsor(?:ed)?|cookie|consent|gdpr|breadcrumbs?|sidebar|foot(?:er)?|masthead|nav(?:bar|igation)?|menu|toolbar|pagination|pager|"
                    + "popup|modal|overlay|tags?|tag-list|taglist|topics|trending|popular|most-?read|read-?more|readmore|more-(?:on|from|stories)|teasers?|widget|rail|skip|print|"
                    + "author-?(?:bio|box|info)|about-?author|byline|dateline|post-?meta|entry-?meta|article-?meta|meta|copyright|disclaimer|donate|paywall|login|rating|poll|quiz|prev-?next|"
                    + "hatnote|navbox|infobox|mw-editsection|reflist|toc|noprint|metadata|catlinks|shortcut-?links|hidden|visually-?hidden|screen-reader-text|sr-only|announcement|banner|"
                    + "gallery-?nav|slideshow-?nav|caption-?credit|credit|jump-?link|follow|feedback|report-?error|correction-?form|audio-?player|video-?player)(?:$|[-_\\s\\d])",
            Pattern.CASE_INSENSITIVE);

    /** Names that say "here is the article" and outweigh the above. */
    private static final Pattern CONTENT = Pattern.compile(
            "(?:^|[-_\\s])(?:article(?:-?body|-?content|-?text)?|story(?:-?body)?|post-?(?:body|content)|entry-?content|body-?(?:copy|text)|main(?:-?content)?|content(?:-?body|-?main)?|text|hentry)(?:$|[-_\\s])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PICTURES = Pattern.compile(
            "(?:^|[-_\\s])(?:gallery|slideshow|carousel|slider)(?:$|[-_\\s\\d])", Pattern.CASE_INSENSITIVE);

    /** What a heading says over links to other stories. */
    private static final Pattern ELSEWHERE = Pattern.compile(
            "(?:most (?:popular|read|viewed|shared)|related(?: (?:articles?|stories|posts|news|content|links|topics|coverage))?|recommended(?: .{0,30})?|more (?:stories|news|from|on|in|like this|coverage)(?: .{0,40})?|"
                    + "read (?:more|next|also)|also read|you (?:may|might) (?:also )?(?:like|be interested in).{0,20}|trending(?: .{0,20})?|popular(?: .{0,20})?|latest(?: .{0,20})?|sponsored(?: .{0,20})?|"
                    + "advertise?ments?|around the web|from (?:around )?the web|editor'?s'? picks?|top stories|what to read next|don'?t miss|comments?|leave a (?:reply|comment)|share (?:this|on|via).{0,20})\\W{0,3}",
            Pattern.CASE_INSENSITIVE);

    private static final double LARGE = 0.4;
    private static final int FRAMES = 5;
    private static final int PROSE = 300;
    /** How many boxes, headings and levels are looked at: no article has more, and a hostile page could have any number. */
    private static final int MOST_LARGE = 40;

    private static final int MOST_HEADINGS = 200;
    private static final int MOST_LEVELS = 6;

    private PageCleaner() {}

    static void clean(Document page) {
        int all = Math.max(1, length(page.body()));
        page.select(NEVER).remove();
        page.forEachNode(PageCleaner::dropComment);
        page.select(HIDDEN).forEach(e -> dropUnlessLarge(e, all));
        page.select(HIDDEN).stream().limit(MOST_LARGE).forEach(e -> dropWherePageHasProse(page, e));
        page.select(ROLES).forEach(e -> dropUnlessLarge(e, all));
        page.select("nav, aside, footer, form, fieldset, menu").forEach(e -> dropUnlessLarge(e, all));
        page.select("header").forEach(e -> {
            if (e.selectFirst("p") == null || e.closest("article, main") == null) {
                dropUnlessLarge(e, all);
            }
        });
        page.select("body *[class], body *[id]").forEach(e -> {
            if (e.ownerDocument() != null && isFurniture(e)) {
                dropUnlessLarge(e, all);
            }
        });
        page.select("[class], [id]").stream()
                .filter(PageCleaner::isPictures)
                .limit(MOST_LARGE)
                .forEach(e -> dropWherePageHasProse(page, e));
        page.select("h2, h3, h4, h5, h6").stream()
                .filter(e -> ELSEWHERE.matcher(e.text().strip()).matches())
                .limit(MOST_HEADINGS)
                .forEach(e -> dropElsewhere(e, all));
        page.select("ul, ol, div, section, p, table").forEach(e -> {
            if (e.ownerDocument() != null && isLinkList(e)) {
                e.remove();
            }
        });
    }

    /** Takes out only what is never text: for pages whose article goes by the name of furniture, or is shown by a script. */
    static void cleanLightly(Document page) {
        page.select(NEVER).remove();
        page.forEachNode(PageCleaner::dropComment);
        page.select("nav, footer, form, fieldset, menu").remove();
    }

    private static boolean isFurniture(Element e) {
        String name = e.normalName();
        if (name.equals("body") || name.equals("article") || name.equals("main") || name.equals("html")) {
            return false;
        }
        String words = e.className() + " " + e.id();
        return FURNITURE.matcher(words).find() && !CONTENT.matcher(words).find();
    }

    /** A box of many pictures, each with its caption. */
    private static boolean isPictures(Element e) {
        return e.ownerDocument() != null
                && PICTURES.matcher(e.className() + " " + e.id()).find()
                && Math.max(e.select("li").size(), e.select("figure").size()) >= FRAMES;
    }

    private static void dropWherePageHasProse(Document page, Element e) {
        if (e.ownerDocument() != null && proseWithout(page, e) >= PROSE) {
            e.remove();
        }
    }

    /** Characters of long paragraphs outside an element. */
    private static int proseWithout(Document page, Element e) {
        int sum = 0;
        for (Element p : page.select("p")) {
            if (sum >= PROSE) {
                break;
            }
            int length = length(p);
            if (length > 80 && linkLength(p) * 2 < length && p.closest(HIDDEN) == null && !isIn(p, e)) {
                sum += length;
            }
        }
        return sum;
    }

    private static boolean isIn(Element inner, Element outer) {
        for (Element up = inner; up != null; up = up.parent()) {
            if (up == outer) {
                return true;
            }
        }
        return false;
    }

    /** A heading over links to other stories goes with the box that it heads, as far as that box is links. */
    private static void dropElsewhere(Element heading, int all) {
        if (heading.ownerDocument() == null) {
            return;
        }
        Element box = heading;
        Element up = heading.parent();
        for (int level = 0; up != null && level < MOST_LEVELS; level++, up = up.parent()) {
            String name = up.normalName();
            if (name.equals("html")
                    || name.equals("body")
                    || name.equals("article")
                    || name.equals("main")
                    || length(up) >= all * 0.25) {
                break;
            }
            if (linkLength(up) * 3 < length(up) - length(heading)) {
                break;
            }
            box = up;
        }
        box.remove();
    }

    /** Many links and hardly a word beside them. A paragraph of prose with links in it is none. */
    private static boolean isLinkList(Element e) {
        int links = e.select("a").size();
        int text = length(e);
        if (text == 0 || links == 0) {
            return false;
        }
        double share = linkLength(e) / (double) text;
        if (e.select("p").stream().anyMatch(p -> length(p) > 150 && linkLength(p) * 3 < length(p))) {
            return false;
        }
        return share > 0.85 && (links > 2 || e.normalName().equals("ul")) && text / Math.max(1, links) < 150
                || share > 0.6 && links > 5 && text / links < 80;
    }

    private static void dropUnlessLarge(Element e, int all) {
        if (e.ownerDocument() != null && (length(e) < all * LARGE || linkLength(e) > length(e) / 2)) {
            e.remove();
        }
    }

    private static void dropComment(Node node) {
        if (node instanceof Comment) {
            node.remove();
        }
    }

    /** Characters of text in an element, white space folded. */
    static int length(Element e) {
        return e.text().length();
    }

    /** Characters of text in its links. */
    static int linkLength(Element e) {
        int sum = 0;
        for (Element link : e.select("a")) {
            sum += link.text().length();
        }
        return sum;
    }
}
