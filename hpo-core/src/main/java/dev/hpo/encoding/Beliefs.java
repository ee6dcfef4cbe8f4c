// SPDX-License-Identifier: Apache-2.0
package dev.hpo.encoding;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Where the user believes good values to be, as an addend to a score that loses weight with every result.
 *
 * <p>Source: Hvarfner et al., "piBO: augmenting acquisition functions with user beliefs for Bayesian optimization", ICLR 2022,
 * section 3.2: the logarithm of the density times b / n after n trials, with b a tenth of the budget.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Beliefs {

    private static final double STEP = 1e-4;

    /** The least of a tenth of the budget that counts, and the largest budget that does. */
    private static final double LEAST = 2;

    private static final double MOST = 200;

    private final List<Dimension> believed;
    private final double weight;

    /**
     * Creates the addend.
     *
     * @param encoding tells the parameters
     * @param results how many trials have had a result
     * @param budget how many trials there will be
     */
    public Beliefs(Encoding encoding, int results, int budget) {
        this.believed = encoding.dimensions().stream()
                .filter(dimension -> dimension.parameter().prior().isPresent())
                .toList();
        double full = Math.max(LEAST, Math.min(budget, MOST) / 10.0);
        this.weight = full / Math.max(1, results);
    }

    /** Returns the addend at a proper point. */
    public double logDensity(double[] point) {
        double sum = 0;
        for (Dimension dimension : believed) {
            double position = point[dimension.index()];
            if (!Double.isNaN(position)) {
                sum += dimension.logBelief(position);
            }
        }
        return weight * sum;
    }

    /** Returns the addend and adds its derivatives, by differences: densities are smooth. */
    public double logDensity(double[] point, double[] gradient) {
        for (Dimension dimension : believed) {
            int at = dimension.index();
            if (dimension.isContinuous() && !Double.isNaN(point[at])) {
                double low = Math.max(0, point[at] - STEP);
                double high = Math.min(1, point[at] + STEP);
                gradient[at] += weight * (dimension.logBelief(high) - dimension.logBelief(low)) / (high - low);
            }
        }
        return logDensity(point);
    }
}
