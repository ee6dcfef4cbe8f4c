// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.sampler.Samplers;
import dev.hpo.storage.InMemoryStorage;
import dev.hpo.storage.RunEnd;
import dev.hpo.storage.RunId;
import dev.hpo.storage.RunRecord;
import dev.hpo.trial.TrialKey;
import dev.hpo.trial.TrialState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Concurrent studies that are stopped when nothing is left to begin, and trials still run. */
class CutShortTests {

    private static final RunId FIRST = new RunId("points", 1);

    private final StudySpec spec = StudySpec.minimize("points", "distance")
            .withSampler(new OnePoint())
            .withMode(Mode.CONCURRENT)
            .withTrials(3)
            .withStorage(new InMemoryStorage());

    /** How a study is stopped from outside. */
    private enum Stop {
        INTERRUPT("Ctrl-C"),
        CLOSE("closed"),
        ABANDON("the process ends");

        private final String reason;

        Stop(String reason) {
            this.reason = reason;
        }

        void stop(Study<?> study) {
            switch (this) {
                case INTERRUPT -> study.interrupt(reason);
                case CLOSE -> study.close();
                case ABANDON -> study.abandon(reason);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void lastTrialsOfTheBudget_areRunByTheNext(Stop stop) throws Exception {
        Study<Point> study = Study.open(PointSpace.SPACE, spec);
        List<Trial> running = begin(study);
        assertThat(study.endReason()).contains("all 3 trials are done");
        tell(study, running.get(1));

        stop.stop(study);
        study.close();

        assertThat(study.isInterrupted()).isTrue();
        assertThat(last().end()).contains(new RunEnd(RunEnd.Kind.INTERRUPTED, stop.reason));
        assertThat(Continuation.of(PointSpace.SPACE, spec))
                .hasValueSatisfying(left -> assertThat(left.isSame()).isTrue());
        List<TrialKey> again = new ArrayList<>();
        try (Study<Point> next = Study.resume(PointSpace.SPACE, spec, FIRST)) {
            next.optimize((point, trial) -> {
                again.add(trial.record().key());
                trial.report(1);
            });
        }
        assertThat(again).containsExactly(new TrialKey(0, 1), new TrialKey(2, 1));
        assertThat(last().isFinished()).isTrue();
    }

    @Test
    void lastTrialsOfASpaceThatIsUsedUp_areLeftToTheNext() throws Exception {
        StudySpec grid = spec.withTrials(1000).withSampler(Samplers.named("grid"));
        Study<Cell> study = Study.open(CellSpace.SPACE, grid);
        begin(study);

        study.close();

        assertThat(last().isFinished()).isFalse();
    }

    @Test
    void lastTrialsOfPatience_areLeftToTheNext() throws Exception {
        Study<Point> study = Study.open(PointSpace.SPACE, spec.withTrials(9).withPatience(2));
        List<Trial> running = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            running.add(study.ask().orElseThrow().trial());
        }
        running.subList(0, 3).forEach(trial -> tell(study, trial));
        assertThat(study.ask()).isEmpty();
        assertThat(study.endReason()).contains("no better value in 2 trials");

        study.close();

        assertThat(last().isFinished()).isFalse();
    }

    @Test
    void studyWhoseTrialsHaveAllEnded_isDone() throws Exception {
        Study<Point> study = Study.open(PointSpace.SPACE, spec);
        begin(study).forEach(trial -> tell(study, trial));

        study.interrupt("Ctrl-C");
        study.close();

        assertThat(last().end()).contains(new RunEnd(RunEnd.Kind.FINISHED, "all 3 trials are done"));
    }

    @Test
    void endForGood_stays_andMakesTheOneBeforeStay() throws Exception {
        for (boolean isBegun : new boolean[] {false, true}) {
            Study<Point> study = Study.open(PointSpace.SPACE, spec.withStorage(new InMemoryStorage()));
            study.ask();
            if (isBegun) {
                begin(study);
            }
            Optional<String> before = study.endReason();

            study.end("the first failure ends it");
            study.interrupt("Ctrl-C");
            study.close();

            assertThat(study.isInterrupted()).isFalse();
            assertThat(study.endReason()).contains(before.orElse("the first failure ends it"));
            assertThat(study.history().count(TrialState.RUNNING)).isEqualTo(isBegun ? 3 : 1);
        }
    }

    private static List<Trial> begin(Study<?> study) throws InterruptedException {
        List<Trial> running = new ArrayList<>();
        Optional<? extends Suggestion<?>> next = study.ask();
        while (next.isPresent()) {
            running.add(next.get().trial());
            next = study.ask();
        }
        return running;
    }

    private static void tell(Study<?> study, Trial trial) {
        trial.report(1);
        study.tell(trial);
    }

    private RunRecord last() {
        return spec.storage().runs("points").get(0);
    }
}
