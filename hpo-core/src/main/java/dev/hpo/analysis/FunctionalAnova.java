// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

import dev.hpo.encoding.Dimension;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Divides the variance of a surrogate among the coordinates, tree by tree.
 *
 * <p>Source: Hutter, Hoos and Leyton-Brown, "An efficient approach for assessing hyperparameter importance", ICML 2014, section 3.
 */
final class FunctionalAnova {

    private final Evaluated evaluated;
    private final Surrogate surrogate;
    private final double[][] alone;
    private final double[][] total;

    FunctionalAnova(Evaluated evaluated, Surrogate surrogate, RandomGenerator random) {
        this.evaluated = evaluated;
        this.surrogate = surrogate;
        int trees = surrogate.trees().size();
        int coordinates = surrogate.lattice().size();
        this.alone = new double[coordinates][trees];
        this.total = new double[coordinates][trees];
        TotalEffects effects = new TotalEffects(surrogate.lattice(), random.nextLong());
        for (int tree = 0; tree < trees; tree++) {
            MarginalCurves curves = surrogate.curves().get(tree);
            Shape shape = surrogate.trees().get(tree);
            for (int at = 0; at < coordinates; at++) {
                alone[at][tree] = Math.min(1, curves.explained(at) / curves.variance());
                total[at][tree] = Math.min(1, Math.max(alone[at][tree], effects.of(shape, at) / curves.variance()));
            }
        }
    }

    Importance importance() {
        List<ParameterImportance> told = new ArrayList<>();
        List<Importance.Untold> untold = new ArrayList<>();
        double[] amongBest = PedAnova.of(surrogate.lattice().encoding(), evaluated.rows(), surrogate.sample());
        for (Dimension dimension : surrogate.lattice().encoding().dimensions()) {
            evaluated
                    .silence(dimension)
                    .ifPresentOrElse(
                            reason -> untold.add(new Importance.Untold(dimension.parameter(), reason)),
                            () -> told.add(new ParameterImportance(
                                    dimension.parameter(),
                                    Share.of(alone[dimension.index()]),
                                    Share.of(total[dimension.index()]),
                                    amongBest[dimension.index()])));
        }
        told.sort(Comparator.comparingDouble(one -> -one.alone().value()));
        return new Importance(told, untold, evaluated.size(), Optional.empty());
    }
}
