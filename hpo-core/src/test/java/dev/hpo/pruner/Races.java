// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import static dev.hpo.pruner.MadeTrials.completeWith;
import static dev.hpo.pruner.MadeTrials.facts;
import static dev.hpo.pruner.MadeTrials.running;

import dev.hpo.numeric.SplitMix;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Simulated races over the ten folds of a cross-validation. The loss of a configuration at a fold is its own, plus what the fold does to all, plus an
 * error with a spread of 1, of which a tenth of the variance is the same at all folds, as their trainings share data.
 *
 * @param rivals of how many configurations the incumbent is the one with the best mean
 * @param spread how much the rivals differ in truth
 * @param races how many there are
 */
record Races(int rivals, double spread, int races) {

    private static final int FOLDS = 10;
    private static final double SHARED = 1.0 / FOLDS;

    /**
     * Runs the races.
     *
     * @param gap by how much the challenger is worse than the incumbent in truth
     */
    Result run(Pruner pruner, double gap) {
        int stopped = 0;
        int saved = 0;
        RandomGenerator random = SplitMix.of(5);
        for (int race = 0; race < races; race++) {
            double[] folds = gaussians(random, FOLDS);
            double truth = 0;
            double[] best = {};
            for (int rival = 0; rival < rivals; rival++) {
                double own = spread * random.nextGaussian();
                double[] losses = losses(own, folds, random);
                if (best.length == 0 || mean(losses) < mean(best)) {
                    best = losses;
                    truth = own;
                }
            }
            int ran = folds(pruner, best, losses(truth + gap, folds, random));
            stopped += ran < FOLDS ? 1 : 0;
            saved += FOLDS - ran;
        }
        return new Result((double) stopped / races, (double) saved / races / FOLDS);
    }

    private static int folds(Pruner pruner, double[] incumbent, double[] challenger) {
        History history = History.of(List.of(completeWith(0, mean(incumbent), incumbent)));
        for (int fold = 1; fold < FOLDS; fold++) {
            if (pruner.judge(MadeTrials.asCase(
                            running(1, Arrays.copyOf(challenger, fold)), history, facts(Direction.MINIMIZE)))
                    instanceof Verdict.Stop) {
                return fold;
            }
        }
        return FOLDS;
    }

    private static double[] losses(double truth, double[] folds, RandomGenerator random) {
        double shared = Math.sqrt(SHARED) * random.nextGaussian();
        double[] losses = gaussians(random, FOLDS);
        for (int fold = 0; fold < FOLDS; fold++) {
            losses[fold] = truth + folds[fold] + shared + Math.sqrt(1 - SHARED) * losses[fold];
        }
        return losses;
    }

    private static double[] gaussians(RandomGenerator random, int count) {
        double[] gaussians = new double[count];
        Arrays.setAll(gaussians, any -> random.nextGaussian());
        return gaussians;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /**
     * What came of it.
     *
     * @param stopped in which share of the races the challenger was stopped
     * @param saved which share of the folds was not run
     */
    record Result(double stopped, double saved) {}
}
