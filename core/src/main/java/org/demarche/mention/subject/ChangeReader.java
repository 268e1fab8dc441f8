package org.demarche.mention.subject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.demarche.mention.subject.Scene.Anchor;
import org.demarche.mention.subject.StandingLexicon.Turn;
import org.demarche.model.Attribute;
import org.demarche.model.Change;
import org.demarche.model.Sentence;
import org.demarche.model.Subject;
import org.demarche.model.Token;
import org.demarche.model.Upos;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the tree what befalls a subject: that it was suspended, closed, taken up again; and from what did not happen, or is only
 * threatened, how it stands: what was never closed, or may yet be closed, is open, and what has yet to resume is not.
 */
final class ChangeReader {
    /** So many words from its verb a date is of the same change. */
    private static final int NEAR = 14;

    /** What stays at the place of its verb: put on hold, placed in abeyance. */
    private static final Set<String> PUTTING = Set.of("put", "place", "leave", "keep", "hold", "bring", "lie");

    /** What stays open whether it befalls it or not: relations that are downgraded. */
    private static final String STILL = "still";

    /** What says of a thing that it is something. */
    private static final Set<String> NAMING = Set.of("declare", "pronounce", "deem", "consider", "proclaim");

    private static final Set<String> PREPOSITIONS = Set.of("on", "in", "into", "to", "at");

    private final StandingLexicon lexicon;

    ChangeReader(StandingLexicon lexicon) {
        this.lexicon = lexicon;
    }

    List<Change> read(Scene scene) {
        List<Change> out = new ArrayList<>();
        Words words = scene.words();
        if (!words.isParsed()) {
            return out;
        }
        for (Anchor anchor : scene.anchors()) {
            if (anchor.subject().kind() != Subject.Kind.STAFF) {
                Change change = read(scene, anchor);
                if (change != null) {
                    out.add(change);
                }
            }
        }
        return out;
    }

    private @Nullable Change read(Scene scene, Anchor anchor) {
        Words words = scene.words();
        Sentence sentence = words.sentence();
        int thing = words.governor(words.span(anchor.from(), anchor.to()));
        if (thing < 0) {
            return null;
        }
        Change modified = modified(scene, anchor, thing);
        if (modified != null) {
            return modified;
        }
        int whole = thing;
        while (sentence.token(whole).relation().equals("conj")
                && isNominal(sentence.token(sentence.token(whole).head()))) {
            whole = sentence.token(whole).head();
        }
        Change named = anchor.subject().kind() == Subject.Kind.POST ? branded(scene, anchor) : null;
        if (named != null) {
            return named;
        }
        while (anchor.subject().kind() == Subject.Kind.POST && isTitle(sentence, whole)) {
            whole = sentence.token(whole).head();
        }
        Token token = sentence.token(whole);
        int up = token.head();
        Change change = null;
        if (up >= 0) {
            change = switch (token.relation()) {
                case "nsubj" ->
                    subjectOf(scene, anchor, whole, up, token.deprel().equals("nsubj:pass"));
                case "obj" -> done(scene, anchor, whole, up);
                case "nmod" -> named(scene, anchor, up);
                default -> null;
            };
        }
        return change != null ? change : described(scene, anchor, thing);
    }

    /** Whether a word is the title before a name that stands for the two. */
    private static boolean isTitle(Sentence sentence, int word) {
        Token token = sentence.token(word);
        return token.head() > word
                && token.head() <= word + 4
                && Set.of("nmod:desc", "flat", "compound", "appos").contains(token.deprel());
    }

    /** "Declared Ambassador NAME persona non grata", whatever the tree makes of the Latin. */
    private @Nullable Change branded(Scene scene, Anchor anchor) {
        Words words = scene.words();
        for (int i = anchor.to() + 1; i < Math.min(words.size(), anchor.to() + 12); i++) {
            if (words.lower(i).startsWith("persona") && words.lower(i + 1).equals("non")) {
                for (int k = i - 1; k >= Math.max(0, i - 16); k--) {
                    int token = words.token(k);
                    boolean names = token >= 0
                            && NAMING.contains(
                                    words.sentence().token(token).lemma().toLowerCase(Locale.ROOT));
                    if (names) {
                        return change(scene, anchor, token, "vacant");
                    }
                }
            }
        }
        return null;
    }

    private static boolean isNominal(Token token) {
        return token.upos() == Upos.NOUN || token.upos() == Upos.PROPN || token.upos() == Upos.PRON;
    }

    /** What the thing does, or what is done to it, of which it is the grammatical subject. */
    private @Nullable Change subjectOf(Scene scene, Anchor anchor, int thing, int verb, boolean passive) {
        Sentence sentence = scene.words().sentence();
        boolean participle =
                sentence.token(verb).xpos().equals("VBN") && !hasChild(sentence, verb, "have", "has", "had", "'ve");
        if (passive || participle) {
            Change done = done(scene, anchor, thing, verb);
            if (done != null) {
                return done;
            }
        }
        for (int v : withComplements(sentence, verb)) {
            Turn turn = lexicon.turn(
                    verb(sentence, v),
                    sentence.token(v).lemma(),
                    true,
                    anchor.subject().kind());
            // "Who is on leave" has not left.
            boolean noun = sentence.token(v).upos() == Upos.NOUN;
            if (turn != null && !noun && !hasRelation(sentence, v, "obj") && !(passive && v == verb)) {
                return change(scene, anchor, v, turn.value());
            }
        }
        return null;
    }

    /** A verb, and the one that completes it: "was forced to close", "have yet to resume". */
    private static List<Integer> withComplements(Sentence sentence, int verb) {
        List<Integer> out = new ArrayList<>();
        out.add(verb);
        for (int child : sentence.children(verb)) {
            Token token = sentence.token(child);
            if (token.relation().equals("xcomp") && token.upos() == Upos.VERB) {
                out.add(child);
            }
        }
        return out;
    }

    private @Nullable Change done(Scene scene, Anchor anchor, int thing, int verb) {
        Sentence sentence = scene.words().sentence();
        Subject.Kind kind = anchor.subject().kind();
        String lemma = sentence.token(verb).lemma().toLowerCase(Locale.ROOT);
        if (PUTTING.contains(lemma)) {
            String put = put(scene, anchor, verb);
            return put == null ? null : change(scene, anchor, verb, put);
        }
        if (NAMING.contains(lemma)) {
            String called = called(scene, anchor, verb);
            return called == null ? null : change(scene, anchor, verb, called);
        }
        Turn turn = lexicon.turn(verb(sentence, verb), lemma, false, kind);
        return turn == null || thing == verb ? null : change(scene, anchor, verb, turn.value());
    }

    /** "Declared the ambassador persona non grata", "the accord was declared void". */
    private @Nullable String called(Scene scene, Anchor anchor, int verb) {
        Words words = scene.words();
        int from = scene.wordAt(words.sentence().token(verb).span().start());
        int behind = Math.max(from, anchor.to()) + 1;
        for (int i = behind; i < Math.min(words.size(), behind + 6); i++) {
            StandingLexicon.Status status = lexicon.status(words, i, true);
            if (status != null) {
                boolean post = anchor.subject().kind() == Subject.Kind.POST;
                return post || !status.value().equals("vacant") ? status.value() : null;
            }
        }
        return null;
    }

    /** "Put the talks on hold": the state that a preposition and its noun tell, behind the verb. */
    private @Nullable String put(Scene scene, Anchor anchor, int verb) {
        Words words = scene.words();
        int from = scene.wordAt(words.sentence().token(verb).span().start());
        for (int i = from + 1; i < Math.min(words.size(), Math.max(from, anchor.to()) + 6); i++) {
            if (PREPOSITIONS.contains(words.lower(i)) && (i < anchor.from() || i > anchor.to())) {
                StandingLexicon.Status status = lexicon.status(words, i, false);
                if (status != null) {
                    return status.value();
                }
            }
        }
        return null;
    }

    /** "After the closure of the consulate", "announced the suspension of flights", "the recall of its envoy was announced". */
    private @Nullable Change named(Scene scene, Anchor anchor, int noun) {
        Sentence sentence = scene.words().sentence();
        Token token = sentence.token(noun);
        String value = lexicon.nominal(
                token.lemma().toLowerCase(Locale.ROOT), anchor.subject().kind());
        if (value == null || token.upos() != Upos.NOUN || anchor.subject().kind() == Subject.Kind.AGREEMENT) {
            return null;
        }
        int up = token.head();
        boolean told = switch (token.relation()) {
            case "obj" ->
                up >= 0 && lexicon.is("orders", sentence.token(up).lemma().toLowerCase(Locale.ROOT));
            case "nsubj" ->
                up >= 0 && lexicon.is("happens", sentence.token(up).lemma().toLowerCase(Locale.ROOT));
            case "obl", "nmod", "advcl" ->
                sentence.children(noun).stream()
                        .map(c -> sentence.token(c).form().toLowerCase(Locale.ROOT))
                        .anyMatch(Set.of("after", "since", "following", "despite", "over")::contains);
            default -> false;
        };
        return told && Reality.of(sentence, up < 0 ? noun : up) == Reality.DONE
                ? change(scene, anchor, noun, value, Reality.DONE)
                : null;
    }

    /** "The shuttered embassy", "frozen talks". */
    private @Nullable Change modified(Scene scene, Anchor anchor, int thing) {
        Sentence sentence = scene.words().sentence();
        for (int child : sentence.children(thing)) {
            Token token = sentence.token(child);
            if (token.relation().equals("amod") && child < thing) {
                String value = lexicon.modifying(token.form().toLowerCase(Locale.ROOT));
                if (value != null && !scene.tellsOfEarlier()) {
                    return holds(scene, anchor, value, child);
                }
            }
        }
        return null;
    }

    /** "The consulate, which was closed in May"; "visas, suspended since May". */
    private @Nullable Change described(Scene scene, Anchor anchor, int thing) {
        Sentence sentence = scene.words().sentence();
        for (int child : sentence.children(thing)) {
            Token token = sentence.token(child);
            if (child < thing || !token.relation().equals("acl")) {
                continue;
            }
            int which = -1;
            for (int c : sentence.children(child)) {
                boolean relative = Set.of("which", "that", "who")
                        .contains(sentence.token(c).form().toLowerCase(Locale.ROOT));
                which = relative
                                && Set.of("nsubj", "obj")
                                        .contains(sentence.token(c).relation())
                        ? c
                        : which;
            }
            Change change;
            if (token.deprel().equals("acl:relcl") && which >= 0) {
                change = sentence.token(which).relation().equals("obj")
                        ? done(scene, anchor, thing, child)
                        : subjectOf(
                                scene,
                                anchor,
                                thing,
                                child,
                                sentence.token(which).deprel().equals("nsubj:pass"));
            } else {
                change = token.xpos().equals("VBN") ? done(scene, anchor, thing, child) : null;
            }
            if (change != null) {
                return change;
            }
        }
        return null;
    }

    /** A verb with its particle: "break off". */
    private static String verb(Sentence sentence, int verb) {
        String lemma = sentence.token(verb).lemma().toLowerCase(Locale.ROOT);
        for (int child : sentence.children(verb)) {
            Token token = sentence.token(child);
            boolean particle = token.deprel().equals("compound:prt")
                    || child == verb + 1
                            && Set.of("off", "down", "up", "out", "over")
                                    .contains(token.form().toLowerCase(Locale.ROOT));
            if (particle) {
                return lemma + " " + token.form().toLowerCase(Locale.ROOT);
            }
        }
        return lemma;
    }

    private static boolean hasChild(Sentence sentence, int of, String... forms) {
        Set<String> wanted = Set.of(forms);
        return sentence.children(of).stream()
                .anyMatch(c -> wanted.contains(sentence.token(c).form().toLowerCase(Locale.ROOT)));
    }

    private static boolean hasRelation(Sentence sentence, int of, String relation) {
        return sentence.children(of).stream()
                .anyMatch(c -> sentence.token(c).relation().equals(relation));
    }

    /** What follows from a verb that would give a value, as it was done, was not done, or only may be. */
    private @Nullable Change change(Scene scene, Anchor anchor, int at, String value) {
        return change(scene, anchor, at, value, Reality.of(scene.words().sentence(), at));
    }

    private @Nullable Change change(Scene scene, Anchor anchor, int at, String value, Reality reality) {
        Words words = scene.words();
        Sentence sentence = words.sentence();
        int word = scene.wordAt(sentence.token(at).span().start());
        boolean denied = Set.of("no", "neither").contains(words.lower(anchor.from()));
        if (value.equals(STILL)) {
            return reality == Reality.OPEN ? null : holds(scene, anchor, "open", at);
        }
        When near = scene.nearest(word, NEAR);
        if (reality == Reality.COMING && near != null && isLater(near, scene.reported()) && !denied) {
            return begins(scene, anchor, value, near, word);
        }
        if (reality == Reality.DONE && !denied) {
            When when = near == null ? scene.reported() : near;
            boolean before = near == null && Reality.isPluperfect(sentence, at);
            return before ? null : begins(scene, anchor, value, when, word);
        }
        if (reality == Reality.OPEN) {
            return null;
        }
        String left = value.equals("open") ? lexicon.stopped(anchor.subject().kind()) : "open";
        // What was not closed may still be suspended, as another sentence tells.
        boolean tells = (reality == Reality.NOT || denied) && !value.equals("closed");
        return held(scene, anchor, left, at, tells ? Change.Nature.HOLDS : Change.Nature.PRESUPPOSED);
    }

    private static boolean isLater(When when, When report) {
        Optional<LocalDate> day =
                when.start() == null ? Optional.empty() : when.start().first();
        Optional<LocalDate> published =
                report.end() == null ? Optional.empty() : report.end().last();
        return day.isPresent() && published.isPresent() && day.get().isAfter(published.get());
    }

    private static Change begins(Scene scene, Anchor anchor, String value, When when, int word) {
        When since = scene.since(anchor.from(), word);
        return scene.change(
                anchor.subject(),
                Attribute.STATUS,
                value,
                null,
                null,
                Change.Nature.BEGINS,
                since == null ? when : since,
                null,
                Math.min(word, anchor.from()),
                Math.max(word, anchor.to()));
    }

    private static Change holds(Scene scene, Anchor anchor, String value, int at) {
        return held(scene, anchor, value, at, Change.Nature.HOLDS);
    }

    private static Change held(Scene scene, Anchor anchor, String value, int at, Change.Nature nature) {
        int word = scene.wordAt(scene.words().sentence().token(at).span().start());
        return scene.change(
                anchor.subject(),
                Attribute.STATUS,
                value,
                null,
                null,
                nature,
                scene.reported(),
                null,
                Math.min(word, anchor.from()),
                Math.max(word, anchor.to()));
    }
}
