// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.encog.neural.networks.training.propagation.sgd.StochasticGradientDescent;
import org.encog.neural.networks.training.propagation.sgd.update.MomentumUpdate;
import org.encog.neural.networks.training.propagation.sgd.update.UpdateRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleTests {
    private static final Shape SHAPE = new Shape(1, 1, 3, 1, Activation.TANH);
    private static final List<Example> EXAMPLES =
            List.of(Example.of(0.5, 1), Example.of(-0.2, 0), Example.of(0.9, 0.3));

    @Test
    void momentum_isThatOfEncog() {
        StochasticGradientDescent training = Network.training(SHAPE, Output.LINEAR, new Random(1));
        training.setLearningRate(0.1);
        training.setMomentum(0.9);
        UpdateRule encogs = new MomentumUpdate();
        encogs.init(training);
        UpdateRule ours = new MomentumRule(training);
        double[] gradients = {0.3, -0.1, 7, 1e-9, 0, 1, 2, 3, -4, 5};
        double[] expected = training.getFlat().getWeights().clone();
        double[] weights = expected.clone();
        for (int step = 0; step < 5; step++) {
            encogs.update(gradients, expected);
            ours.update(gradients, weights);
            gradients[step] *= -0.7;
        }
        assertThat(weights).containsExactly(expected);
    }

    static List<Optimizer> rules() {
        return List.of(new Optimizer.Sgd(), new Optimizer.Adam(0.99));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void restoredNetwork_goesOnToTheSameBits(Optimizer optimizer) {
        Network whole = network(1, optimizer);
        Network cut = network(1, optimizer);
        learn(whole, 0);
        learn(cut, 0);
        Network other = network(2, optimizer);
        other.restore(cut.state());
        learn(whole, 1);
        learn(other, 1);
        assertThat(other.state()).containsExactly(whole.state());
        assertThat(cut.state()).as("one's own array").isNotEqualTo(whole.state());
    }

    private static Network network(long seed, Optimizer optimizer) {
        return Network.create(SHAPE, Output.LINEAR, seed).learnBy(optimizer, 0.9);
    }

    private static void learn(Network network, long seed) {
        network.fit(EXAMPLES, 2, 0.05, new Random(seed));
    }
}
