package org.demarche.mention.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.demarche.mention.subject.Scene.Anchor;
import org.demarche.model.Attribute;
import org.demarche.model.Change;
import org.demarche.model.Mention;
import org.demarche.model.Subject;
import org.jspecify.annotations.Nullable;

/** Reads who holds a post or leads a house, and at what level. */
final class HolderReader {
    private static final Set<String> NOT_NOW =
            Set.of("former", "ex", "previous", "late", "predecessor", "next", "future", "would-be", "designate");

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

    /** "Its ambassador to B, NAME,", "NAME is A's ambassador to B", "ambassador NAME". */
    private @Nullable Change holder(Scene scene, Anchor anchor) {
        Words words = scene.words();
        for (int i = Math.max(0, anchor.from() - 2); i <= anchor.to(); i++) {
            if (NOT_NOW.contains(words.lower(i))) {
                return null;
            }
        }
        int next = anchor.to() + 1;
        boolean comma = words.lower(next).equals(",");
        Mention.OfActor behind = scene.personAt(comma ? next + 1 : next);
        if (behind != null) {
            return head(
                    scene,
                    anchor,
                    behind,
                    false,
                    anchor.from(),
                    scene.wordBefore(behind.span().end()));
        }
        VerbGroup group = VerbGroup.read(words, next, lexicon);
        if (group.be() && !group.negated()) {
            Mention.OfActor named = scene.personAt(group.at());
            if (named != null) {
                return head(
                        scene,
                        anchor,
                        named,
                        group.past(),
                        anchor.from(),
                        scene.wordBefore(named.span().end()));
            }
        }
        int before = anchor.from() - 1;
        if (words.lower(before).equals(",")) {
            Mention.OfActor named = scene.personEndingAt(before - 1);
            return named == null
                    ? null
                    : head(
                            scene,
                            anchor,
                            named,
                            false,
                            scene.wordAt(named.span().start()),
                            anchor.to());
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
            Mention.OfActor named = scene.personEndingAt(name);
            if (named != null) {
                return head(
                        scene,
                        anchor,
                        named,
                        words.lower(be).equals("was"),
                        scene.wordAt(named.span().start()),
                        anchor.to());
            }
        }
        return null;
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
            Mention.OfActor person = scene.personAt(who);
            if (person != null) {
                return head(
                        scene,
                        anchor,
                        person,
                        group.past(),
                        anchor.from(),
                        scene.wordBefore(person.span().end()));
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
            Mention.OfActor person = scene.personEndingAt(name);
            if (person != null) {
                boolean past = words.lower(of).endsWith("ed") && !perfect
                        || words.lower(of).equals("led") && !perfect;
                return head(
                        scene, anchor, person, past, scene.wordAt(person.span().start()), anchor.to());
            }
        }
        return null;
    }

    /** The name behind "head of the office": after a comma, a form of "be", or nothing. */
    private @Nullable Change named(Scene scene, Anchor anchor, int first, int last) {
        Words words = scene.words();
        int next = last + 1;
        boolean comma = words.lower(next).equals(",");
        Mention.OfActor person = scene.personAt(comma ? next + 1 : next);
        boolean past = false;
        if (person == null) {
            VerbGroup group = VerbGroup.read(words, next, lexicon);
            person = group.be() && !group.negated() ? scene.personAt(group.at()) : null;
            past = group.past();
        }
        if (person == null && words.lower(first - 1).equals(",")) {
            person = scene.personEndingAt(first - 2);
            return person == null
                    ? null
                    : head(
                            scene,
                            anchor,
                            person,
                            false,
                            scene.wordAt(person.span().start()),
                            last);
        }
        return person == null
                ? null
                : head(
                        scene,
                        anchor,
                        person,
                        past,
                        first,
                        scene.wordBefore(person.span().end()));
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

    private static Change head(Scene scene, Anchor anchor, Mention.OfActor person, boolean past, int first, int last) {
        String name = person.actor().name();
        return scene.change(
                anchor.subject(),
                Attribute.HEAD,
                name,
                null,
                null,
                past,
                scene.wordAt(person.span().start()),
                first,
                last);
    }
}
