// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectIteration;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.hpo.junit.LaunchedRun.Results;
import dev.hpo.study.Trial;
import dev.hpo.trial.Repeated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.DiscoverySelector;

/** Single runs that confirm what a search has found, run again: by their numbers, or as invocations. */
@Timeout(60)
class ConfirmReplayTests {

    private static final List<String> MADE = new ArrayList<>();
    private static final DiscoverySelector WHOLE = selectClass(StudyTestCase.class);

    private Path folder;

    @BeforeEach
    void forget(@TempDir Path temporary) {
        folder = temporary;
        MADE.clear();
    }

    @Test
    void replay_runsTheStoredRunAndKeepsNothing() throws IOException {
        Results whole = new LaunchedRun(folder).of(WHOLE);
        List<String> all = List.copyOf(MADE);
        byte[] before = journal();
        MADE.clear();

        Results again = new LaunchedRun(folder).with("hpo.replay", "confirm:3").of(WHOLE);
        new LaunchedRun(folder).with("hpo.replay", "1/confirm:4").of(WHOLE);
        new LaunchedRun(folder).with("hpo.replay", "3").of(WHOLE);

        assertThat(MADE).containsExactly(all.get(6 + 3), all.get(6 + 4), all.get(3));
        assertThat(again.tests()).containsExactly(whole.tests().get(6 + 3));
        assertThat(again.tests().get(0)).startsWith("confirm 3: ");
        assertThat(again.failures()).isEmpty();
        assertThat(journal()).isEqualTo(before);
    }

    @Test
    void invocation_isTheRunThatItWas() throws IOException {
        Results whole = new LaunchedRun(folder).of(WHOLE);
        List<String> all = List.copyOf(MADE);
        byte[] before = journal();
        MADE.clear();

        Results again = new LaunchedRun(folder).of(selectUniqueId(whole.ids().get(6 + 2)));
        new LaunchedRun(folder)
                .of(selectIteration(
                        selectMethod(StudyTestCase.class, "tune", "dev.hpo.junit.Knob, dev.hpo.study.Trial"),
                        2,
                        6 + 2));

        assertThat(MADE).containsExactly(all.get(6 + 2), all.get(2), all.get(6 + 2));
        assertThat(again.tests()).containsExactly(whole.tests().get(6 + 2));
        assertThat(journal()).isEqualTo(before);
    }

    @Test
    void invocationOfAConcurrentStudy_isTheRunThatItWas() {
        LaunchedRun concurrent = new LaunchedRun(folder)
                .with("junit.jupiter.execution.parallel.enabled", "true")
                .with("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .with("junit.jupiter.execution.parallel.config.fixed.parallelism", "3");
        Results whole = concurrent.of(selectClass(ConcurrentTestCase.class));
        List<String> all = List.copyOf(MADE);
        assertThat(all).hasSize(6 + 8);

        for (String id : whole.ids()) {
            MADE.clear();
            concurrent.of(selectUniqueId(id));

            String invocation = "[" + id.replaceAll(".*#(\\d+)]$", "$1") + "]: ";
            String then = all.stream()
                    .filter(made -> made.startsWith(invocation))
                    .findFirst()
                    .orElseThrow();
            assertThat(MADE).singleElement().asString().endsWith(then.substring(invocation.length() - 1));
        }
    }

    @Test
    void runThatNeverWas_isAMistake() {
        new LaunchedRun(folder).of(WHOLE);
        new LaunchedRun(folder).with("hpo.confirm", "false").of(WHOLE);

        assertThat(new LaunchedRun(folder)
                        .with("hpo.replay", "1/confirm:17")
                        .of(WHOLE)
                        .failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessage("hpo.replay (confirm:17) must mean a stored run that confirms what"
                                + " ConfirmReplayTests.StudyTestCase.tune has found; run 1 has the runs 0 to 7."));
        assertThat(new LaunchedRun(folder)
                        .with("hpo.replay", "confirm:0")
                        .of(WHOLE)
                        .failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessageEndingWith("; run 2 has no such run."));
    }

    private byte[] journal() throws IOException {
        return Files.readAllBytes(new TuningRun(folder).journal(StudyTestCase.class, "tune"));
    }

    private static void train(String name, Knob knob, Trial trial) {
        synchronized (MADE) {
            MADE.add(name + knob + " " + trial.seed() + " " + Repeated.of(trial.record()));
        }
        trial.report(knob.noisy(trial));
    }

    static class StudyTestCase {

        @TuningTest(trials = 6)
        @Minimize("distance")
        @Confirm(top = 2, repeats = 2)
        void tune(Knob knob, Trial trial) {
            train("", knob, trial);
        }
    }

    static class ConcurrentTestCase {

        @TuningTest(trials = 6)
        @Minimize("distance")
        @Confirm(top = 2, repeats = 2)
        @Execution(ExecutionMode.CONCURRENT)
        void tune(Knob knob, Trial trial, TestInfo info) {
            train(info.getDisplayName() + ": ", knob, trial);
        }
    }
}
