package org.demarche.mention.subject;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.demarche.mention.subject.Scene.Anchor;
import org.demarche.model.Attribute;
import org.demarche.model.Change;
import org.demarche.model.Subject;
import org.demarche.model.Token;
import org.jspecify.annotations.Nullable;

/** Reads that something is open, suspended, closed, vacant or not there, where no act is told. */
final class StatusReader {
    private static final Set<Subject.Kind> STANDING = EnumSet.complementOf(EnumSet.of(Subject.Kind.STAFF));

    /** "Left the post vacant", "held the border shut": how it was left stands behind it. */
    private static final Set<String> LEFT = Set.of("left", "leaves", "leave", "leaving", "held", "hold", "holds");

    private static final Set<String> BANS =
            Set.of("ban", "suspension", "freeze", "embargo", "halt", "moratorium", "blockade", "closure", "stop");

    private final StandingLexicon lexicon;

    StatusReader(StandingLexicon lexicon) {
        this.lexicon = lexicon;
    }

    List<Change> read(Scene scene) {
        List<Change> out = new ArrayList<>();
        for (Anchor anchor : scene.anchors()) {
            if (STANDING.contains(anchor.subject().kind())) {
                Change change = predicated(scene, anchor);
                if (change == null) {
                    change = had(scene, anchor);
                }
                if (change != null) {
                    out.add(change);
                }
            }
        }
        return out;
    }

    /** "The post has stood empty", "it meets seldom". */
    private @Nullable Change predicated(Scene scene, Anchor anchor) {
        Words words = scene.words();
        int start = scene.predicate(anchor);
        boolean asked = Set.of("whether", "if").contains(words.lower(anchor.from() - 1))
                || Set.of("whether", "if").contains(words.lower(anchor.from() - 2))
                        && Determiners.isArticle(words.lower(anchor.from() - 1));
        if (start < 0 || asked) {
            return null;
        }
        VerbGroup group = VerbGroup.read(words, start, lexicon);
        int at = group.at();
        boolean linking = lexicon.is("link", words.lower(at));
        boolean past = group.past()
                || words.lower(at).endsWith("ed")
                || Set.of("stood", "sat", "lay", "kept", "met").contains(words.lower(at));
        boolean has = scene.since(anchor.from(), at + 3) != null || endsWithSince(words);
        if (linking || group.be()) {
            int place = linking ? at + 1 : at;
            while (lexicon.is("adverbs", words.lower(place))
                    || Determiners.isArticle(words.lower(place))
                            && !words.lower(place + 1).equals("empty")
                            && lexicon.status(words, place, false) == null) {
                place++;
            }
            boolean tells = linking || group.still() || group.perfect() && has;
            StandingLexicon.Status status = lexicon.status(words, place, tells);
            boolean post = anchor.subject().kind() == Subject.Kind.POST;
            if (status != null && (post || !status.value().equals("vacant"))) {
                boolean seen = past && !group.perfect();
                String value = group.negated() ? opposite(anchor, status.value()) : status.value();
                if (isBanned(words, anchor)) {
                    value = value.equals("open") ? "suspended" : "open";
                }
                return status(scene, anchor, value, seen, status.last());
            }
            return null;
        }
        StandingLexicon.Doing doing =
                lexicon.doing(words.lower(at), anchor.subject().kind());
        if (doing == null) {
            return null;
        }
        String value = group.negated() ? doing.negated() : doing.value();
        return value == null ? null : status(scene, anchor, value, past && !group.perfect(), at);
    }

    /** "The ban on flights to Lima is still in place": what holds is the ban. */
    private static boolean isBanned(Words words, Anchor anchor) {
        int thing = words.isParsed() ? words.governor(words.span(anchor.from(), anchor.to())) : -1;
        Token token = thing < 0 ? null : words.sentence().token(thing);
        return token != null
                && token.relation().equals("nmod")
                && BANS.contains(words.sentence().token(token.head()).lemma());
    }

    /** "There is a hotline", "A has no ambassador in B", "A is represented by a mission". */
    private @Nullable Change had(Scene scene, Anchor anchor) {
        Words words = scene.words();
        int before = anchor.from() - 1;
        boolean none = words.lower(anchor.from()).equals("no");
        if (words.lower(before).equals("no")) {
            none = true;
            before--;
        }
        int skip = before;
        while (lexicon.is("adverbs", words.lower(skip))
                || Determiners.isArticle(words.lower(skip))
                || words.isNumber(skip)) {
            skip--;
        }
        String verb = words.lower(skip);
        if (Set.of("without", "lacks", "lacked", "lacking").contains(verb)) {
            return status(scene, anchor, absent(anchor), false, anchor.from());
        }
        boolean there = Set.of("is", "are", "was", "were", "been").contains(verb) && there(words, skip);
        boolean has =
                lexicon.is("have", verb) && (anchor.subject().kind() != Subject.Kind.BODY || !verb.startsWith("h"));
        boolean represented = verb.equals("by") && words.lower(skip - 1).equals("represented");
        boolean listed = verb.equals("and") && represented(words, skip);
        boolean leaves = LEFT.contains(verb);
        if (!there && !has && !represented && !listed && !leaves) {
            return null;
        }
        boolean negated = none || denied(words, skip);
        boolean perfect = Set.of("have", "has", "'ve").contains(words.lower(skip - 1));
        boolean past = !perfect
                        && Set.of("was", "were", "had", "maintained", "kept", "operated", "retained", "hosted")
                                .contains(verb)
                || words.lower(skip - 1).equals("did")
                || words.lower(skip - 2).equals("did");
        String kept = leaves || verb.startsWith("ke") ? after(words, anchor) : null;
        if (kept != null) {
            return status(scene, anchor, kept, past, skip);
        }
        if (leaves) {
            return null;
        }
        if (has && verb.startsWith("ha") && !negated && anchor.subject().kind() == Subject.Kind.POST) {
            return null;
        }
        String value = negated ? absent(anchor) : "open";
        return status(scene, anchor, value, past, skip);
    }

    /** "Kept the embassy in Lima closed": in what state it was kept; null where the words do not say. */
    private @Nullable String after(Words words, Anchor anchor) {
        for (int i = anchor.to() + 1; i <= anchor.to() + 4 && i < words.size() && words.isWord(i); i++) {
            StandingLexicon.Status found = lexicon.status(words, i, true);
            if (found != null) {
                return found.value();
            }
        }
        return null;
    }

    private static boolean there(Words words, int verb) {
        for (int i = verb - 1; i >= 0 && i >= verb - 4; i--) {
            if (words.lower(i).equals("there")) {
                return true;
            }
        }
        return false;
    }

    private static boolean represented(Words words, int and) {
        for (int i = and - 1; i > 0 && i > and - 14; i--) {
            if (words.lower(i).equals("by") && words.lower(i - 1).equals("represented")) {
                return true;
            }
        }
        return false;
    }

    private static boolean denied(Words words, int verb) {
        for (int i = verb - 1; i >= 0 && i >= verb - 3; i--) {
            if (Set.of("not", "never", "t", "n't", "longer").contains(words.lower(i))) {
                return true;
            }
        }
        return false;
    }

    private static String absent(Anchor anchor) {
        return anchor.subject().kind() == Subject.Kind.POST ? "vacant" : "none";
    }

    private static String opposite(Anchor anchor, String value) {
        return !value.equals("open") ? "open" : anchor.subject().kind() == Subject.Kind.POST ? "vacant" : "closed";
    }

    /** "It has not been filled since." */
    private static boolean endsWithSince(Words words) {
        int last = words.size() - 1;
        while (last > 0 && !words.isWord(last)) {
            last--;
        }
        return words.lower(last).equals("since");
    }

    private static Change status(Scene scene, Anchor anchor, String value, boolean past, int at) {
        return scene.change(
                anchor.subject(),
                Attribute.STATUS,
                value,
                null,
                null,
                past,
                at,
                anchor.from(),
                Math.max(at, anchor.to()));
    }
}
