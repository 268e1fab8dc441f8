package org.demarche.cli;

import picocli.CommandLine.Option;

/** {@code --threads N}. The number changes how long it takes, never what comes out. */
final class Threads {
    @Option(names = "--threads", paramLabel = "N", description = "Threads to use; default: as many as the machine has.")
    int wanted;

    int count() {
        if (wanted < 0) {
            throw new IllegalArgumentException("--threads must be 1 or more, not " + wanted);
        }
        return wanted == 0 ? Runtime.getRuntime().availableProcessors() : wanted;
    }
}
