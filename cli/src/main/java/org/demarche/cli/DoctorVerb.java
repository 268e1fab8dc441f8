package org.demarche.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.demarche.Dossier;
import org.demarche.Version;
import org.demarche.export.CitationCheck;
import org.demarche.export.Table;
import org.demarche.export.Tables;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.model.Notice;
import org.demarche.model.State;
import org.demarche.store.Entry;
import org.demarche.store.LedgerBook;
import org.demarche.store.LedgerFault;
import org.demarche.store.NoLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        description = "What is wrong with the machine or the ledger, and how to mend it: one line each.",
        footer = {"", "Examples:", "  demarche doctor", "  demarche doctor --ledger ./nato", "  demarche doctor --check"
        })
final class DoctorVerb extends Verb {
    private static final long LITTLE_MEMORY = 512L << 20;
    private static final long LITTLE_DISK = 500L << 20;

    /** At most so many citations that do not hold are shown one by one. */
    private static final int SHOWN = 20;

    @Option(names = "--check", description = "Also go through the whole ledger; exit status 4 where it is damaged.")
    boolean check;

    @Mixin
    LedgerOption ledger = new LedgerOption();

    private int faults;

    @Override
    public Integer call() throws Exception {
        try (PrintWriter out = Console.text()) {
            machine(place(), out);
            ledger(out);
        }
        return faults == 0 ? Exit.DONE : Exit.FAULT;
    }

    /** The folder that grows: the ledger's where it lies in one that is there, or else this one. */
    private Path place() {
        Path here = Path.of("").toAbsolutePath();
        Path folder = ledger.location.startsWith("jdbc:") ? here : here.resolve(ledger.location);
        return Files.isDirectory(folder) ? folder : here;
    }

    private static void machine(Path place, PrintWriter out) throws IOException {
        ok(
                out,
                "demarche " + Version.program() + " on Java " + Runtime.version() + ", "
                        + Runtime.getRuntime().availableProcessors() + " processors");
        long memory = Runtime.getRuntime().maxMemory();
        say(out, memory >= LITTLE_MEMORY, "memory " + (memory >> 20) + " MB", "give Java more: DEMARCHE_OPTS=-Xmx2g");
        String charset = Charset.defaultCharset().name();
        ok(out, "texts are read by their own encodings (this machine's is " + charset + "), data are written in UTF-8");
        FileStore disk = Files.getFileStore(place);
        say(
                out,
                disk.getUsableSpace() >= LITTLE_DISK,
                "free disk " + (disk.getUsableSpace() >> 20) + " MB",
                "make room; a ledger takes some 50 KB a report");
        say(
                out,
                Files.isWritable(place),
                place + " can be written",
                "change to a folder of yours, or name another with --ledger; commands that only read still work");
    }

    private void ledger(PrintWriter out) {
        try (LedgerBook book = ledger.read()) {
            Dossier dossier = book.dossier();
            ok(
                    out,
                    "ledger " + ledger.location + ": "
                            + Summary.plural(dossier.documents().size(), "document") + ", "
                            + Summary.plural(dossier.happenings().size(), "event"));
            undated(dossier, out);
            languages(dossier, out);
            notices(dossier, out);
            if (check) {
                chain(book, out);
                citations(book, dossier, out);
            }
        } catch (NoLedger none) {
            ok(out, "no ledger at " + ledger.location + " yet: `demarche ingest FOLDER` makes one");
        } catch (LedgerFault fault) {
            faults++;
            say(out, false, String.valueOf(fault.getMessage()), "`demarche restore BACKUP --ledger NEW`");
        }
    }

    private static void undated(Dossier dossier, PrintWriter out) {
        for (Document document : dossier.documents()) {
            if (document.published().basis() == Dateline.Basis.UNKNOWN) {
                say(
                        out,
                        false,
                        "no date: " + document.file(),
                        "read it with --published DATE, or give dates with --meta FILE.csv");
            }
        }
    }

    private static void languages(Dossier dossier, PrintWriter out) {
        Map<String, Integer> others = new TreeMap<>();
        for (Document document : dossier.documents()) {
            if (!document.language().equals("en") && !document.language().equals("und")) {
                others.merge(document.language(), 1, Integer::sum);
            }
        }
        others.forEach((language, count) -> say(
                out,
                false,
                Summary.plural(count, "document") + " in " + language.toUpperCase(Locale.ROOT),
                "only English is covered: translate them"));
    }

    private static void notices(Dossier dossier, PrintWriter out) {
        Map<String, Integer> codes = new TreeMap<>();
        dossier.coded()
                .forEach(c -> c.notices().stream()
                        .filter(n -> n.severity() != Notice.Severity.INFO
                                && !n.code().equals("DEM-102"))
                        .forEach(n -> codes.merge(n.code(), 1, Integer::sum)));
        codes.forEach((code, count) -> say(
                out,
                false,
                code + " " + count + " times",
                "`demarche export --table notices` lists them; docs/NOTICES.md explains"));
    }

    private void chain(LedgerBook book, PrintWriter out) {
        String previous = "";
        for (Entry entry : book.store().log()) {
            if (!entry.holds() || !entry.previous().equals(previous)) {
                faults++;
                say(
                        out,
                        false,
                        "the log is broken at entry " + entry.sequence(),
                        "somebody changed it by hand: restore a backup");
                return;
            }
            previous = entry.hash();
        }
        ok(out, "the log of decisions is whole");
    }

    /** Against the texts as they were read, not as they were coded. */
    private void citations(LedgerBook book, Dossier dossier, PrintWriter out) {
        Map<String, Document> read = new TreeMap<>();
        try (Stream<Document> documents = book.store().documents()) {
            documents.forEach(d -> read.put(d.id(), d));
        }
        CitationCheck all = new CitationCheck(read);
        Tables tables = new Tables(dossier);
        List<State> states = new AsOf().states(dossier);
        for (Table table : Table.values()) {
            all.check(table, tables.rows(table, states));
        }
        List<String> broken = all.faults();
        faults += broken.size();
        broken.stream()
                .limit(SHOWN)
                .forEach(fault -> say(
                        out,
                        false,
                        "not the words of its document: " + fault,
                        "somebody changed the ledger by hand: `demarche recode`, or restore a backup"));
        if (broken.isEmpty()) {
            ok(out, "all " + Summary.plural((int) all.checked(), "citation") + " are the words of their documents");
        } else {
            say(
                    out,
                    false,
                    broken.size() + " of " + Summary.plural((int) all.checked(), "citation") + " do not hold",
                    "as above");
        }
    }

    private static void ok(PrintWriter out, String what) {
        out.println("ok    " + what);
    }

    private static void say(PrintWriter out, boolean fine, String what, String repair) {
        out.println(fine ? "ok    " + what : "mend  " + what + " -> " + repair);
    }
}
