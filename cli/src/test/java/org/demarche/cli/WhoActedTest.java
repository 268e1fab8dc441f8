package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.demarche.Pipeline;
import org.demarche.language.OnnxSentenceParser;
import org.demarche.model.Claim;
import org.demarche.model.Factuality;
import org.demarche.model.Subject;
import org.junit.jupiter.api.Test;

/** Who did what to whom where the sentence itself does not say it in full, read by the real engine. */
class WhoActedTest {
    private static final Pipeline PIPELINE = new Pipeline(OnnxSentenceParser.load());

    @Test
    void theLetterheadTellsWhoseTheMinistryIs() {
        Claim claim = claim(
                "Ministry of Foreign Affairs of the Kingdom of Morocco\n\nThe Ministry of Foreign Affairs summoned"
                        + " the ambassador of Spain today.",
                "summon-ambassador");

        assertThat(actors(claim)).containsExactly("MAR/foreign-ministry");
    }

    @Test
    void whoDecidesBeforeAListDoesWhatItsItemsSay() {
        List<Claim> claims = claims("Togo expelled two envoys of Benin. The government of Benin decided:\n"
                + "(a) to expel the ambassador of Togo;\n(b) to close the consulate of Togo in Parakou.");

        assertThat(claims)
                .filteredOn(c -> Set.of("expel-diplomats", "close-office")
                        .contains(c.act().code()))
                .filteredOn(c -> !actors(c).contains("TGO"))
                .hasSize(2)
                .allSatisfy(c -> assertThat(actors(c)).containsExactly("BEN/government"));
    }

    @Test
    void theAmbassadorsOfSeveralAreEachOfOne() {
        Claim claim = claim("Iran summoned the ambassadors of Peru, Chile and Ghana.", "summon-ambassador");

        assertThat(recipients(claim)).containsExactly("PER/ambassador", "CHL/ambassador", "GHA/ambassador");
    }

    @Test
    void whoIsCalledInAndToldDidNotTellIt() {
        Claim claim = claim(
                "The ambassador of Benin was called to the foreign ministry of Kenya and informed that she had been"
                        + " declared persona non grata.",
                "expel-diplomats");

        assertThat(actors(claim)).containsExactly("KEN");
        assertThat(recipients(claim)).containsExactly("BEN/ambassador");
    }

    @Test
    void aMinisterOfNoStateIsOfTheOneThatTheSentenceBeforeIsAbout() {
        Claim claim = claim(
                "Peru recalled its ambassador to Chile on Monday. Foreign Minister Ana Maria Quispe demanded an apology.",
                "demand");

        assertThat(actors(claim)).containsExactly("PER/quispe-ana-maria");
    }

    @Test
    void itIsTheOtherWhoeverIsNamedInTheCharge() {
        Claim claim =
                claim("Chad severed relations with Libya on Tuesday, accusing it of arming Sudanese rebels.", "accuse");

        assertThat(recipients(claim)).containsExactly("LBY");
    }

    @Test
    void theyAreTheManyToWhomItWasDone() {
        Claim claim = claim(
                "Peru expelled the diplomats of Chile, Cuba and Ghana on Monday after they criticised the vote.",
                "criticise");

        assertThat(actors(claim)).containsExactlyInAnyOrder("CHL/diplomat", "CUB/diplomat", "GHA/diplomat");
    }

    @Test
    void bothArmiesAreOfThoseNamedInOneBreath() {
        Claim claim = claim(
                "Laos and Thailand agreed to a truce, the Malaysian premier said. Both armies met on Friday.", "meet");

        assertThat(actors(claim)).containsExactlyInAnyOrder("LAO", "THA");
    }

    @Test
    void whoIsThankedIsNotHeWhoThanks() {
        Claim claim = claim("Vladimir Putin promised compensation to Azerbaijan. Ilham Aliyev thanked him.", "support");

        assertThat(recipients(claim)).containsExactly("RUS/putin-vladimir");
    }

    @Test
    void whoBreaksWithAStateSendsItsEnvoysAway() {
        Claim claim = claim(
                "Chad severed relations with Libya on Monday and told its diplomats to leave within two days.",
                "expel-diplomats");

        assertThat(actors(claim)).containsExactly("TCD");
        assertThat(recipients(claim)).containsExactly("LBY");
    }

    @Test
    void whatIsCondemnedWasDoneByHimWhoIsAccusedOfIt() {
        Claim claim = claim(
                "Chad blamed Libya for a cyberattack on its banks. Ghana condemned the cyberattack.", "criticise");

        assertThat(recipients(claim)).containsExactly("LBY");
    }

    @Test
    void whatIsCampaignedAgainstIsNotDone() {
        assertThat(claims("Serbia ended its campaign against the recognition of Kosovo."))
                .extracting(c -> c.act().code())
                .doesNotContain("recognise-state");
    }

    @Test
    void soManyOfEachPeopleAreAClaimEach() {
        assertThat(claims("Russia expelled 15 Dutch and 21 Belgian diplomats on Tuesday."))
                .extracting(
                        c -> recipients(c).get(0) + " " + c.quantities().get(0).value())
                .containsExactlyInAnyOrder("NLD/diplomat 15.0", "BEL/diplomat 21.0");
    }

    @Test
    void theStaffOfAHouseAreItsSenders() {
        Claim claim = claim(
                "Slovenia decided to reduce the staff of the embassy of Russia in Ljubljana. Nine members of the staff must leave.",
                "expel-diplomats");

        assertThat(actors(claim)).containsExactly("SVN");
    }

    @Test
    void whoCallsInAnEnvoyAfterTellingOfDeathsIsNotOfTheDead() {
        Claim claim = claim(
                "Iran said nine guests had died and called in Pakistan's chargé d'affaires.", "summon-ambassador");

        assertThat(actors(claim)).containsExactly("IRN");
    }

    @Test
    void aBoatThatLeftIsNobodysForces() {
        assertThat(claims("The navy of Chile on Tuesday sank a boat that had left Peru, killing nine people."))
                .extracting(c -> c.act().code())
                .doesNotContain("withdraw-forces");
    }

    @Test
    void thoseWhoAnnounceWhatTheyDoAreMeantByThey() {
        Claim claim = claim(
                "Cuba lifted a ban on Guineans. Niger, Mali and Chad announced that they were quitting ECOWAS.",
                "withdraw-from-body");

        assertThat(actors(claim)).containsExactly("NER", "MLI", "TCD");
    }

    @Test
    void whoDoesLikewiseWithHisOwnIsNamedWithoutAVerb() {
        List<Claim> claims = claims("Kenya called its ambassador to Chad home on Monday, and Togo its consul.");

        assertThat(claims).extracting(WhoActedTest::actors).containsExactly(List.of("KEN"), List.of("TGO"));
        assertThat(claims).allSatisfy(c -> assertThat(recipients(c)).containsExactly("TCD"));
    }

    @Test
    void whereOnesOwnPeopleAreTakenIsNotToWhomItIsDone() {
        Claim claim = claim(
                "Chad expelled the consul of Norway. Norway has flown most of its diplomats to Cyprus.",
                "recall-staff");

        assertThat(actors(claim)).containsExactly("NOR");
        assertThat(recipients(claim)).containsExactly("TCD");
    }

    @Test
    void whoTellsOfAnExpulsionOfHisOwnIsWhoSuffersIt() {
        Claim claim = claim("Bolivia said that Chile had expelled three of its diplomats.", "expel-diplomats");

        assertThat(actors(claim)).containsExactly("CHL");
        assertThat(recipients(claim)).containsExactly("BOL");
    }

    @Test
    void whatIsDoneAtTheInitiativeOfSomebodyIsHisDeed() {
        Claim claim =
                claim("Work at the Omani embassy in Lima was suspended at the initiative of Oman.", "suspend-mission");

        assertThat(actors(claim)).containsExactly("OMN");
    }

    @Test
    void theRecallOfAnAmbassadorIsTheDeedOfThoseWhoseHeIs() {
        Claim claim =
                claim("The recall of the ambassador of Ghana to Togo was announced on Sunday.", "recall-ambassador");

        assertThat(actors(claim)).containsExactly("GHA");
        assertThat(recipients(claim)).containsExactly("TGO");
    }

    @Test
    void aNamedConsulIsDeclaredUnwelcomeLikeAnyOther() {
        Claim claim =
                claim("Benin responded by declaring Consul Ana Ruiz of Peru persona non grata.", "expel-diplomats");

        assertThat(actors(claim)).containsExactly("BEN");
    }

    @Test
    void aReminderTellsWhatWasDone() {
        Claim claim =
                claim("It may be recalled that a Libyan diplomat was expelled by Malta in May.", "expel-diplomats");

        assertThat(claim.factuality()).isEqualTo(Factuality.ASSERTED);
        assertThat(actors(claim)).containsExactly("MLT");
    }

    @Test
    void thePlaceOfAnotherClauseDoesNotTellWhoseLawmakersTheyAre() {
        Claim claim = claim(
                "Iran met the agency. Lawmakers threatened to close the border with Iraq, and the minister said that"
                        + " a deal he signed in Cairo was void.",
                "threaten-relations");

        assertThat(actors(claim)).doesNotContain("EGY/lawmaker");
    }

    @Test
    void anExpelledAmbassadorIsNotOfTheStateThatExpelsHim() {
        Claim claim = claim(
                "Kenya ordered Benin's ambassador to leave. Kenya expelled ambassador Kofi Adande and three"
                        + " colleagues on Tuesday.",
                "expel-diplomats",
                1);

        assertThat(actors(claim)).containsExactly("KEN");
        assertThat(recipients(claim)).containsExactly("BEN/adande-kofi");
        assertThat(claim.subjects()).extracting(Subject::name).containsExactly("Ambassador of Benin to Kenya");
    }

    @Test
    void whoDoesNotCommentOnTheExpelledDidNotExpelThem() {
        List<Claim> claims = claims("Kenya expelled three Beninese officials. The Beninese foreign ministry would not"
                + " comment on whether the officials who were declared persona non grata had left.");

        assertThat(claims)
                .filteredOn(c -> c.act().code().startsWith("expel"))
                .isNotEmpty()
                .allSatisfy(c -> assertThat(actors(c)).containsExactly("KEN"));
    }

    @Test
    void theStateThatPeopleAreExpelledFromExpelledThem() {
        Claim told = claim("Russia said that two of its diplomats had been expelled from Romania.", "expel-diplomats");
        Claim ordered = claim("The ambassador was ordered out of Australia five days ago.", "expel-diplomats");

        assertThat(actors(told)).containsExactly("ROU");
        assertThat(recipients(told)).containsExactly("RUS/diplomat");
        assertThat(actors(ordered)).containsExactly("AUS");
        assertThat(recipients(ordered)).isEmpty();
    }

    @Test
    void colleaguesBesideAnAmbassadorAreNoOtherSideThatDidTheSame() {
        List<Claim> claims = claims("Kenya expelled ambassador Kofi Adande of Benin and three colleagues on Tuesday.");

        assertThat(claims).filteredOn(c -> c.act().code().startsWith("expel")).hasSize(1);
    }

    @Test
    void thoseWhoSeizedPowerAreOfTheStateThatTheyHaveSeized() {
        Claim claim = claim(
                "Angola met Congo.\n\nPeru urged the officers who ousted the president of Chad to free him.", "demand");

        assertThat(recipients(claim)).containsExactly("TCD/soldier");
    }

    @Test
    void theSeizureIsNotDoneToThoseOutsideItsClause() {
        Claim claim = claim(
                "Coup in Gabon\n\nThe soldiers who seized power in Libreville told the French ambassador to leave.",
                "coup");

        assertThat(recipients(claim)).doesNotContain("FRA/ambassador");
    }

    @Test
    void theRegimeOfSeveralIsThatOfTheStateOfTheReport() {
        Claim claim = claim(
                "The juntas of Bamako, Conakry and Niamey met.\n\nGuinea is under curfew. Troops fill Conakry.\n\n"
                        + "On Monday the regime expelled the Dutch consul.",
                "expel-diplomats");

        assertThat(actors(claim)).containsExactly("GIN/junta");
    }

    @Test
    void leadersOfARegionActForItsOrganisation() {
        Claim claim = claim(
                "SADC shut its office in Malawi.\n\nSouthern African leaders imposed sanctions on Malawi.",
                "impose-sanctions");

        assertThat(actors(claim)).containsExactly("SADC/leader");
    }

    @Test
    void aCrowdIsOfThePlaceAndTheyAreTheCrowd() {
        List<Claim> claims = claims("Protests spread in Chile.\n\nIn Santiago, thousands marched on the Dutch embassy."
                + " They tore down its flag before police scattered them.");

        assertThat(claims)
                .filteredOn(c -> "PROTEST".equals(c.act().type()))
                .hasSize(2)
                .allSatisfy(c -> assertThat(actors(c)).containsExactly("CHL/citizen"))
                .allSatisfy(c -> assertThat(recipients(c)).containsExactly("NLD/embassy"));
    }

    @Test
    void itsNeighbourIsNotTheOneWhoseNeighbourItIs() {
        Claim claim = claim(
                "Embargo on Laos\n\nMeeting in the Thai capital, the ten-nation bloc ASEAN halted all trade with its"
                        + " landlocked member.",
                "halt-trade");

        assertThat(actors(claim)).containsExactly("ASEAN");
        assertThat(recipients(claim)).containsExactly("LAO");
    }

    @Test
    void whoIsRebuffedAndCloses() {
        Claim claim = claim("Oslo was rebuffed by Lima and closed its embassy in Peru.", "close-mission");

        assertThat(actors(claim)).containsExactly("NOR");
    }

    @Test
    void theSummitThatIsAccusedIsTheOrganisationThatMet() {
        Claim claim = claim(
                "The European Union cut aid. SADC closed its borders. SADC will meet again.\n\n"
                        + "Malawi accused the summit of plotting a war.",
                "accuse");

        assertThat(recipients(claim)).containsExactly("SADC");
    }

    @Test
    void whoDoesSomethingElseAtThatTimeSuffersNothing() {
        Claim aid = claim(
                "The European Union suspended budget support to Togo on Saturday.\n\nNorway froze aid on Sunday, hours"
                        + " after Oslo met Chile.",
                "withhold-aid",
                1);
        List<Claim> consent = claims(
                "In May Peru withdrew consent for two European missions, on the very day it signed a protocol with"
                        + " Moscow.");

        assertThat(recipients(aid)).containsExactly("TGO");
        assertThat(consent)
                .filteredOn(c -> "SANCTION".equals(c.act().type()))
                .hasSize(1)
                .allSatisfy(c -> assertThat(recipients(c)).doesNotContain("RUS"));
    }

    @Test
    void theRaidThatIsCondemnedAtTheEndIsTheOneToldAtTheBeginning() {
        Claim claim = claim(
                "Police stormed the Danish embassy in Lome.\n\nIt rained. Shops were shut. Buses ran late. Nobody spoke."
                        + " Schools were closed. Lome slept.\n\nBrazil condemned the incursion.",
                "criticise");

        assertThat(recipients(claim)).containsExactly("TGO");
    }

    @Test
    void anAmbassadorOfNoKnownCountryIsStillTheOneExpelled() {
        Claim claim = claim(
                "Chile responded a day later by declaring Ambassador Tomas Mba persona non grata.", "expel-diplomats");

        assertThat(recipients(claim)).hasSize(1);
    }

    @Test
    void whoWasAskedIsWhoRefuses() {
        Claim joined = claim("Turkey asked Greece to hand over the soldiers, but it refused.", "reject");
        Claim next = claim("Peru accused Chile of spying. It denied the charge.", "deny");

        assertThat(actors(joined)).containsExactly("GRC");
        assertThat(recipients(joined)).containsExactly("TUR");
        assertThat(actors(next)).containsExactly("CHL");
    }

    @Test
    void whoseHouseSomebodyIsCalledToCallsHim() {
        Claim claim = claim(
                "The ambassadors of Norway and Denmark were summoned to the Russian Foreign Ministry on Monday.",
                "summon-ambassador");

        assertThat(actors(claim)).containsExactly("RUS/foreign-ministry");
        assertThat(recipients(claim)).containsExactly("NOR/ambassador", "DNK/ambassador");
    }

    @Test
    void whoServesAtAnEmbassyIsOfTheStateWhoseItIs() {
        List<Claim> claims =
                claims("Russia summoned Anthony Berg, the deputy chief of mission at the Norwegian embassy,"
                        + " to protest against the raid.");

        assertThat(claims)
                .singleElement()
                .satisfies(c -> assertThat(recipients(c)).containsExactly("NOR/berg-anthony"));
    }

    @Test
    void thoseWhoseShareIsToldByItsNumberAreMeantToo() {
        Claim claim = claim(
                "Three employees of the Slovak Embassy, two of the Lithuanian Embassy and one each of the Latvian and"
                        + " Estonian Embassies have been declared personae non gratae by Russia.",
                "expel-diplomats");

        assertThat(recipients(claim))
                .containsExactlyInAnyOrder("SVK/embassy", "LTU/embassy", "LVA/embassy", "EST/embassy");
    }

    @Test
    void aStateThatSharesItsNameWithPersonsActsBehindADay() {
        for (String state : List.of("Chad", "Jordan", "Georgia", "Israel", "Cuba")) {
            assertThat(claims("On Wednesday " + state + " closed the Qatari embassy."))
                    .as(state)
                    .isNotEmpty();
        }
    }

    @Test
    void theseStatesAreThoseOfWhomTheReportHasJustTold() {
        Claim claim = claim(
                "Norway and Denmark recalled their envoys from Minsk. These countries later closed their embassies in Belarus.",
                "close-mission");

        assertThat(actors(claim)).containsExactly("NOR", "DNK");
    }

    @Test
    void theDeadlineOfAnExpulsionIsNoOtherExpulsion() {
        assertThat(claims("On Saturday Poland expelled 18 embassy staff of Russia, giving them 48 hours to go."))
                .hasSize(1);
    }

    @Test
    void relationsAndTheLinksOfTrafficAreTwoThings() {
        String text = "On Monday Saudi Arabia, Bahrain and Egypt severed diplomatic relations with Qatar and cut air,"
                + " sea and land links.";

        assertThat(actors(claim(text, "sever-relations"))).containsExactly("SAU", "BHR", "EGY");
        assertThat(actors(claim(text, "halt-trade"))).containsExactly("SAU", "BHR", "EGY");
    }

    @Test
    void whoeverIsExpelledIsOfTheOtherSideWhoeverIsNamedLast() {
        Claim claim = claim(
                "Bolivia closed a Peruvian consulate in retaliation for the expulsion of two of its diplomats by Peru.",
                "expel-diplomats");

        assertThat(actors(claim)).containsExactly("PER");
        assertThat(recipients(claim)).containsExactly("BOL/diplomat");
        assertThat(claim.cues()).isEmpty();
    }

    @Test
    void whoIsPunishedDidWhatHeIsPunishedFor() {
        Claim claim = claim("Peru imposed sanctions on Bolivia over the arrest of a Peruvian journalist.", "arrest");

        assertThat(actors(claim)).containsExactly("BOL");
        assertThat(recipients(claim)).containsExactly("PER/journalist");
    }

    @Test
    void theThreatToShutOnesOwnEmbassyIsToItsHost() {
        Claim claim = claim("Peru threatened to close its embassy in La Paz.", "threaten-relations");

        assertThat(recipients(claim)).containsExactly("BOL/la-paz");
    }

    @Test
    void whoFightsOnTheOtherSideKilled() {
        assertThat(actors(claim("Two Peruvian soldiers were killed in a clash with Bolivian troops.", "kill")))
                .containsExactly("BOL/soldier");
        assertThat(actors(claim("Two Peruvian soldiers were killed in a Bolivian air strike.", "kill")))
                .containsExactly("BOL");
    }

    @Test
    void nobodyMatchesAStepOfHisOwn() {
        assertThat(claims("Bolivia expelled two Peruvian diplomats, matching a step that Peru had taken on Monday."))
                .hasSize(1);
    }

    @Test
    void whatASideWillNotReplyToHasHappened() {
        Claim claim = claim(
                "Bolivia said on Thursday it would not reply to Peru's expulsion of two of its diplomats.",
                "expel-diplomats");

        assertThat(claim.factuality()).isEqualTo(Factuality.ASSERTED);
    }

    @Test
    void whoIsToldToLeaveByNobodyNamedIsSentAwayByHisHost() {
        Claim claim = claim("The Peruvian consul in Sucre, Bolivia, was ordered to leave.", "expel-diplomats");

        assertThat(claim.actors()).extracting(p -> p.actor().principal()).containsExactly("BOL");
        assertThat(recipients(claim)).containsExactly("PER/consul");
    }

    @Test
    void aNameAfterSomebodyUnnamedIsHis() {
        Claim claim = claim(
                "Bolivia detained a Peruvian consul. Ana Rojas was declared persona non grata and told to leave.",
                "expel-diplomats");

        assertThat(recipients(claim)).containsExactly("PER/rojas-ana");
    }

    @Test
    void whoIsDeclaredUnwelcomeAndToldToLeaveIsSentAwayOnce() {
        assertThat(claims("The Peruvian consul was declared persona non grata by Bolivia and ordered to leave."))
                .hasSize(1);
    }

    @Test
    void theFirstNameAfterATitleIsHis() {
        Claim claim = claim(
                "Bolivia has decided to expel the Peruvian ambassador. Ana Rojas was called to the foreign ministry"
                        + " and given 72 hours to leave.",
                "expel-diplomats",
                1);

        assertThat(recipients(claim)).containsExactly("PER/rojas-ana");
    }

    @Test
    void whatIsAnsweredIsNotTheDeedOfWhoAnswers() {
        Claim claim = claim(
                "Chad declared Peru's envoy persona non grata in response to the expulsion of its ambassador in Lima.",
                "expel-diplomats",
                1);

        assertThat(actors(claim)).containsExactly("PER");
        assertThat(recipients(claim)).containsExactly("TCD/ambassador");
    }

    @Test
    void aPresidentDoesNotThreatenHisOwnState() {
        assertThat(recipients(claim("President Tayyip Erdogan said Turkey would retaliate.", "threaten")))
                .isEmpty();
    }

    @Test
    void sharesInFiguresAreActsOfEach() {
        String text = "Peru expelled 40 Cuban diplomats, Chile 35 and Bolivia 30.";

        assertThat(actors(claim(text, "expel-diplomats", 1))).containsExactly("CHL");
        assertThat(actors(claim(text, "expel-diplomats", 2))).containsExactly("BOL");
        assertThat(claim(text, "expel-diplomats", 2).quantities().get(0).value())
                .isEqualTo(30.0);
    }

    @Test
    void itIsTheOtherWhoIsAccused() {
        assertThat(recipients(claim("Peru cut ties with Cuba on Tuesday, accusing it of arming rebels.", "accuse")))
                .containsExactly("CUB");
    }

    @Test
    void theyAlsoAreThoseWhoActed() {
        Claim claim = claim(
                "Niger's new military rulers recalled the country's ambassadors to France and Togo. They also revoked"
                        + " military accords with France.",
                "withdraw-from-treaty");

        assertThat(actors(claim)).containsExactly("NER/junta");
    }

    @Test
    void whatIsAgreedToBeResumedIsTold() {
        assertThat(claims("Iran and Oman agreed on Friday to resume relations."))
                .extracting(c -> c.act().code())
                .contains("resume-relations");
    }

    /** Who announces a deed named by a noun does it, and is asked for his state once only. */
    @Test
    void aMinisterOfNoKnownStateMayAnnounceADeed() {
        assertThat(claims("Peru is angry. Deputy Minister Zor Nam announced the closure of the Cuban consulate."))
                .extracting(c -> c.act().code())
                .contains("criticise");
    }

    @Test
    void themAreAllWhoWereSentAway() {
        Claim claim = claim(
                "Bolivia expelled Mexico's ambassador and two Spanish diplomats. It gave them 72 hours to leave.",
                "expel-diplomats",
                1);

        assertThat(recipients(claim)).containsExactly("MEX/ambassador", "ESP/diplomat");
    }

    @Test
    void theMeasureThatIsRegrettedIsTheOthers() {
        Claim claim = claim(
                "Bolivia suspended a treaty with Peru. The foreign minister of Peru said the decision was regrettable.",
                "criticise");

        assertThat(recipients(claim)).containsExactly("BOL");
    }

    @Test
    void aStateBehindOverIsWhatItIsAbout() {
        Claim claim = claim("Bolivia left the talks because of Peru's sanctions over Chile.", "walk-out");

        assertThat(recipients(claim)).containsExactly("PER");
    }

    @Test
    void whoCallsADecisionAMistakeBlamesWhoTookIt() {
        Claim claim = claim(
                "Bolivia suspended a treaty with Peru on Monday. Chile called the decision a mistake.", "criticise");

        assertThat(recipients(claim)).containsExactly("BOL");
    }

    @Test
    void aNewspaperThatTellsOfAnArrestMadeNone() {
        assertThat(claims("The Lakeside Herald said a Chadian attaché had been arrested.").stream()
                        .flatMap(c -> actors(c).stream()))
                .noneMatch(id -> id.contains("herald"));
    }

    @Test
    void overWhatAnEnvoyIsCalledInHisStateDid() {
        Claim claim = claim("Peru summoned Chile's ambassador over the expulsion of its attaché.", "expel-diplomats");

        assertThat(actors(claim)).containsExactly("CHL");
        assertThat(recipients(claim)).allMatch(id -> id.startsWith("PER"));
        assertThat(claim.subjects()).noneMatch(s -> s.parties().equals(List.of("CHL", "PER")));
    }

    @Test
    void whoAgreeNotToDoItAgree() {
        Claim claim = claim("Peru and Chile agreed not to use force against one another.", "agree");

        assertThat(actors(claim)).containsExactlyInAnyOrder("PER", "CHL");
    }

    @Test
    void whoIsSummonedAndHandedANoteHandsNone() {
        assertThat(claims("The chargé d'affaires of Chad was summoned by Mali and handed a note."))
                .noneMatch(c -> actors(c).stream().anyMatch(id -> id.startsWith("TCD")));
    }

    @Test
    void whatIsToldAsDoneIsNoPartOfWhatIsToCome() {
        Claim claim = claim(
                "Iran's foreign ministry said Oman would pay a price and called in the Omani chargé d'affaires.",
                "summon-ambassador");

        assertThat(actors(claim)).allMatch(id -> id.startsWith("IRN"));
        assertThat(recipients(claim)).allMatch(id -> id.startsWith("OMN"));
    }

    @Test
    void theEmbassiesThatTwoOpenAreAtEachOthers() {
        List<Claim> found =
                claims("BEIJING - Oman and Yemen agreed to open their embassies, Wang Li of China said.").stream()
                        .filter(c -> c.act().code().equals("open-embassy"))
                        .toList();

        assertThat(found).isNotEmpty();
        assertThat(found.stream().flatMap(c -> c.subjects().stream()).flatMap(s -> s.parties().stream()))
                .isSubsetOf("OMN", "YEM");
    }

    @Test
    void theyAreThoseWhoActedTogether() {
        Claim claim = claim(
                "Peru and Chile agreed to talk on Friday. They set up a commission of foreign ministers.",
                "establish-body");

        assertThat(actors(claim)).containsExactlyInAnyOrder("PER", "CHL");
    }

    private static List<String> actors(Claim claim) {
        return claim.actors().stream().map(p -> p.actor().id()).toList();
    }

    private static List<String> recipients(Claim claim) {
        return claim.recipients().stream().map(p -> p.actor().id()).toList();
    }

    private static Claim claim(String text, String act) {
        return claim(text, act, 0);
    }

    private static Claim claim(String text, String act, int which) {
        List<Claim> found =
                claims(text).stream().filter(c -> c.act().code().equals(act)).toList();
        assertThat(found).as("%s in %s", act, text).hasSizeGreaterThan(which);
        return found.get(which);
    }

    private static List<Claim> claims(String text) {
        return PIPELINE.code(Reports.of(text)).claims();
    }
}
