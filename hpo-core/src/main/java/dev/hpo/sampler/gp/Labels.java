// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.gp;

import dev.hpo.encoding.Row;
import dev.hpo.encoding.Table;
import dev.hpo.gp.Data;
import dev.hpo.gp.Fits;
import dev.hpo.gp.Inputs;
import dev.hpo.gp.Priors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which trials that have ended have failed: 1 for a failed one, -1 for any other. */
final class Labels {

    private static final double FAILED = 1;

    private final List<double[]> points;
    private final double[] labels;
    private final double mean;

    private Labels(List<double[]> points, double[] labels) {
        this.points = points;
        this.labels = labels;
        this.mean = Arrays.stream(labels).average().orElse(0);
    }

    /** Returns those of the trials in a table that say something of their configurations. */
    static Labels of(Table table) {
        List<Row> rows = table.rows().stream().filter(Row::hasResult).toList();
        return new Labels(
                rows.stream().map(Row::point).toList(),
                rows.stream()
                        .mapToDouble(row -> row.kind() == Row.Kind.FAILED ? FAILED : -FAILED)
                        .toArray());
    }

    int size() {
        return labels.length;
    }

    /** Returns whether some of the trials have failed and others have not. */
    boolean areMixed() {
        return size() > 0 && Math.abs(mean) < FAILED;
    }

    /** Returns whether any of the trials has failed. */
    boolean hasFailure() {
        return Arrays.stream(labels).anyMatch(label -> label == FAILED);
    }

    List<double[]> points() {
        return points;
    }

    /** Returns the mean of all labels. */
    double mean() {
        return mean;
    }

    /** Returns what each label is above the mean. */
    double[] centered() {
        return Arrays.stream(labels).map(label -> label - mean).toArray();
    }

    /** Returns the variance of each in units of the noise: the same for all. */
    double[] noises() {
        double[] noises = new double[size()];
        Arrays.fill(noises, 1);
        return noises;
    }

    /** Returns the earliest ones. */
    Labels first(int count) {
        return new Labels(points.subList(0, count), Arrays.copyOf(labels, count));
    }

    /** Returns what a model is fitted to. */
    Data data() {
        return new Data(points, centered(), noises());
    }

    /** Returns the hyperparameters of a model of what fails, as logarithms; not to be changed. If all are the same, they teach nothing. */
    double[] fit(Inputs inputs, Fits fits) {
        Labels some = first(Fits.scheduled(size())).thinned(Fits.most(inputs.size()));
        Priors priors = Priors.ofFailures(inputs.size());
        return some.areMixed() ? fits.of(inputs, priors, some.data()) : priors.medians();
    }

    /** Returns some of them, if there are more than wanted: the latest half of the number wanted, and of those before every so many-eth. */
    Labels thinned(int wanted) {
        if (size() <= wanted) {
            return this;
        }
        int latest = wanted / 2;
        int earlier = size() - latest;
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < wanted - latest; i++) {
            kept.add((int) ((long) i * earlier / (wanted - latest)));
        }
        for (int place = earlier; place < size(); place++) {
            kept.add(place);
        }
        return new Labels(
                kept.stream().map(points::get).toList(),
                kept.stream().mapToDouble(place -> labels[place]).toArray());
    }
}
