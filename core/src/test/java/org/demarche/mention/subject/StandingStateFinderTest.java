package org.demarche.mention.subject;

import static org.assertj.core.api.Assertions.assertThat;

import org.demarche.model.Change;
import org.demarche.model.PartialDate;
import org.junit.jupiter.api.Test;

class StandingStateFinderTest {
    @Test
    void anEmptyPostIsVacantSinceTheDayThatIsSaid() {
        Report report = Report.of("The post of Danish ambassador to Mali has stood empty since 2019.");

        assertThat(report.said()).containsExactly("Ambassador of Denmark to Mali STATUS=vacant");
        Change change = report.states().get(0);
        assertThat(change.nature()).isEqualTo(Change.Nature.BEGINS);
        assertThat(change.from().start()).isEqualTo(new PartialDate(2019, 0, 0));
    }

    @Test
    void whatStaysOpenIsOpen() {
        assertThat(Report.of("Brazil's embassy in Caracas remains open.").said())
                .containsExactly("Embassy of Brazil in Venezuela STATUS=open");
    }

    @Test
    void aDenialTurnsItRound() {
        assertThat(Report.of("The treaty between Laos and Thailand is no longer in force.")
                        .said())
                .containsExactly("Laos–Thailand treaty STATUS=closed");
    }

    @Test
    void whoHasNoAmbassadorHasAVacantPost() {
        assertThat(Report.of("Finland has no ambassador to Nepal.").said())
                .containsExactly("Ambassador of Finland to Nepal STATUS=vacant");
    }

    @Test
    void anOrganisationCanBeTheOneThatHasNoEmbassy() {
        Report report = Report.of("NATO has no embassy in Belgrade. Norway keeps a consulate in Zagreb.");

        assertThat(report.said()).contains("Embassy of NATO in Serbia STATUS=none");
    }

    @Test
    void aHeadIsNamedWithHisYears() {
        Report report = Report.of("The last head of the EU office in Tirana was Maria Lund – from 2004 to 2008.");

        Change change = report.states().stream()
                .filter(c -> c.attribute().name().equals("HEAD"))
                .findFirst()
                .orElseThrow();
        assertThat(change.value()).isEqualTo("Maria Lund");
        assertThat(change.from().start()).isEqualTo(new PartialDate(2004, 0, 0));
        assertThat(change.until()).isNotNull();
    }

    @Test
    void aCeilingThatChangedIsTwoStates() {
        Report report = Report.of("Cuba keeps a mission to the United Nations in New York. "
                + "Until 2016 the number of its staff could be up to 60 people, later up to 45.");

        assertThat(report.said())
                .contains(
                        "Permanent mission of Cuba to the UN CEILING=60",
                        "Permanent mission of Cuba to the UN CEILING=45");
    }

    @Test
    void thoseWhoWorkInAMissionAreItsHeadCount() {
        assertThat(Report.of("There are 14 people working in the Irish embassy in Lusaka, Zambia.")
                        .said())
                .contains("Embassy of Ireland in Zambia HEADCOUNT=14", "Staff of Ireland in Zambia HEADCOUNT=14");
    }

    @Test
    void anActIsNoStandingState() {
        assertThat(Report.of("Qatar closed its embassy in Chad on Monday.").said())
                .isEmpty();
    }

    @Test
    void talksOfWhichTheReportNamesNoPartiesAreThoseOfItsTwo() {
        Report report =
                Report.of("Nepal and Bhutan disagree. Nepal accuses Bhutan of delay. Water talks remain deadlocked.");

        assertThat(report.said()).containsExactly("Water talks of Bhutan and Nepal STATUS=suspended");
    }

    @Test
    void aPostThatHasNotBeenFilledSinceIsVacant() {
        Report report = Report.of("Mali recalled its ambassador to Niger. The post has not been filled since.");

        assertThat(report.said()).containsExactly("Ambassador of Mali to Niger STATUS=vacant");
    }

    @Test
    void whoDealsThroughAnotherEmbassyHasAChannel() {
        Report report = Report.of("Contacts with NATO will be handled by the Serbian embassy in Belgium.");

        assertThat(report.said()).contains("Embassy of Serbia in Belgium as channel to NATO STATUS=open");
    }

    @Test
    void aThirdPartyThatLooksAfterTheInterestsOfTwoIsAChannel() {
        assertThat(Report.of("Georgia broke with Russia. Switzerland acts as protecting power for Georgia and Russia.")
                        .said())
                .contains("Switzerland as protecting power of Georgia and Russia STATUS=open");
    }

    @Test
    void thoseWhoRemainAreTheHeadCount() {
        assertThat(Report.of("Only 21 Danish diplomats remain in Mali.").said())
                .contains("Staff of Denmark in Mali HEADCOUNT=21");
    }
}
