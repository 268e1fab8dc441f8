package org.demarche.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.demarche.view.Brief;
import org.demarche.view.BriefPage;
import org.jspecify.annotations.Nullable;

/**
 * A brief as PDF: text on A4, black on white, in the typeface that PDFBox brings along (Liberation Sans; SIL Open Font License). The same
 * brief gives the same bytes.
 */
final class BriefPdf implements AutoCloseable {
    private static final String TYPEFACE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float MARGIN = 50;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;

    private final PDDocument pdf = new PDDocument();
    private final PDFont font;
    private @Nullable PDPageContentStream page;
    private float y;

    private BriefPdf() throws IOException {
        try (InputStream in = PDFont.class.getResourceAsStream(TYPEFACE)) {
            if (in == null) {
                throw new IOException("the typeface is missing: " + TYPEFACE);
            }
            font = PDType0Font.load(pdf, in, true);
        }
    }

    static void write(Brief brief, Path file) throws IOException {
        try (BriefPdf out = new BriefPdf()) {
            out.lay(brief);
            out.pdf.setDocumentId(0L);
            out.pdf.getDocumentInformation().setTitle(brief.title());
            out.pdf.save(file.toFile());
        }
    }

    private void lay(Brief brief) throws IOException {
        text(brief.title(), 15, 0, 6);
        for (Brief.Section section : brief.sections()) {
            text(section.title(), 11, 0, 3);
            for (Brief.Line line : section.lines()) {
                String notes = String.join(
                        "", line.notes().stream().map(n -> "[" + n + "]").toList());
                text(
                        "\u2022 " + (line.mark() == Brief.Mark.INFERRED ? "(inferred) " : "") + line.text() + " "
                                + notes,
                        9,
                        8,
                        1);
            }
            y -= 6;
        }
        text("Sources", 11, 0, 3);
        for (Brief.Source source : brief.sources()) {
            text(
                    "[" + source.number() + "] " + BriefPage.place(source) + ": \u201c" + source.quote() + "\u201d",
                    8,
                    8,
                    1);
        }
        text(BriefPage.MADE, 8, 0, 0);
        if (page != null) {
            page.close();
        }
    }

    /** A paragraph, broken into lines and pages. */
    private void text(String words, float size, float indent, float after) throws IOException {
        for (String line : lines(printable(words), size, WIDTH - indent)) {
            if (page == null || y < MARGIN + size) {
                next();
            }
            PDPageContentStream at = java.util.Objects.requireNonNull(page);
            at.beginText();
            at.setFont(font, size);
            at.newLineAtOffset(MARGIN + indent, y);
            at.showText(line);
            at.endText();
            y -= size * 1.3f;
        }
        y -= after;
    }

    private void next() throws IOException {
        if (page != null) {
            page.close();
        }
        PDPage sheet = new PDPage(PDRectangle.A4);
        pdf.addPage(sheet);
        page = new PDPageContentStream(pdf, sheet);
        y = PDRectangle.A4.getHeight() - MARGIN;
    }

    private List<String> lines(String words, float size, float width) throws IOException {
        List<String> out = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && font.getStringWidth(longer) / 1000 * size > width) {
                out.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        out.add(line.toString());
        return out;
    }

    /** What the typeface has no sign for is shown as a question mark. */
    private String printable(String words) {
        StringBuilder out = new StringBuilder();
        words.replaceAll("\\s", " ").codePoints().forEach(c -> {
            String sign = Character.toString(c);
            out.append(has(sign) ? sign : c == 0x21d2 ? "\u2192" : "?");
        });
        return out.toString();
    }

    private boolean has(String sign) {
        try {
            font.encode(sign);
            return true;
        } catch (IOException | IllegalArgumentException none) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        pdf.close();
    }
}
