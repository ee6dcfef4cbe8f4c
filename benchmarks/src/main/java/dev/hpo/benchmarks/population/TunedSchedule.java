// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.population;

import dev.hpo.pruner.NopPruner;
import dev.hpo.sampler.AutoSampler;
import dev.hpo.space.Configuration;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import java.util.List;

/**
 * A schedule of a usual form, whose parameters the default sampler tunes in so many full trainings. The best state of these is shipped.
 *
 * @param form its form
 * @param trainings how many there are
 */
record TunedSchedule(Form form, int trainings) implements Contestant {

    private static final Parameter<Double> RATE = Parameter.ofDouble(
            Scope.root().child("rate"), RealDomain.of(Scale.LOG, NoisyQuadratic.SLOWEST, NoisyQuadratic.FASTEST));
    private static final Parameter<Double> FACTOR =
            Parameter.ofDouble(Scope.root().child("factor"), RealDomain.of(Scale.LOG, .05, .7));
    private static final Parameter<Integer> DECAYS =
            Parameter.ofInt(Scope.root().child("decays"), IntegerDomain.of(Scale.LINEAR, 1, 6));

    /** The forms. */
    enum Form {
        /** One rate throughout. */
        CONSTANT("tuned constant") {
            @Override
            NoisyQuadratic.Rates rates(Configuration configuration) {
                double rate = configuration.get(RATE);
                return step -> rate;
            }
        },
        /** From a rate to 0 along half a cosine. */
        COSINE("tuned cosine") {
            @Override
            NoisyQuadratic.Rates rates(Configuration configuration) {
                double rate = configuration.get(RATE);
                return step -> rate * (1 + Math.cos(Math.PI * step / NoisyQuadratic.STEPS)) / 2;
            }
        },
        /** A rate that is multiplied by a factor a few times, at equal distances. */
        STEP_DECAY("tuned step decay") {
            @Override
            NoisyQuadratic.Rates rates(Configuration configuration) {
                double rate = configuration.get(RATE);
                double factor = configuration.get(FACTOR);
                int parts = configuration.get(DECAYS) + 1;
                return step -> rate * Math.pow(factor, Math.floorDiv(step * parts, NoisyQuadratic.STEPS));
            }
        };

        private final String text;

        Form(String text) {
            this.text = text;
        }

        abstract NoisyQuadratic.Rates rates(Configuration configuration);
    }

    @Override
    public String name() {
        return form.text;
    }

    @Override
    public Shipped run(NoisyQuadratic training, long seed) throws InterruptedException {
        TimedSampler sampler = new TimedSampler(new AutoSampler());
        StudySpec spec = StudySpec.minimize("quadratic", "loss")
                .withSampler(sampler)
                .withPruner(new NopPruner())
                .withTrials(trainings)
                .withSeed(seed);
        try (Study<Configuration> study = Study.open(
                new PlainSpace(form == Form.STEP_DECAY ? List.of(RATE, FACTOR, DECAYS) : List.of(RATE)), spec)) {
            study.optimize(
                    (configuration, trial) -> trial.report(training.trained(form.rates(configuration), trial.seed())));
            return new Shipped(study.best().orElseThrow().value().orElseThrow(), trainings, sampler.milliseconds());
        }
    }
}
