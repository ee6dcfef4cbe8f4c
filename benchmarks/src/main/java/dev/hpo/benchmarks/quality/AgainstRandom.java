// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.quality;

import dev.hpo.benchmarks.figures.Statistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** On which problems a sampler is worse than random search, by a test on each, corrected for the number of problems. */
final class AgainstRandom {

    private static final double LEVEL = 0.05;
    private static final int FIRST = 50;

    private final Scores scores;
    private final String random;

    /**
     * Creates the test.
     *
     * @param random the contender that is random search
     */
    AgainstRandom(Scores scores, String random) {
        this.scores = scores;
        this.random = random;
    }

    /** Returns a line for each of our samplers and each number of trials from 50 on. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (String contender : scores.ours()) {
            for (int trials : Checkpoints.READ) {
                if (trials >= FIRST && !contender.equals(random)) {
                    line(contender, trials, lines);
                }
            }
        }
        return lines;
    }

    private void line(String contender, int trials, List<String> lines) {
        List<String> problems = scores.problems().stream()
                .filter(problem -> scores.median(contender, problem, trials).isPresent()
                        && scores.median(random, problem, trials).isPresent())
                .toList();
        if (problems.isEmpty()) {
            return;
        }
        double[] corrected = Statistics.holm(problems.stream()
                .mapToDouble(problem -> Statistics.larger(
                        scores.regrets(contender, problem, trials), scores.regrets(random, problem, trials)))
                .toArray());
        List<String> worse = new ArrayList<>();
        for (int i = 0; i < corrected.length; i++) {
            if (corrected[i] < LEVEL) {
                worse.add(problems.get(i) + String.format(Locale.ROOT, " (p = %.2g)", corrected[i]));
            }
        }
        lines.add(contender + ", n=" + trials + ": worse on " + (worse.isEmpty() ? "none" : String.join(", ", worse))
                + " of " + problems.size());
    }
}
