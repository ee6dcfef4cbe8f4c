// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import dev.hpo.population.Segments.Entry;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Observation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A segment with a nudge beside its control, both from one checkpoint and with one seed.
 *
 * @param base from where both set out
 */
record Pair(Entry base, Entry control, Entry nudge) {

    /** With fewer differences nothing is known of their noise. */
    private static final int FEWEST = 4;

    /** The variance of a second difference of white noise is so many times that of the noise. */
    private static final double SECOND = 6;

    /** The median of the absolute value of a normal variable, in its standard deviations. */
    private static final double MEDIAN = 0.6744897501960817;

    boolean isOver() {
        return control.isOver() && nudge.isOver();
    }

    /** Returns what the nudge has gained over the control, in parts of the larger of the two; 0 if both have failed. */
    double gain(Direction direction) {
        return relative(control.loss(direction), nudge.loss(direction));
    }

    /** Returns what the better of the two has gained over what both began with. */
    double progress(Direction direction) {
        return relative(base.loss(direction), Math.min(control.loss(direction), nudge.loss(direction)));
    }

    private static double relative(double before, double after) {
        if (Double.isInfinite(before) || Double.isInfinite(after)) {
            return Double.compare(before, after);
        }
        double scale = Math.max(Math.abs(before), Math.abs(after));
        return scale == 0 ? 0 : (before - after) / scale;
    }

    /** Returns the gains at the steps at which both have reported in this segment. */
    double[] gains(Direction direction) {
        Map<Long, Double> controls = new HashMap<>();
        for (Observation observation : control.trial().progress().charged()) {
            controls.put(observation.step(), direction.asLoss(observation.value()));
        }
        List<Double> gains = new ArrayList<>();
        for (Observation observation : nudge.trial().progress().charged()) {
            Double beside = controls.get(observation.step());
            if (beside != null && Double.isFinite(beside) && Double.isFinite(observation.value())) {
                gains.add(relative(beside, direction.asLoss(observation.value())));
            }
        }
        return gains.stream().mapToDouble(gain -> gain).toArray();
    }

    /**
     * Returns the standard deviation of the noise in the gain of the last of some pairs: from how its gains scatter about a line within the segment, if
     * both have reported often enough there, else from how the gains of all pairs do; 0 while there are too few.
     */
    static double noise(List<Pair> pairs, Direction direction) {
        double[] within = pairs.get(pairs.size() - 1).gains(direction);
        double[] series = within.length >= FEWEST
                ? within
                : pairs.stream().mapToDouble(pair -> pair.gain(direction)).toArray();
        return series.length < FEWEST ? 0 : scatter(series);
    }

    /** The second differences are free of a trend, and their median of what breaks. */
    static double scatter(double[] series) {
        double[] bends = new double[series.length - 2];
        for (int place = 0; place < bends.length; place++) {
            bends[place] = Math.abs(series[place] - 2 * series[place + 1] + series[place + 2]);
        }
        Arrays.sort(bends);
        double median = (bends[bends.length / 2] + bends[(bends.length - 1) / 2]) / 2;
        return median / MEDIAN / StrictMath.sqrt(SECOND);
    }
}
