// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s11population;

import dev.hpo.pruner.NopPruner;
import dev.hpo.samples.s10panda.DigitReader;
import dev.hpo.samples.s10panda.PaceConfig;
import dev.hpo.samples.s10panda.PaceConfigSpace;
import dev.hpo.space.Space;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.trial.TrialRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * A schedule of a usual form, whose parameters the default sampler tunes in as many trainings as a population of that many members costs. The best network of these is shipped.
 *
 * @param form what a training has in each epoch, from 1
 * @param trainings how many there are
 */
record TunedForm<T>(String name, Space<T> space, Form<T> form, int trainings) implements Contestant {

    /** The form of a schedule. */
    @FunctionalInterface
    interface Form<T> {
        PaceConfig at(T config, int epoch);
    }

    static TunedForm<PaceConfig> constant(int trainings) {
        return new TunedForm<>("tuned constants", PaceConfigSpace.SPACE, (config, epoch) -> config, trainings);
    }

    /** Half a cosine, from the learning rate to 0. */
    static TunedForm<PaceConfig> cosine(int trainings) {
        return new TunedForm<>(
                "tuned cosine",
                PaceConfigSpace.SPACE,
                (config, epoch) -> {
                    double part = (1 + Math.cos(Math.PI * (epoch - 0.5) / EPOCHS)) / 2;
                    return new PaceConfig(config.learningRate() * part, config.momentum());
                },
                trainings);
    }

    static TunedForm<StepDecayConfig> stepDecay(int trainings) {
        return new TunedForm<>(
                "tuned step decay", StepDecayConfigSpace.SPACE, (config, epoch) -> config.at(epoch, EPOCHS), trainings);
    }

    @Override
    public Outcome run(long seed) throws InterruptedException {
        StudySpec spec = StudySpec.minimize(name, "validation loss")
                .withPruner(new NopPruner())
                .withTrials(trainings)
                .withSeed(seed);
        Map<Integer, DigitReader> readers = new HashMap<>();
        try (Study<T> study = Study.open(space, spec)) {
            study.optimize((config, trial) -> {
                DigitReader reader = DigitReader.init(trial.seed());
                readers.put(trial.number(), reader);
                for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                    reader.fitOneEpoch(DIGITS.train(), form.at(config, epoch), trial.seed());
                    trial.report(epoch, reader.loss(DIGITS.validation()));
                }
            });
            TrialRecord best = study.best().orElseThrow();
            T config = space.decode(best.configuration());
            IntFunction<PaceConfig> paces = epoch -> form.at(config, epoch);
            return new Outcome(
                    Contestant.epochs(study),
                    best.value().orElseThrow(),
                    Objects.requireNonNull(readers.get(best.number())),
                    Contestant.trained(paces, Contestant.fresh(seed)));
        }
    }
}
