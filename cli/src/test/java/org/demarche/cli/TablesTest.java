package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.demarche.export.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The tables of the sample dossier, over the whole program. */
class TablesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path SAMPLE = Path.of("..", "samples", "nato-russia-2021", "reports");

    @TempDir
    Path folder;

    @Test
    void orderFolderLocaleZoneAndThreadsChangeNoTable() throws IOException {
        List<String> paths = new ArrayList<>();
        try (Stream<Path> files = Files.list(SAMPLE)) {
            files.map(Path::toString).sorted().forEach(paths::add);
        }
        Map<String, String> plain = export("plain", paths, "1");

        Path elsewhere = Files.createDirectories(folder.resolve("else where"));
        List<String> moved = new ArrayList<>();
        for (String path : paths) {
            moved.add(Files.copy(Path.of(path), elsewhere.resolve(Path.of(path).getFileName()))
                    .toString());
        }
        Collections.reverse(moved);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(export("moved", moved, "3")).isEqualTo(plain);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void everyQuoteIsTheSliceAtItsOffsets() throws IOException {
        String ledger = folder.resolve("ledger").toString();
        Path out = folder.resolve("out");
        Path read = folder.resolve("documents.jsonl");
        assertThat(Demarche.run("read", SAMPLE.toString(), "-o", read.toString()))
                .isZero();
        assertThat(Demarche.run("ingest", "--quiet", "--ledger", ledger, SAMPLE.toString()))
                .isZero();
        assertThat(Demarche.run("export", "--ledger", ledger, "-o", out.toString()))
                .isZero();

        Map<String, String> texts = new HashMap<>();
        for (String line : Files.readAllLines(read)) {
            JsonNode row = JSON.readTree(line);
            texts.put(row.path("id").asString(""), row.path("text").asString(""));
        }
        int quotes = 0;
        for (Table table : Table.values()) {
            for (String line : Files.readAllLines(out.resolve(table.key() + ".jsonl"))) {
                quotes += check(JSON.readTree(line), "", texts);
            }
        }
        assertThat(quotes).isPositive();
    }

    /** Checks an object and those within it; the document is the nearest one named around it. */
    private static int check(JsonNode node, String around, Map<String, String> texts) {
        String document = node.path("document").asString(around);
        int checked = 0;
        if (node.path("start").isInt() && node.path("quote").isString()) {
            String text = texts.getOrDefault(document, "");
            int from = text.offsetByCodePoints(0, node.path("start").asInt());
            int to = text.offsetByCodePoints(0, node.path("end").asInt());
            assertThat(text.substring(from, to)).isEqualTo(node.path("quote").asString(""));
            checked++;
        }
        for (JsonNode child : node) {
            checked += check(child, document, texts);
        }
        return checked;
    }

    private Map<String, String> export(String name, List<String> paths, String threads) throws IOException {
        String ledger = folder.resolve(name + "-ledger").toString();
        List<String> command = new ArrayList<>(List.of("ingest", "--quiet", "--ledger", ledger, "--threads", threads));
        command.addAll(paths);
        assertThat(Demarche.run(command.toArray(new String[0]))).isZero();
        Path out = folder.resolve(name);
        assertThat(Demarche.run("export", "--ledger", ledger, "-o", out.toString()))
                .isZero();
        Map<String, String> tables = new TreeMap<>();
        for (Table table : Table.values()) {
            StringBuilder rows = new StringBuilder();
            for (String line : Files.readAllLines(out.resolve(table.key() + ".jsonl"))) {
                ObjectNode row = (ObjectNode) JSON.readTree(line);
                row.remove("path"); // an audit column
                rows.append(row).append('\n');
            }
            tables.put(table.key(), rows.toString());
        }
        return tables;
    }
}
