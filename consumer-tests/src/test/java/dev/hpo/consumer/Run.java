// SPDX-License-Identifier: Apache-2.0
package dev.hpo.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What a finished process left: its exit code and all it printed. */
record Run(int exitCode, String log) {

    /** A hanging process must not hang the build; none takes a tenth of this. */
    private static final long MINUTES = 10;

    /**
     * Runs a command to its end.
     *
     * @param folder where it runs
     * @param environment what is added to the environment
     */
    static Run of(Path folder, Map<String, String> environment, List<String> command) {
        try {
            Path log = Files.createTempFile(
                    Files.createDirectories(Path.of("target/logs")), folder.getFileName() + "-", ".log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError(command + " did not end; see " + log);
            }
            return new Run(process.exitValue(), Files.readString(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while running " + command, e);
        }
    }

    Run succeeds() {
        assertThat(exitCode).as("exit code of%n%s", log).isZero();
        return this;
    }

    Run fails() {
        assertThat(exitCode).as("exit code of%n%s", log).isNotZero();
        return this;
    }

    Run prints(String... texts) {
        assertThat(log).contains(texts);
        return this;
    }

    /** Returns the line by which a study says how to run its best trial again. */
    String replayOf(String study) {
        int summary = log.indexOf(study + ", run ");
        assertThat(summary).as("summary of %s in%n%s", study, log).isNotNegative();
        return log.substring(summary)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("replay "))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no replay in " + log))
                .substring("replay ".length())
                .strip();
    }

    Run printsNot(String... texts) {
        assertThat(log).doesNotContain(texts);
        return this;
    }
}
