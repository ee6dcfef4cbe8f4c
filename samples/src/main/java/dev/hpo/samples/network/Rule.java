// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.network;

import java.util.List;
import org.encog.neural.networks.training.propagation.sgd.StochasticGradientDescent;
import org.encog.neural.networks.training.propagation.sgd.update.UpdateRule;

/** A rule that makes steps of gradients, and shows what it remembers of those before, so that a training can be saved whole. */
public interface Rule extends UpdateRule {
    /** Does nothing: a rule is ready when it is made. Encog calls it before the first step, also of a training that goes on. */
    @Override
    default void init(StochasticGradientDescent training) {}

    /** Returns what the rule remembers, always in the same order. Whoever writes to the arrays changes its memory. */
    List<double[]> memory();
}
