package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README promises to those who write Java. */
class ReadmeTest {
    private static final Set<String> MODULES = Set.of("org.demarche.language", "org.demarche.store");
    /** Libraries without a descriptor that ours require by the names of their manifests. */
    private static final Set<String> NAMED = Set.of("com.microsoft.onnxruntime", "org.postgresql.jdbc");

    @TempDir
    Path folder;

    @Test
    void itsJavaRunsWithTheDescribedModulesOnTheModulePath() throws IOException, InterruptedException {
        Matcher code = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("..", "README.md")));
        assertThat(code.find()).isTrue();
        Path program = folder.resolve("Six.java");
        Files.writeString(
                program,
                Stream.of(
                                        "java.time",
                                        "java.util",
                                        "java.util.stream",
                                        "org.demarche",
                                        "org.demarche.language",
                                        "org.demarche.read")
                                .map(name -> "import " + name + ".*;\n")
                                .collect(Collectors.joining())
                        + "class Six { public static void main(String[] args) throws Exception {\n"
                        + code.group(1)
                        + "}}\n");
        Path articles = Files.createDirectories(folder.resolve("articles"));
        try (Stream<Path> reports = Files.list(Path.of("..", "samples", "nato-russia-2021", "reports"))) {
            for (Path report : reports.toList()) {
                Files.copy(report, articles.resolve(report.getFileName()));
            }
        }

        String said = run(program);

        assertThat(said).contains("State[").contains("attribute=CEILING, value=10");
    }

    /** Runs one source file: our modules and what they need on the module path, the rest on the class path. */
    private String run(Path program) throws IOException, InterruptedException {
        Set<Path> paths = new LinkedHashSet<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            paths.add(Path.of(entry).toAbsolutePath());
        }
        ModuleFinder finder =
                ModuleFinder.of(paths.stream().filter(ReadmeTest::isModule).toArray(Path[]::new));
        Set<Path> modules = Configuration.empty().resolve(finder, ModuleFinder.ofSystem(), MODULES).modules().stream()
                .map(ResolvedModule::reference)
                .map(ModuleReference::location)
                .flatMap(where -> where.stream())
                .filter(where -> where.getScheme().equals("file"))
                .map(Path::of)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        paths.removeAll(modules);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-p",
                join(modules),
                "--add-modules",
                String.join(",", MODULES),
                program.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("CLASSPATH", join(paths));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    /** Whether it can stand on the module path: it has a descriptor, or a manifest with a name that we require. */
    private static boolean isModule(Path path) {
        try {
            return ModuleFinder.of(path).findAll().stream()
                    .map(ModuleReference::descriptor)
                    .anyMatch(d -> !d.isAutomatic() || NAMED.contains(d.name()));
        } catch (FindException e) {
            return false;
        }
    }

    private static String join(Set<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
