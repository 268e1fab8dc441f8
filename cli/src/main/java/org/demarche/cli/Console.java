package org.demarche.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.demarche.model.Notice;
import org.jspecify.annotations.Nullable;

/** Where a verb speaks: data to standard output in UTF-8, notices and progress to standard error. */
final class Console {
    private Console() {}

    /** Standard output for data, buffered; flush it. */
    static Writer data() {
        return new BufferedWriter(new OutputStreamWriter(new LeftOpen(), StandardCharsets.UTF_8), 1 << 16);
    }

    /** Standard output, which stays open for the next command of this process. */
    private static final class LeftOpen extends FilterOutputStream {
        LeftOpen() {
            super(new FileOutputStream(FileDescriptor.out));
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /** Standard output for what a person reads. */
    static PrintWriter text() {
        return new PrintWriter(data(), false);
    }

    /** One line for a person on standard output. */
    static void say(String line) {
        PrintWriter out = text();
        out.println(line);
        out.flush();
    }

    /** Standard error as UTF-8. */
    static PrintStream messages() {
        return new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    }

    /** Whether a person sits before standard output; the launcher knows. */
    static boolean isTerminal() {
        return Boolean.getBoolean("demarche.terminal");
    }

    /** Whether colours are wanted: a terminal, and {@code NO_COLOR} is not set (https://no-color.org). */
    static boolean isColoured() {
        String none = System.getenv("NO_COLOR");
        return isTerminal() && (none == null || none.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
    }

    /** One line for a notice: code, place, what happened, what to do. */
    static String line(Notice notice) {
        return line(notice.code(), notice.file(), notice.start(), notice.message(), notice.repair());
    }

    private static String line(String code, String file, @Nullable Integer at, String message, String repair) {
        StringBuilder out = new StringBuilder(code).append(' ').append(file);
        if (at != null) {
            out.append('@').append(at);
        }
        out.append(": ").append(message);
        if (!repair.isEmpty()) {
            out.append(message.endsWith(".") ? " " : ". ").append(repair);
        }
        return out.toString();
    }
}
