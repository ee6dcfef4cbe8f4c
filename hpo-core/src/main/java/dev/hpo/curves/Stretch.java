// SPDX-License-Identifier: Apache-2.0
package dev.hpo.curves;

import dev.hpo.gp.Data;
import dev.hpo.gp.Fits;
import dev.hpo.gp.Inputs;
import dev.hpo.gp.Kernel;
import dev.hpo.gp.Model;
import dev.hpo.gp.Predictions;
import dev.hpo.gp.Predictor;
import dev.hpo.gp.Priors;
import dev.hpo.gp.Slope;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a stretch of the training adds to the place on the scale: from its beginning to the first level, or from one level to the next. A Gaussian
 * process of the configuration; while fewer than {@value #FEW} trials are through with it, the same for all configurations.
 */
final class Stretch implements Predictor {

    static final int FEW = 3;

    /** So many imaginary trials say what is believed beforehand. */
    private static final double IMAGINARY = 2;

    private static final double LEAST = 1e-6;

    private final Optional<Model> model;
    private final double center;
    private final double scale;
    private final double noise;
    private final int trials;

    private Stretch(Optional<Model> model, double center, double scale, double noise, int trials) {
        this.model = model;
        this.center = center;
        this.scale = scale;
        this.noise = noise;
        this.trials = trials;
    }

    /**
     * Returns a stretch that adds the same to all configurations.
     *
     * @param added what it has added to trials
     * @param spread the standard deviation that is expected beforehand, about 0
     */
    static Stretch constant(double[] added, double spread) {
        double weight = added.length + IMAGINARY;
        double mean = Arrays.stream(added).sum() / weight;
        double squares = IMAGINARY * spread * spread;
        for (double one : added) {
            squares += (one - mean) * (one - mean);
        }
        return new Stretch(Optional.empty(), mean, Math.sqrt(squares / weight), 0, added.length);
    }

    /**
     * Returns a stretch that depends on the configuration.
     *
     * @param kernel the covariance function, of what is added in units of its spread
     * @param points the configurations of trials
     * @param added what it has added to them
     */
    static Stretch of(Kernel kernel, List<double[]> points, double[] added) {
        Standard standard = Standard.of(added);
        Model model = Model.of(kernel, point -> 0, standard.data(points, added));
        double noise = standard.scale * Math.sqrt(kernel.noise());
        return new Stretch(Optional.of(model), standard.center, standard.scale, noise, added.length);
    }

    /** Returns the covariance function of what a stretch adds, as far as some trials tell. */
    static Kernel fit(Inputs inputs, Priors priors, List<double[]> points, double[] added, Fits fits) {
        return new Kernel(inputs, fits.of(inputs, priors, Standard.of(added).data(points, added)));
    }

    /** Returns the stretch for which trials at some points have come out as predicted. */
    Stretch believing(List<double[]> points) {
        return new Stretch(model.map(some -> some.believing(points)), center, scale, noise, trials);
    }

    /** Returns what would be predicted of each trial that has told of it, if it had not. */
    double[] leftOut() {
        double[] means = model.map(Model::leftOut).orElseGet(() -> new double[trials]);
        for (int i = 0; i < means.length; i++) {
            means[i] = center + scale * means[i];
        }
        return means;
    }

    /** Returns how many trials have told of it. */
    int trials() {
        return trials;
    }

    /** Returns the standard deviation of what a trial adds by chance. */
    double noise() {
        return noise;
    }

    @Override
    public Predictions predict(List<double[]> points) {
        Predictions predictions = new Predictions(points.size());
        if (model.isPresent()) {
            predictions.add(model.get().predict(points), scale);
        }
        predictions.add(center, model.isPresent() ? 0 : scale);
        return predictions;
    }

    @Override
    public Slope slope(double[] point) {
        Slope slope = new Slope(point.length);
        if (model.isPresent()) {
            slope.add(model.get().slope(point), scale);
        }
        slope.add(center, model.isPresent() ? 0 : scale);
        return slope;
    }

    /** What brings numbers to mean 0 and variance 1. */
    private static final class Standard {

        private final double center;
        private final double scale;

        private Standard(double center, double scale) {
            this.center = center;
            this.scale = scale;
        }

        static Standard of(double[] numbers) {
            double mean = Arrays.stream(numbers).average().orElse(0);
            double variance = Arrays.stream(numbers)
                    .map(number -> (number - mean) * (number - mean))
                    .average()
                    .orElse(0);
            return new Standard(mean, Math.max(LEAST, Math.sqrt(variance)));
        }

        Data data(List<double[]> points, double[] numbers) {
            double[] standard = Arrays.stream(numbers)
                    .map(number -> (number - center) / scale)
                    .toArray();
            double[] noises = new double[numbers.length];
            Arrays.fill(noises, 1);
            return new Data(points, standard, noises);
        }
    }
}
