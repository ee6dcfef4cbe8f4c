// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.warm;

import dev.hpo.encoding.Encoding;
import dev.hpo.numeric.NormalScores;
import dev.hpo.trial.EarlierStudy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An earlier study, prepared for questions. */
final class Memory {

    /** With fewer results there is nothing to predict from. */
    static final int FEWEST = 4;

    /** More results than this cost time and say little more. */
    private static final int MOST = 300;

    private final EarlierStudy study;
    private final List<EarlierStudy.Result> byLoss;
    private final double[][] points;
    private final double[] scores;
    private final Neighbours neighbours;

    Memory(EarlierStudy study, Encoding encoding) {
        this.study = study;
        this.byLoss = study.results().stream()
                .sorted(Comparator.comparingDouble(result -> study.direction().asLoss(result.value())))
                .toList();
        List<EarlierStudy.Result> kept = thinned(byLoss);
        this.points = kept.stream()
                .map(result -> encoding.encode(result.configuration()))
                .toArray(double[][]::new);
        this.scores = NormalScores.of(kept.stream()
                .mapToDouble(result -> study.direction().asLoss(result.value()))
                .toArray());
        this.neighbours = new Neighbours(encoding, points, scores);
    }

    /** Returns the best third of what may be kept, and of the others so many that they are evenly spread over the ranks. */
    private static List<EarlierStudy.Result> thinned(List<EarlierStudy.Result> sorted) {
        if (sorted.size() <= MOST) {
            return sorted;
        }
        int best = MOST / 3;
        List<EarlierStudy.Result> kept = new ArrayList<>(sorted.subList(0, best));
        double step = (double) (sorted.size() - best) / (MOST - best);
        for (int i = 0; i < MOST - best; i++) {
            kept.add(sorted.get(best + (int) (i * step)));
        }
        return kept;
    }

    EarlierStudy study() {
        return study;
    }

    /** Returns the results, the best first. */
    List<EarlierStudy.Result> byLoss() {
        return byLoss;
    }

    boolean canPredict() {
        return points.length >= FEWEST;
    }

    double predict(double[] point) {
        return neighbours.predict(point);
    }

    double[][] points() {
        return points;
    }

    double[] scores() {
        return scores;
    }
}
