package org.demarche.mention.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.demarche.mention.subject.Scene.Anchor;
import org.demarche.model.Attribute;
import org.demarche.model.Change;
import org.demarche.model.Subject;
import org.jspecify.annotations.Nullable;

/** Reads who holds a post or leads a house, and at what level. */
final class HolderReader {
    private static final Set<String> NOT_NOW =
            Set.of("former", "ex", "previous", "late", "predecessor", "next", "future", "would-be", "designate");

    private static final Set<String> APPOINTED =
            Set.of("named", "names", "appointed", "appoints", "nominated", "nominates", "designated", "sent", "sends");
    private static final Set<String> NOT_DONE = Set.of("not", "never", "be", "have");

    private final StandingLexicon lexicon;

    HolderReader(StandingLexicon lexicon) {
        this.lexicon = lexicon;
    }

    List<Change> read(Scene scene) {
        List<Change> out = new ArrayList<>();
        for (Anchor anchor : scene.anchors()) {
            Subject.Kind kind = anchor.subject().kind();
            if (kind == Subject.Kind.POST) {
                Change change = holder(scene, anchor);
                if (change != null) {
                    out.add(change);
                }
                if (change != null && isPredicated(scene, anchor)) {
                    out.add(new Change(
                            change.subject(),
                            Attribute.STATUS,
                            "open",
                            null,
                            null,
                            change.nature(),
                            change.from(),
                            change.until(),
                            change.citation()));
                }
            } else if (kind == Subject.Kind.MISSION || kind == Subject.Kind.OFFICE || kind == Subject.Kind.BODY) {
                Change change = leader(scene, anchor);
                if (change != null) {
                    out.add(change);
                }
            }
        }
        return out;
    }

    /** Whether the sentence says that somebody is it; a title beside a name may be of one who is being recalled. */
    private static boolean isPredicated(Scene scene, Anchor anchor) {
        for (int i = Math.max(0, anchor.from() - 3); i <= Math.min(scene.words().size() - 1, anchor.to() + 3); i++) {
            if (Set.of("is", "was", "remains", "remained", "been")
                    .contains(scene.words().lower(i))) {
                return true;
            }
        }
        return false;
    }

    /** "Its ambassador to B, NAME,", "NAME is A's ambassador to B", "ambassador NAME". */
    private @Nullable Change holder(Scene scene, Anchor anchor) {
        Words words = scene.words();
        for (int i = Math.max(0, anchor.from() - 2); i <= anchor.to(); i++) {
            if (NOT_NOW.contains(words.lower(i))) {
                return null;
            }
        }
        if (isOfSomebody(words, anchor)) {
            return null;
        }
        int next = anchor.to() + 1;
        boolean comma = words.lower(next).equals(",");
        Scene.Name behind = scene.nameAt(comma ? next + 1 : next);
        // "Will return their ambassadors, Duda said"
        if (behind != null && !(comma && words.isVerb(behind.to() + 1))) {
            return head(scene, anchor, behind, false, anchor.from(), behind.to());
        }
        Scene.Name inside = scene.nameEndingAt(anchor.to());
        if (inside != null && inside.from() > anchor.from() + 1) {
            return head(scene, anchor, inside, false, anchor.from(), anchor.to());
        }
        Scene.Name sent = appointed(scene, anchor.from() - 1);
        if (sent != null) {
            return head(scene, anchor, sent, false, sent.from(), anchor.to());
        }
        VerbGroup group = VerbGroup.read(words, next, lexicon);
        if (group.be() && !group.negated()) {
            Scene.Name named = scene.nameAt(group.at());
            if (named != null) {
                return head(scene, anchor, named, group.past(), anchor.from(), named.to());
            }
        }
        int before = anchor.from() - 1;
        if (words.lower(before).equals(",")) {
            Scene.Name named = scene.nameEndingAt(before - 1);
            return named == null ? null : head(scene, anchor, named, false, named.from(), anchor.to());
        }
        int be = before;
        while (lexicon.is("adverbs", words.lower(be))) {
            be--;
        }
        if (Set.of("is", "was", "remains", "remained", "been").contains(words.lower(be))) {
            int name = be - 1;
            while (Set.of("has", "had").contains(words.lower(name))) {
                name--;
            }
            Scene.Name named = scene.nameEndingAt(name);
            if (named != null) {
                return head(scene, anchor, named, words.lower(be).equals("was"), named.from(), anchor.to());
            }
        }
        return null;
    }

    /** "His envoy, NAME": sent by a man for a purpose, and not posted anywhere. */
    private static boolean isOfSomebody(Words words, Anchor anchor) {
        int envoy = anchor.to();
        return words.lower(envoy).equals("envoy")
                && Set.of("his", "her")
                        .contains(words.lower(Math.max(0, anchor.from() == envoy ? envoy - 1 : anchor.from())));
    }

    /** "Named NAME as its ambassador", "appointed NAME ambassador": who is sent, the last word of whose name or an "as" stands at a place. */
    private static Scene.@Nullable Name appointed(Scene scene, int before) {
        Words words = scene.words();
        Scene.Name name = scene.nameEndingAt(words.lower(before).equals("as") ? before - 1 : before);
        boolean now = name != null
                && APPOINTED.contains(words.lower(name.from() - 1))
                && !NOT_DONE.contains(words.lower(name.from() - 2));
        return now ? name : null;
    }

    /** "The head of the office is NAME", "NAME heads the mission", "the mission is headed by a chargé d'affaires". */
    private @Nullable Change leader(Scene scene, Anchor anchor) {
        Words words = scene.words();
        int of = anchor.from() - 1;
        if (words.lower(of).equals("of") && lexicon.is("heads", words.lower(of - 1))) {
            int first = of - 1;
            while (first > 0
                    && (Determiners.isArticle(words.lower(first - 1))
                            || Set.of("last", "current", "first", "acting", "then", "new")
                                    .contains(words.lower(first - 1)))) {
                first--;
            }
            if (NOT_NOW.contains(words.lower(first - 1))) {
                return null;
            }
            return named(scene, anchor, first, anchor.to());
        }
        int next = anchor.to() + 1;
        if (Determiners.isMark(words.lower(next)) && lexicon.is("heads", words.lower(next + 1))) {
            return named(scene, anchor, anchor.from(), next + 1);
        }
        VerbGroup group = VerbGroup.read(words, next, lexicon);
        if (group.be()
                && lexicon.is("headed", words.lower(group.at()))
                && words.lower(group.at() + 1).equals("by")) {
            int who = group.at() + 2;
            Scene.Name person = scene.nameAt(who);
            if (person != null) {
                return head(scene, anchor, person, group.past(), anchor.from(), person.to());
            }
            return level(scene, anchor, who);
        }
        if (Set.of("heads", "leads", "runs", "headed", "led", "directs").contains(words.lower(of))) {
            int name = of - 1;
            boolean perfect = false;
            while (Set.of("has", "had", "who", ",").contains(words.lower(name))) {
                perfect |= words.lower(name).equals("has");
                name--;
            }
            Scene.Name person = scene.nameEndingAt(name);
            if (person != null) {
                boolean past = words.lower(of).endsWith("ed") && !perfect
                        || words.lower(of).equals("led") && !perfect;
                return head(scene, anchor, person, past, person.from(), anchor.to());
            }
        }
        return null;
    }

    /** The name behind "head of the office": after a comma, a form of "be", or nothing. */
    private @Nullable Change named(Scene scene, Anchor anchor, int first, int last) {
        Words words = scene.words();
        int next = last + 1;
        boolean comma = words.lower(next).equals(",");
        Scene.Name person = scene.nameAt(comma ? next + 1 : next);
        boolean past = false;
        if (person == null) {
            VerbGroup group = VerbGroup.read(words, next, lexicon);
            person = group.be() && !group.negated() ? scene.nameAt(group.at()) : null;
            past = group.past();
        }
        if (person == null && words.lower(first - 1).equals(",")) {
            person = scene.nameEndingAt(first - 2);
            return person == null ? null : head(scene, anchor, person, false, person.from(), last);
        }
        return person == null ? null : head(scene, anchor, person, past, first, person.to());
    }

    private @Nullable Change level(Scene scene, Anchor anchor, int who) {
        Words words = scene.words();
        int at = Determiners.isArticle(words.lower(who)) ? who + 1 : who;
        String level = words.lower(at).startsWith("charg")
                ? "chargé d'affaires"
                : words.lower(at).equals("ambassador")
                        ? "ambassador"
                        : words.lower(at).equals("consul") ? "consul" : null;
        return level == null
                ? null
                : scene.change(anchor.subject(), Attribute.LEVEL, level, null, null, false, at, anchor.from(), at);
    }

    private static @Nullable Change head(
            Scene scene, Anchor anchor, Scene.Name person, boolean past, int first, int last) {
        String name = person.value();
        boolean told = past || scene.tellsOfEarlier();
        if (scene.isUnclear(anchor)) {
            return null;
        }
        return scene.change(anchor.subject(), Attribute.HEAD, name, null, null, told, person.from(), first, last);
    }
}
