package org.demarche.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Objects of JSON Lines, from files or standard input. */
final class JsonRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonRows() {}

    /** Every object; a line that is none is the user's fault and is named. */
    static List<JsonNode> read(List<String> paths) throws IOException {
        List<JsonNode> out = new ArrayList<>();
        for (String path : paths) {
            try (BufferedReader lines = open(path)) {
                int number = 0;
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    number++;
                    if (!line.isBlank()) {
                        out.add(object(path, number, line));
                    }
                }
            } catch (NoSuchFileException e) {
                throw new IllegalArgumentException("DEM-101 there is no file " + path, e);
            }
        }
        return out;
    }

    private static JsonNode object(String path, int number, String line) {
        try {
            JsonNode row = JSON.readTree(line);
            if (row.isObject()) {
                return row;
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("DEM-109 " + path + ": line " + number + " is not JSON", e);
        }
        throw new IllegalArgumentException("DEM-109 " + path + ": line " + number + " is not a JSON object");
    }

    private static BufferedReader open(String path) throws IOException {
        return path.equals("-")
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : Files.newBufferedReader(Path.of(path));
    }
}
