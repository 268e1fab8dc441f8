package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.demarche.Dossier;
import org.demarche.Pipeline;
import org.demarche.language.OnnxSentenceParser;
import org.demarche.model.Claim;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.model.PartialDate;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;

/** Days of acts that a report tells one after another, read by the real engine. */
class WhenActsWereDoneTest {
    private static final Pipeline PIPELINE = new Pipeline(OnnxSentenceParser.load());
    private static final PartialDate WEDNESDAY = new PartialDate(2022, 7, 20);

    @Test
    void theDatelineGivesWayToTheDayThatTheSentenceNames() {
        String text = "RIGA, 6 May 2020 - Latvia on Monday expelled three Belarusian diplomats.";

        assertThat(day(text, "expel-diplomats")).isEqualTo("2020-05-04");
    }

    @Test
    void whatARelativeClauseTellsHasATimeOfItsOwn() {
        String text =
                "LIMA, 5 May 2020\n\nKenya, which severed ties with Benin in 2016, expelled two Beninese diplomats.";

        assertThat(days(claim(text, "sever-relations").date())).isEqualTo("2016..2016");
        assertThat(days(claim(text, "expel-diplomats").date())).doesNotContain("2016");
    }

    @Test
    void aCustomOfTheMainClauseIsNoneOfItsRelativeClause() {
        String text = "Kenya, which established relations with Benin in 1961, has always wanted peace.";

        assertThat(days(claim(text, "establish-relations").date())).isEqualTo("1961..1961");
    }

    @Test
    void aTimeBetweenTwoActsAtTheHeadOfASentenceIsNotCountedBackFromTheActBefore() {
        assertThat(day(
                        "LIMA, 5 May 2020\n\nChile expelled a Peruvian envoy on 1 May. Two days after Chile expelled him, Peru recalled its ambassador to Chile.",
                        "recall-ambassador"))
                .isNotEqualTo("2020-04-29");
    }

    @Test
    void whatADayIsNamedForIsInForceFromIt() {
        String text =
                "OSLO, 3 May 2022\n\nNorway named Friday as the day after which Chad's attachés would lose their immunity.";

        assertThat(force(text, "threaten-status")).isEqualTo("2022-05-06..2022-05-06");
        assertThat(Objects.requireNonNull(
                        claim(text, "threaten-status").actors().get(0).actor().country()))
                .isEqualTo("NOR");
    }

    @Test
    void aLaterSentenceSaysFromWhenAnActIsInForce() {
        assertThat(force(
                        "OSLO, 3 May 2022\n\nNorway expelled two Belarusian diplomats. The expulsions take effect on Friday.",
                        "expel-diplomats"))
                .isEqualTo("2022-05-06..2022-05-06");
        assertThat(force(
                        "OSLO, 3 May 2022\n\nChile signed a border treaty with Peru on 3 March. It entered into force on 1 May.",
                        "sign-agreement"))
                .isEqualTo("2022-05-01..2022-05-01");
        assertThat(force(
                        "OSLO, 3 May 2022\n\nPeru ordered the closure of the Chilean consulate in Tacna, a decision that takes effect on 12 June.",
                        "close-office"))
                .isEqualTo("2022-06-12..2022-06-12");
    }

    @Test
    void bothMeasuresAreTheLastTwo() {
        String text =
                "OSLO, 3 May 2022\n\nPeru closed its embassy in Lagos. Peru also suspended its trade office in Accra."
                        + " Both measures apply from 12 June.";

        assertThat(force(text, "close-mission")).isEqualTo("2022-06-12..2022-06-12");
        assertThat(force(text, "suspend-mission")).isEqualTo("2022-06-12..2022-06-12");
    }

    @Test
    void whatBeginsOnADayOfItsOwnSaysNothingOfTheActBefore() {
        String text =
                "OSLO, 3 May 2022\n\nTogo recalled its ambassador from Ghana on Monday. The talks begin on Friday.";

        assertThat(claim(text, "recall-ambassador").effective()).isNull();
    }

    private static String force(String text, String act) {
        return days(Objects.requireNonNull(claim(text, act).effective()));
    }

    @Test
    void theSameSideGoesOnActingOnTheSameDay() {
        String text =
                "On 3 May 2020 Peru expelled two Bolivian diplomats. Peru also closed the Bolivian consulate in Puno.";

        assertThat(day(text, "close-office")).isEqualTo("2020-05-03");
    }

    @Test
    void whatAnotherSideDoesNextLiesBetweenThatDayAndTheReport() {
        String text =
                "LIMA, 5 May 2020\n\nPeru expelled two Bolivian diplomats on Sunday. Bolivia rejected the accusation.";

        Claim claim = claim(text, "deny", "reject");
        assertThat(claim.date().basis()).isEqualTo(When.Basis.INFERRED);
        assertThat(days(claim.date())).isEqualTo("2020-05-03..2020-05-05");
    }

    @Test
    void aLeadWithoutADayIsOfTheDayOnWhichTheSameSideSpeaks() {
        String text = "OSLO, 7 May 2020\n\nNorway has expelled three Belarusian diplomats.\n\n"
                + "Norway summoned the Belarusian ambassador on Tuesday.";

        assertThat(day(text, "expel-diplomats")).isEqualTo("2020-05-05");
    }

    @Test
    void aNewParagraphGoesBackToTheDayOfTheNews() {
        String text =
                "LIMA, 5 May 2020 - Peru on Tuesday expelled two Bolivian diplomats. Four guards left on Monday.\n\n"
                        + "Bolivia rejected the accusation.";

        assertThat(days(claim(text, "deny", "reject").date())).startsWith("2020-05-05");
    }

    @Test
    void whatNoWordsDateWasDoneByTheDayOfTheReport() {
        String text = "LIMA, 5 May 2020\n\nThe neighbours have quarrelled for years. Peru closed its embassy in Lagos.";

        assertThat(table(text, "close-mission")).isEqualTo("null..2020-05-05");
        assertThat(claim(text, "close-mission").date().isKnown())
                .as("by itself it is of no day")
                .isFalse();
    }

    @Test
    void whatNoWordsDateStaysSoInAReportWithoutADate() {
        assertThat(table("Peru closed its embassy in Lagos.", "close-mission")).isEqualTo("null..null");
    }

    @Test
    void thePerfectTakesNoDayFromAnotherVerb() {
        String text =
                "OSLO, 7 May 2020\n\nNorway recalled its ambassador from Belarus on Tuesday and has ruled out talks.";

        assertThat(day(text, "recall-ambassador")).isEqualTo("2020-05-05");
        assertThat(days(claim(text, "reject", "refuse-talks").date())).isNotEqualTo("2020-05-05..2020-05-05");
    }

    @Test
    void whatHadBeenDoneByADayWasDoneNoLaterThanThat() {
        String text = "OSLO, 7 May 2020\n\nNorway had withdrawn its diplomats from Minsk by Tuesday.";

        Claim claim = claim(text, "recall-staff", "withdraw-staff");
        assertThat(days(claim.date())).isEqualTo("null..2020-05-05");
        assertThat(claim.effective()).isNull();
    }

    @Test
    void whatSomebodyHavingDoneItDidNextCameAfterIt() {
        String text =
                "OSLO, 7 May 2020\n\nNorway, having recalled its ambassador from Belarus, expelled two Belarusian diplomats on Tuesday.";

        assertThat(days(claim(text, "recall-ambassador").date())).isEqualTo("null..2020-05-05");
    }

    @Test
    void theDayOnWhichAPlanIsToComeIsNotTheDayOfItsAnnouncement() {
        String text = "OSLO, 7 May 2020\n\nNorway will close its embassy in Minsk on 3 June.";

        assertThat(force(text, "close-mission")).isEqualTo("2020-06-03..2020-06-03");
        assertThat(table(text, "close-mission")).isEqualTo("null..2020-05-07");
    }

    @Test
    void lessThanSoManyDaysAfterIsNoDay() {
        String text =
                "OSLO, 7 May 2020\n\nNorway recalled its ambassador on Wednesday, less than two days after Belarus expelled a Norwegian diplomat.";

        assertThat(days(claim(text, "expel-diplomats").date())).isEqualTo("2020-05-04..2020-05-05");
    }

    @Test
    void anHourOfADayIsOfThatDay() {
        assertThat(day(
                        "OSLO, 7 May 2020\n\nNorway recalled its ambassador from Belarus at noon on Tuesday.",
                        "recall-ambassador"))
                .isEqualTo("2020-05-05");
        assertThat(day(
                        "OSLO, 7 May 2020 - Norway recalled its ambassador from Belarus on Tuesday morning.",
                        "recall-ambassador"))
                .isEqualTo("2020-05-05");
    }

    @Test
    void theDatelineIsNotTheDayOfWhatHasBeenDoneSomeTime() {
        for (String said : List.of(
                "OSLO, 7 May 2020 - Norway has expelled two Belarusian diplomats.",
                "OSLO, 7 May 2020 - Norway recently expelled two Belarusian diplomats.")) {
            assertThat(table(said, "expel-diplomats")).isEqualTo("null..2020-05-07");
        }
    }

    @Test
    void hoursLaterIsOfThatDayOrTheNext() {
        String text = "OSLO, 7 May 2020\n\nNorway expelled two Belarusian diplomats on Monday."
                + " Hours later Belarus recalled its ambassador.";

        assertThat(days(claim(text, "recall-ambassador").date())).isEqualTo("2020-05-04..2020-05-05");
    }

    @Test
    void laterIsNotTheSameDayThoughTheSameSideActs() {
        String text = "OSLO, 7 May 2020\n\nNorway expelled two Belarusian diplomats on Monday."
                + " Norway later recalled its ambassador.";

        assertThat(days(claim(text, "recall-ambassador").date())).isEqualTo("2020-05-04..2020-05-07");
    }

    @Test
    void soManySinceADayWereDoneBetweenThatDayAndTheReport() {
        String text = "OSLO, 7 May 2020\n\nNorway has expelled six Belarusian diplomats since Monday.";

        assertThat(days(claim(text, "expel-diplomats").date())).isEqualTo("2020-05-04..2020-05-07");
        assertThat(claim(text, "expel-diplomats").effective()).isNull();
    }

    @Test
    void whatFollowedAnActOfAYearIsNoOlder() {
        String text = "OSLO, 7 May 2020\n\nAfter Norway closed its consulate in 2004, Belarus severed relations.";

        assertThat(days(claim(text, "sever-relations").date())).isEqualTo("2004..2020-05-07");
    }

    @Test
    void aPlanIsOfTheDayOnWhichItWasTold() {
        String text =
                "OSLO, 7 May 2020\n\nNorway will expel two Belarusian diplomats tomorrow, the foreign minister said on Wednesday.";

        assertThat(days(claim(text, "expel-diplomats").date())).isEqualTo("2020-05-06..2020-05-06");
        assertThat(force(text, "expel-diplomats")).isEqualTo("2020-05-08..2020-05-08");
    }

    @Test
    void asEarlyAsADayOfTheWeekIsFromTheNextOneOn() {
        String text = "OSLO, 7 May 2020\n\nNorway will close its embassy in Minsk, possibly as early as Monday.";

        assertThat(force(text, "close-mission")).isEqualTo("2020-05-11..null");
    }

    private static String table(String text, String act) {
        Dossier dossier = PIPELINE.merge(List.of(PIPELINE.code(Reports.of(text))));
        return dossier.claims().stream()
                .filter(c -> act.equals(c.act().code()))
                .map(c -> days(c.dateIn(dossier.documents().get(0).published())))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theTimeOfAnotherThingIsNotThatOfTheAct() {
        String text = "LIMA, 5 May 2020\n\nPeru asked Chile on Monday to put off a visit planned for later this month. "
                + "Peru had accused Chile of hiding the plotters of a coup in 2015.";

        assertThat(day(text, "demand")).isEqualTo("2020-05-04");
        assertThat(days(claim(text, "accuse").date())).doesNotContain("2015");
    }

    @Test
    void whatIsToldAsDoneIsNotDatedAfterTheReport() {
        String text =
                "LIMA, 27 May 2020\n\nIn March Peru arrested two Bolivian fishermen. Peru released the fishermen three"
                        + " days later.";

        assertThat(days(claim(text, "release-prisoner").date())).doesNotContain("2020-05-30");
    }

    @Test
    void theYearInTheNameOfATreatyIsNotThatOfItsBreach() {
        String text = "LIMA, 5 May 2020\n\nPeru broke the 2015 accord with Chile.";

        assertThat(days(claim(text, "breach-agreement").date())).doesNotContain("2015");
    }

    @Test
    void aTermRunsFromTheDayOfTheOrder() {
        String text = "On 3 May 2020 Peru gave two Bolivian diplomats 72 hours to leave the country.";

        assertThat(days(claim(text, "expel-diplomats").effective())).isEqualTo("2020-05-03..2020-05-06");
    }

    @Test
    void fromADayIsInForceOnThatDay() {
        String text =
                "Peru will suspend the work of its embassy in La Paz from 1 June 2020, the foreign ministry said.";

        assertThat(days(claim(text, "suspend-mission").effective())).isEqualTo("2020-06-01..2020-06-01");
    }

    @Test
    void whatLiesSoLongBeforeOrAfterAnotherActIsDatedFromIt() {
        String before =
                "In 2011 Peru closed its consulate, a year after Bolivia had expelled three Peruvian diplomats.";
        String after = "Peru closed its embassy in 2003, two years before Bolivia recalled its ambassador.";

        assertThat(day(before, "close-mission")).isEqualTo("2011");
        assertThat(day(before, "expel-diplomats")).isEqualTo("2010");
        assertThat(day(after, "recall-ambassador")).isEqualTo("2005");
        assertThat(claim(after, "recall-ambassador").date().basis()).isEqualTo(When.Basis.RELATIVE_ACT);
    }

    @Test
    void untilADayIsNoBeginning() {
        String text = "In 2019 Uganda suspended the joint commission with Rwanda until May 2020.";

        assertThat(claim(text, "suspend-body").effective()).isNull();
    }

    @Test
    void aYearInARelativeClauseIsNotTheDayOfTheMainAct() {
        String text = "Peru has severed its relations with Bolivia, which were established in 1952.";

        assertThat(day(text, "sever-relations")).isNotEqualTo("1952");
    }

    @Test
    void anOrderBySideWhoseActItIsIsTheAct() {
        String text = "On 3 May 2020 Peru expelled two Bolivian diplomats. They must leave within two days, Peru said.";

        assertThat(PIPELINE.code(Reports.of(text)).claims().stream()
                        .filter(c -> c.act().code().equals("expel-diplomats"))
                        .map(c -> days(c.effective())))
                .contains("2020-05-03..2020-05-05");
    }

    @Test
    void othersThatExpelledSoManyExpelledTheSamePeople() {
        String text = "Peru expelled two Bolivian diplomats. Chile expelled one, while Brazil expelled three.";

        assertThat(PIPELINE.code(Reports.of(text)).claims())
                .hasSize(3)
                .allSatisfy(c -> assertThat(c.recipients())
                        .extracting(p -> p.actor().principal())
                        .containsExactly("BOL"));
    }

    @Test
    void aReportThatPrintsNoYearHasThatOfTheActsThatItsSiblingsDate() {
        String wire = "LIMA, May 4 (Cordillera Agency) - Peru on Sunday expelled 14 Bolivian diplomats. "
                + "They have until Wednesday to leave the country.";
        Dossier dossier = PIPELINE.merge(List.of(
                PIPELINE.code(Reports.of(wire)),
                PIPELINE.code(Reports.of("On 3 May 2020 Peru expelled 14 Bolivian diplomats."))));

        Dateline published = dossier.documents().stream()
                .map(Document::published)
                .filter(d -> d.citation() != null && d.citation().quote().equals("May 4"))
                .findFirst()
                .orElseThrow();
        assertThat(published.basis()).isEqualTo(Dateline.Basis.INFERRED);
        assertThat(published.start()).isEqualTo(new PartialDate(2020, 5, 4));
        assertThat(dossier.claims())
                .extracting(Claim::date)
                .filteredOn(d -> d.citation() != null && d.citation().quote().equals("Sunday"))
                .isNotEmpty()
                .allSatisfy(d -> assertThat(days(d)).isEqualTo("2020-05-03..2020-05-03"));
        assertThat(dossier.claims())
                .extracting(Claim::effective)
                .filteredOn(java.util.Objects::nonNull)
                .extracting(WhenActsWereDoneTest::days)
                .contains("2020-05-06..2020-05-06");
    }

    @Test
    void aReportThatPrintsNoYearHasTheOnlyOneInWhichItsSiblingsTellOfItsSides() {
        String wire = "LIMA, May 4 (Cordillera Agency) - Peru on Sunday expelled 14 Bolivian diplomats.";
        Dossier dossier = PIPELINE.merge(List.of(
                PIPELINE.code(Reports.of(wire)),
                PIPELINE.code(Reports.of("LA PAZ, 27 May 2020 - Bolivia on Monday closed its embassy in Peru."))));

        assertThat(dossier.claims())
                .extracting(Claim::date)
                .filteredOn(d -> d.citation() != null && d.citation().quote().equals("Sunday"))
                .isNotEmpty()
                .allSatisfy(d -> assertThat(days(d)).isEqualTo("2020-05-03..2020-05-03"))
                .allSatisfy(d -> assertThat(d.basis()).isEqualTo(When.Basis.INFERRED));
    }

    @Test
    void theDayOfTheWeekAtTheHeadIsThatOfTheWeekOfWhichOthersTell() {
        String agency = "Lima, Tuesday (Andean Wire). Bolivia closed its embassy in Peru on Sunday. Peru regretted"
                + " the decision.";
        Dossier dossier = PIPELINE.merge(List.of(
                PIPELINE.code(Reports.of(agency)),
                PIPELINE.code(Reports.of("LA PAZ, 20 May 2020 - Bolivia on 3 May closed its embassy in Peru."))));

        assertThat(dossier.documents())
                .filteredOn(d -> d.text().equals(agency))
                .extracting(Document::published)
                .allSatisfy(d -> assertThat(d.start() + ".." + d.end()).isEqualTo("2020-05-05..2020-05-05"))
                .allSatisfy(d -> assertThat(d.basis()).isEqualTo(Dateline.Basis.INFERRED));
    }

    @Test
    void theFirstSuchActSinceAYearIsAComparison() {
        String text = "On 3 May 2020 Peru severed its relations with Bolivia, the first such break since 1978.";

        Claim claim = claim(text, "sever-relations");
        assertThat(days(claim.date())).isEqualTo("2020-05-03..2020-05-03");
        assertThat(claim.effective()).isNull();
    }

    @Test
    void reportsThatAreUntrueTellOfNoClosure() {
        String text =
                "Reports that Denmark had closed its embassy in Minsk were untrue, the Danish foreign ministry said.";

        assertThat(claim(text, "close-mission").factuality().counts()).isFalse();
    }

    @Test
    void daysAfterAnActOfAMonthAreCountedFromItsFirstAndItsLast() {
        String text = "In June 2020 Peru recalled its ambassador to Chile. Chile expelled two Peruvian diplomats ten"
                + " days later.";

        assertThat(days(claim(text, "expel-diplomats").date())).isEqualTo("2020-06-11..2020-07-10");
    }

    @Test
    void theNextDayIsNotThatAfterADayOfAnotherYear() {
        String text = "LIMA, 6 May 2020\n\nPeru arrested a Cuban consul on 4 May. In October 1986 Peru closed its"
                + " consulate in Havana; the next day Cuba expelled six Peruvian diplomats.";

        assertThat(days(claim(text, "expel-diplomats").date())).doesNotContain("2020-05-05");
    }

    @Test
    void aDayWithoutAYearThatIsToldAsPastIsBeforeTheReport() {
        String text = "ABUJA, July 20, 2022\n\nThe African Union lifted its sanctions on Mali on July 3, after the"
                + " government promised elections by March 2024. It had imposed the sanctions on Jan. 9.";

        assertThat(day(text, "impose-sanctions")).isEqualTo("2022-01-09");
    }

    @Test
    void theDayOfTheReportDatesNothingThatWasToldOnAnother() {
        String lead = "LIMA, July 20, 2022 (Lakeside Wire) - ";

        assertThat(day(
                        lead + "Peru has ordered the Cuban consul to leave, the ministry said on Tuesday.",
                        "expel-diplomats"))
                .isEqualTo("2022-07-19");
        Document supplied = Reports.of(
                        "LIMA, July 20 (Lakeside Wire) - Peru said on Tuesday it had recalled its envoy to Cuba.")
                .withPublished(new Dateline(WEDNESDAY, WEDNESDAY, When.Precision.DAY, Dateline.Basis.SUPPLIED, null));
        assertThat(PIPELINE.code(supplied).claims())
                .extracting(c -> String.valueOf(c.date().start()))
                .containsExactly("2022-07-19");
    }

    @Test
    void whatSomethingIsDoneForHadComeBefore() {
        String lead = "LIMA, July 20, 2022 (Lakeside Wire) - ";
        When arrest = claim(
                        lead
                                + "On Tuesday Peru closed its embassy in Quito because of the arrest of two Peruvians by Ecuador.",
                        "arrest")
                .date();

        assertThat(arrest.start()).isNull();
        assertThat(String.valueOf(arrest.end())).isEqualTo("2022-07-19");
        assertThat(days(claim(
                                lead
                                        + "On Tuesday Peru expelled two Chilean envoys in retaliation for the closure of its consulate by Chile.",
                                "close-mission")
                        .date()))
                .isEqualTo("null..2022-07-19");
    }

    @Test
    void whatWouldBeDoneWasSaidYesterday() {
        String text =
                "LIMA, July 21, 2022 (Lakeside Wire) - Peru said it would expel the Cuban consul on Wednesday after the arrest.";

        assertThat(day(text, "expel-diplomats")).isEqualTo("2022-07-20");
    }

    @Test
    void whatWentBeforeHasNoDayOfTheNews() {
        String text =
                "LIMA, July 20, 2022 (Lakeside Wire) - On Monday Cuba shut its consulate in Arequipa. The closure came after three weeks of quarrels in which"
                        + " Peru expelled two Cuban envoys.";

        assertThat(claim(text, "expel-diplomats").date().start()).isNull();
    }

    private static String day(String text, String act) {
        return String.valueOf(claim(text, act).date().start());
    }

    private static String days(When when) {
        return when == null ? "none" : word(when.start()) + ".." + word(when.end());
    }

    private static String word(PartialDate date) {
        return String.valueOf(date);
    }

    private static Claim claim(String text, String... acts) {
        List<Claim> claims = PIPELINE.code(Reports.of(text)).claims();
        return claims.stream()
                .filter(c -> List.of(acts).contains(c.act().code()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        claims.stream().map(c -> c.act().code()).toList().toString()));
    }
}
