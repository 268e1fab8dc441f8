package org.demarche.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.demarche.Dossier;
import org.demarche.dialect.Importer;
import org.demarche.export.JsonLines;
import org.demarche.model.PartialDate;
import org.demarche.read.ReadOptions;
import org.demarche.text.ConlluReader;
import org.demarche.view.Grades;
import org.demarche.view.Search;

/** What users type and the files they bring; what is wrong in them is said by an {@link IllegalArgumentException}. */
final class Asked {
    private Asked() {}

    static void date(String text) {
        PartialDate.parse(text).ifPresent(d -> {
            if (!PartialDate.parse(d.toString()).equals(Optional.of(d))) {
                throw new AssertionError("a date that does not come back: " + d);
            }
        });
    }

    static void search(String text) {
        said(() -> Search.find(Dossier.NOTHING, List.of(text)));
    }

    static void metadata(String text) {
        said(() -> ReadOptions.metadata(text));
    }

    static void grades(String text) {
        said(() -> Grades.parse(text.lines().toList()));
    }

    static void conllu(String text) {
        said(() -> ConlluReader.read(text));
    }

    /** The first byte chooses format and code book. */
    static void importer(byte[] bytes) throws IOException {
        if (bytes.length == 0) {
            return;
        }
        Importer.Format[] formats = Importer.Format.values();
        int choice = bytes[0] & 0xff;
        byte[] rest = Arrays.copyOfRange(bytes, 1, bytes.length);
        new Importer(formats[choice % formats.length], choice > 127)
                .read(new ByteArrayInputStream(rest), "f", event -> JsonLines.line(event.row()), odd -> {});
        Importer.recognise(Texts.of(rest).lines().findFirst().orElse(""));
    }

    private static void said(Runnable asked) {
        try {
            asked.run();
        } catch (IllegalArgumentException faultOfTheInput) {
            if (faultOfTheInput.getMessage() == null
                    || faultOfTheInput.getMessage().isBlank()) {
                throw new AssertionError("refused without a word", faultOfTheInput);
            }
        }
    }
}
