package org.demarche.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.demarche.Coded;
import org.demarche.Dossier;
import org.demarche.model.Actor;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Mention;
import org.demarche.model.Quote;
import org.demarche.model.Span;

/** Whom a person means by a name: somebody whom a report that was read names. Nobody is made up. */
public final class Named {
    /** What a person who sets a speaker says of the words: no more than that they are theirs. */
    private static final String VERB = "say";

    private final Dossier dossier;
    private final UnaryOperator<String> called;

    /**
     * Over a ledger.
     *
     * @param called what its pages call a state or organisation, by its id
     */
    public Named(Dossier dossier, UnaryOperator<String> called) {
        this.dossier = dossier;
        this.called = called;
    }

    /** Whether an id is that of a quotation, and not of a claim or an event. */
    public static boolean isQuote(String id) {
        return id.startsWith("quo:");
    }

    /**
     * What the log keeps where somebody sets a field of a claim or quotation: sides and speakers with the words that name them, all else
     * as it was given.
     *
     * @param target id of a claim, or of a quotation
     * @throws IllegalArgumentException if the field cannot be set to it, or no report names who is meant
     */
    public String value(String target, String field, String given) {
        boolean isOfPeople = field.equals("actors") || field.equals("recipients") || field.equals("attribution");
        if (isQuote(target) && !field.equals("attribution")) {
            throw new IllegalArgumentException("DEM-618 of a quotation only its attribution can be set");
        }
        String value = given;
        if (isQuote(target)) {
            value = ofQuote(target, given);
        } else if (isOfPeople) {
            value = ofClaim(target, field, given);
        }
        Correction.check(field, value);
        return value;
    }

    private String ofClaim(String id, String field, String given) {
        for (Coded coded : dossier.coded()) {
            for (Claim claim : coded.claims()) {
                if (claim.id().equals(id)) {
                    Span sentence = coded.document().span(claim.sentence());
                    return field.equals("attribution")
                            ? Correction.word(word(coded, sentence, given, claim.attribution()))
                            : Correction.sides(sides(coded, sentence, field, given));
                }
            }
        }
        throw new IllegalArgumentException("DEM-401 no report tells the claim " + id + " now");
    }

    private List<Claim.Party> sides(Coded coded, Span sentence, String field, String given) {
        List<Claim.Party> out = parties(coded, sentence, given);
        if (out.isEmpty() && field.equals("actors")) {
            throw new IllegalArgumentException("DEM-618 say who did it");
        }
        return out;
    }

    private String ofQuote(String id, String given) {
        for (Coded coded : dossier.coded()) {
            for (Quote quote : coded.mentions().quotes()) {
                if (quote.id(coded.document()).equals(id)) {
                    Span sentence = coded.sentences().stream()
                            .filter(s -> s.index() == quote.sentence())
                            .findFirst()
                            .map(s -> s.span())
                            .orElse(quote.content());
                    return Correction.word(word(coded, sentence, given, before(coded.document(), quote)));
                }
            }
        }
        throw new IllegalArgumentException("DEM-401 the ledger has no quotation " + id);
    }

    private static List<Claim.Attribution> before(Document document, Quote quote) {
        return quote.chain().stream()
                .map(h -> new Claim.Attribution(
                        h.holder(), h.actor(), h.verb(), h.at() == null ? null : document.cite(h.at())))
                .toList();
    }

    /**
     * Actors by id or name, with semicolons between them, each with the words of the sentence that name it, if any do.
     *
     * @throws IllegalArgumentException if no report names one of them
     */
    public List<Claim.Party> parties(Coded coded, Span sentence, String names) {
        List<Claim.Party> out = new ArrayList<>();
        for (String name : names.split(";")) {
            if (!name.isBlank()) {
                Actor actor = actor(name.strip())
                        .orElseThrow(() -> new IllegalArgumentException("DEM-618 no report that was read names "
                                + name.strip()
                                + "; give a state or organisation as the pages call it, or its id (RUS, NATO)"));
                out.add(new Claim.Party(
                        actor,
                        words(coded, sentence, actor)
                                .map(coded.document()::cite)
                                .orElse(null)));
            }
        }
        return out;
    }

    /** Who says it, in the place of the innermost who said so before; nobody means the report itself. */
    private List<Claim.Attribution> word(Coded coded, Span sentence, String name, List<Claim.Attribution> before) {
        if (name.isBlank()) {
            return List.of();
        }
        String verb = before.isEmpty() ? VERB : before.get(0).verb();
        Optional<Actor> actor = actor(name.strip());
        Claim.Attribution holder;
        if (actor.isPresent()) {
            Span whole = new Span(0, coded.document().text().length());
            Citation words = words(coded, sentence, actor.get())
                    .or(() -> words(coded, whole, actor.get()))
                    .map(coded.document()::cite)
                    .orElse(null);
            holder = new Claim.Attribution(actor.get().name(), actor.get(), verb, words);
        } else {
            holder =
                    new Claim.Attribution(name.strip(), null, verb, standing(coded.document(), sentence, name.strip()));
        }
        List<Claim.Attribution> out = new ArrayList<>(before);
        if (out.isEmpty()) {
            out.add(holder);
        } else {
            out.set(0, holder);
        }
        return out;
    }

    /** The words of a report by which it calls somebody who is no known actor. */
    private static Citation standing(Document document, Span sentence, String words) {
        int at = document.text().indexOf(words, sentence.start());
        at = at < 0 || at + words.length() > sentence.end() ? document.text().indexOf(words) : at;
        if (at < 0) {
            throw new IllegalArgumentException(
                    "DEM-618 no report that was read names " + words + ", and these words do not stand in this one");
        }
        return document.cite(new Span(at, at + words.length()));
    }

    private static Optional<Span> words(Coded coded, Span within, Actor actor) {
        return coded.mentions().actors().stream()
                .filter(m -> within.contains(m.span()) && m.actor().id().equals(actor.id()))
                .map(Mention.OfActor::span)
                .findFirst();
    }

    private Optional<Actor> actor(String name) {
        Map<String, Actor> known = new TreeMap<>();
        for (Coded coded : dossier.coded()) {
            for (Mention.OfActor mention : coded.mentions().actors()) {
                Actor actor = mention.actor();
                if (actor.id().equalsIgnoreCase(name)) {
                    return Optional.of(actor);
                }
                if (actor.name().equalsIgnoreCase(name)
                        || called.apply(actor.id()).equalsIgnoreCase(name)) {
                    known.putIfAbsent(actor.id(), actor);
                }
            }
        }
        return known.values().stream().findFirst();
    }
}
