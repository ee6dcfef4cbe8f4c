// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import dev.hpo.numeric.Purpose;
import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Configuration;
import dev.hpo.space.Space;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Lets samplers search for the minimum of a function, each with the same seeds.
 *
 * @param function what to minimise
 * @param trials how many trials they have
 * @param concurrent how many of them are under way at once
 */
record Contest(BenchmarkFunction function, int trials, int concurrent) {

    private static final int SEEDS = 7;

    /** Returns how far above the minimum the best trial was, in the middle one of seven runs. */
    double medianRegret(Supplier<Sampler> sampler) {
        double[] regrets = new double[SEEDS];
        for (int seed = 0; seed < SEEDS; seed++) {
            regrets[seed] = run(sampler.get(), seed) - function.minimum();
        }
        Arrays.sort(regrets);
        return regrets[SEEDS / 2];
    }

    private double run(Sampler sampler, long seed) {
        StudyFacts facts = new StudyFacts("contest", Direction.MINIMIZE, seed, trials, concurrent);
        Space<Configuration> space = function.space();
        History history = History.empty();
        Deque<TrialRecord> running = new ArrayDeque<>();
        while (history.size() < trials) {
            RandomGenerator random = Purpose.PROPOSAL.generator(seed, history.size());
            Proposal.Try next = (Proposal.Try) sampler.propose(new Ask(space, history, facts, history.size(), random));
            Origin origin = new Origin(Origin.Source.SAMPLER, OptionalInt.empty(), next.notes());
            TrialRecord trial = TrialRecord.running(
                    new TrialStart(history.size(), next.configuration(), seed, origin, Instant.EPOCH));
            history = history.with(trial);
            running.add(trial);
            if (running.size() == concurrent) {
                TrialRecord done = running.remove();
                double value = function.value(done.configuration());
                history = history.with(done.finished(Outcome.Complete.of(value), Instant.EPOCH));
            }
        }
        return history.best(Direction.MINIMIZE)
                .flatMap(best -> best.value().stream().boxed().findAny())
                .orElse(Double.POSITIVE_INFINITY);
    }
}
