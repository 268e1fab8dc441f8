package org.demarche.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code --actors FILE}: states, organisations and persons of the user's own. */
final class OwnActors {
    @Option(
            names = "--actors",
            paramLabel = "FILE",
            description = "Actors of your own beside those of the lexicon, in its form; may be given more than once.")
    List<Path> files = new ArrayList<>();
}
