package org.demarche.browser;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL server of our own in a temporary folder, from the binaries that Debian installs. */
final class Postgresql implements AutoCloseable {
    private static final Path BINARIES = Path.of("/usr/lib/postgresql");

    private final Path program;
    private final Path folder;
    private final int port;

    private Postgresql(Path program, Path folder, int port) {
        this.program = program;
        this.folder = folder;
        this.port = port;
    }

    /** The folder of the newest server's programs; empty where none is installed. */
    static Optional<Path> installed() throws IOException {
        if (!Files.isDirectory(BINARIES)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(BINARIES)) {
            return versions.map(v -> v.resolve("bin"))
                    .filter(b -> Files.isExecutable(b.resolve("initdb")))
                    .max(Path::compareTo);
        }
    }

    static Postgresql start(Path program) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("demarche-postgresql");
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Postgresql server = new Postgresql(program, folder, port);
        if (isRoot()) {
            server.run(List.of("chown", "postgres", folder.toString()));
        }
        String data = folder.resolve("data").toString();
        server.run(server.asUser("initdb", "-D", data, "-A", "trust", "-U", "demarche", "-E", "UTF8", "--no-sync"));
        server.run(server.asUser(
                "pg_ctl",
                "-D",
                data,
                "-w",
                "-t",
                "180",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + folder,
                "start"));
        return server;
    }

    String address() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=demarche";
    }

    @Override
    public void close() {
        try {
            run(asUser("pg_ctl", "-D", folder.resolve("data").toString(), "-m", "immediate", "stop"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The server refuses to run as root: then it runs as the user that Debian made for it. */
    private List<String> asUser(String name, String... arguments) {
        List<String> out = new ArrayList<>(isRoot() ? List.of("runuser", "-u", "postgres", "--") : List.of());
        out.add(program.resolve(name).toString());
        out.addAll(List.of(arguments));
        return out;
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(200, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("failed: " + String.join(" ", command));
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
