package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.Pipeline;
import org.demarche.language.OnnxSentenceParser;
import org.demarche.model.Claim;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.model.Ids;
import org.demarche.model.Subject;
import org.junit.jupiter.api.Test;

/** What several do together changes the relations of each of them, read by the real engine. */
class RelationsOfManySidesTest {
    @Test
    void relationsThatThreeSidesBreakOffAreThoseOfEachOfThem() {
        String text = "Chile, Peru and Bolivia severed diplomatic relations with Cuba.";
        Document report = new Document(
                Ids.of("doc", text), "a.txt", "a.txt", "", null, null, null, null, "en", Dateline.UNKNOWN, text);
        List<Claim> claims =
                new Pipeline(OnnxSentenceParser.load()).code(report).claims();

        assertThat(claims)
                .singleElement()
                .satisfies(c -> assertThat(c.changes())
                        .allMatch(x -> x.subject().kind() == Subject.Kind.RELATIONS && "closed".equals(x.value()))
                        .extracting(x -> (Set<String>) new TreeSet<>(x.subject().parties()))
                        .containsExactlyInAnyOrder(Set.of("CHL", "CUB"), Set.of("PER", "CUB"), Set.of("BOL", "CUB")));
    }
}
