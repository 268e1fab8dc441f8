package org.demarche.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.demarche.model.Dateline;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** A word processor's document (Office Open XML): its paragraphs, title, author and date. */
final class DocxFormat implements Format {

    @Override
    public boolean fits(Source source, byte[] head) {
        return source.extension().equals("docx") && head.length > 3 && head[0] == 'P' && head[1] == 'K';
    }

    @Override
    public Stream<Read> read(Source source, ReadOptions options) throws IOException {
        String body = null;
        String core = null;
        try (ZipInputStream zip = new ZipInputStream(source.open())) {
            int seen = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null && seen++ < 1000; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    body = bounded(zip, options.limits().fileBytes());
                } else if (entry.getName().equals("docProps/core.xml")) {
                    core = bounded(zip, 1 << 20);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            return Stream.of(Notices.broken(source.file(), "DOCX", String.valueOf(e.getMessage())));
        }
        if (body == null) {
            return Stream.of(Notices.broken(source.file(), "DOCX", "no document in it, or one too large"));
        }
        return Documents.of(source, options, article(text(body), core));
    }

    private static @Nullable String bounded(InputStream in, long most) throws IOException {
        byte[] bytes = in.readNBytes((int) Math.min(most, Integer.MAX_VALUE - 8) + 1);
        return bytes.length > most ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private static String text(String xml) {
        StringBuilder out = new StringBuilder();
        for (Element paragraph : Jsoup.parse(xml, "", Parser.xmlParser()).select("w|p")) {
            StringBuilder line = new StringBuilder();
            for (Element run : paragraph.select("w|t, w|tab, w|br")) {
                line.append(
                        run.normalName().equals("w:t")
                                ? run.wholeText()
                                : run.normalName().equals("w:tab") ? "\t" : "\n");
            }
            if (!line.toString().isBlank()) {
                out.append(line.toString().strip()).append("\n\n");
            }
        }
        return out.toString().strip();
    }

    private static Article article(String text, @Nullable String core) {
        if (core == null) {
            return Article.ofText(text);
        }
        Document about = Jsoup.parse(core, "", Parser.xmlParser());
        String created = value(about, "dcterms|created");
        Dateline published = created == null
                ? null
                : Dates.parse(created).map(Article::metadata).orElse(null);
        return new Article(
                null, text, value(about, "dc|title"), null, null, value(about, "dc|creator"), null, published);
    }

    private static @Nullable String value(Document about, String name) {
        Element found = about.selectFirst(name);
        return found == null || found.text().isBlank() ? null : found.text();
    }
}
