// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.forest;

import dev.hpo.encoding.Dimension;
import dev.hpo.encoding.Encoding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** The points that differ from another in one parameter, and in what exists because of it. */
final class Neighbours {

    private static final int MOST_CHOICES = 10;
    private static final int MOST_PARAMETERS = 20;
    private static final int[] LEVELS = {-2, -1, 1, 2};
    private static final double[] STEPS = {0.2, 0.2, 0.05, 0.02};

    private final Encoding encoding;
    private final RandomGenerator random;

    Neighbours(Encoding encoding, RandomGenerator random) {
        this.encoding = encoding;
        this.random = random;
    }

    /**
     * Returns neighbours of a proper point: with each other choice, ten at most, with one or two steps more and less, and with numbers
     * without gaps moved at random, twice widely and twice narrowly. Of more than twenty parameters some are taken at random.
     */
    List<double[]> of(double[] point) {
        List<double[]> all = new ArrayList<>();
        for (Dimension dimension : some(point)) {
            for (double position : positions(dimension, point[dimension.index()])) {
                double[] neighbour = point.clone();
                neighbour[dimension.index()] = position;
                encoding.repair(neighbour, random);
                all.add(neighbour);
            }
        }
        return all;
    }

    private List<Dimension> some(double[] point) {
        List<Dimension> variable = new ArrayList<>();
        for (Dimension dimension : encoding.dimensions()) {
            if (!Double.isNaN(point[dimension.index()]) && !dimension.isConstant()) {
                variable.add(dimension);
            }
        }
        for (int place = 0; variable.size() > MOST_PARAMETERS && place < MOST_PARAMETERS; place++) {
            Collections.swap(variable, place, place + random.nextInt(variable.size() - place));
        }
        return variable.subList(0, Math.min(MOST_PARAMETERS, variable.size()));
    }

    private double[] positions(Dimension dimension, double position) {
        if (dimension.isCategorical()) {
            return choices(position, dimension.cardinality());
        }
        return dimension.isListed() ? levels(dimension, dimension.level(position)) : moved(position);
    }

    private double[] choices(double position, long count) {
        long present = (long) (position * count);
        long others = Math.min(MOST_CHOICES, count - 1);
        double[] positions = new double[(int) others];
        for (int i = 0; i < others; i++) {
            long shift = others == count - 1 ? i + 1 : 1 + random.nextLong(count - 1);
            positions[i] = ((present + shift) % count + 0.5) / count;
        }
        return positions;
    }

    private static double[] levels(Dimension dimension, int level) {
        List<Double> positions = new ArrayList<>();
        for (int step : LEVELS) {
            if (level + step >= 0 && level + step < dimension.cardinality()) {
                positions.add(dimension.position(level + step));
            }
        }
        return positions.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private double[] moved(double position) {
        double[] positions = new double[STEPS.length];
        for (int i = 0; i < positions.length; i++) {
            double moved = Math.abs(position + STEPS[i] * random.nextGaussian());
            positions[i] = moved > 1 ? Math.max(0, 2 - moved) : moved;
        }
        return positions;
    }
}
