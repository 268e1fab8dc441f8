package org.demarche.mention.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.demarche.model.Mention;
import org.demarche.model.Subject;
import org.junit.jupiter.api.Test;

class SubjectFinderTest {
    @Test
    void waysOfNamingOneMissionGiveOneSubject() {
        Report report = Report.of("Peru opened its embassy in Quito in 1990. The Peruvian embassy to Ecuador is small. "
                + "Last week Ecuador closed the embassy of Peru in Quito.");

        assertThat(report.ids("its embassy in Quito"))
                .isNotEmpty()
                .isEqualTo(report.ids("The Peruvian embassy to Ecuador"))
                .isEqualTo(report.ids("the embassy of Peru in Quito"));
    }

    @Test
    void aMissionToAnOrganisationIsNamedByIt() {
        Report report = Report.of("Norway's permanent mission to the United Nations moved. "
                + "The Norwegian mission at UN headquarters in New York has a new building.");

        assertThat(report.named("Norway's permanent mission to the United Nations"))
                .containsExactly("Permanent mission of Norway to the UN");
        assertThat(report.ids("The Norwegian mission at UN headquarters in New York"))
                .isEqualTo(report.ids("Norway's permanent mission to the United Nations"));
    }

    @Test
    void aShortFormMeansTheLastFittingThing() {
        Report report = Report.of("Chile has an embassy in Ottawa. Canada has a trade office in Santiago. "
                + "The office sells nothing. The embassy is painted red.");

        assertThat(report.named("The office")).isEqualTo(report.named("a trade office in Santiago"));
        assertThat(report.ids("The embassy")).isEqualTo(report.ids("an embassy in Ottawa"));
    }

    @Test
    void liaisonMissionAndPermanentMissionAreTwo() {
        Report report = Report.of("Serbia closed its mission to NATO. The NATO liaison office in Belgrade stayed. "
                + "Serbian officers visited the liaison office.");

        assertThat(report.ids("its mission to NATO")).isNotEqualTo(report.ids("The NATO liaison office in Belgrade"));
        assertThat(report.ids("the liaison office")).isEqualTo(report.ids("The NATO liaison office in Belgrade"));
    }

    @Test
    void anOfficeInACityOfTwoSeatsIsAtTheOrganisationThatTheReportIsAbout() {
        Report report = Report.of("Serbia met NATO on Monday and NATO thanked Serbia. "
                + "The office of Serbia's military representative in Brussels closed.");

        assertThat(report.parties("The office of Serbia's military representative in Brussels"))
                .containsExactly("SRB", "NATO");
    }

    @Test
    void aVerbBeforeTheOperationsOfAHouseIsNoPartOfItsPhrase() {
        Report report = Report.of("Japan has also suspended operations at its embassy in Damascus.");

        assertThat(report.named("operations at its embassy in Damascus")).containsExactly("Embassy of Japan in Syria");
        assertThat(report.states()).isEmpty();
    }

    @Test
    void consulatesOfOneSenderAreToldApartByTheirCity() {
        Report report = Report.of("Japan runs a consulate general in Sydney and a consulate in Perth. "
                + "Australia asked the Japanese consulate in Perth to close.");

        assertThat(report.ids("a consulate general in Sydney")).isNotEqualTo(report.ids("a consulate in Perth"));
        assertThat(report.ids("the Japanese consulate in Perth")).isEqualTo(report.ids("a consulate in Perth"));
    }

    @Test
    void relationsBelongToBothWhoeverIsNamedFirst() {
        Report report = Report.of(
                "Diplomatic relations between Kenya and Somalia were poor. Kenya broke off relations with Somalia. "
                        + "Somali-Kenyan ties were never warm.");

        assertThat(report.ids("Diplomatic relations between Kenya and Somalia"))
                .isEqualTo(report.ids("relations with Somalia"))
                .isEqualTo(report.ids("Somali-Kenyan ties"));
    }

    @Test
    void aPhraseForSeveralGivesOneMentionForEach() {
        Report report =
                Report.of("Egypt and Turkey quarrelled. Egypt has an embassy in Ankara and Turkey an embassy in Cairo. "
                        + "The embassies in Ankara and Cairo were shut.");

        assertThat(report.named("The embassies in Ankara and Cairo"))
                .containsExactlyInAnyOrder("Embassy of Egypt in Turkey", "Embassy of Turkey in Egypt");
    }

    @Test
    void anAbbreviationThatTheTextExplainsNamesTheCouncil() {
        Report report = Report.of(
                "The Peru-Chile Council (PCC) met in 2004. The PCC has not met since. A PCC meeting was cancelled.");

        assertThat(report.ids("The PCC")).isEqualTo(report.ids("The Peru-Chile Council (PCC)"));
        assertThat(report.ids("A PCC meeting")).isEqualTo(report.ids("The PCC"));
    }

    @Test
    void aLostHyphenIsFoundAgain() {
        Report report = Report.of(
                "Peru and Chile talk. The PeruChile Council was founded in 1999. The Peru-Chile Council works.");

        assertThat(report.ids("The PeruChile Council")).isEqualTo(report.ids("The Peru-Chile Council"));
    }

    @Test
    void wordsThatStandForAThingAreAMentionAroundIt() {
        Report report = Report.of("Ghana suspended the work of its embassy in Lomé, the capital of Togo.");

        assertThat(report.ids("the work of its embassy in Lomé"))
                .isNotEmpty()
                .isEqualTo(report.ids("its embassy in Lomé"));
    }

    @Test
    void aLevelIsNoMission() {
        Report report = Report.of("The American legation in Oslo was raised to embassy status.");

        assertThat(report.subjects()).extracting(m -> m.subject().kind()).containsOnly(Subject.Kind.MISSION);
        assertThat(report.named("embassy")).isEmpty();
    }

    @Test
    void wordsThatLookAlikeAreNoSubjects() {
        Report report = Report.of(
                "The rescue mission ended at the post office. The city council of Lima met, public relations in mind.");

        assertThat(report.subjects()).isEmpty();
    }

    @Test
    void staffOfAHouseIsThatOfItsSender() {
        Report report =
                Report.of("Iran has an embassy in Baku. Azerbaijan searched the embassy and questioned its staff.");

        assertThat(report.named("its staff")).containsExactly("Staff of Iran in Azerbaijan");
    }

    @Test
    void everyNameOfTheTextIsAnAlias() {
        Report report = Report.of("Peru's embassy in Quito is old. The Peruvian embassy in Quito was sold.");

        assertThat(report.subjects().get(0).subject().aliases())
                .contains("Peru's embassy in Quito", "The Peruvian embassy in Quito");
    }

    @Test
    void mentionsQuoteTheTextInOrder() {
        Report report = Report.of("Cuba’s ambassador in Bogotá met Colombia’s envoy to Havana.");

        List<Integer> starts =
                report.subjects().stream().map(m -> m.span().start()).toList();
        assertThat(starts).isSorted();
        assertThat(report.subjects()).extracting(Mention.OfSubject::sentence).containsOnly(0);
    }

    @Test
    void sanctionsGoFromOneToTheOther() {
        Report report =
                Report.of("Canada extended sanctions against Myanmar. Myanmar called the Canadian sanctions unjust.");

        assertThat(report.named("sanctions against Myanmar")).containsExactly("Sanctions of Canada against Myanmar");
    }

    @Test
    void theFactoryGivesTheIdThatWordsGive() {
        Report report = Report.of("Rwanda expelled four Burundian diplomats. Burundi's embassy in Kigali protested.");
        var burundi = new org.demarche.model.Subjects.Party("BDI", "Burundi", false);
        var rwanda = new org.demarche.model.Subjects.Party("RWA", "Rwanda", false);

        assertThat(report.ids("four Burundian diplomats"))
                .containsExactly(
                        org.demarche.model.Subjects.staff(burundi, rwanda).id());
        assertThat(report.ids("Burundi's embassy in Kigali"))
                .containsExactly(
                        org.demarche.model.Subjects.mission(burundi, rwanda).id());
    }

    @Test
    void theAmbassadorWhomOneSideSendsAwayIsTheOtherSides() {
        Report report = Report.of("Peru and Chile quarrelled. Chile told Ambassador Rosa Quispe to go.");

        assertThat(report.named("Ambassador")).containsExactly("Ambassador of Peru to Chile");
    }

    @Test
    void severalWhoseAmbassadorsComeTogetherAreNotAccreditedToEachOther() {
        Report report = Report.of("The ambassadors of Malta, Kenya and Fiji came to Oslo. Norway met them.");

        assertThat(report.subjects()).noneMatch(m -> m.subject().parties().equals(java.util.List.of("MLT", "KEN")));
    }
}
