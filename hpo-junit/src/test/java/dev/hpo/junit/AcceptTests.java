// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.study.Trial;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Accepting what a test has found. */
@Timeout(120)
class AcceptTests extends AcceptedStudies {

    @Test
    void winner_isRunTenTimesAndWritten() throws IOException {
        EngineExecutionResults results = accept(TunedTestCase.class);

        assertThat(TuningRun.containerFailures(results)).isEmpty();
        assertThat(RUNS).hasSize(16);
        assertThat(RUNS.subList(6, 16)).containsOnly(RUNS.get(6));
        assertThat(TuningRun.names(results).subList(5, 8))
                .satisfiesExactly(
                        name -> assertThat(name).startsWith("trial 5: x="),
                        name -> assertThat(name).matches("accept 0: trial \\d, x=.*, n=\\d"),
                        name -> assertThat(name).startsWith("accept 1: trial "));
        assertThat(text())
                .startsWith("# dev.hpo.junit.AcceptedStudies.TunedTestCase.tune, run 1, trial ")
                .contains("\n# runs: 10, which have chosen nothing\n", "\n# metric: distance\n", "\nx = ");
        assertThat(PointSpace.SPACE.load(accepted())).isEqualTo(RUNS.get(6));
        assertThat(printed())
                .anySatisfy(line -> assertThat(line)
                        .matches("hpo: AcceptedStudies.TunedTestCase.tune: accepted trial \\d in " + ACCEPTED
                                + ": distance .*, the mean of 10 runs"))
                .anySatisfy(line -> assertThat(line).startsWith("  + x = "));
    }

    @Test
    void withoutTheFlag_nothingIsWritten_andTheSummarySaysHow() throws IOException {
        run().of(TunedTestCase.class);

        assertThat(accepted()).doesNotExist();
        assertThat(printed())
                .contains("  accepted  nothing is in " + ACCEPTED + " yet; this is accepted with")
                .anySatisfy(
                        line -> assertThat(line)
                                .matches(
                                        "            \\S*mvn\\S* test (-P\\S+ )*-Dhpo.accept=1 '-Dtest=.*AcceptedStudies.TunedTestCase#tune'.*"));
        assertThat(reports(TunedTestCase.class).resolve("summary.md"))
                .content()
                .containsPattern("(?m)^- \\*\\*accepted\\*\\*: .*nothing is in .*this is accepted with")
                .containsPattern("(?m)^  - .*hpo(\\.|&#46;)accept=1 ");
    }

    @Test
    void finishedStudy_isAcceptedWithoutSearchingAgain() throws IOException {
        run().of(TunedTestCase.class);
        forget();

        EngineExecutionResults results = accept(TunedTestCase.class);

        assertThat(RUNS).hasSize(10).containsOnly(RUNS.get(0));
        assertThat(TuningRun.names(results)).allSatisfy(name -> assertThat(name).startsWith("accept "));
        assertThat(printed()).anySatisfy(line -> assertThat(line)
                .matches("hpo: AcceptedStudies.TunedTestCase.tune, run 1: continued after 6 of 6 trials \\(ended .*"));
        assertThat(ids(TunedTestCase.class)).containsExactly(" #1", " #1 retest");
        String first = text();
        forget();

        accept(TunedTestCase.class);

        assertThat(RUNS).isEmpty();
        assertThat(text()).isEqualTo(first);
        assertThat(printed()).anySatisfy(line -> assertThat(line).endsWith("; its values are those that were there"));
    }

    @Test
    void withTheSameConfiguration_theSummarySaysSo() {
        accept(TunedTestCase.class);
        forget();

        // What is tried then is not to be better.
        loss = 10;
        run().with("hpo.resume", "1").with("hpo.trials", "7").of(TunedTestCase.class);

        assertThat(printed()).anySatisfy(line -> assertThat(line)
                .startsWith("  accepted  ")
                .contains("the same configuration is in " + ACCEPTED));
    }

    @Test
    void withAnotherConfiguration_theSummarySaysWhatAcceptsTheOneFound() throws IOException {
        Files.createDirectories(accepted().resolveSibling(""));
        Files.writeString(accepted(), "x = 9.5\n");

        run().of(TunedTestCase.class);

        assertThat(printed()).anySatisfy(line -> assertThat(line)
                .startsWith("  accepted  ")
                .contains("something else is in " + ACCEPTED + "; this is accepted with"));
        assertThat(text()).isEqualTo("x = 9.5\n");
    }

    @Test
    void other_isShownAsADifference() throws IOException {
        Files.createDirectories(accepted().resolveSibling(""));
        Files.writeString(accepted(), "x = 9.5\n");

        accept(TunedTestCase.class);

        assertThat(printed()).containsSubsequence("  - x = 9.5").anySatisfy(line -> assertThat(line)
                .startsWith("  + n = "));
        assertThat(text()).doesNotContain("9.5");
    }

    @Test
    void runsThatConfirm_count() throws IOException {
        EngineExecutionResults results = accept(ConfirmedTestCase.class);

        assertThat(TuningRun.containerFailures(results)).isEmpty();
        // Two that are compared twice, then five and five; and five more.
        assertThat(RUNS).hasSize(10 + 4 + 5 + 5);
        assertThat(TuningRun.names(results).subList(19, 24))
                .allSatisfy(name -> assertThat(name).startsWith("accept "));
        assertThat(RUNS.subList(19, 24)).containsOnly(PointSpace.SPACE.load(accepted()));
        assertThat(text()).contains("\n# runs: 10, which have chosen nothing\n");
    }

    @ParameterizedTest
    @MethodSource("atOnce")
    void concurrentTrials_areFollowedByRunsOfTheBest(Pool pool, Class<?> testCase) throws IOException {
        EngineExecutionResults results =
                pool.apply(run()).with("hpo.accept", "true").of(testCase);

        assertThat(TuningRun.containerFailures(results)).isEmpty();
        assertThat(text()).contains("\n# runs: 10, which have chosen nothing\n");
        int fresh = testCase == FreeTestCase.class ? 5 : 10;
        assertThat(RUNS.subList(RUNS.size() - fresh, RUNS.size())).containsOnly(PointSpace.SPACE.load(accepted()));
        assertThat(pool.apply(run()).runs(testCase, "tune"))
                .allSatisfy(run -> assertThat(run.isFinished()).isTrue());
    }

    @Test
    void memory_willDo() throws IOException {
        run().with("hpo.accept", "true").with("hpo.storage", "memory").of(TunedTestCase.class);

        assertThat(text()).contains("\n# runs: 10, which have chosen nothing\n");
        assertThat(module().resolve(".hpo")).doesNotExist();
    }

    @Test
    void studyWithoutACompleteTrial_acceptsNothing() {
        failing = 0;

        EngineExecutionResults results = accept(TunedTestCase.class);

        assertThat(TuningRun.containerFailures(results)).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageContaining("no trial was completed"));
        assertThat(accepted()).doesNotExist();
    }

    @Test
    void winnerThatFailsAgain_isNotAccepted() {
        failing = 9;

        EngineExecutionResults results = accept(TunedTestCase.class);

        assertThat(TuningRun.containerFailures(results))
                .singleElement()
                .satisfies(
                        failure -> assertThat(failure)
                                .hasMessageContaining(
                                        ", to be accepted, must have a value in at least 5 of its runs, but 18 of 20 runs failed; nothing was written. Once that is mended, the same command runs it again."
                                                + "\naccept 2: IllegalStateException: no data, at dev.hpo.junit.AcceptedStudies.measure("));
        assertThat(printed())
                .contains(
                        "TunedTestCase.tune  accept 2 failed: IllegalStateException: no data",
                        "hpo: AcceptedStudies.TunedTestCase.tune: accept 3: failed: IllegalStateException: no data");
        assertThat(accepted()).doesNotExist();
    }

    @Test
    void winnerThatWasAtFault_isRunAgainOnceThatIsMended() throws IOException {
        run().of(TunedTestCase.class);
        failing = 0;
        accept(TunedTestCase.class);
        failing = Integer.MAX_VALUE;
        forget();

        assertThat(TuningRun.containerFailures(accept(TunedTestCase.class))).isEmpty();

        assertThat(RUNS).hasSize(10);
        assertThat(text()).contains("\n# failed runs: 0\n");
    }

    @Test
    void studyThatWasCutShort_isNotTakenForOneThatHasCometoItsEnd() throws IOException {
        failing = 4;
        EngineExecutionResults cut =
                run().with("hpo.accept", "true").with("hpo.fail-fast", "true").of(TunedTestCase.class);
        assertThat(TuningRun.containerFailures(cut)).hasSize(1);
        failing = Integer.MAX_VALUE;
        forget();

        run().with("hpo.accept", "true").with("hpo.fail-fast", "true").of(TunedTestCase.class);

        assertThat(RUNS).hasSize(6 + 10);
        assertThat(text()).contains(", run 2, trial ");
    }

    @Test
    void fileThatCannotBeThere_isToldBeforeAnythingRuns() throws IOException {
        Files.createDirectories(accepted().resolveSibling("").resolveSibling(""));
        Path folder = accepted().resolveSibling("");
        Files.writeString(folder, "no folder");

        EngineExecutionResults results = accept(TunedTestCase.class);

        assertThat(TuningRun.containerFailures(results)).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageContaining(ACCEPTED + " must be writable: what should be its folder is a file"));
        assertThat(RUNS).isEmpty();
        Files.delete(folder);
        accept(TunedTestCase.class);
        assertThat(accepted()).exists();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 6, 7, 10, 16})
    void acceptingThatIsCut_goesOn(int run) throws IOException {
        cutAt = run;
        accept(TunedTestCase.class);
        List<Point> all = List.copyOf(RUNS);
        String text = text();
        goOnAfterCut();
        assertThat(accepted()).doesNotExist();

        EngineExecutionResults results = accept(TunedTestCase.class);

        assertThat(TuningRun.containerFailures(results)).isEmpty();
        assertThat(RUNS).isEqualTo(all.subList(run - 1, all.size()));
        assertThat(text()).isEqualTo(text);
        assertThat(ids(TunedTestCase.class)).containsExactly(" #1", " #1 retest");
    }

    @Test
    void acceptingThatIsCut_isLeftIfNobodyAsksForItAnyMore() {
        cutAt = 9;
        accept(TunedTestCase.class);
        goOnAfterCut();

        run().of(TunedTestCase.class);

        assertThat(RUNS).isEmpty();
        assertThat(accepted()).doesNotExist();
        assertThat(printed()).contains("  ended     all 6 trials are done");
    }

    @Test
    void testWithoutAFile_acceptsNothing_andSaysSo() {
        EngineExecutionResults results = accept(UnacceptedTestCase.class);

        assertThat(TuningRun.containerFailures(results)).isEmpty();
        assertThat(RUNS).hasSize(3);
        assertThat(printed())
                .contains(
                        "hpo: AcceptedStudies.UnacceptedTestCase.tune: accepts nothing, as it has no @Accepted that names a file");
    }

    @Test
    void acceptingAndRetesting_excludeEachOther() {
        EngineExecutionResults results =
                run().with("hpo.accept", "true").with("hpo.mode", "retest").of(TunedTestCase.class);

        assertThat(TuningRun.containerFailures(results)).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageContaining("hpo.accept (true) must not be given with hpo.mode=retest"));
    }

    @Test
    void pathOutOfTheModule_isRefused() {
        EngineExecutionResults results = run().of(AstrayTestCase.class);

        assertThat(TuningRun.containerFailures(results))
                .singleElement()
                .satisfies(
                        failure -> assertThat(failure)
                                .hasMessageContaining(
                                        "@Accepted value (\"../point.properties\") must be the path of a .properties file from the folder of the module on, and within it"));
    }

    @Test
    void lossBelowZero_isRefused() {
        EngineExecutionResults results = run().of(NegativeTestCase.class);

        assertThat(TuningRun.containerFailures(results)).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageContaining(
                        "@Accepted minimumLoss (-1.0) must be a finite number of at least 0; change it at "));
    }

    static class NegativeTestCase {

        @TuningTest(trials = 1)
        @Minimize("distance")
        @Negative
        void tune(Point point, Trial trial) {
            measure(point, trial);
        }
    }

    /** A composed annotation, which the processor does not look into. */
    @Retention(RetentionPolicy.RUNTIME)
    @Accepted(value = "point.properties", minimumLoss = -1)
    @interface Negative {}

    static class AstrayTestCase {

        @TuningTest(trials = 1)
        @Minimize("distance")
        @Outside
        void tune(Point point, Trial trial) {
            measure(point, trial);
        }
    }

    /** A composed annotation, which the processor does not look into. */
    @Retention(RetentionPolicy.RUNTIME)
    @Accepted("../point.properties")
    @interface Outside {}
}
