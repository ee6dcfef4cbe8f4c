// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.population;

import dev.hpo.numeric.SplitMix;
import dev.hpo.population.PopulationPlan;
import dev.hpo.population.PopulationSampler;
import dev.hpo.pruner.NopPruner;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.study.Objective;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.study.Trial;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A population, or a panda, that is raised by a study as a user's would be, with checkpoints in files. A member sees the exact loss of its state, five times a
 * segment, and a relative error of it where that is wanted.
 *
 * @param name what it is called
 * @param plan how it is raised
 * @param error the standard deviation of the error of what a member sees, in parts of its loss
 */
record RaisedPopulation(String name, PopulationPlan plan, double error) implements Contestant {

    private static final int REPORTS = 5;

    private static final Parameter<Double> RATE = Parameter.ofDouble(
            Scope.root().child("rate"), RealDomain.of(Scale.LOG, NoisyQuadratic.SLOWEST, NoisyQuadratic.FASTEST));

    static final String ADJUSTABLE = RATE.name();

    static PlainSpace space() {
        return new PlainSpace(List.of(RATE));
    }

    static double rate(Configuration configuration) {
        return configuration.get(RATE);
    }

    @Override
    public Shipped run(NoisyQuadratic training, long seed) throws InterruptedException {
        TimedSampler sampler = new TimedSampler(new PopulationSampler(plan));
        StudySpec spec = StudySpec.minimize("quadratic", "loss")
                .withSampler(sampler)
                .withPruner(new NopPruner())
                .withTrials(Integer.MAX_VALUE)
                .withSeed(seed);
        try (Study<Configuration> study = Study.open(space(), spec)) {
            Member member = new Member(training, plan, error, new HashMap<>());
            History history = study.optimize(member).history();
            TrialRecord best = study.best().orElseThrow();
            Path state = study.checkpoint(best).orElseThrow();
            return new Shipped(
                    NoisyQuadratic.loss(Saved.in(state).x()),
                    trainings(history),
                    sampler.milliseconds(),
                    Nudges.of(history, member.exact()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double trainings(History history) {
        return history.trials().stream().mapToLong(TrialRecord::trainedSteps).sum() / (double) NoisyQuadratic.STEPS;
    }

    /**
     * Trains a segment.
     *
     * @param exact the exact losses at the ends of segments, by the numbers of trials
     */
    private record Member(NoisyQuadratic training, PopulationPlan plan, double error, Map<Integer, Double> exact)
            implements Objective<Configuration> {

        @Override
        public void run(Configuration configuration, Trial trial) throws IOException {
            Path directory = trial.checkpoint();
            Saved saved = Saved.in(directory);
            RandomGenerator random = SplitMix.of(trial.seed(), saved.step());
            RandomGenerator errors = SplitMix.of(trial.seed(), saved.step(), trial.number());
            long end = plan.end(trial.record());
            for (long step = saved.step() + 1; step <= end; step++) {
                training.step(saved.x(), rate(configuration), random);
                if (step == end) {
                    new Saved(step, saved.x()).to(directory);
                    exact.put(trial.number(), NoisyQuadratic.loss(saved.x()));
                }
                if (step % (NoisyQuadratic.SEGMENT / REPORTS) == 0) {
                    trial.report(step, NoisyQuadratic.loss(saved.x()) * (1 + error * errors.nextGaussian()));
                }
            }
        }
    }

    /** A state in a file. */
    private static final class Saved {

        private static final String FILE = "state";

        private final long step;
        private final double[] x;

        private Saved(long step, double[] x) {
            this.step = step;
            this.x = x;
        }

        static Saved in(Path directory) throws IOException {
            Path file = directory.resolve(FILE);
            if (!Files.exists(file)) {
                return new Saved(0, NoisyQuadratic.start());
            }
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            long step = bytes.getLong();
            double[] x = new double[NoisyQuadratic.DIMENSIONS];
            bytes.asDoubleBuffer().get(x);
            return new Saved(step, x);
        }

        long step() {
            return step;
        }

        double[] x() {
            return x;
        }

        void to(Path directory) throws IOException {
            ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + Double.BYTES * x.length);
            bytes.putLong(step).asDoubleBuffer().put(x);
            Files.write(directory.resolve(FILE), bytes.array());
        }
    }
}
