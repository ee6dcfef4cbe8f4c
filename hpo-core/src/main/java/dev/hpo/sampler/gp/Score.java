// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.gp;

import dev.hpo.encoding.Beliefs;
import dev.hpo.gp.Predictions;
import dev.hpo.gp.Predictor;
import dev.hpo.gp.Slope;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How promising points are: the acquisition function of the model, the probability that a trial does not fail, and beliefs. */
final class Score {

    private final Predictor model;
    private final Acquisition acquisition;
    private final double best;
    private final Optional<Feasibility> feasibility;
    private final Beliefs beliefs;

    /**
     * Creates a score.
     *
     * @param model what is predicted of losses
     * @param acquisition the acquisition function
     * @param best the lowest mean at any point that has been tried
     * @param feasibility the model of failures, if there are any
     * @param beliefs what the user believes
     */
    Score(Predictor model, Acquisition acquisition, double best, Optional<Feasibility> feasibility, Beliefs beliefs) {
        this.model = model;
        this.acquisition = acquisition;
        this.best = best;
        this.feasibility = feasibility;
        this.beliefs = beliefs;
    }

    /** Returns the score of each point; larger is better. */
    double[] of(List<double[]> points) {
        Predictions predictions = model.predict(points);
        double[] scores = new double[points.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = acquisition.score(predictions.mean(i), predictions.deviation(i), best)
                    + beliefs.logDensity(points.get(i));
        }
        if (feasibility.isPresent()) {
            double[] logarithms = feasibility.get().logProbabilities(points);
            for (int i = 0; i < scores.length; i++) {
                scores[i] += feasibility.get().caution() * logarithms[i];
            }
        }
        return scores;
    }

    /** Returns the score of one point and takes its derivatives by the coordinates. */
    double of(double[] point, double[] gradient) {
        Slope slope = model.slope(point);
        double byMean = acquisition.byMean(slope.mean(), slope.deviation(), best);
        double byDeviation = acquisition.byDeviation(slope.mean(), slope.deviation(), best);
        Arrays.fill(gradient, 0);
        for (int at = 0; at < gradient.length; at++) {
            gradient[at] = byMean * slope.meanBy(at) + byDeviation * slope.deviationBy(at);
        }
        double score = acquisition.score(slope.mean(), slope.deviation(), best) + beliefs.logDensity(point, gradient);
        return feasibility.isPresent() ? score + caution(feasibility.get(), point, gradient) : score;
    }

    private static double caution(Feasibility feasibility, double[] point, double[] gradient) {
        double[] slope = new double[gradient.length];
        double logarithm = feasibility.logProbability(point, slope);
        for (int at = 0; at < slope.length; at++) {
            gradient[at] += feasibility.caution() * slope[at];
        }
        return feasibility.caution() * logarithm;
    }
}
