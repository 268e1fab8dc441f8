package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.demarche.view.Brief;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BriefPdfTest {
    @TempDir
    Path folder;

    @Test
    void aBriefIsTheSameFileEveryTimeAndItsWordsCanBeReadAgain() throws IOException {
        Brief brief = new Brief(
                "Nepal and Bhutan → today",
                "From 1 report.",
                List.of(
                        new Brief.Section(
                                "State",
                                List.of(),
                                List.of(new Brief.Line(
                                        "The embassy — посольство — is closed, " + "and so on ".repeat(80),
                                        List.of(),
                                        Brief.Mark.INFERRED,
                                        List.of(1))),
                                0),
                        new Brief.Section(
                                "Table",
                                List.of("What", "Before", "Now"),
                                List.of(new Brief.Line(
                                        "Embassy of Nepal in Bhutan: closed",
                                        List.of("Embassy of Nepal in Bhutan", "open", "closed since May"),
                                        Brief.Mark.SAID,
                                        List.of(1))),
                                3)),
                List.of(new Brief.Source(1, "a.txt", null, "undated", 0, "closed\n its 🚪 embassy", null)),
                List.of());

        BriefPdf.write(brief, folder.resolve("one.pdf"));
        BriefPdf.write(brief, folder.resolve("two.pdf"));

        assertThat(Files.readAllBytes(folder.resolve("one.pdf")))
                .isEqualTo(Files.readAllBytes(folder.resolve("two.pdf")));
        try (PDDocument pdf = Loader.loadPDF(folder.resolve("one.pdf").toFile())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Nepal and Bhutan → today")
                    .contains("What Before Now")
                    .contains("Embassy of Nepal in Bhutan open closed since May [1]")
                    .contains("and 3 more in the ledger")
                    .contains("(inferred) The embassy — посольство — is closed")
                    .contains("closed  its ? embassy");
        }
    }
}
