package org.demarche.server;

import static j2html.TagCreator.a;
import static j2html.TagCreator.button;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.demarche.model.Document;
import org.demarche.model.Notice;
import org.demarche.read.Read;
import org.demarche.read.ReadOptions;
import org.demarche.read.Reader;
import org.demarche.store.LedgerBook;

/**
 * Reads files that were sent to the page. They stay in memory: no name and no byte of them reaches the file system except through the
 * ledger. One lot at a time.
 */
final class Intake implements AutoCloseable {
    static final int MOST_FILES = 500;
    static final long MOST_BYTES = 64L << 20;
    private static final int LONGEST_NAME = 120;
    private static final int MOST_NOTICES = 50;

    private final Books books;
    private final Live live;
    private final ExecutorService work = Executors.newSingleThreadExecutor(r -> {
        Thread thread = new Thread(r, "demarche-intake");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile Progress progress = new Progress(0, 0, 0, "", List.of());

    Intake(Books books, Live live) {
        this.books = books;
        this.live = live;
    }

    /** A file as it was sent. */
    record Sent(String name, byte[] content) {}

    /**
     * How far the last lot is.
     *
     * @param end what came of it, or empty while it is read
     */
    record Progress(int files, int coded, int claims, String end, List<String> notices) {
        boolean isBusy() {
            return files > 0 && end.isEmpty();
        }
    }

    Progress progress() {
        return progress;
    }

    /** Begins to read; the answer is in {@link #progress}. */
    void take(List<Sent> files) {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("DEM-613 no file was sent");
        }
        if (files.size() > MOST_FILES) {
            throw new IllegalArgumentException(
                    "DEM-613 " + files.size() + " files at once; at most " + MOST_FILES + ", or `demarche ingest`");
        }
        if (!waiting.compareAndSet(0, 1)) {
            throw new IllegalArgumentException("DEM-614 another lot is still being read; wait until it is done");
        }
        progress = new Progress(files.size(), 0, 0, "", List.of());
        tell(files.size(), 0, 0);
        work.execute(() -> {
            try {
                read(files);
            } catch (RuntimeException fault) {
                String why = fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
                end("Nothing more was read: " + why, progress.notices());
            } finally {
                waiting.set(0);
            }
        });
    }

    private void read(List<Sent> files) {
        Reader reader = new Reader(ReadOptions.DEFAULT);
        List<String> notices = new ArrayList<>();
        int[] counts = new int[2];
        try (LedgerBook book = Turns.write(books);
                Stream<Document> documents = files.stream()
                        .flatMap(f -> reader.read(name(f.name()), f.content()))
                        .flatMap(r -> {
                            if (r instanceof Read.Said said && notices.size() < MOST_NOTICES) {
                                notices.add(line(said.notice()));
                            }
                            return r instanceof Read.Of of ? Stream.of(of.document()) : Stream.empty();
                        })) {
            LedgerBook.Ingested ingested = book.ingest(documents, 1, coded -> {
                counts[0]++;
                counts[1] += coded.claims().size();
                progress = new Progress(files.size(), counts[0], counts[1], "", List.copyOf(notices));
                tell(files.size(), counts[0], counts[1]);
            });
            book.refresh();
            end(
                    Say.count(ingested.read(), "document") + " read = " + ingested.added() + " new + "
                            + ingested.known() + " known already; " + Say.count(counts[1], "claim"),
                    notices);
        }
    }

    private void tell(int files, int coded, int claims) {
        live.send(
                "progress",
                String.format(Locale.ROOT, "{\"files\":%d,\"coded\":%d,\"claims\":%d}", files, coded, claims));
    }

    private void end(String what, List<String> notices) {
        Progress before = progress;
        progress = new Progress(before.files(), before.coded(), before.claims(), what, List.copyOf(notices));
        live.send("done", "{\"files\":" + before.files() + "}");
    }

    private static String line(Notice notice) {
        return notice.code() + " " + notice.file() + ": " + notice.message() + " " + notice.repair();
    }

    /** The last part of what the browser calls the file, without anything that could be a path or a control character. */
    static String name(String sent) {
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}]", "")
                .strip();
        String safe = last.isEmpty() || last.chars().allMatch(c -> c == '.') ? "report" : last;
        return safe.length() > LONGEST_NAME ? safe.substring(safe.length() - LONGEST_NAME) : safe;
    }

    /** The form, and how far the last lot is. */
    DomContent form(DomContent seal, boolean writable) {
        if (!writable) {
            return span();
        }
        Progress now = progress;
        List<DomContent> said = new ArrayList<>();
        if (now.files() > 0) {
            said.add(p(now.isBusy()
                            ? "Reading: " + now.coded() + " coded of " + Say.count(now.files(), "file") + ", "
                                    + Say.count(now.claims(), "claim") + " so far. Still reading."
                            : now.end())
                    .withId("progress"));
            if (!now.notices().isEmpty()) {
                said.add(ul(each(now.notices(), n -> li(n))).withClass("notices"));
            }
            if (now.isBusy()) {
                said.add(p(a("Look again").withHref("/sources")));
            }
        }
        return section(
                        h2("Add reports"),
                        j2html.TagCreator.form(
                                        seal,
                                        label(
                                                span(
                                                        "Drop files here, or choose them (text, HTML, PDF, DOCX, mail, feeds, WARC, CSV, JSON Lines, zip)"),
                                                input().withType("file")
                                                        .withName("files")
                                                        .attr("multiple")
                                                        .attr("required")),
                                        button("Read them").withType("submit"))
                                .withMethod("post")
                                .withAction("/ingest")
                                .attr("enctype", "multipart/form-data")
                                .withClass("drop"),
                        div(each(said, s -> s)).attr("aria-live", "polite"))
                .withClass("intake");
    }

    @Override
    public void close() {
        work.shutdownNow();
    }
}
