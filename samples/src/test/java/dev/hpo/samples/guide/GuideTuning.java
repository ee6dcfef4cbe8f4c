// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.guide;

import static dev.hpo.trial.Of.MEAN;

import dev.hpo.junit.Confirm;
import dev.hpo.junit.ExpectBest;
import dev.hpo.junit.Maximize;
import dev.hpo.junit.Minimize;
import dev.hpo.junit.PruneWith;
import dev.hpo.junit.TryFirst;
import dev.hpo.junit.TuningTest;
import dev.hpo.junit.WarmStart;
import dev.hpo.pruner.RacingPruner;
import dev.hpo.study.Trial;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The studies of the guide, on a made-up loss that is lowest at a learning rate of 0.01 and 80 hidden units. */
class GuideTuning {

    // tag::concurrent[]
    @TuningTest(trials = 20, window = 8)
    @Minimize("validation loss")
    @Execution(ExecutionMode.CONCURRENT)
    void tuneConcurrently(NetworkConfig config, Trial trial) {
        // end::concurrent[]
        trial.report(new Network(config, trial.seed()).validationLoss());
        // tag::concurrent[]
    }
    // end::concurrent[]

    // tag::two[]
    @TuningTest(trials = 20)
    @Maximize("requests per second")
    void tuneTogether(NetworkConfig network, PoolConfig pool, Trial trial) {
        // end::two[]
        trial.report(pool.maxThreads() - network.hiddenUnits() / 100.0);
        // tag::two[]
    }
    // end::two[]

    // tag::beginning[]
    @TuningTest(trials = 20)
    @Minimize("validation loss")
    @TryFirst("network.properties") // what a colleague suggests, a resource beside this class
    @WarmStart // from the runs before this one
    void tuneFurther(NetworkConfig config, Trial trial) {
        // end::beginning[]
        trial.report(new Network(config, trial.seed()).validationLoss());
        // tag::beginning[]
    }
    // end::beginning[]

    // tag::gate[]
    @TuningTest(trials = 20)
    @Minimize("validation loss")
    @ExpectBest(atMost = 1.5)
    void stillGood(NetworkConfig config, Trial trial) {
        // end::gate[]
        trial.report(new Network(config, trial.seed()).validationLoss());
        // tag::gate[]
    }
    // end::gate[]

    // tag::confirm[]
    @TuningTest(trials = 40)
    @Minimize("validation loss")
    @Confirm // runs the best five again, then the winner and the start five times each
    void tuneAndConfirm(NetworkConfig config, Trial trial) {
        // end::confirm[]
        trial.report(new Network(config, trial.seed()).validationLoss());
        // tag::confirm[]
    }
    // end::confirm[]

    // tag::seeds[]
    @TuningTest(trials = 20)
    @Minimize("mean validation loss")
    void tuneOverSeeds(NetworkConfig config, Trial trial) {
        List<Network> networks = new SplittableRandom(trial.seed())
                .longs(3)
                .mapToObj(seed -> new Network(config, seed))
                .toList();
        for (int epoch = 1; epoch <= 30; epoch++) {
            networks.forEach(Network::fitOneEpoch);
            trial.report(
                    epoch,
                    networks.stream()
                            .mapToDouble(Network::validationLoss)
                            .average()
                            .orElseThrow());
        }
    }
    // end::seeds[]

    // tag::folds[]
    @TuningTest(trials = 20)
    @Minimize(value = "mean loss over ten folds", of = MEAN)
    @PruneWith(RacingPruner.class)
    void tuneOverFolds(NetworkConfig config, Trial trial) {
        for (int fold = 0; fold < 10; fold++) {
            Network network = new Network(config, trial.seed());
            for (int epoch = 1; epoch <= 30; epoch++) {
                network.fitOneEpoch();
            }
            trial.fold(fold, network.lossOnFold(fold)); // a trial that is behind in the race stops here
        }
    }
    // end::folds[]

    // tag::lock[]
    @TuningTest(trials = 20)
    @Minimize("validation loss")
    @ResourceLock("pytorch") // no other test with this lock runs at the same time
    void tuneAlone(NetworkConfig config, Trial trial) {
        // end::lock[]
        trial.report(new Network(config, trial.seed()).validationLoss());
        // tag::lock[]
    }
    // end::lock[]
}
