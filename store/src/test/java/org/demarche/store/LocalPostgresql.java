package org.demarche.store;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL server of our own in a temporary folder, from the binaries that Debian installs. */
public final class LocalPostgresql {
    private static final Path BINARIES = Path.of("/usr/lib/postgresql");

    private final Path program;
    private final Path folder;
    private final int port;

    private LocalPostgresql(Path program, Path folder, int port) {
        this.program = program;
        this.folder = folder;
        this.port = port;
    }

    /** The folder of the newest server's programs; empty where none is installed. */
    public static Optional<Path> installed() throws IOException {
        if (!Files.isDirectory(BINARIES)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(BINARIES)) {
            return versions.map(v -> v.resolve("bin"))
                    .filter(b -> Files.isExecutable(b.resolve("initdb")))
                    .max(Path::compareTo);
        }
    }

    public static LocalPostgresql start(Path program) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("demarche-postgresql");
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        LocalPostgresql server = new LocalPostgresql(program, folder, port);
        if (isRoot()) {
            server.run(List.of("chown", "postgres", folder.toString()));
        }
        server.run(server.asUser(
                "initdb",
                "-D",
                folder.resolve("data").toString(),
                "-A",
                "trust",
                "-U",
                "demarche",
                "-E",
                "UTF8",
                "--no-sync"));
        server.up();
        return server;
    }

    private void up() throws IOException, InterruptedException {
        run(asUser(
                "pg_ctl",
                "-D",
                folder.resolve("data").toString(),
                "-w",
                "-t",
                "180",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + folder,
                "start"));
    }

    /** Kills the server and all of its processes, without warning. */
    void kill() throws IOException {
        Path file = folder.resolve("data").resolve("postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(file).get(0).strip());
        ProcessHandle.of(pid).ifPresent(server -> {
            List<ProcessHandle> all = new ArrayList<>(server.descendants().toList());
            server.destroyForcibly();
            all.forEach(ProcessHandle::destroyForcibly);
        });
    }

    /** Starts it again after a kill; it recovers by itself. Its shared memory may take a moment to go. */
    void restart() throws IOException, InterruptedException {
        for (int tries = 0; ; tries++) {
            try {
                up();
                return;
            } catch (IOException notYet) {
                if (tries == 20) {
                    throw notYet;
                }
                Thread.sleep(300);
            }
        }
    }

    /** Drops every table. */
    void empty() {
        try (Connection connection = DriverManager.getConnection(address());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA public CASCADE");
            statement.execute("CREATE SCHEMA public");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public String address() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=demarche";
    }

    public void close() throws IOException, InterruptedException {
        run(asUser("pg_ctl", "-D", folder.resolve("data").toString(), "-m", "immediate", "stop"));
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
