// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import dev.hpo.space.Configuration;
import dev.hpo.storage.journal.lock.Holder;
import dev.hpo.storage.journal.lock.JournalLock;
import dev.hpo.storage.journal.lock.LockTiming;
import dev.hpo.study.Study;
import dev.hpo.study.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that does something with a journal, until it is done or killed. */
public final class Child {

    private final Process process;

    private Child(Process process) {
        this.process = process;
    }

    /** Starts a JVM; what it prints is in a file, as nobody reads a pipe of a process that is killed. */
    static Child start(Path output, String task, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Child.class.getName(),
                task));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new Child(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start());
    }

    /** Ends it as the operating system does it, which it cannot notice. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            kill();
        }
        return process.exitValue();
    }

    /** Does the task of the arguments. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path journal = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "append" -> append(journal, Integer.parseInt(arguments[2]), Path.of(arguments[3]));
            case "join" -> join(journal, Integer.parseInt(arguments[2]), Path.of(arguments[3]));
            case "hold" -> hold(journal, Path.of(arguments[2]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /** Begins and ends trials, and notes the number of each that it was told to be kept. */
    private static void append(Path file, int count, Path told) throws IOException {
        try (Journal journal = Journal.open(file, JournalSettings.of(Following.everything()))) {
            for (int done = 0; done < count; done++) {
                int[] number = {0};
                int trial = journal.append(state -> {
                            number[0] = state.study("a").orElseThrow().size();
                            return List.of(Trials.begin(0, (number[0] % 1000) / 1000.0));
                        })
                        .get(0)
                        .id();
                List<Receipt> receipts = journal.append(state -> List.of(
                        Trials.report(trial, 1, number[0]),
                        Trials.attribute(trial, "filler", "x".repeat(number[0] % 7 * 1000)),
                        Trials.end(trial, number[0])));
                if (receipts.stream().allMatch(Receipt::counted)) {
                    Files.writeString(told, number[0] + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                }
            }
        }
    }

    /** Takes part in a run beside others, and notes the number of each trial that it was told to be kept. */
    private static void join(Path file, int count, Path told) throws IOException, InterruptedException {
        try (Study<Configuration> study = Study.open(OptunaWorkersTests.SPACE, OptunaWorkersTests.spec(file))) {
            for (int done = 0; done < count; done++) {
                Trial trial = study.ask().orElseThrow().trial();
                trial.report(trial.number());
                study.tell(trial);
                Files.writeString(told, trial.number() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        }
    }

    /** Takes the lock, says so and keeps it until it is killed. */
    private static void hold(Path journal, Path said) throws IOException {
        JournalLock lock = JournalLock.of(journal, LockTiming.OPTUNA);
        Holder holder = lock.newHolder();
        lock.acquire(holder);
        Files.writeString(said, holder.name());
        Files.move(said, said.resolveSibling("held"));
        while (true) {
            try {
                TimeUnit.HOURS.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
