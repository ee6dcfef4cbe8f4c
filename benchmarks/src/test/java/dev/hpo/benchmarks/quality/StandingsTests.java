// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.benchmarks.figures.Statistics;
import dev.hpo.benchmarks.problem.Problem;
import dev.hpo.benchmarks.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StandingsTests {

    private static final List<String> NAMES = List.of("sphere10s", "rosenbrock5");
    private static final List<Problem> PROBLEMS = Problems.builtIn();

    private final List<Run> ours = new ArrayList<>();
    private final List<Run> peers = new ArrayList<>();

    @Test
    void medianOfSeedsIsNormalised() {
        add(ours, "auto", 0.2, 0.6, 0.3);
        assertThat(scores().median("auto", "sphere10s", 25).getAsDouble()).isCloseTo(0.3, within(1e-12));
    }

    @Test
    void logarithmHasAFloor() {
        assertThat(Scores.meanLog(new double[] {0, 1e-2})).isCloseTo(-3, within(1e-12));
    }

    @Test
    void rankIsAmongASamplerAndThePeers() {
        // In the order in which runs end, which says nothing.
        add(ours, "tpe", 0.6);
        add(ours, "auto", 0.2);
        add(peers, "gp", 0.05);
        add(peers, "cma", 0.5);
        Standings standings = new Standings(scores(), NAMES);

        assertThat(standings.meanRank("auto", 25)).contains(2.0);
        assertThat(standings.meanRank("tpe", 25)).contains(3.0);
        assertThat(standings.meanRank("cma", 25)).contains(3.0);
    }

    @Test
    void rankWithoutPeers_isAmongAll() {
        add(ours, "auto", 0.2);
        add(ours, "tpe", 0.1);
        add(ours, "random", 0.2);
        Standings standings = new Standings(scores(), NAMES);

        assertThat(standings.meanRank("auto", 25)).contains(2.5);
        assertThat(standings.meanRank("tpe", 25)).contains(1.0);
    }

    @Test
    void regretsBelowTheFloorAreLevel() {
        add(ours, "auto", 1e-5);
        add(peers, "gp", 9e-5);
        assertThat(new Standings(scores(), NAMES).tally("auto", "gp", 25)).contains(new Standings.Tally(0, 2, 0));
    }

    @Test
    void samplerThatLacksAProblem_hasNoStanding() {
        add(ours, "auto", 0.2);
        peers.add(run("sphere10s", "gp", 0, 0.1));
        Standings standings = new Standings(scores(), NAMES);

        assertThat(standings.meanRank("gp", 25)).isEmpty();
        assertThat(standings.tally("auto", "gp", 25)).isEmpty();
        assertThat(standings.meanRank("auto", 25)).contains(1.0);
    }

    @Test
    void peerOfTheSameName_isToldApart() {
        add(ours, "tpe", 0.2);
        add(peers, "tpe", 0.1);
        assertThat(scores().contenders()).containsExactly("tpe", "peer tpe");
    }

    @Test
    void samplerWorseThanRandom_isNamedWithTheProblem() {
        for (int seed = 0; seed < 12; seed++) {
            ours.add(run("sphere10s", "bad", seed, 0.8 + 0.01 * seed));
            ours.add(run("sphere10s", "random", seed, 0.3 + 0.01 * seed));
        }
        List<String> lines = new AgainstRandom(scores(), "random").lines();

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0))
                .startsWith("bad, n=50: worse on sphere10s (p = ")
                .endsWith(" of 1");
    }

    @Test
    void probabilitiesAreCorrectedForTheNumberOfProblems() {
        double[] worse = {0.5, 0.6, 0.7, 0.8, 0.2};
        double[] random = {0.1, 0.3, 0.4, 0.25, 0.15};
        assertThat(Statistics.larger(worse, random)).isBetween(0.025, 0.05);
        for (int seed = 0; seed < 5; seed++) {
            ours.add(run("sphere10s", "bad", seed, worse[seed]));
            ours.add(run("sphere10s", "random", seed, random[seed]));
        }
        assertThat(new AgainstRandom(scores(), "random").lines().get(0)).startsWith("bad, n=50: worse on sphere10s");
        for (int seed = 0; seed < 5; seed++) {
            ours.add(run("rosenbrock5", "bad", seed, 0.3));
            ours.add(run("rosenbrock5", "random", seed, 0.3));
        }
        assertThat(new AgainstRandom(scores(), "random").lines()).containsExactly("bad, n=50: worse on none of 2");
    }

    @Test
    void rawMeansAreShownWithEachProblemLeftOut() {
        ours.add(run("sphere10s", "auto", 0, 0.2));
        ours.add(run("rosenbrock5", "auto", 0, 0.6));
        ours.add(run("levy8s", "auto", 0, 0.1));
        String table = new SuiteTables(scores(), List.of("sphere10s", "rosenbrock5", "levy8s"))
                .raw()
                .toString();
        // The whole: 0.9 / 3; without the largest: 0.3 / 2; without the smallest: 0.8 / 2.
        assertThat(table).contains("| auto, 1 seeds", "| 0.300 [").contains("] {0.150, 0.400}");
    }

    @Test
    void concurrentRunAtNIsBesideTheSequentialOneAt85Percent() {
        for (int seed = 0; seed < 2; seed++) {
            ours.add(run(key("auto", seed, 1), Map.of(21, 0.1, 25, 0.01, 42, 0.01, 50, 0.001)));
            ours.add(run(key("auto", seed, 4), Map.of(21, 1.0, 25, 0.1, 42, 0.1, 50, 0.01)));
            // Told of more trials, it is another sampler.
            ours.add(run(new Run.Key("sphere10s", "auto", seed, 1, 200), Map.of(21, 1.0, 42, 1.0)));
        }
        ours.add(run(key("tpe", 0, 1), Map.of(21, 0.5)));
        Concurrency concurrency = new Concurrency(scores());
        assertThat(concurrency.isThere()).isTrue();
        assertThat(concurrency.table().toString().lines().skip(2))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .matches(
                                        "\\| auto x4 +\\| synthetic +\\| -1.00, -1.00 +\\| -2.00, -2.00 +\\| -, - +\\| -, - +\\|"),
                        line -> assertThat(line)
                                .matches(
                                        "\\| +less auto, by seeds +\\| synthetic +\\| \\+0.000 \\[\\+0.000, \\+0.000\\] +\\| .*\\| - +\\| - +\\|"));
    }

    private Scores scores() {
        return new Scores(PROBLEMS, ours, peers);
    }

    private static void add(List<Run> side, String sampler, double... regrets) {
        for (int seed = 0; seed < regrets.length; seed++) {
            for (String problem : NAMES) {
                side.add(run(problem, sampler, seed, regrets[seed]));
            }
        }
    }

    private static Run run(String problem, String sampler, long seed, double regret) {
        return run(new Run.Key(problem, sampler, seed, 1), Map.of(25, regret, 50, regret));
    }

    private static Run.Key key(String sampler, long seed, int pending) {
        return new Run.Key("sphere10s", sampler, seed, pending);
    }

    private static Run run(Run.Key key, Map<Integer, Double> regrets) {
        Problem.Range range = PROBLEMS.stream()
                .filter(one -> one.name().equals(key.problem()))
                .findFirst()
                .orElseThrow()
                .range();
        SortedMap<Integer, Double> best = new TreeMap<>();
        regrets.forEach((trials, regret) ->
                best.put(trials, range.optimum() + regret * (range.randomMedian() - range.optimum())));
        return new Run(key, best, OptionalDouble.empty());
    }
}
