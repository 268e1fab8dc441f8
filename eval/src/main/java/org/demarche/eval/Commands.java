package org.demarche.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.demarche.cli.Demarche;

/**
 * Runs many command lines of the program in one process, so that its model and lexicons load once.
 *
 * <p>The file has one command a line, its words set apart by tabs. Each is timed on standard error; the exit status is the worst of all.
 */
public final class Commands {
    private Commands() {}

    public static void main(String[] arguments) throws IOException {
        int worst = 0;
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            if (line.isBlank()) {
                continue;
            }
            String[] words = line.split("\t", -1);
            long began = System.nanoTime();
            int status = Demarche.run(words);
            double seconds = (System.nanoTime() - began) / 1e9;
            System.err.printf(Locale.ROOT, "%6.1f s  %d  %s%n", seconds, status, Arrays.toString(words));
            worst = Math.max(worst, status);
        }
        System.exit(worst);
    }
}
