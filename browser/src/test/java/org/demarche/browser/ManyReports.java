package org.demarche.browser;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.demarche.Coded;
import org.demarche.model.Act;
import org.demarche.model.Actor;
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
import org.demarche.model.When;
import org.demarche.store.LedgerBook;
import org.demarche.store.Posting;

/** Generated reports of five acts each, among forty parties over six years, no two of them the same act. */
final class ManyReports {
    private static final int ACTS = 5;
    private static final int PARTIES = 40;
    private static final LocalDate FIRST = LocalDate.of(2016, 1, 1);
    private static final List<Act> KINDS = List.of(
            new Act("expel-diplomats", "SANCTION", "expel", List.of("diplomatic"), "161", 4, -4.0),
            new Act("meet", "CONSULT", "meet", List.of(), "040", 1, 1.0),
            new Act("criticise", "ACCUSE", "disapprove", List.of(), "111", 3, -2.0),
            new Act("sign-agreement", "AGREE", null, List.of(), "057", 1, 6.0));

    private ManyReports() {}

    static void fill(LedgerBook book, int events) {
        List<Posting> batch = new ArrayList<>();
        for (int i = 0; i < events / ACTS; i++) {
            batch.add(report(i));
        }
        book.store().post(batch);
    }

    private static Posting report(int i) {
        StringBuilder text = new StringBuilder();
        List<Span> sentences = new ArrayList<>();
        for (int k = 0; k < ACTS; k++) {
            int start = text.length();
            text.append("Party ")
                    .append((i * ACTS + k) % PARTIES)
                    .append(" moved in matter ")
                    .append(i * ACTS + k)
                    .append('.');
            sentences.add(new Span(start, text.length()));
            text.append('\n');
        }
        PartialDate day = PartialDate.of(FIRST.plusDays(i % 2190));
        Document document = new Document(
                Ids.of("doc", Ids.sha256(text.toString())),
                i + ".txt",
                i + ".txt",
                Ids.sha256(text.toString()),
                null,
                "Outlet " + i % 12,
                null,
                null,
                "en",
                new Dateline(day, day, When.Precision.DAY, Dateline.Basis.METADATA, null),
                text.toString());
        List<Claim> claims = new ArrayList<>();
        List<Sentence> all = new ArrayList<>();
        for (int k = 0; k < ACTS; k++) {
            all.add(new Sentence(k, sentences.get(k), Sentence.Kind.BODY, List.of()));
            claims.add(claim(document, k, sentences.get(k), i * ACTS + k, day));
        }
        return new Posting(document, new Coded(document, all, Mentions.NONE, claims, List.of()));
    }

    private static Claim claim(Document document, int index, Span sentence, int act, PartialDate day) {
        Citation words = document.cite(new Span(sentence.start(), sentence.start() + 5));
        return new Claim(
                Ids.of("clm", document.id(), String.valueOf(index)),
                document.id(),
                index,
                document.cite(sentence),
                words,
                KINDS.get(act % KINDS.size()),
                List.of(new Claim.Party(party(act % PARTIES), null)),
                List.of(new Claim.Party(party((act * 7 + 1) % PARTIES), null)),
                new When(day, day, When.Precision.DAY, When.Basis.STATED, words),
                null,
                null,
                List.of(),
                Factuality.ASSERTED,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "generated",
                null);
    }

    private static Actor party(int n) {
        return new Actor("P" + n, Actor.Kind.STATE, "Party " + n, "P" + n, "GOV");
    }
}
