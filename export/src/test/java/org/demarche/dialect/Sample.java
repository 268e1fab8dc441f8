package org.demarche.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.demarche.Coded;
import org.demarche.Dossier;
import org.demarche.model.Act;
import org.demarche.model.Actor;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.model.Event;
import org.demarche.model.Factuality;
import org.demarche.model.Ids;
import org.demarche.model.Mentions;
import org.demarche.model.PartialDate;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/** A small ledger of one invented report: an expulsion, a meeting, something planned, something undated, something denied. */
final class Sample {
    static final String TEXT =
            "Norland expelled two \ud83d\udd4a diplomats of Sudia on 6 October 2021.\nNATO and Russia met in Oslo in May 2020. Russia will close its mission. "
                    + "Russia criticised NATO. Norland denied that it had expelled anyone.";

    static final Actor NOR = state("NOR", "Norway");
    static final Actor SDN = state("SDN", "Sudan");
    static final Actor RUS = state("RUS", "Russia");
    static final Actor NATO =
            new Actor("NATO", Actor.Kind.ORGANISATION, "North Atlantic Treaty Organization", "IGO", null);
    static final Actor DIPLOMATS = new Actor("SDN/diplomat", Actor.Kind.PEOPLE, "Sudanese diplomats", "SDN", "GOV");

    static final Act EXPEL = new Act("expel-diplomats", "SANCTION", "expel", List.of("diplomatic"), "161", 4, -4.0);
    static final Act MEET = new Act("meet", "CONSULT", "multilateral", List.of("diplomatic"), "046", 1, 7.0);
    static final Act CLOSE = new Act("close-mission", "SANCTION", "withdraw", List.of("diplomatic"), "161", 4, -4.0);
    static final Act BLAME = new Act("criticise", "ACCUSE", "disapprove", List.of(), "111", 3, -2.0);

    private final Document document;
    private final List<Claim> claims = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    private Sample(@Nullable String url) {
        PartialDate day = new PartialDate(2021, 10, 7);
        Dateline published = new Dateline(day, day, When.Precision.DAY, Dateline.Basis.SUPPLIED, null);
        document = new Document(
                "doc:000000000001",
                "report.txt",
                "report.txt",
                Ids.sha256(TEXT),
                url,
                "Fjord\tPost",
                null,
                "Envoys",
                "en",
                published,
                TEXT);
    }

    static Source source() {
        return source("https://fjord-post.example/1");
    }

    static Source source(@Nullable String url) {
        Sample sample = new Sample(url);
        sample.add(
                EXPEL, "expelled two", List.of(NOR), List.of(SDN, DIPLOMATS), day(2021, 10, 6), Factuality.ASSERTED, 0);
        sample.add(MEET, "met in Oslo", List.of(NATO, RUS), List.of(), part(2020, 5, 0), Factuality.ASSERTED, 1);
        sample.add(CLOSE, "will close", List.of(RUS), List.of(), day(2021, 11, 1), Factuality.PLANNED, 2);
        sample.add(BLAME, "criticised", List.of(RUS), List.of(NATO), When.UNKNOWN, Factuality.ASSERTED, 3);
        sample.add(EXPEL, "expelled anyone", List.of(NOR), List.of(), day(2021, 10, 6), Factuality.DENIED, 4);
        Sentence lead = new Sentence(0, new Span(0, TEXT.indexOf('\n')), Sentence.Kind.BODY, List.of());
        Coded coded = new Coded(sample.document, List.of(lead), Mentions.NONE, sample.claims, List.of());
        Dossier dossier = new Dossier(
                List.of(coded), List.of(sample.document), sample.claims, sample.events, List.of(), List.of());
        Decided decision = new Decided(
                "dec:00000000000a",
                "2026-01-02T03:04:05Z",
                "Ana",
                "accept",
                sample.events.get(0).id(),
                "seen");
        return new Source(dossier, List.of(decision));
    }

    private void add(
            Act act,
            String words,
            List<Actor> actors,
            List<Actor> recipients,
            When date,
            Factuality how,
            int sentence) {
        int at = TEXT.indexOf(words);
        Citation trigger = document.cite(new Span(at, at + words.length()));
        String id = Ids.of("clm", String.valueOf(at));
        Claim claim = new Claim(
                id,
                document.id(),
                sentence,
                trigger,
                trigger,
                act,
                parties(actors),
                parties(recipients),
                date,
                null,
                null,
                List.of(),
                how,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "test." + act.code(),
                null);
        claims.add(claim);
        events.add(new Event(
                Ids.of("evt", id),
                act,
                claim.actors(),
                claim.recipients(),
                date,
                null,
                how,
                null,
                List.of(),
                null,
                List.of(),
                List.of(id),
                List.of(document.id()),
                1,
                new TreeMap<>(),
                List.of()));
    }

    private List<Claim.Party> parties(List<Actor> actors) {
        return actors.stream().map(a -> new Claim.Party(a, words(a))).toList();
    }

    private @Nullable Citation words(Actor actor) {
        String name = actor.name().toLowerCase(Locale.ROOT).equals("russia") ? "Russia" : actor.id();
        int at = TEXT.indexOf(name);
        return at < 0 ? null : document.cite(new Span(at, at + name.length()));
    }

    private static Actor state(String id, String name) {
        return new Actor(id, Actor.Kind.STATE, name, id, "GOV");
    }

    private static When day(int year, int month, int day) {
        return part(year, month, day);
    }

    private static When part(int year, int month, int day) {
        PartialDate date = new PartialDate(year, month, day);
        return new When(date, date, day > 0 ? When.Precision.DAY : When.Precision.MONTH, When.Basis.STATED, null);
    }
}
