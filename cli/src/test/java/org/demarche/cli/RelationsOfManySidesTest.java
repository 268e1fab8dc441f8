package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.Pipeline;
import org.demarche.language.OnnxSentenceParser;
import org.demarche.model.Claim;
import org.demarche.model.Subject;
import org.junit.jupiter.api.Test;

/** What several do together changes the relations of each of them, read by the real engine. */
class RelationsOfManySidesTest {
    @Test
    void relationsThatThreeSidesBreakOffAreThoseOfEachOfThem() {
        String text = "Chile, Peru and Bolivia severed diplomatic relations with Cuba.";
        List<Claim> claims =
                new Pipeline(OnnxSentenceParser.load()).code(Reports.of(text)).claims();

        assertThat(claims)
                .singleElement()
                .satisfies(c -> assertThat(c.changes())
                        .allMatch(x -> x.subject().kind() == Subject.Kind.RELATIONS && "closed".equals(x.value()))
                        .extracting(x -> (Set<String>) new TreeSet<>(x.subject().parties()))
                        .containsExactlyInAnyOrder(Set.of("CHL", "CUB"), Set.of("PER", "CUB"), Set.of("BOL", "CUB")));
    }
}
