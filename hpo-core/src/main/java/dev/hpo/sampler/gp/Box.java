// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.gp;

import dev.hpo.encoding.Dimension;
import dev.hpo.encoding.Encoding;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Where to search: the whole unit cube or a part of it. */
final class Box {

    private final Encoding encoding;
    private final double[] low;
    private final double[] high;

    private Box(Encoding encoding, double[] low, double[] high) {
        this.encoding = encoding;
        this.low = low;
        this.high = high;
    }

    static Box whole(Encoding encoding) {
        double[] high = new double[encoding.size()];
        Arrays.fill(high, 1);
        return new Box(encoding, new double[encoding.size()], high);
    }

    /**
     * Returns a box about a point; whole in coordinates that the point lacks or that have no order, and wide enough in each for the
     * neighbouring values.
     */
    static Box about(Encoding encoding, double[] center, double side) {
        Box box = whole(encoding);
        for (Dimension dimension : encoding.dimensions()) {
            int at = dimension.index();
            if (!Double.isNaN(center[at]) && !dimension.isCategorical()) {
                double reach = Math.max(side / 2, 1.01 * dimension.widerGap(center[at]));
                box.low[at] = Math.max(0, center[at] - reach);
                box.high[at] = Math.min(1, center[at] + reach);
            }
        }
        return box;
    }

    double inside(int coordinate, double position) {
        return Math.min(high[coordinate], Math.max(low[coordinate], position));
    }

    double draw(int coordinate, RandomGenerator random) {
        return low[coordinate] + random.nextDouble() * (high[coordinate] - low[coordinate]);
    }

    /** Moves a point inside and makes it proper. */
    void repair(double[] point, RandomGenerator random) {
        for (int at = 0; at < point.length; at++) {
            point[at] = Double.isNaN(point[at]) ? draw(at, random) : inside(at, point[at]);
        }
        encoding.repair(point, random);
    }
}
