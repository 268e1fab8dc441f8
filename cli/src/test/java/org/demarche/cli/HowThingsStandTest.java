package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.demarche.Coded;
import org.demarche.Dossier;
import org.demarche.Pipeline;
import org.demarche.language.OnnxSentenceParser;
import org.demarche.model.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a thing stands the day after a report, read by the real engine. */
class HowThingsStandTest {
    private static final Pipeline PIPELINE = new Pipeline(OnnxSentenceParser.load());
    private static final String BEFORE = "GENEVA, June 9, 2021 (Lakeside Wire) - ";

    /** A report that is read to its end needs an act somewhere. */
    private static final String BEHIND =
            "\n\nElsewhere, protesters marched in Lagos on Tuesday and police arrested a man.\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Algeria has closed its airspace to all Moroccan aircraft, the presidency said on Wednesday.|Airspace of Algeria for Morocco|closed",
                "Kenya suspended visa services for Somali nationals on Monday.|Visa services of Kenya for Somalia|suspended",
                "Peru's embassy in La Paz, Bolivia, was shuttered on Friday after the protests.|Embassy of Peru in Bolivia|closed",
                "Jordan's border with Syria remains closed.|Border of Jordan and Syria|closed",
                "Chile reopened its border with Argentina on Tuesday.|Border of Argentina and Chile|open",
                "Laos and Thailand never broke off diplomatic relations.|Diplomatic relations of Laos and Thailand|open",
                "Slovakia has not severed ties with Hungary.|Diplomatic relations of Hungary and Slovakia|open",
                "Cuba declared Sweden's ambassador, Lars Holm, persona non grata on Tuesday.|Ambassador of Sweden to Cuba|vacant",
                "Norway threatened to close its consulate in Murmansk, Russia.|Consulate of Norway in Murmansk|open",
                "Direct flights between Oman and Qatar resumed on Sunday.|Air links of Oman and Qatar|open",
                "Nepal's trade talks with Bhutan were broken off on Thursday.|Trade talks of Bhutan and Nepal|suspended",
                "Ireland's embassy in Vilnius, Lithuania, which closed on Monday, employed nine people.|Embassy of Ireland in Lithuania|closed",
                "Gabon lifted sanctions against Cameroon on Tuesday.|Sanctions of Gabon against Cameroon|closed",
                "Japan froze development aid to Myanmar on Tuesday.|Aid of Japan to Myanmar|suspended",
                "Prime Minister Anna Berg of Norway ruled out breaking off relations with Russia.|Diplomatic relations of Norway and Russia|open",
                "The Czech embassy in Moscow may employ no more than 19 locals, Russia said.|Embassy of the Czech Republic in Russia|19",
                "Kuwait tried to mediate. Last week Chad shut Qatar's embassy.|Embassy of Qatar in Chad|closed",
                "Only six Kuwaiti diplomats remain in Beirut, Lebanon.|Staff of Kuwait in Lebanon|6",
                "Ghana ordered Togo to close its consulate in Tamale.|Consulate of Togo in Tamale|closed",
                "Ghana told Togo to cut the staff of its embassy in Accra to seven.|Staff of Togo in Ghana|7",
                "Togo may keep only seven diplomats in Accra, Ghana said.|Staff of Togo in Ghana|7",
                "Zambia seized a country house of Malawi near Lusaka on Monday.|Country house of Malawi in Zambia|closed",
                "Ecuador opened a consulate in Santa Cruz, Bolivia, on Monday.|Consulate of Ecuador in Santa Cruz|open",
                "Benin closed its border with Niger to all traffic on Monday.|Border of Benin and Niger|closed",
                "Fiji suspended all trade with Tonga on Monday.|Trade of Fiji and Tonga|suspended",
                "Fiji suspended a fisheries agreement with Tonga on Monday.|Fiji–Tonga fisheries agreement|suspended",
                "Flights between Lima and La Paz have been suspended, Peru said.|Air links of Bolivia and Peru|suspended",
                "The African Union suspended the membership of Chad on Monday.|Membership of Chad in the AU|suspended",
                "Malta has left the post of ambassador in Tripoli vacant since January.|Ambassador of Malta to Libya|vacant",
                "Bolivia's new ambassador to Peru, Ana Rojas, presented her credentials on Monday.|Ambassador of Bolivia to Peru|Ana Rojas",
                "Chad's foreign minister proposed that N'Djamena cut diplomatic ties with Iran.|Diplomatic relations of Iran and Chad|open",
                "Chad stripped the Iranian ambassador of his accreditation.|Ambassador of Iran to Chad|vacant",
                "Peru's embassy in La Paz suspended its work on Sunday. The embassy has not been closed, a Peruvian spokesman said.|Embassy of Peru in Bolivia|suspended",
                "Kenya has lifted its suspension of flights to and from Somalia.|Air links of Kenya and Somalia|open",
                "The ban on Peruvian flights to Chile is still in place.|Air links of Chile and Peru|suspended",
                "Iran and Oman have agreed to resume diplomatic relations.|Diplomatic relations of Iran and Oman|open",
                "Two border crossings into Kosovo were closed by Serbs, the United States said.|Border crossing of Kosovo and Serbia|closed",
                "The Danish embassy in Moscow may employ up to 12 people and the Czech embassy up to 19, Russia said.|Embassy of the Czech Republic in Russia|19",
                "Niger recalled its ambassadors to France, Nigeria and Togo.|Ambassador of Niger to Togo|vacant",
                "Peru named Luis Prado as its ambassador to Bolivia.|Ambassador of Peru to Bolivia|Luis Prado",
                "Chile closed its consulates in Lima and Arequipa, Peru. The embassy itself stays open.|Embassy of Chile in Peru|open",
                "Chad and Mali have recalled their ambassadors to Oman.|Ambassador of Chad to Oman|vacant",
                "Oman recalled its ambassadors to Lima, Rome and Paris for consultations.|Ambassador of Oman to Italy|vacant",
                "About 40 people work at the Kenyan embassy in Asmara, Eritrea.|Embassy of Kenya in Eritrea|40",
                "Mali cut diplomatic relations with Kuwait. Niger followed suit on Monday.|Diplomatic relations of Kuwait and Niger|closed",
                "Chad announced the recall of all diplomats accredited to Mali and the closure of its embassy in Bamako.|Embassy of Chad in Mali|closed",
                "Ethiopian consulates in Hargeisa and Garowe were closed by Somalia on Monday.|Consulate of Ethiopia in Garowe|closed",
                "Jets of Oman destroyed the Yemeni consulate in Salalah, Oman, on Monday.|Consulate of Yemen in Salalah|closed",
                "Finland became NATO's 31st member on Tuesday.|Membership of Finland in NATO|open",
                "Oman keeps up its ties with Iran and with Kuwait, where it opened an embassy on Monday.|Embassy of Oman in Kuwait|open",
                "The ambassador of Kenya left Eritrea on Tuesday after being given 72 hours to do so.|Ambassador of Kenya to Eritrea|vacant",
                "Ghana's ambassador in Suva, Fiji, Qian Mensah, is new.|Ambassador of Ghana to Fiji|Qian Mensah",
                "Kenya closed its airspace to Somali airlines on Monday. It reopened its airspace on Tuesday.|Airspace of Kenya for Somalia|open",
                "Chad severed relations with Libya on Monday. Chad's defence minister said the ambassador would be withdrawn and the embassy closed.|Embassy of Chad in Libya|closed",
                "Chad severed relations with Libya on Monday. Chad's defence minister said the ambassador would be withdrawn and the embassy closed.|Ambassador of Chad to Libya|vacant",
                "Oman put the fishing accord with Yemen in abeyance on Monday.|Oman–Yemen fishing accord|suspended",
                "Oman and Yemen are at odds. Chile is to send its ambassador back to Lima, the ministry said on Monday.|Ambassador of Chile to Peru|open",
                "Chad severed relations with Libya on Monday and told its diplomats to leave within two days. The ambassador of Libya left on Tuesday.|Ambassador of Libya to Chad|vacant",
            })
    void theDayAfterItsReport(String says, String name, String value) {
        assertThat(states(says))
                .filteredOn(s -> s.subject().name().equals(name))
                .extracting(State::value)
                .contains(value);
    }

    private static List<State> states(String says) {
        Coded coded = PIPELINE.code(Reports.of(BEFORE + says + BEHIND));
        Dossier dossier = PIPELINE.merge(List.of(coded));
        return PIPELINE.states(dossier, LocalDate.of(2021, 6, 10), null);
    }
}
