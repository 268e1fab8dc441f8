package org.demarche.spark;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One master and some workers, each a process of its own, started from the jars of the class path. */
final class LocalCluster implements AutoCloseable {
    private static final String HERE = "127.0.0.1";

    /** What Spark wants of a Java 17 and newer; for executors it adds this by itself. */
    private static final List<String> OPENS = Stream.of(
                    "java.lang",
                    "java.lang.invoke",
                    "java.lang.reflect",
                    "java.io",
                    "java.net",
                    "java.nio",
                    "java.util",
                    "java.util.concurrent",
                    "java.util.concurrent.atomic",
                    "sun.nio.ch",
                    "sun.nio.cs",
                    "sun.security.action",
                    "sun.util.calendar")
            .map(p -> "--add-opens=java.base/" + p + "=ALL-UNNAMED")
            .toList();

    private final Path home;
    private final List<Path> links = new ArrayList<>();
    private final String folders;
    private final List<Process> processes = new ArrayList<>();
    private final String url;

    /** Starts a master and workers of one core each. */
    LocalCluster(Path home, int workers) throws IOException, InterruptedException {
        this.home = home;
        Path jars = Files.createDirectories(home.resolve("jars"));
        List<String> classes = new ArrayList<>();
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        for (String entry : path.split(File.pathSeparator)) {
            Path at = Path.of(entry).toAbsolutePath();
            if (Files.isDirectory(at)) {
                classes.add(at.toString());
            } else if (Files.isRegularFile(at)) {
                Path link = jars.resolve(at.getFileName());
                if (!Files.exists(link)) {
                    links.add(Files.createSymbolicLink(link, at));
                }
            }
        }
        this.folders = String.join(File.pathSeparator, classes);
        int port = freePort();
        this.url = "spark://" + HERE + ":" + port;
        start(
                "master",
                List.of("-Xmx256m"),
                "org.apache.spark.deploy.master.Master",
                "--host",
                HERE,
                "--port",
                String.valueOf(port),
                "--webui-port",
                "0");
        awaitPort(port);
        for (int i = 0; i < workers; i++) {
            start(
                    "worker" + i,
                    List.of("-Xmx256m"),
                    "org.apache.spark.deploy.worker.Worker",
                    "--host",
                    HERE,
                    "--cores",
                    "1",
                    "--memory",
                    "1500M",
                    "--webui-port",
                    "0",
                    "--work-dir",
                    home.resolve("work" + i).toString(),
                    url);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HERE))) {
            return socket.getLocalPort();
        }
    }

    private static void awaitPort(int port) throws IOException, InterruptedException {
        for (int i = 0; ; i++) {
            try {
                new Socket(HERE, port).close();
                return;
            } catch (IOException notYet) {
                if (i == 600) {
                    throw notYet;
                }
                Thread.sleep(100);
            }
        }
    }

    private Process start(String name, List<String> options, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPENS);
        command.add("-XX:+UseSerialGC");
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(options);
        command.add(main);
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("CLASSPATH", home.resolve("jars") + "/*" + File.pathSeparator + folders);
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", HERE);
        builder.environment().put("SPARK_NO_DAEMONIZE", "1");
        builder.redirectErrorStream(true)
                .redirectOutput(home.resolve(name + ".log").toFile());
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    /** Starts the program on the cluster; what it says is in {@code NAME.log}. */
    Process ingest(String name, String... arguments) throws IOException {
        return driver(name, url, arguments);
    }

    /** Starts the program in one process, without the cluster. */
    Process alone(String name, String... arguments) throws IOException {
        return driver(name, "local[1]", arguments);
    }

    private Process driver(String name, String master, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--master", master));
        for (String setting : List.of(
                "spark.executor.memory=800m",
                "spark.executor.cores=1",
                "spark.driver.host=" + HERE,
                "spark.driver.bindAddress=" + HERE,
                "spark.executor.extraClassPath=" + folders,
                "spark.executor.extraJavaOptions=-XX:+UseSerialGC -XX:TieredStopAtLevel=1")) {
            all.addAll(List.of("--conf", setting));
        }
        return start(name, List.of("-Xmx900m"), "org.demarche.spark.SparkIngest", all.toArray(new String[0]));
    }

    String said(String name) throws IOException {
        return Files.readString(home.resolve(name + ".log"));
    }

    /** The processes in which tasks run. */
    List<ProcessHandle> executors() {
        return processes.stream()
                .flatMap(p -> p.toHandle().children())
                .filter(p -> p.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend")
                        || p.info().arguments().stream()
                                .flatMap(Stream::of)
                                .anyMatch(a -> a.contains("CoarseGrainedExecutorBackend")))
                .toList();
    }

    @Override
    public void close() throws IOException {
        List<ProcessHandle> all = new ArrayList<>();
        for (Process process : processes) {
            process.descendants().forEach(all::add);
            all.add(process.toHandle());
        }
        all.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit()
                .completeOnTimeout(process, 10, TimeUnit.SECONDS)
                .join());
        for (Path link : links) {
            Files.deleteIfExists(link);
        }
    }
}
