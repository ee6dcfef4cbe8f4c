// SPDX-License-Identifier: Apache-2.0
package dev.hpo.confirm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;

/**
 * How contenders compare by what the search and their runs since have found, as losses.
 *
 * <p>Each mean is drawn towards that of all of them, the more so the fewer runs it rests on (an empirical Bayes estimate, as of Efron and Morris 1975): the one
 * that was lucky is not ahead for that. What the search has found counts as one more run, by how much all have got worse since, which is how far it flattered them.
 */
final class Standings {

    /** The least share of the noise's variance that true means are taken to have, so that they are never all taken to be equal. */
    private static final double LEAST_SPREAD = .05;

    private final double[] searched;
    private final List<List<Double>> fresh;
    private final double[] means;

    /**
     * Compares contenders.
     *
     * @param searched what the search has found, for each
     * @param fresh what each of their runs since has found; positive infinity for one that has failed
     */
    Standings(double[] searched, List<List<Double>> fresh) {
        this.searched = searched.clone();
        this.fresh = fresh.stream().map(List::copyOf).toList();
        this.means = means();
    }

    /** Returns the contenders' places in their order, the best first; who has failed is behind all others. */
    List<Integer> ranking() {
        return IntStream.range(0, means.length)
                .boxed()
                .sorted(Comparator.comparingDouble(contender -> means[contender]))
                .toList();
    }

    /** Returns whether all runs of a contender have failed, or any, which it is not to be taken with. */
    boolean hasFailed(int contender) {
        return fresh.get(contender).stream().anyMatch(value -> !Double.isFinite(value));
    }

    private double[] means() {
        int[] sound = IntStream.range(0, searched.length)
                .filter(contender -> !fresh.get(contender).isEmpty() && !hasFailed(contender))
                .toArray();
        double[] firsts = IntStream.of(sound)
                .mapToDouble(contender -> fresh.get(contender).get(0))
                .toArray();
        double noise = noise(sound);
        double spread = firsts.length < 2 ? 0 : Math.max(StatUtils.variance(firsts) - noise, LEAST_SPREAD * noise);
        double common = firsts.length == 0 ? 0 : StatUtils.mean(firsts);
        double flattery = IntStream.of(sound)
                .mapToDouble(contender -> fresh.get(contender).get(0) - searched[contender])
                .average()
                .orElse(0);
        double[] all = new double[searched.length];
        for (int contender = 0; contender < all.length; contender++) {
            double mean = mean(contender, searched[contender] + flattery);
            double weight = weight(contender, noise, spread);
            all[contender] = hasFailed(contender) ? Double.POSITIVE_INFINITY : weight * mean + (1 - weight) * common;
        }
        return all;
    }

    private double mean(int contender, double first) {
        List<Double> runs = fresh.get(contender);
        return (first + runs.stream().mapToDouble(Double::doubleValue).sum()) / (runs.size() + 1);
    }

    /** Returns how far a mean is taken for what it is, between 0 and 1. */
    private double weight(int contender, double noise, double spread) {
        int runs = fresh.get(contender).size() + 1;
        return noise == 0 || spread == 0 ? 1 : runs * spread / (runs * spread + noise);
    }

    /** Estimates the variance of a run: by what runs of one configuration differ, and by what first ones differ from what was searched, but for what all do. */
    private double noise(int[] sound) {
        double squares = 0;
        double freedom = 0;
        List<Double> changes = new ArrayList<>();
        for (int contender : sound) {
            double[] runs = fresh.get(contender).stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            squares += runs.length < 2 ? 0 : StatUtils.variance(runs) * (runs.length - 1);
            freedom += runs.length - 1;
            changes.add(runs[0] - searched[contender]);
        }
        if (changes.size() > 1) {
            double[] change = changes.stream().mapToDouble(Double::doubleValue).toArray();
            // A difference of two runs has twice the variance of one.
            squares += StatUtils.variance(change) / 2 * (change.length - 1);
            freedom += change.length - 1;
        }
        return freedom == 0 ? 0 : squares / freedom;
    }
}
