// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.gp;

import dev.hpo.numeric.Lbfgs;
import java.nio.DoubleBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the most probable hyperparameters, and keeps the latest ones found.
 *
 * <p>Hyperparameters are found at 10 observations and whenever there are 15 % more, from the observations up to there alone, always
 * from the same starts: they are a function of the history, not of the fits before, and a study that is resumed goes on as it
 * would have. In between they stay. With few observations they are found at every one. From more than {@value #MOST} observations some
 * are left out. Safe for use by several threads.
 */
final class Fits {

    private static final int FIRST = 10;
    private static final double GROWTH = 1.15;
    private static final int MOST = 160;
    private static final int STEPS = 40;
    private static final int EFFORT = 1200;
    private static final double TOLERANCE = 1e-2;
    private static final int KEPT = 32;

    private final Map<List<Object>, double[]> known = new LinkedHashMap<>();

    /** Returns the largest number of observations at which hyperparameters are found, of those up to a number. */
    static int scheduled(int observations) {
        if (observations < FIRST) {
            return observations;
        }
        int last = FIRST;
        for (double next = FIRST; Math.ceil(next) <= observations; next *= GROWTH) {
            last = (int) Math.ceil(next);
        }
        return last;
    }

    /** Returns the hyperparameters for some observations, as logarithms; not to be changed. */
    double[] of(Inputs inputs, Observations observations, Warp warp) {
        Observations first = observations.first(scheduled(observations.size()));
        List<Object> key = key(inputs, first, warp);
        synchronized (known) {
            double[] fit = known.remove(key);
            if (fit == null) {
                fit = fit(inputs, first.thinned(MOST), warp);
            }
            known.put(key, fit);
            if (known.size() > KEPT) {
                known.remove(known.keySet().iterator().next());
            }
            return fit;
        }
    }

    private static List<Object> key(Inputs inputs, Observations observations, Warp warp) {
        DoubleBuffer points = DoubleBuffer.allocate(observations.size() * inputs.size());
        observations.points().forEach(point -> points.put(inputs.of(point)));
        return List.of(
                warp,
                inputs.kinds(),
                points.flip(),
                DoubleBuffer.wrap(observations.losses()),
                DoubleBuffer.wrap(observations.noises()));
    }

    private static double[] fit(Inputs inputs, Observations observations, Warp warp) {
        double[][] rows = observations.points().stream().map(inputs::of).toArray(double[][]::new);
        Evidence evidence = new Evidence(inputs, rows, warp.of(observations.losses()), observations.noises());
        Lbfgs.Minimum smooth = minimize(evidence, smooth(inputs), inputs.size());
        Lbfgs.Minimum rough = minimize(evidence, rough(inputs), inputs.size());
        return rough.value() < smooth.value() ? rough.point() : smooth.point();
    }

    /** Where it is likeliest beforehand. */
    private static double[] smooth(Inputs inputs) {
        return new Hyperparameters(inputs.size()).medians();
    }

    /** Where effects of single inputs are weak and those of several together are local. */
    private static double[] rough(Inputs inputs) {
        Hyperparameters places = new Hyperparameters(inputs.size());
        double[] start = places.medians();
        start[Hyperparameters.ADDITIVE] -= 1;
        for (int j = 0; j < inputs.size(); j++) {
            start[places.jointLength(j)] -= 1;
            start[places.additiveLength(j)] += 0.7;
        }
        return start;
    }

    /** With very many inputs there is little to learn beyond what is believed beforehand, and each step takes long. */
    private static Lbfgs.Minimum minimize(Evidence evidence, double[] start, int inputs) {
        int steps = Math.max(4, Math.min(STEPS, EFFORT / Math.max(1, inputs)));
        return Lbfgs.minimize(evidence, Hyperparameters::inside, start, steps, TOLERANCE);
    }
}
