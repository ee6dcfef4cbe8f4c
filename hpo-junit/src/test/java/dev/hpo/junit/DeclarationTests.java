// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.pruner.Case;
import dev.hpo.pruner.Pruner;
import dev.hpo.pruner.Verdict;
import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Space;
import dev.hpo.study.Trial;
import dev.hpo.trial.StudyFacts;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** What is said to a test that is declared or configured wrongly. Most of it the compiler has said before, if the processor ran. */
class DeclarationTests {

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void samplerThatCannotBeMade_isAMistake() {
        assertMistake(
                run(UnmakeableTestCase.class),
                "@SampleWith (" + Unmakeable.class.getName()
                        + ") must have a constructor without parameters; add one.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    hpo.trials  | none             | hpo.trials (none) must be a whole number of at least 1; give for instance -Dhpo.trials=50.
                    hpo.sampler | gird             | hpo.sampler (gird) must be one of auto, random, grid, qmc, coarse-to-fine, tpe, gp, cma-es, forest, curves; did you mean grid?
                    hpo.sampler | java.lang.String | hpo.sampler (java.lang.String) must implement Sampler; name another class.
                    hpo.sampler | no.Such          | hpo.sampler (no.Such) must be the name or the class of a sampler; there is no class of that name.
                    hpo.pruner  | medium           | hpo.pruner (medium) must be one of auto, curves, median, percentile, threshold, patient, asha, hyperband, wilcoxon, racing, none; did you mean median?
                    hpo.replay  | 3                | DeclarationTests.GoodTestCase.tune must have a stored run to run a trial of it again; there is none, run the whole test first.
                    """)
    void badParameter_isAMistake(String key, String value, String message) {
        assertMistake(new TuningRun(folder).with(key, value).of(GoodTestCase.class), message);
    }

    @Test
    void samplerAndPruner_canBeNamedByClass() {
        EngineExecutionResults results = new TuningRun(folder)
                .with("hpo.sampler", "dev.hpo.sampler.GridSampler")
                .with("hpo.pruner", StoppingPruner.class.getName())
                .of(GoodTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.aborted(2));
        assertThat(TuningRun.aborts(results))
                .allSatisfy(abort -> assertThat(abort).hasMessageContaining("as always"));
    }

    @Test
    void annotationMadeOfOurs_isATuningTest() {
        EngineExecutionResults results = run(ComposedTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.succeeded(2));
        assertThat(TuningRun.names(results)).first().asString().startsWith("trial 0: x=");
    }

    @Test
    void pruner_canBeGivenForAClass() {
        run(PrunedTestCase.class).testEvents().assertStatistics(stats -> stats.aborted(2));
    }

    private EngineExecutionResults run(Class<?> testCase) {
        return new TuningRun(folder).of(testCase);
    }

    private static void assertMistake(EngineExecutionResults results, String message) {
        results.testEvents().assertStatistics(stats -> stats.started(0));
        assertThat(TuningRun.containerFailures(results)).singleElement().satisfies(failure -> assertThat(failure)
                .isInstanceOf(TuningConfigurationException.class)
                .hasMessage(message)
                .extracting(Throwable::getStackTrace)
                .isEqualTo(new StackTraceElement[0]));
    }

    static class GoodTestCase {

        @TuningTest(trials = 2)
        @Minimize("distance")
        void tune(Point point, Trial trial) {
            trial.report(1, point.x());
        }
    }

    record Unmakeable(int seed) implements Sampler {

        @Override
        public Proposal propose(Ask ask) {
            return new Proposal.Exhausted("never asked");
        }

        @Override
        public String describe(Space<?> space, StudyFacts facts) {
            return "unmakeable";
        }
    }

    @SampleWith(Unmakeable.class)
    static class UnmakeableTestCase {

        @TuningTest
        @Minimize("distance")
        void tune(Point point, Trial trial) {
            trial.report(point.x());
        }
    }

    static final class StoppingPruner implements Pruner {

        @Override
        public Verdict judge(Case judged) {
            return new Verdict.Stop("as always");
        }
    }

    @PruneWith(StoppingPruner.class)
    static class PrunedTestCase {

        @TuningTest(trials = 2)
        @Minimize("distance")
        void tune(Point point, Trial trial) {
            trial.report(1, point.x());
        }
    }

    @TuningTest(trials = 2)
    @Minimize("distance")
    @Retention(RetentionPolicy.RUNTIME)
    @interface ShortSearch {}

    static class ComposedTestCase {

        @ShortSearch
        void tune(Point point, Trial trial) {
            trial.report(1, point.x());
        }
    }
}
