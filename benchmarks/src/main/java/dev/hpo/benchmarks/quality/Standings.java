// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.quality;

import dev.hpo.benchmarks.figures.Statistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Who is ahead of whom on each of some problems. */
final class Standings {

    private static final double SAME = 1e-9;

    private final Scores scores;
    private final List<String> problems;

    Standings(Scores scores, List<String> problems) {
        this.scores = scores;
        this.problems = problems;
    }

    /**
     * Returns the mean rank of a sampler among itself and the peers, or among all if there are no peers; empty if it has not run
     * all problems as long. A peer that has not is left out. A peer is ranked with the first of our samplers by name, which is {@code auto} if it took
     * part.
     */
    Optional<Double> meanRank(String contender, int trials) {
        List<double[]> field = field(contender, trials);
        if (scores.medians(contender, problems, trials).isEmpty()) {
            return Optional.empty();
        }
        double[] ranks = IntStream.range(0, problems.size())
                .mapToDouble(problem -> Statistics.ranks(field.stream()
                        .mapToDouble(regrets -> floored(regrets[problem]))
                        .toArray())[0])
                .toArray();
        return Optional.of(Statistics.mean(ranks));
    }

    /** Returns the medians of a sampler and of those that it is ranked with, its own first. */
    private List<double[]> field(String contender, int trials) {
        List<String> names = new ArrayList<>(List.of(contender));
        List<String> rivals = new ArrayList<>(scores.peers().isEmpty() ? scores.ours() : scores.peers());
        if (scores.peers().contains(contender) && !scores.ours().isEmpty()) {
            rivals.add(scores.ours().get(0));
        }
        rivals.remove(contender);
        names.addAll(rivals);
        return names.stream()
                .flatMap(name -> scores.medians(name, problems, trials).stream())
                .toList();
    }

    /** Returns on how many problems a sampler is ahead of another, level with it, and behind it; empty if either lacks some. */
    Optional<Tally> tally(String contender, String rival, int trials) {
        Optional<double[]> own = scores.medians(contender, problems, trials);
        Optional<double[]> other = scores.medians(rival, problems, trials);
        if (own.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        int wins = 0;
        int losses = 0;
        for (int i = 0; i < problems.size(); i++) {
            double difference = floored(own.get()[i]) - floored(other.get()[i]);
            wins += difference < 0 ? 1 : 0;
            losses += difference > 0 ? 1 : 0;
        }
        return Optional.of(new Tally(wins, problems.size() - wins - losses, losses));
    }

    /** Makes regrets equal that differ by nothing that counts. */
    private static double floored(double regret) {
        return Math.rint(Math.max(regret, Scores.FLOOR) / SAME) * SAME;
    }

    /** How often a sampler was ahead, level and behind. */
    record Tally(int wins, int ties, int losses) {
        @Override
        public String toString() {
            return wins + "/" + ties + "/" + losses;
        }
    }
}
