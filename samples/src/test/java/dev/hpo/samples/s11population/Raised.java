// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s11population;

import dev.hpo.population.PopulationPlan;
import dev.hpo.population.PopulationSampler;
import dev.hpo.population.WinnersSchedule;
import dev.hpo.pruner.NopPruner;
import dev.hpo.samples.s10panda.DigitReader;
import dev.hpo.samples.s10panda.PaceConfig;
import dev.hpo.samples.s10panda.PaceConfigSpace;
import dev.hpo.space.Space;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.study.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A population, or a panda. The best network that it comes to is shipped.
 *
 * @param plan how it is raised
 */
record Raised(String name, PopulationPlan plan) implements Contestant {
    private static final String FILE = "reader.bin";

    @Override
    public Outcome run(long seed) throws InterruptedException, IOException {
        Space<PaceConfig> space = PaceConfigSpace.SPACE;
        StudySpec spec = StudySpec.minimize(name, "validation loss")
                .withSampler(new PopulationSampler(plan))
                .withPruner(new NopPruner())
                .withTrials(Integer.MAX_VALUE)
                .withSeed(seed);
        try (Study<PaceConfig> study = Study.open(space, spec)) {
            study.optimize(this::train);
            WinnersSchedule schedule =
                    WinnersSchedule.of(plan, study.history(), spec.direction()).orElseThrow();
            Path shipped = study.checkpoint(study.best().orElseThrow()).orElseThrow();
            return new Outcome(
                    Contestant.epochs(study),
                    schedule.value(),
                    DigitReader.load(shipped.resolve(FILE)),
                    Contestant.trained(epoch -> space.decode(schedule.at(epoch)), Contestant.fresh(seed)));
        }
    }

    private void train(PaceConfig config, Trial trial) throws IOException {
        Path saved = trial.checkpoint().resolve(FILE);
        DigitReader reader = Files.exists(saved) ? DigitReader.load(saved) : DigitReader.init(trial.seed());
        while (reader.epochs() < trial.until()) {
            reader.fitOneEpoch(DIGITS.train(), config, trial.seed());
            reader.save(saved);
            trial.report(reader.epochs(), reader.loss(DIGITS.validation()));
        }
    }
}
