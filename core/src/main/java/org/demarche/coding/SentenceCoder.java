package org.demarche.coding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.coding.Frame.Part;
import org.demarche.coding.FrameMatcher.Match;
import org.demarche.model.Act;
import org.demarche.model.ActGuess;
import org.demarche.model.Actor;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Factuality;
import org.demarche.model.Ids;
import org.demarche.model.Mentions;
import org.demarche.model.Sentence;
import org.demarche.model.Subject;
import org.demarche.model.Upos;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/** Codes the acts of one sentence. Used once. */
final class SentenceCoder {
    private static final int HISTORY_YEARS = 3;

    private final ActLexicon lexicon;
    private final Document document;
    private final Sentence sentence;
    private final Discourse discourse;
    private final Reading reading;
    private final Tree tree;
    private final Grammar grammar;
    private final Parties parties;
    private final Realis realis;
    private final ClaimDates dates;
    private final SharedSides shared;
    private final ActFinder finder;
    private final GuessedActs guessed;
    private final ActSides sides;
    private final ClaimSubjects subjects;
    private final Telling telling;
    private final ActFactuality sure;
    private final ActTimes times;
    private final Triggers triggers;
    private final Echoes echoes;
    private final ResponseCues cues;
    private final Amounts amounts;
    private final Gapping gapping;
    private final Members members;
    private final Crosswise crosswise;
    private final CountedPeoples peoples;

    /** Acts on "them", or on those whom another names, that only say again what the sentence has said of those whom it names. */
    private List<Found> repeated = List.of();

    /** @param mentions those of the sentence */
    SentenceCoder(ActLexicon lexicon, Document document, Sentence sentence, Mentions mentions, Discourse discourse) {
        this.lexicon = lexicon;
        this.document = document;
        this.sentence = sentence;
        this.discourse = discourse;
        this.reading = Reading.of(lexicon, document, sentence, mentions, discourse);
        this.tree = reading.tree();
        this.grammar = reading.grammar();
        this.parties = reading.parties();
        this.realis = reading.realis();
        this.dates = reading.dates();
        CountedSides counted = new CountedSides(tree, mentions.actors(), mentions.quantities());
        StoryDates story = new StoryDates(reading);
        this.gapping = new Gapping(document, counted);
        this.members = new Members(document, counted);
        this.shared = new SharedSides(reading);
        this.finder = new ActFinder(reading, gapping, members, shared);
        this.guessed = new GuessedActs(reading, gapping);
        this.sides = new ActSides(reading, shared);
        this.subjects = new ClaimSubjects(reading);
        this.telling = new Telling(reading, subjects);
        this.sure = new ActFactuality(reading);
        this.times = new ActTimes(reading, story);
        this.triggers = new Triggers(reading);
        this.echoes = new Echoes(reading, story, triggers);
        this.cues = new ResponseCues(document, tree);
        this.crosswise = new Crosswise(tree, discourse.actors());
        this.peoples = new CountedPeoples(reading);
        this.amounts = new Amounts(document, tree, mentions.quantities(), mentions.times());
    }

    /** @param guesses what acts a model takes words of the sentence to tell */
    List<Claim> code(List<ActGuess> guesses) {
        if (!Agenda.isItem(reading)) {
            discourse.agenda(null);
        }
        List<Found> found = new ArrayList<>();
        boolean sport = isOfSport();
        for (int i = 0; i < tree.size() && !sport; i++) {
            found.addAll(finder.find(i));
        }
        List<Found> kept = new ArrayList<>(Holding.without(reading, found));
        if (!sport && !guesses.isEmpty()) {
            kept.addAll(guessed.beside(found, guesses));
            kept.sort(Comparator.comparingInt(Found::head));
        }
        Set<Found> told = Collections.newSetFromMap(new IdentityHashMap<>());
        told.addAll(kept);
        repeated = found.stream()
                .filter(f -> !told.contains(f)
                        && f.match().things().stream()
                                .anyMatch(t -> tree.upos(t) == Upos.PRON
                                        || kept.stream()
                                                .anyMatch(
                                                        k -> k.match().things().contains(t))))
                .toList();
        List<Integer> heads = kept.stream().map(Found::head).toList();
        List<Claim> out = new ArrayList<>();
        Set<String> ids = new TreeSet<>();
        for (Found each : kept) {
            for (List<Integer> things : apart(each.match())) {
                Claim claim = claim(each, things, heads);
                if (claim != null && ids.add(claim.id())) {
                    List<Claim> likes = new ArrayList<>(gapping.after(claim));
                    if (each.own()) {
                        likes.addAll(gapping.likewise(claim));
                    }
                    claim = gapping.without(claim, likes);
                    boolean other = shared.eachOther(each.head());
                    List<Claim> ways = each.act().mutual() ? List.of(claim) : crosswise.of(claim, each.head(), other);
                    ways.stream()
                            .flatMap(way -> crosswise.byHouse(way).stream())
                            .flatMap(one -> peoples.apart(one, things).stream())
                            .forEach(one -> {
                                out.add(one);
                                discourse.add(one);
                            });
                    for (Claim like : likes) {
                        if (ids.add(like.id())) {
                            out.add(like);
                            discourse.add(like);
                        }
                    }
                }
            }
        }
        scene(out);
        Agenda opened = Agenda.of(reading);
        if (opened != null) {
            discourse.agenda(opened);
        }
        int root = sentence.root();
        List<Claim.Party> about = root < 0 ? List.of() : parties.of(grammar.surfaceSubject(root, 0));
        discourse.subject(
                about.isEmpty() || !Discourse.isSide(about.get(0).actor())
                        ? null
                        : about.get(0).actor(),
                sentence.index());
        return out.stream().flatMap(c -> members.apart(c).stream()).toList();
    }

    /** Tells the claims of the sentences before from when they are in force, where this one says so. */
    void comingIntoForce(List<Claim> told) {
        new ComingIntoForce(reading).apply(told, sentence.index());
    }

    /** Whether the report takes back what this sentence tells. */
    boolean isCorrection() {
        return reading.realis().isCorrection();
    }

    /** Whether a word of the playing field stands in the sentence, and none of diplomacy: "Ghana surrendered its lead". */
    private boolean isOfSport() {
        boolean sport = false;
        for (int i = 0; i < tree.size(); i++) {
            if (lexicon.diplomacy().contains(tree.form(i))) {
                return false;
            }
            sport |= lexicon.sport().contains(tree.form(i));
        }
        return sport;
    }

    /** The day that this sentence brings the text to, if it names one. */
    private void scene(List<Claim> claims) {
        Scene scene = opening(claims);
        if (scene != null) {
            discourse.turn(scene);
        }
    }

    /** Whether the sentence names a day, whatever of. */
    boolean namesDay() {
        return dates.scenes().namesDay();
    }

    /** The same, seen without what is coded from the sentence. */
    @Nullable
    Scene opening(List<Claim> claims) {
        When when = dates.scenes().scene(realis);
        if (when == null) {
            return null;
        }
        Set<String> sides = new TreeSet<>();
        for (Claim claim : claims) {
            if (claim.date().equals(when)) {
                claim.actors().forEach(p -> sides.add(p.actor().principal()));
            }
        }
        for (int i = 0; i < tree.size(); i++) {
            if (tree.isVerbal(i) && tree.relation(i).matches("root|conj|parataxis")) {
                parties.of(grammar.agents(i, 0))
                        .forEach(p -> sides.add(p.actor().principal()));
            }
        }
        return new Scene(when, sentence.index(), sides);
    }

    /** Things with names of their own that one word acts on together make a claim each; others stay together. */
    private List<List<Integer>> apart(Match match) {
        List<Integer> things = match.things();
        Map<String, List<Integer>> bySubject = new LinkedHashMap<>();
        for (int thing : things) {
            Subject subject = parties.subject(thing);
            if (subject == null) {
                return List.of(things);
            }
            bySubject.computeIfAbsent(subject.id(), k -> new ArrayList<>()).add(thing);
        }
        return bySubject.size() < 2 ? List.of(things) : List.copyOf(bySubject.values());
    }

    /** The words whose numbers are the act's: its things, and the verbs of its line ("told Chad to cut its staff to nine"). */
    private List<Integer> counted(Match match, List<Integer> things) {
        List<Integer> out = new ArrayList<>(things);
        match.words().stream().filter(tree::isVerbal).forEach(out::add);
        match.below().stream().filter(tree::isVerbal).forEach(out::add);
        return out;
    }

    private @Nullable Claim claim(Found given, List<Integer> things, List<Integer> heads) {
        Found back = echoes.sentBack(given);
        Found found = back == null ? privately(given) : back;
        Match match = found.match();
        int head = found.head();
        if (Echoes.isEcho(found)) {
            return echoes.of(found, heads);
        }
        ActSides.Two both = sides.of(found, things);
        Factuality factuality = telling.is(found, things, both, heads) ? sure.of(found) : null;
        if (factuality == null) {
            return null;
        }
        List<Claim.Party> actors = both.actors();
        List<Claim.Party> to = both.recipients();
        Citation trigger = document.cite(triggers.of(match, things));
        ActTimes.Two when = times.of(found, actors, factuality, heads, repeated);
        When date = when.date();
        When bites = when.effective();
        List<Claim.Quantity> quantities =
                amounts.of(head, counted(match, things), match.frame().part() == Part.VERB && found.isNominal(tree));
        List<Subject> about = subjects.of(things, actors, to, found);
        When from = bites != null ? bites : date;
        return new Claim(
                Ids.of(
                        "clm",
                        document.id(),
                        trigger.start() + "-" + trigger.end(),
                        found.act().code(),
                        things.isEmpty() ? "" : String.valueOf(things.get(0) - head)),
                document.id(),
                sentence.index(),
                document.cite(sentence.span()),
                trigger,
                act(promised(found.act().act(), factuality), date),
                actors,
                to,
                date,
                bites,
                reading.place(head),
                quantities,
                factuality,
                reading.attribution(head),
                about,
                Effects.changes(
                        found.act(),
                        ClaimSubjects.touched(about, actors, to),
                        quantities,
                        from,
                        dates.terms().limit(head),
                        trigger,
                        document.cite(sentence.span()),
                        factuality),
                cues.of(head),
                found.rule(),
                found.score());
    }

    /** "Qatari citizens were told to leave", "Poles were expelled": private people, where nobody counts them as one counts diplomats. */
    private Found privately(Found found) {
        ActDefinition deport = lexicon.act("deport");
        boolean all = deport != null
                && found.act().code().equals("expel-diplomats")
                && !found.match().things().isEmpty()
                && found.match().things().stream().allMatch(this::isPrivate);
        return all && deport != null ? new Found(found.match(), deport, found.actors(), found.byContext()) : found;
    }

    private boolean isPrivate(int thing) {
        if (tree.is(thing, "citizen", "national", "resident", "compatriot", "subject")) {
            return true;
        }
        return tree.upos(thing) == Upos.PROPN
                && tree.token(thing).xpos().endsWith("S")
                && tree.child(thing, "nummod", "amod", "det") < 0
                && parties.named(thing).stream().anyMatch(p -> p.actor().kind() == Actor.Kind.PEOPLE);
    }

    /** What is to be done together is so far only agreed; what is to be given up, conceded (PLOVER 2.0, future tense). */
    private Act promised(Act act, Factuality factuality) {
        if (factuality != Factuality.PLANNED || act.type() == null) {
            return act;
        }
        ActDefinition other = lexicon.act(
                Set.of("AID", "COOPERATE", "CONSULT", "SUPPORT").contains(act.type())
                        ? "agree"
                        : "RETREAT".equals(act.type()) ? "concede" : act.code());
        if (other == null || other.code().equals(act.code())) {
            return act;
        }
        Act as = other.act();
        return new Act(act.code(), as.type(), as.mode(), act.contexts(), as.cameo(), as.quad(), as.goldstein());
    }

    private Act act(Act act, When date) {
        Integer year = date.end() != null && date.end().hasYear()
                ? Integer.valueOf(date.end().year())
                : null;
        var published = document.published().end() != null
                ? document.published().end()
                : document.published().start();
        if (year == null || published == null || !published.hasYear() || published.year() - year < HISTORY_YEARS) {
            return act;
        }
        List<String> contexts = new ArrayList<>(new TreeSet<>(act.contexts()));
        contexts.add("historical");
        return new Act(
                act.code(),
                act.type(),
                act.mode(),
                List.copyOf(new TreeSet<>(contexts)),
                act.cameo(),
                act.quad(),
                act.goldstein());
    }
}
