package org.demarche.mention.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.demarche.model.Actor;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.model.Mention;
import org.demarche.model.Mention.OfActor.Form;
import org.demarche.model.PartialDate;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;

/** Actors found on text alone; each line of a text is a sentence. */
class ActorFinderTest {

    @Test
    void statesAreFoundByNameAndByAdjective() {
        assertThat(found("Norway summoned the Danish chargé d'affaires."))
                .contains(
                        "Norway=NOR NAME",
                        "Danish=DNK ADJECTIVE",
                        "Danish chargé d'affaires=DNK/charge-d-affaires TITLE");
    }

    @Test
    void formerStatesKeepTheirOwnIdAndTheirSuccessorsCountry() {
        Mention.OfActor soviet = mention("The Soviet Union closed the consulate.", "Soviet Union");

        assertThat(soviet.actor().id()).isEqualTo("SUN");
        assertThat(soviet.actor().country()).isEqualTo("RUS");
    }

    @Test
    void aCapitalThatActsIsTheGovernmentAndOneInWhichThingsHappenIsAPlace() {
        assertThat(found("Lisbon rejected the offer made in Lisbon."))
                .containsExactly("Lisbon=PRT METONYM", "Lisbon=PRT/lisbon NAME");
    }

    @Test
    void aCapitalBeforeBasedIsAPlaceAndOwnsNobody() {
        assertThat(found("The Oslo-based analyst said so."))
                .contains("Oslo=NOR/oslo NAME")
                .noneMatch(m -> m.contains("=NOR/expert"));
    }

    @Test
    void officersAreTheirPossessorsAndNotOfThePlaceWhereTheyServe() {
        assertThat(found("NATO and Chad disagree. The alliance's liaison officers in Ndjamena will leave."))
                .contains("officers=NATO/soldier NOMINAL");
    }

    @Test
    void aPointOfTheCompassWrittenAsANameIsTheStateSpokenOf() {
        assertThat(found("North Korea fired a rocket.\nJapan rebuked the North.\nThe South was silent."))
                .contains("the North=PRK NOMINAL", "The South=KOR NOMINAL");
        assertThat(found("North Korea fired a rocket.\nShips left the North Sea for the north of Japan."))
                .noneMatch(m -> m.contains("NOMINAL"));
    }

    @Test
    void anEmbassyInAStateIsNotItsOwn() {
        assertThat(found("Chile was angry.\nPeru arrested two Chileans.\nPeru sealed off their embassy in Lima."))
                .contains("embassy=CHL/embassy NOMINAL");
    }

    @Test
    void newRulersAreOfTheStateThatTheReportNamesMost() {
        assertThat(found("Coup in Gabon.\nGabon is calm.\nMali was silent.\nThe junta spoke."))
                .contains("junta=GAB/junta NOMINAL");
    }

    @Test
    void policeAreOfTheStateWhereItHappens() {
        assertThat(found("Crowds met in Lima.\nMore came to Cusco, in Peru.\nThe police fired at a Kenyan."))
                .contains("police=PER/police-officer NOMINAL");
        assertThat(found("Peru thanked Kenya.\nThe police fired at a Kenyan."))
                .contains("police=police-officer NOMINAL");
    }

    @Test
    void anAmbassadorByNameIsNotOfTheStateThatCalledHimIn() {
        assertThat(found("Peru recalled its ambassador and summoned Norway's envoy.\nAmbassador Kang Dol went.\n"
                        + "Kang was angry."))
                .contains("Kang Dol=NOR/dol-kang NAME", "Kang=NOR/dol-kang NAME");
    }

    @Test
    void aRankBetweenAnOfficeAndItsNameIsPassedOver() {
        assertThat(found("Mali's head of state, General Modibo Sangare, spoke."))
                .contains("Mali's head of state=MLI/sangare-modibo TITLE");
    }

    @Test
    void aDelegationFromABlocIsOfTheBloc() {
        assertThat(found("A delegation from the regional bloc CARICOM came."))
                .contains("delegation=CARICOM/delegation NOMINAL");
    }

    @Test
    void anEnvoyWithoutACountryIsOfTheStateWhoseEnvoyWasSpokenOf() {
        assertThat(found("Kenya ordered Benin's ambassador to leave.\nAmbassador Kofi Adande flew home."))
                .contains("Kofi Adande=BEN/adande-kofi NAME");
    }

    @Test
    void ofTwoEnvoysAStateExpelsTheOthersAndRecallsItsOwn() {
        String both = "Benin's ambassador stayed in Nairobi. The Kenyan ambassador left Cotonou.\n";

        assertThat(found(both + "Kenya expelled ambassador Kofi Adande.")).contains("Kofi Adande=BEN/adande-kofi NAME");
        assertThat(found(both + "Kenya recalled ambassador Peter Otieno."))
                .contains("Peter Otieno=KEN/otieno-peter NAME");
    }

    @Test
    void anEnvoyIsOfTheStateThatHisFellowsAreOf() {
        assertThat(found("Ambassador Kofi Adande and three other Beninese officials were declared unwelcome."))
                .contains("Kofi Adande=BEN/adande-kofi NAME");
    }

    @Test
    void theNeighbourOfASideIsTheOtherOfTheTwoThatTheReportIsAbout() {
        assertThat(found(
                        "Kenya closed its border with Somalia.\nKenya acted after its smaller neighbour severed ties."))
                .contains("its smaller neighbour=SOM NOMINAL");
    }

    @Test
    void aCouncilThatAStateOwnsIsThatStatesAndNotTheUnitedNations() {
        assertThat(found("Croatia's Security Council met.")).contains("Security Council=HRV/security-council NAME");
        assertThat(found("The Security Council met.")).contains("Security Council=UN/security-council NAME");
    }

    @Test
    void aRulersNumberIsPartOfTheNameByWhichHeIsCalled() {
        assertThat(ActorLexicon.surname("Felipe VI")).isEqualTo("Felipe VI");
        assertThat(ActorLexicon.surname("Ana Vix")).isEqualTo("Vix");
    }

    @Test
    void aircraftAreSoldiersOnlyWhereTheyAreSaidToBeMilitary() {
        assertThat(found("It closed its skies to Serbian aircraft and to Serbian military aircraft."))
                .contains("Serbian military aircraft=SRB/soldier NOMINAL")
                .noneMatch(m -> m.startsWith("Serbian aircraft="));
    }

    @Test
    void aTitleAndTheNameBesideItAreOneActor() {
        assertThat(found("Peruvian Foreign Minister Elena Quispe arrived."))
                .contains("Peruvian Foreign Minister=PER/quispe-elena TITLE", "Elena Quispe=PER/quispe-elena NAME");
    }

    @Test
    void aNameMayStandBeforeItsTitleOrAfterIt() {
        assertThat(found("Pekka Salo, the Finnish ambassador, left.")).contains("Pekka Salo=FIN/salo-pekka NAME");
        assertThat(found("The Finnish ambassador, Pekka Salo, left.")).contains("Pekka Salo=FIN/salo-pekka NAME");
    }

    @Test
    void aSpokesmanSpeaksForTheOrganWhosePrincipalComesFirst() {
        assertThat(found("Dutch Foreign Ministry spokesman Jan de Wit declined to comment."))
                .contains("Dutch Foreign Ministry=NLD/foreign-ministry NAME", "Jan de Wit=NLD/de-wit-jan NAME");
    }

    @Test
    void laterShortFormsAreTheSamePerson() {
        assertThat(found("Ghanaian Defence Minister Ama Owusu spoke.\n"
                        + "Ms Owusu left at noon.\n"
                        + "The minister gave no reason."))
                .contains(
                        "Owusu=GHA/owusu-ama NAME",
                        "minister=GHA/minister TITLE".replace("GHA/minister", "GHA/owusu-ama"));
    }

    @Test
    void anOfficeHolderIsKnownByTheDateOfTheReport() {
        assertThat(found("1999-06-01", "The British prime minister flew home."))
                .contains("British prime minister=GBR/blair-tony TITLE");
        assertThat(found("2017-06-01", "The British prime minister flew home."))
                .contains("British prime minister=GBR/may-theresa TITLE");
    }

    @Test
    void whatTheTextSaysOfSomebodyComesBeforeTheTable() {
        assertThat(found("2022-01-01", "Chilean Foreign Minister Antonio Guterres, no relation, signed."))
                .contains("Antonio Guterres=CHL/guterres-antonio NAME");
    }

    @Test
    void groupsHaveTheCountryThatTheirPhraseGives() {
        assertThat(found("Police in Nairobi arrested Somali refugees and troops from Chad."))
                .contains(
                        "Police=KEN/police-officer NOMINAL",
                        "Somali refugees=SOM/refugee NOMINAL",
                        "troops=TCD/soldier NOMINAL");
    }

    @Test
    void twoAdjectivesMakeTwoActorsOfOnePhrase() {
        assertThat(found("Polish and Czech officers met."))
                .contains(
                        "Polish and Czech officers=POL/soldier NOMINAL",
                        "Polish and Czech officers=CZE/soldier NOMINAL");
    }

    @Test
    void bothSidesAreThePartiesSpokenOf() {
        assertThat(found("Greece and Turkey recalled their ambassadors.\nBoth sides blamed the weather."))
                .contains("Both sides=GRC NOMINAL", "Both sides=TUR NOMINAL");
    }

    @Test
    void theAllianceIsTheOneNamedBefore() {
        assertThat(found("NATO met on Monday.\nThe alliance agreed to wait.")).contains("The alliance=NATO NOMINAL");
        assertThat(found("The alliance agreed to wait.")).noneMatch(m -> m.contains("=NATO"));
    }

    @Test
    void aJointCouncilIsNeitherOfItsMembers() {
        assertThat(found("The NATO-Ukraine Council convened.")).isEmpty();
        assertThat(found("NATO-Ukraine relations improved.")).contains("NATO=NATO NAME", "Ukraine=UKR NAME");
    }

    @Test
    void itsEmbassyIsThatOfTheStateJustNamed() {
        assertThat(found("Kenya protested. Its embassy was searched.")).contains("embassy=KEN/embassy NOMINAL");
    }

    @Test
    void anOrganWhoseOwnerTheWordsLeaveOutIsNamedWithItsOwnerAndItsTown() {
        assertThat(mention("Chile protested.\nIts embassy in Lima closed.", "embassy")
                        .actor()
                        .name())
                .isEqualTo("embassy of Chile in Lima");
        assertThat(mention("The United Kingdom protested.\nIts embassy closed.", "embassy")
                        .actor()
                        .name())
                .isEqualTo("embassy of the United Kingdom");
    }

    @Test
    void aSecretaryGeneralIsThatOfTheOrganisationJustNamed() {
        assertThat(found("ASEAN adjourned.\nSecretary General Lim Boon Keng flew home."))
                .contains("Lim Boon Keng=ASEAN/keng-lim-boon NAME");
    }

    @Test
    void aPossessiveOwnsMoreThanThePlaceOneIsSentFrom() {
        assertThat(found("Kenya protested when its envoys from Brussels were searched."))
                .contains("envoys=KEN/envoy NOMINAL");
    }

    @Test
    void whoLeavesACapitalLeavesTheTown() {
        assertThat(found("The envoys left Vienna.")).contains("Vienna=AUT/vienna NAME");
    }

    @Test
    void plainWordsAreNobody() {
        assertThat(found("They ate turkey from fine china and had to polish the chad in may, us included."))
                .isEmpty();
        assertThat(found("The nerve agent was found during a state visit.")).isEmpty();
    }

    @Test
    void initialsKeepTheirFullStop() {
        assertThat(mention("The U.S. envoy left.", "U.S.").actor().id()).isEqualTo("USA");
    }

    @Test
    void whatIsFoundIsWhatStandsThere() {
        String text = "Ελλάδα 😀 Côte d’Ivoire’s president, São Tomé’s envoy and Nuku’alofa’s \u202Epolice\u202C met"
                + " “Türkiye”…";
        List<Mention.OfActor> found = find("", text);

        assertThat(found)
                .isNotEmpty()
                .allSatisfy(m -> assertThat(m.span().end()).isLessThanOrEqualTo(text.length()));
        assertThat(found("Côte d’Ivoire’s army and Cote d'Ivoire"))
                .contains("Côte d’Ivoire=CIV NAME", "Cote d'Ivoire=CIV NAME");
    }

    @Test
    void textOfManyNamesTakesTimeInLineWithItsLength() {
        String wall = "Minister ".repeat(20_000)
                + "of the ".repeat(20_000)
                + "Russian, ".repeat(20_000)
                + "A".repeat(100_000);
        long start = System.nanoTime();

        find("2020-01-01", wall);

        assertThat((System.nanoTime() - start) / 1_000_000_000L).isLessThan(20);
    }

    private static Mention.OfActor mention(String text, String words) {
        return find("", text).stream()
                .filter(m -> m.span().in(text).equals(words))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> found(String text) {
        return found("", text);
    }

    private static List<String> found(String day, String text) {
        return find(day, text).stream()
                .map(m -> m.span().in(text) + "=" + m.actor().id() + " " + m.form())
                .toList();
    }

    static List<Mention.OfActor> find(String day, String text) {
        List<Sentence> sentences = new ArrayList<>();
        int from = 0;
        for (String line : text.split("\n", -1)) {
            if (!line.isEmpty()) {
                sentences.add(new Sentence(
                        sentences.size(), new Span(from, from + line.length()), Sentence.Kind.BODY, List.of()));
            }
            from += line.length() + 1;
        }
        return new ActorFinder().find(document(day, text), sentences);
    }

    private static Document document(String day, String text) {
        PartialDate date = PartialDate.parse(day).orElse(null);
        Dateline published = date == null
                ? Dateline.UNKNOWN
                : new Dateline(date, date, When.Precision.DAY, Dateline.Basis.SUPPLIED, null);
        return new Document("doc:1", "a.txt", "a.txt", "0", null, null, null, null, "en", published, text);
    }

    @Test
    void personsBelongToTheStateForWhichTheySpeak() {
        Actor actor =
                mention("Croatian President Ivo Horvat spoke.", "Ivo Horvat").actor();

        assertThat(actor.country()).isEqualTo("HRV");
        assertThat(actor.principal()).isEqualTo("HRV");
        assertThat(actor.sector()).isEqualTo("GOV");
        assertThat(mention("A Danish minister spoke.", "Danish minister").form())
                .isEqualTo(Form.TITLE);
    }
}
