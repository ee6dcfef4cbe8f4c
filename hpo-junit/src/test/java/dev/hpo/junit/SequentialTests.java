// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.annotations.Initial;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;
import dev.hpo.sampler.Ask;
import dev.hpo.sampler.GridSampler;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Space;
import dev.hpo.study.Trial;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** A study whose trials follow one another: the usual case. */
class SequentialTests {

    private static final List<String> EVENTS = new ArrayList<>();

    private Path folder;

    @BeforeEach
    void forget(@TempDir Path temporary) {
        folder = temporary;
        EVENTS.clear();
    }

    @Test
    void eachTrial_isATestWithItsValuesInTheName() {
        EngineExecutionResults results = new TuningRun(folder).of(ParabolaTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.started(5).succeeded(5));
        assertThat(TuningRun.containerFailures(results)).isEmpty();
        assertThat(TuningRun.names(results))
                .hasSize(5)
                .allMatch(name -> name.matches("trial \\d: x=[0-9.e-]+, n=[123]"))
                .first()
                .asString()
                .startsWith("trial 0: ");
    }

    @Test
    void files_areWritten() {
        TuningRun run = new TuningRun(folder);
        run.of(ParabolaTestCase.class);

        assertThat(run.folder(ParabolaTestCase.class, "tune"))
                .isDirectoryContaining("glob:**best.properties")
                .isDirectoryContaining("glob:**trials.csv")
                .isDirectoryContaining("glob:**study.json");
    }

    @Test
    void bestProperties_areReadBackByTheSpace() throws IOException {
        TuningRun run = new TuningRun(folder);
        run.of(ParabolaTestCase.class);

        Point best =
                PointSpace.SPACE.load(run.folder(ParabolaTestCase.class, "tune").resolve("best.properties"));
        assertThat(best.x()).isBetween(0.0, 10.0);
    }

    /** The whole extension hangs on it, and JUnit does not promise it. */
    @Test
    void invocation_isPulledAfterTheTrialBeforeItWasTold() {
        new TuningRun(folder).of(WatchedTestCase.class);

        assertThat(EVENTS)
                .containsExactly(
                        "ask 0 knowing 0",
                        "run 0",
                        "ask 1 knowing 1",
                        "run 1",
                        "ask 2 knowing 2",
                        "run 2",
                        "ask 3 knowing 3",
                        "run 3");
    }

    @Test
    void sameSeed_givesTheSameStudy() throws IOException {
        List<String> first = trialsWithoutTimes(new TuningRun(folder.resolve("a")).with("hpo.seed", "7"));
        List<String> second = trialsWithoutTimes(new TuningRun(folder.resolve("b")).with("hpo.seed", "7"));
        List<String> other = trialsWithoutTimes(new TuningRun(folder.resolve("c")).with("hpo.seed", "8"));

        assertThat(first).hasSize(6).isEqualTo(second).isNotEqualTo(other);
    }

    @Test
    void startConfiguration_isTheFirstTrial() {
        EngineExecutionResults results = new TuningRun(folder).of(StartedTestCase.class);

        assertThat(TuningRun.names(results)).first().isEqualTo("trial 0: x=2.5");
    }

    @Test
    void exhaustedSpace_endsTheStudyWithoutALeftOver() {
        EngineExecutionResults results = new TuningRun(folder).of(GridTestCase.class);

        results.allEvents()
                .assertStatistics(stats -> stats.skipped(0).aborted(0).failed(0));
        results.testEvents().assertStatistics(stats -> stats.succeeded(3));
    }

    @Test
    void patience_endsTheStudy() {
        EngineExecutionResults results =
                new TuningRun(folder).with("hpo.patience", "4").of(ConstantTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.started(5).succeeded(5));
    }

    @Test
    void timeout_endsTheStudy() {
        EngineExecutionResults results = new TuningRun(folder)
                .with("hpo.timeout", "1ms")
                .with("hpo.trials", "1000000000")
                .of(SlowTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.started(1).succeeded(1));
    }

    @Test
    void parameters_goBeforeAttributes() {
        EngineExecutionResults results = new TuningRun(folder)
                .with("hpo.trials", "2")
                .with("hpo.sampler", "grid")
                .of(ParabolaTestCase.class);

        assertThat(TuningRun.names(results))
                .hasSize(2)
                .allMatch(name -> name.matches("trial \\d: x=(0|2.5|5|7.5|10), n=[123]"));
    }

    @Test
    void severalTests_areSeveralStudies() {
        TuningRun run = new TuningRun(folder);
        EngineExecutionResults results = run.of(TwoTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.succeeded(5));
        assertThat(run.folder(TwoTestCase.class, "small")).isDirectory();
        assertThat(run.folder(TwoTestCase.class, "large")).isDirectory();
    }

    @Test
    void rejectedConfigurations_areNoInvocations() {
        EngineExecutionResults results = new TuningRun(folder).of(PickyTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.started(10).succeeded(10));
        assertThat(TuningRun.names(results)).allMatch(name -> name.matches("trial \\d+: x=(\\d|\\d\\.\\d+), y=.*"));
    }

    @Test
    void typeThatRejectsEverything_failsTheStudyOnce() {
        EngineExecutionResults results = new TuningRun(folder).of(ImpossibleTestCase.class);

        assertThat(TuningRun.containerFailures(results)).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageContaining("Impossible"));
        results.testEvents().assertStatistics(stats -> stats.started(0));
    }

    private static List<String> trialsWithoutTimes(TuningRun run) throws IOException {
        run.of(ParabolaTestCase.class);
        return run.csvWithoutTimes(ParabolaTestCase.class, "tune");
    }

    static class ParabolaTestCase {

        @TuningTest(trials = 5)
        @Minimize("distance")
        void tune(Point point, Trial trial) {
            trial.report(Math.abs(point.x() - 3));
        }
    }

    static class WatchedTestCase {

        @TuningTest(trials = 4)
        @Minimize("distance")
        @SampleWith(WatchingSampler.class)
        void tune(Point point, Trial trial) {
            EVENTS.add("run " + trial.number());
            trial.report(point.x());
        }
    }

    private static final class WatchingSampler implements Sampler {

        @Override
        public Proposal propose(Ask ask) {
            EVENTS.add("ask " + ask.number() + " knowing " + ask.history().count(TrialState.COMPLETE));
            return new RandomSampler().propose(ask);
        }

        @Override
        public String describe(Space<?> space, StudyFacts facts) {
            return "watching";
        }
    }

    @SearchSpace
    record Started(@Uniform(min = 0, max = 10) double x) {
        @Initial
        static Started start() {
            return new Started(2.5);
        }
    }

    static class StartedTestCase {

        @TuningTest(trials = 3)
        @Minimize("distance")
        void tune(Started started, Trial trial) {
            trial.report(started.x());
        }
    }

    @SearchSpace
    record Small(@Uniform(min = 1, max = 3) int n) {}

    static class GridTestCase {

        @TuningTest
        @Minimize("distance")
        @SampleWith(GridSampler.class)
        void tune(Small small, Trial trial) {
            trial.report(small.n());
        }
    }

    static class ConstantTestCase {

        @TuningTest
        @Minimize("nothing")
        void tune(Point point, Trial trial) {
            trial.report(1);
        }
    }

    static class SlowTestCase {

        @TuningTest
        @Minimize("nothing")
        void tune(Point point, Trial trial) {
            long begin = System.nanoTime();
            while (System.nanoTime() - begin < 2_000_000) {
                Thread.onSpinWait();
            }
            trial.report(1);
        }
    }

    static class TwoTestCase {

        @TuningTest(trials = 2)
        @Minimize("distance")
        void small(Point point, Trial trial) {
            trial.report(point.x());
        }

        @TuningTest(trials = 3)
        @Maximize("distance")
        void large(Point point, Trial trial) {
            trial.report(point.x());
        }
    }

    @SearchSpace
    record Picky(
            @Uniform(min = 0, max = 10) double x,
            @Uniform(min = 0, max = 10) double y) {
        Picky {
            if (x > y) {
                throw new IllegalArgumentException("x must not be above y");
            }
        }
    }

    static class PickyTestCase {

        @TuningTest(trials = 10)
        @Minimize("sum")
        void tune(Picky picky, Trial trial) {
            trial.report(picky.x() + picky.y());
        }
    }

    @SearchSpace
    record Impossible(@Uniform(min = 0, max = 10) double x) {
        Impossible {
            throw new IllegalArgumentException("never");
        }
    }

    static class ImpossibleTestCase {

        @TuningTest
        @Minimize("nothing")
        void tune(Impossible impossible, Trial trial) {
            trial.report(1);
        }
    }
}
