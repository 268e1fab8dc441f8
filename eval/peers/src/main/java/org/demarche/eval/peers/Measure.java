package org.demarche.eval.peers;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.demarche.model.Sentence;
import org.demarche.text.ConlluReader;
import org.demarche.text.ConlluText;
import org.demarche.text.ConlluWriter;

/**
 * Reads treebanks with one peer and says what that cost: {@code Measure PEER words|text OUT TREEBANK...}; one file for each treebank is written in the folder OUT.
 *
 * <p>On standard output: {@code load} seconds to the first sentence read, {@code cpu} seconds of the process for all after it, {@code sentences} of the treebanks, {@code heap} the MB alive
 * when all is read, and {@code peak} the MB that the process held at most, where the system tells.
 */
final class Measure {
    private static final String FIRST = "The two governments signed the treaty in Vienna on Monday.";

    private Measure() {}

    public static void main(String[] arguments) throws IOException {
        boolean words = arguments[1].equals("words");
        System.setProperty("peers.words", String.valueOf(words));
        long began = System.nanoTime();
        Peer peer = Peer.load(arguments[0]);
        peer.read(FIRST);
        double load = (System.nanoTime() - began) / 1e9;
        OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long cpu = 0;
        int sentences = 0;
        for (String file : List.of(arguments).subList(3, arguments.length)) {
            List<ConlluText> texts = ConlluReader.read(Files.readString(Path.of(file)));
            List<List<Sentence>> read = new ArrayList<>();
            long before = machine.getProcessCpuTime();
            for (int i = 0; i < texts.size(); i++) {
                read.add(
                        words
                                ? peer.readWords(texts.get(i))
                                : peer.read(texts.get(i).text()));
            }
            cpu += machine.getProcessCpuTime() - before;
            StringBuilder out = new StringBuilder();
            for (int i = 0; i < texts.size(); i++) {
                out.append(ConlluWriter.write(texts.get(i).id(), texts.get(i).text(), read.get(i)));
                sentences += texts.get(i).sentences().size();
            }
            Path name = Path.of(file).getFileName();
            Files.writeString(Path.of(arguments[2]).resolve(name), out, StandardCharsets.UTF_8);
        }
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long alive = runtime.totalMemory() - runtime.freeMemory();
        System.out.printf(
                Locale.ROOT,
                "load %.2f cpu %.2f sentences %d heap %.0f peak %.0f%n",
                load,
                cpu / 1e9,
                sentences,
                alive / 1048576.0,
                peak() / 1024.0);
        System.exit(0);
    }

    /** The most memory that this process held, in kB; 0 where the system does not tell. */
    private static long peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(l -> l.startsWith("VmHWM"))
                .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
