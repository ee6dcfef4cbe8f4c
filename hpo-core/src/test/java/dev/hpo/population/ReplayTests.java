// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hpo.pruner.NopPruner;
import dev.hpo.storage.RunId;
import dev.hpo.storage.RunKind;
import dev.hpo.storage.RunSeries;
import dev.hpo.study.Objective;
import dev.hpo.study.Repetition;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A schedule that is trained with from the beginning. */
@Timeout(60)
class ReplayTests {

    private static final PopulationPlan PLAN = PopulationPlan.of(4, 5, 2, Set.of("rate"));

    @Test
    void scheduleIsTrainedWithFromTheBeginning_withFreshSeeds() throws Exception {
        WinnersSchedule schedule = schedule();
        ReplaySampler sampler = new ReplaySampler(schedule, 3);
        History history = replayed(sampler, new Training(PLAN));

        assertThat(history.size()).isEqualTo(sampler.trials()).isEqualTo(15);
        assertThat(history.trials().stream().map(trial -> trial.start().seed()).distinct())
                .hasSize(15);
        for (TrialRecord trial : history.trials()) {
            Segment segment = Segment.of(trial);
            WinnersSchedule.Row row = schedule.rows().get(segment.generation());
            assertThat(trial.configuration()).isEqualTo(row.configuration());
            assertThat(trial.lastStep()).hasValue(row.to());
            assertThat(trial.isBegunAnew()).isFalse();
        }
        assertThat(sampler.values(history))
                .hasSize(3)
                .doesNotContain(schedule.value())
                .containsExactlyInAnyOrderElementsOf(history.trials().stream()
                        .filter(trial -> Segment.of(trial).generation() == 4)
                        .map(trial -> trial.value().orElseThrow())
                        .toList());
    }

    @Test
    void trainingThatFails_endsThere_andTheOthersGoOn() throws Exception {
        ReplaySampler sampler = new ReplaySampler(schedule(), 3);
        History history = replayed(sampler, (descent, trial) -> {
            if (Segment.of(trial.record()).member() == 1
                    && Segment.of(trial.record()).generation() == 2) {
                throw new IllegalStateException("diverged");
            }
            new Training(PLAN).run(descent, trial);
        });

        assertThat(history.size()).isEqualTo(13);
        assertThat(sampler.values(history)).hasSize(2);
    }

    @Test
    void noTraining_isRefused() throws Exception {
        WinnersSchedule schedule = schedule();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReplaySampler(schedule, 0))
                .withMessage("trainings (0) must be at least 1");
    }

    private static WinnersSchedule schedule() throws InterruptedException {
        try (Study<Descent> study = Study.open(DescentSpace.SPACE, spec())) {
            History history = study.optimize(new Training(PLAN)).history();
            return WinnersSchedule.of(PLAN, history, Direction.MINIMIZE).orElseThrow();
        }
    }

    private static History replayed(ReplaySampler sampler, Objective<Descent> objective) throws InterruptedException {
        StudySpec search = spec();
        try (Study<Descent> study = Study.open(DescentSpace.SPACE, search)) {
            study.optimize(new Training(PLAN));
            StudySpec spec = Repetition.spec(search, sampler, sampler.trials());
            RunSeries series = RunSeries.of(RunKind.CONFIRM, new RunId(search.name(), study.run()));
            try (Study<Descent> replay = Repetition.open(DescentSpace.SPACE, spec, series)) {
                return replay.optimize(objective).history();
            }
        }
    }

    private static StudySpec spec() {
        return StudySpec.minimize("descent", "loss")
                .withSampler(new PopulationSampler(PLAN))
                .withPruner(new NopPruner())
                .withTrials(Integer.MAX_VALUE)
                .withSeed(11);
    }
}
