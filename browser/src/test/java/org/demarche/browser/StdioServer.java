package org.demarche.browser;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.demarche.server.Mcp;

/** MCP over standard input and output on the ledger in a folder, as a process of its own for a client to talk to. */
final class StdioServer {
    private StdioServer() {}

    public static void main(String[] arguments) throws IOException {
        try (PrintStream out =
                new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8)) {
            Mcp.over(ServedSample.books(arguments[0]), ServedSample.pipeline(), true)
                    .serve(System.in, out);
        }
    }
}
