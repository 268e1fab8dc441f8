package org.demarche.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.demarche.export.JsonLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Event data sets of others, read; and our own exports, read back. */
class ImporterTest {
    private final List<Importer.Odd> odd = new ArrayList<>();

    @ParameterizedTest
    @EnumSource
    void whatWeWriteInADialectComesBackAsItWas(Importer.Format format) {
        String text = DialectTest.text(
                Dialect.parse(format.key()).export(Sample.source()).files().get(0));
        assertThat(Importer.recognise(text.split("\n", -1)[0])).contains(format);

        ForeignEvent expulsion = read(new Importer(format, false), text).get(0);

        assertThat(odd).isEmpty();
        assertThat(expulsion.source()).isEqualTo(format.key());
        assertThat(expulsion.first()).isEqualTo("2021-10-06");
        assertThat(expulsion.actors()).containsExactly("NOR");
        assertThat(expulsion.recipients()).containsExactly("SDN");
        assertThat(expulsion.quad()).isEqualTo(4);
        boolean plover = format == Importer.Format.PLOVER || format == Importer.Format.POLECAT;
        assertThat(plover ? expulsion.type() : expulsion.cameo()).isEqualTo(plover ? "SANCTION" : "161");
        assertThat(expulsion.value()).isEqualTo(plover ? -5.5 : -4.0);
    }

    @Test
    void anImportedEventSurvivesItsOwnLine() {
        String text =
                DialectTest.text(Dialect.GDELT.export(Sample.source()).files().get(0));
        ForeignEvent event =
                read(new Importer(Importer.Format.GDELT, false), text).get(0);

        List<ForeignEvent> again = read(new Importer(Importer.Format.PLOVER, false), JsonLines.line(event.row()));

        assertThat(again).containsExactly(event);
    }

    @Test
    void codesOfThePhoenixFilesAreTurnedIntoTheNewerNumbering() {
        String line =
                "7_v1\t20150102\t2015\t1\t2\tUSAGOV\tUSA\tGOV\t\tIGOWSTNAT\tIGO\t\t\t163\t16\t3\t-6.5" + "\t".repeat(9);

        ForeignEvent old =
                read(new Importer(Importer.Format.PHOENIX, true), line).get(0);
        ForeignEvent today =
                read(new Importer(Importer.Format.PHOENIX, false), line).get(0);

        assertThat(old.cameo()).isEqualTo("164");
        assertThat(today.cameo()).isEqualTo("163");
        assertThat(old.recipients()).containsExactly("NATO");
    }

    @Test
    void aCodeThatLostItsZeroGetsItBack() {
        String[] cells = new String[58];
        java.util.Arrays.fill(cells, "");
        cells[0] = "12";
        cells[1] = "20120304";
        cells[5] = "ROMGOV";
        cells[15] = "ZAR";
        cells[26] = "4";
        ForeignEvent event = read(new Importer(Importer.Format.GDELT, false), String.join("\t", cells))
                .get(0);

        assertThat(event.cameo()).isEqualTo("04");
        assertThat(event.quad()).isEqualTo(1);
        assertThat(event.actors()).containsExactly("ROU");
        assertThat(event.recipients()).containsExactly("COD");
    }

    @Test
    void bothNamesOfPolecatsIntensityAreRead() {
        String head = "Event ID\tEvent Date\tEvent Type\tEvent Intensity\tActor Name\tActor Country\tRecipient Name";
        String row = "p1\t2023-01-02\tSANCTION\t-6.0\tNamibia\tNAM\tNone";
        ForeignEvent event = read(new Importer(Importer.Format.POLECAT, false), head + "\r\n" + row)
                .get(0);

        assertThat(event.value()).isEqualTo(-6.0);
        assertThat(event.actors()).containsExactly("NAM");
        assertThat(event.recipients()).isEmpty();
    }

    @Test
    void linesThatAreNoEventAreSaidAndTheRestIsRead() {
        String text = "{\"id\":\"1\",\"date\":\"2021-02-30\",\"event\":[\"AID\"],\"actor\":[]}\nnot json\n"
                + "{\"id\":\"2\",\"date\":\"2021-02-03\",\"event\":[\"AID\"],\"actor\":[{\"code\":\"FRA\"}]}\n[1]\n";
        List<ForeignEvent> events = read(new Importer(Importer.Format.PLOVER, false), text);

        assertThat(events).extracting(ForeignEvent::id).containsExactly("2");
        assertThat(odd).extracting(Importer.Odd::line).containsExactly(1, 2, 4);
    }

    @Test
    void eventsOfBothAreSetSideBySideAndNothingIsLost() {
        Source source = Sample.source();
        String head = String.join("\t", IcewsTable.COLUMNS) + "\n";
        String same =
                "1\t2021-10-07\tNorway\tNA\tNorway\tExpel\t161\t-4\tSudan\tNA\tSudan\t5\t1\tX\t\t\t\tNorway\t1\t2\n";
        String more =
                "2\t2021-12-24\tNorway\tNA\tNorway\tVisit\t042\t1.9\tSudan\tNA\tSudan\t5\t1\tX\t\t\t\tNorway\t1\t2\n";
        List<ForeignEvent> theirs = read(new Importer(Importer.Format.ICEWS, false), head + same + more);

        List<Comparison.Line> rows = Comparison.of(source.events(), theirs, 1).rows();

        assertThat(rows).hasSize(source.events().size() + 1);
        Comparison.Line pair = rows.stream()
                .filter(l -> l.ours() != null && l.theirs() != null)
                .findFirst()
                .orElseThrow();
        assertThat(pair.days()).isEqualTo(1);
        assertThat(pair.relation()).isEqualTo("differs");
        assertThat(pair.differ()).containsExactly("date");
        assertThat(rows).extracting(Comparison.Line::relation).contains("theirs-only", "ours-only");
        assertThat(pair.row().cells().keySet()).containsExactlyElementsOf(Comparison.COLUMNS);
    }

    private List<ForeignEvent> read(Importer importer, String text) {
        List<ForeignEvent> out = new ArrayList<>();
        try {
            importer.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "file", out::add, odd::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out;
    }
}
