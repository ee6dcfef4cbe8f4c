// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.cmaes;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The probabilities of the choices of each categorical parameter, and their update by a ranked population. Immutable.
 *
 * <p>The update is a step along the natural gradient, of a length that falls with the root of the number of parameters; then
 * every choice gets back a least probability, so that none is lost for good.
 *
 * <p>Source: Hamano et al., "CatCMA: stochastic optimization for mixed-category problems", GECCO 2024, for the gradient and the
 * margin; its adaptive step measured no better over a few hundred trials than the plain one here.
 */
final class Categories {

    private static final double RATE = 0.6;

    /** With which probability no parameter draws a choice at its margin. */
    private static final double CERTAINTY = 0.73;

    private final double[][] probabilities;

    private Categories(double[][] probabilities) {
        this.probabilities = probabilities;
    }

    /** Returns equal probabilities for choices of the given counts, each at least 2. */
    static Categories uniform(int[] counts) {
        double[][] probabilities = new double[counts.length][];
        for (int at = 0; at < counts.length; at++) {
            probabilities[at] = new double[counts[at]];
            Arrays.fill(probabilities[at], 1.0 / counts[at]);
        }
        return new Categories(probabilities);
    }

    /** Returns the probability of a choice of a parameter. */
    double probability(int at, int choice) {
        return probabilities[at][choice];
    }

    int[] draw(RandomGenerator random) {
        int[] choices = new int[probabilities.length];
        for (int at = 0; at < choices.length; at++) {
            double left = random.nextDouble();
            int choice = 0;
            while (choice < probabilities[at].length - 1 && left >= probabilities[at][choice]) {
                left -= probabilities[at][choice];
                choice++;
            }
            choices[at] = choice;
        }
        return choices;
    }

    Categories updated(Ranked ranked, Weights weights) {
        double[][] next = new double[probabilities.length][];
        double rate = RATE / Math.sqrt(next.length);
        for (int at = 0; at < next.length; at++) {
            next[at] = probabilities[at].clone();
            for (int rank = 0; rank < ranked.size(); rank++) {
                attract(next[at], at, ranked.choices(rank)[at], rate * weights.of(rank));
            }
            keepMargin(next[at]);
        }
        return new Categories(next);
    }

    /** Moves probabilities towards a choice; one that did not exist says nothing. */
    private void attract(double[] next, int at, int choice, double amount) {
        if (choice < 0) {
            return;
        }
        for (int k = 0; k < next.length; k++) {
            next[k] += amount * ((k == choice ? 1 : 0) - probabilities[at][k]);
        }
    }

    /** Lifts probabilities to the least one and takes what that costs from the others in proportion to what they have above it. */
    private void keepMargin(double[] q) {
        double least = (1 - Math.pow(CERTAINTY, 1.0 / probabilities.length)) / (q.length - 1);
        double sum = 0;
        for (int k = 0; k < q.length; k++) {
            q[k] = Math.max(least, q[k]);
            sum += q[k];
        }
        double spare = sum - q.length * least;
        for (int k = 0; k < q.length; k++) {
            q[k] += (1 - sum) / spare * (q[k] - least);
        }
    }
}
