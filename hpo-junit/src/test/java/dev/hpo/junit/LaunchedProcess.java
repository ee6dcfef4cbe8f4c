// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process of its own that runs tuning tests by {@link TuningLauncher}, with no terminal, its files in a folder of its own. */
final class LaunchedProcess {

    /** The system property that tells test cases of the folder. */
    static final String FOLDER = "dev.hpo.junit.folder";

    /** The name of a file that a test case makes when it is to be ended. */
    private static final String READY = "ready";

    private final Path folder;
    private final Process process;

    private LaunchedProcess(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    static LaunchedProcess start(Path folder, List<Class<?>> testCases, String... options) throws IOException {
        return start(List.of(), folder, testCases, options);
    }

    /** Starts a process with a variable in its environment. */
    static LaunchedProcess startWith(
            String variable, String value, Path folder, List<Class<?>> testCases, String... options)
            throws IOException {
        return start(List.of("/usr/bin/env", variable + "=" + value), folder, testCases, options);
    }

    /** Starts a process no file of which gets larger than so many bytes. */
    static LaunchedProcess startWithFilesOf(int bytes, Path folder, List<Class<?>> testCases) throws IOException {
        String limited = "ulimit -f " + bytes / 1024 + "; exec \"$@\"";
        return start(List.of("bash", "-c", limited, "bash"), folder, testCases);
    }

    private static LaunchedProcess start(List<String> shell, Path folder, List<Class<?>> testCases, String... options)
            throws IOException {
        List<String> command = new ArrayList<>(shell);
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            // Else it would print to the terminal of whoever runs these tests.
            command.add("/usr/bin/setsid");
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-D" + FOLDER + "=" + folder,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                TuningLauncher.class.getName(),
                "--directory",
                folder.toString()));
        command.addAll(List.of(options));
        testCases.forEach(testCase -> command.add(testCase.getName()));
        return new LaunchedProcess(
                folder,
                new ProcessBuilder(command)
                        .redirectOutput(folder.resolve("out").toFile())
                        .redirectError(folder.resolve("err").toFile())
                        .start());
    }

    /** Says, within the process, that it is to be ended now, and waits for that. */
    static void waitToBeEnded() throws IOException, InterruptedException {
        Files.createFile(Path.of(System.getProperty(FOLDER), READY));
        TimeUnit.HOURS.sleep(1);
    }

    /** Waits until a test case has said that the process is to be ended. */
    LaunchedProcess awaitReady() throws IOException, InterruptedException {
        File ready = folder.resolve(READY).toFile();
        while (!ready.exists()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("ended too early: " + out() + err());
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return this;
    }

    LaunchedProcess signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        return this;
    }

    /** Waits for its end. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
        }
        return process.exitValue();
    }

    /** Returns what it has printed to its usual output. */
    String out() throws IOException {
        return Files.readString(folder.resolve("out"));
    }

    /** Returns what it has printed to its error output. */
    String err() throws IOException {
        return Files.readString(folder.resolve("err"));
    }

    /** Returns the names of the files that are in its folder. */
    List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
