package org.demarche.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.demarche.Coded;
import org.demarche.model.Act;
import org.demarche.model.Actor;
import org.demarche.model.Attribute;
import org.demarche.model.Change;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.model.Factuality;
import org.demarche.model.Ids;
import org.demarche.model.Mentions;
import org.demarche.model.PartialDate;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.demarche.model.Subjects;
import org.demarche.model.When;

/**
 * Reports that nobody wrote, as they would have been coded: acts among 120 parties over twelve years, of every act two reports on average.
 * The same number gives the same report.
 *
 * @param reports how many there are
 * @param acts of how many acts each tells
 */
record Generated(int reports, int acts) {
    private static final int PARTIES = 120;
    private static final int DAYS = 12 * 365;
    private static final LocalDate FIRST = LocalDate.of(2010, 1, 1);

    private static final Act[] KINDS = {
        new Act("expel-diplomats", "SANCTION", "expel", List.of("diplomatic"), "161", 4, -4.0),
        new Act("close-mission", "SANCTION", "discontinue", List.of("diplomatic"), "161", 4, -4.0),
        new Act("meet", "CONSULT", "meet", List.of(), "040", 1, 1.0),
        new Act("criticise", "ACCUSE", "disapprove", List.of(), "111", 3, -2.0),
        new Act("open-embassy", "SUPPORT", null, List.of("diplomatic"), "050", 1, 3.5),
    };

    /** Report number {@code i}: acts are numbered, and of every act two reports tell on average. */
    Posting report(int i) {
        Random random = new Random(i);
        StringBuilder text = new StringBuilder();
        List<int[]> told = new ArrayList<>();
        int day = 0;
        for (int k = 0; k < acts; k++) {
            int act = random.nextInt(Math.max(1, reports * acts / 2));
            told.add(new int[] {act, text.length()});
            text.append("Party")
                    .append(act % PARTIES)
                    .append(" moved against the other in matter number ")
                    .append(act)
                    .append(". ");
            day = Math.max(day, dayOf(act));
        }
        String whole = text.toString();
        PartialDate published = PartialDate.of(FIRST.plusDays(day + 1L));
        Document document = new Document(
                Ids.of("doc", Ids.sha256(i + whole)),
                i + ".txt",
                "in/" + i + ".txt",
                Ids.sha256(whole),
                null,
                "Outlet " + i % 40,
                null,
                null,
                "en",
                new Dateline(published, published, When.Precision.DAY, Dateline.Basis.METADATA, null),
                whole);
        List<Claim> claims = new ArrayList<>();
        List<Sentence> sentences = new ArrayList<>();
        for (int k = 0; k < told.size(); k++) {
            int from = told.get(k)[1];
            int to = k + 1 < told.size() ? told.get(k + 1)[1] - 1 : whole.length() - 1;
            sentences.add(new Sentence(k, new Span(from, to), Sentence.Kind.BODY, List.of()));
            claims.add(claim(document, k, new Span(from, to), told.get(k)[0]));
        }
        return new Posting(document, new Coded(document, sentences, Mentions.NONE, claims, List.of()));
    }

    private static int dayOf(int act) {
        return new Random(act * 31L).nextInt(DAYS);
    }

    private static Claim claim(Document document, int index, Span sentence, int act) {
        int one = act % PARTIES;
        int other = (one + 1 + new Random(act).nextInt(PARTIES - 1)) % PARTIES;
        Citation trigger = document.cite(new Span(sentence.start(), sentence.start() + 5));
        PartialDate day = PartialDate.of(FIRST.plusDays(dayOf(act)));
        When when = new When(day, day, When.Precision.DAY, When.Basis.STATED, trigger);
        Act kind = KINDS[act % KINDS.length];
        List<Change> changes = new ArrayList<>();
        if (kind.code().endsWith("mission") || kind.code().endsWith("embassy")) {
            changes.add(new Change(
                    Subjects.mission(party(other), party(one)),
                    Attribute.STATUS,
                    kind.code().startsWith("close") ? "closed" : "open",
                    null,
                    null,
                    Change.Nature.BEGINS,
                    when,
                    null,
                    trigger));
        }
        return new Claim(
                Ids.of("clm", document.id(), String.valueOf(index)),
                document.id(),
                index,
                document.cite(sentence),
                trigger,
                kind,
                List.of(new Claim.Party(actor(one), null)),
                List.of(new Claim.Party(actor(other), null)),
                when,
                null,
                null,
                List.of(),
                Factuality.ASSERTED,
                List.of(),
                changes.stream().map(Change::subject).toList(),
                changes,
                List.of(),
                "generated",
                null);
    }

    private static Subjects.Party party(int n) {
        return new Subjects.Party("P" + n, "Party" + n, false);
    }

    private static Actor actor(int n) {
        return new Actor("P" + n, Actor.Kind.STATE, "Party" + n, "P" + n, "GOV");
    }
}
