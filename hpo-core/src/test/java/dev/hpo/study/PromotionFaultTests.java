// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.pruner.Pruner;
import dev.hpo.pruner.Verdict;
import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Space;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bodies, samplers and pruners that make something else of checkpoints and promotions than they are meant for. */
@Timeout(60)
class PromotionFaultTests {

    private static final int LEVEL = 3;

    private static final Pruner AT_LEVEL = (trial, history, facts) ->
            trial.lastObservation().orElseThrow().step() == LEVEL ? new Verdict.Pause("level 3") : Verdict.KEEP;

    @Test
    void bodyThatSavesAndNeverLoads_comesToAnEnd() throws Exception {
        try (Study<Point> study = open(spec().withTrials(2))) {
            study.optimize((point, trial) -> {
                assertThat(trial.number()).isLessThan(10);
                for (int step = 1; step <= 9; step++) {
                    save(trial, step);
                    trial.report(step, 1);
                }
            });

            assertThat(study.history().count(TrialState.COMPLETE)).isEqualTo(2);
            assertThat(study.history().size()).isEqualTo(4);
            assertThat(study.history().trials())
                    .filteredOn(TrialRecord::isBegunAnew)
                    .hasSize(2);
        }
    }

    @Test
    void promotionThatBeganAnew_isPausedBeyondItsParent() throws Exception {
        Pruner atLevels = (trial, history, facts) ->
                trial.lastObservation().orElseThrow().step() % LEVEL == 0 ? new Verdict.Pause("a level") : Verdict.KEEP;
        try (Study<Point> study = open(spec().withPruner(atLevels))) {
            study.optimize((point, trial) -> {
                for (int step = 1; step <= 8; step++) {
                    save(trial, step);
                    trial.report(step, 1);
                }
            });

            assertThat(study.history().trials())
                    .extracting(trial -> trial.observations().size())
                    .containsExactly(3, 6, 8);
        }
    }

    /** The sampler knows of nothing to go on with while the last trials run, of which each pauses. */
    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"ORDERED", "CONCURRENT", "JOINED"})
    void trialsThatPauseWhenAllHaveBegun_goOn(Mode mode) throws Exception {
        CountDownLatch bothRun = new CountDownLatch(2);
        StudySpec spec = spec().withTrials(2).withMode(mode).withThreads(3).withWindow(3);
        try (Study<Point> study = open(spec.withSampler(new Hasty()))) {
            study.optimize((point, trial) -> {
                bothRun.countDown();
                bothRun.await();
                SavedCourse.run(point, trial, SavedCourse.STEPS);
            });

            assertThat(study.history().count(TrialState.COMPLETE)).isEqualTo(2);
            assertThat(study.history().paused()).isEmpty();
        }
    }

    @Test
    void threadThatRunsATrialItself_doesNotWaitForIt() throws Exception {
        try (Study<Point> study = open(spec().withSampler(new Hasty()))) {
            study.ask();

            assertThat(study.ask()).isEmpty();
            assertThat(study.endReason()).contains("the only trial is done");
        }
    }

    private static void save(Trial trial, int step) throws IOException {
        Files.writeString(trial.checkpoint().resolve("state.txt"), String.valueOf(step));
    }

    private static StudySpec spec() {
        return StudySpec.minimize("points", "distance")
                .withSeed(7)
                .withTrials(1)
                .withPruner(AT_LEVEL)
                .withSampler(new Hasty());
    }

    private static Study<Point> open(StudySpec spec) {
        return Study.open(PointSpace.SPACE, spec);
    }

    /** Goes on with whatever is paused, and never waits. */
    private static class Hasty implements Sampler {

        private final Sampler starts = new RandomSampler();

        @Override
        public Proposal propose(Ask ask) {
            if (!ask.history().paused().isEmpty()) {
                return Proposal.Promote.of(ask.history().paused().get(0).number());
            }
            return ask.history().counted() < ask.facts().trials()
                    ? starts.propose(ask)
                    : new Proposal.Exhausted("nothing is paused");
        }

        @Override
        public boolean promotes() {
            return true;
        }

        @Override
        public String describe(Space<?> space, StudyFacts facts) {
            return "hasty";
        }
    }
}
