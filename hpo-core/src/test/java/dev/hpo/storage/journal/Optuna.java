// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Optuna itself, by way of {@code interop/journal.py}.
 *
 * @param python the Python that has it
 * @param journal the file
 */
record Optuna(String python, Path journal) {

    /** The system property by which {@code interop/run} says where the Pythons are. */
    static final String PYTHONS = "interop.pythons";

    /** Returns the Pythons, each of which has another version. */
    static Stream<String> pythons() {
        return Stream.of(System.getProperty(PYTHONS, "").split(",")).filter(python -> !python.isBlank());
    }

    /** Returns what a command says. */
    Map<?, ?> run(String command, String... arguments) throws IOException, InterruptedException {
        return result(start(command, arguments));
    }

    /** Returns what a command says when it has ended. */
    Map<?, ?> result(Running running) throws IOException, InterruptedException {
        int code = running.process().waitFor();
        String text = Files.readString(running.output());
        assertThat(code).as(text).isZero();
        return JSON.std.mapFrom(text);
    }

    /** Returns what a command says that fails. */
    String failure(String command, String... arguments) throws IOException, InterruptedException {
        Running running = start(command, arguments);
        assertThat(running.process().waitFor()).isNotZero();
        return Files.readString(running.output());
    }

    /** Runs another script of the folder {@code interop} to its end. */
    void runScript(String name, String... arguments) throws IOException, InterruptedException {
        Running running = start(name, List.of(), List.of(arguments), Map.of());
        int code = running.process().waitFor();
        assertThat(code).as(Files.readString(running.output())).isZero();
    }

    /** Reads in a time zone that is hardly the one of the tests, and writes in theirs, as earlier versions do not say which. */
    Running start(String command, String... arguments) throws IOException {
        boolean isReading = command.equals("load") || command.equals("analyse");
        return start(
                "journal.py", List.of(command), List.of(arguments), isReading ? Map.of("TZ", "Asia/Tokyo") : Map.of());
    }

    private Running start(String script, List<String> command, List<String> arguments, Map<String, String> environment)
            throws IOException {
        List<String> words = new ArrayList<>(List.of(
                python,
                Path.of(System.getProperty("basedir", ""))
                        .toAbsolutePath()
                        .resolveSibling("interop/" + script)
                        .toString()));
        words.addAll(command);
        words.add(journal.toString());
        words.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().putAll(environment);
        builder.environment().put("PYTHONUTF8", "1");
        builder.environment().put("PYTHONIOENCODING", StandardCharsets.UTF_8.name());
        Path output = Files.createTempFile(journal.getParent(), "python", ".txt");
        return new Running(
                builder.redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start(),
                output);
    }

    /**
     * A command that runs.
     *
     * @param output what it says
     */
    record Running(Process process, Path output) {}
}
