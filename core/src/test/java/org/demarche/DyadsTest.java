package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.demarche.merge.Telling;
import org.demarche.model.Claim;
import org.demarche.model.Mentions;
import org.demarche.view.Selection;
import org.junit.jupiter.api.Test;

class DyadsTest {
    private static final Pipeline PIPELINE = new Pipeline(sentences -> {
        throw new IllegalStateException("nothing is to be parsed");
    });

    private static Dossier quarrels(int seed) {
        Telling telling = Telling.quarrels(new Random(seed));
        return PIPELINE.merge(telling.documents().stream()
                .map(d -> new Coded(d, List.of(), Mentions.NONE, own(telling, d.id()), List.of()))
                .toList());
    }

    private static List<Claim> own(Telling telling, String document) {
        return telling.claims().stream()
                .filter(c -> c.document().equals(document))
                .toList();
    }

    @Test
    void thePartOfTwoPartiesShowsTheSameOfThemAsTheWhole() {
        for (int seed = 0; seed < 8; seed++) {
            Dossier whole = quarrels(seed);
            Map<String, Dossier> parts = new TreeMap<>();
            new Dyads(whole).each(parts::put);

            assertThat(parts).isNotEmpty();
            parts.forEach((key, part) -> {
                Selection two = new Selection(List.of(key.split("\\|")), null, null);
                assertThat(two.of(part).events()).isEqualTo(two.of(whole).events());
                assertThat(two.of(part).disagreements()).isEqualTo(two.of(whole).disagreements());
                assertThat(two.of(part).answers()).isEqualTo(two.of(whole).answers());
                for (String day : List.of("2011-12-01", "2012-02-15", "2013-01-01")) {
                    assertThat(PIPELINE.states(part, LocalDate.parse(day), null).stream()
                                    .filter(two::has))
                            .isEqualTo(PIPELINE.states(whole, LocalDate.parse(day), null).stream()
                                    .filter(two::has)
                                    .toList());
                }
            });
        }
    }

    @Test
    void aPartyIsFoundByIdOrganNameAndCountry() {
        Map<String, Dossier> parts = new TreeMap<>();
        Dyads dyads = new Dyads(quarrels(1));
        dyads.each(parts::put);

        assertThat(Dyads.called(dyads.names(), "chl")).containsExactly("CHL");
        assertThat(Dyads.called(dyads.names(), "nobody")).isEmpty();
        assertThat(parts).containsKey(Dyads.key("PER", "CHL"));
    }
}
