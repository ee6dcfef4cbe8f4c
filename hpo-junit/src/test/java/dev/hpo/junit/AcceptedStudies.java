// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.storage.RunRecord;
import dev.hpo.study.Trial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Studies whose results are accepted, in a module of their own. */
abstract class AcceptedStudies {

    static final String ACCEPTED = "src/main/resources/hpo/point.properties";
    private static final String BASEDIR = "basedir";

    /** What trials have tried, in the order in which they began. */
    static final List<Point> RUNS = Collections.synchronizedList(new ArrayList<>());

    /** By how much all values are worse than they should be. */
    static double loss;

    /** By how much values vary up and down from run to run. */
    static double noise = .1;

    /** Runs from this one on throw an exception. */
    static int failing = Integer.MAX_VALUE;

    /** Runs from this one on throw none any more. */
    static int mended = Integer.MAX_VALUE;

    /** At this run, another module gets what is kept by then, as if the process had died. */
    static int cutAt = Integer.MAX_VALUE;

    private static Path here = Path.of("");

    @RegisterExtension
    final PrintedText console = new PrintedText();

    private final Optional<String> basedir = Optional.ofNullable(System.getProperty(BASEDIR));

    private Path module = Path.of("");

    @BeforeEach
    void begin(@TempDir Path temporary) {
        module = temporary;
        loss = 0;
        noise = .1;
        failing = Integer.MAX_VALUE;
        mended = Integer.MAX_VALUE;
        cutAt = Integer.MAX_VALUE;
        here = temporary;
        RUNS.clear();
        System.setProperty(BASEDIR, temporary.toString());
    }

    @AfterEach
    void restore() {
        basedir.ifPresentOrElse(folder -> System.setProperty(BASEDIR, folder), () -> System.clearProperty(BASEDIR));
    }

    /** Returns a run of a test in the module, whose files are in their usual places there. */
    static TuningRun run() {
        return TuningRun.unplaced();
    }

    /** Accepts what a test finds. */
    EngineExecutionResults accept(Class<?> testCase) {
        return run().with("hpo.accept", "true").of(testCase);
    }

    static EngineExecutionResults retest(Class<?> testCase) {
        return run().with("hpo.seed", "1").with("hpo.mode", "retest").of(testCase);
    }

    /** Accepts what a test finds, and forgets how. */
    void acceptFirst(Class<?> testCase) {
        assertThat(TuningRun.containerFailures(accept(testCase))).isEmpty();
        forget();
    }

    static void assertRed(EngineExecutionResults results, String... texts) {
        assertThat(TuningRun.containerFailures(results)).singleElement().satisfies(failure -> assertThat(
                        String.valueOf(failure.getMessage()))
                .contains(texts));
    }

    static void assertGreen(EngineExecutionResults results) {
        assertThat(TuningRun.containerFailures(results)).isEmpty();
        assertThat(TuningRun.testFailures(results)).isEmpty();
    }

    static Stream<Arguments> atOnce() {
        return Pool.all().flatMap(pool -> Stream.of(AtOnceTestCase.class, FreeTestCase.class)
                .map(testCase -> Arguments.of(pool, testCase)));
    }

    Path module() {
        return module;
    }

    /** Returns the runs that a study has, without its name. */
    List<String> ids(Class<?> testCase) {
        return new TuningRun(module.resolve(".hpo"))
                .runs(testCase, "tune").stream()
                        .map(RunRecord::id)
                        .map(id -> id.toString().substring(id.study().length()))
                        .toList();
    }

    /** Returns the folder of a test's reports. */
    Path reports(Class<?> testCase) {
        return new TuningRun(module.resolve("target/hpo")).folder(testCase, "tune");
    }

    Path accepted() {
        return module.resolve(ACCEPTED);
    }

    String text() throws IOException {
        return Files.readString(accepted());
    }

    void forget() {
        RUNS.clear();
        console.reset();
    }

    List<String> printed() {
        return console.lines();
    }

    /** Goes on in the module that has what was kept at the cut. */
    void goOnAfterCut() {
        module = cut();
        here = module;
        cutAt = Integer.MAX_VALUE;
        System.setProperty(BASEDIR, module.toString());
        forget();
    }

    private static Path cut() {
        return here.resolve("cut");
    }

    private static void copy() {
        try {
            Files.createDirectories(cut());
            for (String folder : List.of(".hpo", "src/main/resources/hpo")) {
                if (Files.exists(here.resolve(folder))) {
                    Files.createDirectories(cut().resolve(folder));
                    copy(here.resolve(folder), cut().resolve(folder));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            // Nobody has let go of what is held, but who holds it is not here.
            for (Path file : files.filter(each -> each.toString().matches(".*\\.(log|properties)"))
                    .toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    static void measure(Point point, Trial trial) {
        RUNS.add(point);
        if (RUNS.size() == cutAt) {
            copy();
        }
        if (RUNS.size() >= failing && RUNS.size() < mended) {
            throw new IllegalStateException("no data");
        }
        trial.report(Math.abs(point.x() - 3) + loss + noise * turn(trial));
    }

    /** Returns 1 and -1 in turn: what is drawn of seeds, which the date decides too, would look worse on some days. */
    static double turn(Trial trial) {
        return trial.number() % 2 == 0 ? 1 : -1;
    }

    static class TunedTestCase {

        @TuningTest(trials = 6)
        @Minimize("distance")
        @Accepted(ACCEPTED)
        void tune(Point point, Trial trial) {
            measure(point, trial);
        }
    }

    static class ConfirmedTestCase {

        @TuningTest(trials = 10)
        @Minimize("distance")
        @Confirm(top = 2)
        @Accepted(ACCEPTED)
        void tune(Point point, Trial trial) {
            measure(point, trial);
        }
    }

    static class AtOnceTestCase {

        @TuningTest(trials = 6)
        @Minimize("distance")
        @Accepted(ACCEPTED)
        @Execution(ExecutionMode.CONCURRENT)
        void tune(Point point, Trial trial) {
            measure(point, trial);
        }
    }

    static class FreeTestCase {

        @TuningTest(trials = 6, ordered = false)
        @Minimize("distance")
        @Confirm(top = 2)
        @Accepted(ACCEPTED)
        @Execution(ExecutionMode.CONCURRENT)
        void tune(Point point, Trial trial) {
            measure(point, trial);
        }
    }

    static class LenientTestCase {

        @TuningTest(trials = 6)
        @Minimize("distance")
        @Accepted(value = ACCEPTED, minimumLoss = 10)
        void tune(Point point, Trial trial) {
            measure(point, trial);
        }
    }

    /** Its space has another name for a parameter. */
    static class RenamedTestCase {

        @TuningTest(trials = 6)
        @Minimize("distance")
        @Accepted(ACCEPTED)
        void tune(Place place, Trial trial) {
            measure(new Point(place.position(), place.n()), trial);
        }
    }

    static class UnacceptedTestCase {

        @TuningTest(trials = 3)
        @Minimize("distance")
        void tune(Point point, Trial trial) {
            measure(point, trial);
        }
    }
}
