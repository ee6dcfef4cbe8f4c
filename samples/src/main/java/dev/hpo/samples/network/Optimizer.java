// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.network;

import dev.hpo.annotations.OneMinusLog;
import dev.hpo.annotations.SearchSpace;
import org.encog.neural.networks.training.propagation.sgd.StochasticGradientDescent;

/** The rule by which a gradient changes the weights: one of two, of which the second has a hyperparameter of its own. */
@SearchSpace
public sealed interface Optimizer {
    /** Returns a new rule for {@code training}, to which it belongs alone. */
    Rule rule(StochasticGradientDescent training);

    /** Stochastic gradient descent with momentum. */
    record Sgd() implements Optimizer {
        @Override
        public Rule rule(StochasticGradientDescent training) {
            return new MomentumRule(training);
        }
    }

    /**
     * Adam, which takes the training's momentum as the weight of the past in the running mean of gradients (the paper's
     * beta 1).
     *
     * @param beta2 the weight of the past in the running mean of squared gradients, from 0 to below 1, usually 0.999
     */
    record Adam(@OneMinusLog(min = 0.99, max = 0.9999) double beta2) implements Optimizer {
        @Override
        public Rule rule(StochasticGradientDescent training) {
            return new AdamRule(training, beta2);
        }
    }
}
