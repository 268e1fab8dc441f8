package org.demarche.read;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.demarche.model.Dateline;
import org.demarche.model.PartialDate;
import org.jspecify.annotations.Nullable;

/** The text of a PDF, page after page. The day it was made is taken for its date where it has one. */
final class PdfFormat implements Format {

    @Override
    public boolean fits(Source source, byte[] head) {
        return head.length > 4 && head[0] == '%' && head[1] == 'P' && head[2] == 'D' && head[3] == 'F';
    }

    @Override
    public Stream<Read> read(Source source, ReadOptions options) throws IOException {
        if (source.size() > options.limits().fileBytes()) {
            return Stream.of(Notices.tooLarge(
                    source.file(), "is a PDF of more than " + (options.limits().fileBytes() >> 20) + " MB"));
        }
        try (PDDocument pdf = Loader.loadPDF(source.all())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setLineSeparator("\n");
            stripper.setParagraphEnd("\n");
            PDDocumentInformation about = pdf.getDocumentInformation();
            return Documents.of(
                    source,
                    options,
                    new Article(
                            null,
                            stripper.getText(pdf),
                            blank(about.getTitle()),
                            null,
                            null,
                            blank(about.getAuthor()),
                            null,
                            made(about)));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return Stream.of(Notices.broken(source.file(), "PDF", String.valueOf(e.getMessage())));
        }
    }

    private static @Nullable Dateline made(PDDocumentInformation about) {
        Calendar date = about.getCreationDate();
        return date == null
                ? null
                : Article.metadata(PartialDate.of(LocalDate.of(
                        date.get(Calendar.YEAR), date.get(Calendar.MONTH) + 1, date.get(Calendar.DAY_OF_MONTH))));
    }

    private static @Nullable String blank(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
