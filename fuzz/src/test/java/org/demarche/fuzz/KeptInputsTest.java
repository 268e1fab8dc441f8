package org.demarche.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every input that was kept, the ones that once broke something among them, is answered. */
class KeptInputsTest {

    @ParameterizedTest
    @EnumSource
    void everyKeptInputIsAnswered(Target target) throws IOException {
        assertThatCode(() -> target.take(new byte[0])).doesNotThrowAnyException();
        for (byte[] bytes : target.kept(Path.of("kept"))) {
            String begin = new String(bytes, 0, Math.min(80, bytes.length), StandardCharsets.ISO_8859_1);
            assertTimeoutPreemptively(
                    Duration.ofSeconds(30),
                    () -> assertThatCode(() -> target.take(bytes)).as(begin).doesNotThrowAnyException(),
                    begin);
        }
    }
}
