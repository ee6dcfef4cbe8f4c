// SPDX-License-Identifier: Apache-2.0
package dev.hpo.accept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A file that is replaced while the disk gets full. */
@Timeout(120)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no limit on the size of files")
class HalfWrittenTests {

    /** In bytes; twice what the limit lets through. */
    private static final int LENGTH = 16_384;

    @Test
    void writingThatFailsHalfWay_leavesTheOldFileAndNoOther(@TempDir Path folder) throws Exception {
        Path path = Files.writeString(folder.resolve("knobs.properties"), "x = 1\n");

        // A limit on the size of files is a disk that is full for each of them.
        Process process = new ProcessBuilder(
                        "bash",
                        "-c",
                        "ulimit -f 8; exec \"$@\"",
                        "bash",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-UsePerfData",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Writing.class.getName(),
                        path.toString())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(out).isEqualTo("File too large after 8192 bytes\n");
        assertThat(path).hasContent("x = 1\n");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(path);
        }
    }

    /** Replaces a file by a longer one, and says what was wrong with that, and how much of a file of its length can be written there. */
    static final class Writing {

        private Writing() {}

        public static void main(String[] arguments) throws IOException {
            Path path = Path.of(arguments[0]);
            String text = "#".repeat(LENGTH);
            try {
                FileReplacement.write(path, text);
                System.out.println("written");
            } catch (IOException e) {
                Path other = path.resolveSibling("other");
                System.out.println(e.getMessage() + " after " + written(other, text) + " bytes");
                Files.delete(other);
            }
        }

        private static long written(Path file, String text) throws IOException {
            try {
                Files.writeString(file, text);
            } catch (IOException e) {
                return Files.size(file);
            }
            return text.length();
        }
    }
}
