package org.demarche.coding;

import java.util.Locale;
import java.util.Set;
import org.demarche.model.MonthNames;
import org.demarche.model.Sentence;
import org.demarche.model.Token;
import org.demarche.model.Upos;

/** Subjects, objects and phrases that a parser hangs on the wrong word or calls by the wrong name, where words and grammar leave no doubt. */
final class SideMends {
    /** Those who stand for a state somewhere: what follows with a place says where they stand, not where something was done. */
    private static final Set<String> OFFICES = Set.of(
            "ambassador", "envoy", "chargé", "consul", "attaché", "representative", "embassy", "consulate", "mission");

    private static final Set<String> NAMING = Set.of("name", "appoint", "nominate", "designate", "pick", "choose");
    private static final Set<String> SPANS = Set.of("hour", "day", "week", "month", "year", "round", "series");
    private static final Set<String> DAYS =
            Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday");

    private static final Set<String> BLAMING =
            Set.of("accuse", "blame", "link", "charge", "tie", "connect", "suspect", "implicate", "reproach", "hold");
    private static final Set<String> WITH_GERUND = Set.of(
            "rule",
            "exclude",
            "consider",
            "avoid",
            "deny",
            "oppose",
            "resist",
            "suggest",
            "propose",
            "recommend",
            "envisage",
            "contemplate");

    /** Prepositions that no day takes: the phrase belongs to what happened on it. */
    private static final Set<String> NOT_OF_DAYS = Set.of("between", "against", "with", "among");

    private final Sentence sentence;
    private final int[] heads;
    private final String[] deprels;

    /**
     * @param heads index of each word's head, -1 for the root; changed in place
     * @param deprels each word's relation to its head; changed in place
     */
    SideMends(Sentence sentence, int[] heads, String[] deprels) {
        this.sentence = sentence;
        this.heads = heads;
        this.deprels = deprels;
    }

    void mend() {
        for (int i = 0; i < heads.length; i++) {
            switch (deprels[i]) {
                case "nsubj:pass" -> mendVoice(i);
                case "obl" -> {
                    mendPost(i);
                    mendNo(i);
                    mendCalledIn(i);
                    mendBlamed(i);
                    mendAfterDay(i);
                }
                case "obj" -> {
                    mendShared(i);
                    mendOrdered(i);
                    mendSaidOf(i);
                }
                case "xcomp" -> mendNamed(i);
                case "obl:unmarked" -> mendSpan(i);
                case "nmod" -> mendDay(i);
                case "acl" -> mendParticiple(i);
                case "case" -> {
                    mendMarker(i);
                    mendPossessor(i);
                }
                case "ccomp" -> mendReduced(i);
                case "appos" -> mendSubject(i);
                case "advcl" -> mendGerund(i);
                case "punct" -> mendPossessor(i);
                default -> {}
            }
        }
    }

    /** "Qatar mediated between the two.": the verb of a whole sentence with a subject and no auxiliary is active. */
    private void mendVoice(int subject) {
        int verb = heads[subject];
        boolean whole =
                heads[verb] < 0 && ".".equals(sentence.token(heads.length - 1).form());
        if (whole && subject < verb && child(verb, "aux") < 0 && child(verb, "obl:agent") < 0) {
            deprels[subject] = "nsubj";
        }
    }

    /** "The strikes, which it said killed nine": the pronoun is the subject of the verb that has its own object. */
    private void mendSaidOf(int pronoun) {
        int verb = heads[pronoun];
        boolean told = Set.of("which", "that", "who").contains(form(pronoun))
                && verb > pronoun + 1
                && deprels[verb].equals("ccomp")
                && heads[verb] > pronoun
                && heads[verb] < verb
                && deprels[heads[verb]].equals("acl:relcl");
        if (!told || child(verb, "nsubj") >= 0 || child(verb, "nsubj:pass") >= 0) {
            return;
        }
        for (int i = verb + 1; i < heads.length; i++) {
            if (heads[i] == verb && deprels[i].equals("obj")) {
                deprels[pronoun] = "nsubj";
            }
        }
    }

    /** "Promoted its chargé in Hanoi": the place belongs to the post. */
    private void mendPost(int place) {
        int marker = child(place, "case");
        int post = marker - 1;
        boolean where = marker > 0 && marker < place && Set.of("in", "at").contains(form(marker)) && isName(place);
        if (where
                && OFFICES.contains(sentence.token(post).lemma())
                && heads[post] == heads[place]
                && (deprels[post].equals("obj") || deprels[post].equals("nsubj:pass"))) {
            hang(place, post, "nmod");
        }
    }

    /** "Said no to Chad": it is said to Chad. */
    private void mendNo(int phrase) {
        int no = heads[phrase];
        if (no >= 0 && form(no).equals("no") && deprels[no].equals("obj") && heads[no] >= 0) {
            hang(phrase, heads[no], "obl");
        }
    }

    /** "Called in the consul": the consul is called, not in him. */
    private void mendCalledIn(int who) {
        int verb = heads[who];
        int in = verb + 1;
        boolean called = verb >= 0 && in < who && sentence.token(verb).lemma().equals("call") && form(in).equals("in");
        boolean part = called && heads[in] == verb && child(who, "case") < 0;
        if (called
                && (heads[in] == who || part)
                && OFFICES.contains(sentence.token(who).lemma())
                && child(verb, "obj") < 0) {
            deprels[who] = "obj";
            hang(in, verb, "compound:prt");
        }
    }

    /** "On Monday Chad, Mali and Niger closed …": the day takes the preposition, and the name behind it acts with those joined to it. */
    private void mendAfterDay(int name) {
        int verb = heads[name];
        int on = child(name, "case");
        int day = on + 1;
        while (on >= 0 && day < name && heads[day] != verb) {
            day++;
        }
        int subject = verb < 0 ? -1 : child(verb, "nsubj");
        boolean list = on >= 0
                && day < name
                && DAYS.contains(form(day))
                && form(on).equals("on")
                && isName(name)
                && subject == name + 2
                && isName(subject)
                && form(name + 1).equals(",");
        if (list) {
            hang(on, day, "case");
            hang(name, verb, "nsubj");
            for (int i = 0; i < heads.length; i++) {
                if (heads[i] == subject && deprels[i].equals("conj")) {
                    heads[i] = name;
                }
            }
            hang(subject, name, "conj");
        }
    }

    /** "Ordered the consulate closed": what is ordered is to close the consulate. */
    private void mendOrdered(int thing) {
        int verb = heads[thing];
        int done = -1;
        for (int i = thing + 1; i < heads.length && done < 0; i++) {
            boolean participle = sentence.token(i).xpos().equals("VBN")
                    && (heads[i] == thing && deprels[i].equals("acl")
                            || heads[i] == verb && deprels[i].equals("xcomp"));
            done = participle ? i : -1;
        }
        boolean ordered = verb >= 0
                && verb < thing
                && done == thing + 1
                && sentence.token(verb).lemma().equals("order")
                && sentence.token(verb).xpos().startsWith("VB")
                && child(verb, "aux:pass") < 0
                && child(done, "obl:agent") < 0;
        if (ordered) {
            hang(done, verb, "xcomp");
            hang(thing, done, "obj");
        }
    }

    /** "Cut air, sea and land links": bare nouns joined before the noun that they all describe. */
    private void mendShared(int bare) {
        int last = -1;
        for (int i = bare + 1; i < heads.length; i++) {
            last = heads[i] == bare && deprels[i].equals("conj") ? i : last;
        }
        int noun = last + 1;
        boolean shared = last > 0
                && noun < heads.length
                && heads[noun] == heads[bare]
                && deprels[noun].equals("obj")
                && sentence.token(noun).upos() == Upos.NOUN
                && sentence.token(bare).xpos().equals("NN")
                && child(bare, "det") < 0
                && child(bare, "amod") < 0;
        if (shared) {
            hang(bare, noun, "compound");
        }
    }

    /** "Linked the service to two blasts in 2014": the year is of what somebody is blamed for. */
    private void mendBlamed(int year) {
        int verb = heads[year];
        boolean dated = verb >= 0
                && child(year, "case") >= 0
                && (form(year).matches("(1[89]|20)\\d\\d") || MonthNames.FULL.contains(form(year)))
                && BLAMING.contains(sentence.token(verb).lemma());
        int charge = -1;
        for (int i = verb + 1; dated && i < year; i++) {
            boolean of = heads[i] == verb && (deprels[i].equals("obl") || deprels[i].equals("advcl"));
            charge = of ? i : form(i).equals(",") && heads[i] == verb ? -1 : charge;
        }
        if (charge > 0) {
            hang(year, charge, sentence.token(charge).upos() == Upos.VERB ? "obl" : "nmod");
        }
    }

    /** "Named Jone Tora as ambassador": the name is what is named. */
    private void mendNamed(int name) {
        int verb = heads[name];
        if (name > verb && isName(name) && NAMING.contains(sentence.token(verb).lemma()) && child(verb, "obj") < 0) {
            deprels[name] = "obj";
        }
    }

    /** "Ended two days of talks": the days are what ended. */
    private void mendSpan(int span) {
        int verb = heads[span];
        int of = child(span, "nmod");
        boolean counted =
                of > span && child(of, "case") >= 0 && form(child(of, "case")).equals("of");
        if (counted && span > verb && SPANS.contains(sentence.token(span).lemma()) && child(verb, "obj") < 0) {
            deprels[span] = "obj";
        }
    }

    /** "Flared on Monday between the guards", "took place last year between the two". */
    private void mendDay(int phrase) {
        int day = heads[phrase];
        boolean when = day >= 0 && (DAYS.contains(form(day)) || deprels[day].equals("obl:unmarked"));
        if (when && heads[day] >= 0 && phrase > day && NOT_OF_DAYS.contains(form(day + 1))) {
            hang(phrase, heads[day], "obl");
            hang(day + 1, phrase, "case");
        }
    }

    /** "Announced a cut of the mission, revoking the papers of eight": after a comma the participle tells more of what was done. */
    private void mendParticiple(int participle) {
        int noun = heads[participle];
        boolean loose = participle > 1
                && sentence.token(participle).xpos().equals("VBG")
                && form(participle - 1).equals(",")
                && sentence.token(noun).upos() == Upos.NOUN;
        int verb = loose ? heads[noun] : -1;
        while (verb >= 0 && sentence.token(verb).upos() == Upos.NOUN && verb < noun) {
            verb = heads[verb];
        }
        boolean object = verb >= 0 && verb < noun && sentence.token(verb).upos() == Upos.VERB;
        if (object && child(verb, "nsubj") >= 0) {
            hang(participle, verb, "advcl");
        }
    }

    /** "Replied to an offer made in May": a participle behind a noun, with nothing of a clause, tells of the noun. */
    private void mendReduced(int participle) {
        int noun = participle - 1;
        boolean bare = noun > heads[participle]
                && sentence.token(participle).xpos().equals("VBN")
                && sentence.token(noun).upos() == Upos.NOUN
                && child(participle, "nsubj") < 0
                && child(participle, "aux") < 0
                && child(participle, "mark") < 0;
        if (bare && heads[participle] >= 0) {
            hang(participle, noun, "acl");
        }
    }

    /** "The break in relations": a preposition belongs to the noun after it. */
    private void mendMarker(int marker) {
        int noun = marker + 1;
        boolean before = noun < heads.length
                && heads[marker] < marker
                && sentence.token(marker).xpos().equals("IN");
        if (before && heads[noun] == heads[marker] && sentence.token(noun).upos() == Upos.NOUN) {
            heads[marker] = noun;
        }
    }

    /** "After the raid Thailand declared": no comma makes the country another name of the raid. */
    private void mendSubject(int name) {
        int verb = name + 1;
        boolean bare = verb < heads.length && sentence.token(name).upos() == Upos.PROPN && heads[name] == name - 1;
        if (bare
                && Set.of("VBD", "VBZ", "VBP").contains(sentence.token(verb).xpos())
                && sentence.token(name - 1).upos() == Upos.NOUN
                && child(verb, "nsubj") < 0
                && child(verb, "csubj") < 0
                && child(verb, "expl") < 0) {
            hang(name, verb, "nsubj");
        }
    }

    /** "Ruled out closing the embassy": what stands behind a verb that takes a gerund is what it is about. */
    private void mendGerund(int gerund) {
        int verb = heads[gerund];
        int before = verb >= 0 && gerund == verb + 2 && heads[verb + 1] == verb ? verb + 1 : verb;
        boolean bare = verb >= 0
                && before == gerund - 1
                && sentence.token(gerund).xpos().equals("VBG")
                && (before == verb || deprels[before].equals("compound:prt"))
                && child(gerund, "mark") < 0;
        if (bare && WITH_GERUND.contains(sentence.token(verb).lemma()) && child(verb, "obj") < 0) {
            deprels[gerund] = "xcomp";
        }
    }

    /** "Restricted their embassies' right to hire": a stroke behind a plural, between two objects of one verb, closes no quotation. */
    private void mendPossessor(int stroke) {
        int owner = stroke - 1;
        boolean plural = owner > 0
                && Set.of("'", "\u2019").contains(form(stroke))
                && sentence.token(owner).xpos().endsWith("NNS")
                && sentence.token(owner).span().end()
                        == sentence.token(stroke).span().start();
        int thing = plural ? stroke + 1 : -1;
        while (thing > 0 && thing < heads.length && sentence.token(thing).upos() == Upos.ADJ) {
            thing++;
        }
        boolean open = false;
        for (int i = 0; i < stroke; i++) {
            open |= Set.of("'", "\u2018", "`").contains(form(i)) && deprels[i].equals("punct");
        }
        if (thing > 0
                && thing < heads.length
                && !open
                && sentence.token(thing).upos() == Upos.NOUN
                && heads[thing] == heads[owner]
                && deprels[thing].equals(deprels[owner])) {
            hang(owner, thing, "nmod:poss");
            hang(stroke, owner, "case");
        }
    }

    private void hang(int word, int head, String deprel) {
        heads[word] = head;
        deprels[word] = deprel;
    }

    /** The first word below another by a relation or one of its kinds; -1 where there is none. */
    private int child(int head, String relation) {
        for (int i = 0; i < heads.length; i++) {
            if (heads[i] == head && (deprels[i].equals(relation) || deprels[i].startsWith(relation + ":"))) {
                return i;
            }
        }
        return -1;
    }

    private boolean isName(int i) {
        return sentence.token(i).upos() == Upos.PROPN;
    }

    private String form(int i) {
        Token token = sentence.token(i);
        return token.form().toLowerCase(Locale.ROOT);
    }
}
