// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM with the classes of this one. What it prints is in a file, as nobody reads the pipe of a process that is killed. */
final class ChildProcess {

    private static final long PATIENCE_MINUTES = 5;

    private final Process process;
    private final Path output;

    private ChildProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static ChildProcess java(Path output, Class<?> main, Object... arguments) {
        List<Object> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return start(output, command);
    }

    static ChildProcess start(Path output, List<Object> command) {
        try {
            Process process = new ProcessBuilder(
                            command.stream().map(Object::toString).toList())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return new ChildProcess(process, output);
        } catch (IOException e) {
            throw new UncheckedIOException(command.get(0) + " must start", e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it as the operating system does it, which it cannot notice. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Waits for its end, and returns what it has printed. */
    String result() throws InterruptedException {
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            kill();
            throw new IllegalStateException("a process must end within " + PATIENCE_MINUTES + " minutes: " + printed());
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("a process failed with " + process.exitValue() + ": " + printed());
        }
        return printed();
    }

    private String printed() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(output + " must be readable", e);
        }
    }
}
