package org.demarche.store;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.demarche.Dossier;
import org.demarche.Pipeline;

/**
 * How long a large ledger takes: generated reports of five acts each, among 120 parties over twelve years, every act told by two reports on
 * average. Tells seconds of processor time. By hand, with the test class path: {@code java org.demarche.store.ManyEvents FOLDER REPORTS}.
 */
final class ManyEvents {
    private static final int ACTS = 5;

    /** So many reports come to a ledger that is there. */
    private static final int MORE = 10;

    private ManyEvents() {}

    public static void main(String[] arguments) throws java.io.IOException {
        Path folder = Path.of(arguments[0]);
        int reports = Integer.parseInt(arguments[1]);
        Files.createDirectories(folder);
        String ledger = folder.resolve("ledger-" + reports).toString();
        Pipeline pipeline = new Pipeline(sentences -> {
            throw new IllegalStateException("generated reports are not parsed");
        });
        Generated generated = new Generated(reports, ACTS);
        try (LedgerBook book = new LedgerBook(Ledgers.open(ledger, LedgerStore.Access.WRITE), pipeline)) {
            long began = cpu();
            List<Posting> batch = new ArrayList<>();
            for (int i = 0; i < reports; i++) {
                batch.add(generated.report(i));
                if (batch.size() == 500) {
                    book.store().post(batch);
                    batch.clear();
                }
            }
            book.store().post(batch);
            began = say("write", began);
            Dossier dossier = book.refresh();
            began = say("merge and keep", began);
            System.out.printf(
                    Locale.ROOT,
                    "%d reports, %d claims, %d events, %d disagreements, %d answers%n",
                    dossier.documents().size(),
                    dossier.claims().size(),
                    dossier.events().size(),
                    dossier.disagreements().size(),
                    dossier.answers().size());
            began = cpu();
            for (int i = 0; i < MORE; i++) {
                batch.add(generated.report(reports + i));
            }
            book.store().post(batch.subList(batch.size() - MORE, batch.size()));
            began = say("write " + MORE + " more", began);
            book.refresh();
            say("merge and keep all again", began);
        }
        try (LedgerBook book = new LedgerBook(Ledgers.open(ledger, LedgerStore.Access.READ), pipeline)) {
            long began = cpu();
            Dossier dossier = book.dossier();
            began = say("load (timeline)", began);
            int rows = pipeline.states(dossier, LocalDate.of(2018, 5, 1), null).size();
            began = say("status, " + rows + " rows", began);
            pipeline.states(dossier, LocalDate.of(2012, 5, 1), null);
            began = say("status of another day", began);
            String one = dossier.events().get(0).actors().get(0).actor().id();
            String other = dossier.events().get(0).recipients().get(0).actor().id();
            Dossier dyad = book.dossier(List.of(one, other));
            began = say("load of one dyad, " + dyad.events().size() + " events", began);
            pipeline.states(dyad, LocalDate.of(2018, 5, 1), null);
            say("status of one dyad", began);
        }
    }

    /** Time of the processor, so that a busy machine does not count. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long say(String what, long began) {
        long now = cpu();
        System.out.printf(Locale.ROOT, "%-28s %7.2f s%n", what, (now - began) / 1e9);
        return now;
    }
}
