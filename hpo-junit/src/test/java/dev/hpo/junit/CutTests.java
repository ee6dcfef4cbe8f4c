// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.sampler.Samplers;
import dev.hpo.study.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A study whose process dies, in a JVM of its own, and that goes on in this one, becomes what it would have been.
 * {@code -Ddev.hpo.testkit.long=true} cuts it with all samplers, each at a third of its trials, and {@code -Ddev.hpo.cuts=all} also at
 * each trial and in both ways.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class CutTests {

    private static final int TRIALS = 12;
    private static final boolean IS_ALL = "all".equals(System.getProperty("dev.hpo.cuts"));
    private static final boolean IS_LONG = IS_ALL || Boolean.getBoolean("dev.hpo.testkit.long");

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
    }

    /** How a process is ended, which study it runs, with which sampler, and at which moment of which trial. */
    static Stream<Arguments> cuts() {
        if (!IS_LONG) {
            return Stream.of(
                    Arguments.of(true, SequentialTestCase.class, "auto", "4 reported"),
                    Arguments.of(false, OrderedTestCase.class, "tpe", "6 returned"));
        }
        return IntStream.range(0, Samplers.names().size()).boxed().flatMap(sampler -> Stream.of(
                        SequentialTestCase.class, OrderedTestCase.class)
                .flatMap(testCase -> IntStream.range(0, TRIALS).boxed().flatMap(trial -> ways(sampler, testCase, trial)
                        .map(isKilled -> Arguments.of(
                                isKilled, testCase, Samplers.names().get(sampler), moment(trial))))));
    }

    /**
     * Returns the ways in which a trial is cut: one or none, unless all are asked for. Over the samplers each trial is cut, and each
     * sampler at each of the moments, in one study in the other way than in the other.
     */
    private static Stream<Boolean> ways(int sampler, Class<?> testCase, int trial) {
        if (IS_ALL) {
            return Stream.of(true, false);
        }
        boolean isKilled = (trial % 2 == 0) == (testCase == SequentialTestCase.class);
        return (trial + trial / 3) % 3 == sampler % 3 ? Stream.of(isKilled) : Stream.of();
    }

    private static String moment(int trial) {
        return trial + " " + List.of("begun", "reported", "returned").get(trial % 3);
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void studyWhoseProcessDies_becomesWhatItWouldHaveBeen(
            boolean isKilled, Class<?> testCase, String sampler, String moment) throws Exception {
        TuningRun whole = run("whole", sampler);
        whole.of(testCase);

        die(isKilled, testCase, sampler, moment);
        TuningRun cut = run("cut", sampler);
        assertThat(cut.runs(testCase, "tune")).singleElement().satisfies(run -> {
            assertThat(run.isFinished()).isFalse();
            assertThat(run.isHeld()).isFalse();
        });
        cut.of(testCase);

        assertThat(cut.csvWithoutTimes(testCase, "tune")).isEqualTo(whole.csvWithoutTimes(testCase, "tune"));
        assertThat(cut.states(testCase, "tune")).hasSize(TRIALS).contains("COMPLETE", "PRUNED", "FAILED");
        assertThat(cut.runs(testCase, "tune")).singleElement().satisfies(run -> assertThat(run.isFinished())
                .isTrue());
    }

    private TuningRun run(String name, String sampler) {
        return new TuningRun(folder.resolve(name))
                .with("hpo.sampler", sampler)
                .with("junit.jupiter.execution.parallel.enabled", "true")
                .with("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .with("junit.jupiter.execution.parallel.config.fixed.parallelism", "2");
    }

    /** Runs a study in a JVM that is ended at a moment of a trial, which waits there. */
    private void die(boolean isKilled, Class<?> testCase, String sampler, String moment) throws Exception {
        Path there = folder.resolve("there");
        Process process = new ProcessBuilder(command(testCase, sampler, moment, there))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        try {
            while (!Files.exists(there) && process.isAlive()) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            assertThat(process.isAlive())
                    .as(Files.readString(folder.resolve("output")))
                    .isTrue();
            if (isKilled) {
                process.destroyForcibly();
            } else {
                process.destroy();
            }
            process.waitFor();
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> command(Class<?> testCase, String sampler, String moment, Path there) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-D" + Moment.WAIT + "=" + moment,
                "-D" + Moment.THERE + "=" + there,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                TuningLauncher.class.getName(),
                "--directory",
                folder.resolve("cut").toString(),
                "--sampler",
                sampler));
        command.add("-Djunit.jupiter.execution.parallel.enabled=true");
        command.add("-Djunit.jupiter.execution.parallel.config.strategy=fixed");
        command.add("-Djunit.jupiter.execution.parallel.config.fixed.parallelism=2");
        command.add(testCase.getName());
        return command;
    }

    /** Where a trial waits to be ended with its process. */
    private static final class Moment {

        static final String WAIT = "dev.hpo.junit.cut";
        static final String THERE = "dev.hpo.junit.there";

        static void pass(Trial trial, String name) throws IOException, InterruptedException {
            if ((trial.number() + " " + name).equals(System.getProperty(WAIT))) {
                Files.createFile(Path.of(System.getProperty(THERE)));
                TimeUnit.HOURS.sleep(1);
            }
        }
    }

    /** Has trials of each end. */
    private static void train(Point point, Trial trial) throws IOException, InterruptedException {
        Moment.pass(trial, "begun");
        if (trial.number() % 5 == 3) {
            throw new IllegalStateException("odd one out");
        }
        for (int step = 1; step <= 3; step++) {
            try {
                trial.report(step, Math.abs(point.x() - 3) + 1.0 / step + trial.seed() % 7);
            } finally {
                Moment.pass(trial, "reported"); // also where the pruner has stopped it there
            }
            if (step == 2 && trial.number() % 5 == 2) {
                trial.prune("hopeless");
            }
        }
    }

    static class SequentialTestCase {

        @TuningTest(trials = TRIALS)
        @Minimize("distance")
        void tune(Point point, Trial trial) throws IOException, InterruptedException {
            train(point, trial);
        }

        @AfterEach
        void end(Trial trial) throws IOException, InterruptedException {
            Moment.pass(trial, "returned");
        }
    }

    static class OrderedTestCase {

        @TuningTest(trials = TRIALS, window = 3)
        @Minimize("distance")
        @Execution(ExecutionMode.CONCURRENT)
        void tune(Point point, Trial trial) throws IOException, InterruptedException {
            train(point, trial);
        }

        @AfterEach
        void end(Trial trial) throws IOException, InterruptedException {
            Moment.pass(trial, "returned");
        }
    }
}
