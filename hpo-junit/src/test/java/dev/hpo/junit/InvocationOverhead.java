// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.study.Trial;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;

/**
 * Measures what a trial costs beside its body: the processor time, and the heap that is in use in the last trial, each against an
 * {@code @RepeatedTest} with an empty body. Not run with the other tests:
 *
 * <pre>{@code
 * mvn -pl hpo-junit -am -Dquickly test -Dtest=InvocationOverhead
 * }</pre>
 *
 * <p>Studies are kept in memory, but for the last kind: what that takes beside the one before it is the journal's.
 *
 * <p>Every figure comes from a JVM of its own, as the difference between many invocations and few.
 */
class InvocationOverhead {

    private static final int FEW = 100;
    private static final int MANY = 10_100;
    private static int invocations;
    private static long heap;

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void perInvocation() throws Exception {
        StringBuilder table =
                new StringBuilder("| invocations | processor, ms each | heap, kB each |\n|---|---|---|\n");
        for (String kind : List.of("repeated", "study", "tuning", "tuning-random", "tuning-kept")) {
            Figures few = fork(kind, FEW);
            Figures many = fork(kind, MANY);
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.3f | %.2f |%n",
                    kind,
                    (many.cpuNanos - few.cpuNanos) / 1e6 / (MANY - FEW),
                    (many.heapBytes - few.heapBytes) / 1e3 / (MANY - FEW)));
        }
        System.out.print(table);
    }

    private Figures fork(String kind, int invocations) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        InvocationOverhead.class.getName(),
                        kind,
                        String.valueOf(invocations),
                        folder.resolve(kind + invocations).toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = new String(
                        process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("figures "))
                .toList();
        assertThat(process.waitFor()).isZero();
        assertThat(lines).hasSize(1);
        String[] words = lines.get(0).split(" ", -1);
        return new Figures(Long.parseLong(words[1]), Long.parseLong(words[2]));
    }

    /** The study without JUnit: asked and told. */
    private static void runStudy() throws InterruptedException {
        StudySpec spec = StudySpec.minimize("study", "distance").withTrials(invocations);
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec)) {
            study.optimize((point, trial) -> {
                trial.report(Math.abs(point.x() - 3));
                ran(trial.number() + 1);
            });
        }
    }

    private static void runTests(String kind, Path folder) {
        LaunchedRun run = new LaunchedRun(folder)
                .with("hpo.trials", String.valueOf(invocations))
                .with("hpo.sampler", kind.equals("tuning") ? "auto" : "random")
                .with("hpo.storage", kind.equals("tuning-kept") ? "journal" : "memory");
        Class<?> repeated = invocations == FEW ? FewTestCase.class : ManyTestCase.class;
        Class<?> testCase = kind.equals("repeated") ? repeated : TuningTestCase.class;
        assertThat(run.count(DiscoverySelectors.selectClass(testCase)).tests()).isEqualTo(invocations);
    }

    /** Runs in the JVM that is measured: what kind of invocations, how many, and the folder for files. */
    public static void main(String[] arguments) throws InterruptedException {
        invocations = Integer.parseInt(arguments[1]);
        if (arguments[0].equals("study")) {
            runStudy();
        } else {
            runTests(arguments[0], Path.of(arguments[2]));
        }
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.out.println("figures " + system.getProcessCpuTime() + " " + heap);
    }

    /** Measures in the last invocation, when all that a study keeps is there. */
    private static void ran(int number) {
        if (number == invocations) {
            measureHeap();
        }
    }

    private static void measureHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    record Figures(long cpuNanos, long heapBytes) {}

    static class FewTestCase {

        @RepeatedTest(FEW)
        void repeat(RepetitionInfo info) {
            ran(info.getCurrentRepetition());
        }
    }

    static class ManyTestCase {

        @RepeatedTest(MANY)
        void repeat(RepetitionInfo info) {
            ran(info.getCurrentRepetition());
        }
    }

    static class TuningTestCase {

        @TuningTest
        @Minimize("distance")
        void tune(Point point, Trial trial) {
            trial.report(Math.abs(point.x() - 3));
            ran(trial.number() + 1);
        }
    }
}
