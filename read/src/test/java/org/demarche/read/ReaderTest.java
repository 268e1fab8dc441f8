package org.demarche.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReaderTest {
    private static final String REPORT =
            "Ruritania recalled its ambassador from Strelsau on Monday. The foreign ministry gave no reason for the step.";

    @TempDir
    Path folder = Path.of("");

    @Test
    void plainTextIsKeptAsItStandsInTheFile() throws IOException {
        Document document = one(write("a.txt", " date 2021-10-20 " + REPORT + "\r\n"));

        assertThat(document.text()).isEqualTo(" date 2021-10-20 " + REPORT + "\r\n");
        assertThat(document.file()).isEqualTo("a.txt");
        assertThat(document.language()).isEqualTo("en");
        assertThat(document.published()).isEqualTo(Dateline.UNKNOWN);
    }

    @Test
    void theSameReportIsTheSameDocumentWhereverItLies() throws IOException {
        assertThat(one(write("a.txt", REPORT)).id())
                .isEqualTo(one(write("b/other.txt", REPORT)).id());
    }

    @Test
    void filesOfAFolderComeInTheOrderOfTheirPaths() throws IOException {
        write("b.txt", REPORT + " b");
        write("a/z.txt", REPORT + " z");
        write("a.txt", REPORT + " a");

        assertThat(documents(folder)).extracting(Document::file).containsExactly("a.txt", "a/z.txt", "b.txt");
    }

    @Test
    void anOldCodePageIsReadAndSaidSo() throws IOException {
        Path file = write(
                "a.txt",
                "“Enough,” the minister said — in Évian. ".repeat(3).getBytes(Charset.forName("windows-1252")));

        List<Read> read = read(file);

        assertThat(codes(read)).containsExactly("DEM-105");
        assertThat(documents(read).get(0).text()).startsWith("“Enough,” the minister said — in Évian.");
    }

    @Test
    void aFewBadBytesDoNotTurnUtf8IntoSomethingElse() throws IOException {
        byte[] good =
                "The talks in Malmö, Århus and Zürich were “useful”. ".repeat(5).getBytes(StandardCharsets.UTF_8);
        good[good.length - 3] = (byte) 0xFF;

        assertThat(documents(read(write("a.txt", good))).get(0).text())
                .contains("Malmö")
                .contains("\uFFFD");
    }

    @Test
    void whatCannotBeReadIsSaidAndReadingGoesOn() throws IOException {
        write("1-empty.txt", "");
        write("2-blank.txt", " \n\t\n");
        write("3-binary.bin", new byte[] {0, 1, 2, 3, 0, 0, 5});
        write("4-good.txt", REPORT);
        Files.createSymbolicLink(folder.resolve("5-loop"), folder);

        List<Read> read = read(folder);

        assertThat(codes(read)).containsExactlyInAnyOrder("DEM-103", "DEM-103", "DEM-104", "DEM-111");
        assertThat(documents(read)).hasSize(1);
        assertThat(codes(read(folder.resolve("missing.txt")))).containsExactly("DEM-101");
    }

    @Test
    void oneEndlessLineIsLeftOutWithWord() throws IOException {
        Path file = write("a.txt", "word ".repeat(2_000_000).getBytes(StandardCharsets.UTF_8));

        assertThat(codes(read(file))).containsExactly("DEM-107");
    }

    @Test
    void aReportInAnotherLanguageIsKeptAndSaid() throws IOException {
        Path file = write(
                "a.txt",
                "Le ministre des affaires étrangères a rappelé l'ambassadeur dans la capitale pour des consultations, et il est rentré avec les membres de la mission.");

        assertThat(codes(read(file))).containsExactly("DEM-108");
        assertThat(documents(read(file)).get(0).language()).isEqualTo("fr");
    }

    @Test
    void jsonLinesKeepTheirIdsAndABadLineCostsOnlyItself() throws IOException {
        Path file = write("a.jsonl", """
                {"id": "x-1", "text": "%s", "published": "2021-10-18", "outlet": "Gazette"}
                this is no JSON
                {"id": "x-2", "title": "no text"}
                {"id": "x-3", "text": "%s", "published": {"start": "2021-10-01", "end": "2021-10-31", "basis": "inferred"}}
                """.formatted(REPORT, REPORT));

        List<Read> read = read(file);

        assertThat(codes(read)).containsExactly("DEM-109", "DEM-109");
        assertThat(documents(read)).extracting(Document::file).containsExactly("x-1", "x-3");
        assertThat(documents(read))
                .extracting(d -> d.published().basis())
                .containsExactly(Dateline.Basis.METADATA, Dateline.Basis.INFERRED);
        assertThat(documents(read)).extracting(Document::id).doesNotHaveDuplicates();
    }

    @Test
    void aPageGivesItsArticleAndWhatItSaysAboutIt() throws IOException {
        Path file = write("a.html", """
                <html lang="en"><head><title>Envoy recalled - Gazette</title>
                <meta property="og:site_name" content="The Gazette"><meta property="article:published_time" content="2021-10-18T23:30:00-05:00"></head>
                <body><nav><a href="/">Home</a> <a href="/w">World</a></nav><div class="sidebar"><p>Buy our mugs, caps and shirts today.</p></div>
                <article><h1>Envoy recalled</h1><p>%s</p><p>Strelsau, the capital, stayed calm, a witness said, and the border was open.</p><script>alert(1)</script></article>
                <div id="comments"><p>First!, said a reader, and others agreed at some length.</p></div><footer>Imprint</footer></body></html>
                """.formatted(REPORT));

        Document document = one(file);

        assertThat(document.text())
                .isEqualTo("Envoy recalled\n\n" + REPORT
                        + "\n\nStrelsau, the capital, stayed calm, a witness said, and the border was open.");
        assertThat(document.outlet()).isEqualTo("The Gazette");
        assertThat(document.published().start()).hasToString("2021-10-18");
    }

    @Test
    void aFeedGivesAnArticleForEachItemAndDeclaresNoEntities() throws IOException {
        Path file = write("a.xml", """
                <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY secret SYSTEM "file:///etc/passwd"><!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>
                <rss version="2.0"><channel><title>Gazette</title>
                <item><title>One</title><link>https://gazette.example/1</link><pubDate>Mon, 18 Oct 2021 09:00:00 GMT</pubDate><description>&lt;p&gt;%s&lt;/p&gt; &secret;&b;</description></item>
                <item><title>Two</title><description>%s</description></item></channel></rss>
                """.formatted(REPORT, REPORT));

        List<Document> documents = documents(read(file));

        assertThat(documents).hasSize(2);
        assertThat(documents.get(0).text()).startsWith("One\n\n" + REPORT).doesNotContain("root:");
        assertThat(documents.get(0).published().start()).hasToString("2021-10-18");
    }

    @Test
    void aCancelledItemTakesEarlierVersionsBack() throws IOException {
        Path file = write(
                "a.xml",
                "<newsItem guid=\"urn:x:1\"><itemMeta><pubStatus qcode=\"stat:canceled\"/></itemMeta></newsItem>");

        assertThat(read(file)).containsExactly(new Read.Retracted("urn:x:1", "stat:canceled"));
    }

    @Test
    void mailGivesItsTextPart() throws IOException {
        Path file = write("a.eml", """
                From: Desk <desk@gazette.example>
                Subject: =?utf-8?Q?Envoy_recalled?=
                Date: Mon, 18 Oct 2021 09:00:00 +0200
                Content-Type: multipart/alternative; boundary="cut"

                --cut
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                %s And so on =E2=80=93 for long.
                --cut
                Content-Type: text/html

                <p>no</p>
                --cut--
                """.formatted(REPORT));

        Document document = one(file);

        assertThat(document.text())
                .startsWith("Envoy recalled\n\n" + REPORT)
                .contains("on – for long")
                .doesNotContain("<p>");
        assertThat(document.published().start()).hasToString("2021-10-18");
    }

    @Test
    void aPdfGivesItsText() throws IOException {
        Path file = folder.resolve("a.pdf");
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
                content.newLineAtOffset(40, 700);
                content.showText(REPORT);
                content.endText();
            }
            pdf.save(file.toFile());
        }

        assertThat(one(file).text()).contains("Ruritania recalled its ambassador");
        byte[] half = Files.readAllBytes(file);
        assertThat(codes(read(write("cut.pdf", java.util.Arrays.copyOf(half, half.length / 3)))))
                .containsAnyOf("DEM-113", "DEM-103");
    }

    @Test
    void anArchiveIsReadWithoutTouchingTheDiskAndABombStops() throws IOException {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(new GZIPOutputStream(tar))) {
            byte[] bytes = REPORT.getBytes(StandardCharsets.UTF_8);
            TarArchiveEntry entry = new TarArchiveEntry("../../escape.txt");
            entry.setSize(bytes.length);
            out.putArchiveEntry(entry);
            out.write(bytes);
            out.closeArchiveEntry();
        }
        assertThat(documents(read(write("a.tar.gz", tar.toByteArray())))).hasSize(1);
        assertThat(folder.resolve("../escape.txt").normalize()).doesNotExist();

        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("zeros.txt"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 80; i++) {
                out.write(zeros);
            }
            out.closeEntry();
        }
        assertThat(codes(read(write("bomb.zip", zip.toByteArray())))).containsExactly("DEM-110");
    }

    @Test
    void anEntryThatIsPackedByAMethodThatIsNotReadLosesNothingBeforeIt() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            for (String name : List.of("first.txt", "second.txt")) {
                byte[] bytes = REPORT.getBytes(StandardCharsets.UTF_8);
                CRC32 sum = new CRC32();
                sum.update(bytes);
                ZipEntry entry = new ZipEntry(name);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(bytes.length);
                entry.setCrc(sum.getValue());
                out.putNextEntry(entry);
                out.write(bytes);
                out.closeEntry();
            }
        }
        for (int method : List.of(93, 98)) {
            byte[] packed = zip.toByteArray();
            int second = new String(packed, StandardCharsets.ISO_8859_1).indexOf("second.txt") - 30;
            packed[second + 8] = (byte) method;

            List<Read> read = read(write("packed-" + method + ".zip", packed));

            assertThat(documents(read)).hasSize(1);
            assertThat(codes(read)).containsExactly("DEM-116");
        }
    }

    private Path write(String name, String text) throws IOException {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Path write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return Files.write(file, bytes);
    }

    private static List<Read> read(Path path) {
        try (var read = new Reader(ReadOptions.DEFAULT).read(List.of(path.toString()))) {
            return read.toList();
        }
    }

    private static List<Document> documents(Path path) {
        return documents(read(path));
    }

    private static List<Document> documents(List<Read> read) {
        return read.stream()
                .filter(Read.Of.class::isInstance)
                .map(r -> ((Read.Of) r).document())
                .toList();
    }

    private static Document one(Path path) {
        List<Document> documents = documents(path);
        assertThat(documents).hasSize(1);
        return documents.get(0);
    }

    private static List<String> codes(List<Read> read) {
        return read.stream()
                .filter(Read.Said.class::isInstance)
                .map(r -> ((Read.Said) r).notice().code())
                .toList();
    }
}
