// SPDX-License-Identifier: Apache-2.0
package dev.hpo.gp;

import dev.hpo.numeric.Lbfgs;
import java.nio.DoubleBuffer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Finds the most probable hyperparameters, and keeps the latest ones found.
 *
 * <p>They are found always from the same starts, so that they are a function of the data. Whoever asks does so with the data up to a
 * {@linkplain #scheduled scheduled} number of observations: at 10 and whenever there are 15 % more, from the observations up to there alone. So
 * hyperparameters are a function of the history, not of the fits before, and a study that is resumed goes on as it would have; in between they stay.
 * With few observations they are found at every one. From more than {@link #most} some should be left out. Safe for use by several threads.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Fits {

    /** From so many observations a fit takes long enough, of few inputs. */
    public static final int MOST = 160;

    /** Of more inputs than this a fit is to fewer observations: it takes time in proportion to the inputs and the square of the observations. */
    private static final int INPUTS = 40;

    /** A half would keep the time as it is; L-BFGS has a least number of steps, too. */
    private static final double EXPONENT = 0.75;

    private static final int LEAST = 4;

    private static final int FIRST = 10;
    private static final double GROWTH = 1.15;
    private static final int STEPS = 40;
    private static final int EFFORT = 1200;
    private static final double TOLERANCE = 1e-2;
    private static final int KEPT = 32;

    private final Map<List<Object>, double[]> known = new LinkedHashMap<>();

    /** Creates fits of which none is known. */
    public Fits() {}

    /** Returns from how many observations of so many inputs a fit takes long enough. */
    public static int most(int inputs) {
        double fewer = MOST * Math.pow((double) INPUTS / inputs, EXPONENT);
        return inputs <= INPUTS ? MOST : Math.max(LEAST, (int) fewer);
    }

    /** Returns the largest number of observations at which hyperparameters are found, of those up to a number. */
    public static int scheduled(int observations) {
        if (observations < FIRST) {
            return observations;
        }
        int last = FIRST;
        for (double next = FIRST; Math.ceil(next) <= observations; next *= GROWTH) {
            last = (int) Math.ceil(next);
        }
        return last;
    }

    /**
     * Returns the most probable hyperparameters, as logarithms; not to be changed.
     *
     * @param inputs the inputs
     * @param priors what is believed of hyperparameters beforehand
     * @param data what is observed
     */
    public double[] of(Inputs inputs, Priors priors, Data data) {
        List<Object> key = key(inputs, priors, data);
        synchronized (known) {
            double[] fit = known.remove(key);
            if (fit == null) {
                fit = fit(inputs, priors, data);
            }
            known.put(key, fit);
            if (known.size() > KEPT) {
                known.remove(known.keySet().iterator().next());
            }
            return fit;
        }
    }

    private static List<Object> key(Inputs inputs, Priors priors, Data data) {
        int width = inputs.size() + 2;
        DoubleBuffer all = DoubleBuffer.allocate(data.points().size() * width);
        data.points().forEach(point -> all.put(inputs.of(point)));
        all.put(data.values()).put(data.noises());
        return List.of(priors.key(), inputs.kinds(), all.flip());
    }

    private static double[] fit(Inputs inputs, Priors priors, Data data) {
        Evidence evidence = new Evidence(inputs, priors, data);
        return priors.starts().stream()
                .map(start -> minimize(evidence, start, inputs.size()))
                .min(Comparator.comparingDouble(Lbfgs.Minimum::value))
                .map(Lbfgs.Minimum::point)
                .orElseThrow();
    }

    /** With very many inputs there is little to learn beyond what is believed beforehand, and each step takes long. */
    private static Lbfgs.Minimum minimize(Evidence evidence, double[] start, int inputs) {
        int steps = Math.max(4, Math.min(STEPS, EFFORT / Math.max(1, inputs)));
        return Lbfgs.minimize(evidence, Hyperparameters::inside, start, steps, TOLERANCE);
    }
}
