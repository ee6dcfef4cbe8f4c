// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.sampler.RandomSampler;
import dev.hpo.space.Configuration;
import dev.hpo.trial.Origin;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequentialStudyTests {

    private final StudySpec spec =
            StudySpec.minimize("points", "distance").withTrials(20).withSampler(new RandomSampler());

    @Test
    void triesTheStartConfigurationAndThenWhatTheSamplerProposes() throws Exception {
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec)) {
            StudyResult<Point> result = study.optimize((point, trial) -> trial.report(point.distance()));

            assertThat(result.endReason()).isEqualTo("all 20 trials are done");
            assertThat(result.history().count(TrialState.COMPLETE)).isEqualTo(20);
            assertThat(result.history().trial(0).start().origin().source()).isEqualTo(Origin.Source.INITIAL);
            assertThat(result.history().trial(1).start().origin().source()).isEqualTo(Origin.Source.SAMPLER);
            assertThat(result.best().orElseThrow().config().distance())
                    .isEqualTo(result.best().orElseThrow().value());
        }
    }

    @Test
    void sameSeedGivesTheSameStudy() throws Exception {
        assertThat(configurations(spec.withSeed(7)))
                .isEqualTo(configurations(spec.withSeed(7)))
                .isNotEqualTo(configurations(spec.withSeed(8)));
    }

    private static List<Configuration> configurations(StudySpec spec) throws InterruptedException {
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec)) {
            study.optimize((point, trial) -> trial.report(point.distance()));
            return study.history().trials().stream()
                    .map(TrialRecord::configuration)
                    .toList();
        }
    }
}
