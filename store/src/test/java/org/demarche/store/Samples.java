package org.demarche.store;

import java.util.List;
import org.demarche.Coded;
import org.demarche.model.Act;
import org.demarche.model.Actor;
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

/** Documents of one sentence with a claim. */
final class Samples {
    private Samples() {}

    static Posting posting(String file, String text) {
        Document read = new Document(
                Ids.of("doc", Ids.sha256(text)),
                file,
                "in/" + file,
                Ids.sha256(text),
                null,
                "Harbour Gazette",
                null,
                null,
                "en",
                Dateline.UNKNOWN,
                text);
        PartialDate day = new PartialDate(2021, 10, 20);
        Document dated = read.withPublished(
                new Dateline(day, day, When.Precision.DAY, Dateline.Basis.PRINTED, read.cite(new Span(0, 3))));
        Span whole = new Span(0, text.length());
        Claim claim = new Claim(
                Ids.of("clm", read.id(), "0"),
                read.id(),
                0,
                read.cite(whole),
                read.cite(new Span(0, 3)),
                new Act("expel-diplomats", "SANCTION", "expel", List.of(), "161", 4, -4.0),
                List.of(new Claim.Party(
                        new Actor("NOR", Actor.Kind.STATE, "Norway", "NOR", "GOV"), read.cite(new Span(0, 3)))),
                List.of(),
                new When(day, day, When.Precision.DAY, When.Basis.RELATIVE_REPORT, null),
                null,
                null,
                List.of(),
                Factuality.ASSERTED,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "expel-diplomats/1",
                null);
        Sentence sentence = new Sentence(0, whole, Sentence.Kind.BODY, List.of());
        return new Posting(read, new Coded(dated, List.of(sentence), Mentions.NONE, List.of(claim), List.of()));
    }

    /** Report number {@code i}. */
    static Posting report(int i) {
        return posting(i + ".txt", "Norway told envoy number " + i + " of its neighbour to leave by the weekend.");
    }
}
