package org.demarche.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.demarche.Reread;
import org.demarche.merge.EventMerger;
import org.demarche.merge.Merged;
import org.demarche.merge.Telling;
import org.demarche.model.Attribute;
import org.demarche.model.Factuality;
import org.demarche.model.Mention.OfQuantity.Role;
import org.demarche.model.State;
import org.demarche.model.Subject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final Subject HOUSE = Telling.mission("Embassy of Togo in Accra", "TGO", "GHA", "Accra");

    private static Ledger ledger(Telling telling) {
        return Ledger.of(telling.documents(), telling.claims(), (documents, claims) -> {
            Merged merged = new EventMerger(Reread::of).merge(documents, claims);
            return new Ledger.Grouped(merged.documents(), merged.claims(), merged.events());
        });
    }

    private static State on(Ledger ledger, String day, @Nullable String known, Attribute attribute) {
        return ledger.asOf(LocalDate.parse(day), known == null ? null : LocalDate.parse(known)).stream()
                .filter(s -> s.attribute() == attribute)
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable String status(Ledger ledger, String day) {
        return on(ledger, day, null, Attribute.STATUS).value();
    }

    private static Telling life() {
        return new Telling()
                .report(
                        "a",
                        "2015-06-02",
                        "The embassy was opened in 1974. On 1 June 2015 Togo suspended it from 20 June 2015.")
                .told("a", "opened", "open-embassy", "TGO", "GHA")
                .on("in 1974", "1974")
                .makes(HOUSE, Attribute.STATUS, "open")
                .so()
                .told("a", "suspended", "suspend-mission", "TGO", "GHA")
                .on("On 1 June 2015", "2015-06-01")
                .effective("from 20 June 2015", "2015-06-20")
                .makes(HOUSE, Attribute.STATUS, "suspended")
                .so();
    }

    @Test
    void whatWasFoundedWasNotThereBefore() {
        assertThat(status(ledger(life()), "1970-01-01")).isEqualTo("none");
        assertThat(status(ledger(life()), "1974-06-01")).isEqualTo("unknown");
        assertThat(status(ledger(life()), "1974-12-31")).isEqualTo("open");
    }

    @Test
    void aChangeThatALaterReportTellsAgainWithoutADayUndoesNothingThatCameAfterIt() {
        Telling telling = life().report("b", "2016-02-01", "On 3 January 2016 Togo reopened it.")
                .told("b", "reopened", "reopen-mission", "TGO", "GHA")
                .on("On 3 January 2016", "2016-01-03")
                .makes(HOUSE, Attribute.STATUS, "open")
                .so()
                .report("c", "2017-08-01", "Business is up since Ghana had it suspended.")
                .told("c", "suspended", "suspend-mission", "GHA", "TGO")
                .makes(HOUSE, Attribute.STATUS, "suspended")
                .so();

        assertThat(status(ledger(telling), "2018-01-01")).isEqualTo("open");
    }

    @Test
    void anAnnouncedChangeIsPendingUntilItIsInForce() {
        State between = on(ledger(life()), "2015-06-10", null, Attribute.STATUS);

        assertThat(between.value()).isEqualTo("open");
        assertThat(between.pending()).isNotNull();
        assertThat(between.pending().value()).isEqualTo("suspended");
        assertThat(String.valueOf(between.pending().effective().start())).isEqualTo("2015-06-20");
        assertThat(status(ledger(life()), "2015-06-20")).isEqualTo("suspended");
        assertThat(on(ledger(life()), "2019-01-01", null, Attribute.STATUS).basis())
                .isEqualTo(State.Basis.PERSISTED);
    }

    @Test
    void sourcesThatDifferOnTheOutcomeAreBothShown() {
        Telling telling = life().report("b", "2015-06-03", "On 1 June 2015 Togo closed its embassy.")
                .told("b", "closed", "close-mission", "TGO", "GHA")
                .on("On 1 June 2015", "2015-06-01")
                .makes(HOUSE, Attribute.STATUS, "closed")
                .so();

        State after = on(ledger(telling), "2015-07-01", null, Attribute.STATUS);

        assertThat(after.disputed()).isTrue();
        assertThat(after.readings()).extracting(State.Reading::value).containsExactlyInAnyOrder("suspended", "closed");
    }

    @Test
    void whatWasKnownOnADayIsWhatReportsHadSaidByThen() {
        Telling telling = life().report("b", "2016-01-10", "On 9 January 2016 Togo reopened its embassy.")
                .told("b", "reopened", "reopen-mission", "TGO", "GHA")
                .on("On 9 January 2016", "2016-01-09")
                .makes(HOUSE, Attribute.STATUS, "open")
                .so();
        Ledger ledger = ledger(telling);

        assertThat(on(ledger, "2016-02-01", null, Attribute.STATUS).value()).isEqualTo("open");
        assertThat(on(ledger, "2016-02-01", "2015-12-31", Attribute.STATUS).value())
                .isEqualTo("suspended");
        assertThat(ledger.asOf(LocalDate.parse("2016-02-01"), LocalDate.parse("2015-06-01")))
                .isEmpty();
    }

    @Test
    void aDeadlineBeforeTheActOfAnotherReportIsNotTheDayThatActIsInForce() {
        Telling telling = new Telling()
                .report("a", "2015-05-21", "Togo would suspend the embassy on 1 June.")
                .told("a", "suspend", "suspend-mission", "TGO", "GHA")
                .on("on 1 June", "2015-06-01")
                .as(Factuality.PLANNED)
                .makes(HOUSE, Attribute.STATUS, "suspended")
                .so()
                .report("b", "2015-05-22", "Togo told Ghana to suspend the embassy by 31 May.")
                .told("b", "suspend", "suspend-mission", "TGO", "GHA")
                .effective("by 31 May", "2015-05-31")
                .as(Factuality.DEMANDED)
                .makes(HOUSE, Attribute.STATUS, "suspended")
                .so();

        assertThat(String.valueOf(on(ledger(telling), "2015-06-02", null, Attribute.STATUS)
                        .since()
                        .start()))
                .isEqualTo("2015-06-01");
    }

    @Test
    void aDeniedOrSupposedActChangesNothing() {
        Telling telling = life().report(
                        "b", "2016-01-10", "It was denied that Togo reopened its embassy on 9 January 2016.")
                .told("b", "reopened", "reopen-mission", "TGO", "GHA")
                .on("9 January 2016", "2016-01-09")
                .as(Factuality.DENIED)
                .makes(HOUSE, Attribute.STATUS, "open")
                .so();

        assertThat(status(ledger(telling), "2016-02-01")).isEqualTo("suspended");
    }

    @Test
    void theNumberBeforeACutIsTheOneItWasCutFrom() {
        Telling telling = new Telling()
                .report("a", "2015-06-02", "On 1 June 2015 Ghana cut the ceiling from 12 to 6.")
                .told("a", "cut", "cut-ceiling", "GHA", "TGO")
                .on("On 1 June 2015", "2015-06-01")
                .number("12", 12, Role.FROM)
                .number("6", 6, Role.TO)
                .makes(HOUSE, Attribute.CEILING, "6")
                .so();

        assertThat(on(ledger(telling), "2015-05-01", null, Attribute.CEILING).value())
                .isEqualTo("12");
        assertThat(on(ledger(telling), "2015-06-01", null, Attribute.CEILING).value())
                .isEqualTo("6");
        assertThat(on(ledger(telling), "2001-01-01", null, Attribute.CEILING).value())
                .isEqualTo("unknown");
    }

    @Test
    void whatHeldUntilAYearHeldBeforeItSinceWhenNobodySays() {
        Telling telling = new Telling()
                .report("a", null, "Until 2011 up to 30 could serve there. In 2012 Ghana cut it to 20.")
                .told("a", "up to 30", "state", "", "")
                .seesUntil(HOUSE, Attribute.CEILING, "30", "2011")
                .so()
                .told("a", "cut it to 20", "cut-ceiling", "GHA", "TGO")
                .on("In 2012", "2012")
                .makes(HOUSE, Attribute.CEILING, "20")
                .so();

        State before = on(ledger(telling), "2003-01-01", null, Attribute.CEILING);

        assertThat(before.value()).isEqualTo("30");
        assertThat(before.basis()).isEqualTo(State.Basis.BOUNDED);
        assertThat(before.since().isKnown()).isFalse();
        assertThat(on(ledger(telling), "2014-01-01", null, Attribute.CEILING).value())
                .isEqualTo("20");
    }

    @Test
    void aChangeThatNoReportDatesDoesNotOverturnTheNewsOfTheWeeksBefore() {
        Telling telling = life().report("b", "2015-07-02", "Long ago Togo opened its embassy again.")
                .told("b", "opened", "reopen-mission", "TGO", "GHA")
                .makes(HOUSE, Attribute.STATUS, "open")
                .so();

        assertThat(status(ledger(telling), "2015-07-10")).isEqualTo("suspended");
    }

    @Test
    void theOrderOfReportsChangesNoState() {
        for (int seed = 0; seed < 5; seed++) {
            Telling telling = Telling.quarrels(new Random(seed));
            Ledger first = ledger(telling);
            java.util.List<org.demarche.model.Claim> claims = new java.util.ArrayList<>(telling.claims());
            java.util.Collections.shuffle(claims, new Random(seed + 7));
            Ledger second = Ledger.of(telling.documents(), claims, (d, c) -> {
                Merged merged = new EventMerger(Reread::of).merge(d, c);
                return new Ledger.Grouped(merged.documents(), merged.claims(), merged.events());
            });

            for (String day : java.util.List.of("2011-12-01", "2012-02-15", "2013-01-01")) {
                assertThat(second.asOf(LocalDate.parse(day), null)).isEqualTo(first.asOf(LocalDate.parse(day), null));
            }
        }
    }

    @Test
    void whatBeganOrEndedOnADayThatNobodyTellsIsUnknownBeforeTheReport() {
        Telling begun = new Telling()
                .report("a", "2015-06-02", "Togo opened an embassy.")
                .told("a", "opened", "open-embassy", "TGO", "GHA")
                .makes(HOUSE, Attribute.STATUS, "open")
                .so();
        Telling ended = new Telling()
                .report("a", "2015-06-02", "Togo closed its embassy.")
                .told("a", "closed", "close-mission", "TGO", "GHA")
                .makes(HOUSE, Attribute.STATUS, "closed")
                .so();

        assertThat(status(ledger(begun), "2010-01-01")).isEqualTo("unknown");
        assertThat(status(ledger(begun), "2015-06-02")).isEqualTo("open");
        assertThat(status(ledger(ended), "2015-05-30")).isEqualTo("unknown");
        assertThat(on(ledger(ended), "2015-05-30", null, Attribute.STATUS).why())
                .contains("before 2015-06-02");
    }

    @Test
    void whatItsOwnOutletTookBackNoLongerCountsAndIsKnownFromTheCorrectionOn() {
        Telling telling = life().report("b", "2015-06-21", "On 20 June 2015 Togo closed its embassy.")
                .told("b", "closed", "close-mission", "TGO", "GHA")
                .on("On 20 June 2015", "2015-06-20")
                .makes(HOUSE, Attribute.STATUS, "closed")
                .so()
                .report("c", "2015-06-25", "Correction: Togo has not closed its embassy on 20 June 2015.")
                .by("The b")
                .told("c", "closed", "close-mission", "TGO", "GHA")
                .on("on 20 June 2015", "2015-06-20")
                .as(Factuality.RETRACTED)
                .makes(HOUSE, Attribute.STATUS, "closed")
                .so();
        Ledger ledger = ledger(telling);

        assertThat(on(ledger, "2015-07-01", null, Attribute.STATUS).readings())
                .extracting(State.Reading::value)
                .containsExactly("suspended");
        assertThat(on(ledger, "2015-07-01", "2015-06-22", Attribute.STATUS).readings())
                .extracting(State.Reading::value)
                .contains("closed");
        assertThat(ledger.grouped().events())
                .filteredOn(e -> e.act().code().equals("close-mission"))
                .allMatch(e -> e.factuality() == Factuality.RETRACTED);
    }

    @Test
    void aMissionOfNoNamedSideIsTheOneOfThatNameThatTheReportsKnow() {
        Subject known = Telling.mission("Liaison mission of Togo in Ghana", "TGO", "GHA", "Accra");
        Subject bare = new Subject(
                "sub:bare", Subject.Kind.MISSION, "Liaison mission", java.util.List.of(), java.util.List.of(), null);
        Telling telling = new Telling()
                .report("a", "2015-06-02", "On 1 June 2015 Ghana suspended the liaison mission of Togo.")
                .told("a", "suspended", "suspend-mission", "GHA", "TGO")
                .on("On 1 June 2015", "2015-06-01")
                .makes(known, Attribute.STATUS, "suspended")
                .so()
                .report("b", "2016-06-02", "On 1 June 2016 the liaison mission was closed.")
                .told("b", "closed", "close-mission", "GHA", "")
                .on("On 1 June 2016", "2016-06-01")
                .makes(bare, Attribute.STATUS, "closed")
                .so();

        State after = on(ledger(telling), "2017-01-01", null, Attribute.STATUS);

        assertThat(ledger(telling).asOf(LocalDate.parse("2017-01-01"), null)).hasSize(1);
        assertThat(after.subject().id()).isEqualTo(known.id());
        assertThat(after.value()).isEqualTo("closed");
        assertThat(after.why()).contains("does not say whose it is");
    }

    @Test
    void anEndWithoutADayCameBeforeTheNewBeginningThatItsReportTellsOfNext() {
        Telling telling = new Telling()
                .report("a", "2021-02-12", "Togo had closed its embassy. It was reopened in February 2018.")
                .told("a", "closed", "close-mission", "TGO", "GHA")
                .makes(HOUSE, Attribute.STATUS, "closed")
                .so()
                .told("a", "reopened", "reopen-mission", "TGO", "GHA")
                .on("in February 2018", "2018-02")
                .makes(HOUSE, Attribute.STATUS, "open")
                .so();

        assertThat(status(ledger(telling), "2021-03-01")).isEqualTo("open");
    }
}
