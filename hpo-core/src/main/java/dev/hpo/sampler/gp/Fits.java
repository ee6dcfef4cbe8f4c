// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.gp;

import dev.hpo.numeric.Lbfgs;
import java.nio.DoubleBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Finds the most probable hyperparameters, and keeps the latest ones found.
 *
 * <p>Hyperparameters are found at 10 observations and whenever there are 15 % more, from the observations up to there alone, always
 * from the same starts: they are a function of the history, not of the fits before, and a study that is resumed goes on as it
 * would have. In between they stay. With few observations they are found at every one. From more than {@value #MOST} observations some
 * are left out. Those of a model of failures are found in the same way from all trials with a label; as long as all of those that are
 * used have failed, or none, what is likeliest beforehand stands in. Safe for use by several threads.
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

    /** Returns the hyperparameters of a model of losses, as logarithms; not to be changed. */
    double[] of(Inputs inputs, Observations observations, Warp warp) {
        Observations first = observations.first(scheduled(observations.size()));
        List<Object> key = key(warp, inputs, first.points(), first.losses(), first.noises());
        return known(key, () -> fit(inputs, first.thinned(MOST), warp));
    }

    /** Returns the hyperparameters of a model of what fails, as logarithms; not to be changed. */
    double[] of(Inputs inputs, Labels labels) {
        Labels some = labels.first(scheduled(labels.size())).thinned(MOST);
        if (!some.areMixed()) {
            return Priors.ofFailures(inputs.size()).medians();
        }
        return known(key("failures", inputs, some.points(), some.centered()), () -> fit(inputs, some));
    }

    private double[] known(List<Object> key, Supplier<double[]> search) {
        synchronized (known) {
            double[] fit = known.remove(key);
            if (fit == null) {
                fit = search.get();
            }
            known.put(key, fit);
            if (known.size() > KEPT) {
                known.remove(known.keySet().iterator().next());
            }
            return fit;
        }
    }

    private static List<Object> key(Object what, Inputs inputs, List<double[]> points, double[]... numbers) {
        DoubleBuffer all = DoubleBuffer.allocate(points.size() * (inputs.size() + numbers.length));
        points.forEach(point -> all.put(inputs.of(point)));
        for (double[] some : numbers) {
            all.put(some);
        }
        return List.of(what, inputs.kinds(), all.flip());
    }

    private static double[] fit(Inputs inputs, Observations observations, Warp warp) {
        Priors priors = Priors.ofLosses(inputs.size());
        double[] values = warp.of(observations.losses());
        Evidence evidence =
                new Evidence(inputs, priors, rows(inputs, observations.points()), values, observations.noises());
        Lbfgs.Minimum smooth = minimize(evidence, priors.medians(), inputs.size());
        Lbfgs.Minimum rough = minimize(evidence, rough(priors, inputs.size()), inputs.size());
        return rough.value() < smooth.value() ? rough.point() : smooth.point();
    }

    private static double[] fit(Inputs inputs, Labels labels) {
        Priors priors = Priors.ofFailures(inputs.size());
        Evidence evidence =
                new Evidence(inputs, priors, rows(inputs, labels.points()), labels.centered(), labels.noises());
        return minimize(evidence, priors.medians(), inputs.size()).point();
    }

    private static double[][] rows(Inputs inputs, List<double[]> points) {
        return points.stream().map(inputs::of).toArray(double[][]::new);
    }

    /** Where effects of single inputs are weak and those of several together are local. */
    private static double[] rough(Priors priors, int inputs) {
        Hyperparameters places = new Hyperparameters(inputs);
        double[] start = priors.medians();
        start[Hyperparameters.ADDITIVE] -= 1;
        for (int j = 0; j < inputs; j++) {
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
