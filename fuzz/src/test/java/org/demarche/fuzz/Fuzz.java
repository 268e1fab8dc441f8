package org.demarche.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Where the fuzzer enters; {@code -Ddemarche.target} names what it feeds. See {@code fuzz/run.sh}. */
public final class Fuzz {
    private static final Target TARGET = Target.valueOf(System.getProperty("demarche.target", "txt")
            .toUpperCase(Locale.ROOT)
            .replace('-', '_'));

    private Fuzz() {}

    /** Takes the kept inputs once, so that what classes cost to load and to instrument is no input's time. */
    public static void fuzzerInitialize() throws IOException {
        for (byte[] bytes : TARGET.kept(Path.of(System.getProperty("demarche.kept", "kept")))) {
            TARGET.take(bytes);
        }
    }

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        TARGET.take(bytes);
    }
}
