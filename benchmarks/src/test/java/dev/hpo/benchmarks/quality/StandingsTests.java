// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.benchmarks.problem.Problem;
import dev.hpo.benchmarks.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
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
        Problem.Range range = PROBLEMS.stream()
                .filter(one -> one.name().equals(problem))
                .findFirst()
                .orElseThrow()
                .range();
        double value = range.optimum() + regret * (range.randomMedian() - range.optimum());
        return new Run(
                new Run.Key(problem, sampler, seed, 1),
                new TreeMap<>(Map.of(25, value, 50, value)),
                OptionalDouble.empty());
    }
}
