// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.quality;

import dev.hpo.benchmarks.figures.Statistics;
import dev.hpo.benchmarks.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * The mean, over the problems of a suite and then over seeds, of the logarithm of the regret to the base of 10, where a regret below
 * {@value #FLOOR} counts as that. With a seed for each mean over problems, its noise is known, and samplers that ran with the same seeds
 * are compared seed by seed; it is much less noisy than the logarithm of medians, which one problem that is found or not decides.
 */
final class SeedMeans {

    /** Regrets below this count as this: what is lower is seen where a logarithm of medians is. */
    static final double FLOOR = 1e-3;

    private static final double SIDE = 0.975;

    private final Scores scores;
    private final List<String> problems;

    /**
     * Creates the means.
     *
     * @param problems the problems of a suite
     */
    SeedMeans(Scores scores, List<String> problems) {
        this.scores = scores;
        this.problems = problems;
    }

    /** Returns the mean and its standard error, as text; nothing if no seed has run all problems as long. */
    Optional<String> mean(String contender, int trials) {
        double[] means = values(bySeed(contender, trials));
        if (means.length == 0) {
            return Optional.empty();
        }
        String mean = Figures.fixed(Statistics.mean(means), 3);
        return Optional.of(means.length == 1 ? mean : mean + " ± " + Figures.fixed(error(means), 3));
    }

    /**
     * Returns by how much a sampler's mean is above another's on the seeds of both, with the 95 % interval of Student over seeds, as
     * text; nothing if there are not two such seeds.
     */
    Optional<String> difference(String contender, int trials, String other, int otherTrials) {
        SortedMap<Long, Double> mine = bySeed(contender, trials);
        SortedMap<Long, Double> theirs = bySeed(other, otherTrials);
        mine.keySet().retainAll(theirs.keySet());
        double[] differences = mine.entrySet().stream()
                .mapToDouble(seed -> seed.getValue() - theirs.getOrDefault(seed.getKey(), Double.NaN))
                .toArray();
        if (differences.length < 2) {
            return Optional.empty();
        }
        double mean = Statistics.mean(differences);
        double reach = error(differences)
                * new TDistribution(null, differences.length - 1.0).inverseCumulativeProbability(SIDE);
        return Optional.of(Figures.signed(mean, 3) + " [" + Figures.signed(mean - reach, 3) + ", "
                + Figures.signed(mean + reach, 3) + "]");
    }

    private static double error(double[] values) {
        return Math.sqrt(StatUtils.variance(values) / values.length);
    }

    private static double[] values(Map<?, Double> means) {
        return means.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Returns the mean over all problems for each seed that has run all of them as long. */
    private SortedMap<Long, Double> bySeed(String contender, int trials) {
        SortedMap<Long, Map<String, Double>> logs = new TreeMap<>();
        for (String problem : problems) {
            Problem.Range range = scores.range(problem);
            for (Run run : scores.runs(contender, problem)) {
                Double best = run.best().get(trials);
                if (best != null) {
                    // Of a run that is there twice, as in two files, one counts.
                    logs.computeIfAbsent(run.key().seed(), seed -> new LinkedHashMap<>())
                            .putIfAbsent(problem, Math.log10(Math.max(FLOOR, range.regret(best))));
                }
            }
        }
        logs.values().removeIf(some -> some.size() < problems.size());
        SortedMap<Long, Double> means = new TreeMap<>();
        logs.forEach((seed, all) -> means.put(seed, Statistics.mean(values(all))));
        return means;
    }
}
