package org.demarche.mention.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.model.Mention;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActorLexiconTest {
    private static final Set<String> SECTORS = Set.of(
            "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL",
            "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC");

    @TempDir
    Path folder;

    @Test
    void everySectorIsOneOfPlover() {
        Stream<String> sectors = Stream.of(
                        sectors("organisations.tsv", 3),
                        sectors("groups.tsv", 3),
                        sectors("roles.tsv", 2),
                        sectors("office-holders.tsv", 4))
                .flatMap(s -> s)
                .filter(s -> !s.isEmpty());

        assertThat(sectors).allMatch(SECTORS::contains);
    }

    private static Stream<String> sectors(String table, int column) {
        return Table.resource(table).stream().map(row -> row.get(column));
    }

    @Test
    void everyOfficeHolderActsForAnActorOfTheLexicon() {
        ActorLexicon lexicon = ActorLexicon.bundled();

        assertThat(Table.resource("office-holders.tsv"))
                .allSatisfy(row -> assertThat(
                                row.get(2).isEmpty() || lexicon.find(row.get(2)).isPresent())
                        .as(String.join(" ", row.cells()))
                        .isTrue());
    }

    @Test
    void noStateIsListedTwice() {
        List<String> ids =
                Table.resource("states.tsv").stream().map(row -> row.get(0)).toList();

        assertThat(ids).hasSizeGreaterThan(200).hasSameSizeAs(new LinkedHashSet<>(ids));
    }

    @Test
    void aUsersOwnActorsComeFirst() throws IOException {
        Path own = folder.resolve("own.tsv");
        Files.writeString(
                own,
                "id\tkind\tname\tcountry\tsector\tother names\tcommon nouns\nRIVERS\torganisation\tRiver Basin Authority\tIGO\t\tRBA|Moscow\tauthority\n");
        String text = "The RBA met Moscow. The authority adjourned.";
        Document document = new Document("doc:1", "a", "a", "0", null, null, null, null, "en", Dateline.UNKNOWN, text);

        List<Mention.OfActor> found = new ActorFinder(ActorLexicon.load(own))
                .find(document, List.of(new Sentence(0, new Span(0, text.length()), Sentence.Kind.BODY, List.of())));

        assertThat(found).extracting(m -> m.actor().id()).containsExactly("RIVERS", "RIVERS", "RIVERS");
    }

    @Test
    void anActorWithoutANameIsRefused() throws IOException {
        Path own = folder.resolve("own.tsv");
        Files.writeString(own, "id\tkind\tname\nRIVERS\torganisation\t\n");

        assertThatThrownBy(() -> ActorLexicon.load(own))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("RIVERS");
    }
}
