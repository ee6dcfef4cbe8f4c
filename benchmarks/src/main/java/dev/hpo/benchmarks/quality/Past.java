// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.quality;

import dev.hpo.benchmarks.problem.Problem;
import dev.hpo.encoding.Dimension;
import dev.hpo.encoding.Encoding;
import dev.hpo.numeric.SplitMix;
import dev.hpo.space.Configuration;
import dev.hpo.trial.Direction;
import dev.hpo.trial.EarlierStudy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an earlier study of random trials had measured, for a study to start from. */
enum Past {
    /** There was none. */
    NONE,
    /** The same problem. */
    SAME,
    /** The problem with its optimum elsewhere: 15 % of every range away. */
    SHIFTED,
    /** The problem with its values upside down. */
    INVERTED,
    /** Nothing that has to do with it. */
    UNRELATED;

    private static final int TRIALS = 40;
    private static final double SHIFT = 0.15;

    /** Returns the name that follows a sampler's, after a plus sign. */
    String mark() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the studies before one of a problem with a seed. */
    List<EarlierStudy> studies(Problem problem, long seed) {
        if (this == NONE) {
            return List.of();
        }
        SplitMix random = SplitMix.of(seed, TRIALS);
        Encoding encoding = Encoding.of(problem.space());
        List<EarlierStudy.Result> results = new ArrayList<>();
        for (int trial = 0; trial < TRIALS; trial++) {
            double[] point = encoding.draw(random);
            Configuration configuration = encoding.decode(point);
            results.add(new EarlierStudy.Result(configuration, value(problem, encoding, point, random)));
        }
        return List.of(new EarlierStudy(mark(), Direction.MINIMIZE, results, 0));
    }

    private double value(Problem problem, Encoding encoding, double[] point, SplitMix random) {
        return switch (this) {
            case NONE, SAME -> problem.value(encoding.decode(point));
            case SHIFTED -> problem.value(encoding.decode(shifted(encoding, point, random)));
            case INVERTED -> -problem.value(encoding.decode(point));
            case UNRELATED -> random.nextDouble();
        };
    }

    private static double[] shifted(Encoding encoding, double[] point, SplitMix random) {
        double[] shifted = point.clone();
        for (Dimension dimension : encoding.dimensions()) {
            if (!dimension.isCategorical() && !Double.isNaN(point[dimension.index()])) {
                shifted[dimension.index()] = Math.min(1, point[dimension.index()] + SHIFT);
            }
        }
        encoding.repair(shifted, random);
        return shifted;
    }
}
