package org.demarche.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.demarche.coding.RuleFileTarget;
import org.demarche.server.AddressTarget;

/** What takes input from outside. Each either answers or says what is wrong; anything else is a fault. */
enum Target {
    HTML(bytes -> Reports.read(bytes, "html")),
    PDF(bytes -> Reports.read(bytes, "pdf")),
    DOCX(bytes -> Reports.read(bytes, "docx")),
    EML(bytes -> Reports.read(bytes, "eml")),
    XML(bytes -> Reports.read(bytes, "xml")),
    JSON(bytes -> Reports.read(bytes, "json")),
    JSONL(bytes -> Reports.read(bytes, "jsonl")),
    CSV(bytes -> Reports.read(bytes, "csv")),
    WARC(bytes -> Reports.read(bytes, "warc")),
    ZIP(bytes -> Reports.read(bytes, "zip")),
    TAR_GZ(bytes -> Reports.read(bytes, "tar.gz")),
    TXT(bytes -> Reports.read(bytes, "txt")),
    SPLITTER(bytes -> Texts.split(Texts.of(bytes))),
    TIMES(bytes -> Texts.times(Texts.of(bytes))),
    DATELINE(bytes -> Texts.dateline(Texts.of(bytes))),
    QUANTITIES(bytes -> Texts.quantities(Texts.of(bytes))),
    CONLLU(bytes -> Asked.conllu(Texts.of(bytes))),
    SEARCH(bytes -> Asked.search(Texts.of(bytes))),
    DATE(bytes -> Asked.date(Texts.of(bytes))),
    METADATA(bytes -> Asked.metadata(Texts.of(bytes))),
    GRADES(bytes -> Asked.grades(Texts.of(bytes))),
    ADDRESS(bytes -> AddressTarget.read(Texts.of(bytes))),
    RULE_FILE(bytes -> RuleFileTarget.read(Texts.of(bytes))),
    IMPORT(Asked::importer);

    private interface Input {
        void take(byte[] bytes) throws IOException;
    }

    private final Input input;

    Target(Input input) {
        this.input = input;
    }

    void take(byte[] bytes) throws IOException {
        input.take(bytes);
    }

    /** Its inputs that were kept, in the order of their names. */
    List<byte[]> kept(Path folder) throws IOException {
        Path own = folder.resolve(folder());
        if (!Files.isDirectory(own)) {
            return List.of();
        }
        List<byte[]> out = new ArrayList<>();
        try (Stream<Path> files = Files.list(own)) {
            for (Path file : files.sorted().toList()) {
                out.add(Files.readAllBytes(file));
            }
        }
        return out;
    }

    /** Its name in folders and on the command line: {@code tar-gz}. */
    String folder() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
