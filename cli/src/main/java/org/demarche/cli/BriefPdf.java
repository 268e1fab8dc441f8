package org.demarche.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    private static final float MARGIN = 42;
    private static final float LEADING = 1.25f;
    private static final float GAP = 6;
    private static final float FIRST = .34f;
    private static final float LAST = .2f;
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
        text(brief.title(), 14, 0, 2);
        text(brief.subtitle(), 8, 0, 4);
        for (Brief.Section section : brief.sections()) {
            heading(section.title());
            if (!section.columns().isEmpty()) {
                row(section.columns(), 7.5f);
                rule(6.5f);
            }
            for (Brief.Line line : section.lines()) {
                if (section.columns().isEmpty()) {
                    text("\u2022 " + words(line), 8, 6, 0.5f);
                } else {
                    row(BriefPage.noted(line), 7.5f);
                }
            }
            if (section.more() > 0) {
                text(section.rest(), 7.5f, 6, 0);
            }
            y -= 4;
        }
        heading("Sources");
        for (Brief.Source source : brief.sources()) {
            text(
                    "[" + source.number() + "] " + BriefPage.place(source) + ": \u201c" + source.quote() + "\u201d",
                    7,
                    6,
                    0.5f);
        }
        text(BriefPage.MADE, 7, 0, 0);
        if (page != null) {
            page.close();
        }
    }

    private static String words(Brief.Line line) {
        String notes =
                String.join("", line.notes().stream().map(n -> "[" + n + "]").toList());
        return (line.mark() == Brief.Mark.INFERRED ? "(inferred) " : "") + line.text() + " " + notes;
    }

    private void heading(String title) throws IOException {
        room(3 * 10 * LEADING);
        text(title, 10, 0, 2);
        rule(9);
    }

    /** A thin line below what was just written. */
    private void rule(float above) throws IOException {
        PDPageContentStream at = Objects.requireNonNull(page);
        at.setLineWidth(.4f);
        at.moveTo(MARGIN, y + above);
        at.lineTo(MARGIN + WIDTH, y + above);
        at.stroke();
    }

    /** A paragraph, broken into lines and pages. */
    private void text(String words, float size, float indent, float after) throws IOException {
        for (String line : lines(printable(words), size, WIDTH - indent)) {
            room(size);
            write(line, size, MARGIN + indent, y);
            y -= size * LEADING;
        }
        y -= after;
    }

    /** A row of a table: its cells side by side, each broken into lines; never over two pages. */
    private void row(List<String> cells, float size) throws IOException {
        List<List<String>> broken = new ArrayList<>();
        int most = 1;
        for (int i = 0; i < cells.size(); i++) {
            broken.add(lines(printable(cells.get(i)), size, share(i, cells.size()) * WIDTH - GAP));
            most = Math.max(most, broken.get(i).size());
        }
        room(most * size * LEADING);
        float x = MARGIN;
        for (int i = 0; i < cells.size(); i++) {
            for (int line = 0; line < broken.get(i).size(); line++) {
                write(broken.get(i).get(line), size, x, y - line * size * LEADING);
            }
            x += share(i, cells.size()) * WIDTH;
        }
        y -= most * size * LEADING + 1;
    }

    /** The first column has the names and the last the notes, which are long. */
    private static float share(int column, int columns) {
        return column == 0 ? FIRST : column == columns - 1 ? LAST : (1 - FIRST - LAST) / (columns - 2);
    }

    private void room(float height) throws IOException {
        if (page == null || y - height < MARGIN - 1) {
            next();
        }
    }

    private void write(String line, float size, float x, float height) throws IOException {
        PDPageContentStream at = Objects.requireNonNull(page);
        at.beginText();
        at.setFont(font, size);
        at.newLineAtOffset(x, height);
        at.showText(line);
        at.endText();
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
