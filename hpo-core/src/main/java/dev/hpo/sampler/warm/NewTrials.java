// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.warm;

import dev.hpo.encoding.Encoding;
import dev.hpo.encoding.Row;
import dev.hpo.numeric.NormalScores;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Erf;

/** The complete trials of the present study, as a judge of earlier ones. */
final class NewTrials {

    private final double[][] points;
    private final double[] losses;
    private final double ownTau;

    private NewTrials(Encoding encoding, double[][] points, double[] losses) {
        this.points = points;
        this.losses = losses;
        this.ownTau = ownTau(encoding, points, losses);
    }

    /**
     * Returns some trials.
     *
     * @param most how many are looked at; of more, evenly spread ones
     */
    static NewTrials of(Encoding encoding, List<Row> complete, int most) {
        int size = complete.size();
        List<Row> some = size <= most
                ? complete
                : IntStream.range(0, most)
                        .mapToObj(i -> complete.get((int) ((i + 1L) * size / most) - 1))
                        .toList();
        return new NewTrials(
                encoding,
                some.stream().map(Row::point).toArray(double[][]::new),
                some.stream().mapToDouble(Row::value).toArray());
    }

    private static double ownTau(Encoding encoding, double[][] points, double[] losses) {
        if (points.length < 2) {
            return 0;
        }
        Neighbours own = new Neighbours(encoding, points, NormalScores.of(losses));
        double[] predictions = IntStream.range(0, points.length)
                .mapToDouble(own::predictWithout)
                .toArray();
        return Agreement.of(predictions, losses).tau();
    }

    /** Returns how far an earlier study predicts the order of the trials. */
    Agreement agreement(Memory memory) {
        double[] predictions = new double[points.length];
        for (int at = 0; at < points.length; at++) {
            predictions[at] = memory.predict(points[at]);
        }
        return Agreement.of(predictions, losses);
    }

    /** Returns twice the probability that an earlier study, with that agreement, predicts the order better than the trials themselves, at most 1. */
    double lead(Agreement agreement) {
        if (agreement.trials() < 2) {
            return 1;
        }
        double difference = (agreement.tau() - ownTau) / (Math.sqrt(2) * agreement.error());
        return Math.min(1, 1 + Erf.erf(difference / Math.sqrt(2)));
    }
}
