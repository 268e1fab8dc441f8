package org.demarche.language;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The native library of the engine's runtime, kept unpacked between starts. Left alone, the runtime unpacks its thirty megabytes into a temporary folder at every start, which takes longer than
 * loading the model.
 */
final class EngineLibrary {

    /** Names the folder; the launchers give one beside the program. Without it the runtime does as it always does. */
    static final String FOLDER_PROPERTY = "demarche.natives";

    private static final String RUNTIMES_OWN = "onnxruntime.native.path";

    private EngineLibrary() {}

    /** Unpacks the library where that is due, and tells the runtime where it is. What goes wrong here costs time only. */
    static void keep() {
        String folder = System.getProperty(FOLDER_PROPERTY);
        if (folder == null || folder.isBlank() || System.getProperty(RUNTIMES_OWN) != null) {
            return;
        }
        try {
            if (keep(Path.of(folder))) {
                System.setProperty(RUNTIMES_OWN, folder);
            }
        } catch (IOException | UnsupportedOperationException e) {
            // A folder that cannot be written: the runtime unpacks its library by itself.
        }
    }

    /** Whether the library lies in the folder now. */
    static boolean keep(Path folder) throws IOException {
        String platform = platform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        for (String name : new String[] {"onnxruntime", "onnxruntime4j_jni"}) {
            String file = System.mapLibraryName(name);
            URL packed = OrtEnvironment.class.getResource("/ai/onnxruntime/native/" + platform + "/" + file);
            if (packed == null) {
                return false;
            }
            keep(packed, folder.resolve(file));
        }
        return true;
    }

    /** What the runtime calls a platform; null where it has no library that is loaded from two files. */
    static @Nullable String platform(String system, String processor) {
        String os = system.toLowerCase(Locale.ROOT);
        String folder = os.contains("nux") ? "linux" : os.contains("mac") || os.contains("darwin") ? "osx" : null;
        String arch = switch (processor.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x64";
            case "aarch64", "arm64" -> "aarch64";
            default -> null;
        };
        return folder == null || arch == null ? null : folder + "-" + arch;
    }

    /** A copy that several programs may make at once: each moves a whole one to its place. */
    private static void keep(URL packed, Path file) throws IOException {
        URLConnection connection = packed.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            if (Files.isRegularFile(file) && Files.size(file) == connection.getContentLengthLong()) {
                return;
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path part = Files.createTempFile(file.toAbsolutePath().getParent(), "part", null);
            try {
                Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        }
    }
}
