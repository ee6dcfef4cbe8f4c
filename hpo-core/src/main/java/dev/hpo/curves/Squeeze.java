// SPDX-License-Identifier: Apache-2.0
package dev.hpo.curves;

import java.util.List;

/**
 * Losses of all levels on one scale: 0 at the lowest, 1 at the median of what trials had last; what is better than the median is stretched by a
 * logarithm, what is worse is pulled together, and from some badness on all is equally bad.
 */
final class Squeeze {

    private static final double LEAST = -0.2;
    private static final double MOST = 5;
    private static final double STRETCH = 5;

    private final double low;
    private final double width;

    private Squeeze(double low, double width) {
        this.low = low;
        this.width = width;
    }

    /** Returns the scale of some trials, each of which has come to a level. */
    static Squeeze of(List<Trace> traces) {
        double[] lasts = traces.stream().mapToDouble(Trace::last).sorted().toArray();
        if (lasts.length == 0) {
            return new Squeeze(0, 1);
        }
        double low = lasts[0];
        double half = lasts[lasts.length / 2] / 2 + lasts[(lasts.length - 1) / 2] / 2 - low;
        double all = lasts[lasts.length - 1] - low;
        double width = half > 0 ? half : all > 0 ? all : 1;
        return new Squeeze(low, Double.isFinite(width) ? width : Double.MAX_VALUE);
    }

    /** Returns the place of a loss on the scale. */
    double of(double loss) {
        double place = Double.isFinite(loss) ? (loss - low) / width : MOST;
        double kept = Math.max(LEAST, Math.min(MOST, place));
        double pulled = kept > 1 ? 1 + (kept - 1) / 2 : kept;
        return (pulled < 0 ? STRETCH * pulled : Math.log1p(STRETCH * pulled)) / Math.log1p(STRETCH);
    }
}
