// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.population.Diary;
import dev.hpo.population.PopulationPlan;
import dev.hpo.population.PopulationSampler;
import dev.hpo.population.WinnersSchedule;
import dev.hpo.pruner.NopPruner;
import dev.hpo.space.Configuration;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.study.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Populations without {@code @PopulationTest}. */
class PopulationTests {

    @Test
    void populationIsRaised() throws InterruptedException {
        // tag::population[]
        PopulationPlan plan = PopulationPlan.of(8, 20, 5, Set.of("learningRate", "momentum"));
        StudySpec spec = StudySpec.minimize("network", "validation loss")
                .withSampler(new PopulationSampler(plan))
                .withPruner(new NopPruner())
                .withTrials(Integer.MAX_VALUE);
        try (Study<NetworkConfig> study = Study.open(NetworkConfigSpace.SPACE, spec)) {
            study.optimize(PopulationTests::train);
            WinnersSchedule schedule =
                    WinnersSchedule.of(plan, study.history(), spec.direction()).orElseThrow();
            Configuration atStep50 = schedule.at(50);
            // end::population[]
            assertThat(schedule.steps()).isEqualTo(5L * schedule.rows().size()).isBetween(50L, 100L);
            assertThat(atStep50).isEqualTo(schedule.rows().get(9).configuration());
            assertThat(study.endReason()).hasValue("all 20 generations of 8 members are done");
            // tag::population[]
        }
        // end::population[]
    }

    @Test
    void pandaIsRaised() throws InterruptedException {
        // tag::panda[]
        PopulationPlan plan = PopulationPlan.of(1, 20, 5, Set.of("learningRate", "momentum"));
        // end::panda[]
        StudySpec spec = StudySpec.minimize("network", "validation loss")
                .withSampler(new PopulationSampler(plan))
                .withPruner(new NopPruner())
                .withTrials(Integer.MAX_VALUE);
        try (Study<NetworkConfig> study = Study.open(NetworkConfigSpace.SPACE, spec)) {
            study.optimize(PopulationTests::train);
            // tag::diary[]
            List<String> lines = Diary.lines(plan, study.history(), spec.direction());
            // end::diary[]
            assertThat(study.history().counted()).isBetween(plan.trials(), plan.trials() + 4);
            assertThat(lines)
                    .anySatisfy(line -> assertThat(line).startsWith("child 1, day 2: learningRate 0.01 -> 0.008"));
            assertThat(lines)
                    .filteredOn(line -> line.contains(": grown up with"))
                    .hasSize(4);
        }
    }

    // tag::train[]
    static void train(NetworkConfig config, Trial trial) throws IOException {
        Path saved = trial.checkpoint().resolve("network.bin");
        Network network = new Network(config, trial.seed());
        if (Files.exists(saved)) {
            network.load(saved);
        }
        for (int epoch = network.epochs() + 1; epoch <= trial.until(); epoch++) {
            network.fitOneEpoch();
            network.save(saved);
            trial.report(epoch, network.validationLoss());
        }
    }
    // end::train[]
}
