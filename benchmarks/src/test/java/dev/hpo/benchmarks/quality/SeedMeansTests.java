// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.benchmarks.problem.Problem;
import dev.hpo.benchmarks.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SeedMeansTests {

    private static final List<Problem> PROBLEMS = List.of(Problems.bowl(2), Problems.bowl(3));
    private static final List<String> NAMES =
            PROBLEMS.stream().map(Problem::name).toList();

    private final List<Run> ours = new ArrayList<>();
    private final List<Run> peers = new ArrayList<>();

    @Test
    void logarithmsAreMeansOverProblemsAndSeeds_andHaveAFloor() {
        add(ours, "auto", 1, 0.1, 0.001);
        add(ours, "auto", 2, 0.01, 1e-9);

        // The seeds come to -2 and -2.5, the standard error of which is 0.25.
        assertThat(means().mean("auto", 25)).contains("-2.250 ± 0.250");
        assertThat(means().mean("auto", 50)).isEmpty();
    }

    @Test
    void seedThatLacksAProblem_isLeftOut() {
        add(ours, "auto", 1, 0.1, 0.1);
        ours.add(run(NAMES.get(0), "auto", 2, 0.001));

        assertThat(means().mean("auto", 25)).contains("-1.000");
    }

    @Test
    void runThatIsThereTwice_countsOnce_andStandsForNoOther() {
        add(ours, "auto", 1, 0.1, 0.001);
        ours.add(run(NAMES.get(0), "auto", 1, 0.1));
        ours.add(run(NAMES.get(0), "auto", 2, 0.1));
        ours.add(run(NAMES.get(0), "auto", 2, 0.1));

        assertThat(means().mean("auto", 25)).contains("-2.000");
    }

    @Test
    void differencesAreThoseOfTheSameSeeds() {
        add(ours, "auto", 5, 0.001, 0.001);
        for (int seed = 6; seed < 10; seed++) {
            double easy = seed % 2 == 0 ? 0.1 : 0.01;
            add(ours, "auto", seed, 0.1 * easy, easy);
            add(peers, "gp", seed, easy, easy);
        }
        add(peers, "gp", 10, 0.001, 0.001);

        // Each seed's is -0.5, however easy it is.
        assertThat(means().difference("auto", 25, "gp", 25)).contains("-0.500 [-0.500, -0.500]");
    }

    @Test
    void intervalIsThatOfStudent() {
        add(ours, "auto", 1, 0.1, 0.1);
        add(ours, "auto", 2, 0.1, 0.1);
        add(peers, "gp", 1, 0.1, 0.1);
        add(peers, "gp", 2, 0.01, 0.01);

        // 0 and 1: 0.5, with a standard error of 0.5 and 12.706 of these to each side.
        assertThat(means().difference("auto", 25, "gp", 25)).contains("+0.500 [-5.853, +6.853]");
    }

    @Test
    void oneSeedTellsNoDifference() {
        add(ours, "auto", 1, 0.1, 0.1);
        add(peers, "gp", 1, 0.1, 0.1);

        assertThat(means().difference("auto", 25, "gp", 25)).isEmpty();
    }

    private SeedMeans means() {
        return new SeedMeans(new Scores(PROBLEMS, ours, peers), NAMES);
    }

    private static void add(List<Run> runs, String sampler, long seed, double... regrets) {
        for (int i = 0; i < regrets.length; i++) {
            runs.add(run(NAMES.get(i), sampler, seed, regrets[i]));
        }
    }

    private static Run run(String problem, String sampler, long seed, double regret) {
        Problem.Range range = PROBLEMS.get(NAMES.indexOf(problem)).range();
        double best = range.optimum() + regret * (range.randomMedian() - range.optimum());
        return new Run(new Run.Key(problem, sampler, seed, 1), new TreeMap<>(Map.of(25, best)), OptionalDouble.empty());
    }
}
