// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectIteration;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.hpo.junit.LaunchedRun.Results;
import dev.hpo.study.Trial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** A single trial that is run again: by its number, or as an invocation that was selected by its own. */
class ReplayTests {

    private static final List<String> RUNS = new ArrayList<>();
    private static final DiscoverySelector WHOLE = selectClass(StudyTestCase.class);
    private static final DiscoverySelector METHOD =
            selectMethod(StudyTestCase.class, "tune", "dev.hpo.junit.Point, dev.hpo.study.Trial");

    private Path folder;

    @BeforeEach
    void forget(@TempDir Path temporary) {
        folder = temporary;
        RUNS.clear();
    }

    @Test
    void replay_runsTheStoredTrialAndLeavesEverythingElseAlone() {
        Results whole = new LaunchedRun(folder).of(WHOLE);
        assertThat(RUNS).hasSize(6);
        Map<Path, String> before = files();
        List<String> all = List.copyOf(RUNS);
        RUNS.clear();

        Results again = new LaunchedRun(folder).with("hpo.replay", "4").of(WHOLE);

        assertThat(RUNS).containsExactly(all.get(4));
        assertThat(again.tests()).containsExactly(whole.tests().get(4));
        assertThat(again.failures()).isEmpty();
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void replayOfAFailedTrial_failsWithItsOwnException() {
        new LaunchedRun(folder).of(WHOLE);

        Results again = new LaunchedRun(folder).with("hpo.replay", "2").of(WHOLE);

        assertThat(again.aborts()).isEmpty();
        assertThat(again.failures()).singleElement().satisfies(failure -> assertThat(failure)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("odd one out"));
    }

    @Test
    void replay_checksNoGate() {
        assertThat(new LaunchedRun(folder).of(selectClass(GatedTestCase.class)).failures())
                .hasSize(1);

        assertThat(new LaunchedRun(folder)
                        .with("hpo.replay", "1")
                        .of(selectClass(GatedTestCase.class))
                        .failures())
                .isEmpty();
    }

    @Test
    void uniqueIdOfAnInvocation_runsTheTrialThatItWas() {
        Results whole = new LaunchedRun(folder).of(WHOLE);
        Map<Path, String> before = files();
        List<String> all = List.copyOf(RUNS);
        RUNS.clear();

        Results again = new LaunchedRun(folder).of(selectUniqueId(whole.ids().get(4)));

        assertThat(RUNS).containsExactly(all.get(4));
        assertThat(again.tests()).containsExactly(whole.tests().get(4));
        assertThat(again.ids()).containsExactly(whole.ids().get(4));
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void iterations_runTheTrialsThatTheyWere() {
        new LaunchedRun(folder).of(WHOLE);
        List<String> all = List.copyOf(RUNS);
        RUNS.clear();

        new LaunchedRun(folder).of(selectIteration(METHOD, 4, 1));

        assertThat(RUNS).containsExactly(all.get(1), all.get(4));
    }

    @Test
    void invocationSelectedWithTheWholeClass_runsAll() {
        Results whole = new LaunchedRun(folder).of(WHOLE);
        RUNS.clear();

        new LaunchedRun(folder).of(selectUniqueId(whole.ids().get(4)), WHOLE);

        assertThat(RUNS).hasSize(6);
    }

    /** An engine that is run without a launcher tells of no selection; the first invocation is then dropped unseen. */
    @Test
    void iterationWithoutALauncher_runsTheTrialThatItWas() {
        new TuningRun(folder).of(WHOLE);
        Map<Path, String> before = files();
        List<String> all = List.copyOf(RUNS);
        RUNS.clear();

        EngineExecutionResults again = new TuningRun(folder).of(selectIteration(METHOD, 4));

        again.testEvents().assertStatistics(stats -> stats.succeeded(1));
        assertThat(RUNS).containsExactly(all.get(4));
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void invocationOfAConcurrentStudy_runsTheTrialThatItWas() {
        LaunchedRun concurrent = new LaunchedRun(folder)
                .with("junit.jupiter.execution.parallel.enabled", "true")
                .with("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .with("junit.jupiter.execution.parallel.config.fixed.parallelism", "3");
        DiscoverySelector selector = selectClass(ConcurrentTestCase.class);
        Results whole = concurrent.of(selector);
        Map<String, String> trials = new TreeMap<>();
        RUNS.forEach(run -> trials.put(run.replaceAll("].*", "]"), run.replaceAll(".*]: ", "")));
        assertThat(trials).hasSize(12);

        for (String id : whole.ids()) {
            RUNS.clear();
            concurrent.of(selectUniqueId(id));

            String invocation = "[" + id.replaceAll(".*#(\\d+)]$", "$1") + "]";
            assertThat(RUNS).singleElement().asString().endsWith(": " + trials.get(invocation));
        }
    }

    @Test
    void invocationThatNeverRan_isAMistake() {
        new LaunchedRun(folder).of(WHOLE);

        Results again = new LaunchedRun(folder).of(selectIteration(METHOD, 17));

        assertThat(again.failures()).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessage("invocation (18) must mean a stored trial of ReplayTests.StudyTestCase.tune;"
                        + " run 1 has the trials 0 to 5."));
    }

    @Test
    void trialThatNeverRan_isAMistake() {
        new LaunchedRun(folder).of(WHOLE);

        Results again = new LaunchedRun(folder).with("hpo.replay", "17").of(WHOLE);

        assertThat(again.failures()).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessage("hpo.replay (17) must mean a stored trial of ReplayTests.StudyTestCase.tune;"
                        + " run 1 has the trials 0 to 5."));
    }

    @Test
    void trialOfAnyRun_isRunAgain_alsoOfOneThatWasMoved() {
        new LaunchedRun(folder).of(WHOLE);
        List<String> first = List.copyOf(RUNS);
        new LaunchedRun(folder).with("hpo.keep", "1").of(WHOLE);
        List<String> second = List.copyOf(RUNS.subList(first.size(), RUNS.size()));
        new LaunchedRun(folder).with("hpo.keep", "1").of(WHOLE);
        assertThat(files().keySet())
                .extracting(file -> file.getFileName().toString())
                .contains("dev.hpo.junit.ReplayTests.StudyTestCase.tune.1.log");
        RUNS.clear();

        assertThat(new LaunchedRun(folder).with("hpo.replay", "1/4").of(WHOLE).failures())
                .isEmpty();
        assertThat(new LaunchedRun(folder).with("hpo.replay", "2/3").of(WHOLE).failures())
                .isEmpty();
        assertThat(RUNS).containsExactly(first.get(4), second.get(3));
        Results none = new LaunchedRun(folder).with("hpo.replay", "7/0").of(WHOLE);
        assertThat(none.failures()).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageContaining(
                        "hpo.replay run (7) must be a stored run of ReplayTests.StudyTestCase.tune; there are"
                                + " 1, 2, 3."));
        Results bad = new LaunchedRun(folder).with("hpo.keep", "0").of(WHOLE);
        assertThat(bad.failures()).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageContaining("hpo.keep (0) must be a whole number of at least 1"));
    }

    @Test
    void replayOfAStudyThatNeverRan_isAMistake() {
        Results again = new LaunchedRun(folder).with("hpo.replay", "1").of(WHOLE);

        assertThat(again.failures()).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageContaining("must have a stored run"));
    }

    @Test
    void replayFromAnotherSpace_isAMistake() throws IOException {
        new LaunchedRun(folder).of(WHOLE);
        Path journal = new TuningRun(folder).journal(StudyTestCase.class, "tune");
        Files.writeString(journal, Files.readString(journal).replace(PointSpace.SPACE.fingerprint(), "another"));

        Results again = new LaunchedRun(folder).with("hpo.replay", "1").of(WHOLE);

        assertThat(again.failures()).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageContaining("Point was changed since"));
    }

    @Test
    void secondRun_isAnotherRunWithItsOwnSeed() {
        new LaunchedRun(folder).of(WHOLE);
        List<String> first = List.copyOf(RUNS);
        RUNS.clear();

        new LaunchedRun(folder).of(WHOLE);

        assertThat(RUNS).hasSize(6).isNotEqualTo(first);
        assertThat(new TuningRun(folder).runs(StudyTestCase.class, "tune"))
                .extracting(run -> run.id().number())
                .containsExactly(1, 2);
    }

    private Map<Path, String> files() {
        try (Stream<Path> files = Files.walk(folder)) {
            Map<Path, String> texts = new TreeMap<>();
            files.filter(Files::isRegularFile).forEach(file -> texts.put(file, text(file)));
            assertThat(texts).isNotEmpty();
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file) + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static class StudyTestCase {

        @TuningTest(trials = 6)
        @Minimize("distance")
        void tune(Point point, Trial trial) {
            RUNS.add(point + " " + trial.number() + " " + trial.seed());
            if (trial.number() == 2) {
                throw new IllegalStateException("odd one out");
            }
            trial.report(Math.abs(point.x() - 3));
        }
    }

    static class GatedTestCase {

        @TuningTest(trials = 3)
        @Minimize("distance")
        @ExpectBest(atMost = -1)
        void tune(Point point, Trial trial) {
            trial.report(point.x());
        }
    }

    static class ConcurrentTestCase {

        @TuningTest(trials = 12)
        @Minimize("distance")
        @Execution(ExecutionMode.CONCURRENT)
        void tune(Point point, Trial trial, TestInfo info) {
            synchronized (RUNS) {
                RUNS.add(info.getDisplayName() + ": " + point + " " + trial.seed());
            }
            trial.report(Math.abs(point.x() - 3));
        }
    }
}
