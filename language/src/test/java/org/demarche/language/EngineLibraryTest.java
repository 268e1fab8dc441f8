package org.demarche.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineLibraryTest {
    @TempDir
    Path folder;

    @Test
    void theLibraryIsUnpackedOnceAndMendedWhereItIsCutShort() throws IOException {
        assumeThat(EngineLibrary.keep(folder)).isTrue();
        Path library = folder.resolve(System.mapLibraryName("onnxruntime"));
        long size = Files.size(library);
        FileTime first = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(library, first);

        EngineLibrary.keep(folder);
        assertThat(Files.getLastModifiedTime(library)).isEqualTo(first);

        Files.write(library, new byte[] {1, 2, 3});
        EngineLibrary.keep(folder);
        assertThat(library).hasSize(size);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void platformsAreCalledAsTheRuntimeCallsThem() {
        assertThat(EngineLibrary.platform("Linux", "amd64")).isEqualTo("linux-x64");
        assertThat(EngineLibrary.platform("Linux", "aarch64")).isEqualTo("linux-aarch64");
        assertThat(EngineLibrary.platform("Mac OS X", "aarch64")).isEqualTo("osx-aarch64");
        assertThat(EngineLibrary.platform("Windows 11", "amd64")).isNull();
        assertThat(EngineLibrary.platform("Linux", "riscv64")).isNull();
    }
}
